import { testTrend } from './mann-kendall';

/** How a place's heat came about, in the order in which the classes are tried. */
export const EMERGING_CLASSES = ['new', 'consecutive', 'intensifying', 'persistent', 'diminishing', 'sporadic', 'oscillating', 'historical'] as const;
/** One of `EMERGING_CLASSES`. */
export type EmergingClass = (typeof EMERGING_CLASSES)[number];

/** The pattern of one place over time; `heat` says whether hot or cold. */
export type EmergingPattern = { readonly heat: 'hot' | 'cold'; readonly pattern: EmergingClass } | { readonly heat: 'none' };

/** Share of hot slices from which a place counts as hot nearly always. */
const NEARLY_ALWAYS = 0.9;
/** Slack for shares such as 9 of 10 that are not exact in binary. */
const SLACK = 1e-9;

interface Run {
  readonly hot: readonly boolean[];
  readonly cold: readonly boolean[];
  readonly lastHot: boolean;
  /** Hot in at least nine slices of ten. */
  readonly nearlyAlways: boolean;
  readonly trend: -1 | 0 | 1;
}

const MATCHES: Readonly<Record<EmergingClass, (run: Run) => boolean>> = {
  new: ({ hot, lastHot }) => lastHot && hot.filter(Boolean).length === 1,
  consecutive: ({ hot, lastHot, nearlyAlways }) => lastHot && !nearlyAlways && isFinalRun(hot),
  intensifying: ({ lastHot, nearlyAlways, trend }) => nearlyAlways && lastHot && trend > 0,
  persistent: ({ nearlyAlways, trend }) => nearlyAlways && trend === 0,
  diminishing: ({ lastHot, nearlyAlways, trend }) => nearlyAlways && lastHot && trend < 0,
  sporadic: ({ cold, lastHot, nearlyAlways }) => lastHot && !nearlyAlways && !cold.some(Boolean),
  oscillating: ({ cold, lastHot, nearlyAlways }) => lastHot && !nearlyAlways && cold.some(Boolean),
  historical: ({ hot, lastHot }) => !lastHot && hot.length > 1 && shareOf(hot.slice(0, -1)) >= NEARLY_ALWAYS - SLACK,
};

const shareOf = (flags: readonly boolean[]): number => (flags.length === 0 ? 0 : flags.filter(Boolean).length / flags.length);

/** Whether all hot slices, at least two, are the last ones. */
function isFinalRun(hot: readonly boolean[]): boolean {
  const first = hot.indexOf(true);
  return hot.length - first >= 2 && hot.slice(first).every(Boolean);
}

/**
 * Class of one place from its series of z values and of significance classes (above 0 hot, below 0 cold), oldest first.
 *
 * Source: emerging hot spot analysis as published by Esri (classes of its documentation), trend by Mann–Kendall on z.
 * Limits: the first matching class counts, hot before cold; no slice, or none significant, gives `none`.
 */
export function classifyEmerging(z: readonly number[], classes: ArrayLike<number>, alpha = 0.05): EmergingPattern {
  const { s, p } = testTrend(z);
  const trend = p < alpha ? Math.sign(s) : 0;
  const signs = Array.from(classes);
  for (const [heat, sign] of [['hot', 1], ['cold', -1]] as const) {
    const hot = signs.map((value) => value * sign > 0);
    if (!hot.some(Boolean)) continue;
    const run: Run = {
      hot,
      cold: signs.map((value) => value * sign < 0),
      lastHot: hot.at(-1) === true,
      nearlyAlways: shareOf(hot) >= NEARLY_ALWAYS - SLACK,
      trend: (trend * sign) as Run['trend'],
    };
    const pattern = EMERGING_CLASSES.find((name) => MATCHES[name](run));
    if (pattern !== undefined) return { heat, pattern };
  }
  return { heat: 'none' };
}

/** Classes of all places of a cube, from z and significance by slice and place. */
export function classifyCube(places: number, z: ArrayLike<number>, classes: ArrayLike<number>, alpha = 0.05): readonly EmergingPattern[] {
  const slices = places === 0 ? 0 : z.length / places;
  const series = (values: ArrayLike<number>, place: number): number[] => Array.from({ length: slices }, (_, slice) => values[slice * places + place]!);
  return Array.from({ length: places }, (_, place) => classifyEmerging(series(z, place), series(classes, place), alpha));
}
