import type { Box } from './map-picture';

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const CELL_PIXELS = 120;

/** Where labels already stand, so that no two lie upon each other. */
export class LabelRoom {
  private readonly cells = new Map<string, Box[]>();

  constructor(private readonly frame: Box) {}

  isFree(box: Box): boolean {
    return this.cellsOf(box).every((key) => (this.cells.get(key) ?? []).every((taken) => !overlaps(taken, box)));
  }

  take(box: Box): void {
    for (const key of this.cellsOf(box)) {
      const list = this.cells.get(key);
      if (list === undefined) this.cells.set(key, [box]);
      else list.push(box);
    }
  }

  /** How far a box has to move to lie within the frame, a little off its edge. */
  shiftInto({ x, y, width, height }: Box, edge: number): readonly [number, number] {
    const along = (at: number, length: number, from: number, room: number): number =>
      (length + 2 * edge > room ? 0 : Math.max(from + edge - at, 0) + Math.min(from + room - edge - at - length, 0));
    return [along(x, width, this.frame.x, this.frame.width), along(y, height, this.frame.y, this.frame.height)];
  }

  holds({ x, y, width, height }: Box): boolean {
    return x >= this.frame.x && y >= this.frame.y && x + width <= this.frame.x + this.frame.width && y + height <= this.frame.y + this.frame.height;
  }

  private cellsOf({ x, y, width, height }: Box): string[] {
    const keys: string[] = [];
    for (let i = Math.floor(x / CELL_PIXELS); i <= Math.floor((x + width) / CELL_PIXELS); i++)
      for (let j = Math.floor(y / CELL_PIXELS); j <= Math.floor((y + height) / CELL_PIXELS); j++) keys.push(`${String(i)}/${String(j)}`);
    return keys;
  }
}
