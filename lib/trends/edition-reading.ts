import type { OwnerColumns } from '../domain/owner-columns';
import { NO_CODE, type PointColumns } from '../domain/point-columns';

/** Whose each row is under one reading of the boundaries; codes are indices into `wards`, `NO_CODE` = none. */
export interface OwnerReading {
  /** `editionId/wardCode`. */
  readonly wards: readonly string[];
  readonly owners: Uint16Array;
  /** Nearest other ward within the width. */
  readonly neighbours: Uint16Array;
  /** Rows that the edition's answer does not hold yet: they came after it. */
  readonly unknown: number;
}

/** Each incident under the ward it was recorded in: that of the edition in force when it occurred. */
export function readAsRecorded({ dictionaries, wards, neighbours }: PointColumns): OwnerReading {
  return { wards: dictionaries.wards, owners: wards, neighbours, unknown: 0 };
}

const wordsOf = (ids: Uint8Array): Uint32Array => new Uint32Array(ids.slice().buffer);

/** Row of each of the points in the answer; −1 when it is not there. Mostly the same order on both sides, so that is tried first. */
function matchRows(points: PointColumns, answer: OwnerColumns): Int32Array {
  const [mine, theirs] = [wordsOf(points.ids), wordsOf(answer.ids)];
  const same = (row: number, other: number): boolean =>
    mine[row * 4] === theirs[other * 4] && mine[row * 4 + 1] === theirs[other * 4 + 1] && mine[row * 4 + 2] === theirs[other * 4 + 2] && mine[row * 4 + 3] === theirs[other * 4 + 3];
  const rows = new Int32Array(points.count).fill(-1);
  const left: number[] = [];
  let next = 0;
  for (let row = 0; row < points.count; row++) {
    if (next < answer.count && same(row, next)) rows[row] = next++;
    else left.push(row);
  }
  if (left.length === 0) return rows;
  const places = new Map<string, number>();
  const keyOf = (words: Uint32Array, at: number): string => `${String(words[at * 4])} ${String(words[at * 4 + 1])} ${String(words[at * 4 + 2])} ${String(words[at * 4 + 3])}`;
  for (let other = 0; other < answer.count; other++) places.set(keyOf(theirs, other), other);
  for (const row of left) rows[row] = places.get(keyOf(mine, row)) ?? -1;
  return rows;
}

/**
 * Each incident under the ward of one edition that covers its point, whenever it occurred: series over a change of boundaries are
 * then of one territory all along.
 *
 * Limits: an incident that came after the answer belongs to no ward, and is counted in `unknown`.
 */
export function readInEdition(points: PointColumns, answer: OwnerColumns): OwnerReading {
  const rows = matchRows(points, answer);
  const pick = (column: Uint16Array): Uint16Array => Uint16Array.from(rows, (row) => (row < 0 ? NO_CODE : column[row]!));
  return { wards: answer.wards, owners: pick(answer.owners), neighbours: pick(answer.neighbours), unknown: rows.reduce((sum, row) => sum + (row < 0 ? 1 : 0), 0) };
}
