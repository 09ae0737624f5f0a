'use client';

import { ArrowLeft, CircleSlash, MonitorPlay, Presentation, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { MAY_COMPOSE, type BriefingDetail } from '@/lib/domain/briefing';
import { formatInstant } from '@/lib/format/format-instant';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { ComposeProgress } from '../briefing-row';
import { describeBriefingFailure } from '../describe-briefing-failure';
import { isUnderWay, useBriefing } from '../use-briefings';
import { BriefingEditor } from './briefing-editor';

/** One briefing: being composed, failed, or its slides to be read and edited. */
export function BriefingPage({ id }: { readonly id: string }) {
  const { messages } = usePreferences();
  const { briefings: texts } = messages;
  const referenceQuery = useReference();
  const query = useBriefing(id);
  const reference = referenceQuery.state === 'ready' ? referenceQuery.data : null;
  const detail = query.state === 'ready' ? query.data : null;
  const mayCompose = reference !== null && MAY_COMPOSE.includes(reference.me.role);
  const present = detail?.content !== null && detail !== null ? (
    <Link href={`/briefing/${id}`} prefetch={false} className="inline-flex h-9 items-center gap-2 rounded-lg bg-accent px-3.5 text-sm font-medium text-on-accent hover:bg-accent-strong" data-testid="present"><MonitorPlay size={16} aria-hidden /> {texts.list.present}</Link>
  ) : undefined;
  return (
    <ConsolePage bare me={reference?.me ?? null} title={detail === null ? texts.title : `${detail.number}: ${detail.title}`} lead={<Lead detail={detail} />} actions={present}>
      <QueryState query={query} notFound={texts.notFound} failed={texts.failed} lines={12}>
        {(ready) => (reference === null ? <QueryState query={referenceQuery} failed={texts.failed} lines={12}>{() => null}</QueryState>
          : ready.content === null ? <Unready detail={ready} mayCompose={mayCompose} onChanged={query.refresh} /> : <BriefingEditor key={ready.id} detail={ready} mayCompose={mayCompose} onChanged={query.refresh} />)}
      </QueryState>
    </ConsolePage>
  );
}

function Lead({ detail }: { readonly detail: BriefingDetail | null }) {
  const { messages } = usePreferences();
  const { briefings: texts } = messages;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link href="/briefings" className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {texts.editor.back}</Link>
      {detail === null ? null : (
        <>
          <span className="rounded border border-edge px-1.5 font-medium" data-testid="editor-classification">{texts.classifications[detail.classification]}</span>
          <span className="tabular">{texts.list.asOf(formatInstant(detail.asOf))}</span>
          <span className="tabular" data-testid="briefing-version" data-version={detail.version}>{texts.editor.version(String(detail.version))}</span>
        </>
      )}
    </span>
  );
}

function Unready({ detail, mayCompose, onChanged }: { readonly detail: BriefingDetail; readonly mayCompose: boolean; readonly onChanged: () => void }) {
  const { messages } = usePreferences();
  const { editor: texts } = messages.briefings;
  if (detail.state === 'failed') return <StateNote icon={<TriangleAlert size={30} />} title={texts.failed} hint={describeBriefingFailure(detail.failure, messages)} testId="briefing-failed" />;
  if (detail.state === 'cancelled') return <StateNote icon={<CircleSlash size={30} />} title={texts.cancelled} testId="briefing-cancelled" />;
  return (
    <div className="mx-auto max-w-xl space-y-4 p-6" data-testid="briefing-composing" data-under-way={isUnderWay(detail)}>
      <StateNote icon={<Presentation size={30} />} title={texts.composing} hint={texts.composingHint} />
      <ComposeProgress briefing={detail} mayCancel={mayCompose} onChanged={onChanged} />
      <SkeletonLines lines={6} label={texts.composing} />
    </div>
  );
}
