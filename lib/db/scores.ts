import { z } from 'zod';
import type { Day, Instant } from '../domain/instant';
import { SCORE_FORMULAS, scoreCriterionSchema, type CriterionScore, type ScoreEntry, type ScoreHistoryEntry, type ScorePeriod, type ScoreRecord, type ScoreSet } from '../domain/score';
import { readAll, unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { instantOf } from './instant-of';

const day = z.string().transform((text) => text as Day);
const instant = z.string().transform(instantOf);

const setRowSchema = z.object({
  set_id: z.string(), version: z.number(), name: z.string(), basis_number: z.string().nullable(), basis_date: day.nullable(), criteria: z.array(scoreCriterionSchema),
  least_share: z.number(), assumed: z.boolean(), recorded_at: instant, recorded_by_role: z.string().nullable(),
}).transform((row): ScoreSet => ({
  id: row.set_id, version: row.version, name: row.name, basisNumber: row.basis_number, basisDate: row.basis_date, criteria: row.criteria, leastShare: row.least_share,
  assumed: row.assumed, recordedAt: row.recorded_at, recordedByRole: row.recorded_by_role,
}));

const periodRowSchema = z.object({
  id: z.string(), version: z.number(), name: z.string(), set_id: z.string(), set_version: z.number(), scope: z.enum(['city', 'cluster']), cluster_id: z.string().nullable(),
  edition_id: z.string(), from_day: day, to_day: day, status: z.enum(['open', 'closed']), closed_at: instant.nullable(), closed_by_role: z.string().nullable(), assumed: z.boolean(),
}).transform((row): ScorePeriod => ({
  id: row.id, version: row.version, name: row.name, setId: row.set_id, setVersion: row.set_version, scope: row.scope, clusterId: row.cluster_id, editionId: row.edition_id,
  from: row.from_day, to: row.to_day, status: row.status, closedAt: row.closed_at, closedByRole: row.closed_by_role, assumed: row.assumed,
}));

/** Every version of the sets of criteria that the client may see, newest first; `id`: of that one. */
export async function listScoreSets(client: DatabaseClient, id?: string): Promise<ScoreSet[]> {
  const rows = await readAll('criteria', (from, to) => {
    const all = client.from('score_sets').select('*');
    return (id === undefined ? all : all.eq('set_id', id)).order('recorded_at', { ascending: false }).order('set_id').order('version', { ascending: false }).range(from, to);
  });
  return z.array(setRowSchema).parse(rows);
}

/** The periods that the client may see, latest first; `id`: that one. */
export async function listScorePeriods(client: DatabaseClient, id?: string): Promise<ScorePeriod[]> {
  const rows = await readAll('score periods', (from, to) => {
    const all = client.from('score_periods').select('*');
    return (id === undefined ? all : all.eq('id', id)).order('from_day', { ascending: false }).order('id').range(from, to);
  });
  return z.array(periodRowSchema).parse(rows);
}

const CHUNK = 100;

/** What some entries rest on, as far as the client may read it. */
async function readBases(client: DatabaseClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const bases = new Map<string, string>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows = unwrap('bases of scores', await client.from('score_texts').select('entry_id, basis').in('entry_id', ids.slice(start, start + CHUNK)));
    for (const { entry_id, basis } of rows) bases.set(entry_id, basis);
  }
  return bases;
}

/** The points given by hand in a period that the client may see, oldest first. */
export async function listScoreEntries(client: DatabaseClient, period: string): Promise<ScoreEntry[]> {
  const rows = await readAll('entries of scores', (from, to) =>
    client.from('score_entries').select('*').eq('period_id', period).order('entered_at').order('id').range(from, to));
  const bases = await readBases(client, rows.map(({ id }) => id));
  const corrected = new Set(rows.map(({ supersedes }) => supersedes));
  return rows.map((row) => ({
    id: row.id, criterion: row.criterion, wardKey: row.ward_key, value: row.value, outOf: row.out_of, basis: bases.get(row.id) ?? null, supersedes: row.supersedes,
    isCurrent: !corrected.has(row.id), enteredAt: instantOf(row.entered_at), enteredByRole: row.entered_by_role,
  }));
}

/** The history of a period, oldest first. */
export async function listScoreHistory(client: DatabaseClient, period: string): Promise<ScoreHistoryEntry[]> {
  const rows = await readAll('history of scores', (from, to) =>
    client.from('score_history').select('id, at, subject, kind, actor_role, actor_unit, before, after').eq('period_id', period).order('id').range(from, to));
  return rows.map((row) => ({
    // The table's checks admit nothing else.
    id: row.id, at: instantOf(row.at), subject: row.subject as ScoreHistoryEntry['subject'], kind: row.kind as ScoreHistoryEntry['kind'],
    actorRole: row.actor_role, actorUnit: row.actor_unit, before: row.before, after: row.after,
  }));
}

const sightSchema = z.object({ all: z.boolean(), records: z.boolean(), near: z.array(z.string()), own: z.array(z.string()) });
/** Whose scores of a period somebody sees: all of them, or the wards near, each `edition/code`; and whose records, all (`records`) or of the own wards. */
export type ScoreSight = z.output<typeof sightSchema>;

/** What the client sees of a period that it can see. */
export async function readScoreSight(client: DatabaseClient, period: string): Promise<ScoreSight> {
  return sightSchema.parse(unwrap('sight of scores', await client.rpc('score_sight', { period })));
}

const resultSchema = z.object({ ward_key: z.string(), total: z.number().nullable(), weight_share: z.number(), criteria: z.array(z.custom<CriterionScore>()) });
/** A frozen score by its ward `edition/code`. */
export type ScoreResult = z.output<typeof resultSchema>;

/** The frozen scores of a closed period that the client may see. */
export async function listScoreResults(client: DatabaseClient, period: string): Promise<ScoreResult[]> {
  return z.array(resultSchema).parse(await readAll('closed scores', (from, to) =>
    client.from('score_results').select('ward_key, total, weight_share, criteria').eq('period_id', period).order('ward_key').range(from, to)));
}

const recordSchema = z.object({
  formula: z.enum(SCORE_FORMULAS), kind: z.enum(['incident', 'dispute', 'patrol', 'task']), id: z.string(), parent: z.string().nullable(), at: instant,
  due: instant.nullable(), done: instant.nullable(), counted: z.boolean(),
}) satisfies z.ZodType<ScoreRecord>;

/** The frozen records behind a ward's score; undefined when the client may not see them. */
export async function findResultRecords(client: DatabaseClient, period: string, wardKey: string): Promise<ScoreRecord[] | undefined> {
  const rows = unwrap('records of closed scores', await client.from('score_result_records').select('records').eq('period_id', period).eq('ward_key', wardKey));
  return rows[0] === undefined ? undefined : z.array(recordSchema).parse(rows[0].records);
}

const countSchema = z.object({ formula: z.enum(SCORE_FORMULAS), ward: z.string(), part: z.number(), whole: z.number() });
/** How many of how many of a quantity, of a ward `edition/code`. */
export type ScoreCount = z.output<typeof countSchema>;

/** Every quantity of every ward over some days, as known at an instant; `service` has to be the server's own client. */
export async function countScores(service: DatabaseClient, { from, to }: Pick<ScorePeriod, 'from' | 'to'>, asOf: Instant): Promise<ScoreCount[]> {
  return z.array(countSchema).parse(unwrap('quantities of scores', await service.rpc('score_counts', { from_day: from, to_day: to, as_of: asOf })));
}

/** The steps behind the quantities of one ward. */
export async function listScoreRecords(service: DatabaseClient, { from, to }: Pick<ScorePeriod, 'from' | 'to'>, asOf: Instant, ward: string): Promise<ScoreRecord[]> {
  return z.array(recordSchema).parse(unwrap('records of scores', await service.rpc('score_records', { from_day: from, to_day: to, as_of: asOf, ward })));
}
