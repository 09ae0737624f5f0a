/**
 * p-values adjusted so that calling all below α keeps the expected share of false calls at α.
 *
 * Source: Benjamini & Hochberg (1995), as R's `p.adjust(method = "BH")`. Limits: NaN is refused; an empty list gives an empty list.
 */
export function adjustBenjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const count = p.length;
  const order = Uint32Array.from({ length: count }, (_, index) => index).sort((a, b) => p[b]! - p[a]!);
  const adjusted = new Float64Array(count);
  let smallest = 1;
  for (let place = 0; place < count; place++) {
    const index = order[place]!;
    const value = p[index]!;
    if (!(value >= 0 && value <= 1)) throw new RangeError(`a p-value lies between 0 and 1, got ${String(value)}`);
    smallest = Math.min(smallest, (value * count) / (count - place));
    adjusted[index] = smallest;
  }
  return adjusted;
}
