import { coverArcs, judgeSides, measureCover } from '@/lib/geo/arc-coverage';
import type { BorderArc } from '@/lib/geo/border-topology';
import type { Bbox, LngLat } from '@/lib/geo/types';
import { buildWardIndex } from '@/lib/geo/ward-index';
import type { ArcCoverage, PatrolGeometry, SidesCovered } from '@/lib/domain/patrol';
import type { WardCollection } from '@/lib/layers/label-layers';
import type { ArcFeature } from '@/lib/view/nearest-on-arcs';

/** What a plan would cover, worked out in the browser with the same geometry as the server's. */
export interface CoveragePreview {
  readonly sides: SidesCovered;
  readonly arcs: readonly ArcCoverage[];
  /** Wards on either side of the arcs it comes near, by code. */
  readonly wardCodes: readonly string[];
}

/** Farther than any reach: half a kilometre in degrees of latitude, and enough in longitude up to 60° north. */
const MARGIN_DEGREES = 0.01;

function boxOf(geometry: PatrolGeometry): Bbox {
  const positions = (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).flat();
  const [longitudes, latitudes] = [positions.map(([longitude]) => longitude), positions.map(([, latitude]) => latitude)];
  return [Math.min(...longitudes) - MARGIN_DEGREES, Math.min(...latitudes) - MARGIN_DEGREES, Math.max(...longitudes) + MARGIN_DEGREES, Math.max(...latitudes) + MARGIN_DEGREES];
}

type Nested = readonly (number | Nested)[];

/** Whether the box of some coordinates meets another box. */
function meets(coordinates: Nested, [west, south, east, north]: Bbox): boolean {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  const grow = (part: Nested): void => {
    const [longitude, latitude] = part;
    if (typeof longitude === 'number' && typeof latitude === 'number') {
      [left, bottom, right, top] = [Math.min(left, longitude), Math.min(bottom, latitude), Math.max(right, longitude), Math.max(top, latitude)];
    } else for (const inner of part) if (typeof inner !== 'number') grow(inner);
  };
  grow(coordinates);
  return left <= east && right >= west && bottom <= north && top >= south;
}

const toBorderArc = ({ geometry, properties }: ArcFeature): BorderArc => ({ ...properties, lines: geometry.coordinates as unknown as readonly (readonly LngLat[])[] });

/** The border arcs a route or an area would cover, and from which sides. `editionId` names the wards' edition. */
export function previewCoverage(geometry: PatrolGeometry, reachMetres: number, editionId: string, wards: WardCollection, arcs: readonly ArcFeature[]): CoveragePreview {
  const box = boxOf(geometry);
  const near = wards.features.filter((ward) => meets(ward.geometry.coordinates, box));
  const names = new Map(near.map(({ properties: { code, name } }) => [code, name]));
  const index = buildWardIndex(near.map(({ properties: { code, name }, geometry: polygon }) => ({ code, name, geometry: polygon })));
  const covered = coverArcs(geometry, reachMetres, index, arcs.filter((arc) => meets(arc.geometry.coordinates, box)).map(toBorderArc));
  const measured = covered.map((arc) => ({ arc, cover: measureCover(arc) }));
  return {
    sides: judgeSides(measured.map(({ cover }) => cover)),
    arcs: measured.map(({ arc: { wardA, wardB, lengthMetres }, cover }) => ({
      editionId, lengthMetres, wards: [{ code: wardA, name: names.get(wardA) ?? wardA }, { code: wardB, name: names.get(wardB) ?? wardB }],
      coveredMetres: [cover.ofA, cover.ofB], bothMetres: cover.both, patrols: 0, lastAt: null, sides: judgeSides([cover]),
    })),
    wardCodes: [...new Set(covered.flatMap(({ wardA, wardB }) => [wardA, wardB]))].sort(),
  };
}
