import { z } from 'zod';
import type { AnalysisOutcome, Finding, ResultChart, ResultFeature, ResultTable, Told, Tone } from '../../domain/analysis-result';
import { fitRatePrior } from '../../stats/empirical-bayes';
import { gammaQuantile } from '../../stats/gamma-quantile';
import { rankPlaces, type RankedPlace } from '../../stats/junction-ranking';
import type { Progress } from '../../stats/progress';
import { quantileOf } from '../../stats/quantile';
import { wardAt } from './border-share';
import { idsOf } from '../finding-members';
import { toFindingShape, toPositions } from '../plane/finding-shapes';
import { findLackOfSpread, listPlaceWarnings } from './lack-of-spread';
import { bufferLines } from '../plane/line-buffer';
import type { AnalysisInput, AnalysisMethod, Proposal, ScopePoints } from '../method';
import { namePlace } from '../name-place';
import { rounded } from '../rounded';
import { joinSegments, listSegments, snapToSegments, type StreetSegment } from './street-segments';

const LIMITS = { segment: [50, 500], snap: [5, 200], times: [1, 20], sure: [0.5, 0.999] } as const;
const schema = z.strictObject({
  segmentMetres: z.number().min(LIMITS.segment[0]).max(LIMITS.segment[1]), snapMetres: z.number().min(LIMITS.snap[0]).max(LIMITS.snap[1]),
  times: z.number().min(LIMITS.times[0]).max(LIMITS.times[1]), sureness: z.number().min(LIMITS.sure[0]).max(LIMITS.sure[1]),
});
type HotSegmentsParameters = z.output<typeof schema>;

/** Most findings and rows; most segments of the chart; share of incidents off the streets above which it is said. */
const [MOST_FINDINGS, MOST_ROWS, MOST_BARS, MANY_UNSNAPPED] = [60, 300, 12, 0.3] as const;
/** Sureness beyond which a sentence says no more; tables keep the figure. */
const SURE_ENOUGH = 0.999;
/** Sureness from which a segment is drawn in a tone, least first. */
const TONES: readonly (readonly [from: number, tone: Tone])[] = [[0.9, 'hot90'], [0.95, 'hot95'], [0.99, 'hot99']];

interface Found {
  readonly segments: readonly StreetSegment[];
  readonly snapped: Int32Array;
  readonly ranked: readonly RankedPlace[];
  readonly hot: ReadonlySet<number>;
  /** Interval of the relative risk of a ranked segment. */
  readonly intervalOf: (place: RankedPlace) => readonly [number, number] | null;
}

/** Reach in metres: twice the median accuracy of the locations, from 30 to 80 m. */
function proposeSnap({ accuracies }: ScopePoints): Proposal {
  const known = accuracies.filter((value) => !Number.isNaN(value)).sort();
  if (known.length === 0) return { value: 50, by: 'default' };
  const median = quantileOf(known, 0.5);
  const value = Math.round(Math.max(30, Math.min(80, 2 * median)));
  return { value, by: 'data', told: { code: 'snap_from_accuracy', values: { snap: value, median: rounded(median) } } };
}

const nameOf = ({ streets }: AnalysisInput, { street }: StreetSegment): string | null => streets[street]!.name;

function rank(input: AnalysisInput, segments: readonly StreetSegment[], snapped: Int32Array, { times, sureness }: HotSegmentsParameters): Found | null {
  const counts = new Float64Array(segments.length);
  let total = 0;
  for (const k of snapped) {
    if (k < 0) continue;
    counts[k]!++;
    total++;
  }
  if (total === 0) return null;
  const length = segments.reduce((sum, segment) => sum + segment.lengthMetres, 0);
  const expected = Float64Array.from(segments, ({ lengthMetres }) => (total * lengthMetres) / length);
  const ranked = rankPlaces(counts, expected, times);
  const prior = fitRatePrior({ counts, exposures: expected });
  const intervalOf = (place: RankedPlace): readonly [number, number] | null => {
    if (prior.kind !== 'spread') return null;
    const bound = (share: number): number => gammaQuantile(share, place.count + prior.shape, place.expected + prior.rate) / prior.mean;
    return [bound(0.025), bound(0.975)];
  };
  return { segments, snapped, ranked, intervalOf, hot: new Set(ranked.filter(({ exceedance, count }) => exceedance >= sureness && count > 0).map(({ place }) => place)) };
}

function listFindings(input: AnalysisInput, { segments, snapped, ranked, hot }: Found, { snapMetres }: HotSegmentsParameters): Finding[] {
  const rankOf = new Map(ranked.map((one) => [one.place, one]));
  const membersOf = new Map<number, number[]>([...hot].map((place) => [place, []]));
  snapped.forEach((place, i) => { membersOf.get(place)?.push(i); });
  return joinSegments(segments, [...hot]).map((group) => {
    const best = group.reduce((a, b) => (rankOf.get(b)!.count > rankOf.get(a)!.count ? b : a));
    return { group, best, members: group.flatMap((place) => membersOf.get(place)!).sort((a, b) => a - b), expected: group.reduce((sum, place) => sum + rankOf.get(place)!.expected, 0) };
  }).sort((a, b) => (b.members.length - b.expected) - (a.members.length - a.expected) || a.group[0]! - b.group[0]!).slice(0, MOST_FINDINGS)
    .flatMap(({ group, best, members, expected }): Finding[] => {
      const geometry = toFindingShape(input.plane, bufferLines(group.map((place) => segments[place]!.line), snapMetres).map(([outer]) => [outer!]));
      const lengthMetres = group.reduce((sum, place) => sum + segments[place]!.lengthMetres, 0);
      const { relative, exceedance } = rankOf.get(best)!;
      const values = { ...namePlace(input, members), street: nameOf(input, segments[best]!), count: members.length, lengthMetres: rounded(lengthMetres), expected: rounded(expected), relative: rounded(relative), sureness: Math.min(SURE_ENOUGH, exceedance) };
      return geometry === null ? [] : [{ id: '', rank: 0, geometry, incidents: idsOf(input, members), count: members.length, expected: rounded(expected), p: null, told: { code: 'stretch', values } }];
    }).map((finding, at) => ({ ...finding, id: `s${String(at + 1)}`, rank: at + 1 }));
}

function drawSegments(input: AnalysisInput, { segments, ranked, hot }: Found): ResultFeature[] {
  return TONES.flatMap(([from, tone], at): ResultFeature[] => {
    const until = TONES[at + 1]?.[0] ?? Infinity;
    // The least tone also takes what is hot by a lower sureness that the analyst chose.
    const lines = ranked.filter(({ exceedance, place }) => (exceedance >= from || (at === 0 && hot.has(place))) && exceedance < until).map(({ place }) => toPositions(input.plane, segments[place]!.line)).filter(({ length }) => length > 1);
    return lines.length === 0 ? [] : [{ geometry: { type: 'MultiLineString', coordinates: lines }, tone, drawn: 'line', told: { code: tone, values: { segments: lines.length } } }];
  });
}

function tabulate(input: AnalysisInput, { segments, ranked, intervalOf }: Found): ResultTable {
  return {
    id: 'segments',
    columns: [
      { id: 'rank', kind: 'count' }, { id: 'street', kind: 'text' }, { id: 'ward', kind: 'ward' }, { id: 'length', kind: 'metres' }, { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' },
      { id: 'per100', kind: 'number' }, { id: 'relative', kind: 'ratio' }, { id: 'low', kind: 'ratio' }, { id: 'high', kind: 'ratio' }, { id: 'sureness', kind: 'share' },
    ],
    rows: ranked.filter(({ count }) => count > 0).slice(0, MOST_ROWS).map((one, at) => {
      const segment = segments[one.place]!;
      const [x, y] = segment.line[Math.floor(segment.line.length / 2)]!;
      const interval = intervalOf(one);
      return { cells: [at + 1, nameOf(input, segment), input.wards[wardAt(input, x, y)]?.code ?? null, rounded(segment.lengthMetres), one.count, rounded(one.expected), rounded((one.count / segment.lengthMetres) * 100), rounded(one.relative), rounded(interval?.[0]), rounded(interval?.[1]), rounded(one.exceedance)] };
    }),
  };
}

function chartTop(input: AnalysisInput, { segments, ranked, intervalOf }: Found, times: number): ResultChart | null {
  const top = ranked.filter(({ count }) => count > 0).slice(0, MOST_BARS);
  if (top.length === 0 || intervalOf(top[0]!) === null) return null;
  const intervals = top.map((one) => intervalOf(one)!);
  return {
    id: 'top', kind: 'intervals', x: 'text', y: 'ratio', xs: top.map(({ place }, at) => `${String(at + 1)}. ${nameOf(input, segments[place]!) ?? '–'}`),
    series: [{ id: 'relative', values: top.map(({ relative }) => rounded(relative)), low: intervals.map(([low]) => rounded(low)), high: intervals.map(([, high]) => rounded(high)) }],
    marks: [{ id: 'times', axis: 'y', at: times }],
  };
}

function run(input: AnalysisInput, parameters: HotSegmentsParameters, _random: unknown, progress: Progress): AnalysisOutcome | null {
  const lack = findLackOfSpread(input);
  if (lack !== null) return { kind: 'nothing', reason: lack };
  if (!progress(0)) return null;
  const segments = listSegments(input, parameters.segmentMetres);
  if (segments.length < 2) return { kind: 'nothing', reason: { code: 'no_streets', values: {} } };
  const snapped = snapToSegments(input.points, segments, parameters.snapMetres, (share) => progress(0.2 + share * 0.3));
  if (snapped === null) return null;
  const found = rank(input, segments, snapped, parameters);
  if (found === null) return { kind: 'nothing', reason: { code: 'none_near', values: { count: input.points.count, snap: parameters.snapMetres } } };
  if (!progress(0.6)) return null;
  const findings = listFindings(input, found, parameters);
  if (!progress(0.8)) return null;
  const [lines, chart] = [drawSegments(input, found), chartTop(input, found, parameters.times)];
  const outlines = findings.map(({ geometry, id, told }): ResultFeature => ({ geometry, tone: 'accent', drawn: 'outline', findingId: id, told }));
  return {
    kind: 'found', headline: sayHeadline(input, found, findings, parameters), ...sayFacts(input, found, parameters),
    tables: [tabulate(input, found)], charts: chart === null ? [] : [chart], features: [...lines, ...outlines], findings,
    legend: [...lines.map(({ tone, drawn, told }) => ({ tone, drawn, told: told! })), ...(outlines.length > 0 ? [{ tone: 'accent', drawn: 'outline', told: { code: 'legend_stretch', values: { times: parameters.times, sureness: parameters.sureness } } } as const] : [])],
  };
}

const unsnappedShare = ({ points }: AnalysisInput, { snapped }: Found): number => snapped.filter((place) => place < 0).length / points.count;

function sayHeadline(input: AnalysisInput, found: Found, findings: readonly Finding[], { times, sureness }: HotSegmentsParameters): Told {
  const values = { segments: found.segments.length, times, asked: sureness, stretches: findings.length, unsnapped: rounded(unsnappedShare(input, found)) };
  return findings[0] === undefined ? { code: 'none', values } : { code: 'headline', values: { ...findings[0].told.values, ...values } };
}

function sayFacts(input: AnalysisInput, found: Found, { snapMetres, times }: HotSegmentsParameters) {
  const { segments, ranked, hot, intervalOf } = found;
  const length = segments.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
  const hotLength = [...hot].reduce((sum, place) => sum + segments[place]!.lengthMetres, 0);
  const [all, inHot] = ranked.reduce(([sum, part], { count, place }) => [sum + count, part + (hot.has(place) ? count : 0)], [0, 0]);
  const unsnapped = unsnappedShare(input, found);
  const interval = intervalOf(ranked[0]!);
  const warnings = listPlaceWarnings(input, snapMetres);
  if (unsnapped > MANY_UNSNAPPED) warnings.push({ code: 'many_unsnapped', values: { share: rounded(unsnapped), snap: snapMetres } });
  if (interval === null) warnings.push({ code: 'even', values: { times } });
  return {
    warnings,
    facts: [
      { id: 'topRelative', unit: 'ratio' as const, value: rounded(ranked[0]!.relative), ...(interval === null ? {} : { low: rounded(interval[0]), high: rounded(interval[1]) }) },
      { id: 'hotSegments', unit: 'count' as const, value: hot.size },
      { id: 'hotLengthShare', unit: 'share' as const, value: rounded(hotLength / length) },
      { id: 'hotCountShare', unit: 'share' as const, value: rounded(inHot / all) },
      { id: 'unsnappedShare', unit: 'share' as const, value: rounded(unsnapped) },
      { id: 'segments', unit: 'count' as const, value: segments.length },
      { id: 'lengthKm', unit: 'km' as const, value: rounded(length / 1000) },
    ],
  };
}

/** Street segments ranked by the probability that their risk is so many times the mean (B-19, hot routes). */
export const hotSegmentsMethod: AnalysisMethod<HotSegmentsParameters> = {
  id: 'hot_segments', version: 1,
  fields: [
    { name: 'segmentMetres', kind: 'number', least: LIMITS.segment[0], most: LIMITS.segment[1], unit: 'metres' },
    { name: 'snapMetres', kind: 'number', least: LIMITS.snap[0], most: LIMITS.snap[1], unit: 'metres' },
    { name: 'times', kind: 'number', least: LIMITS.times[0], most: LIMITS.times[1], unit: 'ratio' },
    { name: 'sureness', kind: 'number', least: LIMITS.sure[0], most: LIMITS.sure[1], unit: 'share' },
  ],
  schema,
  propose: ({ points }) => ({ segmentMetres: { value: 150, by: 'default' }, snapMetres: proposeSnap(points), times: { value: 2, by: 'default' }, sureness: { value: 0.95, by: 'default' } }),
  run,
};
