import { computeBorderConcentration, testBorderDistance, type BermanTest, type BorderConcentration, type Exposure } from '../../stats/border-distance';
import { binomialInterval } from '../../stats/count-tails';
import { findReach, profileDistance, proposeProfileBandwidth, type DistanceProfile } from '../../stats/distance-profile';
import type { ArcIndex } from '../plane/arc-index';
import type { ExposureSample } from './border-exposure';
import type { ScopePoints } from '../method';
import { placeOnArcs } from '../plane/place-on-arcs';

/** Signed distances in metres of the incidents compared, and of the exposure they are held against. */
export interface BorderDistances {
  readonly distances: Float64Array;
  readonly exposure: Exposure & { readonly values: Float64Array; readonly weights: Float64Array };
  /** Incidents that have no exposure to be held against: their ward has none. */
  readonly leftOut: number;
}

/** Farthest that the nearest border is looked for, in metres. */
const FARTHEST = 60_000;

type Placeable = Pick<ScopePoints, 'count' | 'xs' | 'ys' | 'wards'>;

/**
 * Distances to the nearest border of the own ward, of incidents and exposure; `arc` keeps only what is nearest to that one.
 *
 * With `perWard` the exposure of each ward is scaled to the ward's incidents, so that only where in its ward an incident lies
 * is compared: small, busy wards have more border for their size, which would otherwise pass for an effect of borders.
 * Limits: signs mean something for one border only; without `arc` all distances are given as above 0.
 */
export function measureBorderDistances(index: ArcIndex, points: Placeable, sample: ExposureSample, perWard: boolean, arc: number | null): BorderDistances {
  const place = (of: Placeable): { signed: number; ward: number; at: number }[] => {
    const { arcs, signed } = placeOnArcs(index, of, FARTHEST);
    return Array.from(arcs.keys()).flatMap((at) => (arcs[at]! < 0 || (arc !== null && arcs[at] !== arc) ? [] : [{ at, ward: of.wards[at]!, signed: arc === null ? Math.abs(signed[at]!) : signed[at]! }]));
  };
  const [incidents, exposed] = [place(points), place(sample)];
  const [incidentsOf, weightOf] = [new Map<number, number>(), new Map<number, number>()];
  for (const { ward } of incidents) incidentsOf.set(ward, (incidentsOf.get(ward) ?? 0) + 1);
  for (const { ward, at } of exposed) weightOf.set(ward, (weightOf.get(ward) ?? 0) + sample.weights[at]!);
  const kept = incidents.filter(({ ward }) => (weightOf.get(ward) ?? 0) > 0);
  const used = perWard ? exposed.filter(({ ward }) => incidentsOf.has(ward)) : exposed;
  return {
    distances: Float64Array.from(kept, ({ signed }) => signed), leftOut: incidents.length - kept.length,
    exposure: { values: Float64Array.from(used, ({ signed }) => signed), weights: Float64Array.from(used, ({ at, ward }) => sample.weights[at]! * (perWard ? incidentsOf.get(ward)! / weightOf.get(ward)! : 1)) },
  };
}

/** Counts of one band of distances against what its exposure leads to expect; bounds exact. */
export interface DistanceBand {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
  readonly expected: number;
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Edges of the bands, in metres from the line. */
const BANDS = [0, 25, 50, 100, 150, 200, 300, 500, 1_000] as const;

/** Incidents by bands of distance. Source: each count is binomial given all; bounds after Clopper & Pearson (1934). */
export function listBands({ distances, exposure }: BorderDistances): readonly DistanceBand[] {
  const total = exposure.weights.reduce((sum, weight) => sum + weight, 0);
  return BANDS.map((from, k): DistanceBand => {
    const to = BANDS[k + 1] ?? null;
    const isIn = (value: number): boolean => Math.abs(value) >= from && (to === null || Math.abs(value) < to);
    const count = distances.reduce((sum, value) => sum + (isIn(value) ? 1 : 0), 0);
    const share = exposure.values.reduce((sum, value, i) => sum + (isIn(value) ? exposure.weights[i]! : 0), 0) / total;
    const expected = share * distances.length;
    const [low, high] = binomialInterval(count, distances.length);
    return share > 0 ? { from, to, count, expected, ratio: count / expected, low: low / share, high: high / share } : { from, to, count, expected: 0, ratio: null, low: null, high: null };
  });
}

/** All that is said of the distances to a border. */
export interface BorderProfile {
  readonly profile: DistanceProfile;
  readonly berman: BermanTest;
  /** Null where zone or core has no exposure. */
  readonly concentration: BorderConcentration | null;
  readonly inZone: number;
  /** Metres from the line over which the risk is surely above the average; `negative` is 0 unless sides are told apart. */
  readonly reach: { readonly positive: number; readonly negative: number };
}

/** Limits of the bandwidth in metres: below it chance is drawn, above it the border is smoothed away. */
const [LEAST_BANDWIDTH, MOST_BANDWIDTH] = [10, 100];
const STEPS = 40;

/** Bandwidth in metres for a profile of these distances out to `reachMetres`; null where nothing spreads there. */
export function proposeBorderBandwidth(distances: Float64Array, reachMetres: number): number | null {
  const near = Array.from(distances).filter((value) => Math.abs(value) <= reachMetres);
  const proposed = proposeProfileBandwidth(near);
  return proposed === null ? null : Math.round(Math.min(MOST_BANDWIDTH, Math.max(LEAST_BANDWIDTH, proposed)));
}

/** Profile, tests and concentration of some distances; `sides` draws both sides of the line. */
export function profileBorder({ distances, exposure }: BorderDistances, options: { readonly reachMetres: number; readonly widthMetres: number; readonly bandwidthMetres: number; readonly sides: boolean }): BorderProfile {
  const { reachMetres, widthMetres, bandwidthMetres, sides } = options;
  const at = Array.from({ length: STEPS * (sides ? 2 : 1) + 1 }, (_, k) => ((k - (sides ? STEPS : 0)) / STEPS) * reachMetres);
  const profile = profileDistance(distances, exposure, at, bandwidthMetres);
  const absolute: Exposure = { values: exposure.values.map(Math.abs), weights: exposure.weights };
  let [zone, core] = [0, 0];
  exposure.values.forEach((value, i) => { if (Math.abs(value) <= widthMetres) zone += exposure.weights[i]!; else core += exposure.weights[i]!; });
  const inZone = distances.reduce((sum, value) => sum + (Math.abs(value) <= widthMetres ? 1 : 0), 0);
  return {
    profile, inZone, berman: testBorderDistance(distances.map(Math.abs), absolute),
    concentration: zone > 0 && core > 0 ? computeBorderConcentration(inZone, distances.length - inZone, zone, core) : null,
    reach: { positive: findReach(profile, 1), negative: sides ? findReach(profile, -1) : 0 },
  };
}
