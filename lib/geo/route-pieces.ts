import { localMetric, shortDistanceMetres, type LocalMetric } from './ellipsoid';
import { between, flatMetresToEdge } from './flat';
import { findOwner } from './locate-ward';
import type { Bbox, LngLat } from './types';
import type { WardIndex } from './ward-index';

/** Longest piece a route is cut into, in metres. */
export const PIECE_METRES = 5;

/** A short piece of a route and the wards it is in: two on their common outline, none outside all. */
export interface RoutePiece {
  readonly from: LngLat;
  readonly to: LngLat;
  readonly wards: readonly string[];
}

/** The lines of a route or the rings of an area. */
export type RouteLines = readonly (readonly LngLat[])[];

/** Length of lines in metres. */
export function routeMetres(lines: RouteLines): number {
  let metres = 0;
  for (const line of lines) for (let i = 1; i < line.length; i++) metres += shortDistanceMetres(line[i - 1]!, line[i]!);
  return metres;
}

/**
 * Cuts lines into pieces of at most 5 m, each with the wards its middle is in.
 *
 * Limits: a line of one place twice is one piece of no length there. Makes a piece for every 5 m: bound the length first.
 */
export function* cutRoute(lines: RouteLines, index: WardIndex): Generator<RoutePiece> {
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [start, end] = [line[i - 1]!, line[i]!];
      const count = Math.max(1, Math.ceil(shortDistanceMetres(start, end) / PIECE_METRES));
      for (let piece = 0; piece < count; piece++) {
        const [from, to] = [between(start, end, piece / count), between(start, end, (piece + 1) / count)];
        yield { from, to, wards: wardsAt(index, between(from, to, 0.5)) };
      }
    }
  }
}

function wardsAt(index: WardIndex, position: LngLat): readonly string[] {
  const { candidates, ownerCode } = findOwner(index, position);
  return candidates.length > 0 || ownerCode === null ? candidates : [ownerCode];
}

/** Whether every member of one set is in another. */
function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  for (const one of part) if (!whole.has(one)) return false;
  return true;
}

/** Buckets along one side of a cell. */
const BUCKETS = 8;

/** The pieces that begin in one small square, by its south-west corner, and the wards they are in. */
interface Bucket {
  readonly west: number;
  readonly south: number;
  readonly wards: Set<string>;
  readonly pieces: RoutePiece[];
}

/**
 * Pieces by square cells as wide as the reach, so that a position finds those near it in one cell; in a cell by small buckets, so
 * that a route walked up and down in one place is not measured piece by piece.
 */
export class PieceGrid {
  /** What the pieces span and the reach around it, in degrees. */
  readonly bbox: Bbox;
  private readonly cells = new Map<number, Bucket[]>();
  private readonly buckets = new Map<number, Bucket>();
  private readonly metric: LocalMetric;
  private readonly cellEast: number;
  private readonly cellNorth: number;

  constructor(
    pieces: readonly RoutePiece[],
    private readonly reachMetres: number,
  ) {
    const longitudes = pieces.map(({ from }) => from[0]);
    const latitudes = pieces.map(({ from }) => from[1]);
    const bounds = (values: number[]): [number, number] => values.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)] as [number, number], [Infinity, -Infinity] as [number, number]);
    const [west, east] = bounds(longitudes);
    const [south, north] = bounds(latitudes);
    // A piece is filed by where it starts; what is near it may be its other end.
    const sideMetres = reachMetres + PIECE_METRES;
    this.metric = localMetric(pieces.length === 0 ? 0 : Math.max(Math.abs(south), Math.abs(north)));
    this.cellEast = sideMetres / this.metric.metresPerDegreeEast;
    this.cellNorth = sideMetres / localMetric(0).metresPerDegreeNorth;
    this.bbox = [west - this.cellEast, south - this.cellNorth, east + this.cellEast, north + this.cellNorth];
    for (const piece of pieces) this.file(piece);
  }

  /** Wards in which some piece comes within the reach of a position. */
  wardsNear(position: LngLat): ReadonlySet<string> {
    const found = new Set<string>();
    const metric = localMetric(position[1]);
    for (const bucket of this.cells.get(this.keyOf(this.columnOf(position), this.rowOf(position))) ?? []) {
      if (isSubset(bucket.wards, found) || this.isFar(bucket, position, metric)) continue;
      for (const { from, to, wards } of bucket.pieces) {
        if (wards.every((ward) => found.has(ward))) continue;
        if (flatMetresToEdge(position, from, to, metric) > this.reachMetres) continue;
        for (const ward of wards) found.add(ward);
        if (isSubset(bucket.wards, found)) break;
      }
    }
    return found;
  }

  /** Whether no piece of a bucket can come within the reach: a piece begins in it and leaves it by one length at most. */
  private isFar({ west, south }: Bucket, [longitude, latitude]: LngLat, { metresPerDegreeEast, metresPerDegreeNorth }: LocalMetric): boolean {
    const eastMetres = Math.max(west - longitude, longitude - west - this.cellEast / BUCKETS, 0) * metresPerDegreeEast;
    const northMetres = Math.max(south - latitude, latitude - south - this.cellNorth / BUCKETS, 0) * metresPerDegreeNorth;
    return Math.hypot(eastMetres, northMetres) > this.reachMetres + 2 * PIECE_METRES;
  }

  private file(piece: RoutePiece): void {
    const [column, row] = [Math.floor((piece.from[0] / this.cellEast) * BUCKETS), Math.floor((piece.from[1] / this.cellNorth) * BUCKETS)];
    const key = this.keyOf(column, row);
    let bucket = this.buckets.get(key);
    if (bucket === undefined) {
      bucket = { west: (column / BUCKETS) * this.cellEast, south: (row / BUCKETS) * this.cellNorth, wards: new Set(), pieces: [] };
      this.buckets.set(key, bucket);
      this.fileBucket(bucket, Math.floor(column / BUCKETS), Math.floor(row / BUCKETS));
    }
    for (const ward of piece.wards) bucket.wards.add(ward);
    bucket.pieces.push(piece);
  }

  /** Into its own cell and the eight around it. */
  private fileBucket(bucket: Bucket, ownColumn: number, ownRow: number): void {
    for (let column = ownColumn - 1; column <= ownColumn + 1; column++) {
      for (let row = ownRow - 1; row <= ownRow + 1; row++) {
        const cell = this.cells.get(this.keyOf(column, row));
        if (cell === undefined) this.cells.set(this.keyOf(column, row), [bucket]);
        else cell.push(bucket);
      }
    }
  }

  private columnOf(position: LngLat): number { return Math.floor(position[0] / this.cellEast); }
  private rowOf(position: LngLat): number { return Math.floor(position[1] / this.cellNorth); }
  private keyOf(column: number, row: number): number { return column * 67_108_864 + row; }
}
