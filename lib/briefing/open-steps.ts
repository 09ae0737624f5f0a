import type { ResultChart, ResultTable } from '../domain/analysis-result';
import type { OpenStep } from '../domain/briefing-facts';
import { isOverdue } from '../rules/coordination-clock';

/** Most steps that a table lists. */
export const MOST_STEP_ROWS = 40;
const MOST_WARDS = 10;
const MINUTE_MS = 60_000;

/** A step with how late it is and how long it is open. */
export interface TimedStep extends OpenStep { readonly lateMinutes: number | null; readonly openMinutes: number }

/** Open steps, the longest overdue first, then the earliest deadline, then the longest open. */
export function orderSteps(steps: readonly OpenStep[], asOfMs: number): readonly TimedStep[] {
  const timed = steps.map((step): TimedStep => ({
    ...step, openMinutes: Math.max(0, Math.floor((asOfMs - Date.parse(step.since)) / MINUTE_MS)),
    lateMinutes: isOverdue({ dueAt: step.dueAt, doneAt: null }, asOfMs) ? Math.floor((asOfMs - Date.parse(step.dueAt!)) / MINUTE_MS) : null,
  }));
  const due = ({ dueAt }: TimedStep): number => (dueAt === null ? Infinity : Date.parse(dueAt));
  return timed.sort((a, b) => Number(b.lateMinutes !== null) - Number(a.lateMinutes !== null) || (due(a) === due(b) ? 0 : due(a) - due(b)) || b.openMinutes - a.openMinutes
    || (a.incidentId + a.kind < b.incidentId + b.kind ? -1 : 1));
}

/** Steps as a table, in the order given. */
export const listSteps = (steps: readonly TimedStep[]): ResultTable => ({
  id: 'steps',
  columns: [
    { id: 'kind', kind: 'code' }, { id: 'ward', kind: 'ward' }, { id: 'lead', kind: 'ward' }, { id: 'category', kind: 'category' }, { id: 'since', kind: 'instant' },
    { id: 'due', kind: 'instant' }, { id: 'late', kind: 'minutes' }, { id: 'incident', kind: 'incident' },
  ],
  rows: steps.slice(0, MOST_STEP_ROWS).map(({ kind, ward, lead, category, since, dueAt, lateMinutes, incidentId }) => ({ cells: [kind, ward, lead, category, since, dueAt, lateMinutes, incidentId] })),
});

/** Open steps of a ward. */
export interface WardLoad { readonly ward: string; open: number; overdue: number }

/** How many steps wait for each ward, and how many of them are late. */
export function countByWard(steps: readonly TimedStep[]): readonly WardLoad[] {
  const loads = new Map<string, WardLoad>();
  for (const { ward, lateMinutes } of steps) {
    if (ward === null) continue;
    const load = loads.get(ward) ?? { ward, open: 0, overdue: 0 };
    load.open++;
    if (lateMinutes !== null) load.overdue++;
    loads.set(ward, load);
  }
  return [...loads.values()].sort((a, b) => b.overdue - a.overdue || b.open - a.open || (a.ward < b.ward ? -1 : 1)).slice(0, MOST_WARDS);
}

/** That as a table. */
export const listWards = (loads: readonly WardLoad[]): ResultTable => ({
  id: 'wards', columns: [{ id: 'ward', kind: 'ward' }, { id: 'open', kind: 'count' }, { id: 'overdue', kind: 'count' }], rows: loads.map(({ ward, open, overdue }) => ({ cells: [ward, open, overdue] })),
});
/** That as a chart. */
export const drawWards = (loads: readonly WardLoad[]): ResultChart => ({
  id: 'wards', kind: 'bars', x: 'ward', y: 'count', xs: loads.map(({ ward }) => ward), series: [{ id: 'overdue', values: loads.map(({ overdue }) => overdue) }, { id: 'timely', values: loads.map(({ open, overdue }) => open - overdue) }],
});
