import { z } from 'zod';
import type { IncidentStatus } from '../domain/incident';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import type { Json } from './database.types';
import type { Actor } from './incidents';

/** What can be done with an incident, with what it needs. `ward`: a code in the incident's edition. */
export type IncidentVerb =
  | { readonly verb: 'status'; readonly status?: IncidentStatus | undefined; readonly outcome?: string | undefined }
  | { readonly verb: 'confirm' | 'returned' }
  | { readonly verb: 'deadlines'; readonly deadlines: { readonly confirm_lead?: string | undefined; readonly resolve?: string | undefined } }
  | { readonly verb: 'decision'; readonly ward: string; readonly reason: string }
  | { readonly verb: 'withdrawal'; readonly reason: string }
  /** `recordedAt`: when it was reported; absent = now. */
  | { readonly verb: 'detection'; readonly ward: string; readonly detectedAt: string; readonly recordedAt?: string | undefined }
  | { readonly verb: 'assist'; readonly action: 'ask' | 'accept' | 'decline' | 'finish' | 'cancel'; readonly ward: string; readonly note?: string | undefined }
  | { readonly verb: 'hand_over'; readonly action: 'offer' | 'accept' | 'decline' | 'withdraw'; readonly ward?: string | undefined; readonly note?: string | undefined };

/** A change as the database takes it, with what the server worked out about it. */
export interface ChangeRequest {
  readonly id: string;
  /** The version that the sender saw of what is changed; null where the order of changes does not matter. */
  readonly seenVersion: number | null;
  readonly requestId?: string | undefined;
  readonly change: IncidentVerb;
  /** Deadlines in minutes, columns of a new lead and the version it was worked out on. */
  readonly workedOut: Readonly<Record<string, Json>>;
}

/**
 * Outcome of a change. `repeated`: this account's request was served before, nothing changed now; `conflict`: somebody changed
 * it since the version the sender saw; `stale`: the new lead was worked out on another version; `refused`: its state does not
 * allow it.
 */
export type ChangeResult =
  | { readonly kind: 'changed' | 'repeated' | 'conflict' | 'stale' | 'missing' }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string };

const resultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['changed', 'repeated', 'conflict', 'stale', 'missing']) }),
  z.object({ outcome: z.literal('refused'), refused: z.object({ field: z.string(), reason: z.string() }) }),
]);

/** A verb's own arguments under the names of the database. */
function argumentsOf(change: IncidentVerb): Record<string, Json> {
  const { verb, ...given } = change;
  const named = verb === 'detection' ? { ward: change.ward, detected_at: change.detectedAt, recorded_at: change.recordedAt } : given;
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)) as Record<string, Json>;
}

/** Changes an incident in one transaction with its history: exactly once, or not at all. */
export async function changeIncident(request: ChangeRequest, actor: Actor | null, service: DatabaseClient): Promise<ChangeResult> {
  const { id, seenVersion, requestId, change, workedOut } = request;
  const answer = await service.rpc('change_incident', {
    incident: id, verb: change.verb,
    // The generated types know no null for arguments; the function takes it for "none".
    seen_version: seenVersion as number, request: (requestId ?? null) as string,
    actor: actor as unknown as Json, args: { ...argumentsOf(change), ...workedOut },
  });
  const result = resultSchema.parse(unwrap(`changing incident ${id}`, answer));
  return result.outcome === 'refused' ? { kind: 'refused', ...result.refused } : { kind: result.outcome };
}

/** Writes into an incident's history that somebody tried what the role may not; at most twenty a minute and account. */
export async function recordRefusal(id: string, actor: Actor, attempted: string, service: DatabaseClient): Promise<void> {
  unwrap('recording a refusal', await service.rpc('record_refusal', { incident: id, actor: actor as unknown as Json, attempted }));
}
