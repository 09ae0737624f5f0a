import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { mercatorX, mercatorY } from './mercator';

/** A run of positions in Web Mercator units, x and y in turn, with its extent. */
export interface ProjectedLine {
  readonly xy: Float64Array;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** A feature ready to be drawn: 1 points, 2 lines, 3 polygons, as the style language counts them. */
export interface ProjectedFeature {
  readonly type: 1 | 2 | 3;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Lines; rings of polygons, outer and inner in one list a polygon; points as lines of one position. */
  readonly parts: readonly (readonly ProjectedLine[])[];
}

function projectLine(positions: readonly Position[]): ProjectedLine {
  const xy = new Float64Array(positions.length * 2);
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  positions.forEach(([longitude = 0, latitude = 0], i) => {
    const [x, y] = [mercatorX(longitude), mercatorY(latitude)];
    xy[2 * i] = x;
    xy[2 * i + 1] = y;
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  });
  return { xy, west, north, east, south };
}

type Shape = Pick<ProjectedFeature, 'type' | 'parts'>;

function projectGeometry(geometry: Geometry): Shape[] {
  switch (geometry.type) {
    case 'Point': return [{ type: 1, parts: [[projectLine([geometry.coordinates])]] }];
    case 'MultiPoint': return [{ type: 1, parts: geometry.coordinates.map((one) => [projectLine([one])]) }];
    case 'LineString': return [{ type: 2, parts: [[projectLine(geometry.coordinates)]] }];
    case 'MultiLineString': return [{ type: 2, parts: geometry.coordinates.map((one) => [projectLine(one)]) }];
    case 'Polygon': return [{ type: 3, parts: [geometry.coordinates.map(projectLine)] }];
    case 'MultiPolygon': return [{ type: 3, parts: geometry.coordinates.map((rings) => rings.map(projectLine)) }];
    case 'GeometryCollection': return geometry.geometries.flatMap(projectGeometry);
    default: return geometry satisfies never;
  }
}

const shapes = new WeakMap<Geometry, readonly Shape[]>();
const collections = new WeakMap<FeatureCollection, readonly ProjectedFeature[]>();

function projectFeature({ geometry, properties }: Feature): ProjectedFeature[] {
  const known = shapes.get(geometry) ?? projectGeometry(geometry);
  shapes.set(geometry, known);
  return known.map((shape) => ({ ...shape, properties: properties ?? {} }));
}

/** The features of a source in Web Mercator. Geometry is projected once: wards and ground are drawn again and again. */
export function projectSource(collection: FeatureCollection): readonly ProjectedFeature[] {
  const projected = collections.get(collection) ?? collection.features.flatMap(projectFeature);
  collections.set(collection, projected);
  return projected;
}
