import { rankContrasts, testDiscontinuity, type Discontinuity, type SignedBins } from '../../stats/border-discontinuity';
import { testHeaps } from '../../stats/border-heaps';
import { shrinkRates } from '../../stats/empirical-bayes';
import { adjustBenjaminiHochberg } from '../../stats/false-discovery';
import type { AnalysisInput } from '../method';

/** `snapped`: a heap right beside the line, on one side more than on the other; `along`: no such difference, as where a street is the border; `jump`: the density jumps. */
export const JUMP_KINDS = ['snapped', 'jump', 'along', 'even'] as const;
export type JumpKind = (typeof JUMP_KINDS)[number];

/** What is said of the two sides of a border. */
export interface BorderJump {
  /** Place in the input's arcs. */
  readonly arc: number;
  readonly bins: SignedBins;
  readonly test: Extract<Discontinuity, { kind: 'estimated' }>;
  readonly adjustedP: number;
  readonly heapA: number;
  readonly heapB: number;
  readonly kind: JumpKind;
}

/** Judges borders together: every p is compared after Benjamini & Hochberg. Limits: borders with too few bins or no incident are left out. */
export function judgeJumps(measured: readonly { readonly arc: number; readonly bins: SignedBins }[], level: number): readonly BorderJump[] {
  const tested = measured.flatMap(({ arc, bins }) => {
    const test = testDiscontinuity(bins);
    return test.kind === 'estimated' ? [{ arc, bins, test }] : [];
  });
  const bounded = (p: number): number => Math.min(1, Math.max(0, p));
  const jumps = adjustBenjaminiHochberg(tested.map(({ test }) => bounded(test.p)));
  const found = tested.map(({ bins }) => testHeaps(bins));
  const heaps = adjustBenjaminiHochberg(found.flatMap(({ right, left }) => [bounded(right), bounded(left)]));
  const asymmetries = adjustBenjaminiHochberg(found.map(({ asymmetryP }) => bounded(asymmetryP)));
  return tested.map((one, k): BorderJump => {
    const [heapA, heapB] = [heaps[2 * k]!, heaps[2 * k + 1]!];
    const heaped = [heapA, heapB].some((p) => p < level);
    const kind = heaped && asymmetries[k]! < level ? 'snapped' : jumps[k]! < level ? 'jump' : heaped ? 'along' : 'even';
    return { ...one, adjustedP: jumps[k]!, heapA, heapB, kind };
  });
}

/** Difference of the shrunk rates (incidents a km²) of the two wards of a border, and its place among all borders; largest first. */
export interface WardContrast { readonly arc: number; readonly difference: number; readonly rank: number; readonly rateA: number; readonly rateB: number }

/** Wombling on the wards' shrunk rates. Limits: a ward without area has no rate and its borders no contrast. */
export function contrastWards({ points, wards, arcs }: AnalysisInput): readonly WardContrast[] {
  const counts = new Float64Array(wards.length);
  for (const ward of points.wards) if (ward >= 0) counts[ward]!++;
  if (wards.some(({ areaSquareMetres }) => !(areaSquareMetres > 0))) return [];
  const rates = shrinkRates({ counts, exposures: wards.map(({ areaSquareMetres }) => areaSquareMetres / 1e6) }).map(({ rate }) => rate);
  const placeOf = new Map(arcs.map(({ wardA, wardB }, arc) => [`${String(wardA)}/${String(wardB)}`, arc]));
  return rankContrasts(rates, arcs).map(({ wardA, wardB, difference, rank }) => ({ arc: placeOf.get(`${String(wardA)}/${String(wardB)}`)!, difference, rank, rateA: rates[wardA]!, rateB: rates[wardB]! }));
}
