/**
 * Value below which a share of ascending values lies, between two of them by proportion.
 *
 * Source: Hyndman & Fan (1996), type 7, as R's `quantile`.
 * @throws RangeError for an empty list or a share outside 0 … 1
 */
export function quantileOf(ascending: ArrayLike<number>, share: number): number {
  if (ascending.length === 0 || !(share >= 0 && share <= 1)) throw new RangeError(`a quantile needs values and a share from 0 to 1, got ${String(ascending.length)} values and ${String(share)}`);
  const place = (ascending.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(ascending.length - 1, below + 1);
  return ascending[below]! + (place - below) * (ascending[above]! - ascending[below]!);
}
