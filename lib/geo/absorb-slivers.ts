import type { MultiPolygon, Polygon, Position } from 'geojson';
import { boxOf, cleanArea, CUT_DECIMALS } from './clean-area';
import { boxesMeet, joinedArea } from './clip-areas';
import { polygonsOf } from './ellipsoid-area';

type Area = Polygon | MultiPolygon;

/**
 * Gives thin pieces, left over when an area was cut along a line that it follows, to the first part that each lies against.
 *
 * Limits: a piece that lies against none is dropped.
 */
export function absorbSlivers<T extends Area>(parts: readonly T[], slivers: readonly Position[][][]): Area[] {
  const grown: Area[] = [...parts];
  for (const rings of slivers) {
    const sliver: Polygon = { type: 'Polygon', coordinates: rings };
    for (const [place, part] of grown.entries()) {
      if (!boxesMeet(boxOf(part), boxOf(sliver))) continue;
      const joined = joinedArea([part, sliver]);
      // Where they lie against each other, no further polygon comes of it.
      if (joined === null || polygonsOf(joined).length > polygonsOf(part).length) continue;
      grown[place] = cleanArea(joined, CUT_DECIMALS) ?? part;
      break;
    }
  }
  return grown;
}
