import { EMPTY_CELL, FIRST_ENTRY, HEAD_LENGTH, roundUpToEven, SQUARES_PER_SIDE, type CellBook, type CellBox } from './cell-book';
import { LISTED, NO_WARD } from './centre-cover';
import { squaredChainMetres } from './edge-distance';
import { localMetric, type LocalMetric } from './ellipsoid';
import type { Groups } from './grouped-pairs';
import type { WardEdges } from './ward-edges';

/** Makes the reach a little too long rather than too short where plain squares are found. */
const PLAIN_SURPLUS = 1.002;

/** By how much of itself a length may be wrong in the metric of a place, per metre from that place (up to 70° of latitude). */
const FLATNESS_ERROR_PER_METRE = 1e-6;

/** What is known of the cells before they are written, by number of entry. The edges are in the order of the outlines. */
export interface CellFacts {
  readonly parts: Groups;
  readonly crossing: Groups;
  readonly near: Groups;
}

/** Writes the entries of the cells that one number can not answer. */
export class CellBookWriter {
  private numbers = new Int32Array(1 << 20);
  private floats = new Float32Array(this.numbers.buffer);
  private doubles = new Float64Array(this.numbers.buffer);
  private length = 0;

  private readonly kept: number[] = [];
  private readonly distances: number[] = [];

  constructor(
    private readonly outlines: WardEdges,
    private readonly reachMetres: number,
    private readonly facts: CellFacts,
  ) {}

  /** Writes what is known of a cell, given the ward that covers its centre (or `NO_WARD`, `LISTED`), and returns its content. */
  write(entry: number, box: CellBox, centreWard: number): number {
    const { parts, crossing, near } = this.facts;
    const partsFrom = parts.starts[entry] as number;
    const partsTo = parts.starts[entry + 1] as number;
    const crossingFrom = crossing.starts[entry] as number;
    const crossingTo = crossing.starts[entry + 1] as number;
    const ward = crossingTo > crossingFrom ? LISTED : centreWard;
    this.keepNearest(box, ward, near.values, near.starts[entry] as number, near.starts[entry + 1] as number);
    if (this.kept.length === 0 && ward !== LISTED) return ward === NO_WARD ? EMPTY_CELL : ward;

    const start = this.length;
    this.reserve(HEAD_LENGTH + partsTo - partsFrom + 1 + 10 * (crossingTo - crossingFrom) + 6 * this.kept.length);
    this.length += HEAD_LENGTH;
    for (let i = partsFrom; i < partsTo; i++) this.numbers[this.length++] = parts.values[i] as number;
    this.length = roundUpToEven(this.length);
    const crossingStart = this.length;
    this.writeCrossing(crossing.values, crossingFrom, crossingTo);
    const nearStart = this.length;
    this.writeNear(this.kept, box);
    this.numbers[start] = ward;
    this.numbers[start + 1] = partsTo - partsFrom;
    this.numbers[start + 2] = nearStart - crossingStart;
    this.numbers[start + 3] = this.length - nearStart;
    this.numbers[start + 4] = ward >= 0 ? this.findPlainSquares(box) : 0;
    return FIRST_ENTRY - start;
  }

  /** The squares of a cell from whose centre every kept edge is farther than the reach and the half of the square's diagonal. */
  private findPlainSquares(box: CellBox): number {
    const metric = localMetric(box.latitude);
    const corner = cornerMetres(box, metric);
    const limit = (this.reachMetres + corner / SQUARES_PER_SIDE) * PLAIN_SURPLUS;
    if (this.leastKeptMetres(box.longitude, box.latitude, metric, 0) + corner < limit) return 0;
    let plain = 0;
    for (let square = 0; square < SQUARES_PER_SIDE * SQUARES_PER_SIDE; square++) {
      const column = square % SQUARES_PER_SIDE;
      const row = (square - column) / SQUARES_PER_SIDE;
      const longitude = box.longitude + ((2 * column + 1) / SQUARES_PER_SIDE - 1) * box.halfWidth;
      const latitude = box.latitude + ((2 * row + 1) / SQUARES_PER_SIDE - 1) * box.halfHeight;
      if (this.leastKeptMetres(longitude, latitude, metric, limit) > limit) plain |= 1 << square;
    }
    return plain;
  }

  /** The least distance in metres from a place to the kept edges, or the first found that is no more than `enoughMetres`. */
  private leastKeptMetres(longitude: number, latitude: number, metric: LocalMetric, enoughMetres: number): number {
    const { coordinates } = this.outlines;
    let least = Infinity;
    for (let i = 0; i < this.kept.length && least > enoughMetres; i++) {
      const at = 2 * (this.kept[i] as number);
      least = Math.min(least, Math.sqrt(squaredChainMetres(coordinates, at, at + 4, longitude, latitude, metric)));
    }
    return least;
  }

  /** The finished book. */
  finish(): CellBook {
    const numbers = this.numbers.slice(0, roundUpToEven(this.length));
    return { numbers, floats: new Float32Array(numbers.buffer), doubles: new Float64Array(numbers.buffer) };
  }

  private reserve(count: number): void {
    if (this.length + count <= this.numbers.length) return;
    const larger = new Int32Array(roundUpToEven(this.numbers.length * 2 + count));
    larger.set(this.numbers);
    this.numbers = larger;
    this.floats = new Float32Array(larger.buffer);
    this.doubles = new Float64Array(larger.buffer);
  }

  private writeCrossing(edges: Int32Array, from: number, to: number): void {
    const { coordinates, partOfEdge } = this.outlines;
    for (let i = from; i < to; ) {
      const first = edges[i] as number;
      const count = chainLength(edges, i, to, partOfEdge);
      this.numbers[this.length++] = partOfEdge[first] as number;
      this.numbers[this.length++] = count + 1;
      for (let at = 2 * first; at < 2 * (first + count + 1); at++, this.length += 2) {
        this.doubles[this.length / 2] = coordinates[at] as number;
      }
      i += count;
    }
  }

  private writeNear(edges: readonly number[], box: CellBox): void {
    const { coordinates, wardOfEdge } = this.outlines;
    for (let i = 0; i < edges.length; ) {
      const first = edges[i] as number;
      const count = chainLength(edges, i, edges.length, wardOfEdge);
      this.numbers[this.length++] = wardOfEdge[first] as number;
      this.numbers[this.length++] = count + 1;
      for (let vertex = first; vertex <= first + count; vertex++) {
        this.floats[this.length++] = (coordinates[2 * vertex] as number) - box.longitude;
        this.floats[this.length++] = (coordinates[2 * vertex + 1] as number) - box.latitude;
      }
      i += count;
    }
  }

  /**
   * Of each foreign ward, the edges that can be the nearest within reach for some position in the cell.
   *
   * With the edge at distance d from the centre and h from centre to corner, positions in the cell are d - h to d + h from it:
   * an edge with d - h above another's d + h, or above the reach, is never needed.
   */
  private keepNearest(box: CellBox, ward: number, near: Int32Array, nearFrom: number, nearTo: number): void {
    const { coordinates, wardOfEdge } = this.outlines;
    const { kept, distances } = this;
    const metric = localMetric(box.latitude);
    const corner = cornerMetres(box, metric);
    kept.length = 0;
    for (let from = nearFrom; from < nearTo; ) {
      const runWard = wardOfEdge[near[from] as number] as number;
      let nearest = Infinity;
      let to = from;
      for (; to < nearTo && wardOfEdge[near[to] as number] === runWard; to++) {
        if (runWard === ward) continue;
        const at = 2 * (near[to] as number);
        const metres = Math.sqrt(squaredChainMetres(coordinates, at, at + 4, box.longitude, box.latitude, metric));
        distances[to - nearFrom] = metres;
        nearest = Math.min(nearest, metres);
      }
      const limit = Math.min(nearest + 2 * corner, this.reachMetres + corner);
      const surplus = (limit + corner) * (limit + corner) * FLATNESS_ERROR_PER_METRE;
      for (; from < to; from++) {
        if (runWard !== ward && (distances[from - nearFrom] as number) <= limit + surplus) kept.push(near[from] as number);
      }
    }
  }
}

/** Distance in metres from the centre of a box to its corners. */
function cornerMetres(box: CellBox, metric: LocalMetric): number {
  const east = box.halfWidth * metric.metresPerDegreeEast;
  const north = box.halfHeight * metric.metresPerDegreeNorth;
  return Math.sqrt(east * east + north * north);
}

/** How many of the edges from place `i` on, before place `end`, follow each other, sharing a vertex, and have the same name. */
function chainLength(edges: ArrayLike<number>, i: number, end: number, nameOfEdge: Int32Array): number {
  const first = edges[i] as number;
  let count = 1;
  while (i + count < end && edges[i + count] === first + count && nameOfEdge[first + count] === nameOfEdge[first]) count++;
  return count;
}
