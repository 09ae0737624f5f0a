'use client';

import { Plus, Target } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { Programme } from '@/lib/domain/programme';
import { formatDayRange } from '@/lib/format/format-instant';
import { formatCount, formatShare } from '@/lib/format/format-number';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StateNote } from '@/components/ui/state-note';
import { ProgrammeForm } from './programme-form';
import { ProgrammeTabs } from './programme-tabs';
import { describeBasis, ProgrammeBadges, ShareBar } from './programme-words';
import { useProgrammes } from './use-programmes';

/** The programmes with how far they are. */
export function ProgrammesPage({ today }: { readonly today: Day }) {
  const { messages: { programmes: texts } } = usePreferences();
  const reference = useReference();
  const query = useProgrammes();
  const [adding, setAdding] = useState(false);
  const mayWrite = query.state === 'ready' && query.data.mayWrite;
  return (
    <ConsolePage me={reference.state === 'ready' ? reference.data.me : null} title={texts.title} lead={texts.lead}
      actions={<><ProgrammeTabs current="list" />{mayWrite ? <Button kind="primary" onClick={() => setAdding(true)} data-testid="programme-new"><Plus size={16} aria-hidden /> {texts.form.add}</Button> : null}</>}>
      <QueryState query={query} failed={texts.failed} lines={8}>
        {({ programmes }) => (programmes.length === 0
          ? <StateNote icon={<Target size={30} />} title={texts.list.empty} hint={mayWrite ? texts.list.emptyHint : texts.list.emptyReader} testId="programmes-empty" />
          : <ul className="mx-auto grid max-w-5xl gap-3" aria-label={texts.list.label} data-testid="programme-list">{programmes.map((one) => <li key={one.id}><ProgrammeCard programme={one} /></li>)}</ul>)}
      </QueryState>
      {adding && reference.state === 'ready' ? <ProgrammeForm today={today} clusters={reference.data.clusters} onClose={() => setAdding(false)} onSaved={query.refresh} /> : null}
    </ConsolePage>
  );
}

/** One programme in the list. */
export function ProgrammeCard({ programme }: { readonly programme: Programme }) {
  const { messages, language } = usePreferences();
  const { list, scopes } = messages.programmes;
  const { progress } = programme;
  const basis = describeBasis(programme, messages);
  return (
    <article className="rounded-xl border border-line bg-surface px-4 py-3" data-testid="programme-card">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-sm font-semibold"><Link href={`/programmes/${programme.id}`} className="text-accent underline decoration-1 underline-offset-2">{programme.name}</Link></h2>
        <ProgrammeBadges programme={programme} messages={messages} />
      </div>
      <p className="tabular mt-1 flex flex-wrap gap-x-3 text-xs text-ink-2"><span>{formatDayRange(programme.from, programme.to)}</span><span>{scopes[programme.scope]}</span>{basis === null ? null : <span>{basis}</span>}</p>
      {progress.share === null ? <p className="mt-2 text-xs text-ink-2">{list.noTasks}</p> : (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
          <span className="w-48"><ShareBar share={progress.share} label={`${list.progress}: ${formatShare(progress.share, language)}`} /></span>
          <span className="tabular font-medium" data-testid="programme-share">{formatShare(progress.share, language)}</span>
          <span className="tabular text-ink-2">{list.tasks(formatCount(progress.done, language), formatCount(progress.tasks, language))}</span>
          {progress.late === 0 ? null : <span className="tabular font-medium text-alarm">{list.late(formatCount(progress.late, language))}</span>}
          <span className="tabular text-ink-2">{list.time(formatShare(progress.timeShare, language))}</span>
        </div>
      )}
    </article>
  );
}
