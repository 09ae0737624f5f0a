/**
 * How notable a change of counts over times of different lengths is: z = 2(√after − √(c·before))/√(1 + c), c = after's length
 * over before's; |z| > 3 is notable.
 *
 * Source: the variance-stabilising root of Wheeler (2016) for lengths that differ; equal lengths give √2(√after − √before),
 * which has variance 1 where his 2(√after − √before) has 2. Limits: normal only roughly below five incidents a side.
 * @throws RangeError for a length that is not above 0
 */
export function countChangeScaledZ(before: number, beforeLength: number, after: number, afterLength: number): number {
  if (!(beforeLength > 0) || !(afterLength > 0)) throw new RangeError(`a period needs a length, got ${String(beforeLength)} and ${String(afterLength)}`);
  const ratio = afterLength / beforeLength;
  return (2 * (Math.sqrt(after) - Math.sqrt(ratio * before))) / Math.sqrt(1 + ratio);
}
