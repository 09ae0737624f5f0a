import type { Box } from './map-picture';
import type { PictureFrame } from './mercator';
import type { ProjectedLine } from './projected-source';
import { thinLine } from './thin-line';

/** Positions in picture pixels, x and y in turn. */
export type PixelLine = readonly number[];

/** How far beyond the frame things are still drawn, so that no cut edge shows. */
const grown = ({ x, y, width, height }: Box, by: number): readonly [number, number, number, number] => [x - by, y - by, x + width + by, y + height + by];

/** Whether any of a line lies in the frame grown by some pixels; by its extent. */
export function touches(frame: PictureFrame, line: ProjectedLine, by: number): boolean {
  const [left, top, right, bottom] = grown(frame.box, by);
  const { scale, dx, dy } = frame;
  return line.east * scale + dx >= left && line.west * scale + dx <= right && line.south * scale + dy >= top && line.north * scale + dy <= bottom;
}

const isWithin = (frame: PictureFrame, line: ProjectedLine, by: number): boolean => {
  const [left, top, right, bottom] = grown(frame.box, by);
  const { scale, dx, dy } = frame;
  return line.west * scale + dx >= left && line.east * scale + dx <= right && line.north * scale + dy >= top && line.south * scale + dy <= bottom;
};

/** A line in picture pixels without the vertices that change it by less than half a pixel. */
function toPixels({ scale, dx, dy }: PictureFrame, { xy }: ProjectedLine): number[] {
  const pixels = new Float64Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    pixels[i] = (xy[i] ?? 0) * scale + dx;
    pixels[i + 1] = (xy[i + 1] ?? 0) * scale + dy;
  }
  return thinLine(pixels);
}

/** The share of a segment, from and to, that lies in a rectangle (Liang and Barsky); null when none does. */
function segmentShare(ax: number, ay: number, bx: number, by: number, [left, top, right, bottom]: readonly [number, number, number, number]): readonly [number, number] | null {
  let [from, to] = [0, 1];
  const sides = [[ax - bx, ax - left], [bx - ax, right - ax], [ay - by, ay - top], [by - ay, bottom - ay]] as const;
  for (const [p, q] of sides) {
    if (p === 0) {
      if (q < 0) return null;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
    if (from > to) return null;
  }
  return [from, to];
}

/** The parts of a line, or of a ring, within the frame grown by some pixels. */
export function clipLine(frame: PictureFrame, line: ProjectedLine, by: number): PixelLine[] {
  if (!touches(frame, line, by)) return [];
  const pixels = toPixels(frame, line);
  if (pixels.length < 4) return [];
  if (isWithin(frame, line, by)) return [pixels];
  const box = grown(frame.box, by);
  const runs: number[][] = [];
  let run: number[] | null = null;
  for (let i = 2; i < pixels.length; i += 2) {
    const [ax, ay, bx, by_] = [pixels[i - 2] ?? 0, pixels[i - 1] ?? 0, pixels[i] ?? 0, pixels[i + 1] ?? 0];
    const share = segmentShare(ax, ay, bx, by_, box);
    if (share === null) {
      run = null;
      continue;
    }
    const [from, to] = share;
    if (run === null || from > 0) runs.push(run = [ax + from * (bx - ax), ay + from * (by_ - ay)]);
    run.push(ax + to * (bx - ax), ay + to * (by_ - ay));
    if (to < 1) run = null;
  }
  return runs;
}

/** A ring within the frame grown by some pixels (Sutherland and Hodgman); empty when nothing is left of it. */
export function clipRing(frame: PictureFrame, ring: ProjectedLine, by: number): PixelLine {
  if (!touches(frame, ring, by)) return [];
  let points = toPixels(frame, ring);
  if (points.length < 8) return [];
  if (isWithin(frame, ring, by)) return points;
  const [left, top, right, bottom] = grown(frame.box, by);
  for (const [axis, limit, sign] of [[0, left, 1], [0, right, -1], [1, top, 1], [1, bottom, -1]] as const) points = clipAtEdge(points, axis, limit, sign);
  return points;
}

function clipAtEdge(points: readonly number[], axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const kept: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const before = (i + points.length - 2) % points.length;
    const [ax, ay, bx, by] = [points[before] ?? 0, points[before + 1] ?? 0, points[i] ?? 0, points[i + 1] ?? 0];
    const [da, db] = [sign * ((axis === 0 ? ax : ay) - limit), sign * ((axis === 0 ? bx : by) - limit)];
    if (da >= 0 !== db >= 0) {
      const share = da / (da - db);
      kept.push(ax + share * (bx - ax), ay + share * (by - ay));
    }
    if (db >= 0) kept.push(bx, by);
  }
  return kept;
}
