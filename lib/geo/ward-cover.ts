import { EMPTY_CELL, FIRST_ENTRY, HEAD_LENGTH } from './cell-book';
import { LISTED, toggle } from './centre-cover';
import type { FoundCell } from './find-cell';
import { isOnEdge, passesEdge } from './orientation';
import type { LngLat } from './types';
import type { WardIndex } from './ward-index';

/** The wards that cover a position: every one, and those whose outline it lies on. Ward numbers, ascending. */
export interface WardCover {
  readonly covering: readonly number[];
  readonly onOutline: readonly number[];
}

const NONE: readonly number[] = [];
const NOBODY: WardCover = { covering: NONE, onOutline: NONE };

/** Finds who covers a position in an undivided cell, exactly (no tolerance). */
export function coverAt(index: WardIndex, cell: FoundCell, position: LngLat): WardCover {
  if (cell.content >= 0) return { covering: [cell.content], onOutline: NONE };
  if (cell.content === EMPTY_CELL) return NOBODY;
  const ward = index.grid.book[FIRST_ENTRY - cell.content] as number;
  if (ward >= 0) return { covering: [ward], onOutline: NONE };
  if (ward !== LISTED) return NOBODY;
  return mergeParts(index, judgeParts(index, cell, position));
}

/** Parts of wards: `within` holds those the position is strictly inside, `touched` those whose outline it is on. */
interface PartVerdicts {
  readonly within: number[];
  readonly touched: number[];
}

/**
 * Walks from the cell's centre, where the covering parts are known, to the position: each edge of a part that is passed turns
 * inside into outside. Only edges that run through the cell can be passed.
 */
function judgeParts(index: WardIndex, cell: FoundCell, position: LngLat): PartVerdicts {
  const { book } = index.grid;
  const { coordinates, partOfEdge } = index.outlines;
  const longitude = position[0];
  const latitude = position[1];
  const start = FIRST_ENTRY - cell.content;
  const partsFrom = start + HEAD_LENGTH;
  const edgesFrom = partsFrom + (book[start + 1] as number);
  const edgesTo = edgesFrom + (book[start + 2] as number);
  const within: number[] = [];
  const touched: number[] = [];
  for (let i = partsFrom; i < edgesFrom; i++) within.push(book[i] as number);
  for (let i = edgesFrom; i < edgesTo; i++) {
    const edge = book[i] as number;
    const ax = coordinates[2 * edge] as number;
    const ay = coordinates[2 * edge + 1] as number;
    const bx = coordinates[2 * edge + 2] as number;
    const by = coordinates[2 * edge + 3] as number;
    const part = partOfEdge[edge] as number;
    if (isOnEdge(longitude, latitude, ax, ay, bx, by)) {
      if (!touched.includes(part)) touched.push(part);
    } else if (passesEdge(longitude, latitude, cell.longitude, cell.latitude, ax, ay, bx, by)) toggle(within, part);
  }
  return { within, touched };
}

/** A ward covers what any of its parts covers; it is on its outline where it touches one part and is inside none. */
function mergeParts(index: WardIndex, { within, touched }: PartVerdicts): WardCover {
  const { wardOfPart } = index.outlines;
  if (touched.length === 0 && within.length === 1) {
    return { covering: [wardOfPart[within[0] as number] as number], onOutline: NONE };
  }
  const inside = new Set<number>();
  for (const part of within) if (!touched.includes(part)) inside.add(wardOfPart[part] as number);
  if (touched.length === 0) return { covering: ascending(inside), onOutline: NONE };

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
