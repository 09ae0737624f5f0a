/** Days of a week. */
export const WEEK_DAYS = 7;

/** Number of the week of a day (both since 1970); weeks begin on Monday. */
export const weekOfDay = (day: number): number => Math.floor((day + 3) / WEEK_DAYS);

/** The Monday, as a day number, of a week. */
export const firstDayOfWeek = (week: number): number => week * WEEK_DAYS - 3;

/** Counts of the weeks first … last (both included) of sorted or unsorted day numbers; days outside are left out. */
export function countWeeks(days: Int32Array, first: number, last: number): Int32Array {
  const counts = new Int32Array(Math.max(0, last - first + 1));
  for (const day of days) {
    const place = weekOfDay(day) - first;
    if (place >= 0 && place < counts.length) counts[place]!++;
  }
  return counts;
}

/** Blocks that dispersion is measured over, in weeks: long enough to hold what follows from one another. */
const BLOCK_WEEKS = 4;

/** Sum of (y − m)²/m over blocks of four weeks, and its degrees of freedom; null below five counts in all. */
export function blockDispersion(counts: ArrayLike<number>): { readonly chi: number; readonly free: number } | null {
  const blocks = Math.floor(counts.length / BLOCK_WEEKS);
  if (blocks < 3) return null;
  const sums = new Float64Array(blocks);
  let total = 0;
  for (let t = 0; t < blocks * BLOCK_WEEKS; t++) {
    sums[Math.floor(t / BLOCK_WEEKS)]! += counts[t]!;
    total += counts[t]!;
  }
  if (total < 5) return null;
  const mean = total / blocks;
  return { chi: sums.reduce((sum, y) => sum + (y - mean) ** 2 / mean, 0), free: blocks - 1 };
}

/** Most that one chart says about the dispersion that is usual: a hotspot that came up says nothing about it. */
const MOST_OF_ONE = 3;

/** Variance over mean that is usual over many charts, 1 or more; 1 where nothing can be said. */
export function pooledDispersion(charts: Iterable<ReturnType<typeof blockDispersion>>): number {
  let [chi, free] = [0, 0];
  for (const one of charts) {
    if (one === null) continue;
    chi += Math.min(one.chi, MOST_OF_ONE * one.free);
    free += one.free;
  }
  return free === 0 ? 1 : Math.max(1, chi / free);
}

/** Degrees of freedom by which the usual dispersion outweighs a chart's own. */
const POOL_WEIGHT = 50;

/** A chart's dispersion, drawn towards what is usual; 1 or more. */
export function shrunkDispersion(own: ReturnType<typeof blockDispersion>, usual: number): number {
  return own === null ? Math.max(1, usual) : Math.max(1, (own.chi + POOL_WEIGHT * usual) / (own.free + POOL_WEIGHT));
}
