import type { MultiPolygon, Polygon, Position } from 'geojson';
import { cleanArea, CUT_DECIMALS, isSliver } from './clean-area';
import { joinedArea } from './clip-areas';
import { polygonsOf } from './ellipsoid-area';

/**
 * One area that covers what any of several covers; null when none of them covers anything.
 *
 * Limits: holes thinner than 10 cm, left where two drawings of one border do not quite meet, are filled; parts that do not touch
 * stay apart in a MultiPolygon.
 */
export function mergeAreas(areas: readonly (Polygon | MultiPolygon)[]): Polygon | MultiPolygon | null {
  const joined = joinedArea(areas);
  if (joined === null) return null;
  const parts = polygonsOf(joined).map(([outer, ...holes]) => [outer as Position[], ...holes.filter((hole) => !isSliver([hole]))]);
  return cleanArea({ type: 'MultiPolygon', coordinates: parts }, CUT_DECIMALS);
}
