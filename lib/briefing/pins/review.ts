import { rounded } from '../../analysis/rounded';
import type { ResultTable } from '../../domain/analysis-result';
import type { Slide } from '../../domain/briefing';
import type { Day } from '../../domain/instant';
import type { ReviewRow } from '../../domain/programme-review';
import { countChangeScaledZ } from '../../stats/count-change';
import { countSpanDays } from '../../trends/reporting-periods';
import { say } from '../slide-pieces';
import { cutRows, makePinSlide, type Pinned } from './pin-slide';

/** The review of a span, from what was known at the briefing's instant. */
export interface ReviewEvidence {
  readonly kind: 'review';
  readonly from: Day;
  readonly to: Day;
  readonly cluster: string | null;
  readonly rows: readonly ReviewRow[];
}

const total = (rows: readonly ReviewRow[], read: (row: ReviewRow) => number): number => rows.reduce((sum, row) => sum + read(row), 0);

const listPeriods = (rows: readonly ReviewRow[]): ResultTable => ({
  id: 'periods',
  columns: [
    { id: 'from', kind: 'day' }, { id: 'border', kind: 'count' }, { id: 'outside', kind: 'count' }, { id: 'received', kind: 'count' }, { id: 'handled', kind: 'count' }, { id: 'resolve_due', kind: 'count' }, { id: 'resolved_in_time', kind: 'count' },
  ],
  rows: rows.map(({ from, border, outside, reports }) => ({ cells: [from, border, outside, reports.received, reports.handled, reports.resolveDue, reports.resolvedInTime] })),
});

/** What was done, in numbers of patrols, zones, models, tasks and wards: none of them counts incidents. */
const listWork = (rows: readonly ReviewRow[]): ResultTable => ({
  id: 'work',
  columns: [
    { id: 'from', kind: 'day' }, { id: 'joint', kind: 'number' }, { id: 'single', kind: 'number' }, { id: 'zones_closed', kind: 'number' }, { id: 'models', kind: 'number' }, { id: 'tasks_done', kind: 'number' }, { id: 'tasks_due', kind: 'number' },
    { id: 'drug_free', kind: 'number' },
  ],
  rows: rows.map(({ from, work, drugFree }) => ({ cells: [from, work.jointPatrols, work.singlePatrols, work.zonesClosed, work.models, work.tasksDone, work.tasksDue, drugFree?.free ?? null] })),
});

/** What happened, what became of the reports and what was done, period by period. */
export function composeReview(pin: Pinned, { from, to, cluster, rows }: ReviewEvidence): Slide {
  const values = {
    from, to, cluster, count: total(rows, ({ border, outside }) => border + outside), near: total(rows, (row) => row.border), received: total(rows, ({ reports }) => reports.received), handled: total(rows, ({ reports }) => reports.handled),
    due: total(rows, ({ reports }) => reports.resolveDue), inTime: total(rows, ({ reports }) => reports.resolvedInTime),
  };
  if (values.count + values.received === 0) return makePinSlide(pin, 'pin_review', say('review_empty', values));
  const whole = rows.filter(({ isPartial }) => !isPartial);
  const [before, after] = [whole.at(-2), whole.at(-1)];
  const [periods, work] = [cutRows(listPeriods(rows)), cutRows(listWork(rows))];
  const xs = rows.map((row) => row.from);
  return makePinSlide(pin, 'pin_review', say(values.due === 0 ? 'review_counts' : 'review_found', values), {
    uncertainty: [
      ...(before === undefined || after === undefined ? [] : [say('about_last', { first: before.from, second: after.from, before: before.border, after: after.border, z: rounded(countChangeScaledZ(before.border, countSpanDays(before), after.border, countSpanDays(after))) })]),
      say('about_review'), ...(cluster === null ? [] : [say('about_cluster')]), ...periods.told,
    ],
    facts: [{ id: 'count', unit: 'count', value: values.count }, { id: 'border', unit: 'count', value: values.near }, { id: 'received', unit: 'count', value: values.received }, { id: 'handled', unit: 'count', value: values.handled }],
    tables: [periods.table, work.table],
    charts: [{ id: 'incidents', kind: 'bars', x: 'day', y: 'count', xs, series: [{ id: 'border', values: rows.map((row) => row.border) }, { id: 'outside', values: rows.map((row) => row.outside) }] }],
  });
}
