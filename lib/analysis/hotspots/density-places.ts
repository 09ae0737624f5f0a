import type { Finding, ResultTable } from '../../domain/analysis-result';
import { shareFromAcross } from './border-share';
import type { DensitySurface } from '../density-surface';
import { idsOf, listMembers } from '../finding-members';
import { toFindingShape } from '../plane/finding-shapes';
import type { AnalysisInput, PlaneRings } from '../method';
import { countByWard, namePlace } from '../name-place';
import { isInRings, ringsAreaSquareMetres } from '../plane/plane-rings';
import { rounded } from '../rounded';

/** Most places of the densest band that are told of one by one. */
export const MOST_DENSITY_PLACES = 20;

/** A part of the densest band. */
export interface DensityPlace {
  readonly finding: Finding;
  readonly rings: PlaneRings;
  /** Incidents in it, places in the order of the points. */
  readonly members: readonly number[];
  readonly areaSquareMetres: number;
  /** Share of its density that comes from over a border; null where no ward is known. */
  readonly borderShare: number | null;
}

/** Centres of the cells that lie in a polygon. */
function listCentres({ grid, density, window }: DensitySurface, threshold: number, rings: PlaneRings): (readonly [number, number])[] {
  const centres: (readonly [number, number])[] = [];
  density.forEach((value, cell) => {
    if (value < threshold || window[cell] !== 1) return;
    const x = grid.westMetres + ((cell % grid.columns) + 0.5) * grid.cellMetres;
    const y = grid.southMetres + (Math.floor(cell / grid.columns) + 0.5) * grid.cellMetres;
    if (isInRings(rings, x, y)) centres.push([x, y]);
  });
  return centres;
}

/** The parts of the densest band as findings, most incidents first. */
export function listDensityPlaces(input: AnalysisInput, surface: DensitySurface, threshold: number, band: readonly PlaneRings[]): readonly DensityPlace[] {
  const parts = band.map((rings) => ({ rings, members: listMembers(input.points, [rings]), area: ringsAreaSquareMetres(rings) }))
    .filter(({ members, area }) => members.length > 0 && area > 0)
    .sort((a, b) => b.members.length - a.members.length || a.area - b.area).slice(0, MOST_DENSITY_PLACES);
  return parts.flatMap(({ rings, members, area }): DensityPlace[] => {
    const geometry = toFindingShape(input.plane, [rings]);
    if (geometry === null) return [];
    const expected = rounded((input.points.count * area) / input.areaSquareMetres);
    const borderShare = rounded(shareFromAcross(input, listCentres(surface, threshold, rings), surface.radii));
    const values = { ...namePlace(input, members), count: members.length, areaKm2: area / 1e6, expected, borderShare };
    return [{ rings, members, areaSquareMetres: area, borderShare, finding: { id: '', rank: 0, geometry, incidents: idsOf(input, members), count: members.length, expected, p: null, told: { code: 'place', values } } }];
  }).map((place, at) => ({ ...place, finding: { ...place.finding, id: `d${String(at + 1)}`, rank: at + 1 } }));
}

/** The places with every number that is said of them. `days` is the length of the period. */
export function tabulateDensityPlaces(input: AnalysisInput, places: readonly DensityPlace[], days: number): ResultTable {
  return {
    id: 'places',
    columns: [
      { id: 'rank', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'otherWard', kind: 'ward' }, { id: 'wards', kind: 'count' }, { id: 'count', kind: 'count' },
      { id: 'expected', kind: 'number' }, { id: 'areaKm2', kind: 'km2' }, { id: 'perKm2', kind: 'perKm2' }, { id: 'per28Days', kind: 'perKm2' }, { id: 'borderShare', kind: 'share' },
    ],
    rows: places.map(({ finding, members, areaSquareMetres, borderShare }) => {
      const wards = countByWard(input, members);
      const perKm2 = finding.count / (areaSquareMetres / 1e6);
      return {
        findingId: finding.id,
        cells: [finding.rank, wards[0]?.[0] ?? null, wards[1]?.[0] ?? null, wards.length, finding.count, finding.expected, rounded(areaSquareMetres / 1e6), rounded(perKm2), rounded((perKm2 * 28) / days), borderShare],
      };
    }),
  };
}
