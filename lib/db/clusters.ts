import { z } from 'zod';
import type { Cluster, ClusterMember, FocusArea, Regulation } from '../domain/boundary';
import type { Day } from '../domain/instant';
import { regulationRulesSchema } from '../domain/regulation';
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
  regulations: z.array(z.object({ ...known, version: z.number(), valid_from: day, valid_to: day.nullable(), border_width_metres: z.number(), rules: regulationRulesSchema })),
  focus_areas: z.array(z.object({ ...dated, id: z.string(), name: z.string(), shape: shapeSchema })),
  cluster_terms: z.array(z.object({ term_from: day, term_to: day.nullable(), superseded_at: z.string() })),
});
type ClusterRow = z.output<typeof clusterSchema>;

const SELECTION = '*, cluster_members(*), cluster_leads(*), regulations(*), focus_areas(*), cluster_terms(*)';

/** Whether the system knew a row at an instant (milliseconds since 1970). */
function wasKnown(row: { recorded_at: string; superseded_at: string | null }, atMs: number): boolean {
  return Date.parse(row.recorded_at) <= atMs && (row.superseded_at === null || Date.parse(row.superseded_at) > atMs);
}

const toMember = (row: z.output<typeof wardSchema>): ClusterMember => ({ wardCode: row.ward_code, from: row.valid_from, to: row.valid_to });

function toRegulation(row: ClusterRow['regulations'][number]): Regulation {
  return { version: row.version, from: row.valid_from, to: row.valid_to, borderWidthMetres: row.border_width_metres, rules: row.rules };
}

function toFocusArea(row: ClusterRow['focus_areas'][number]): FocusArea {
  return { id: row.id, name: row.name, shape: row.shape, from: row.valid_from, to: row.valid_to };
}

const byDay = (a: { from: string | null }, b: { from: string | null }): number => (a.from ?? '').localeCompare(b.from ?? '', 'en');

/** The term as it was known: the earliest of those given up since, else the present one. */
function termKnown(row: ClusterRow, atMs: number): { term_from: Day; term_to: Day | null } {
  const since = row.cluster_terms.filter((one) => Date.parse(one.superseded_at) > atMs);
  return since.sort((a, b) => Date.parse(a.superseded_at) - Date.parse(b.superseded_at))[0] ?? row;
}

function toCluster(row: ClusterRow, atMs: number): Cluster {
  const term = termKnown(row, atMs);
  const then = <T extends { recorded_at: string; superseded_at: string | null }>(rows: readonly T[]): T[] =>
    rows.filter((one) => wasKnown(one, atMs));
  return {
    id: row.id,
    name: row.name,
    editionId: row.edition_id,
    termFrom: term.term_from,
    termTo: term.term_to,
    members: then(row.cluster_members).map(toMember).sort((a, b) => a.wardCode.localeCompare(b.wardCode, 'en') || byDay(a, b)),
    leads: then(row.cluster_leads).map(toMember).sort(byDay),
    regulations: then(row.regulations).map(toRegulation).sort((a, b) => a.version - b.version),
    focusAreas: then(row.focus_areas).map(toFocusArea).sort((a, b) => a.id.localeCompare(b.id, 'en') || byDay(a, b)),
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
  return toClusters(rows, knownAt);
}

/** One cluster as it is known now, if there is one of that id. */
export async function findCluster(client: DatabaseClient, id: string): Promise<Cluster | undefined> {
  const rows = unwrap('a cluster', await client.from('clusters').select(SELECTION).eq('id', id));
  return toClusters(rows)[0];
}

function toClusters(rows: unknown, knownAt?: string): Cluster[] {
  // Rows written a moment ago by a database whose clock is ahead of ours are known too.
  const atMs = knownAt === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(knownAt);
  return z.array(clusterSchema).parse(rows).filter((row) => wasKnown(row, atMs)).map((row) => toCluster(row, atMs));
}
