'use client';

import { Award, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { Cluster } from '@/lib/domain/boundary';
import type { Day } from '@/lib/domain/instant';
import type { ScorePeriod, ScoreSet } from '@/lib/domain/score';
import { MAY_SEE_SCORES } from '@/lib/domain/score';
import type { ScoreList } from '@/lib/domain/score-page';
import { formatDay, formatDayRange } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Section } from '@/components/ui/section';
import { StateNote } from '@/components/ui/state-note';
import { PeriodForm } from './period-form';
import { AssumedBadge, describeHow, describeSetBasis, formatPoints, PeriodBadges } from './score-words';
import { SetForm } from './set-form';
import { useScores } from './use-scores';

type Open = { readonly kind: 'period' } | { readonly kind: 'set'; readonly set: ScoreSet | null };

/** The periods that are scored, and the criteria. */
export function ScoresPage({ today }: { readonly today: Day }) {
  const { messages: { scores: texts } } = usePreferences();
  const reference = useReference();
  const query = useScores();
  const [open, setOpen] = useState<Open | null>(null);
  const me = reference.state === 'ready' ? reference.data.me : null;
  const clusters = reference.state === 'ready' ? reference.data.clusters : [];
  const list = query.state === 'ready' ? query.data : null;
  return (
    <ConsolePage me={me} title={texts.title} lead={texts.lead}
      actions={list?.mayWrite === true ? <>
        <Button onClick={() => setOpen({ kind: 'set', set: null })} data-testid="score-set-new">{texts.forms.newSet}</Button>
        <Button kind="primary" disabled={list.sets.length === 0} onClick={() => setOpen({ kind: 'period' })} data-testid="score-period-new"><Plus size={16} aria-hidden /> {texts.forms.newPeriod}</Button>
      </> : undefined}>
      {me !== null && !MAY_SEE_SCORES.includes(me.role) ? <StateNote icon={<Award size={30} />} title={texts.reserved} testId="scores-reserved" /> : (
        <QueryState query={query} failed={texts.failed} lines={8}>{(ready) => <Lists list={ready} clusters={clusters} onEdit={(set) => setOpen({ kind: 'set', set })} />}</QueryState>
      )}
      {open?.kind === 'period' && list !== null ? <PeriodForm today={today} sets={list.sets} clusters={clusters} onClose={() => setOpen(null)} onSaved={query.refresh} /> : null}
      {open?.kind === 'set' ? <SetForm set={open.set} onClose={() => setOpen(null)} onSaved={query.refresh} /> : null}
    </ConsolePage>
  );
}

function Lists({ list, clusters, onEdit }: { readonly list: ScoreList; readonly clusters: readonly Cluster[]; readonly onEdit: (set: ScoreSet) => void }) {
  const { messages: { scores: texts } } = usePreferences();
  const { periods, sets, mayWrite } = list;
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-4">
      <Section title={texts.list.periods} testId="score-periods">
        {periods.length === 0 ? <StateNote icon={<Award size={30} />} title={texts.list.empty} hint={mayWrite ? texts.list.emptyHint : texts.list.emptyReader} testId="scores-empty" />
          : <ul className="divide-y divide-line">{periods.map((one) => <PeriodRow key={one.id} period={one} set={sets.find(({ id }) => id === one.setId)} cluster={clusters.find(({ id }) => id === one.clusterId)?.name} />)}</ul>}
      </Section>
      <Section title={texts.list.sets} testId="score-sets">
        {sets.length === 0 ? <p className="text-sm text-ink-2">{texts.list.noSets}</p> : <ul className="divide-y divide-line">{sets.map((one) => <SetRow key={one.id} set={one} onEdit={mayWrite ? () => onEdit(one) : null} />)}</ul>}
      </Section>
    </div>
  );
}

function PeriodRow({ period, set, cluster }: { readonly period: ScorePeriod; readonly set: ScoreSet | undefined; readonly cluster: string | undefined }) {
  const { messages } = usePreferences();
  const { scores: texts } = messages;
  return (
    <li className="py-2.5 first:pt-0 last:pb-0" data-testid="score-period-row">
      <div className="flex flex-wrap items-center gap-2"><Link href={`/scores/${period.id}`} prefetch={false} className="text-sm font-semibold text-accent underline decoration-1 underline-offset-2">{period.name}</Link><PeriodBadges period={period} messages={messages} /></div>
      <p className="tabular mt-0.5 flex flex-wrap gap-x-3 text-xs text-ink-2"><span>{formatDayRange(period.from, period.to)}</span><span>{cluster ?? texts.scopes[period.scope]}</span>{set === undefined ? null : <span>{texts.list.by(set.name, String(period.setVersion))}</span>}</p>
    </li>
  );
}

function SetRow({ set, onEdit }: { readonly set: ScoreSet; readonly onEdit: (() => void) | null }) {
  const { messages, language } = usePreferences();
  const { list, forms } = messages.scores;
  const basis = describeSetBasis(set, messages);
  return (
    <li className="py-2.5 first:pt-0 last:pb-0" data-testid="score-set-row">
      <div className="flex flex-wrap items-center gap-2"><h3 className="text-sm font-semibold">{set.name}</h3><AssumedBadge assumed={set.assumed} messages={messages} />{onEdit === null ? null : <Button size="small" className="ml-auto" onClick={onEdit} data-testid="score-set-edit">{forms.editSet}</Button>}</div>
      <p className="tabular mt-0.5 flex flex-wrap gap-x-3 text-xs text-ink-2"><span>{list.version(String(set.version), formatDay(set.recordedAt.slice(0, 10)))}</span><span>{list.criteria(formatCount(set.criteria.length, language))}</span>{basis === null ? null : <span>{basis}</span>}</p>
      <ul className="mt-1 grid gap-x-6 text-xs text-ink-2 sm:grid-cols-2" aria-label={list.criterion}>
        {set.criteria.map((one) => <li key={one.id} className="flex gap-2 py-0.5"><span className="tabular w-8 shrink-0 text-right font-medium text-ink" title={list.weight}>{formatPoints(one.weight, language)}</span><span>{one.name} <span className="text-ink-3">({describeHow(one, messages)})</span></span></li>)}
      </ul>
    </li>
  );
}
