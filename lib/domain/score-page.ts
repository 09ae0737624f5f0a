import type { Instant } from './instant';
import type { ScoreEntry, ScoreHistoryEntry, ScorePeriod, ScoreRecord, ScoreSet, WardScore } from './score';

/** Answer of `GET /api/scores`. */
export interface ScoreList {
  readonly periods: readonly ScorePeriod[];
  /** The newest version of each set of criteria. */
  readonly sets: readonly ScoreSet[];
  readonly mayWrite: boolean;
}

/** Answer of every route about one period. */
export interface ScorePage {
  readonly id: string;
  readonly period: ScorePeriod;
  /** The version that the period is scored by, and the newest there is. */
  readonly set: ScoreSet;
  readonly newestVersion: number;
  /** By name. */
  readonly wards: readonly WardScore[];
  readonly entries: readonly ScoreEntry[];
  /** Steps of these days that belong to wards of another boundary edition, and so to no ward here; null once closed. */
  readonly elsewhere: number | null;
  /** An officer sees the own ward and its fellows. */
  readonly isPartialSight: boolean;
  /** When the figures were taken. */
  readonly asOf: Instant;
  readonly history: readonly ScoreHistoryEntry[];
  readonly permissions: { readonly write: boolean; readonly close: boolean };
}

/** Answer of `GET /api/scores/{id}/wards/{code}`: one score with the records behind it; null when they are not the reader's to see. */
export interface WardScorePage {
  readonly id: string;
  readonly score: WardScore;
  readonly records: readonly ScoreRecord[] | null;
  readonly entries: readonly ScoreEntry[];
  readonly asOf: Instant;
}

/** Answer of `GET /api/scores/sets/{id}`: every version, newest first. */
export interface ScoreSetVersions {
  readonly id: string;
  readonly versions: readonly ScoreSet[];
}
