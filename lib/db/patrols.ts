import { z } from 'zod';
import type { Instant } from '../domain/instant';
import type { BookingOverlap, Patrol, PatrolStatus } from '../domain/patrol';
import { unwrap } from './api-error';
import { createServiceClient, type DatabaseClient } from './clients';
import { readWardNames } from './editions';
import { instantOf } from './instant-of';
import { listPatrolWardKeys, patrolRowSchema, toPatrol, type PatrolRow } from './patrol-reading';

/** What `listPatrols` can be narrowed by; a patrol whose window touches the period is meant. */
export interface PatrolFilter {
  readonly cluster?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly status?: PatrolStatus | undefined;
}

const SELECTION = '*, patrol_bookings(*), patrol_tracks(*), patrol_remarks(history_id, ward_code, body)';

async function namePatrols(client: DatabaseClient, rows: readonly PatrolRow[]): Promise<Patrol[]> {
  const nameOf = await readWardNames(client, listPatrolWardKeys(rows));
  return rows.map((row) => toPatrol(row, nameOf));
}

/** The patrols that the client may see, latest first, at most `limit`. */
export async function listPatrols(client: DatabaseClient, { cluster, from, to, status }: PatrolFilter, limit: number): Promise<Patrol[]> {
  let request = client.from('patrols').select(SELECTION).order('from_at', { ascending: false }).order('id').limit(limit);
  if (cluster !== undefined) request = request.eq('cluster_id', cluster);
  if (from !== undefined) request = request.gt('to_at', from);
  if (to !== undefined) request = request.lt('from_at', to);
  if (status !== undefined) request = request.eq('status', status);
  return namePatrols(client, z.array(patrolRowSchema).parse(unwrap('patrols', await request)));
}

/** One patrol, if the client may see it. */
export async function findPatrol(client: DatabaseClient, id: string): Promise<Patrol | undefined> {
  const rows = unwrap('a patrol', await client.from('patrols').select(SELECTION).eq('id', id));
  return (await namePatrols(client, z.array(patrolRowSchema).parse(rows)))[0];
}

const overlapsSchema = z.array(z.object({ ward: z.string(), from: z.string(), to: z.string() }));

/** Other windows in which wards of a patrol are asked or booked, seen with the server's rights. */
export async function listOverlaps({ id, bookings }: Patrol, service: DatabaseClient = createServiceClient()): Promise<BookingOverlap[]> {
  const rows = overlapsSchema.parse(unwrap('overlapping patrols', await service.rpc('patrol_overlaps', { patrol: id })));
  return rows.flatMap(({ ward, from, to }) => {
    const booking = bookings.find((one) => one.ward.code === ward);
    return booking === undefined ? [] : [{ ward: booking.ward, from: instantOf(from), to: instantOf(to) }];
  });
}

/** One entry of a patrol's history, oldest first; never free text. */
export interface PatrolHistoryEntry {
  readonly id: number;
  readonly at: Instant;
  readonly actorRole: string | null;
  readonly actorUnit: string | null;
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The history of a patrol; empty for a viewer. */
export async function listPatrolHistory(client: DatabaseClient, id: string): Promise<PatrolHistoryEntry[]> {
  const rows = unwrap('history of a patrol', await client.from('patrol_history')
    .select('id, at, actor_role, actor_unit, kind, before, after').eq('patrol_id', id).order('id'));
  return rows.map(({ id: entry, at, actor_role, actor_unit, kind, before, after }) => ({
    id: entry, at: instantOf(at), actorRole: actor_role, actorUnit: actor_unit, kind, before, after,
  }));
}
