import { z } from 'zod';
import type { AnalysisOutcome, ResultChart, ResultFeature, ResultTable, Told, Tone } from '../../domain/analysis-result';
import { classifyGetisOrd, computeGetisOrd, type GetisOrd } from '../../stats/getis-ord';
import type { Progress } from '../../stats/progress';
import { buildAreaCells, type AreaCells } from '../plane/area-cells';
import { wardAt } from './border-share';
import { deviations, expectCounts, proposeYardstick, surroundingsMetres, YARDSTICKS } from '../cell-background';
import { countInCells, describeGroups, listGroups, type CellCounts, type CellGroup } from '../plane/cell-groups';
import { CELL_FIELDS, cellShape, proposeCells, usableCellMetres } from './cell-parameters';
import { toShape } from '../plane/finding-shapes';
import { findLackOfSpread, listPlaceWarnings } from './lack-of-spread';
import type { AnalysisInput, AnalysisMethod } from '../method';
import { countByWard } from '../name-place';
import { rounded } from '../rounded';

const CONFIDENCES = ['90', '95', '99'] as const;
const schema = z.strictObject({ ...cellShape, against: z.enum(YARDSTICKS), confidence: z.enum(CONFIDENCES) });
type GetisOrdParameters = z.output<typeof schema>;

/** Most cells of the grid; beyond, groups of cells take longer to tell than anyone waits. */
const MOST_CELLS = 400_000;
/** Fewest cells of which a mean and a spread are taken; most groups and cells that are listed. */
const [LEAST_CELLS, MOST_GROUPS, MOST_ROWS] = [10, 50, 1_000] as const;
/** Incidents expected in a neighbourhood below which the normal approximation is said to be rough. */
const ROUGH_EXPECTED = 5;

/** Classes from the surest cold to the surest hot, as their codes and tones; the place of 0 is not coloured. */
const CLASSES = ['cold99', 'cold95', 'cold90', 'none', 'hot90', 'hot95', 'hot99'] as const;
const codeOf = (level: number): (typeof CLASSES)[number] => CLASSES[level + 3]!;

interface Found {
  readonly cells: AreaCells;
  readonly counted: CellCounts;
  readonly statistic: GetisOrd;
  readonly levels: Int8Array;
  readonly groups: readonly CellGroup[];
}

function drawClasses(input: AnalysisInput, { cells, levels }: Found): ResultFeature[] {
  return [-1, -2, -3, 1, 2, 3].flatMap((level): ResultFeature[] => {
    const places = [...levels.keys()].filter((place) => levels[place] === level);
    const geometry = places.length === 0 ? null : toShape(input.plane, cells.outline(places));
    const tone = codeOf(level) as Tone;
    return geometry === null ? [] : [{ geometry, tone, drawn: 'fill', told: { code: tone, values: { cells: places.length } } }];
  });
}

function tabulateGroups(input: AnalysisInput, { groups, statistic }: Found): ResultTable {
  return {
    id: 'groups',
    columns: [
      { id: 'rank', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'otherWard', kind: 'ward' }, { id: 'wards', kind: 'count' }, { id: 'cells', kind: 'count' },
      { id: 'areaKm2', kind: 'km2' }, { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' }, { id: 'z', kind: 'z' }, { id: 'p', kind: 'p' },
    ],
    rows: groups.map(({ finding, members, cells, areaKm2, expected }) => {
      const wards = countByWard(input, members);
      const z = cells.reduce((most, cell) => Math.max(most, statistic.z[cell]!), -Infinity);
      return { findingId: finding.id, cells: [finding.rank, wards[0]?.[0] ?? null, wards[1]?.[0] ?? null, wards.length, cells.length, rounded(areaKm2), finding.count, rounded(expected), rounded(z), rounded(finding.p)] };
    }),
  };
}

function tabulateCells(input: AnalysisInput, { cells, counted, statistic, levels, groups }: Found): ResultTable {
  const places = [...levels.keys()].filter((place) => levels[place] !== 0).sort((a, b) => Math.abs(statistic.z[b]!) - Math.abs(statistic.z[a]!) || a - b).slice(0, MOST_ROWS);
  const groupOf = new Map(groups.flatMap(({ cells: inside, finding }) => inside.map((cell) => [cell, finding.id] as const)));
  return {
    id: 'cells',
    columns: [{ id: 'class', kind: 'code' }, { id: 'ward', kind: 'ward' }, { id: 'count', kind: 'count' }, { id: 'z', kind: 'z' }, { id: 'p', kind: 'p' }, { id: 'adjusted', kind: 'p' }],
    rows: places.map((place) => {
      const findingId = groupOf.get(place);
      const [x, y] = cells.centreOf(place);
      const row = [codeOf(levels[place]!), input.wards[wardAt(input, x, y)]?.code ?? null, counted.counts[place]!, rounded(statistic.z[place]), rounded(statistic.p[place]), rounded(statistic.adjusted[place])];
      return { ...(findingId === undefined ? {} : { findingId }), cells: row };
    }),
  };
}

function chartClasses({ levels }: Found): ResultChart {
  const codes = CLASSES.filter((code) => code !== 'none');
  const values = codes.map((code) => levels.reduce((sum, level) => sum + (codeOf(level) === code ? 1 : 0), 0));
  return { id: 'classes', kind: 'bars', x: 'code', y: 'count', xs: codes, series: [{ id: 'cells', values }] };
}

function sayHeadline({ groups, cells }: Found, groupCount: number, { confidence, against }: GetisOrdParameters): Told {
  const [first] = groups;
  const values = { confidence: Number(confidence) / 100, cell: cells.sizeMetres, cells: cells.count, around: against === 'area' ? null : surroundingsMetres(cells.sizeMetres) };
  return first === undefined ? { code: 'none', values } : { code: 'headline', values: { ...first.finding.told.values, ...values, groups: groupCount, groupCells: first.cells.length, p: first.finding.p } };
}

function run(input: AnalysisInput, parameters: GetisOrdParameters, _random: unknown, progress: Progress): AnalysisOutcome | null {
  const lack = findLackOfSpread(input);
  if (lack !== null) return { kind: 'nothing', reason: lack };
  if (!progress(0)) return null;
  const { shape, cellMetres, confidence, against } = parameters;
  const cells = buildAreaCells(input, shape, usableCellMetres(input, cellMetres, MOST_CELLS));
  if (cells === null || cells.count < LEAST_CELLS) return { kind: 'nothing', reason: { code: 'few_cells', values: { cells: cells?.count ?? 0, least: LEAST_CELLS } } };
  if (!progress(0.2)) return null;
  const counted = countInCells(cells, input.points);
  const weights = cells.weights(true);
  if (!progress(0.4)) return null;
  const expected = expectCounts(cells, counted.counts, against, (share) => progress(0.4 + share * 0.3));
  if (expected === null) return null;
  const statistic = computeGetisOrd(against === 'area' ? counted.counts : deviations(counted.counts, expected), weights);
  const levels = classifyGetisOrd(statistic);
  if (!progress(0.8)) return null;
  const least = CONFIDENCES.indexOf(confidence) + 1;
  const groups = describeGroups(input, cells, counted, expected, listGroups(weights, (place) => levels[place]! >= least), (places) => {
    const best = places.reduce((a, b) => (statistic.z[b]! > statistic.z[a]! ? b : a));
    return { p: statistic.adjusted[best]!, strength: statistic.z[best]!, values: { z: rounded(statistic.z[best]), p: rounded(statistic.adjusted[best]) } };
  });
  if (!progress(0.9)) return null;
  return tell(input, { cells, counted, statistic, levels, groups: groups.slice(0, MOST_GROUPS) }, parameters, groups.length);
}

function tell(input: AnalysisInput, found: Found, parameters: GetisOrdParameters, groupCount: number): AnalysisOutcome {
  const { cells, levels, groups } = found;
  const classes = drawClasses(input, found);
  const outlines = groups.map(({ finding }): ResultFeature => ({ geometry: finding.geometry, tone: 'accent', drawn: 'outline', findingId: finding.id, told: finding.told }));
  const mean = input.points.count / cells.count;
  const around = cells.shape === 'hexagon' ? 7 : 9;
  const warnings = listPlaceWarnings(input, cells.sizeMetres / 2);
  if (mean * around < ROUGH_EXPECTED) warnings.push({ code: 'rough_p', values: { expected: rounded(mean * around) } });
  if (cells.sizeMetres > parameters.cellMetres) warnings.push({ code: 'cell_raised', values: { asked: parameters.cellMetres, cell: rounded(cells.sizeMetres) } });
  if (groupCount > groups.length) warnings.push({ code: 'more_groups', values: { groups: groupCount, told: groups.length } });
  const hot = levels.reduce((sum, level) => sum + (level > 0 ? 1 : 0), 0);
  return {
    kind: 'found', headline: sayHeadline(found, groupCount, parameters),
    facts: [
      { id: 'groups', unit: 'count', value: groupCount },
      { id: 'hotCells', unit: 'count', value: hot },
      { id: 'hotAreaShare', unit: 'share', value: rounded(hot / cells.count) },
      { id: 'coldCells', unit: 'count', value: levels.reduce((sum, level) => sum + (level < 0 ? 1 : 0), 0) },
      { id: 'cells', unit: 'count', value: cells.count },
      { id: 'mean', unit: 'number', value: rounded(mean) },
    ],
    tables: [tabulateGroups(input, found), tabulateCells(input, found)], charts: [chartClasses(found)],
    features: [...classes, ...outlines],
    legend: [...classes.map(({ tone, drawn, told }) => ({ tone, drawn, told: told! })), ...(outlines.length > 0 ? [{ tone: 'accent', drawn: 'outline', told: { code: 'legend_group', values: { confidence: Number(parameters.confidence) / 100 } } } as const] : [])],
    findings: groups.map(({ finding }) => finding), warnings,
  };
}

/** Getis–Ord Gi* on cells over the union of the wards, with the false discovery rate held (B-2). */
export const getisOrdMethod: AnalysisMethod<GetisOrdParameters> = {
  id: 'getis_ord', version: 1,
  fields: [...CELL_FIELDS, { name: 'against', kind: 'choice', choices: YARDSTICKS }, { name: 'confidence', kind: 'choice', choices: CONFIDENCES }],
  schema,
  propose: (input) => {
    const against = proposeYardstick(input.areaSquareMetres);
    return { ...proposeCells(input), against: { value: against, by: 'data', told: { code: `against_${against}`, values: { areaKm2: rounded(input.areaSquareMetres / 1e6) } } }, confidence: { value: '95', by: 'default' } };
  },
  run,
};
