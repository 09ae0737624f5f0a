import type { LocalMetric } from './ellipsoid';

/**
 * Square of the distance in square metres from a position to one edge, in a local metric taken as flat.
 *
 * Edge i runs from vertex i to vertex i + 1 of the flat coordinate array, straight in longitude and latitude.
 */
export function squaredEdgeMetres(
  coordinates: Float64Array,
  edge: number,
  longitude: number,
  latitude: number,
  metric: LocalMetric,
): number {
  const at = 2 * edge;
  let east = ((coordinates[at] as number) - longitude) * metric.metresPerDegreeEast;
  let north = ((coordinates[at + 1] as number) - latitude) * metric.metresPerDegreeNorth;
  const runEast = ((coordinates[at + 2] as number) - longitude) * metric.metresPerDegreeEast - east;
  const runNorth = ((coordinates[at + 3] as number) - latitude) * metric.metresPerDegreeNorth - north;
  const along = -(east * runEast + north * runNorth);
  if (along > 0) {
    const runSquared = runEast * runEast + runNorth * runNorth;
    const share = along < runSquared ? along / runSquared : 1;
    east += share * runEast;
    north += share * runNorth;
  }
  return east * east + north * north;
}
