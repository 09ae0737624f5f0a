import { buildBorderTopology, type BorderArc } from '../../../lib/geo/border-topology';
import { localMetric, shortDistanceMetres } from '../../../lib/geo/ellipsoid';
import { between } from '../../../lib/geo/flat';
import { findOwner } from '../../../lib/geo/locate-ward';
import type { LngLat } from '../../../lib/geo/types';
import type { DemoEdition } from './places';
import type { Random } from './prng';

/** Spacing in metres of a walked track's positions. */
const STRIDE_METRES = 20;
/** How far a walker strays from the line, in metres. */
const STRAY_METRES = 2;

/** The borders of an edition by `a/b`, smaller code first. */
export function listArcsByPair({ wards }: DemoEdition): ReadonlyMap<string, BorderArc> {
  return new Map(buildBorderTopology(wards).arcs.map((arc) => [`${arc.wardA}/${arc.wardB}`, arc]));
}

function lengthOf(line: readonly LngLat[]): number {
  return line.slice(1).reduce((sum, position, i) => sum + shortDistanceMetres(line[i] as LngLat, position), 0);
}

/** Position and direction (metres east and north, of length 1) at a distance in metres along a line. */
function along(line: readonly LngLat[], metres: number): { at: LngLat; east: number; north: number } {
  let left = metres;
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1] as LngLat, line[i] as LngLat];
    const step = shortDistanceMetres(from, to);
    if (left <= step || i === line.length - 1) {
      const metric = localMetric(from[1]);
      const [east, north] = [(to[0] - from[0]) * metric.metresPerDegreeEast, (to[1] - from[1]) * metric.metresPerDegreeNorth];
      const run = Math.sqrt(east * east + north * north) || 1;
      return { at: between(from, to, Math.min(1, left / (step || 1))), east: east / run, north: north / run };
    }
    left -= step;
  }
  throw new Error('a line without positions has no place along it');
}

const rounded = ([longitude, latitude]: LngLat): LngLat => [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];

function aside({ at, east, north }: ReturnType<typeof along>, metres: number): LngLat {
  const metric = localMetric(at[1]);
  return rounded([at[0] - (north * metres) / metric.metresPerDegreeEast, at[1] + (east * metres) / metric.metresPerDegreeNorth]);
}

/** The nearest place on an arc to a position: its line, and metres along it. */
function nearest(arc: BorderArc, to: LngLat): { line: readonly LngLat[]; metres: number } {
  let best = { line: arc.lines[0] ?? [], metres: 0, distance: Infinity };
  for (const line of arc.lines) {
    for (let metres = 0; metres <= lengthOf(line); metres += STRIDE_METRES) {
      const distance = shortDistanceMetres(along(line, metres).at, to);
      if (distance < best.distance) best = { line, metres, distance };
    }
  }
  return best;
}

/** A stretch of an arc: around the place nearest to `around` (its middle when null), so many metres long. */
export interface Beat {
  readonly arc: BorderArc;
  readonly around: LngLat | null;
  readonly lengthMetres: number;
}

/** A route along a border: `asideMetres` into a ward when one is given, on the line otherwise. */
export function walkBorder(edition: DemoEdition, { arc, around, lengthMetres }: Beat, side: { readonly ward: string; readonly asideMetres: number } | null, random: Random): LngLat[] {
  const longest = [...arc.lines].sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [];
  const { line, metres } = around === null ? { line: longest, metres: lengthOf(longest) / 2 } : nearest(arc, around);
  const from = Math.max(0, metres - lengthMetres / 2);
  const to = Math.min(lengthOf(line), metres + lengthMetres / 2);
  const route: LngLat[] = [];
  for (let place = from; place <= to; place += STRIDE_METRES) {
    const here = along(line, place);
    if (side === null) { route.push(rounded(here.at)); continue; }
    const metresAside = side.asideMetres + random.normal() * STRAY_METRES;
    // The line's left or right: whichever lies in the ward.
    const chosen = [metresAside, -metresAside].map((one) => aside(here, one)).find((one) => findOwner(edition.index, one).candidates.includes(side.ward));
    if (chosen !== undefined) route.push(chosen);
  }
  return route;
}
