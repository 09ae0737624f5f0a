import { z } from 'zod';
import type { Cluster, ClusterMember, FocusArea, Regulation } from '../domain/boundary';
import type { Day } from '../domain/instant';
import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';

const day = z.string().transform((text) => text as Day);
const known = { recorded_at: z.string(), superseded_at: z.string().nullable() };
const dated = { ...known, valid_from: day.nullable(), valid_to: day.nullable() };
const position = z.tuple([z.number(), z.number()]);

const shapeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('circle'), centre: position, radiusMetres: z.number().positive() }),
  z.object({ kind: z.literal('polygon'), coordinates: z.array(z.array(position)) }),
]);
const wardSchema = z.object({ ...dated, ward_code: z.string() });
const clusterSchema = z.object({
  ...known,
  id: z.string(),
  name: z.string(),
  edition_id: z.string(),
  term_from: day,
  term_to: day.nullable(),
  demonstration: z.boolean(),
  cluster_members: z.array(wardSchema),
  cluster_leads: z.array(wardSchema),
  regulations: z.array(z.object({ ...known, version: z.number(), valid_from: day, valid_to: day.nullable(), border_width_metres: z.number() })),
  focus_areas: z.array(z.object({ ...dated, id: z.string(), name: z.string(), shape: shapeSchema })),
});
type ClusterRow = z.output<typeof clusterSchema>;

const SELECTION = '*, cluster_members(*), cluster_leads(*), regulations(*), focus_areas(*)';

/** Whether the system knew a row at an instant (milliseconds since 1970). */
function wasKnown(row: { recorded_at: string; superseded_at: string | null }, atMs: number): boolean {
  return Date.parse(row.recorded_at) <= atMs && (row.superseded_at === null || Date.parse(row.superseded_at) > atMs);
}

const toMember = (row: z.output<typeof wardSchema>): ClusterMember => ({ wardCode: row.ward_code, from: row.valid_from, to: row.valid_to });

function toRegulation(row: ClusterRow['regulations'][number]): Regulation {
  return { version: row.version, from: row.valid_from, to: row.valid_to, borderWidthMetres: row.border_width_metres };
}

function toFocusArea(row: ClusterRow['focus_areas'][number]): FocusArea {
  return { id: row.id, name: row.name, shape: row.shape, from: row.valid_from, to: row.valid_to };
}

const byDay = (a: { from: string | null }, b: { from: string | null }): number => (a.from ?? '').localeCompare(b.from ?? '', 'en');

function toCluster(row: ClusterRow, atMs: number): Cluster {
  const then = <T extends { recorded_at: string; superseded_at: string | null }>(rows: readonly T[]): T[] =>
    rows.filter((one) => wasKnown(one, atMs));
  return {
    id: row.id,
    name: row.name,
    editionId: row.edition_id,
    termFrom: row.term_from,
    termTo: row.term_to,
    members: then(row.cluster_members).map(toMember).sort((a, b) => a.wardCode.localeCompare(b.wardCode, 'en') || byDay(a, b)),
    leads: then(row.cluster_leads).map(toMember).sort(byDay),
    regulations: then(row.regulations).map(toRegulation).sort((a, b) => a.version - b.version),
    focusAreas: then(row.focus_areas).map(toFocusArea).sort((a, b) => a.id.localeCompare(b.id, 'en')),
    demonstration: row.demonstration,
  };
}

/**
 * The clusters with all their dated parts, by id.
 *
 * `knownAt` gives them as the system knew them at that instant; absent = as it knows them now.
 */
export async function listClusters(client: DatabaseClient, knownAt?: string): Promise<Cluster[]> {
  const rows = unwrap('clusters', await client.from('clusters').select(SELECTION).order('id'));
  // Rows written a moment ago by a database whose clock is ahead of ours are known too.
  const atMs = knownAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(knownAt);
  return z.array(clusterSchema).parse(rows).filter((row) => wasKnown(row, atMs)).map((row) => toCluster(row, atMs));
}
