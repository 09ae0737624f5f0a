import { MOST_FINDING_INCIDENTS, type AnalysisResult, type Fact, type Finding, type LegendEntry, type ResultChart, type ResultFeature, type ResultTable, type Told, type Tone } from '../../domain/analysis-result';
import { testTrend } from '../../stats/mann-kendall';
import type { AreaCells } from '../plane/area-cells';
import { COURSES, EMERGING_GROUPS, groupOfClass, listHotPlaces, type Course, type EmergingCube, type EmergingGroup, type EmergingPlace, type TimeSlices } from './emerging-cube';
import { toFindingShape, toShape } from '../plane/finding-shapes';
import { dayOfNumber, type AnalysisInput } from '../method';
import { countByWard } from '../name-place';
import { listConditions } from '../times-conditions';

const TONES: Readonly<Record<`${'hot' | 'cold'}_${EmergingGroup}`, Tone>> = {
  hot_rising: 'hot99', hot_persistent: 'hot95', hot_irregular: 'hot90', hot_fading: 'calm',
  cold_rising: 'cold99', cold_persistent: 'cold95', cold_irregular: 'cold90', cold_fading: 'calm',
};
/** Most places that are told one by one, and most that the chart shows. */
const MOST_PLACES = 40;
const CHART_SERIES = ['first', 'second', 'third', 'fourth'] as const;
/** Fewest incidents of the last slice in a place that is told to be rising; fewer are hot by their neighbours only and stay on the map. */
const LEAST_LAST = 3;
/** Below this many slices a trend test says little. */
const FEW_SLICES = 10;

/** A hot place with its course. */
interface Described extends EmergingPlace {
  readonly pattern: Course;
  readonly counts: readonly number[];
  readonly members: readonly number[];
  readonly last: number;
  readonly before: number;
  readonly p: number;
  readonly ward: string | null;
}

function describePlace(input: AnalysisInput, cube: EmergingCube, slices: TimeSlices, place: EmergingPlace): Described {
  const size = cube.cells.length;
  const counts = Array.from({ length: slices.count }, (_, slice) => place.cells.reduce((sum, cell) => sum + cube.counts[slice * size + cell]!, 0));
  const last = counts.at(-1)!;
  const strongest = place.cells.reduce((a, b) => (cube.z[(slices.count - 1) * size + b]! > cube.z[(slices.count - 1) * size + a]! ? b : a));
  const pattern = cube.patterns[strongest]!;
  const hot = place.cells.flatMap((cell) => Array.from({ length: slices.count }, (_, slice) => slice * size + cell)).filter((at) => cube.signs[at]! > 0);
  const members = place.cells.flatMap((cell) => cube.members[cell]!).sort((a, b) => a - b);
  return {
    ...place, counts, members, last, before: (counts.reduce((sum, count) => sum + count, 0) - last) / (slices.count - 1),
    pattern: pattern.heat === 'none' ? 'new' : pattern.pattern,
    p: hot.reduce((least, at) => Math.min(least, cube.adjusted[at]!), 1),
    ward: countByWard(input, members)[0]?.[0] ?? null,
  };
}

/** How much the last slice differs from those before, in about standard deviations: 2(√last − √before). Source: Wheeler (2016). */
const changeOf = ({ last, before }: Described): number => 2 * (Math.sqrt(last) - Math.sqrt(before));

/** What heats up by how much it rose, what fades by how much it fell, the rest by how much there is. */
const strengthOf = (place: Described): number => (place.group === 'rising' ? changeOf(place) : place.group === 'fading' ? -changeOf(place) : place.last);
const byGroup = (a: Described, b: Described): number => EMERGING_GROUPS.indexOf(a.group) - EMERGING_GROUPS.indexOf(b.group) || strengthOf(b) - strengthOf(a) || b.members.length - a.members.length || a.cells[0]! - b.cells[0]!;

/** What is said of a hot place; its code is its class. */
const tellPlace = ({ pattern, last, before, p, ward, members, cells }: Described, days: number): Told =>
  ({ code: `hot_${pattern}`, values: { last, before, days, p, ward, count: members.length, cells: cells.length } });

function listFindings(input: AnalysisInput, area: AreaCells, cube: EmergingCube, slices: TimeSlices, places: readonly Described[]): Finding[] {
  return places.flatMap((place, rank): Finding[] => {
    const geometry = toFindingShape(input.plane, area.outline(place.cells.map((cell) => cube.cells[cell]!)));
    if (geometry === null) return [];
    const incidents = place.members.slice(0, MOST_FINDING_INCIDENTS).map((i) => input.points.ids[i]!);
    return [{ id: `place-${String(rank + 1)}`, rank: rank + 1, geometry, incidents, count: place.members.length, expected: null, p: place.p, told: tellPlace(place, slices.days) }];
  });
}

function listFeatures({ plane }: AnalysisInput, area: AreaCells, cube: EmergingCube, slices: TimeSlices, places: readonly Described[]): ResultFeature[] {
  const findingOf = new Map(places.flatMap(({ cells }, rank) => cells.map((cell) => [cell, `place-${String(rank + 1)}`])));
  return cube.patterns.flatMap((pattern, cell): ResultFeature[] => {
    const geometry = pattern.heat === 'none' ? null : toShape(plane, [[area.cornersOf(cube.cells[cell]!)]]);
    if (pattern.heat === 'none' || geometry === null) return [];
    const series = Array.from({ length: slices.count }, (_, slice) => cube.signs[slice * cube.cells.length + cell]! * (pattern.heat === 'hot' ? 1 : -1) > 0);
    const told = { code: `cell_${pattern.heat}_${pattern.pattern}`, values: { marked: series.filter(Boolean).length, slices: slices.count, days: slices.days, count: cube.members[cell]!.length } };
    const findingId = findingOf.get(cell);
    return [{ geometry, tone: TONES[`${pattern.heat}_${groupOfClass(pattern.pattern)}`], drawn: 'fill', told, ...(findingId === undefined ? {} : { findingId }) }];
  });
}

function listLegend(features: readonly ResultFeature[]): LegendEntry[] {
  const tones: readonly (readonly [Tone, string])[] = [
    ['hot99', 'legend_hot_rising'], ['hot95', 'legend_hot_persistent'], ['hot90', 'legend_hot_irregular'], ['calm', 'legend_fading'],
    ['cold90', 'legend_cold_irregular'], ['cold95', 'legend_cold_persistent'], ['cold99', 'legend_cold_rising'],
  ];
  return tones.filter(([tone]) => features.some((feature) => feature.tone === tone)).map(([tone, code]) => ({ tone, drawn: 'fill', told: { code, values: {} } }));
}

function buildClassTable({ patterns, members }: EmergingCube): ResultTable {
  const all = members.reduce((sum, { length }) => sum + length, 0);
  const rows = (['hot', 'cold'] as const).flatMap((heat) => COURSES.filter((name) => heat === 'hot' || name !== 'faded').map((name) => {
    const cells = patterns.flatMap((pattern, cell) => (pattern.heat === heat && pattern.pattern === name ? [cell] : []));
    const count = cells.reduce((sum, cell) => sum + members[cell]!.length, 0);
    return { cells: [`${heat}_${name}`, cells.length, count, all === 0 ? null : count / all] };
  }));
  return { id: 'classes', columns: [{ id: 'class', kind: 'code' }, { id: 'cells', kind: 'count' }, { id: 'incidents', kind: 'count' }, { id: 'share', kind: 'share' }], rows };
}

function buildPlaceTable(places: readonly Described[]): ResultTable {
  return {
    id: 'places',
    columns: [
      { id: 'class', kind: 'code' }, { id: 'ward', kind: 'ward' }, { id: 'cells', kind: 'count' }, { id: 'incidents', kind: 'count' }, { id: 'last', kind: 'count' },
      { id: 'before', kind: 'number' }, { id: 'trend_z', kind: 'z' }, { id: 'trend_p', kind: 'p' }, { id: 'p', kind: 'p' },
    ],
    rows: places.map(({ pattern, ward, cells, members, last, before, counts, p }, rank) => {
      const trend = testTrend(counts);
      return { findingId: `place-${String(rank + 1)}`, cells: [`hot_${pattern}`, ward, cells.length, members.length, last, before, trend.z, trend.p, p] };
    }),
  };
}

function listCharts(cube: EmergingCube, slices: TimeSlices, places: readonly Described[]): ResultChart[] {
  const xs = Array.from({ length: slices.count }, (_, slice) => dayOfNumber(slices.firstDay + slice * slices.days));
  const size = cube.cells.length;
  const marked = (sign: number): number[] => xs.map((_, slice) => cube.signs.subarray(slice * size, (slice + 1) * size).reduce((sum, value) => sum + (value === sign ? 1 : 0), 0));
  return [
    ...(places.length === 0 ? [] : [{ id: 'places', kind: 'lines' as const, x: 'day' as const, y: 'count' as const, xs, series: places.slice(0, CHART_SERIES.length).map(({ counts }, k) => ({ id: CHART_SERIES[k]!, values: counts })) }]),
    { id: 'cells', kind: 'lines', x: 'day', y: 'count', xs, series: [{ id: 'hot', values: marked(1) }, { id: 'cold', values: marked(-1) }] },
  ];
}

function listFacts(area: AreaCells, cube: EmergingCube, slices: TimeSlices): Fact[] {
  const size = cube.cells.length;
  const totals = Array.from({ length: slices.count }, (_, slice) => cube.counts.subarray(slice * size, (slice + 1) * size).reduce((sum, count) => sum + count, 0));
  const trend = testTrend(totals);
  const counted = (heat: 'hot' | 'cold', group?: EmergingGroup): number => cube.patterns.filter((pattern) => pattern.heat === heat && (group === undefined || groupOfClass(pattern.pattern) === group)).length;
  return [
    ...EMERGING_GROUPS.map((group): Fact => ({ id: group, unit: 'count', value: counted('hot', group) })),
    { id: 'cold', unit: 'count', value: counted('cold') },
    { id: 'trend_z', unit: 'z', value: trend.z },
    { id: 'trend_p', unit: 'p', value: trend.p },
    { id: 'slices', unit: 'count', value: slices.count },
    { id: 'slice_days', unit: 'days', value: slices.days },
    { id: 'cells', unit: 'count', value: size },
    { id: 'cell', unit: 'metres', value: area.sizeMetres },
  ];
}

function listWarnings(input: AnalysisInput, area: AreaCells, cube: EmergingCube, slices: TimeSlices, told: number, all: number): Told[] {
  const mean = cube.counts.reduce((sum, count) => sum + count, 0) / cube.counts.length;
  return [
    ...listConditions(input, area.sizeMetres),
    ...(slices.count < FEW_SLICES ? [{ code: 'few_slices', values: { slices: slices.count } }] : []),
    ...(slices.leftOutDays > 0 ? [{ code: 'days_left_out', values: { days: slices.leftOutDays, from: dayOfNumber(slices.firstDay) } }] : []),
    ...(mean < 0.5 && !cube.signs.includes(-1) ? [{ code: 'cold_not_seen', values: { mean } }] : []),
    ...(all > told ? [{ code: 'more_places', values: { told, all } }] : []),
  ];
}

/** What the cube shows, as an outcome. */
export function describeEmerging(input: AnalysisInput, area: AreaCells, slices: TimeSlices, cube: EmergingCube, significance: number): AnalysisResult {
  const all = listHotPlaces(cube).map((place) => describePlace(input, cube, slices, place)).filter(({ group, last }) => group !== 'rising' || last >= LEAST_LAST).sort(byGroup);
  const places = all.slice(0, MOST_PLACES);
  const features = listFeatures(input, area, cube, slices, places);
  const first = places[0];
  const values = { places: all.length, rising: all.filter(({ group }) => group === 'rising').length, significance, slices: slices.count, days: slices.days };
  return {
    kind: 'found',
    headline: first === undefined ? { code: 'none', values } : { code: `headline_${first.group}`, values: { ...values, ...tellPlace(first, slices.days).values } },
    facts: listFacts(area, cube, slices),
    tables: [buildPlaceTable(places), buildClassTable(cube)],
    charts: listCharts(cube, slices, places),
    features, legend: listLegend(features),
    findings: listFindings(input, area, cube, slices, places),
    warnings: listWarnings(input, area, cube, slices, places.length, all.length),
  };
}
