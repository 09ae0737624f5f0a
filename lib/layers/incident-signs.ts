import type { CategoryShape } from '../domain/category';

/** A corner of a sign in a box of −1…1, y downward as on a canvas. */
export type Corner = readonly [number, number];

function regularPolygon(corners: number, startDegrees: number, radius: number): Corner[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = ((startDegrees + (i * 360) / corners) * Math.PI) / 180;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
}

function star(): Corner[] {
  const outer = regularPolygon(5, -90, 1.05);
  const inner = regularPolygon(5, -54, 0.5);
  return outer.flatMap((corner, i) => [corner, inner[i] ?? corner]);
}

const ARM = 0.34;
const cross: readonly Corner[] = [
  [-ARM, -0.92], [ARM, -0.92], [ARM, -ARM], [0.92, -ARM], [0.92, ARM], [ARM, ARM],
  [ARM, 0.92], [-ARM, 0.92], [-ARM, ARM], [-0.92, ARM], [-0.92, -ARM], [-ARM, -ARM],
];

const CORNERS: Readonly<Record<CategoryShape, readonly Corner[]>> = {
  circle: regularPolygon(32, 0, 0.86),
  square: [[-0.76, -0.76], [0.76, -0.76], [0.76, 0.76], [-0.76, 0.76]],
  triangle: [[0, -0.98], [0.98, 0.78], [-0.98, 0.78]],
  diamond: [[0, -1.05], [0.9, 0], [0, 1.05], [-0.9, 0]],
  pentagon: regularPolygon(5, -90, 0.98),
  hexagon: regularPolygon(6, 0, 0.95),
  star: star(),
  cross,
};

/** Corners of a category's sign, for a canvas image and for the legend alike; areas are alike so that no sign outweighs another. */
export function signCorners(shape: CategoryShape): readonly Corner[] {
  return CORNERS[shape];
}

/** An SVG path of a sign in a box of −1…1. */
export function signPath(shape: CategoryShape): string {
  return `M${signCorners(shape).map(([x, y]) => `${x.toFixed(3)} ${y.toFixed(3)}`).join('L')}Z`;
}

/** Name of the map image of an incident's sign. */
export function signImageId(category: string, inZone: boolean, done: boolean): string {
  return `sign-${category}${inZone ? '-zone' : ''}${done ? '-done' : ''}`;
}

/** Name of the map image that marks what is overdue. */
export const LATE_MARK_IMAGE = 'late-mark';

/** Steps in which a group's ring shows its border-zone share. */
export const GROUP_RING_STEPS = 12;

/** Name of the map image of a group whose border-zone share, 0–1, is rounded to a step. */
export function groupImageId(step: number): string {
  return `group-${step}`;
}
