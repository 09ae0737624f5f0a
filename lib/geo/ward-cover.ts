import { boxOfCell, CHAIN_HEAD_LENGTH, crossingStartOf, EMPTY_CELL, FIRST_ENTRY, HEAD_LENGTH } from './cell-book';
import { LISTED, toggle } from './centre-cover';
import { countPasses, TOUCHED } from './orientation';
import type { LngLat } from './types';
import type { WardCover, WardIndex } from './ward-index';

const NONE: readonly number[] = [];
const NOBODY: WardCover = { covering: NONE, onOutline: NONE };

/** Finds who covers a position in a cell of the grid (-1: beyond the grid), exactly (no tolerance). */
export function coverAt(index: WardIndex, cell: number, position: LngLat): WardCover {
  const content = cell < 0 ? EMPTY_CELL : (index.grid.cells[cell] as number);
  if (content === EMPTY_CELL) return NOBODY;
  const ward = content >= 0 ? content : (index.grid.book.numbers[FIRST_ENTRY - content] as number);
  if (ward >= 0) return index.plainCovers[ward] as WardCover;
  if (ward !== LISTED) return NOBODY;
  judgeParts(index, cell, FIRST_ENTRY - content, position);
  return mergeParts(index);
}

/**
 * Parts the position is strictly inside, and parts whose outline it is on. Used again by every call, since to make new lists
 * for each position costs more than the geometry; nothing here outlives a call of `coverAt`.
 */
const within: number[] = [];
const touched: number[] = [];

/**
 * Walks from the cell's centre, where the covering parts are known, to the position: each edge of a part that is passed turns
 * inside into outside. Only edges that run through the cell can be passed.
 */
function judgeParts({ grid: { book, frame } }: WardIndex, cell: number, start: number, position: LngLat): void {
  const { numbers, doubles } = book;
  const centre = boxOfCell(frame, cell);
  const partsTo = start + HEAD_LENGTH + (numbers[start + 1] as number);
  within.length = 0;
  touched.length = 0;
  for (let i = start + HEAD_LENGTH; i < partsTo; i++) within.push(numbers[i] as number);
  const chainsFrom = crossingStartOf(book, start);
  const chainsTo = chainsFrom + (numbers[start + 2] as number);
  for (let at = chainsFrom; at < chainsTo; ) {
    const part = numbers[at] as number;
    const from = (at + CHAIN_HEAD_LENGTH) / 2;
    const to = from + 2 * (numbers[at + 1] as number);
    at = 2 * to;
    const passes = countPasses(doubles, from, to, position[0], position[1], centre.longitude, centre.latitude);
    if (passes === TOUCHED) {
      if (!touched.includes(part)) touched.push(part);
    } else if (passes % 2 === 1) toggle(within, part);
  }
}

/** A ward covers what any of its parts covers; it is on its outline where it touches one part and is inside none. */
function mergeParts({ outlines, plainCovers }: WardIndex): WardCover {
  const { wardOfPart } = outlines;
  if (touched.length === 0 && within.length <= 1) {
    return within.length === 0 ? NOBODY : (plainCovers[wardOfPart[within[0] as number] as number] as WardCover);
  }
  const inside = new Set<number>();
  for (const part of within) if (!touched.includes(part)) inside.add(wardOfPart[part] as number);
  const onOutline = new Set<number>();
  for (const part of touched) {
    const ward = wardOfPart[part] as number;
    if (!inside.has(ward)) onOutline.add(ward);
  }
  return { covering: ascending([...inside, ...onOutline]), onOutline: ascending(onOutline) };
}

function ascending(wards: Iterable<number>): number[] {
  return [...wards].sort((a, b) => a - b);
}
