'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { ScorePage } from '@/lib/domain/score-page';
import { formatDayRange, formatInstant } from '@/lib/format/format-instant';
import { nameTableFile } from '@/lib/interop/typed-table';
import { useReference } from '@/components/data/use-reference';
import { PinButton } from '@/components/briefing/pin-button';
import { ConsolePage } from '@/components/shell/console-page';
import { DataTable } from '@/components/ui/data-table';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { PeriodActions } from './period-actions';
import { buildFiguresTable, buildPointsTable, listScoreNotes } from './score-tables';
import { PeriodBadges } from './score-words';
import { useScorePage } from './use-scores';

/** One period: the table of its wards. */
export function ScorePeriodPage({ id, today }: { readonly id: string; readonly today: Day }) {
  const { messages } = usePreferences();
  const { scores: texts } = messages;
  const reference = useReference();
  const query = useScorePage(id);
  const page = query.state === 'ready' ? query.data : null;
  return (
    <ConsolePage me={reference.state === 'ready' ? reference.data.me : null} title={page?.period.name ?? texts.title} actions={page === null ? undefined : <>
        <PinButton role={reference.state === 'ready' ? reference.data.me.role : null} pin={() => ({ kind: 'chart', title: page.period.name, path: `/scores/${page.id}` })} />
        <PeriodActions page={page} today={today} onChanged={query.refresh} />
      </>}
      lead={<span className="flex flex-wrap items-center gap-x-3 gap-y-1"><Link href="/scores" className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {texts.back}</Link>{page === null ? null : <><PeriodBadges period={page.period} messages={messages} /><span className="tabular">{formatDayRange(page.period.from, page.period.to)}</span></>}</span>}>
      <QueryState query={query} notFound={texts.notFound} failed={texts.failed} lines={10}>{(ready) => <ScoreTable page={ready} />}</QueryState>
    </ConsolePage>
  );
}

function ScoreTable({ page }: { readonly page: ScorePage }) {
  const { messages, language } = usePreferences();
  const { table: texts } = messages.scores;
  const [view, setView] = useState<'points' | 'figures'>('points');
  const notes = useMemo(() => listScoreNotes(page, messages, language), [page, messages, language]);
  const table = useMemo(() => (view === 'points' ? buildPointsTable(page, notes, messages) : buildFiguresTable(page, notes, messages, language)), [view, page, notes, messages, language]);
  const byRow = view === 'points' ? page.wards : page.wards.flatMap((one) => one.criteria.map(() => one));
  const show = (row: number, column: number, text: string) => {
    const ward = byRow[row]?.ward;
    if (column === 1 && view === 'points' && byRow[row]?.total === null) return <span className="text-ink-2">{texts.noTotal}</span>;
    if (column === 1 && view === 'points') return <span className="font-semibold">{text}</span>;
    return column === 0 && ward !== undefined ? <Link href={`/scores/${page.id}/wards/${ward.code}`} prefetch={false} aria-label={texts.open(ward.name)} className="whitespace-nowrap text-accent underline" data-testid="score-ward-open">{text}</Link> : text;
  };
  return (
    <div className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-4">
      <Section title={texts.title} testId="score-table" actions={<div className="w-52"><Segmented label={texts.view} value={view} options={(['points', 'figures'] as const).map((value) => ({ value, label: texts.views[value] }))} onChange={setView} /></div>}>
        <ul className="mb-2 space-y-0.5 text-xs text-ink-2" data-testid="score-notes">{notes.map((note) => <li key={note}>{note}</li>)}</ul>
        {page.wards.length === 0 ? <p className="text-sm text-ink-2">{texts.empty}</p> : <DataTable key={view} table={table} show={show} fileName={nameTableFile('cham-diem', page.period.name, view)} className="max-h-[70dvh]" testId="score-data" />}
      </Section>
      <ScoreHistory page={page} />
    </div>
  );
}

function ScoreHistory({ page }: { readonly page: ScorePage }) {
  const { messages } = usePreferences();
  const { history: texts, unfold } = messages.scores;
  if (page.history.length === 0) return null;
  const nameKind = ({ subject, kind }: ScorePage['history'][number]): string => (subject === 'entry' ? (kind === 'made' ? texts.entryMade : texts.entryChanged) : texts[kind]);
  return (
    <Section title={texts.title} testId="score-history">
      <ul className="divide-y divide-line text-sm">
        {[...page.history].reverse().map((entry) => (
          <li key={entry.id} className="flex flex-wrap gap-x-3 py-1.5"><span>{nameKind(entry)}</span><span className="tabular text-xs text-ink-2">{unfold.by(entry.actorRole === null ? unfold.system : messages.role[entry.actorRole as keyof typeof messages.role], formatInstant(entry.at))}</span></li>
        ))}
      </ul>
    </Section>
  );
}
