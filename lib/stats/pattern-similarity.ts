import { shuffle, type Random } from './seeded-random';

/** How one area compares between two point patterns. */
export interface AreaSimilarity {
  readonly baseShare: number;
  readonly testShare: number;
  /** Bounds of the test share (one resampled) or of the difference of shares (both resampled). */
  readonly interval: readonly [number, number];
  readonly similar: boolean;
  /** Empty in both patterns. */
  readonly empty: boolean;
}

/** Share of areas in which two patterns agree. */
export type PatternSimilarity =
  | {
    readonly kind: 'compared';
    readonly areas: readonly AreaSimilarity[];
    /** S, over all areas. */
    readonly index: number;
    /** S over the areas that are not empty in both; null when all are. */
    readonly robustIndex: number | null;
  }
  | { readonly kind: 'no_incident' | 'no_area' };

/** `test_sampled`: 85 % of the test incidents, drawn without repetition; `both_resampled`: a bootstrap of both, symmetric. */
export type SimilarityForm = 'test_sampled' | 'both_resampled';

const RESAMPLED_SHARE = 0.85;

/**
 * Spatial point pattern test: in which areas do two sets of incidents have the same share?
 *
 * The interval runs from place ⌊0.025·R⌋ + 1 to place ⌈0.975·R⌉ of the sorted resampled shares.
 * Source: Andresen (2009, 2016). Limits: `test_sampled` changes when base and test change places, `both_resampled` does not;
 * no area, or a pattern without incidents, is said. Areas are numbers from 0; the area of each incident is given.
 */
export function comparePatterns(base: ArrayLike<number>, test: ArrayLike<number>, areas: number, random: Random, form: SimilarityForm = 'both_resampled', resamples = 200): PatternSimilarity {
  if (areas === 0) return { kind: 'no_area' };
  if (base.length === 0 || test.length === 0) return { kind: 'no_incident' };
  const [baseShares, testShares] = [sharesOf(base, areas), sharesOf(test, areas)];
  const draws = Array.from({ length: resamples }, () => {
    if (form === 'test_sampled') return sharesOf(drawPart(test, random), areas);
    const [drawnBase, drawnTest] = [sharesOf(drawAgain(base, random), areas), sharesOf(drawAgain(test, random), areas)];
    return drawnTest.map((share, area) => share - drawnBase[area]!);
  });
  const found = Array.from({ length: areas }, (_, area): AreaSimilarity => {
    const sorted = Float64Array.from(draws, (draw) => draw[area]!).sort();
    const interval = [sorted[Math.floor(0.025 * resamples)]!, sorted[Math.ceil(0.975 * resamples) - 1]!] as const;
    const sought = form === 'test_sampled' ? baseShares[area]! : 0;
    return { baseShare: baseShares[area]!, testShare: testShares[area]!, interval, similar: interval[0] <= sought && sought <= interval[1], empty: baseShares[area] === 0 && testShares[area] === 0 };
  });
  const filled = found.filter(({ empty }) => !empty);
  const share = (list: readonly AreaSimilarity[]): number => list.filter(({ similar }) => similar).length / list.length;
  return { kind: 'compared', areas: found, index: share(found), robustIndex: filled.length === 0 ? null : share(filled) };
}

function sharesOf(incidents: ArrayLike<number>, areas: number): Float64Array {
  const shares = new Float64Array(areas);
  for (const area of Array.from(incidents)) shares[area]! += 1 / incidents.length;
  return shares;
}

function drawPart(incidents: ArrayLike<number>, random: Random): Float64Array {
  const mixed = Float64Array.from(incidents);
  shuffle(mixed, random);
  return mixed.subarray(0, Math.max(1, Math.round(RESAMPLED_SHARE * mixed.length)));
}

const drawAgain = (incidents: ArrayLike<number>, random: Random): Float64Array => Float64Array.from(incidents, () => incidents[Math.floor(random() * incidents.length)]!);
