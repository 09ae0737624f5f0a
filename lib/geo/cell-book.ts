import { LISTED, NO_WARD, toggle } from './centre-cover';
import { squaredEdgeMetres } from './edge-distance';
import { localMetric } from './ellipsoid';
import { isOnEdge, passesEdge } from './orientation';
import type { WardEdges } from './ward-edges';

/** Content of a cell: nobody covers it and no ward is within reach of it. A content of 0 or more is a plain ward. */
export const EMPTY_CELL = -1;
/** Content of a cell: its entry starts in the book at `FIRST_ENTRY - content`. */
export const FIRST_ENTRY = -2;
/** First number of an entry that is split: the contents of the south-west, south-east, north-west, north-east quarters follow. */
export const SPLIT = -3;
/**
 * Numbers at the head of an unsplit entry: the ward that covers the whole cell (or `NO_WARD`, `LISTED`); how many parts cover
 * the centre; how many edges run through; how many numbers the near runs take. The three lists follow in that order; a
 * near run is a ward, a count and as many edges of that ward.
 */
export const HEAD_LENGTH = 4;

/** A cell by its centre and half its size, all in degrees. */
export interface CellBox {
  readonly longitude: number;
  readonly latitude: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** What is known of a cell before it is written. */
export interface CellFacts {
  readonly ward: number;
  readonly parts: readonly number[];
  readonly crossing: readonly number[];
  /** Sorted by ward. */
  readonly near: readonly number[];
}

/** Entries longer than this many edges are split into quarters, which need fewer edges each. */
const LONG_ENTRY_EDGES = 8;
const MAX_SPLITS = 1;
/** Share by which a box counts as larger than it is, so that rounding never loses an edge. */
const BOX_SURPLUS = 1e-6;

/** The quarter of a cell in the east or west, north or south. */
export function quarterOf(box: CellBox, isEast: boolean, isNorth: boolean): CellBox {
  const halfWidth = box.halfWidth / 2;
  const halfHeight = box.halfHeight / 2;
  return {
    longitude: isEast ? box.longitude + halfWidth : box.longitude - halfWidth,
    latitude: isNorth ? box.latitude + halfHeight : box.latitude - halfHeight,
    halfWidth,
    halfHeight,
  };
}

/** Writes the entries of cells that can not be answered by one number, in one array that keeps each entry together. */
export class CellBookWriter {
  private numbers = new Int32Array(1 << 16);
  private length = 0;

  constructor(
    private readonly outlines: WardEdges,
    private readonly reachMetres: number,
  ) {}

  /** Writes what is known of a cell and returns its content. */
  write(box: CellBox, facts: CellFacts): number {
    return this.writeCell(box, facts, 0);
  }

  /** The finished book. */
  finish(): Int32Array {
    return this.numbers.slice(0, this.length);
  }

  private writeCell(box: CellBox, facts: CellFacts, splits: number): number {
    const near = this.keepNearest(box, facts);
    if (near.length === 0 && facts.ward !== LISTED) return facts.ward === NO_WARD ? EMPTY_CELL : facts.ward;
    const pruned = { ...facts, near };
    if (splits < MAX_SPLITS && near.length + facts.crossing.length > LONG_ENTRY_EDGES) {
      const quarters = this.quarterFacts(box, pruned);
      if (quarters !== undefined) return this.writeSplit(box, quarters, splits + 1);
    }
    return this.writeEntry(pruned);
  }

  private writeSplit(box: CellBox, quarters: readonly CellFacts[], splits: number): number {
    const contents = quarters.map((facts, q) => this.writeCell(quarterOf(box, (q & 1) === 1, (q & 2) === 2), facts, splits));
    return this.append([SPLIT, ...contents]);
  }

  private writeEntry({ ward, parts, crossing, near }: CellFacts): number {
    const runs: number[] = [];
    const { wardOfEdge } = this.outlines;
    for (let from = 0; from < near.length; ) {
      const runWard = wardOfEdge[near[from] as number] as number;
      let to = from + 1;
      while (to < near.length && wardOfEdge[near[to] as number] === runWard) to++;
      runs.push(runWard, to - from);
      while (from < to) runs.push(near[from++] as number);
    }
    return this.append([ward, parts.length, crossing.length, runs.length, ...parts, ...crossing, ...runs]);
  }

  private append(entry: readonly number[]): number {
    if (this.length + entry.length > this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2 + entry.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    const content = FIRST_ENTRY - this.length;
    for (let i = 0; i < entry.length; i++) this.numbers[this.length++] = entry[i] as number;
    return content;
  }

  /**
   * Of each foreign ward, the edges that can be the nearest within reach for some position in the cell.
   *
   * With the edge at distance d from the centre and h from centre to corner, positions in the cell are d - h to d + h from it:
   * an edge with d - h above another's d + h, or above the reach, is never needed.
   */
  private keepNearest(box: CellBox, { ward, near }: CellFacts): number[] {
    const { coordinates, wardOfEdge } = this.outlines;
    const metric = localMetric(box.latitude);
    const corner = Math.hypot(box.halfWidth * metric.metresPerDegreeEast, box.halfHeight * metric.metresPerDegreeNorth);
    const kept: number[] = [];
    const distances: number[] = [];
    for (let from = 0; from < near.length; ) {
      const runWard = wardOfEdge[near[from] as number] as number;
      let nearest = Infinity;
      let to = from;
      for (; to < near.length && wardOfEdge[near[to] as number] === runWard; to++) {
        if (runWard === ward) continue;
        const squared = squaredEdgeMetres(coordinates, near[to] as number, box.longitude, box.latitude, metric);
        distances[to] = Math.sqrt(squared);
        nearest = Math.min(nearest, distances[to] as number);
      }
      const limit = Math.min(nearest + 2 * corner, this.reachMetres + corner);
      const surplus = ((limit + corner) ** 2) * 1e-6; // the metric is not quite flat
      for (; from < to; from++) {
        if (runWard !== ward && (distances[from] as number) <= limit + surplus) kept.push(near[from] as number);
      }
    }
    return kept;
  }

  /** The facts of the four quarters, or undefined when an edge runs exactly through the centre of one. */
  private quarterFacts(box: CellBox, facts: CellFacts): CellFacts[] | undefined {
    const quarters: CellFacts[] = [];
    for (let q = 0; q < 4; q++) {
      const quarter = quarterOf(box, (q & 1) === 1, (q & 2) === 2);
      const parts = this.walk(facts, box, quarter);
      if (parts === undefined) return undefined;
      const crossing = facts.crossing.filter((edge) => this.mayTouch(edge, quarter));
      quarters.push({ ward: this.wardOfQuarter(facts, parts, crossing), parts, crossing, near: facts.near });
    }
    return quarters;
  }

  /** The parts that cover the centre of a quarter: those at the cell's centre, toggled at every edge passed on the way. */
  private walk(facts: CellFacts, box: CellBox, quarter: CellBox): readonly number[] | undefined {
    if (facts.crossing.length === 0) return facts.parts;
    const { coordinates, partOfEdge } = this.outlines;
    const parts = [...facts.parts];
    for (const edge of facts.crossing) {
      const ax = coordinates[2 * edge] as number;
      const ay = coordinates[2 * edge + 1] as number;
      const bx = coordinates[2 * edge + 2] as number;
      const by = coordinates[2 * edge + 3] as number;
      if (isOnEdge(quarter.longitude, quarter.latitude, ax, ay, bx, by)) return undefined;
      if (!passesEdge(quarter.longitude, quarter.latitude, box.longitude, box.latitude, ax, ay, bx, by)) continue;
      toggle(parts, partOfEdge[edge] as number);
    }
    return parts;
  }

  private wardOfQuarter({ ward }: CellFacts, parts: readonly number[], crossing: readonly number[]): number {
    if (ward !== LISTED) return ward;
    if (crossing.length > 0 || parts.length > 1) return LISTED;
    return parts.length === 0 ? NO_WARD : (this.outlines.wardOfPart[parts[0] as number] as number);
  }

  /** Whether an edge may run through a box: false only when the box lies wholly on one side of it or beyond its ends. */
  private mayTouch(edge: number, box: CellBox): boolean {
    const { coordinates } = this.outlines;
    const halfWidth = box.halfWidth * (1 + BOX_SURPLUS);
    const halfHeight = box.halfHeight * (1 + BOX_SURPLUS);
    const ax = (coordinates[2 * edge] as number) - box.longitude;
    const ay = (coordinates[2 * edge + 1] as number) - box.latitude;
    const bx = (coordinates[2 * edge + 2] as number) - box.longitude;
    const by = (coordinates[2 * edge + 3] as number) - box.latitude;
    if (Math.min(ax, bx) > halfWidth || Math.max(ax, bx) < -halfWidth) return false;
    if (Math.min(ay, by) > halfHeight || Math.max(ay, by) < -halfHeight) return false;
    return Math.abs(ax * by - ay * bx) <= Math.abs(bx - ax) * halfHeight + Math.abs(by - ay) * halfWidth;
  }
}
