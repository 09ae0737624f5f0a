import { z } from 'zod';
import type { AnalysisOutcome, AnalysisResult, Fact, Finding, ResultChart, ResultFeature, ResultTable, Told } from '../../domain/analysis-result';
import { DISTANCE_METRICS } from '../../stats/close-pairs';
import { testCrossBorder, type CrossBorderKnox } from '../../stats/cross-border-knox';
import { listDistanceRatios } from './distance-ratios';
import { toPositions } from '../plane/finding-shapes';
import { dayOfNumber, type AnalysisInput, type AnalysisMethod } from '../method';
import { listRepeatPairs, listWardRepeats, pairCode, type RepeatPairs } from './near-repeats';
import { proposeRepeatBands } from './repeat-bands';
import { isDirected, listSteps, type StepsBetween } from './step-directions';
import { listStepOverZones, type StepOverZone } from './step-over-zones';

const schema = z.strictObject({
  distanceMetres: z.number().min(20).max(500),
  days: z.int().min(1).max(60),
  metric: z.enum(DISTANCE_METRICS),
  watchDays: z.int().min(1).max(60),
  permutations: z.int().min(99).max(9_999),
  resamples: z.int().min(99).max(1_999),
});
type P = z.output<typeof schema>;

const DAY = 86_400;
const MOST_ZONES = 20;
const MOST_ROWS = 60;
const told = (code: string, values: Told['values'] = {}): Told => ({ code, values });
const nothing = (code: string, values: Told['values'] = {}): AnalysisOutcome => ({ kind: 'nothing', reason: told(code, values) });

interface Found {
  readonly input: AnalysisInput;
  readonly parameters: P;
  readonly repeats: RepeatPairs;
  readonly knox: CrossBorderKnox;
  readonly steps: readonly StepsBetween[];
  readonly zones: readonly StepOverZone[];
}

/** Near repeats across ward borders: do they happen, which way do they step, and where to look out now (B-8x, capability 13). */
export const crossBorderRepeatMethod: AnalysisMethod<P> = {
  id: 'cross_border_repeat',
  version: 1,
  fields: [
    { name: 'distanceMetres', kind: 'number', least: 20, most: 500, unit: 'metres' },
    { name: 'days', kind: 'integer', least: 1, most: 60, unit: 'days' },
    { name: 'metric', kind: 'choice', choices: DISTANCE_METRICS },
    { name: 'watchDays', kind: 'integer', least: 1, most: 60, unit: 'days' },
    { name: 'permutations', kind: 'integer', least: 99, most: 9_999, unit: 'count' },
    { name: 'resamples', kind: 'integer', least: 99, most: 1_999, unit: 'count' },
  ],
  schema,
  propose: (input, given) => {
    const bands = proposeRepeatBands(input, given);
    return {
      ...bands,
      metric: { value: 'euclidean', by: 'default' },
      watchDays: { value: given.days ?? bands.days.value, by: 'default' },
      permutations: { value: 999, by: 'default' },
      resamples: { value: 499, by: 'default' },
    };
  },
  run: (input, parameters, random, progress) => {
    const within = parameters.days * DAY;
    if (input.wards.length < 2 || input.arcs.length === 0) return nothing('no_border');
    const repeats = listRepeatPairs(input, parameters.distanceMetres, parameters.metric);
    const reason = findReason(input, repeats, parameters);
    if (reason !== null) return reason;
    const knox = testCrossBorder({ ...repeats, within }, parameters, random, progress);
    if (knox === null) return null;
    const wardRepeats = listWardRepeats(repeats, within);
    const zones = listStepOverZones(input, wardRepeats, { distanceMetres: parameters.distanceMetres, watchDays: parameters.watchDays, most: MOST_ZONES });
    return tell({ input, parameters, repeats, knox, steps: listSteps(wardRepeats), zones });
  },
};

function findReason(input: AnalysisInput, { of, pairs, wards, times }: RepeatPairs, { distanceMetres, days }: P): AnalysisOutcome | null {
  if (of.length < 2) return nothing('too_few', { incidents: of.length });
  const period = input.lastDay - input.firstDay + 1;
  if (period < 3 * days) return nothing('period_too_short', { period, days });
  if (times.at(-1)! - times[0]! < days * DAY) return nothing('all_at_once', { days });
  if (!pairs.first.some((i, k) => wards[i] !== wards[pairs.second[k]!])) return nothing('no_cross_pair', { distance: distanceMetres });
  return null;
}

function tell(found: Found): AnalysisResult {
  const { input, knox, steps, zones, parameters } = found;
  return {
    kind: 'found',
    headline: headlineOf(found),
    facts: listFacts(found),
    tables: [stepsTable(input, steps), watchTable(input, zones)],
    charts: listCharts(found),
    features: [...arcFeatures(input, steps), ...zones.map((zone, k) => zoneFeature(found, zone, k))],
    legend: [
      { tone: 'alarm', drawn: 'line', told: told('legend_directed') },
      { tone: 'accent', drawn: 'line', told: told('legend_repeats') },
      ...(['heat6', 'heat4', 'heat2'] as const).map((tone) => ({ tone, drawn: 'fill' as const, told: told(`legend_${tone}`, { days: parameters.watchDays }) })),
    ].filter(({ tone, drawn }) => drawn === 'line' || zones.some((zone) => toneOf(input, parameters, zone) === tone)) as AnalysisResult['legend'],
    findings: zones.map((zone, k) => findingOf(input, zone, k)),
    warnings: listWarnings(found, knox),
  };
}

function headlineOf({ input, knox, steps, parameters }: Found): Told {
  const common = { days: parameters.days, distance: parameters.distanceMetres, observed: knox.cross.observed, expected: knox.cross.expected, p: knox.cross.p };
  const [first] = steps;
  if (first !== undefined && isDirected(first)) {
    const { from, to, forth, back, adjusted, expected } = first;
    return told('headline_directed', { ...common, from: input.wards[from]!.code, to: input.wards[to]!.code, forth, steps: forth + back, p: adjusted, chance: expected });
  }
  return told(knox.cross.p < 0.05 ? 'headline_repeats' : 'headline_none', common);
}

function listFacts({ knox, steps }: Found): Fact[] {
  const { cross, within, stepOver, stepOverInterval } = knox;
  return [
    { id: 'cross_observed', unit: 'count', value: cross.observed },
    { id: 'cross_expected', unit: 'number', value: cross.expected },
    { id: 'cross_ratio', unit: 'ratio', value: cross.ratio },
    { id: 'cross_p', unit: 'p', value: cross.p },
    { id: 'within_ratio', unit: 'ratio', value: within.ratio },
    { id: 'within_p', unit: 'p', value: within.p },
    { id: 'step_over', unit: 'ratio', value: stepOver, low: stepOverInterval?.[0] ?? null, high: stepOverInterval?.[1] ?? null },
    { id: 'directed', unit: 'count', value: steps.filter(isDirected).length },
  ];
}

function stepsTable(input: AnalysisInput, steps: readonly StepsBetween[]): ResultTable {
  const verdict = (one: StepsBetween): string => (isDirected(one) ? 'directed' : one.adjusted === null ? 'too_few_steps' : 'undirected');
  return {
    id: 'steps',
    columns: [
      { id: 'pair', kind: 'pair' }, { id: 'observed', kind: 'count' }, { id: 'expected', kind: 'number' }, { id: 'ratio', kind: 'ratio' }, { id: 'from', kind: 'ward' },
      { id: 'forth', kind: 'count' }, { id: 'back', kind: 'count' }, { id: 'p', kind: 'p' }, { id: 'adjusted', kind: 'p' }, { id: 'verdict', kind: 'code' },
    ],
    rows: steps.filter(({ observed }) => observed > 0).slice(0, MOST_ROWS).map((one) => ({
      cells: [
        pairCode(input, one.wardA, one.wardB), one.observed, one.expected, one.expected === 0 ? null : one.observed / one.expected,
        one.forth === one.back ? null : input.wards[one.from]!.code, one.forth, one.back, one.p, one.adjusted, verdict(one),
      ],
    })),
  };
}

const zoneId = (place: number): string => `step-over-${String(place + 1)}`;

function watchTable(input: AnalysisInput, zones: readonly StepOverZone[]): ResultTable {
  return {
    id: 'watch',
    columns: [{ id: 'from', kind: 'ward' }, { id: 'to', kind: 'ward' }, { id: 'incidents', kind: 'count' }, { id: 'last', kind: 'day' }, { id: 'weight', kind: 'number' }, { id: 'factor', kind: 'ratio' }],
    rows: zones.map(({ from, to, incidents, lastDay, weight, factor }, k) => ({
      findingId: zoneId(k), cells: [input.wards[from]!.code, input.wards[to]!.code, incidents.length, dayOfNumber(lastDay), weight, factor],
    })),
  };
}

function listCharts({ input, parameters, repeats, steps }: Found): ResultChart[] {
  const { middles, cross, within } = listDistanceRatios(repeats, parameters.days * DAY, parameters.distanceMetres);
  const shown = steps.filter(({ forth }) => forth > 0).slice(0, 10);
  return [
    { id: 'by_distance', kind: 'lines', x: 'metres', y: 'ratio', xs: middles, series: [{ id: 'cross', values: cross }, { id: 'within', values: within }], marks: [{ id: 'chance', axis: 'y', at: 1 }] },
    { id: 'directions', kind: 'bars', x: 'pair', y: 'count', xs: shown.map(({ from, to }) => pairCode(input, from, to)), series: [{ id: 'forth', values: shown.map(({ forth }) => forth) }, { id: 'back', values: shown.map(({ back }) => back) }] },
  ];
}

function arcFeatures(input: AnalysisInput, steps: readonly StepsBetween[]): ResultFeature[] {
  return steps.filter((one) => isDirected(one) || one.observed > one.expected + 1).slice(0, 40).reverse().flatMap((one): ResultFeature[] => {
    const arc = input.arcs.find(({ wardA, wardB }) => (wardA === one.wardA && wardB === one.wardB) || (wardA === one.wardB && wardB === one.wardA));
    if (arc === undefined) return [];
    const { observed, expected, forth, back, from, to } = one;
    const lines = arc.lines.map((line) => toPositions(input.plane, line)).filter((line) => line.length > 1);
    if (lines.length === 0) return [];
    const values = { pair: pairCode(input, from, to), observed, expected, forth, back, from: input.wards[from]!.code };
    return [{ geometry: { type: 'MultiLineString', coordinates: lines }, tone: isDirected(one) ? 'alarm' : 'accent', drawn: 'line', told: told(isDirected(one) ? 'arc_directed' : 'arc_repeats', values) }];
  });
}

function toneOf({ lastDay }: AnalysisInput, { watchDays }: P, zone: StepOverZone): 'heat2' | 'heat4' | 'heat6' {
  const age = (lastDay - zone.lastDay) / watchDays;
  return age < 1 / 3 ? 'heat6' : age < 2 / 3 ? 'heat4' : 'heat2';
}

const zoneValues = ({ wards }: AnalysisInput, { from, to, incidents, lastDay, factor }: StepOverZone): Told['values'] =>
  ({ from: wards[from]!.code, to: wards[to]!.code, count: incidents.length, last: dayOfNumber(lastDay), factor });

const zoneFeature = ({ input, parameters }: Found, zone: StepOverZone, place: number): ResultFeature =>
  ({ geometry: zone.geometry, tone: toneOf(input, parameters, zone), drawn: 'fill', findingId: zoneId(place), told: told('zone', zoneValues(input, zone)) });

const findingOf = (input: AnalysisInput, zone: StepOverZone, place: number): Finding => ({
  id: zoneId(place), rank: place + 1, geometry: zone.geometry, count: zone.incidents.length, expected: null, p: null,
  incidents: zone.incidents.slice(0, 2_000).map((i) => input.points.ids[i]!), told: told('zone', zoneValues(input, zone)),
});

function listWarnings({ input, parameters, zones }: Found, { cross, stepOver, stepOverInterval }: CrossBorderKnox): Told[] {
  const warnings: Told[] = [];
  const period = input.lastDay - input.firstDay + 1;
  if (cross.expected < 5) warnings.push(told('few_pairs', { expected: cross.expected }));
  if (cross.p >= 0.05 && zones.length > 0) warnings.push(told('watch_unproven'));
  if (stepOver === null) warnings.push(told('no_step_over'));
  else if (stepOverInterval === null || stepOverInterval[1] / Math.max(stepOverInterval[0], 1e-9) > 4) warnings.push(told('wide_interval'));
  if (period > 400) warnings.push(told('long_period', { period }));
  if (input.categories.length > 1) warnings.push(told('many_kinds', { kinds: input.categories.length }));
  const known = [...input.points.accuracies].filter(Number.isFinite).sort((a, b) => a - b);
  const typical = known[Math.floor(known.length / 2)];
  if (typical !== undefined && typical * 2 > parameters.distanceMetres) warnings.push(told('coarse_places', { accuracy: typical }));
  return warnings;
}
