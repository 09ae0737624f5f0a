import { z } from 'zod';
import { instantSchema, type Day, type Instant } from './instant';
import { prose } from './prose';
import type { Role } from './role';

/** `arc`: the border of two wards, what lies in its zone; `cluster`: all wards of a cluster. */
export const ALARM_SUBJECTS = ['ward', 'arc', 'cluster'] as const;
export type AlarmSubjectKind = (typeof ALARM_SUBJECTS)[number];
/** `years`: beside the same season of four years (Farrington–Noufaily); `cusum`: weekly sums; `events`: time between events. */
export const ALARM_METHODS = ['years', 'cusum', 'events'] as const;
export type AlarmMethod = (typeof ALARM_METHODS)[number];
/** `snoozed` comes back when its time is over or it grows; `ended`: the chart has returned. */
export const ALARM_STATES = ['new', 'acknowledged', 'snoozed', 'ended'] as const;
export type AlarmState = (typeof ALARM_STATES)[number];
/** Goes up when the charts answer differently for the same counts. */
export const ALARM_METHOD_VERSION = 1;

/** Roles that may acknowledge, snooze and reopen. */
export const MAY_WORK_ALARMS: readonly Role[] = ['analyst', 'commander', 'admin'];
/** Roles that see alarms; officers those of their own wards and of the clusters these are in. */
export const MAY_SEE_ALARMS: readonly Role[] = ['officer', ...MAY_WORK_ALARMS];

const weekSchema = z.object({
  /** Its Monday. */
  start: z.string().transform((text) => text as Day),
  count: z.number(),
  expected: z.number(),
  /** Sum, threshold or surprise, by the method; null where the chart was not asked. */
  statistic: z.number().nullable(),
  limit: z.number().nullable(),
  isOver: z.boolean(),
});
/** One week of a chart. `years`: statistic and limit are counts; `cusum`: sums of counts; `events`: −log₁₀ p. */
export type AlarmWeek = z.output<typeof weekSchema>;

/** Every number an alarm rests on. */
export const alarmEvidenceSchema = z.object({
  weeks: z.array(weekSchema),
  /** Since the change began: incidents, days, what was usual in as many days. */
  since: z.object({ count: z.number(), days: z.number(), expected: z.number() }),
  baseline: z.object({ weeks: z.number(), count: z.number(), meanPerWeek: z.number(), guardedMeanPerWeek: z.number(), dispersion: z.number() }),
  /** Weeks in which a chart of this kind, with nothing changed, alarms falsely once on average; at least so many. */
  runLengthWeeks: z.number(),
  /** Weeks in which so clear a signal comes once by chance; null where it is beyond 1e12. */
  recurrenceWeeks: z.number().nullable(),
  /** z of the 28 days up to the end of the watch beside the baseline; |z| > 3 is notable. */
  countChange: z.object({ z: z.number(), after: z.number(), afterDays: z.number(), before: z.number(), beforeDays: z.number() }),
  /** Reference value and limit of a CUSUM, in counts. */
  cusum: z.object({ reference: z.number(), limit: z.number(), sum: z.number() }).nullable(),
  /** The smoothed level beside a CUSUM, as a second opinion. */
  ewma: z.object({ weight: z.number(), value: z.number(), limit: z.number().nullable(), isOver: z.boolean() }).nullable(),
  /** The quickest events. */
  events: z.object({ count: z.number(), days: z.number(), p: z.number() }).nullable(),
  years: z.object({ p: z.number(), trendPerWeek: z.number().nullable(), threshold: z.number() }).nullable(),
  /** All charts together: how many there are, and false alarms a month at most. */
  family: z.object({ charts: z.number(), falseAlarmsPerMonth: z.number() }),
});
export type AlarmEvidence = z.output<typeof alarmEvidenceSchema>;

/** What an alarm is about: one ward, the border of two, or a cluster with its wards then. */
export interface AlarmSubject {
  readonly kind: AlarmSubjectKind;
  readonly editionId: string;
  readonly codes: readonly string[];
  readonly clusterId: string | null;
}

/** An alarm as the charts find it. Days are local. */
export interface FoundAlarm {
  readonly subject: AlarmSubject;
  /** Null = all kinds together. */
  readonly category: string | null;
  readonly method: AlarmMethod;
  readonly sinceDay: Day;
  /** Monday of the week in which it was over its limit first. */
  readonly detectedWeek: Day;
  /** Last day that was looked at. */
  readonly watchedTo: Day;
  readonly evidence: AlarmEvidence;
}

/** An alarm as a reader sees it. */
export interface Alarm extends Omit<FoundAlarm, 'subject' | 'evidence'> {
  readonly id: string;
  readonly version: number;
  readonly subject: AlarmSubject & {
    readonly wards: readonly { readonly code: string; readonly name: string }[];
    readonly clusterName: string | null;
  };
  readonly state: AlarmState;
  readonly snoozedUntil: Instant | null;
  readonly evidence: AlarmEvidence;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly endedAt: Instant | null;
}

/** One entry of an alarm's history, oldest first; the remark stands apart and is null where there is none. */
export interface AlarmHistoryEntry {
  readonly id: number;
  readonly at: Instant;
  /** Null = the charts themselves. */
  readonly actorRole: string | null;
  readonly actorUnit: string | null;
  readonly kind: string;
  readonly after: unknown;
  readonly remark: string | null;
}

/** Answer of every route about one alarm. */
export interface AlarmPage {
  readonly alarm: Alarm;
  readonly permissions: { readonly work: boolean };
  readonly history: readonly AlarmHistoryEntry[];
}

/** Answer of `GET /api/alarms`. `watch`: when the charts were last drawn; null = never yet. */
export interface AlarmList {
  readonly alarms: readonly Alarm[];
  readonly more: boolean;
  readonly permissions: { readonly work: boolean };
  readonly watch: { readonly at: Instant; readonly watchedTo: Day; readonly charts: number; readonly falseAlarmsPerMonth: number } | null;
  readonly asOf: Instant;
}

const version = z.int().min(1);
const remark = prose(1_000).optional();
/** Body of `POST /api/alarms/{id}/acknowledge` and `/reopen`. */
export const alarmActSchema = z.strictObject({ version, remark });
/** Body of `POST /api/alarms/{id}/snooze`. */
export const alarmSnoozeSchema = z.strictObject({ version, remark, until: instantSchema });
/** Longest that an alarm can be snoozed, in days. */
export const LONGEST_SNOOZE_DAYS = 92;
