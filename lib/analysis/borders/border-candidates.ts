import { scanIntervals } from '../../stats/interval-scan';
import type { Progress } from '../../stats/progress';
import { scanRecent } from '../../stats/recent-scan';
import type { Random } from '../../stats/seeded-random';
import { toPrefixWindows, type BorderPlace, type BorderWindows } from './border-windows';
import type { AnalysisInput } from '../method';

/** A place and days with more incidents than the rest of the time leads to expect there. */
export interface BorderCandidate {
  readonly place: BorderPlace;
  readonly fromMetres: number;
  readonly toMetres: number;
  /** Days since 1970-01-01, both included. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Places in the input's points: the incidents of these days, and those of all days. */
  readonly events: readonly number[];
  readonly placeEvents: readonly number[];
  readonly logLikelihoodRatio: number;
  /** Allows for the search through all windows. */
  readonly p: number;
  readonly gumbelP: number;
}

/** How candidates are searched: the last days against the time before them, or any days of the scope against the rest. */
export interface CandidateSearch {
  readonly window: 'last' | 'any';
  readonly recentDays: number;
  readonly leastEvents: number;
  readonly permutations: number;
  readonly most: number;
}

/** Begins of stretches lie this far apart when any days are searched: a fifth of the corridor's width would only cost time. */
const ANCHOR_METRES = 50;

/** The strongest candidates that share no incident, strongest first; null when it was stopped. */
export function findBorderCandidates(input: AnalysisInput, windows: BorderWindows, search: CandidateSearch, random: Random, progress: Progress): readonly BorderCandidate[] | null {
  if (windows.families.length === 0) return [];
  return search.window === 'last' ? scanLast(input, windows, search, random, progress) : scanAny(input, windows, search, random, progress);
}

function scanLast({ points, lastDay }: AnalysisInput, { families, places }: BorderWindows, { recentDays, leastEvents, permutations, most }: CandidateSearch, random: Random, progress: Progress): readonly BorderCandidate[] | null {
  const found = scanRecent({ days: points.days, lastDay, recentDays, families, leastEvents }, permutations, random, most, progress);
  return found?.map(({ family, count: _count, placeCount: _placeCount, ...rest }) => ({ ...rest, place: places[family]!, fromDay: lastDay - recentDays + 1, toDay: lastDay })) ?? null;
}

function scanAny({ points, lastDay }: AnalysisInput, windows: BorderWindows, { recentDays, leastEvents, permutations, most }: CandidateSearch, random: Random, progress: Progress): readonly BorderCandidate[] | null {
  const { families, places } = toPrefixWindows(windows, ANCHOR_METRES, leastEvents);
  if (families.length === 0) return [];
  // Stretches and discs of different borders overlap in ways that only their incidents tell; shared ones are refused by the scan itself.
  const found = scanIntervals({ discs: families, days: points.days, lastDay, mostDays: recentDays, leastEvents, ending: 'any' }, permutations, random, most, () => true, progress);
  return found?.map(({ disc, radiusMetres, fromDay, toDay, events, placeCount, logLikelihoodRatio, p, gumbelP }) => ({
    place: places[disc]!, fromMetres: 0, toMetres: radiusMetres, fromDay, toDay, events, placeEvents: Array.from(families[disc]!.events.subarray(0, placeCount)), logLikelihoodRatio, p, gumbelP,
  })) ?? null;
}
