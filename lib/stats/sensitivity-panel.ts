/** Values to try for each choice an analysis leaves open: bandwidth, grid origin, zone width, boundary edition. */
export type SettingAxes = Readonly<Record<string, readonly (number | string)[]>>;
/** One value for each axis. */
export type Setting = Readonly<Record<string, number | string>>;

/** Every combination of the axes' values, the last axis changing fastest; an axis without values gives none. */
export function crossSettings(axes: SettingAxes): readonly Setting[] {
  return Object.entries(axes).reduce<readonly Setting[]>((settings, [axis, values]) => settings.flatMap((setting) => values.map((value) => ({ ...setting, [axis]: value }))), [{}]);
}

/** How many settings a finding survives. */
export interface Survival {
  readonly survived: number;
  readonly settings: number;
  /** Null without settings. */
  readonly share: number | null;
}

/** In all, and at each value of each axis, so that one sees which choice the finding hangs on. */
export interface SensitivityPanel extends Survival {
  readonly byValue: readonly (Survival & { readonly axis: string; readonly value: number | string })[];
}

const surviveOf = (flags: readonly boolean[]): Survival => {
  const survived = flags.filter(Boolean).length;
  return { survived, settings: flags.length, share: flags.length === 0 ? null : survived / flags.length };
};

/** Sums up in which settings a finding was found again: "this hotspot survives 93 % of 60 settings". Limits: no setting gives share null. */
export function summariseSensitivity(outcomes: readonly { readonly setting: Setting; readonly survived: boolean }[]): SensitivityPanel {
  const axes = Object.keys(outcomes[0]?.setting ?? {});
  const byValue = axes.flatMap((axis) => {
    const values = [...new Set(outcomes.map(({ setting }) => setting[axis]))].filter((value) => value !== undefined);
    return values.map((value) => ({ axis, value, ...surviveOf(outcomes.filter(({ setting }) => setting[axis] === value).map(({ survived }) => survived)) }));
  });
  return { ...surviveOf(outcomes.map(({ survived }) => survived)), byValue };
}

/** Share of a finding's incidents that it must share with one under another setting to count as the same, unless told otherwise. */
export const SAME_FINDING = 0.5;

/**
 * Whether a finding is met again among those of another setting: one of them holds at least `least` of its incidents.
 *
 * Limits: a finding without incidents is never met again.
 */
export function isFoundAgain(incidents: readonly number[], findings: readonly (readonly number[])[], least = SAME_FINDING): boolean {
  if (incidents.length === 0) return false;
  return findings.some((finding) => {
    const held = new Set(finding);
    return incidents.filter((incident) => held.has(incident)).length >= least * incidents.length;
  });
}
