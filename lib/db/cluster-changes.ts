import type { z } from 'zod';
import type { focusAreaSchema, rotationSchema, termSchema } from '../domain/cluster-work';
import type { newRegulationSchema } from '../domain/regulation';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import type { Actor } from './incidents';

/** What a cluster's change needs besides what it says. */
export interface ClusterChange {
  readonly cluster: string;
  /** Null = the server itself. */
  readonly actor: Actor | null;
}

const payloadOf = (change: ClusterChange, said: object): Json => JSON.parse(JSON.stringify({ ...said, ...change })) as Json;

/** Signs the next version of a regulation; the one before ends the day before. */
export async function addRegulation(change: ClusterChange, said: z.output<typeof newRegulationSchema>, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('adding a regulation', await service.rpc('add_regulation', { payload: payloadOf(change, said) }));
}

/** Appoints the next standing unit, with its numbered hand-over record (`answer.handOver`: its id). */
export async function rotateLead(change: ClusterChange, said: z.output<typeof rotationSchema>, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('rotating the lead of a cluster', await service.rpc('rotate_lead', { payload: payloadOf(change, said) }));
}

/** Moves the end of a cluster's term. */
export async function changeTerm(change: ClusterChange, said: z.output<typeof termSchema>, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('changing a term', await service.rpc('change_term', { payload: payloadOf(change, said) }));
}

/** A focus area to be written: `fresh` makes one under that id, otherwise the one there is changes. */
export interface FocusAreaPut {
  readonly id: string;
  readonly fresh: boolean;
  readonly said: z.output<typeof focusAreaSchema>;
}

/** Writes a focus area as it shall be from a day on (today when none is given); `answer.id`: its id. */
export async function putFocusArea(change: ClusterChange, { id, fresh, said }: FocusAreaPut, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('writing a focus area', await service.rpc('put_focus_area', { payload: payloadOf(change, { ...said, id, fresh }) }));
}

/** Ends a focus area today. */
export async function endFocusArea({ cluster, actor }: ClusterChange, area: string, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('ending a focus area', await service.rpc('end_focus_area', { cluster, area, actor: actor as unknown as Json }));
}

/** Writes down that an account tried what its role may not, with a cluster or with a unit. */
export async function recordClusterRefusal(subject: { readonly cluster?: string; readonly unit?: string }, action: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<void> {
  const answer = await service.rpc('record_cluster_refusal', {
    // The functions take null for a subject that is not meant; generated types know no null among arguments.
    cluster: subject.cluster ?? (null as unknown as string), unit: subject.unit ?? (null as unknown as string), action, actor: actor as unknown as Json,
  });
  if (answer.error !== null) unwrap('noting a refusal', answer);
}
