import { z } from 'zod';
import type { AnalysisOutcome, Fact, ResultFeature, ResultTable, Told, Tone } from '../../domain/analysis-result';
import { findCell } from '../../stats/grid-frame';
import { DEFAULT_MASS_SHARES, listDensityBreaks, type DensityBreak } from '../../stats/isoband-breaks';
import { EDGE_CORRECTIONS } from '../../stats/kernel-density';
import type { Progress } from '../../stats/progress';
import { leastCellMetres } from '../plane/area-cells';
import { buildConcentration } from './concentration';
import { listDensityPlaces, tabulateDensityPlaces, type DensityPlace } from './density-places';
import { estimateSurface, type DensitySurface } from '../density-surface';
import { toShape } from '../plane/finding-shapes';
import { LEAST_CELL_METRES, proposeRadiusMetres, proposeSurfaceCell } from '../hotspot-radius';
import { findLackOfSpread, listPlaceWarnings } from './lack-of-spread';
import type { AnalysisInput, AnalysisMethod, Proposal } from '../method';
import { namePlace } from '../name-place';
import { rounded } from '../rounded';
import { traceBand } from './trace-band';

const [LEAST_RADIUS, MOST_RADIUS, MOST_CELL] = [20, 10_000, 2_000] as const;
const [LEAST_TOP, MOST_TOP] = [0.02, 0.5] as const;
const RADIUS_KINDS = ['fixed', 'adaptive'] as const;
const schema = z.strictObject({
  radiusMetres: z.number().min(LEAST_RADIUS).max(MOST_RADIUS),
  radiusKind: z.enum(RADIUS_KINDS),
  cellMetres: z.number().min(LEAST_CELL_METRES).max(MOST_CELL),
  edge: z.enum(EDGE_CORRECTIONS),
  topShare: z.number().min(LEAST_TOP).max(MOST_TOP),
});
type KernelDensityParameters = z.output<typeof schema>;

/** Colours of the bands, from the widest to the densest. */
const TONES: readonly Tone[] = ['heat1', 'heat2', 'heat3', 'heat4', 'heat5', 'heat7'];
/** Share of the mass in the band whose parts count as places; of few incidents a tenth would be one or two. */
const proposeTopShare = (count: number): Proposal => (count < 200 ? { value: 0.25, by: 'data', told: { code: 'top_of_few', values: { count } } } : { value: 0.1, by: 'default' });
/** Most cells that a kernel reaches to one side; finer cells would cost much and show nothing. */
const MOST_REACH = 40;
/** Factors by which the radius is changed to see whether the densest place stays. */
const FACTORS = [2 / 3, 3 / 2] as const;

interface Found {
  readonly surface: DensitySurface;
  readonly breaks: readonly DensityBreak[];
  readonly places: readonly DensityPlace[];
  readonly features: readonly ResultFeature[];
  readonly bands: ResultTable;
}

const daysOf = ({ firstDay, lastDay }: AnalysisInput): number => lastDay - firstDay + 1;

function readBands(input: AnalysisInput, surface: DensitySurface, breaks: readonly DensityBreak[]): Omit<Found, 'surface' | 'breaks' | 'places'> & { top: ReturnType<typeof traceBand> } {
  const days = daysOf(input);
  const counts = breaks.map(({ density }) => input.points.xs.reduce((sum, x, i) => sum + ((surface.density[findCell(surface.grid, x, input.points.ys[i]!)] ?? 0) >= density ? 1 : 0), 0));
  const features: ResultFeature[] = [];
  let top: ReturnType<typeof traceBand> = [];
  [...breaks].reverse().forEach(({ density, massShare, areaShare }, at, all) => {
    const polygons = traceBand(surface.grid, surface.density, density);
    if (at === all.length - 1) top = polygons;
    const geometry = toShape(input.plane, polygons);
    const told: Told = { code: 'band', values: { massShare: rounded(massShare), areaShare: rounded(areaShare), perKm2: rounded(density * 1e6) } };
    if (geometry !== null) features.push({ geometry, tone: TONES[TONES.length - all.length + at]!, drawn: 'fill', told });
  });
  const bands: ResultTable = {
    id: 'bands',
    columns: [
      { id: 'massShare', kind: 'share' }, { id: 'perKm2', kind: 'perKm2' }, { id: 'per28Days', kind: 'perKm2' }, { id: 'areaKm2', kind: 'km2' },
      { id: 'areaShare', kind: 'share' }, { id: 'count', kind: 'count' }, { id: 'countShare', kind: 'share' },
    ],
    rows: breaks.map(({ density, massShare, areaShare }, at) => ({
      cells: [rounded(massShare), rounded(density * 1e6), rounded((density * 1e6 * 28) / days), rounded((areaShare * input.areaSquareMetres) / 1e6), rounded(areaShare), counts[at]!, rounded(counts[at]! / input.points.count)],
    })),
  };
  return { features, bands, top };
}

/** Least share of a place's incidents that still lie in the densest band at a smaller and a larger radius; null when it was stopped. */
function testRadius(input: AnalysisInput, parameters: KernelDensityParameters, place: DensityPlace | undefined, progress: Progress): number | null | 'stopped' {
  if (place === undefined) return null;
  let least = 1;
  for (const [at, factor] of FACTORS.entries()) {
    const surface = estimateSurface(input, { ...parameters, radiusMetres: parameters.radiusMetres * factor, adaptive: parameters.radiusKind === 'adaptive' }, (share) => progress((at + share) / FACTORS.length));
    if (surface === null) return 'stopped';
    const threshold = surface === 'no_area' ? undefined : listDensityBreaks(surface.density, surface.window, [parameters.topShare])[0]?.density;
    if (surface === 'no_area' || threshold === undefined) return null;
    const kept = place.members.filter((i) => (surface.density[findCell(surface.grid, input.points.xs[i]!, input.points.ys[i]!)] ?? 0) >= threshold).length;
    least = Math.min(least, kept / place.members.length);
  }
  return least;
}

function listWarnings(input: AnalysisInput, given: KernelDensityParameters, used: KernelDensityParameters): Told[] {
  const warnings = listPlaceWarnings(input, given.radiusMetres / 2);
  if (used.cellMetres > given.cellMetres) warnings.push({ code: 'cell_raised', values: { asked: given.cellMetres, cell: rounded(used.cellMetres) } });
  if (used.cellMetres > given.radiusMetres / 2) warnings.push({ code: 'coarse_cells', values: { cell: rounded(used.cellMetres), radius: given.radiusMetres } });
  if (given.edge === 'none') warnings.push({ code: 'no_edge', values: {} });
  if (given.edge === 'uniform' && given.radiusKind === 'adaptive') warnings.push({ code: 'edge_changed', values: {} });
  return warnings;
}

function run(input: AnalysisInput, given: KernelDensityParameters, _random: unknown, progress: Progress): AnalysisOutcome | null {
  const lack = findLackOfSpread(input);
  if (lack !== null) return { kind: 'nothing', reason: lack };
  const parameters = { ...given, cellMetres: Math.max(given.cellMetres, leastCellMetres(input.area) ?? 0, given.radiusMetres / MOST_REACH) };
  const surface = estimateSurface(input, { ...parameters, adaptive: given.radiusKind === 'adaptive' }, (share) => progress(share * 0.4));
  if (surface === null) return null;
  // The band of the places and those outside it: a denser one within would only hide the outlines.
  const massShares = [given.topShare, ...DEFAULT_MASS_SHARES.filter((share) => share > given.topShare + 0.02)];
  const breaks = surface === 'no_area' ? [] : listDensityBreaks(surface.density, surface.window, massShares);
  if (surface === 'no_area' || breaks.length === 0) return { kind: 'nothing', reason: { code: 'no_area', values: {} } };
  if (!progress(0.4)) return null;
  const { features, bands, top } = readBands(input, surface, breaks);
  if (!progress(0.6)) return null;
  const places = listDensityPlaces(input, surface, breaks[0]!.density, top);
  const stays = testRadius(input, parameters, places[0], (share) => progress(0.7 + share * 0.3));
  if (stays === 'stopped') return null;
  const { chart, halfAreaShare } = buildConcentration(surface, input.points);
  const outlines = places.map(({ finding }): ResultFeature => ({ geometry: finding.geometry, tone: 'accent', drawn: 'outline', findingId: finding.id, told: finding.told }));
  return {
    kind: 'found',
    headline: sayHeadline(input, places, halfAreaShare, stays),
    facts: listFacts(input, surface, places, halfAreaShare, stays, parameters),
    tables: [tabulateDensityPlaces(input, places, daysOf(input)), bands], charts: [chart],
    features: [...features, ...outlines],
    legend: [
      ...features.map(({ tone, drawn, told }) => ({ tone, drawn, told: told! })),
      ...(outlines.length > 0 ? [{ tone: 'accent', drawn: 'outline', told: { code: 'legend_place', values: {} } } as const] : []),
    ],
    findings: places.map(({ finding }) => finding),
    warnings: listWarnings(input, given, parameters),
  };
}

function sayHeadline(input: AnalysisInput, places: readonly DensityPlace[], halfAreaShare: number, stays: number | null): Told {
  const [first] = places;
  if (first === undefined) return { code: 'spread_out', values: { halfAreaShare: rounded(halfAreaShare) } };
  const values = {
    ...namePlace(input, first.members), halfAreaShare: rounded(halfAreaShare), places: places.length, count: first.finding.count,
    areaKm2: rounded(first.areaSquareMetres / 1e6), borderShare: first.borderShare, stays: rounded(stays),
  };
  return { code: stays !== null && stays < 0.5 ? 'headline_unsteady' : 'headline', values };
}

function listFacts(input: AnalysisInput, { density }: DensitySurface, places: readonly DensityPlace[], halfAreaShare: number, stays: number | null, { radiusMetres, cellMetres }: KernelDensityParameters): Fact[] {
  const peak = density.reduce((most, value) => Math.max(most, value), 0) * 1e6;
  const shares = places.filter(({ borderShare }) => borderShare !== null);
  const weight = shares.reduce((sum, { finding }) => sum + finding.count, 0);
  const acrossShare = weight === 0 ? null : shares.reduce((sum, { finding, borderShare }) => sum + finding.count * borderShare!, 0) / weight;
  return [
    { id: 'halfAreaShare', unit: 'share', value: rounded(halfAreaShare) },
    { id: 'borderShare', unit: 'share', value: rounded(acrossShare) },
    { id: 'stays', unit: 'share', value: rounded(stays) },
    { id: 'peakPerKm2', unit: 'perKm2', value: rounded(peak) },
    { id: 'peakPer28Days', unit: 'perKm2', value: rounded((peak * 28) / daysOf(input)) },
    { id: 'meanPerKm2', unit: 'perKm2', value: rounded((input.points.count / input.areaSquareMetres) * 1e6) },
    { id: 'radius', unit: 'metres', value: rounded(radiusMetres) },
    { id: 'cell', unit: 'metres', value: rounded(cellMetres) },
  ];
}

/** Kernel density over the union of the wards, drawn as bands that hold known shares of the incidents (B-1). */
export const kernelDensityMethod: AnalysisMethod<KernelDensityParameters> = {
  id: 'kernel_density',
  version: 1,
  fields: [
    { name: 'radiusMetres', kind: 'number', least: LEAST_RADIUS, most: MOST_RADIUS, unit: 'metres' },
    { name: 'radiusKind', kind: 'choice', choices: RADIUS_KINDS },
    { name: 'cellMetres', kind: 'number', least: LEAST_CELL_METRES, most: MOST_CELL, unit: 'metres' },
    { name: 'edge', kind: 'choice', choices: EDGE_CORRECTIONS },
    { name: 'topShare', kind: 'number', least: LEAST_TOP, most: MOST_TOP, unit: 'share' },
  ],
  schema,
  propose: (input, given) => {
    const radius = proposeRadiusMetres(input);
    return {
      radiusMetres: radius, radiusKind: { value: 'fixed', by: 'default' },
      cellMetres: proposeSurfaceCell(input, given.radiusMetres ?? Number(radius.value)), edge: { value: 'jones_diggle', by: 'default' },
      topShare: proposeTopShare(input.points.count),
    };
  },
  run,
};
