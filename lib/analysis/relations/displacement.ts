import type { AnalysisOutcome, Told } from '../../domain/analysis-result';
import { countAround, rankAmongPlacebos, type DatedAreas } from '../../stats/displacement-design';
import { computeQuotients, computeWeightedDifference } from '../../stats/displacement';
import { matchSegments, sortByArea, type AreaDays, type ControlSegment } from './displacement-areas';
import type { Evaluation } from './displacement-evaluation';
import { tellDisplacement } from './displacement-outcome';
import { displacementSchema, type DisplacementParameters } from './displacement-parameters';
import { proposeDisplacement } from './displacement-proposal';
import { footprintOfDisc, listFacingWards } from './footprint';
import { dayNumber, dayOfNumber, type AnalysisInput, type AnalysisMethod } from '../method';
import { findTreatedArea, type TreatedArea } from './treated-area';

/** A footprint is measured out to here beyond its buffers, in metres: controls lie farther than any of them reach. */
const CAP_METRES = 8_000;
const MOST_PLACEBOS = 200;
/** Weeks before the date that controls are matched on. */
const MOST_WEEKS = 26;

/** Did a patrol push incidents over the border, or calm the other side too (B-12, capabilities 14 and 15)? */
export const displacementMethod: AnalysisMethod<DisplacementParameters> = {
  id: 'displacement',
  version: 1,
  fields: [
    { name: 'treated', kind: 'choice', choices: ['patrol', 'zone', 'circle'] },
    { name: 'patrol', kind: 'patrol' },
    { name: 'zone', kind: 'zone' },
    { name: 'longitude', kind: 'number', least: -180, most: 180, unit: 'none' },
    { name: 'latitude', kind: 'number', least: -85, most: 85, unit: 'none' },
    { name: 'radiusMetres', kind: 'number', least: 50, most: 5_000, unit: 'metres' },
    { name: 'ward', kind: 'ward' },
    { name: 'date', kind: 'day' },
    { name: 'periodDays', kind: 'integer', least: 7, most: 365, unit: 'days' },
    { name: 'buffer', kind: 'choice', choices: ['facing', 'ring'] },
    { name: 'corridorMetres', kind: 'number', least: 0, most: 2_000, unit: 'metres' },
    { name: 'ringMetres', kind: 'number', least: 20, most: 2_000, unit: 'metres' },
    { name: 'control', kind: 'choice', choices: ['matched', 'circle'] },
    { name: 'controls', kind: 'integer', least: 1, most: 10, unit: 'count' },
    { name: 'controlLongitude', kind: 'number', least: -180, most: 180, unit: 'none' },
    { name: 'controlLatitude', kind: 'number', least: -85, most: 85, unit: 'none' },
    { name: 'controlRadiusMetres', kind: 'number', least: 50, most: 5_000, unit: 'metres' },
    { name: 'placeboStepDays', kind: 'integer', least: 1, most: 91, unit: 'days' },
  ],
  schema: displacementSchema,
  propose: proposeDisplacement,
  run: (input, parameters, _random, progress) => {
    const treated = findTreatedArea(input, parameters, CAP_METRES + 2 * Math.max(parameters.corridorMetres, parameters.ringMetres));
    if (treated.kind === 'nothing') return treated;
    const reason = findPeriodReason(input, parameters);
    if (reason !== null) return reason;
    if (!progress(0.1)) return null;
    return evaluate(input, parameters, treated, progress);
  },
};

const nothing = (code: string, values: Told['values'] = {}): AnalysisOutcome => ({ kind: 'nothing', reason: { code, values } });

function findPeriodReason({ firstDay, lastDay }: AnalysisInput, { date, periodDays }: DisplacementParameters): AnalysisOutcome | null {
  const day = dayNumber(date);
  if (day - periodDays >= firstDay && day + periodDays - 1 <= lastDay) return null;
  return nothing('period_outside', { from: dayOfNumber(day - periodDays), to: dayOfNumber(day + periodDays - 1), first: dayOfNumber(firstDay), last: dayOfNumber(lastDay) });
}

function evaluate(input: AnalysisInput, parameters: DisplacementParameters, treated: TreatedArea, progress: (share: number) => boolean): AnalysisOutcome | null {
  const { footprint, wards } = treated;
  const facing = wards === null ? new Set<number>() : listFacingWards(input, footprint, wards, parameters.corridorMetres);
  if (parameters.buffer === 'facing' && facing.size === 0) return nothing('no_facing', { corridor: parameters.corridorMetres });
  const days = sortByArea(input, footprint, wards, parameters, input.points.wards.keys());
  const date = dayNumber(parameters.date);
  const inPeriods = (all: readonly number[]): number => all.filter((day) => day >= date - parameters.periodDays && day < date + parameters.periodDays).length;
  if (inPeriods(days.target) === 0) return nothing('no_incident', { from: dayOfNumber(date - parameters.periodDays), to: dayOfNumber(date + parameters.periodDays - 1) });
  if (!progress(0.3)) return null;
  const controls = parameters.control === 'circle' ? givenControl(input, parameters) : matchedControls(input, parameters, treated, days);
  if (!progress(0.8)) return null;
  const [first] = controls;
  if (first === undefined) return nothing(parameters.control === 'circle' ? 'control_outside' : 'no_control');
  const buffers = facing.size === 0 ? (['ring'] as const) : (['facing', 'ring'] as const);
  return tellDisplacement({ input, parameters, treated, facing, days, controls, evaluations: buffers.map((buffer) => assess(input, parameters, days, first, buffer)), byControl: controls.map((control) => assess(input, parameters, days, control, parameters.buffer)) });
}

/** A control circle that was given: all of it, with no displacement of its own. */
function givenControl(input: AnalysisInput, { controlLongitude, controlLatitude, controlRadiusMetres }: DisplacementParameters): ControlSegment[] {
  const [x, y] = input.plane.toPlane(controlLongitude, controlLatitude);
  const days = sortByArea(input, footprintOfDisc(x, y, controlRadiusMetres), null, { corridorMetres: 0, ringMetres: 0 }, input.points.wards.keys());
  return days.target.length === 0 ? [] : [{ x, y, ward: -1, across: -1, distance: 0, days: { target: days.target, facing: [], ring: [] } }];
}

function matchedControls(input: AnalysisInput, parameters: DisplacementParameters, { footprint, wards }: TreatedArea, treated: AreaDays): ControlSegment[] {
  const { buffer, controls } = parameters;
  const date = dayNumber(parameters.date);
  const weeks = Math.min(MOST_WEEKS, Math.floor((date - input.firstDay) / 7));
  return matchSegments(input, { footprint, hasSides: wards !== null, depths: parameters, buffer, treated, date, weeks, most: controls });
}

/** Differences at the date and at the placebo dates before it, for one control and one buffer. */
function assess(input: AnalysisInput, { date: day, periodDays, placeboStepDays, control: kind }: DisplacementParameters, days: AreaDays, control: ControlSegment, buffer: 'facing' | 'ring'): Evaluation {
  const date = dayNumber(day);
  const areas: DatedAreas = { target: days.target, buffer: days[buffer], control: control.days.target, ...(kind === 'circle' ? {} : { bufferControl: control.days[buffer] }) };
  const counts = countAround(areas, date, periodDays);
  const difference = computeWeightedDifference(counts);
  const placebos: Evaluation['placebos'][number][] = [];
  for (let placebo = date - periodDays; placebo - periodDays >= input.firstDay && placebos.length < MOST_PLACEBOS; placebo -= placeboStepDays) {
    placebos.push({ day: placebo, ...computeWeightedDifference(countAround(areas, placebo, periodDays)) });
  }
  const rank = placebos.length === 0 ? null : rankAmongPlacebos(difference.estimate, placebos.map(({ estimate }) => estimate));
  return { buffer, control, counts, difference, quotients: computeQuotients(counts), placebos: placebos.reverse(), rank };
}
