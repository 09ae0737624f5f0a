'use client';

import { MonitorPlay, PencilLine, Square, Sunrise } from 'lucide-react';
import Link from 'next/link';
import type { Briefing, BriefingState } from '@/lib/domain/briefing';
import { formatInstant } from '@/lib/format/format-instant';
import { formatShare } from '@/lib/format/format-number';
import type { Reference } from '@/components/data/api-types';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { nameBriefingArea, namePeriod } from './briefing-words';
import { describeBriefingFailure } from './describe-briefing-failure';
import { isUnderWay } from './use-briefings';

const STATE_STYLES: Readonly<Record<BriefingState, string>> = {
  queued: 'bg-sunken text-ink-2', composing: 'bg-accent-soft text-accent', ready: 'bg-sunken text-ink-2', failed: 'bg-alarm-soft text-alarm', cancelled: 'border border-dashed border-edge text-ink-2',
};
const LINK = 'inline-flex h-9 items-center gap-2 rounded-lg px-3.5 text-sm font-medium whitespace-nowrap';

interface BriefingRowProps {
  readonly briefing: Briefing;
  readonly reference: Reference;
  readonly mayCompose: boolean;
  readonly onChanged: () => void;
}

/** A briefing of the list: what it is, of where and when, how far, and the ways into it. */
export function BriefingRow({ briefing, reference, mayCompose, onChanged }: BriefingRowProps) {
  const { messages, language } = usePreferences();
  const { briefings: texts } = messages;
  const { id, number, title, state, template } = briefing;
  const details = [nameBriefingArea(briefing.area, reference, language, messages), namePeriod(briefing, messages), texts.list.asOf(formatInstant(briefing.asOf)), ...(template === null ? [] : [texts.list.byTemplate(template.name)])];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3" data-testid="briefing-row" data-briefing={id} data-state={state}>
      <div className="min-w-60 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-xs">
          <span className="tabular font-semibold">{number}</span>
          <span className="rounded border border-edge px-1.5 font-medium">{texts.classifications[briefing.classification]}</span>
          {state === 'ready' ? null : <span className={`rounded-full px-2 py-0.5 font-medium ${STATE_STYLES[state]}`}>{texts.states[state]}</span>}
          {template === null ? null : <Sunrise size={14} role="img" aria-label={texts.list.byTemplate(template.name)} className="text-ink-3" />}
        </p>
        <p className="mt-0.5 text-sm font-medium"><Link href={`/briefings/${id}`} prefetch={false} className="hover:underline" data-testid="briefing-title">{title}</Link></p>
        <p className="tabular text-xs text-ink-2">{details.join(' · ')}</p>
        {state === 'failed' ? <p className="mt-1 text-xs text-alarm">{describeBriefingFailure(briefing.failure, messages)}</p> : null}
        {isUnderWay(briefing) ? <ComposeProgress briefing={briefing} mayCancel={mayCompose} onChanged={onChanged} /> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {state === 'ready' ? <Link href={`/briefing/${id}`} prefetch={false} className={`${LINK} bg-accent text-on-accent hover:bg-accent-strong`} data-testid="briefing-present"><MonitorPlay size={16} aria-hidden /> {texts.list.present}</Link> : null}
        {state === 'ready' ? <Link href={`/briefings/${id}`} prefetch={false} className={`${LINK} border border-edge hover:bg-sunken`} data-testid="briefing-open"><PencilLine size={16} aria-hidden /> {texts.list.edit}</Link> : null}
      </div>
    </li>
  );
}

interface ComposeProgressProps {
  readonly briefing: Briefing;
  readonly mayCancel: boolean;
  readonly onChanged: () => void;
}

/** How far the composing is, and the way to stop it. */
export function ComposeProgress({ briefing, mayCancel, onChanged }: ComposeProgressProps) {
  const { messages, language } = usePreferences();
  const { list, states } = messages.briefings;
  const action = useAction();
  const cancel = (): void => void action.run(async () => {
    await send('POST', `/api/briefings/${briefing.id}/cancel`);
    onChanged();
  });
  return (
    <div className="mt-2 flex max-w-md items-center gap-3" data-testid="compose-progress">
      <div className="min-w-0 flex-1">
        <p role="status" className="tabular text-xs text-ink-2">{briefing.state === 'queued' ? states.queued : list.composing(formatShare(briefing.progress, language))}</p>
        <div role="progressbar" aria-label={briefing.number} aria-valuenow={Math.round(briefing.progress * 100)} aria-valuemin={0} aria-valuemax={100} className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken"><div className="h-full rounded-full bg-accent transition-[width] duration-200" style={{ width: `${(briefing.progress * 100).toFixed(1)}%` }} /></div>
        {action.error === null ? null : <p role="alert" className="text-xs text-alarm">{action.error.message}</p>}
      </div>
      {mayCancel ? <Button size="small" onClick={cancel} disabled={action.busy} data-testid="compose-cancel"><Square size={12} aria-hidden /> {list.cancel}</Button> : null}
    </div>
  );
}
