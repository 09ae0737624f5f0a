import Flatbush from 'flatbush';
import { localMetric } from './ellipsoid';
import { between, flatMetres, nearestShare } from './flat';
import type { LngLat } from './types';

/** What a position snaps to. */
export interface SnapHit {
  readonly position: LngLat;
  readonly distanceMetres: number;
  /** Number of the line among those given. */
  readonly line: number;
  /** Whether it is a corner of the line rather than a place along it. */
  readonly isCorner: boolean;
}

/** Finds the place on a set of lines nearest to a position. */
export interface LineSnapper {
  /** The nearest place within so many metres; a corner is preferred to a place along an edge when both lie within a third of that. */
  nearest(position: LngLat, metres: number): SnapHit | null;
}

/**
 * Prepares lines (WGS 84, longitude first: ward borders, streets) for snapping.
 *
 * Accuracy: distances in the metric of the position's latitude taken as flat; within 0.1 % up to 2 km. Corners are given to the
 * last bit, so that what snaps to one border shares its corners. Limits: not across the antimeridian.
 */
export function buildLineSnapper(lines: readonly (readonly LngLat[])[]): LineSnapper {
  const edges = lines.flatMap((line, number) => line.slice(1).map((to, i) => ({ from: line[i]!, to, line: number })));
  if (edges.length === 0) return { nearest: () => null };
  const tree = new Flatbush(edges.length);
  for (const { from, to } of edges) tree.add(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]));
  tree.finish();
  return {
    nearest(position, metres) {
      const metric = localMetric(position[1]);
      const [east, north] = [metres / metric.metresPerDegreeEast, metres / metric.metresPerDegreeNorth];
      let along: SnapHit | null = null;
      let corner: SnapHit | null = null;
      for (const found of tree.search(position[0] - east, position[1] - north, position[0] + east, position[1] + north)) {
        const { from, to, line } = edges[found]!;
        for (const end of [from, to]) corner = nearer(corner, { position: end, distanceMetres: flatMetres(position, end, metric), line, isCorner: true });
        const place = between(from, to, nearestShare(position, from, to, metric));
        along = nearer(along, { position: place, distanceMetres: flatMetres(position, place, metric), line, isCorner: place === from || place === to });
      }
      const best = corner !== null && corner.distanceMetres <= metres / 3 ? corner : along;
      return best !== null && best.distanceMetres <= metres ? best : null;
    },
  };
}

const nearer = (known: SnapHit | null, found: SnapHit): SnapHit => (known === null || found.distanceMetres < known.distanceMetres ? found : known);
