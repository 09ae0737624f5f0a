import type { AnalysisResult, Fact, LegendEntry, ResultChart, ResultFeature, ResultTable, Told, Tone } from '../../domain/analysis-result';
import type { SpillOverFit } from '../../stats/spill-over';
import { toPositions } from '../plane/finding-shapes';
import type { AnalysisInput } from '../method';
import type { WardWeeks } from './ward-weeks';

/** All that a fit of the spill-over found. `error` is the standard error of the neighbours' coefficient. */
export interface SpillOverFound {
  readonly input: AnalysisInput;
  readonly parameters: { readonly weekDays: number; readonly counted: 'all' | 'border_zone' };
  readonly weeks: WardWeeks;
  readonly fit: SpillOverFit;
  readonly error: number | null;
}

/** What crosses one border each way, in incidents over the whole period, and as a share of those of the ward it goes to. */
interface Flow {
  readonly from: number;
  readonly to: number;
  readonly incidents: number;
  readonly share: number;
}

const Z95 = 1.959_963_984_540_054;
const MOST_ROWS = 60;
const told = (code: string, values: Told['values'] = {}): Told => ({ code, values });
/** Classes of the share that comes over a border, by their lower bounds. */
const CLASSES = [[0.05, 'heat7'], [0.02, 'heat5'], [0.01, 'heat4'], [0.002, 'heat2']] as const satisfies readonly (readonly [number, Tone])[];

/** Bounds of a share in proportion to those of the coefficient, 0 to 1; null where it has no error. */
function boundsOf(share: number, { fit, error }: SpillOverFound): readonly [number, number] | null {
  if (error === null || fit.neighbours <= 0) return null;
  const swing = (Z95 * error) / fit.neighbours;
  return [Math.max(0, share * (1 - swing)), Math.min(1, share * (1 + swing))];
}

/** Counts of each ward over all weeks but the first, which nothing precedes; or over all but the last, which nothing follows. */
function sumWeeks({ weeks, places, counts }: WardWeeks, from: number, until: number): Float64Array {
  const sums = new Float64Array(places);
  for (let week = from; week < weeks + until; week++) for (let place = 0; place < places; place++) sums[place]! += counts[week * places + place]!;
  return sums;
}

function listFlows({ input, weeks, fit }: SpillOverFound): Flow[] {
  const [before, after] = [sumWeeks(weeks, 0, -1), sumWeeks(weeks, 1, 0)];
  return input.arcs
    .flatMap(({ wardA, wardB }) => [[wardA, wardB], [wardB, wardA]] as const)
    .map(([from, to]): Flow => {
      const incidents = fit.neighbours * weeks.weights[from * weeks.places + to]! * before[from]!;
      return { from, to, incidents, share: after[to] === 0 ? 0 : Math.min(1, incidents / after[to]!) };
    })
    .sort((a, b) => b.incidents - a.incidents || a.from - b.from || a.to - b.to);
}

/** Brings a fit into a result: the share of all that neighbours explain first, with its interval and its test. */
export function tellSpillOver(found: SpillOverFound): AnalysisResult {
  const { input, fit, parameters } = found;
  const flows = listFlows(found);
  const bounds = boundsOf(fit.spillOverShare, found);
  const top = flows[0];
  const values = { share: fit.spillOverShare, low: bounds?.[0] ?? null, high: bounds?.[1] ?? null, p: fit.p, days: parameters.weekDays };
  return {
    kind: 'found',
    headline: fit.p < 0.05 && top !== undefined ? told('headline_spills', { ...values, from: input.wards[top.from]!.code, to: input.wards[top.to]!.code, incidents: top.incidents }) : told('headline_none', values),
    facts: listFacts(found, bounds), tables: [wardsTable(found), flowsTable(input, flows)], charts: [shareChart(found)],
    features: drawArcs(input, flows),
    legend: [
      ...CLASSES.map(([least, tone], k): LegendEntry => ({ tone, drawn: 'line', told: k === 0 ? told('legend_most', { least }) : told('legend_class', { least, most: CLASSES[k - 1]![0] }) })),
      { tone: 'calm', drawn: 'line', told: told('legend_little', { most: CLASSES.at(-1)![0] }) },
    ],
    findings: [],
    warnings: listWarnings(found, bounds),
  };
}

function listFacts({ fit, weeks, error }: SpillOverFound, bounds: readonly [number, number] | null): Fact[] {
  return [
    { id: 'spill_over_share', unit: 'share', value: fit.spillOverShare, low: bounds?.[0] ?? null, high: bounds?.[1] ?? null },
    { id: 'p', unit: 'p', value: fit.p },
    { id: 'neighbours', unit: 'number', value: fit.neighbours, low: error === null ? null : Math.max(0, fit.neighbours - Z95 * error), high: error === null ? null : fit.neighbours + Z95 * error },
    { id: 'own', unit: 'number', value: fit.own },
    { id: 'overdispersion', unit: 'number', value: fit.overdispersion },
    { id: 'periods', unit: 'count', value: weeks.weeks },
  ];
}

/** Wards that have incidents, those that owe most to their neighbours first. */
function listWards({ weeks, fit }: SpillOverFound): { ward: number; count: number; share: number }[] {
  const counts = sumWeeks(weeks, 1, 0);
  return [...counts].map((count, ward) => ({ ward, count, share: fit.shareByPlace[ward]! })).filter(({ count }) => count > 0).sort((a, b) => b.share - a.share || b.count - a.count || a.ward - b.ward);
}

function wardsTable(found: SpillOverFound): ResultTable {
  return {
    id: 'wards',
    columns: [{ id: 'ward', kind: 'ward' }, { id: 'count', kind: 'count' }, { id: 'share', kind: 'share' }, { id: 'low', kind: 'share' }, { id: 'high', kind: 'share' }, { id: 'incidents', kind: 'number' }],
    rows: listWards(found).map(({ ward, count, share }) => {
      const bounds = boundsOf(share, found);
      return { cells: [found.input.wards[ward]!.code, count, share, bounds?.[0] ?? null, bounds?.[1] ?? null, share * count] };
    }),
  };
}

function flowsTable({ wards }: AnalysisInput, flows: readonly Flow[]): ResultTable {
  return {
    id: 'arcs',
    columns: [{ id: 'from', kind: 'ward' }, { id: 'to', kind: 'ward' }, { id: 'incidents', kind: 'number' }, { id: 'share', kind: 'share' }],
    rows: flows.filter(({ incidents }) => incidents > 0).slice(0, MOST_ROWS).map(({ from, to, incidents, share }) => ({ cells: [wards[from]!.code, wards[to]!.code, incidents, share] })),
  };
}

function shareChart(found: SpillOverFound): ResultChart {
  const shown = listWards(found).slice(0, 15);
  const bounds = shown.map(({ share }) => boundsOf(share, found));
  return {
    id: 'shares', kind: 'intervals', x: 'ward', y: 'share', xs: shown.map(({ ward }) => found.input.wards[ward]!.code),
    series: [{ id: 'share', values: shown.map(({ share }) => share), low: bounds.map((one) => one?.[0] ?? null), high: bounds.map((one) => one?.[1] ?? null) }],
    marks: [{ id: 'all', axis: 'y', at: found.fit.spillOverShare }],
  };
}

/** Each border in the class of the larger share that comes over it. */
function drawArcs(input: AnalysisInput, flows: readonly Flow[]): ResultFeature[] {
  const flowOf = new Map(flows.map((flow) => [`${String(flow.from)} ${String(flow.to)}`, flow]));
  return input.arcs.flatMap(({ wardA, wardB, lines }): ResultFeature[] => {
    const [forth, back] = [flowOf.get(`${String(wardA)} ${String(wardB)}`)!, flowOf.get(`${String(wardB)} ${String(wardA)}`)!];
    const { from, to, share, incidents } = forth.share >= back.share ? forth : back;
    const coordinates = lines.map((line) => toPositions(input.plane, line)).filter((line) => line.length > 1);
    if (coordinates.length === 0) return [];
    const tone = CLASSES.find(([least]) => share >= least)?.[1] ?? 'calm';
    return [{ geometry: { type: 'MultiLineString', coordinates }, tone, drawn: 'line', told: told('arc', { from: input.wards[from]!.code, to: input.wards[to]!.code, share, incidents }) }];
  });
}

function listWarnings({ fit, weeks, parameters, input, error }: SpillOverFound, bounds: readonly [number, number] | null): Told[] {
  const warnings: Told[] = [told('no_season'), told('edge')];
  if (!fit.converged) warnings.push(told('not_converged'));
  if (bounds === null) warnings.push(told(error === null ? 'no_interval' : 'interval_at_zero'));
  else if (bounds[1] - bounds[0] > 0.2) warnings.push(told('wide_interval'));
  const perWeek = input.points.count / (weeks.weeks * weeks.places);
  if (perWeek < 0.5) warnings.push(told('sparse', { mean: perWeek, days: parameters.weekDays }));
  return warnings;
}
