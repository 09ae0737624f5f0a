import { z } from 'zod';
import { ALARM_METHOD_VERSION, type FoundAlarm } from '../domain/alarm';
import type { Day } from '../domain/instant';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import type { Json } from './database.types';

const json = (value: unknown): Json => value as Json;

/** Takes the drawing of all charts; gives what they are drawn from, or null when that is as last time or another process draws them. */
export async function claimAlarmWatch(service: DatabaseClient, claim: string): Promise<Json | null> {
  const answer = await service.rpc('claim_alarm_watch', { claimant: claim });
  return answer.error === null && answer.data === null ? null : z.object({ mark: z.custom<Json>() }).parse(unwrap('claiming the watch of alarms', answer)).mark;
}

/** Gives the drawing back without a result. */
export async function releaseAlarmWatch(service: DatabaseClient, claim: string): Promise<void> {
  unwrap('giving the watch of alarms back', await service.rpc('release_alarm_watch', { claimant: claim }));
}

/** Brings back snoozed alarms whose time is over. */
export async function wakeAlarms(service: DatabaseClient): Promise<number> {
  return unwrap('waking alarms', await service.rpc('wake_alarms'));
}

/** What drawing all charts gave. */
export interface DrawnCharts {
  readonly editionId: string;
  readonly watchedTo: Day;
  readonly charts: number;
  readonly falseAlarmsPerMonth: number;
  readonly alarms: readonly FoundAlarm[];
}

const toRow = ({ subject, category, method, sinceDay, detectedWeek, watchedTo, evidence }: FoundAlarm): Json => ({
  subject_kind: subject.kind, edition_id: subject.editionId, codes: [...subject.codes], cluster_id: subject.clusterId, category, method,
  method_version: ALARM_METHOD_VERSION, since_day: sinceDay, detected_week: detectedWeek, watched_to: watchedTo, evidence: json(evidence),
});

const writtenSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('done'), began: z.number(), changed: z.number(), same: z.number(), ended: z.number() }),
  z.object({ outcome: z.literal('missing') }),
]);
/** How many alarms began, changed, stayed and ended; null when another process took the claim over. */
export type WrittenCharts = Omit<Extract<z.output<typeof writtenSchema>, { outcome: 'done' }>, 'outcome'> | null;

/** Writes what the charts found; alarms that are open and not among it end. */
export async function writeAlarmWatch(service: DatabaseClient, claim: string, mark: Json, drawn: DrawnCharts): Promise<WrittenCharts> {
  const payload = {
    claim, mark, edition: drawn.editionId, watched_to: drawn.watchedTo, charts: drawn.charts, false_alarms_per_month: drawn.falseAlarmsPerMonth, alarms: drawn.alarms.map(toRow),
  };
  const written = writtenSchema.parse(unwrap('writing alarms', await service.rpc('write_alarm_watch', { payload })));
  if (written.outcome === 'missing') return null;
  const { began, changed, same, ended } = written;
  return { began, changed, same, ended };
}

/** False alarms a month that all charts together may give; 1 unless set. */
export async function readFalseAlarmsPerMonth(service: DatabaseClient): Promise<number> {
  const rows = unwrap('the setting of false alarms', await service.from('settings').select('value').eq('key', 'false_alarms_per_month'));
  const parsed = z.number().positive().max(1_000).safeParse(rows[0]?.value);
  return parsed.success ? parsed.data : 1;
}

/** Codes of the kinds of incidents that there are. */
export async function countCategories(service: DatabaseClient): Promise<number> {
  return unwrap('kinds', await service.from('categories').select('code')).length;
}
