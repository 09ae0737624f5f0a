import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatShare } from '@/lib/format/format-number';
import type { Language } from '@/lib/format/language';
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
