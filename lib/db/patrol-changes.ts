import type { z } from 'zod';
import type { BookingStatus, NewPatrol, patrolChangeSchema, PatrolGeometry, PatrolTrack } from '../domain/patrol';
import type { CoveredArc } from '../geo/arc-coverage';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import { digestOf } from './digest';
import type { Actor } from './incidents';
import { toCoverageJson } from './patrol-reading';

const actorJson = (actor: Actor | null): Json => actor as unknown as Json;

/** A patrol as it was asked for, with what the server worked out. */
export interface PlannedPatrol {
  readonly id: string;
  readonly said: NewPatrol;
  readonly editionId: string;
  readonly coverage: readonly CoveredArc[];
  /** Wards booked at once: the sender's own. */
  readonly booked: readonly string[];
}

/** Writes a plan with its bookings; the same id and content twice make one. */
export async function planPatrol({ id, said, editionId, coverage, booked }: PlannedPatrol, actor: Actor | null, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const patrol = {
    id, name: said.name, edition_id: editionId, cluster_id: said.clusterId ?? null, from_at: said.from, to_at: said.to,
    plan: said.plan as unknown as Json, reach_metres: said.reachMetres, coverage: toCoverageJson(coverage), ward_codes: [...said.wards],
  };
  const payload = { patrol, booked: [...booked], note: said.note ?? null, digest: digestOf({ ...said, id }), actor: actorJson(actor) };
  return readChange('planning a patrol', await service.rpc('plan_patrol', { payload }));
}

/** Moves a patrol to another status or adds a note, if nobody changed it since the version the caller saw. */
export async function changePatrol(patrol: string, { version, status, note }: z.output<typeof patrolChangeSchema>, actor: Actor | null, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('changing a patrol', await service.rpc('change_patrol', {
    // Null leaves the status, or says nothing; generated types know no null among arguments.
    patrol, seen_version: version, to_status: status ?? (null as unknown as string), note: note ?? (null as unknown as string), actor: actorJson(actor),
  }));
}

/** A ward's answer to a booking. */
export interface BookingAnswer {
  readonly ward: string;
  readonly status: BookingStatus;
  readonly version: number;
  readonly note?: string | undefined;
}

/** Books or declines for one ward, if its booking still has the version the caller saw. */
export async function answerBooking(patrol: string, { ward, status, version, note }: BookingAnswer, actor: Actor | null, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('answering a booking', await service.rpc('answer_booking', {
    patrol, ward, to_status: status, seen_version: version, note: note ?? (null as unknown as string), actor: actorJson(actor),
  }));
}

/** What a ward walked, with what it covers. */
export interface NewTrack extends Pick<PatrolTrack, 'source' | 'startedAt' | 'endedAt' | 'lengthMetres'> {
  readonly id: string;
  readonly ward: string;
  readonly geometry: PatrolGeometry;
  readonly coverage: readonly CoveredArc[];
}

/** Records a track; the same geometry of the same ward twice makes one. */
export async function addTrack(patrol: string, track: NewTrack, actor: Actor | null, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const row = {
    id: track.id, ward_code: track.ward, source: track.source, started_at: track.startedAt, ended_at: track.endedAt,
    length_metres: Math.round(track.lengthMetres * 10) / 10, geometry: track.geometry as unknown as Json,
    coverage: toCoverageJson(track.coverage), digest: digestOf(track.geometry),
  };
  return readChange('recording a track', await service.rpc('add_patrol_track', { payload: { patrol, track: row, actor: actorJson(actor) } }));
}

/** Writes down that an account tried what its role may not. */
export async function recordPatrolRefusal(patrol: string, action: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<void> {
  const answer = await service.rpc('record_patrol_refusal', { patrol, action, actor: actorJson(actor) });
  if (answer.error !== null) unwrap('noting a refusal', answer);
}
