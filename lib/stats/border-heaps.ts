import type { BinSide, SignedBins } from './border-discontinuity';
import { binomialUpperTail } from './count-tails';
import { normalTwoSided } from './special-functions';

/** Incidents heaped right beside a border. */
export interface BorderHeaps {
  /** P of so many incidents in the innermost bin, given those in it and the next ones, if all had one density. */
  readonly right: number;
  readonly left: number;
  /** Two-sided p that the two sides heap alike; small = positions drawn to one side of the line. */
  readonly asymmetryP: number;
}

/** Bins after the innermost that it is compared with. */
const NEXT = 3;

interface Side { readonly inner: number; readonly next: number; readonly innerExposure: number; readonly nextExposure: number }

function readSide({ counts, exposures }: BinSide): Side {
  const sum = (values: readonly number[]): number => values.slice(1, 1 + NEXT).reduce((total, value) => total + value, 0);
  return { inner: counts[0] ?? 0, next: sum(counts), innerExposure: exposures[0] ?? 0, nextExposure: sum(exposures) };
}

const heapP = ({ inner, next, innerExposure, nextExposure }: Side): number =>
  innerExposure > 0 && nextExposure > 0 ? binomialUpperTail(inner, inner + next, innerExposure / (innerExposure + nextExposure)) : 1;

/**
 * Whether incidents heap in the innermost bin of either side of a border, and on one side more than on the other.
 *
 * Source: exact conditional test of two Poisson counts; asymmetry by the log odds ratio with ½ added to each count (Haldane 1956).
 * Limits: a side without exposure in the innermost or the next three bins gives 1, and so does the asymmetry; a density that
 * rises steeply towards the line is a heap on both sides.
 */
export function testHeaps({ positive, negative }: SignedBins): BorderHeaps {
  const [right, left] = [readSide(positive), readSide(negative)];
  const usable = [right, left].every(({ innerExposure, nextExposure }) => innerExposure > 0 && nextExposure > 0);
  const odds = ({ inner, next, innerExposure, nextExposure }: Side): number => Math.log((inner + 0.5) / innerExposure) - Math.log((next + 0.5) / nextExposure);
  const error = Math.sqrt([right.inner, right.next, left.inner, left.next].reduce((sum, count) => sum + 1 / (count + 0.5), 0));
  return { right: heapP(right), left: heapP(left), asymmetryP: usable ? normalTwoSided((odds(right) - odds(left)) / error) : 1 };
}
