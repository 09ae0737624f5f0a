import type { CommendationChange, ModelChange, NewCommendation, NewModel } from '../domain/prevention-model';
import type { Day } from '../domain/instant';
import type { IndicatorChange, NewEntry, NewIndicator, NewProgramme, NewTask, ProgrammeChange, TaskChange } from '../domain/programme';
import { unwrap } from './api-error';
import { readChange, type ChangeResult } from './change-result';
import { createServiceClient, type DatabaseClient } from './clients';
import type { Json } from './database.types';
import { digestOf } from './digest';
import type { Actor } from './incidents';

/** What programmes are made of. */
export type ProgrammePart = 'programme' | 'task' | 'indicator' | 'entry' | 'model' | 'commendation';

/** A thing to be made. `said`: what makes two sendings of one id the same. */
export interface PartToMake {
  readonly subject: ProgrammePart;
  readonly row: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly note: string | null;
  readonly said: unknown;
}

/** A change of a thing that still has `version`; `programme`: it must belong to that one. */
export interface PartChange {
  readonly subject: Exclude<ProgrammePart, 'entry'>;
  readonly id: string;
  readonly programme?: string;
  readonly version: number;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly note: string | undefined;
}

const json = (value: unknown): Json => value as Json;
const said = (columns: Readonly<Record<string, unknown>>): Record<string, unknown> => Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
/** The day on which a task with this progress is done; undefined when nothing is said of progress. */
const doneOn = (progress: number | undefined, today: Day): Day | null | undefined => (progress === undefined ? undefined : progress === 100 ? today : null);

/** A programme as it is to be made. */
export const programmeRow = (id: string, given: NewProgramme): PartToMake => ({
  subject: 'programme', note: given.note, said: { ...given, id },
  row: {
    id, name: given.name, basis_number: given.basisNumber, basis_date: given.basisDate, scope: given.scope, cluster_id: given.clusterId, ward_keys: given.wards,
    from_day: given.from, to_day: given.to, status: given.status,
  },
});

/** A task as it is to be made. */
export const taskRow = (id: string, programme: string, given: NewTask, today: Day): PartToMake => ({
  subject: 'task', note: given.note, said: { ...given, id, programme },
  row: { id, programme_id: programme, place: given.place, title: given.title, owner_keys: given.owners, due_day: given.due, progress: given.progress, done_on: doneOn(given.progress, today) },
});

/** An indicator as it is to be made. */
export const indicatorRow = (id: string, programme: string, given: NewIndicator): PartToMake => ({
  subject: 'indicator', note: given.note, said: { ...given, id, programme },
  row: {
    id, programme_id: programme, task_id: given.task, place: given.place, name: given.name, unit_of_measure: given.unitOfMeasure, direction: given.direction,
    target: given.target, source: given.source, formula: given.formula, categories: given.categories, adds_up: given.addsUp,
  },
});

/** A model as it is to be made; `place` = the ward that its position lies in, by the edition in force on its first day. */
export const modelRow = (id: string, given: NewModel, owner: { readonly editionId: string; readonly code: string }): PartToMake => ({
  subject: 'model', note: given.note, said: { ...given, id },
  row: {
    id, programme_id: given.programmeId, kind: given.kind, name: given.name, place: given.place, lon: given.lon, lat: given.lat, edition_id: owner.editionId,
    owner_code: owner.code, from_day: given.from, to_day: given.to,
  },
});

/** A commendation as it is to be made. */
export const commendationRow = (id: string, given: NewCommendation): PartToMake => ({
  subject: 'commendation', note: given.note, said: { ...given, id },
  row: {
    id, programme_id: given.programmeId, level: given.level, ward_key: given.ward, decision_number: given.decisionNumber, decision_date: given.decisionDate,
    collectives: given.collectives, individuals: given.individuals,
  },
});

/** Columns that a change of a programme touches. */
export const programmeColumns = ({ name, basisNumber, basisDate, from, to, status }: ProgrammeChange): Record<string, unknown> =>
  said({ name, basis_number: basisNumber, basis_date: basisDate, from_day: from, to_day: to, status });

/** Columns that a change of a task touches; the day it was done comes and goes with its progress. */
export const taskColumns = ({ place, title, owners, due, progress }: TaskChange, before: { readonly progress: number }, today: Day): Record<string, unknown> =>
  said({ place, title, owner_keys: owners, due_day: due, progress, done_on: progress === before.progress ? undefined : doneOn(progress, today) });

/** Columns that a change of an indicator touches. */
export const indicatorColumns = ({ place, name, unitOfMeasure, direction, target }: IndicatorChange): Record<string, unknown> => said({ place, name, unit_of_measure: unitOfMeasure, direction, target });

/** Columns that a change of a model touches; `owner` comes with a new position or first day. */
export const modelColumns = ({ kind, name, place, lon, lat, from, to }: ModelChange, owner: { readonly editionId: string; readonly code: string } | null): Record<string, unknown> =>
  said({ kind, name, place, lon, lat, from_day: from, to_day: to, edition_id: owner?.editionId, owner_code: owner?.code });

/** Columns that a correction of a commendation touches. */
export const commendationColumns = ({ decisionNumber, decisionDate, collectives, individuals }: CommendationChange): Record<string, unknown> =>
  said({ decision_number: decisionNumber, decision_date: decisionDate, collectives, individuals });

const makePayload = ({ subject, row, note, said: told }: PartToMake, actor: Actor): Json =>
  json({ subject, row, note, digest: digestOf(told), actor });

/** Makes a thing; the same id and content twice make it once. */
export async function makePart(part: PartToMake, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange(`making a ${part.subject}`, await service.rpc('make_programme_part', { payload: makePayload(part, actor) }));
}

/** Changes a thing, if nobody changed it since the version the caller saw. */
export async function changePart({ note, ...change }: PartChange, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  return readChange(`changing a ${change.subject}`, await service.rpc('change_programme_part', { payload: json({ ...change, note: note ?? null, actor }) }));
}

/** Enters a value of an indicator, or corrects one by naming it. */
export async function enterValue(id: string, indicator: string, given: NewEntry, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<ChangeResult> {
  const row = {
    id, indicator_id: indicator, from_day: given.from, to_day: given.to, value: given.value, supersedes: given.supersedes,
    entered_by_role: actor.role, entered_by_unit: actor.unitId ?? null,
  };
  const payload = makePayload({ subject: 'entry', row, note: given.basis, said: { ...given, id, indicator } }, actor);
  return readChange('entering a value', await service.rpc('enter_indicator_value', { payload }));
}

/** Writes down that an account tried what its role may not. */
export async function recordProgrammeRefusal(subject: ProgrammePart, part: string, action: string, actor: Actor, service: DatabaseClient = createServiceClient()): Promise<void> {
  const answer = await service.rpc('record_programme_refusal', { subject, part, action, actor: json(actor) });
  if (answer.error !== null) unwrap('noting a refusal', answer);
}
