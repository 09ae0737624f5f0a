import { clipRing } from './clip-lines';
import type { PictureFrame } from './mercator';
import type { ProjectedFeature, ProjectedLine } from './projected-source';

/** Middle of the part of a ring that lies in the frame: the middle of the widest stretch at the height of its centre. Null when none of it does. */
function middleInFrame(frame: PictureFrame, ring: ProjectedLine): readonly [number, number] | null {
  const points = clipRing(frame, ring, 0);
  if (points.length < 6) return null;
  let [area2, sumY] = [0, 0];
  const corners = points.length;
  for (let i = 0; i < corners; i += 2) {
    const [ax, ay, bx, by] = [points[i] ?? 0, points[i + 1] ?? 0, points[(i + 2) % corners] ?? 0, points[(i + 3) % corners] ?? 0];
    const cross = ax * by - bx * ay;
    area2 += cross;
    sumY += (ay + by) * cross;
  }
  if (area2 === 0) return null;
  const y = sumY / (3 * area2);
  const crossings: number[] = [];
  for (let i = 0; i < corners; i += 2) {
    const [ax, ay, bx, by] = [points[i] ?? 0, points[i + 1] ?? 0, points[(i + 2) % corners] ?? 0, points[(i + 3) % corners] ?? 0];
    if (ay <= y !== by <= y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  }
  crossings.sort((a, b) => a - b);
  let best: readonly [number, number] | null = null;
  let widest = 0;
  for (let i = 1; i < crossings.length; i += 2) {
    const [from, to] = [crossings[i - 1] ?? 0, crossings[i] ?? 0];
    if (to - from > widest) {
      widest = to - from;
      best = [(from + to) / 2, y];
    }
  }
  return best;
}

/** Where the symbols of a feature stand, in picture pixels: at its points, at the first vertex of a line, in the middle of what is seen of an area. */
export function listAnchors(feature: ProjectedFeature, frame: PictureFrame): (readonly [number, number])[] {
  const { scale, dx, dy } = frame;
  return feature.parts.flatMap(([first]) => {
    if (first === undefined) return [];
    if (feature.type !== 3) return [[(first.xy[0] ?? 0) * scale + dx, (first.xy[1] ?? 0) * scale + dy] as const];
    const middle = middleInFrame(frame, first);
    return middle === null ? [] : [middle];
  });
}
