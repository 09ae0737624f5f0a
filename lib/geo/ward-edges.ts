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

/** For each edge 1 when its ward lies on the left of it, -1 when on the right, whichever way the source wound the ring. */
export function findSides(outlines: WardEdges): Int8Array {
  const sides = new Int8Array(outlines.partOfEdge.length);
  let lastPart = -1;
  for (const { first, last, part } of listRings(outlines)) {
    const windsLeft = doubleRingArea(outlines.coordinates, first, last) > 0;
    const isOuter = part !== lastPart;
    sides.fill(windsLeft === isOuter ? 1 : -1, first, last + 1);
    lastPart = part;
  }
  return sides;
}

/** The first and last edge of every ring; the first ring of a part is its outer one. */
export function listRings({ edges, partOfEdge }: WardEdges): { first: number; last: number; part: number }[] {
  const rings: { first: number; last: number; part: number }[] = [];
  let first = 0;
  edges.forEach((last, i) => {
    if (edges[i + 1] === last + 1) return;
    rings.push({ first: edges[first] as number, last, part: partOfEdge[last] as number });
    first = i + 1;
  });
  return rings;
}

/** Twice the area of a ring in square degrees, positive when it winds to the left; measured from its first vertex, for precision. */
function doubleRingArea(coordinates: Float64Array, first: number, last: number): number {
  const originX = coordinates[2 * first] as number;
  const originY = coordinates[2 * first + 1] as number;
  let area = 0;
  for (let at = 2 * first; at <= 2 * last; at += 2) {
    const ax = (coordinates[at] as number) - originX;
    const ay = (coordinates[at + 1] as number) - originY;
    const bx = (coordinates[at + 2] as number) - originX;
    const by = (coordinates[at + 3] as number) - originY;
    area += ax * by - bx * ay;
  }
  return area;
}
