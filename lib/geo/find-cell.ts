import { EMPTY_CELL, FIRST_ENTRY, SPLIT } from './cell-book';
import { cellAt } from './grid-frame';
import type { LngLat } from './types';
import type { WardGrid } from './ward-grid';

/** The undivided cell at a position: what the grid holds there (see `cell-book`), and its centre in degrees. */
export interface FoundCell {
  readonly content: number;
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * What the grid holds in the undivided cell at a position; empty beyond the grid.
 *
 * @throws when the position is not a longitude and latitude.
 */
export function findCell(grid: WardGrid, position: LngLat): FoundCell {
  const { frame, cells } = grid;
  const longitude = position[0];
  const latitude = position[1];
  const cell = cellAt(frame, longitude, latitude);
  if (cell < 0) {
    assertOnGlobe(longitude, latitude);
    return { content: EMPTY_CELL, longitude, latitude };
  }
  const column = cell % frame.columns;
  const row = (cell - column) / frame.columns;
  const centreLongitude = frame.west + (column + 0.5) * frame.cellWidth;
  const centreLatitude = frame.south + (row + 0.5) * frame.cellHeight;
  return descend(grid, cells[cell] as number, longitude, latitude, centreLongitude, centreLatitude);
}

/** Goes down the quarters of a split cell, moving the centre exactly as `quarterOf` did when they were written. */
function descend(
  { frame, book }: WardGrid,
  cellContent: number,
  longitude: number,
  latitude: number,
  cellLongitude: number,
  cellLatitude: number,
): FoundCell {
  let content = cellContent;
  let centreLongitude = cellLongitude;
  let centreLatitude = cellLatitude;
  let quarterWidth = frame.cellWidth / 4;
  let quarterHeight = frame.cellHeight / 4;
  while (content <= FIRST_ENTRY && book[FIRST_ENTRY - content] === SPLIT) {
    const isEast = longitude >= centreLongitude;
    const isNorth = latitude >= centreLatitude;
    content = book[FIRST_ENTRY - content + 1 + (isEast ? 1 : 0) + (isNorth ? 2 : 0)] as number;
    centreLongitude += isEast ? quarterWidth : -quarterWidth;
    centreLatitude += isNorth ? quarterHeight : -quarterHeight;
    quarterWidth /= 2;
    quarterHeight /= 2;
  }
  return { content, longitude: centreLongitude, latitude: centreLatitude };
}

function assertOnGlobe(longitude: number, latitude: number): void {
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return;
  throw new RangeError(`[${longitude}, ${latitude}] is not a longitude and latitude`);
}
