import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatShare } from '@/lib/format/format-number';
import type { Language } from '@/lib/format/language';
import { dayOf, type Day, type Instant } from '@/lib/domain/instant';
import type { ScoreRecord } from '@/lib/domain/score';
import type { ScorePage } from '@/lib/domain/score-page';
import type { TableCell, TypedColumn, TypedTable } from '@/lib/interop/typed-table';
import type { Messages } from '@/lib/messages/messages';
import { describeFigures } from './score-words';

const round = (points: number | null): number | null => (points === null ? null : Math.round(points * 10) / 10);

/** How the scores of a period are to be read, in sentences; the files carry them. */
export function listScoreNotes({ period, set, newestVersion, elsewhere, asOf, isPartialSight }: ScorePage, { scores: { table, list }, role }: Messages, language: Language): string[] {
  const by = period.closedByRole === null ? '' : role[period.closedByRole as keyof typeof role];
  return [
    `${table.period(formatDay(period.from), formatDay(period.to))}. ${list.by(set.name, String(set.version))}.`,
    period.closedAt === null ? `${table.asOf(formatInstant(asOf))}.` : table.frozen(formatInstant(period.closedAt), by),
    table.rule(formatShare(set.leastShare, language)), table.notRanked,
    ...(elsewhere === null || elsewhere === 0 ? [] : [table.elsewhere(String(elsewhere))]), ...(isPartialSight ? [table.partial] : []),
    ...(newestVersion > set.version && period.status === 'open' ? [table.newer(String(newestVersion))] : []),
  ];
}

/** The wards by name, a column a criterion; no points where there are no figures. */
export function buildPointsTable(page: ScorePage, notes: readonly string[], { scores: { table } }: Messages): TypedTable {
  const columns: readonly TypedColumn[] = [
    { id: 'ward', title: table.ward, kind: 'text' }, { id: 'total', title: table.total, kind: 'number' }, { id: 'weight_share', title: table.weightShare, kind: 'share' },
    ...page.set.criteria.map(({ id, name }): TypedColumn => ({ id, title: name, kind: 'number' })),
  ];
  const rows = page.wards.map(({ ward, total, weightShare, criteria }): TableCell[] => [ward.name, round(total), weightShare, ...criteria.map(({ points }) => round(points))]);
  return { title: `${table.title}: ${page.period.name}`, notes, columns, rows };
}

/** Every figure: a row a ward and criterion. What was counted stands as words, so that nothing is ranked by it. */
export function buildFiguresTable(page: ScorePage, notes: readonly string[], messages: Messages, language: Language): TypedTable {
  const { table } = messages.scores;
  const columns: readonly TypedColumn[] = [
    { id: 'ward', title: table.ward, kind: 'text' }, { id: 'criterion', title: table.criterion, kind: 'text' }, { id: 'quantity', title: table.quantity, kind: 'text' },
    { id: 'points', title: table.points, kind: 'number' }, { id: 'weight', title: table.weight, kind: 'number' }, { id: 'used', title: table.used, kind: 'share' },
  ];
  const rows = page.wards.flatMap(({ ward, criteria }) => criteria.map((one, place): TableCell[] => {
    const criterion = page.set.criteria[place];
    return [ward.name, criterion?.name ?? one.id, describeFigures(one, language, messages), round(one.points), criterion?.weight ?? null, one.share];
  }));
  return { title: `${table.title}: ${page.period.name}`, notes, columns, rows };
}

/** Kinds of records that are due by the day, to its end; the others by the minute. */
const isByDay = (kind: ScoreRecord['kind']): boolean => kind === 'dispute' || kind === 'task';
const dayOfInstant = (instant: Instant, backMs = 0): Day => dayOf(new Date(Date.parse(instant) - backMs).toISOString());

/** When a step began, was due and was done: days where it is due by the day, else instants. */
export function timesOfRecord({ kind, at, due, done }: ScoreRecord): { readonly at: Day | Instant; readonly due: Day | Instant | null; readonly done: Day | Instant | null } {
  if (!isByDay(kind)) return { at, due, done };
  return { at: kind === 'task' ? dayOfInstant(at) : at, due: due === null ? null : dayOfInstant(due, 1), done: done === null ? null : dayOfInstant(done) };
}

/** The records behind the points of a criterion, all of one kind. `name`: the ward's and the criterion's. */
export function buildRecordTable(name: string, records: readonly ScoreRecord[], { scores: { unfold } }: Messages): TypedTable {
  const kind = records[0]?.kind ?? 'incident';
  const end = isByDay(kind) ? 'day' : 'instant';
  return {
    title: name, notes: [],
    columns: [
      { id: 'record', title: unfold.record, kind: 'text' }, { id: 'id', title: unfold.id, kind: 'text' }, { id: 'at', title: unfold.at, kind: kind === 'task' ? 'day' : 'instant' },
      { id: 'due', title: unfold.due, kind: end }, { id: 'done', title: unfold.done, kind: end }, { id: 'counted', title: unfold.counted, kind: 'text' },
    ],
    rows: records.map((one): TableCell[] => {
      const { at, due, done } = timesOfRecord(one);
      return [unfold.kinds[one.kind], one.id, at, due, done, one.counted ? unfold.yes : unfold.no];
    }),
  };
}
