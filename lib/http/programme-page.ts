import type { DatabaseClient } from '../db/clients';
import { readWardNames } from '../db/editions';
import { listCommendations, listEntries, listIndicatorRows, listModels, listProgrammeHistory, listProgrammeRows, listTaskRows, nameKey, readNotes, type IndicatorRow, type ProgrammeRow, type TaskRow } from '../db/programmes';
import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import type { Day } from '../domain/instant';
import { MAY_WRITE_PROGRAMMES, type IndicatorEntry, type Programme, type ProgrammeIndicator, type ProgrammeTask } from '../domain/programme';
import type { ProgrammeList, ProgrammePage } from '../domain/programme-page';
import { enteredValue, meetsTarget, programmeProgress, taskState } from '../rules/programme-progress';
import { computeIndicators, type IndicatorValue } from './indicator-values';
import { listOwnWardKeys } from './spoken-wards';
import { todayOf } from './ward-sight';

/** What is needed to show rows to one reader. */
interface Shown {
  readonly notes: ReadonlyMap<string, string>;
  readonly nameOf: (key: string) => ReturnType<typeof nameKey>;
  readonly today: Day;
}

const toProgramme = (row: ProgrammeRow, tasks: readonly TaskRow[], { notes, nameOf, today }: Shown): Programme => ({
  id: row.id, version: row.version, name: row.name, basisNumber: row.basis_number, basisDate: row.basis_date, scope: row.scope, clusterId: row.cluster_id,
  wards: row.ward_keys.map(nameOf), from: row.from_day, to: row.to_day, status: row.status, assumed: row.assumed, note: notes.get(row.id) ?? null, changedAt: row.changed_at,
  progress: programmeProgress({ from: row.from_day, to: row.to_day }, tasks.map(({ progress, due_day }) => ({ progress, due: due_day })), today),
});

const toTask = (row: TaskRow, mayReport: boolean, { notes, nameOf, today }: Shown): ProgrammeTask => ({
  id: row.id, version: row.version, place: row.place, title: row.title, owners: row.owner_keys.map(nameOf), due: row.due_day, progress: row.progress,
  state: taskState({ progress: row.progress, due: row.due_day }, today), doneOn: row.done_on, note: notes.get(row.id) ?? null, mayReport,
});

function toIndicator(row: IndicatorRow, entries: readonly IndicatorEntry[], computed: IndicatorValue | undefined, mayEnter: boolean, { notes }: Shown): ProgrammeIndicator {
  const value = row.source === 'entered' ? enteredValue(entries, row.adds_up) : (computed?.value ?? null);
  return {
    id: row.id, version: row.version, place: row.place, name: row.name, unitOfMeasure: row.unit_of_measure, direction: row.direction, target: row.target, source: row.source,
    formula: row.formula, categories: row.categories, addsUp: row.adds_up, task: row.task_id, value, counted: computed?.counted ?? null,
    isMet: meetsTarget(value, row.target, row.direction), entries, note: notes.get(row.id) ?? null, mayEnter: mayEnter && row.source === 'entered',
  };
}

const mayWrite = ({ role }: Session): boolean => MAY_WRITE_PROGRAMMES.includes(role);

/** Whether an account may report on a task: who writes programmes, and officers of a ward that owns it. */
export const mayReportOn = (session: Session, own: readonly string[], task: Pick<TaskRow, 'owner_keys'> | undefined): boolean =>
  mayWrite(session) || (task !== undefined && task.owner_keys.some((key) => own.includes(key)));

async function showTo(client: DatabaseClient, keys: readonly string[], ids: readonly string[], today: Day): Promise<Shown> {
  const naming = await readWardNames(client, new Set(keys));
  return { notes: await readNotes(client, ids), nameOf: (key) => nameKey(naming, key), today };
}

/** The programmes that a reader may see, with how far they are. */
export async function listProgrammes(client: DatabaseClient, session: Session): Promise<ProgrammeList> {
  const today = todayOf(await getRuleBook());
  const [rows, tasks] = [await listProgrammeRows(client), await listTaskRows(client)];
  const shown = await showTo(client, rows.flatMap(({ ward_keys }) => ward_keys), rows.map(({ id }) => id), today);
  return { mayWrite: mayWrite(session), programmes: rows.map((row) => toProgramme(row, tasks.filter(({ programme_id }) => programme_id === row.id), shown)) };
}

/** One programme with everything that belongs to it, if the reader may see it. */
export async function findProgrammePage(client: DatabaseClient, session: Session, id: string): Promise<ProgrammePage | undefined> {
  const [row] = await listProgrammeRows(client, id);
  if (row === undefined) return undefined;
  const rules = await getRuleBook();
  const today = todayOf(rules);
  const [tasks, indicators] = [await listTaskRows(client, id), await listIndicatorRows(client, id)];
  const entries = await listEntries(client, indicators.map((one) => one.id));
  const values = await computeIndicators(rules, row, indicators, today);
  const shown = await showTo(client, [...row.ward_keys, ...tasks.flatMap(({ owner_keys }) => owner_keys)], [id, ...tasks.map((one) => one.id), ...indicators.map((one) => one.id)], today);
  const isOpen = row.status !== 'closed';
  const own = await listOwnWardKeys(session);
  return {
    id, programme: toProgramme(row, tasks, shown),
    tasks: tasks.map((task) => toTask(task, isOpen && mayReportOn(session, own, task), shown)),
    indicators: indicators.map((one) => toIndicator(one, entries.get(one.id) ?? [], values.get(one.id),
      isOpen && mayReportOn(session, own, tasks.find((task) => task.id === one.task_id)), shown)),
    commendations: await listCommendations(client, { programme: id }),
    models: (await listModels(client)).filter(({ programmeId }) => programmeId === id),
    history: await listProgrammeHistory(client, id),
    permissions: { write: isOpen && mayWrite(session) },
  };
}
