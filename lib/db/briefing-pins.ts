import { z } from 'zod';
import { knownDisputeSchema, knownProgrammeSchema, type KnownDispute, type KnownPatrol, type KnownProgramme } from '../domain/briefing-facts';
import { LEAD_REASONS } from '../domain/incident';
import type { Day, Instant } from '../domain/instant';
import { BOOKING_STATUSES, PATROL_STATUSES, type PatrolGeometry } from '../domain/patrol';
import { SCORE_FORMULAS } from '../domain/score';
import type { AlarmSubject } from '../domain/alarm';
import { ALARM_SUBJECTS } from '../domain/alarm';
import type { ReplayedIncident } from '../rules/simulation-tally';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { instantOf } from './instant-of';
import { coverageSchema } from './patrol-reading';
import type { ScoreCount } from './scores';

/** Up to when facts are read: incidents and instants by `asOf`, all that was written by `groundAt`, records up to a version. */
export interface KnownAt {
  readonly asOf: Instant;
  readonly groundAt: Instant;
  readonly version: number;
}

// Written by the server from a parsed shape and by nobody else.
const geometry = z.custom<PatrolGeometry>((value) => typeof value === 'object' && value !== null);
const instant = z.string().transform(instantOf);
const patrolSchema = z.object({
  id: z.string(), name: z.string(), edition: z.string(), status: z.enum(PATROL_STATUSES), from: instant, to: instant, reach: z.number(), plan: geometry, coverage: coverageSchema,
  wards: z.array(z.object({ code: z.string(), status: z.enum(BOOKING_STATUSES) })), tracks: z.array(z.object({ ward: z.string(), at: instant, geometry, coverage: coverageSchema })),
}).transform(({ edition, reach, coverage, ...rest }): KnownPatrol => ({ ...rest, editionId: edition, reachMetres: reach, planned: coverage }));

/** Patrols of an edition that began within some time and were not cancelled, as they were known; with `id` that one, whatever its state. */
export async function readPatrolsAt(service: DatabaseClient, { asOf, groundAt }: KnownAt, asked: { readonly id: string } | { readonly editionId: string; readonly from: string; readonly to: string }): Promise<KnownPatrol[]> {
  const which = 'id' in asked ? { only_id: asked.id } : { edition: asked.editionId, from_at: asked.from, until_at: asked.to };
  return z.array(patrolSchema).parse(unwrap('patrols as they were known', await service.rpc('briefing_patrols', { as_of: asOf, ground_at: groundAt, ...which })));
}

/** Every dispute as it stood. */
export async function readDisputesAt(service: DatabaseClient, { asOf, groundAt }: KnownAt): Promise<KnownDispute[]> {
  return z.array(knownDisputeSchema).parse(unwrap('disputes as they stood', await service.rpc('briefing_disputes', { as_of: asOf, ground_at: groundAt })));
}

/** A programme with its tasks as they were; null when there was none yet. */
export async function readProgrammeAt(service: DatabaseClient, { groundAt }: KnownAt, id: string): Promise<KnownProgramme | null> {
  const answer = await service.rpc('briefing_programme', { programme: id, ground_at: groundAt });
  return answer.error === null && answer.data === null ? null : knownProgrammeSchema.parse(unwrap('a programme as it was', answer));
}

const alarmSchema = z.object({ subject_kind: z.enum(ALARM_SUBJECTS), edition_id: z.string(), codes: z.array(z.string()), cluster_id: z.string().nullable(), category: z.string().nullable() });

/** What an alarm is about, which never changes; null when there is no such alarm. */
export async function findAlarmSubject(service: DatabaseClient, id: string): Promise<{ readonly subject: AlarmSubject; readonly category: string | null } | null> {
  const [row] = z.array(alarmSchema).parse(unwrap('an alarm', await service.from('alarms').select('subject_kind, edition_id, codes, cluster_id, category').eq('id', id)));
  return row === undefined ? null : { subject: { kind: row.subject_kind, editionId: row.edition_id, codes: row.codes, clusterId: row.cluster_id }, category: row.category };
}

const countSchema = z.array(z.object({ formula: z.enum(SCORE_FORMULAS), ward: z.string(), part: z.number(), whole: z.number() })) satisfies z.ZodType<ScoreCount[]>;

/** Every quantity of scores over some days, as it was known. */
export async function countScoresAt(service: DatabaseClient, { asOf, groundAt }: KnownAt, { from, to }: { readonly from: Day; readonly to: Day }): Promise<ScoreCount[]> {
  return countSchema.parse(unwrap('quantities as they were known', await service.rpc('briefing_scores', { from_day: from, to_day: to, as_of: asOf, ground_at: groundAt })));
}

/** The version of the criteria that a period had then; null before it was made. */
export async function findScoreVersionAt(service: DatabaseClient, { groundAt }: KnownAt, period: string): Promise<number | null> {
  const answer = await service.rpc('briefing_score_version', { period, ground_at: groundAt });
  return answer.error === null && answer.data === null ? null : z.number().parse(unwrap('the criteria of a period', answer));
}

const replayedSchema = z.array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.string().nullable(), z.enum(LEAD_REASONS), z.array(z.tuple([z.string(), z.string().nullable()]))]));

/** The incidents of some days with who had detected them, as they were known, oldest first. */
export async function readReplayAt(service: DatabaseClient, { asOf, groundAt, version }: KnownAt, from: Day, to: Day): Promise<ReplayedIncident[]> {
  const rows = replayedSchema.parse(unwrap('incidents to replay', await service.rpc('briefing_replay', { first_day: from, last_day: to, known_version: version, as_of: asOf, ground_at: groundAt })));
  return rows.map(([id, occurredAt, longitude, latitude, leadCode, leadReason, detections]) => ({ id, occurredAt, position: [longitude, latitude], leadCode, leadReason, detections: detections.map(([wardCode, at]) => ({ wardCode, at })) }));
}
