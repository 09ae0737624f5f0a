import { computeControlLimits, fitRatePrior, rankByExceedance, shrinkRates, type ControlLimits } from '../../stats/empirical-bayes';
import { gammaQuantile } from '../../stats/gamma-quantile';
import type { BorderCount } from './border-counts';
import type { ScopeArc } from '../method';

/** Where a border's rate lies beside what chance leaves around the mean rate. */
export const LEAGUE_CLASSES = ['above_action', 'above_warning', 'usual', 'below_warning', 'below_action'] as const;
export type LeagueClass = (typeof LEAGUE_CLASSES)[number];

/** A border in the league. */
export interface LeagueRow extends BorderCount {
  readonly border: ScopeArc;
  /** Kilometres of border (its round ends counted in), or of street within its width. */
  readonly exposureKm: number;
  readonly expected: number;
  /** Shrunk rate over the mean of all borders, with its central 95 %; null bounds where rates do not spread. */
  readonly relative: number;
  readonly low: number | null;
  readonly high: number | null;
  /** P(θ > threshold). */
  readonly exceedance: number;
  readonly limits: ControlLimits;
  readonly standing: LeagueClass;
}

function standingOf(rate: number, { warning, action }: ControlLimits): LeagueClass {
  if (rate > action[1]) return 'above_action';
  if (rate > warning[1]) return 'above_warning';
  if (rate < action[0]) return 'below_action';
  return rate < warning[0] ? 'below_warning' : 'usual';
}

/** The borders that have an exposure, surely far above the mean first. Limits: no border with an exposure gives []. */
export function rankBorders(arcs: readonly ScopeArc[], counts: readonly BorderCount[], exposuresKm: ArrayLike<number>, threshold: number): readonly LeagueRow[] {
  const kept = counts.filter(({ arc }) => exposuresKm[arc]! > 0);
  if (kept.length === 0) return [];
  const exposed = { counts: kept.map(({ members }) => members.length), exposures: kept.map(({ arc }) => exposuresKm[arc]!) };
  const prior = fitRatePrior(exposed);
  const mean = prior.kind === 'no_incident' ? 0 : prior.mean;
  const shrunk = shrinkRates(exposed, threshold);
  return rankByExceedance(shrunk).map((k): LeagueRow => {
    const one = kept[k]!;
    const [exposureKm, n] = [exposed.exposures[k]!, exposed.counts[k]!];
    const limits = computeControlLimits(mean, exposureKm);
    const bound = (p: number): number | null => (prior.kind === 'spread' ? gammaQuantile(p, n + prior.shape, exposureKm + prior.rate) / mean : null);
    return { ...one, border: arcs[one.arc]!, exposureKm, expected: mean * exposureKm, relative: shrunk[k]!.relative, low: bound(0.025), high: bound(0.975), exceedance: shrunk[k]!.exceedance, limits, standing: standingOf(n / exposureKm, limits) };
  });
}
