import { z } from 'zod';
import type { ClusterNote } from '../domain/cluster-work';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import type { Actor } from './incidents';
import { instantOf } from './instant-of';

/** Notes given at once. */
const MOST_NOTES = 200;

const rowSchema = z.object({
  id: z.string(),
  at: z.string(),
  role: z.string(),
  body: z.string(),
  units: z.object({ name: z.string() }).nullable(),
  // One or none: the note is its key.
  cluster_note_incidents: z.union([z.object({ incident_id: z.string() }), z.array(z.object({ incident_id: z.string() }))]).nullable(),
});

function toNote({ id, at, role, body, units, cluster_note_incidents: about }: z.output<typeof rowSchema>): ClusterNote {
  const incident = Array.isArray(about) ? about[0] : about;
  return { id, at: instantOf(at), unitName: units?.name ?? null, role, body, incidentId: incident?.incident_id ?? null };
}

/** The newest notes of a cluster that the client may read, newest first, at most 200; an incident it may not see is not named. */
export async function listClusterNotes(client: DatabaseClient, cluster: string): Promise<ClusterNote[]> {
  const rows = unwrap('notes', await client.from('cluster_notes')
    .select('id, at, role, body, units(name), cluster_note_incidents(incident_id)')
    .eq('cluster_id', cluster).order('at', { ascending: false }).order('id').limit(MOST_NOTES));
  return z.array(rowSchema).parse(rows).map(toNote);
}

/** A note to be written. */
export interface NewNote {
  readonly id: string;
  readonly cluster: string;
  readonly body: string;
  readonly incident: string | null;
  /** Absent = now; for the demonstration. */
  readonly at?: string;
}

/** Writes a note; the same id twice makes one. */
export async function addClusterNote(note: NewNote, actor: Actor | null, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange('writing a note', await service.rpc('add_cluster_note', { payload: { ...note, actor: actor as unknown as Json } }));
}
