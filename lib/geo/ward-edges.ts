import type { Position } from 'geojson';
import type { WardPolygon } from './types';

/**
 * The outlines of all wards as flat arrays, in the order ward, polygon ("part"), ring, vertex.
 *
 * Vertex i is at `coordinates[2 i]`, `coordinates[2 i + 1]`. Edge i runs from vertex i to vertex i + 1; the closing vertex of
 * a ring starts no edge, so edges are numbered with holes: `edges` lists the real ones.
 */
export interface WardEdges {
  readonly coordinates: Float64Array;
  readonly edges: Int32Array;
  readonly partOfEdge: Int32Array;
  readonly wardOfEdge: Int32Array;
  readonly wardOfPart: Int32Array;
}

/** The rings of a ward, polygon by polygon: outer ring first, then its holes. */
export function listPolygons(ward: WardPolygon): Position[][][] {
  return ward.geometry.type === 'Polygon' ? [ward.geometry.coordinates] : ward.geometry.coordinates;
}

/**
 * Lays the outlines of the wards out as flat arrays.
 *
 * @throws when a ring is open, has fewer than four positions, or a coordinate is no longitude or latitude; names the ward.
 */
export function flattenWards(wards: readonly WardPolygon[]): WardEdges {
  const vertexCount = countVertices(wards);
  const coordinates = new Float64Array(vertexCount * 2);
  const edges = new Int32Array(vertexCount);
  const partOfEdge = new Int32Array(vertexCount);
  const wardOfEdge = new Int32Array(vertexCount);
  const wardOfPart: number[] = [];
  let vertex = 0;
  let edgeCount = 0;

  wards.forEach((ward, wardNumber) => {
    for (const rings of listPolygons(ward)) {
      const part = wardOfPart.push(wardNumber) - 1;
      for (const ring of rings) {
        assertUsableRing(ring, ward);
        for (const position of ring) {
          coordinates[2 * vertex] = position[0] as number;
          coordinates[2 * vertex + 1] = position[1] as number;
          partOfEdge[vertex] = part;
          wardOfEdge[vertex] = wardNumber;
          edges[edgeCount++] = vertex++;
        }
        edgeCount--; // the closing vertex starts no edge
      }
    }
  });
  return {
    coordinates,
    edges: edges.subarray(0, edgeCount),
    partOfEdge,
    wardOfEdge,
    wardOfPart: Int32Array.from(wardOfPart),
  };
}

function countVertices(wards: readonly WardPolygon[]): number {
  let count = 0;
  for (const ward of wards) for (const rings of listPolygons(ward)) for (const ring of rings) count += ring.length;
  return count;
}

function assertUsableRing(ring: readonly Position[], ward: WardPolygon): void {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (first === undefined || last === undefined || ring.length < 4) {
    throw new Error(`Ward ${ward.code} (${ward.name}) has a ring of ${ring.length} positions; a ring needs at least 4`);
  }
  if (first[0] !== last[0] || first[1] !== last[1]) {
    throw new Error(`Ward ${ward.code} (${ward.name}) has a ring that is not closed: [${first}] … [${last}]`);
  }
  for (const position of ring) {
    const [longitude = NaN, latitude = NaN] = position;
    if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
      throw new Error(`Ward ${ward.code} (${ward.name}) has a position that is no longitude and latitude: [${position}]`);
    }
  }
}
