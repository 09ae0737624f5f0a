/** How well zones caught what came after; null where undefined. */
export interface PredictionAccuracy {
  /** Incidents in the zones, and the most that any zones of the same area could have caught. */
  readonly hits: number;
  readonly bestHits: number;
  readonly hitShare: number | null;
  readonly areaShare: number;
  /** (n/N)/(a/A). */
  readonly pai: number | null;
  /** n over the most that any zone set of the same area could have caught. */
  readonly peiStar: number | null;
}

/**
 * Prediction accuracy index and efficiency of zones made of equal cells.
 *
 * Source: Chainey et al. (2008); PEI* as in White, Hunt & Green (2023). Accuracy: 30 of 100 in 0.5 of 20 km² gives 12.
 * Limits: no incident or no area gives nulls. `counts` are the later incidents a cell, `chosen` marks the zones' cells.
 */
export function scorePrediction(counts: ArrayLike<number>, chosen: ArrayLike<number>): PredictionAccuracy {
  let hits = 0;
  let total = 0;
  let cells = 0;
  for (let i = 0; i < counts.length; i++) {
    total += counts[i]!;
    if (chosen[i] !== 1) continue;
    cells++;
    hits += counts[i]!;
  }
  const best = Float64Array.from(counts).sort().subarray(counts.length - cells).reduce((sum, count) => sum + count, 0);
  const areaShare = counts.length === 0 ? 0 : cells / counts.length;
  const hitShare = total === 0 ? null : hits / total;
  return { hits, bestHits: best, hitShare, areaShare, pai: hitShare === null || areaShare === 0 ? null : hitShare / areaShare, peiStar: best === 0 ? null : hits / best };
}

/** (n/N)/(a/A) of plain numbers: hits of all incidents in an area of the whole; null where undefined. */
export function predictionAccuracyIndex(hits: number, incidents: number, area: number, wholeArea: number): number | null {
  return incidents === 0 || area === 0 || wholeArea === 0 ? null : hits / incidents / (area / wholeArea);
}

/** Recapture rate index: (n₂/n₁)/(N₂/N₁); null where undefined. Source: Levine (2008). */
export function recaptureRateIndex(hitsBefore: number, hitsAfter: number, totalBefore: number, totalAfter: number): number | null {
  return hitsBefore === 0 || totalBefore === 0 || totalAfter === 0 ? null : hitsAfter / hitsBefore / (totalAfter / totalBefore);
}
