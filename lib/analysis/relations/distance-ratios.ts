import { shareNearInTime, type RepeatPairs } from './near-repeats';

/** Near repeats over what chance would make, by how far apart they lie. */
export interface DistanceRatios {
  /** Middle of each band in metres. */
  readonly middles: readonly number[];
  /** Pairs across a border, and within a ward; null where chance would make fewer than one. */
  readonly cross: readonly (number | null)[];
  readonly within: readonly (number | null)[];
}

/** Ratio of near repeats to chance in `bands` bands of straight distance up to `distanceMetres`, across borders and within wards. */
export function listDistanceRatios(repeats: RepeatPairs, within: number, distanceMetres: number, bands = 5): DistanceRatios {
  const { pairs, wards, times, xs, ys } = repeats;
  const close = [new Float64Array(bands), new Float64Array(bands)] as const;
  const observed = [new Float64Array(bands), new Float64Array(bands)] as const;
  for (let k = 0; k < pairs.first.length; k++) {
    const [i, j] = [pairs.first[k]!, pairs.second[k]!];
    const band = Math.min(bands - 1, Math.floor((Math.hypot(xs[i]! - xs[j]!, ys[i]! - ys[j]!) / distanceMetres) * bands));
    const side = wards[i] === wards[j] ? 1 : 0;
    close[side][band]!++;
    if (Math.abs(times[i]! - times[j]!) < within) observed[side][band]!++;
  }
  const share = shareNearInTime(times, within);
  const ratios = (side: 0 | 1): (number | null)[] => Array.from(close[side], (count, band) => (count * share < 1 ? null : observed[side][band]! / (count * share)));
  return { middles: Array.from({ length: bands }, (_, band) => ((band + 0.5) * distanceMetres) / bands), cross: ratios(0), within: ratios(1) };
}
