import type { AnalysisResult, Fact, Finding, ResultChart, ResultFeature, ResultTable, Told, Tone } from '../../domain/analysis-result';
import { MOST_FINDING_INCIDENTS } from '../../domain/analysis-result';
import type { RatePrior } from '../../stats/empirical-bayes';
import type { RankedPlace, SnappedCounts } from '../../stats/junction-ranking';
import type { BorderCrossing } from './border-crossings';
import { discRing, toFindingShape, toPosition } from '../plane/finding-shapes';
import { gammaQuantile } from './gamma-interval';
import type { AnalysisInput } from '../method';

/** All that a ranking of junctions found. */
export interface JunctionsFound {
  readonly input: AnalysisInput;
  readonly parameters: { readonly reachMetres: number; readonly threshold: number };
  readonly crossings: readonly BorderCrossing[];
  readonly snapped: SnappedCounts;
  readonly prior: RatePrior;
  readonly ranked: readonly RankedPlace[];
}

const MOST_ROWS = 100;
const MOST_FINDINGS = 20;
/** A junction is worth a zone when its true risk is more likely than not above the threshold. */
const LEAST_CHANCE = 0.5;
const SURE = 0.95;
const told = (code: string, values: Told['values'] = {}): Told => ({ code, values });

/** 95 % of what the true risk may be, as a multiple of the mean. */
function intervalOf({ count, expected, relative }: RankedPlace, prior: RatePrior): readonly [number, number] {
  if (prior.kind !== 'spread') return [relative, relative];
  const [shape, rate] = [count + prior.shape, expected + prior.rate];
  return [gammaQuantile(shape, 0.025) / rate / prior.mean, gammaQuantile(shape, 0.975) / rate / prior.mean];
}

function nameOf({ input, crossings }: JunctionsFound, place: number): { readonly street: string | null; readonly wardA: string; readonly wardB: string; readonly wardC: string | null } {
  const { wards, street } = crossings[place]!;
  const code = (k: number): string | null => (wards[k] === undefined ? null : input.wards[wards[k]]!.code);
  return { street, wardA: code(0) ?? '', wardB: code(1) ?? '', wardC: code(2) };
}

const valuesOf = (found: JunctionsFound, one: RankedPlace): Told['values'] => {
  const [low, high] = intervalOf(one, found.prior);
  return { ...nameOf(found, one.place), kind: found.crossings[one.place]!.kind, count: one.count, expected: one.expected, relative: one.relative, low, high, chance: one.exceedance, threshold: found.parameters.threshold, reach: found.parameters.reachMetres };
};

/** Brings a ranking into a result: the surest junction first, with what is left of its risk after shrinkage. */
export function tellJunctions(found: JunctionsFound): AnalysisResult {
  const { ranked, prior, parameters, snapped, crossings } = found;
  const likely = ranked.filter(({ exceedance }) => exceedance >= LEAST_CHANCE).slice(0, MOST_FINDINGS);
  const findings = likely.map((one, k) => findingOf(found, one, k));
  const [first] = ranked;
  const warnings: Told[] = [told('no_isochrones'), told('unsnapped', { share: snapped.unsnappedShare, reach: parameters.reachMetres })];
  if (prior.kind === 'even') warnings.push(told('even'));
  if (snapped.counts.reduce((sum, count) => sum + count, 0) < 5 * Math.sqrt(crossings.length)) warnings.push(told('few_incidents', { incidents: snapped.counts.reduce((sum, count) => sum + count, 0), places: crossings.length }));
  if (!crossings.some(({ kind }) => kind === 'crossing')) warnings.push(told('no_streets'));
  return {
    kind: 'found',
    headline: first !== undefined && first.exceedance >= LEAST_CHANCE ? told('headline', valuesOf(found, first)) : told('headline_none', { places: crossings.length, threshold: parameters.threshold }),
    facts: listFacts(found), tables: [rankingTable(found, findings)], charts: [riskChart(found)],
    features: listFeatures(found, findings),
    legend: [
      { tone: 'alarm', drawn: 'fill', told: told('legend_sure', { threshold: parameters.threshold }) },
      { tone: 'accent', drawn: 'fill', told: told('legend_likely', { threshold: parameters.threshold }) },
      { tone: 'calm', drawn: 'dot', told: told('legend_other') },
    ],
    findings, warnings,
  };
}

function listFacts({ ranked, snapped, crossings }: JunctionsFound): Fact[] {
  return [
    { id: 'tri_points', unit: 'count', value: crossings.filter(({ kind }) => kind === 'tri_point').length },
    { id: 'crossings', unit: 'count', value: crossings.filter(({ kind }) => kind === 'crossing').length },
    { id: 'snapped', unit: 'count', value: snapped.counts.reduce((sum, count) => sum + count, 0) },
    { id: 'unsnapped_share', unit: 'share', value: snapped.unsnappedShare },
    { id: 'sure', unit: 'count', value: ranked.filter(({ exceedance }) => exceedance >= SURE).length },
    { id: 'likely', unit: 'count', value: ranked.filter(({ exceedance }) => exceedance >= LEAST_CHANCE).length },
  ];
}

const idOf = (place: number): string => `junction-${String(place + 1)}`;

function rankingTable(found: JunctionsFound, findings: readonly Finding[]): ResultTable {
  const { ranked, prior, crossings } = found;
  const ids = new Set(findings.map(({ id }) => id));
  return {
    id: 'ranking',
    columns: [
      { id: 'kind', kind: 'code' }, { id: 'street', kind: 'text' }, { id: 'ward_a', kind: 'ward' }, { id: 'ward_b', kind: 'ward' }, { id: 'ward_c', kind: 'ward' }, { id: 'count', kind: 'count' },
      { id: 'expected', kind: 'number' }, { id: 'relative', kind: 'ratio' }, { id: 'low', kind: 'ratio' }, { id: 'high', kind: 'ratio' }, { id: 'chance', kind: 'share' },
    ],
    rows: ranked.slice(0, MOST_ROWS).map((one) => {
      const { street, wardA, wardB, wardC } = nameOf(found, one.place);
      const cells = [crossings[one.place]!.kind, street, wardA, wardB, wardC, one.count, one.expected, one.relative, ...intervalOf(one, prior), one.exceedance];
      return ids.has(idOf(one.place)) ? { findingId: idOf(one.place), cells } : { cells };
    }),
  };
}

function riskChart({ ranked, prior, parameters }: JunctionsFound): ResultChart {
  const shown = ranked.slice(0, 15);
  const intervals = shown.map((one) => intervalOf(one, prior));
  return {
    id: 'risk', kind: 'intervals', x: 'count', y: 'ratio', xs: shown.map((_, k) => k + 1),
    series: [{ id: 'relative', values: shown.map(({ relative }) => relative), low: intervals.map(([low]) => low), high: intervals.map(([, high]) => high) }],
    marks: [{ id: 'mean', axis: 'y', at: 1 }, { id: 'threshold', axis: 'y', at: parameters.threshold }],
  };
}

function findingOf(found: JunctionsFound, one: RankedPlace, rank: number): Finding {
  const { input, crossings, snapped, parameters } = found;
  const { x, y } = crossings[one.place]!;
  const inside = input.points.ids.filter((_, i) => snapped.places[i] === one.place);
  return {
    id: idOf(one.place), rank: rank + 1, geometry: toFindingShape(input.plane, [[discRing(x, y, parameters.reachMetres)]])!, incidents: inside.slice(0, MOST_FINDING_INCIDENTS), count: inside.length,
    expected: one.expected, p: null, told: told('place', valuesOf(found, one)),
  };
}

function listFeatures(found: JunctionsFound, findings: readonly Finding[]): ResultFeature[] {
  const { input, crossings, ranked } = found;
  const tones = new Map(ranked.map(({ place, exceedance }): [string, Tone] => [idOf(place), exceedance >= SURE ? 'alarm' : 'accent']));
  const shown = new Set(findings.map(({ id }) => id));
  const dots = ranked.filter(({ place, count }) => count > 0 && !shown.has(idOf(place))).slice(0, 500).reverse().map((one): ResultFeature => {
    const { x, y } = crossings[one.place]!;
    return { geometry: { type: 'Point', coordinates: toPosition(input.plane, x, y) }, tone: 'calm', drawn: 'dot', told: told('place', valuesOf(found, one)) };
  });
  return [...dots, ...[...findings].reverse().map(({ id, geometry, told: words }): ResultFeature => ({ geometry, tone: tones.get(id) ?? 'accent', drawn: 'fill', findingId: id, told: words }))];
}
