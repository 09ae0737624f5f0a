/** Codes of the shipped incident categories; the table in the database is what counts and can be edited. */
export const CATEGORY_CODES = [
  'drugs', 'prostitution', 'theft', 'robbery', 'gambling', 'racing', 'disorder', 'dispute', 'encroachment', 'waste',
  'sensitive_business', 'fire_safety', 'residence', 'traffic', 'other',
] as const;

/**
 * Kinds that a border hides together: those that the first cluster's agreement was made for, and those that take place in the open.
 * Looked at together with all others, a ward's many other incidents drown them.
 */
export const CATEGORY_GROUPS = { all: [], covert: ['drugs', 'prostitution', 'theft'], open: ['robbery', 'racing', 'disorder'] } as const satisfies Readonly<Record<string, readonly (typeof CATEGORY_CODES)[number][]>>;
export type CategoryGroup = keyof typeof CATEGORY_GROUPS;

/** Shapes that tell categories apart without colour. */
export const CATEGORY_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'pentagon', 'hexagon', 'star', 'cross'] as const;
export type CategoryShape = (typeof CATEGORY_SHAPES)[number];

/** An incident category: both names, its map sign (shape and colour), and a harm weight. */
export interface Category {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly shape: CategoryShape;
  /** `#rrggbb`, chosen to stay distinguishable for colour-blind readers on both themes. */
  readonly colour: string;
  readonly severityWeight: number;
  readonly sortOrder: number;
}
