import { z } from 'zod';
import { ALARM_METHODS, ALARM_STATES, ALARM_SUBJECTS, alarmEvidenceSchema, type Alarm, type AlarmHistoryEntry, type AlarmList, type AlarmState } from '../domain/alarm';
import type { Day } from '../domain/instant';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import type { Json } from './database.types';
import { readWardNames } from './editions';
import { instantOf } from './instant-of';

const day = z.string().transform((text) => text as Day);
const instant = z.string().transform(instantOf);
const rowSchema = z.object({
  id: z.string(), version: z.number(), subject_kind: z.enum(ALARM_SUBJECTS), edition_id: z.string(), codes: z.array(z.string()), cluster_id: z.string().nullable(),
  category: z.string().nullable(), method: z.enum(ALARM_METHODS), since_day: day, detected_week: day, watched_to: day, evidence: alarmEvidenceSchema,
  state: z.enum(ALARM_STATES), snoozed_until: instant.nullable(), created_at: instant, changed_at: instant, ended_at: instant.nullable(),
});

/** What `listAlarms` can be narrowed by. */
export interface AlarmFilter {
  readonly ids?: readonly string[] | undefined;
  readonly states?: readonly AlarmState[] | undefined;
}

/** The alarms that the client may see, new ones first, at most `limit`. */
export async function listAlarms(client: DatabaseClient, filter: AlarmFilter, limit: number): Promise<Alarm[]> {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Record<string, Json>;
  const rows = z.array(rowSchema).parse(unwrap('alarms', await client.rpc('list_alarms', { filter: given, page_size: limit })));
  const nameOf = await readWardNames(client, new Set(rows.flatMap(({ edition_id, codes }) => codes.map((code) => `${edition_id}/${code}`))));
  const clusterIds = [...new Set(rows.flatMap(({ cluster_id }) => cluster_id ?? []))];
  const clusters = clusterIds.length === 0 ? [] : unwrap('clusters of alarms', await client.from('clusters').select('id, name').in('id', clusterIds));
  return rows.map((row): Alarm => ({
    id: row.id, version: row.version, category: row.category, method: row.method, sinceDay: row.since_day, detectedWeek: row.detected_week, watchedTo: row.watched_to,
    evidence: row.evidence, state: row.state, snoozedUntil: row.snoozed_until, createdAt: row.created_at, changedAt: row.changed_at, endedAt: row.ended_at,
    subject: {
      kind: row.subject_kind, editionId: row.edition_id, codes: row.codes, clusterId: row.cluster_id,
      wards: row.codes.map((code) => nameOf(row.edition_id, code)), clusterName: clusters.find(({ id }) => id === row.cluster_id)?.name ?? null,
    },
  }));
}

/** One alarm, if the client may see it. */
export async function findAlarm(client: DatabaseClient, id: string): Promise<Alarm | undefined> {
  return (await listAlarms(client, { ids: [id.toLowerCase()] }, 1))[0];
}

/** The history of an alarm with what was said, oldest first. */
export async function listAlarmHistory(client: DatabaseClient, id: string): Promise<AlarmHistoryEntry[]> {
  const [entries, remarks] = await Promise.all([
    client.from('alarm_history').select('id, at, actor_role, actor_unit, kind, after').eq('alarm_id', id).order('id'),
    client.from('alarm_remarks').select('history_id, remark').eq('alarm_id', id),
  ]);
  const said = new Map(unwrap('remarks of an alarm', remarks).map(({ history_id, remark }) => [history_id, remark]));
  return unwrap('history of an alarm', entries).map(({ id: entry, at, actor_role, actor_unit, kind, after }) => ({
    id: entry, at: instantOf(at), actorRole: actor_role, actorUnit: actor_unit, kind, after, remark: said.get(entry) ?? null,
  }));
}

/** When charts were last drawn, and over what; null when they never were. */
export async function readAlarmWatch(client: DatabaseClient): Promise<AlarmList['watch']> {
  const [row] = unwrap('the watch of alarms', await client.from('alarm_watch').select('at, watched_to, charts, false_alarms_per_month'));
  if (row === undefined || row.at === null || row.watched_to === null) return null;
  return { at: instantOf(row.at), watchedTo: row.watched_to as Day, charts: row.charts ?? 0, falseAlarmsPerMonth: row.false_alarms_per_month ?? 0 };
}
