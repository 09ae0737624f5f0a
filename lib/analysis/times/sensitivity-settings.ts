import { crossSettings, type SettingAxes } from '../../stats/sensitivity-panel';

/** Methods whose findings can be put to the test. */
export const SENSITIVITY_BASES = ['kernel_density', 'getis_ord', 'density_clusters'] as const;
export type SensitivityBase = (typeof SENSITIVITY_BASES)[number];

/** Choices that are varied; sizes and widths as factors of the analyst's, the origin as a number of `ORIGINS`. */
export const AXES = ['size', 'cell', 'origin', 'significance', 'leastPoints', 'zoneWidth'] as const;
export type Axis = (typeof AXES)[number];
/** One value for each axis that the base method has. */
export type SizedSetting = Readonly<Partial<Record<Axis, number>>>;

/** Where the grid begins, in shares of a cell west and south of where it would. */
export const ORIGINS: readonly (readonly [west: number, south: number])[] = [[0, 0], [0.5, 0], [0, 0.5], [0.5, 0.5], [0.25, 0.75]];
const EVERY_ORIGIN = ORIGINS.map((_, place) => place);
const ZONE_WIDTHS = [0.5, 1, 1.5, 2];

/** Factors from 1/range to range, evenly spaced on a logarithmic scale, 1 in the middle. */
function listFactors(range: number, steps: number): number[] {
  return Array.from({ length: 2 * steps + 1 }, (_, k) => range ** ((k - steps) / steps));
}

/** What is varied, and the setting the analyst chose. */
export interface SensitivityPlan {
  readonly base: SizedSetting;
  /** Every other combination. */
  readonly settings: readonly SizedSetting[];
}

/** The settings of a base method: at least 70 besides the analyst's own. */
export function planSettings(method: SensitivityBase, choice: { readonly range: number; readonly significance: number; readonly leastPoints: number; readonly inBorderZone: boolean }): SensitivityPlan {
  const { range, significance, leastPoints, inBorderZone } = choice;
  const own: SettingAxes = {
    kernel_density: { size: listFactors(range, 2), cell: inBorderZone ? [1, 1.5] : [1, 1.25, 1.5], origin: EVERY_ORIGIN },
    getis_ord: { size: listFactors(range, 2), origin: EVERY_ORIGIN, significance: [...new Set([significance / 5, significance, Math.min(0.2, significance * 2)])] },
    density_clusters: { size: listFactors(range, 4), leastPoints: [-3, -2, -1, 0, 1, 2, 3, 4].map((more) => leastPoints + more).filter((points) => points >= 2) },
  }[method];
  const axes: SettingAxes = inBorderZone ? { ...own, zoneWidth: ZONE_WIDTHS } : own;
  const base: SizedSetting = Object.fromEntries(Object.keys(axes).map((axis) => [axis, { size: 1, cell: 1, origin: 0, significance, leastPoints, zoneWidth: 1 }[axis as Axis]]));
  const all = crossSettings(axes) as readonly SizedSetting[];
  return { base, settings: all.filter((setting) => Object.entries(base).some(([axis, value]) => setting[axis as Axis] !== value)) };
}
