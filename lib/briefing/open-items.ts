import type { Slide } from '../domain/briefing';
import type { BriefingInput } from './briefing-input';
import { countByWard, drawWards, listSteps, listWards, MOST_STEP_ROWS, orderSteps } from './open-steps';
import { boxOfArea, linkToMap, makeMap, makeSlide } from './slide-parts';
import { boxAround, say } from './slide-pieces';

/** What is still open between the wards: who has to act, since when, how late; overdue first. */
export function composeOpenItems(input: BriefingInput): Slide {
  const steps = orderSteps(input.steps, Date.parse(input.asOf));
  const link = linkToMap(input, { period: { kind: 'preset', preset: 'all' }, openOnly: true });
  const [first] = steps;
  if (first === undefined) return makeSlide('open_items', say('open_none'), { map: makeMap(input), link });
  const late = steps.filter(({ lateMinutes }) => lateMinutes !== null);
  const values = { open: steps.length, overdue: late.length, kind: first.kind, ward: first.ward, late: first.lateMinutes, incidents: new Set(steps.map(({ incidentId }) => incidentId)).size };
  const loads = countByWard(steps);
  const byIncident = [...new Map(steps.map((step) => [step.incidentId, step])).values()];
  return makeSlide('open_items', say(late.length === 0 ? 'open_timely' : 'open_overdue', values), {
    uncertainty: [say('about_open'), ...(steps.length > MOST_STEP_ROWS ? [say('more_rows', { shown: MOST_STEP_ROWS, count: steps.length })] : [])],
    facts: [
      { id: 'open', unit: 'count', value: steps.length }, { id: 'overdue', unit: 'count', value: late.length },
      { id: 'incidents', unit: 'count', value: values.incidents }, { id: 'border', unit: 'count', value: byIncident.filter(({ borderZone }) => borderZone).length },
    ],
    tables: [listSteps(steps), ...(loads.length === 0 ? [] : [listWards(loads)])], charts: loads.length === 0 ? [] : [drawWards(loads)],
    map: makeMap(input, {
      bbox: boxAround(byIncident.map(({ position }) => position), 0.03) ?? boxOfArea(input),
      points: byIncident.map(({ incidentId, position, category, borderZone }) => ({ id: incidentId, position, category, borderZone, resolved: false })),
      legend: [{ tone: 'alarm', drawn: 'dot', told: say('legend_open') }],
    }),
    link,
  });
}
