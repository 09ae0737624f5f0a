import { buildArcIndex } from '../plane/arc-index';
import type { AnalysisInput } from '../method';
import { listArcPlaces } from '../plane/place-on-arcs';

/** Distance of each incident to a border in widths of that border's zone, the least over all borders; ∞ beyond `most` widths. */
export function borderZoneDistances({ points, arcs }: Pick<AnalysisInput, 'points' | 'arcs'>, most: number): Float64Array {
  const index = buildArcIndex(arcs);
  const reach = most * arcs.reduce((widest, { borderWidthMetres }) => Math.max(widest, borderWidthMetres), 0);
  return Float64Array.from(points.xs, (x, i) => listArcPlaces(index, x, points.ys[i]!, reach).reduce((least, { arc, distanceMetres }) => {
    const widths = distanceMetres / arcs[arc]!.borderWidthMetres;
    return widths <= most ? Math.min(least, widths) : least;
  }, Infinity));
}
