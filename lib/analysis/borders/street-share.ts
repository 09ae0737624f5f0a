import Flatbush from 'flatbush';
import type { AnalysisInput } from '../method';

/** Share of the incidents within `metres` of a known street; 0 without an incident or a street. */
export function shareOnStreets({ points, streets }: Pick<AnalysisInput, 'points' | 'streets'>, metres: number): number {
  const pieces = streets.flatMap(({ line }) => line.slice(1).map((end, k) => [line[k]![0], line[k]![1], end[0], end[1]] as const));
  if (pieces.length === 0 || points.count === 0) return 0;
  const tree = new Flatbush(pieces.length, 16, Float64Array);
  for (const [x1, y1, x2, y2] of pieces) tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  tree.finish();
  let near = 0;
  for (let i = 0; i < points.count; i++) {
    const [x, y] = [points.xs[i]!, points.ys[i]!];
    const found = tree.search(x - metres, y - metres, x + metres, y + metres).some((k) => {
      const [x1, y1, x2, y2] = pieces[k]!;
      const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
      const part = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared));
      return Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1)) <= metres;
    });
    if (found) near++;
  }
  return near / points.count;
}
