/** A stretch of a line: from and to in metres along it, from before to. */
export type Stretch = readonly [fromMetres: number, toMetres: number];

/** Ends this close are one, in metres: they come from sums of lengths in another order. */
const JOINT_METRES = 1e-6;

/** The stretches covered by any of the given ones, in order, none touching the next. */
export function uniteStretches(stretches: readonly Stretch[]): Stretch[] {
  const united: [number, number][] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = united.at(-1);
    if (last !== undefined && from <= last[1] + JOINT_METRES) last[1] = Math.max(last[1], to);
    else if (to > from) united.push([from, to]);
  }
  return united;
}

/** The stretches that lie in both of two lists, each in order and without overlaps. */
export function intersectStretches(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const common: Stretch[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const one = a[i]!;
    const other = b[j]!;
    const from = Math.max(one[0], other[0]);
    const to = Math.min(one[1], other[1]);
    if (to > from) common.push([from, to]);
    if (one[1] < other[1]) i++;
    else j++;
  }
  return common;
}

/** Length in metres of stretches that do not overlap. */
export function lengthOfStretches(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, [from, to]) => sum + to - from, 0);
}
