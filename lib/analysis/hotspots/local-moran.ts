import { z } from 'zod';
import type { AnalysisOutcome, Finding, ResultFeature, ResultTable, Told, Tone } from '../../domain/analysis-result';
import { adjustBenjaminiHochberg } from '../../stats/false-discovery';
import type { LocalMoran, MoranClass } from '../../stats/local-moran';
import type { Progress } from '../../stats/progress';
import type { Random } from '../../stats/seeded-random';
import { standardiseRows } from '../../stats/spatial-weights';
import { proposeYardstick, YARDSTICKS } from '../cell-background';
import { listGroups } from '../plane/cell-groups';
import { CELL_FIELDS, cellShape, proposeCells, usableCellMetres } from './cell-parameters';
import { idsOf } from '../finding-members';
import { toFindingShape, toShape } from '../plane/finding-shapes';
import { findLackOfSpread, listPlaceWarnings } from './lack-of-spread';
import type { AnalysisInput, AnalysisMethod } from '../method';
import { buildCellUnits, buildWardUnits, type MoranUnits } from './moran-units';
import { countByWard, namePlace } from '../name-place';
import { rounded } from '../rounded';
import { computeTwoStageMoran } from './two-stage-moran';

const UNITS = ['grid', 'ward'] as const;
const CORRECTIONS = ['fdr', 'none'] as const;
const [LEAST_PERMUTATIONS, MOST_PERMUTATIONS] = [99, 9_999] as const;
const schema = z.strictObject({
  unit: z.enum(UNITS), ...cellShape, against: z.enum(YARDSTICKS),
  permutations: z.int().min(LEAST_PERMUTATIONS).max(MOST_PERMUTATIONS), alpha: z.number().min(0.001).max(0.2), correction: z.enum(CORRECTIONS),
});
type LocalMoranParameters = z.output<typeof schema>;

/** Most cells: each is permuted by itself. Fewest places, most findings and rows. */
const [MOST_CELLS, LEAST_UNITS, MOST_FINDINGS, MOST_ROWS] = [80_000, 8, 50, 1_000] as const;
/** The four classes in the order they are drawn, high among high last. */
const TONES: readonly (readonly [code: Exclude<MoranClass, 'none'>, tone: Tone])[] = [['low_low', 'cold99'], ['low_high', 'cold90'], ['high_low', 'hot90'], ['high_high', 'hot99']];

interface Found {
  readonly units: MoranUnits;
  readonly local: LocalMoran;
  /** p after the correction, or as it is without one. */
  readonly p: ArrayLike<number>;
  readonly classes: readonly MoranClass[];
}

function listFindings(input: AnalysisInput, { units, p, classes }: Found): Finding[] {
  const isHigh = (place: number): boolean => classes[place] === 'high_high' || classes[place] === 'high_low';
  // Wards stay apart, they are worked by different units; cells that touch are one place.
  const groups = units.cellMetres === null ? classes.flatMap((_, place) => (isHigh(place) ? [[place]] : [])) : listGroups(units.weights, isHigh);
  const groupOf = new Int32Array(units.count).fill(-1);
  groups.forEach((group, at) => { for (const place of group) groupOf[place] = at; });
  const members = groups.map((): number[] => []);
  for (let i = 0; i < input.points.count; i++) if (units.unitOf[i]! >= 0 && groupOf[units.unitOf[i]!]! >= 0) members[groupOf[units.unitOf[i]!]!]!.push(i);
  return groups.map((group, at) => ({ group, inside: members[at]!, expected: group.reduce((sum, place) => sum + units.expected[place]!, 0), p: group.reduce((least, place) => Math.min(least, p[place]!), 1) }))
    .filter(({ inside, expected }) => inside.length > expected)
    .sort((a, b) => (b.inside.length - b.expected) - (a.inside.length - a.expected) || a.group[0]! - b.group[0]!)
    .flatMap(({ group, inside, expected, p: least }): Finding[] => {
      const geometry = toFindingShape(input.plane, units.outline(group));
      const areaKm2 = group.reduce((sum, place) => sum + units.areaKm2Of(place), 0);
      const isolated = group.every((place) => classes[place] === 'high_low');
      const told: Told = { code: isolated ? 'group_alone' : 'group', values: { ...namePlace(input, inside), count: inside.length, areaKm2, expected, p: least } };
      return geometry === null ? [] : [{ id: '', rank: 0, geometry, incidents: idsOf(input, inside), count: inside.length, expected: rounded(expected), p: least, told }];
    })
    .slice(0, MOST_FINDINGS).map((finding, at) => ({ ...finding, id: `m${String(at + 1)}`, rank: at + 1 }));
}

function drawClasses(input: AnalysisInput, { units, classes }: Found): ResultFeature[] {
  return TONES.flatMap(([code, tone]): ResultFeature[] => {
    const places = classes.flatMap((one, place) => (one === code ? [place] : []));
    const geometry = places.length === 0 ? null : toShape(input.plane, units.outline(places));
    return geometry === null ? [] : [{ geometry, tone, drawn: 'fill', told: { code, values: { places: places.length } } }];
  });
}

function tabulatePlaces({ units, local, p, classes }: Found): ResultTable {
  const places = [...classes.keys()].filter((place) => units.cellMetres === null || classes[place] !== 'none')
    .sort((a, b) => p[a]! - p[b]! || Math.abs(local.statistic[b]!) - Math.abs(local.statistic[a]!) || a - b).slice(0, MOST_ROWS);
  return {
    id: 'places',
    columns: [{ id: 'class', kind: 'code' }, { id: 'ward', kind: 'ward' }, { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' }, { id: 'statistic', kind: 'number' }, { id: 'p', kind: 'p' }, { id: 'adjusted', kind: 'p' }],
    rows: places.map((place) => ({ cells: [classes[place]!, units.wardOf(place), units.counts[place]!, rounded(units.expected[place]), rounded(local.statistic[place]), rounded(local.p[place]), rounded(p[place])] })),
  };
}

function tabulateGroups(input: AnalysisInput, findings: readonly Finding[]): ResultTable {
  const placeOf = new Map(input.points.ids.map((id, i) => [id, i]));
  return {
    id: 'groups',
    columns: [{ id: 'rank', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'otherWard', kind: 'ward' }, { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' }, { id: 'areaKm2', kind: 'km2' }, { id: 'p', kind: 'p' }],
    rows: findings.map(({ id, rank, incidents, count, expected, p, told }) => {
      const wards = countByWard(input, incidents.flatMap((one) => placeOf.get(one) ?? []));
      return { findingId: id, cells: [rank, wards[0]?.[0] ?? null, wards[1]?.[0] ?? null, count, expected, rounded(Number(told.values['areaKm2'])), rounded(p)] };
    }),
  };
}

function run(input: AnalysisInput, parameters: LocalMoranParameters, random: Random, progress: Progress): AnalysisOutcome | null {
  const lack = findLackOfSpread(input);
  if (lack !== null) return { kind: 'nothing', reason: lack };
  const { unit, shape, cellMetres, against, permutations, alpha, correction } = parameters;
  if (!progress(0)) return null;
  const size = usableCellMetres(input, cellMetres, MOST_CELLS);
  const units = unit === 'ward' ? buildWardUnits(input) : buildCellUnits(input, shape, size, against, (share) => progress(share * 0.1));
  if (units === null) return null;
  const [count, code] = [units === 0 ? 0 : units.count, unit === 'ward' ? 'few_wards' : 'few_cells'];
  if (units === 0 || count < LEAST_UNITS) return { kind: 'nothing', reason: { code, values: { cells: count, least: LEAST_UNITS } } };
  const local = computeTwoStageMoran(units.values, standardiseRows(units.weights), permutations, random, (share) => progress(0.1 + share * 0.85));
  if (local === null) return null;
  const p = correction === 'fdr' ? adjustBenjaminiHochberg(local.p) : local.p;
  const classes = local.quadrant.map((quadrant, place): MoranClass => (p[place]! <= alpha ? quadrant : 'none'));
  return tell(input, { units, local, p, classes }, parameters);
}

function listWarnings(input: AnalysisInput, { units, local, classes }: Found, { cellMetres, permutations, correction, unit }: LocalMoranParameters): Told[] {
  const warnings = listPlaceWarnings(input, (units.cellMetres ?? 400) / 2);
  const floor = 1 / (permutations + 1);
  if (correction === 'fdr' && classes.every((one) => one === 'none') && local.p.some((value) => value <= floor * 1.001)) warnings.push({ code: 'more_permutations', values: { permutations, floor } });
  if (correction === 'none') warnings.push({ code: 'uncorrected', values: { places: units.count } });
  if (units.cellMetres !== null && units.cellMetres > cellMetres) warnings.push({ code: 'cell_raised', values: { asked: cellMetres, cell: rounded(units.cellMetres) } });
  if (unit === 'ward') warnings.push({ code: 'wards_hide', values: {} });
  return warnings;
}

function tell(input: AnalysisInput, found: Found, parameters: LocalMoranParameters): AnalysisOutcome {
  const { units, local, classes } = found;
  const findings = listFindings(input, found);
  const drawn = drawClasses(input, found);
  const outlines = findings.map(({ geometry, id, told }): ResultFeature => ({ geometry, tone: 'accent', drawn: 'outline', findingId: id, told }));
  const [first] = findings;
  const values = { places: units.count, permutations: parameters.permutations, groups: findings.length };
  const numberOf = (code: MoranClass): number => classes.filter((one) => one === code).length;
  const corrected = parameters.correction === 'fdr' ? '' : '_uncorrected';
  const codes = [...TONES].reverse().map(([code]) => code);
  return {
    kind: 'found',
    headline: first === undefined ? { code: `none_${parameters.unit}`, values } : { code: `headline_${parameters.unit}${corrected}`, values: { ...first.told.values, ...values } },
    facts: [
      { id: 'highHigh', unit: 'count', value: numberOf('high_high') }, { id: 'highLow', unit: 'count', value: numberOf('high_low') },
      { id: 'lowHigh', unit: 'count', value: numberOf('low_high') }, { id: 'lowLow', unit: 'count', value: numberOf('low_low') },
      { id: 'places', unit: 'count', value: units.count },
      { id: 'globalMoran', unit: 'number', value: rounded(local.statistic.reduce((sum, value) => sum + value, 0) / units.count) },
    ],
    tables: [tabulateGroups(input, findings), tabulatePlaces(found)],
    charts: [{ id: 'classes', kind: 'bars', x: 'code', y: 'count', xs: codes, series: [{ id: 'places', values: codes.map(numberOf) }] }],
    features: [...drawn, ...outlines],
    legend: [...drawn.map(({ tone, drawn: how, told }) => ({ tone, drawn: how, told: told! })), ...(outlines.length > 0 ? [{ tone: 'accent', drawn: 'outline', told: { code: 'legend_group', values: {} } } as const] : [])],
    findings, warnings: listWarnings(input, found, parameters),
  };
}

/** Local Moran's I with conditional permutation, on cells over the union of the wards or on rates of wards (B-3). */
export const localMoranMethod: AnalysisMethod<LocalMoranParameters> = {
  id: 'local_moran', version: 1,
  fields: [
    { name: 'unit', kind: 'choice', choices: UNITS }, ...CELL_FIELDS, { name: 'against', kind: 'choice', choices: YARDSTICKS },
    { name: 'permutations', kind: 'integer', least: LEAST_PERMUTATIONS, most: MOST_PERMUTATIONS, unit: 'count' },
    { name: 'alpha', kind: 'number', least: 0.001, most: 0.2, unit: 'none' }, { name: 'correction', kind: 'choice', choices: CORRECTIONS },
  ],
  schema,
  propose: (input) => {
    const against = proposeYardstick(input.areaSquareMetres);
    return {
      unit: { value: 'grid', by: 'default' }, ...proposeCells(input),
      against: { value: against, by: 'data', told: { code: `against_${against}`, values: { areaKm2: rounded(input.areaSquareMetres / 1e6) } } },
      permutations: { value: MOST_PERMUTATIONS, by: 'default' }, alpha: { value: 0.05, by: 'default' }, correction: { value: 'fdr', by: 'default' },
    };
  },
  run,
};
