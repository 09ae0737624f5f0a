import type { WardName } from './boundary';
import type { Day, Instant } from './instant';

/** `reporting_year`: 1 October to 30 September. */
export const REVIEW_UNITS = ['month', 'quarter', 'year', 'reporting_year'] as const;
export type ReviewUnit = (typeof REVIEW_UNITS)[number];

/** A part of a span, both days included; `isPartial`: the month, quarter or year is longer than that. */
export interface ReviewPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly isPartial: boolean;
}

/** Reports received in a period and what became of them by now. "In time" is said only of steps with a deadline and a recorded time. */
export interface ReportCounts {
  readonly received: number;
  /** By residents or the hotline. */
  readonly fromPeople: number;
  readonly handled: number;
  readonly returned: number;
  readonly peopleHandled: number;
  readonly peopleReturned: number;
  /** Handled, and the time of it is recorded: only of these a returned result can be told. */
  readonly resolvedWithTime: number;
  readonly confirmDue: number;
  readonly confirmedInTime: number;
  readonly resolveDue: number;
  readonly resolvedInTime: number;
  readonly returnDue: number;
  readonly returnedInTime: number;
}

/** What was done in a period; `models` = in force on its last day. */
export interface WorkCounts {
  readonly jointPatrols: number;
  readonly singlePatrols: number;
  readonly zonesOpened: number;
  readonly zonesClosed: number;
  readonly models: number;
  readonly collectives: number;
  readonly individuals: number;
  readonly tasksDone: number;
  readonly tasksDue: number;
}

/** `not_known`: the records do not reach back far enough to say it. */
export type DrugFreeStatus = 'free' | 'not_free' | 'not_known';

/** Whether a ward counts as free of drugs on a day. */
export interface WardDrugStatus {
  readonly status: DrugFreeStatus;
  /** First day on which the status has held without a break up to the day asked for; null unless `free`. */
  readonly since: Day | null;
  /** Day of the latest drug incident up to that day; null when none is recorded. */
  readonly lastIncidentOn: Day | null;
  /** Drug incidents within the months that count. */
  readonly incidents: number;
  /** Day of the earliest record of any kind in the ward; null without. */
  readonly recordsFrom: Day | null;
}

/** Wards by status. */
export type DrugFreeCounts = Readonly<Record<DrugFreeStatus, number>>;

/** Answer of `GET /api/programmes/drug-free?day=`. */
export interface DrugFreeAnswer {
  readonly day: Day;
  readonly editionId: string;
  readonly rule: { readonly version: number; readonly months: number; readonly windowFrom: Day };
  readonly counts: DrugFreeCounts;
  /** By name; an officer sees the wards of the own clusters. `breaking`: the incidents that break it, as far as the reader may see them, newest first. */
  readonly wards: readonly (WardDrugStatus & { readonly ward: WardName; readonly breaking: readonly { readonly id: string; readonly day: Day }[] })[];
  readonly asOf: Instant;
}

/** One period of a review. */
export interface ReviewRow extends ReviewPeriod {
  /** By category, those that occurred: border zone and outside. */
  readonly incidents: readonly { readonly category: string; readonly border: number; readonly outside: number }[];
  readonly border: number;
  readonly outside: number;
  readonly reports: ReportCounts;
  readonly work: WorkCounts;
  /** On the last day, or today when that is still to come; null before the first ward has records, and when it lies ahead. */
  readonly drugFree: (DrugFreeCounts & { readonly on: Day }) | null;
}

/** Answer of `GET /api/programmes/review?from&to&unit&cluster`. */
export interface ProgrammeReview {
  readonly from: Day;
  readonly to: Day;
  readonly unit: ReviewUnit;
  readonly clusterId: string | null;
  readonly editionId: string;
  readonly rule: { readonly version: number; readonly months: number };
  /** Days between which there are records; null without any. */
  readonly records: { readonly from: Day; readonly to: Day } | null;
  /** An officer's review holds what he may see: the own ward and the clusters it belongs to. */
  readonly isPartialSight: boolean;
  readonly rows: readonly ReviewRow[];
  readonly asOf: Instant;
}
