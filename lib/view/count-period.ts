import { daySchema, type Day } from '../domain/instant';
import type { PointColumns } from '../domain/point-columns';
import { countDays } from '../domain/zone-bins';
import type { Bbox } from '../geo/types';
import { addDays, dayStartSeconds } from './day-arithmetic';

/** The days that are counted, both included. */
export interface CountPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** Days that are counted where nobody says otherwise. */
export const DEFAULT_COUNT_DAYS = 90;
/** Longest period in days that is counted at once. */
const MOST_DAYS = 3_660;

const readDay = (text: string | null): Day | null => {
  const parsed = daySchema.safeParse(text);
  return parsed.success ? parsed.data : null;
};

/** The period an address names; the 90 days up to today without one, or when it is turned round or too long. */
export function readCountPeriod(params: URLSearchParams, today: Day): CountPeriod {
  const [from, to] = [readDay(params.get('from')), readDay(params.get('to'))];
  if (from === null || to === null || from > to || countDays(from, to) > MOST_DAYS) return { from: addDays(today, 1 - DEFAULT_COUNT_DAYS), to: today };
  return { from, to };
}

/** Rows of a period around a box, half its size beyond it, so that what lies just outside is seen as well. */
export function listRowsAround(points: PointColumns, [west, south, east, north]: Bbox, { from, to }: CountPeriod): Uint32Array {
  const [dx, dy] = [(east - west) / 2, (north - south) / 2];
  const [first, end] = [dayStartSeconds(from), dayStartSeconds(addDays(to, 1))];
  const rows: number[] = [];
  for (let row = 0; row < points.count; row++) {
    const [x, y, at] = [points.longitudes[row] ?? NaN, points.latitudes[row] ?? NaN, points.occurredAt[row] ?? NaN];
    if (at >= first && at < end && x >= west - dx && x <= east + dx && y >= south - dy && y <= north + dy) rows.push(row);
  }
  return Uint32Array.from(rows);
}
