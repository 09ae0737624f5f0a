import { z } from 'zod';
import type { Day } from '../domain/instant';
import { COMMENDATION_LEVELS, MODEL_KINDS, type Commendation, type PreventionModel } from '../domain/prevention-model';
import { INDICATOR_DIRECTIONS, INDICATOR_FORMULAS, PROGRAMME_SCOPES, PROGRAMME_STATUSES, type IndicatorEntry, type ProgrammeHistoryEntry } from '../domain/programme';
import { ROLES } from '../domain/role';
import { readAll, unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { readWardNames, type WardNaming } from './editions';
import { instantOf } from './instant-of';

const day = z.string().transform((text) => text as Day);
const instant = z.string().transform(instantOf);
const common = { id: z.string(), version: z.number() };

const programmeRowSchema = z.object({
  ...common, name: z.string(), basis_number: z.string().nullable(), basis_date: day.nullable(), scope: z.enum(PROGRAMME_SCOPES), cluster_id: z.string().nullable(),
  ward_keys: z.array(z.string()), from_day: day, to_day: day, status: z.enum(PROGRAMME_STATUSES), assumed: z.boolean(), changed_at: instant,
});
/** A programme as the table holds it. */
export type ProgrammeRow = z.output<typeof programmeRowSchema>;

const taskRowSchema = z.object({
  ...common, programme_id: z.string(), place: z.number(), title: z.string(), owner_keys: z.array(z.string()), due_day: day, progress: z.number(), done_on: day.nullable(),
});
/** A task as the table holds it. */
export type TaskRow = z.output<typeof taskRowSchema>;

const indicatorRowSchema = z.object({
  ...common, programme_id: z.string(), task_id: z.string().nullable(), place: z.number(), name: z.string(), unit_of_measure: z.string(), direction: z.enum(INDICATOR_DIRECTIONS),
  target: z.number().nullable(), source: z.enum(['records', 'entered']), formula: z.enum(INDICATOR_FORMULAS).nullable(), categories: z.array(z.string()), adds_up: z.boolean(),
});
/** An indicator as the table holds it. */
export type IndicatorRow = z.output<typeof indicatorRowSchema>;

const entryRowSchema = z.object({
  id: z.string(), indicator_id: z.string(), from_day: day, to_day: day, value: z.number(), supersedes: z.string().nullable(), entered_at: instant, entered_by_role: z.enum(ROLES),
});
const modelRowSchema = z.object({
  ...common, programme_id: z.string().nullable(), kind: z.enum(MODEL_KINDS), name: z.string(), place: z.string(), lon: z.number(), lat: z.number(),
  edition_id: z.string(), owner_code: z.string(), from_day: day, to_day: day.nullable(), assumed: z.boolean(),
});
const commendationRowSchema = z.object({
  ...common, programme_id: z.string().nullable(), level: z.enum(COMMENDATION_LEVELS), ward_key: z.string().nullable(), decision_number: z.string().nullable(),
  decision_date: day, collectives: z.number(), individuals: z.number(), assumed: z.boolean(),
});

const CHUNK = 100;

/** What was last said of some things, by their ids; empty for a reader who may not read free text. */
export async function readNotes(client: DatabaseClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const notes = new Map<string, string>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = ids.slice(start, start + CHUNK);
    const rows = await readAll('notes of programmes', (from, to) => client.from('programme_texts').select('subject_id, note').in('subject_id', some).order('subject_id').order('version').range(from, to));
    for (const { subject_id, note } of rows) notes.set(subject_id, note);
  }
  return notes;
}

/** A ward by its key with its name. */
export const nameKey = (nameOf: WardNaming, key: string): { readonly editionId: string; readonly code: string; readonly name: string } => {
  const [editionId = '', code = ''] = key.split('/');
  return { editionId, ...nameOf(editionId, code) };
};

/** The programmes that the client may see, latest first; `id`: that one. */
export async function listProgrammeRows(client: DatabaseClient, id?: string): Promise<ProgrammeRow[]> {
  const rows = await readAll('programmes', (from, to) => {
    const all = client.from('programmes').select('*');
    return (id === undefined ? all : all.eq('id', id)).order('from_day', { ascending: false }).order('id').range(from, to);
  });
  return z.array(programmeRowSchema).parse(rows);
}

/** The tasks that the client may see, in their order; of one programme or of all. */
export async function listTaskRows(client: DatabaseClient, programme?: string): Promise<TaskRow[]> {
  const rows = await readAll('tasks', (from, to) => {
    const all = client.from('programme_tasks').select('*');
    return (programme === undefined ? all : all.eq('programme_id', programme)).order('place').order('id').range(from, to);
  });
  return z.array(taskRowSchema).parse(rows);
}

/** The indicators of a programme, in their order. */
export async function listIndicatorRows(client: DatabaseClient, programme: string): Promise<IndicatorRow[]> {
  return z.array(indicatorRowSchema).parse(await readAll('indicators', (from, to) => client.from('programme_indicators').select('*').eq('programme_id', programme).order('place').order('id').range(from, to)));
}

/** One indicator, if the client may see it. */
export async function findIndicatorRow(client: DatabaseClient, id: string): Promise<IndicatorRow | undefined> {
  return z.array(indicatorRowSchema).parse(unwrap('an indicator', await client.from('programme_indicators').select('*').eq('id', id)))[0];
}

/** Everything entered for some indicators, oldest first, by indicator. */
export async function listEntries(client: DatabaseClient, indicators: readonly string[]): Promise<ReadonlyMap<string, readonly IndicatorEntry[]>> {
  const entries = new Map<string, IndicatorEntry[]>();
  if (indicators.length === 0) return entries;
  const rows = z.array(entryRowSchema).parse(await readAll('entries', (from, to) => client.from('indicator_entries').select('*').in('indicator_id', indicators).order('entered_at').order('id').range(from, to)));
  const corrected = new Set(rows.map(({ supersedes }) => supersedes));
  const notes = await readNotes(client, rows.map(({ id }) => id));
  for (const row of rows) {
    const entry: IndicatorEntry = {
      id: row.id, from: row.from_day, to: row.to_day, value: row.value, basis: notes.get(row.id) ?? null, supersedes: row.supersedes, isCurrent: !corrected.has(row.id),
      enteredAt: row.entered_at, enteredByRole: row.entered_by_role,
    };
    entries.set(row.indicator_id, [...(entries.get(row.indicator_id) ?? []), entry]);
  }
  return entries;
}

/** The history of a programme and all its parts, oldest first; empty for viewers. */
export async function listProgrammeHistory(client: DatabaseClient, programme: string): Promise<ProgrammeHistoryEntry[]> {
  const rows = await readAll('history of a programme', (from, to) =>
    client.from('programme_history').select('id, at, subject, subject_id, kind, actor_role, actor_unit, before, after').eq('programme_id', programme).order('id').range(from, to));
  return rows.map((row) => ({
    // The table's checks admit nothing else.
    id: row.id, at: instantOf(row.at), subject: row.subject as ProgrammeHistoryEntry['subject'], subjectId: row.subject_id, kind: row.kind as ProgrammeHistoryEntry['kind'],
    actorRole: row.actor_role, actorUnit: row.actor_unit, before: row.before, after: row.after,
  }));
}

/** The models that the client may see, latest first; `id`: that one. */
export async function listModels(client: DatabaseClient, id?: string): Promise<PreventionModel[]> {
  const rows = z.array(modelRowSchema).parse(await readAll('models', (from, to) => {
    const all = client.from('models').select('*');
    return (id === undefined ? all : all.eq('id', id)).order('from_day', { ascending: false }).order('id').range(from, to);
  }));
  const nameOf = await readWardNames(client, new Set(rows.map(({ edition_id, owner_code }) => `${edition_id}/${owner_code}`)));
  const notes = await readNotes(client, rows.map((row) => row.id));
  return rows.map((row) => ({
    id: row.id, version: row.version, kind: row.kind, name: row.name, place: row.place, position: [row.lon, row.lat], ward: { editionId: row.edition_id, ...nameOf(row.edition_id, row.owner_code) },
    from: row.from_day, to: row.to_day, programmeId: row.programme_id, assumed: row.assumed, note: notes.get(row.id) ?? null,
  }));
}

/** The commendations that the client may see, latest decision first. */
export async function listCommendations(client: DatabaseClient, { id, programme }: { readonly id?: string; readonly programme?: string | undefined }): Promise<Commendation[]> {
  const rows = z.array(commendationRowSchema).parse(await readAll('commendations', (from, to) => {
    let asked = client.from('commendations').select('*');
    if (id !== undefined) asked = asked.eq('id', id);
    if (programme !== undefined) asked = asked.eq('programme_id', programme);
    return asked.order('decision_date', { ascending: false }).order('id').range(from, to);
  }));
  const nameOf = await readWardNames(client, new Set(rows.flatMap(({ ward_key }) => (ward_key === null ? [] : [ward_key]))));
  const notes = await readNotes(client, rows.map((row) => row.id));
  return rows.map((row) => ({
    id: row.id, version: row.version, level: row.level, ward: row.ward_key === null ? null : nameKey(nameOf, row.ward_key), decisionNumber: row.decision_number,
    decisionDate: row.decision_date, collectives: row.collectives, individuals: row.individuals, programmeId: row.programme_id, assumed: row.assumed, note: notes.get(row.id) ?? null,
  }));
}
