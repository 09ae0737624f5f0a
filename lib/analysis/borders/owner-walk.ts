import type { GaussianDisc } from '../../stats/gaussian-disc';
import type { ArcIndex } from '../plane/arc-index';

/** Shares of a normal error by the ward they fall into; places in the input's wards. */
export type OwnerShares = ReadonlyMap<number, number>;

/** Where the way from a position crosses a piece, 0 to 1; NaN where it does not. A way through a piece's end crosses one of its two pieces. */
function crossingAt(ax: number, ay: number, bx: number, by: number, x1: number, y1: number, x2: number, y2: number): number {
  const [rx, ry, sx, sy] = [bx - ax, by - ay, x2 - x1, y2 - y1];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return NaN;
  const along = ((x1 - ax) * sy - (y1 - ay) * sx) / cross;
  const on = ((x1 - ax) * ry - (y1 - ay) * rx) / cross;
  return along > 0 && along <= 1 && on >= 0 && on < 1 ? along : NaN;
}

/**
 * Which ward the true position lies in when the error of each coordinate is normal with `sigmaMetres`: walks from the measured
 * position to each place of the error's disc and changes the ward at every border on the way.
 *
 * Accuracy: on a straight border as `probabilityOfSide`, to 0.005 with 1,000 places. Limits: the outer line of the area is no
 * border here, so near it the share of wards outside the area counts as the own ward's.
 */
export function shareOwners({ tree, ends, arcOf, arcs }: ArcIndex, x: number, y: number, ward: number, sigmaMetres: number, disc: GaussianDisc): OwnerShares {
  const reach = 4 * sigmaMetres;
  const pieces = tree === null ? [] : tree.search(x - reach, y - reach, x + reach, y + reach);
  const shares = new Map<number, number>();
  if (pieces.length === 0) return shares.set(ward, 1);
  const count = disc.xs.length;
  for (let k = 0; k < count; k++) {
    const [toX, toY] = [x + sigmaMetres * disc.xs[k]!, y + sigmaMetres * disc.ys[k]!];
    const crossed: { at: number; arc: number }[] = [];
    for (const piece of pieces) {
      const at = crossingAt(x, y, toX, toY, ends[4 * piece]!, ends[4 * piece + 1]!, ends[4 * piece + 2]!, ends[4 * piece + 3]!);
      if (!Number.isNaN(at)) crossed.push({ at, arc: arcOf[piece]! });
    }
    let owner = ward;
    for (const { arc } of crossed.sort((a, b) => a.at - b.at)) {
      const { wardA, wardB } = arcs[arc]!;
      if (wardA === owner) owner = wardB;
      else if (wardB === owner) owner = wardA;
    }
    shares.set(owner, (shares.get(owner) ?? 0) + 1 / count);
  }
  return shares;
}
