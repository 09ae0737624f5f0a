'use client';

import Link from 'next/link';
import type { CriterionScore, ScoreCriterion, ScoreEntry, ScoreRecord } from '@/lib/domain/score';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount, formatShare } from '@/lib/format/format-number';
import { nameTableFile } from '@/lib/interop/typed-table';
import { CELL, HEAD, ShareBar } from '@/components/programmes/programme-words';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { TableActions } from '@/components/ui/table-actions';
import { formatTableCell } from '@/components/ui/table-cell';
import { buildRecordTable } from './score-tables';
import { describeFigures, describeHow, formatPoints } from './score-words';

interface CriterionCardProps {
  /** Name of the ward. */
  readonly ward: string;
  readonly criterion: ScoreCriterion;
  readonly score: CriterionScore;
  /** Null when they are not the reader's to see. */
  readonly records: readonly ScoreRecord[] | null;
  readonly entries: readonly ScoreEntry[];
  /** Null when the reader gives no points here. */
  readonly onGive: ((correcting: ScoreEntry | null) => void) | null;
}

/** One criterion of one ward: its points, what they are computed from, and the records behind. */
export function CriterionCard({ ward, criterion, score, records, entries, onGive }: CriterionCardProps) {
  const { messages, language } = usePreferences();
  const { unfold: texts, wholes } = messages.scores;
  const current = entries.find(({ isCurrent }) => isCurrent) ?? null;
  const weight = formatPoints(criterion.weight, language);
  return (
    <article className="rounded-xl border border-line bg-surface px-4 py-3" data-testid="criterion-card" data-state={score.state}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-sm font-semibold">{criterion.name}</h2>
        <span className="text-xs text-ink-2">{describeHow(criterion, messages)}</span>
        <span className="tabular ml-auto text-sm font-semibold">{score.points === null ? <span className="font-normal text-ink-2">{messages.scores.states[score.state]}</span> : texts.points(formatPoints(score.points, language))}</span>
      </div>
      {score.points === null ? null : <div className="mt-1.5"><ShareBar share={score.points / 100} label={`${criterion.name}: ${texts.points(formatPoints(score.points, language))}`} /></div>}
      <p className="tabular mt-1 flex flex-wrap gap-x-3 text-xs text-ink-2">
        {score.state === 'no_data' || score.state === 'not_given' ? null : <span className="font-medium text-ink" data-testid="criterion-figures">{describeFigures(score, language, messages)}</span>}
        <span>{score.share === null ? texts.unused(weight) : texts.weight(weight, formatShare(score.share, language, 1))}</span>
        {criterion.source === 'records' ? <span>{texts.whole(wholes[criterion.formula])}{criterion.full < 1 ? ` ${texts.full(formatShare(criterion.full, language))}` : ''}{criterion.least > 1 ? ` ${texts.least(formatCount(criterion.least, language))}` : ''}</span> : null}
      </p>
      {records === null || records.length === 0 ? null : <Records title={`${criterion.name}: ${ward}`} records={records} />}
      {criterion.source === 'manual' ? <Entries entries={entries} /> : null}
      {onGive === null ? null : <Button size="small" className="mt-2" onClick={() => onGive(current)} data-testid="score-give">{current === null ? texts.give : texts.correct}</Button>}
    </article>
  );
}

const hrefOf = ({ kind, id, parent }: ScoreRecord): string => (kind === 'task' ? `/programmes/${parent ?? ''}` : `/${kind === 'incident' ? 'incidents' : kind === 'dispute' ? 'disputes' : 'patrols'}/${id}`);

/** Columns of the times of a record, by their ids in its table. */
const TIMES: readonly string[] = ['at', 'due', 'done'];

function Records({ title, records }: { readonly title: string; readonly records: readonly ScoreRecord[] }) {
  const { messages, language } = usePreferences();
  const { unfold: texts } = messages.scores;
  const table = buildRecordTable(title, records, messages);
  return (
    <details className="mt-2 text-xs" data-testid="criterion-records">
      <summary className="font-medium text-accent">{texts.records(formatCount(records.length, language))}</summary>
      <div className="mt-1 overflow-x-auto" tabIndex={0} role="group" aria-label={texts.records(formatCount(records.length, language))}>
        <table className="w-full min-w-136 text-xs">
          <thead><tr className="border-b border-line">{[texts.record, texts.at, texts.due, texts.done, texts.counted].map((title) => <th key={title} scope="col" className={HEAD}>{title}</th>)}</tr></thead>
          <tbody>
            {records.map((one, place) => (
              <tr key={`${one.id}/${String(place)}`} className="border-b border-line last:border-0" data-testid="score-record" data-counted={String(one.counted)}>
                <th scope="row" className={CELL}><Link href={hrefOf(one)} prefetch={false} className="whitespace-nowrap text-accent underline">{texts.kinds[one.kind]} {one.id.slice(0, 8)}</Link></th>
                {table.columns.map(({ id, kind }, column) => (TIMES.includes(id) ? <td key={id} className={`${CELL} tabular whitespace-nowrap`}>{formatTableCell(kind, table.rows[place]?.[column] ?? null, language)}</td> : null))}
                <td className={`${CELL} ${one.counted ? 'font-medium text-accent' : 'text-ink-2'}`}>{one.counted ? texts.yes : texts.no}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-1"><TableActions table={table} fileName={nameTableFile(title)} /></div>
    </details>
  );
}

function Entries({ entries }: { readonly entries: readonly ScoreEntry[] }) {
  const { messages, language } = usePreferences();
  const { unfold: texts } = messages.scores;
  if (entries.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1 text-xs" aria-label={texts.entries}>
      {entries.map((entry) => (
        <li key={entry.id} className={entry.isCurrent ? '' : 'text-ink-3'} data-testid="score-entry">
          <span className={`tabular font-medium ${entry.isCurrent ? '' : 'line-through'}`}>{texts.entry(formatPoints(entry.value, language), formatPoints(entry.outOf, language))}</span>{entry.isCurrent ? '' : ` (${texts.corrected})`}
          {' · '}{texts.by(entry.enteredByRole === null ? texts.system : messages.role[entry.enteredByRole as keyof typeof messages.role], formatInstant(entry.enteredAt))}{entry.basis === null ? null : ` · ${texts.basis}: ${entry.basis}`}
        </li>
      ))}
    </ul>
  );
}
