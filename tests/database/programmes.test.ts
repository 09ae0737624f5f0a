import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Commendation, PreventionModel } from '../../lib/domain/prevention-model';
import type { Programme } from '../../lib/domain/programme';
import { buildPatrolTown, EVERYBODY } from './support/patrol-town';
import { commendationBody, entryBody, fieldsOf, indicatorBody, modelBody, pageOf, programmeBody, programmeCalls, taskBody } from './support/programme-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';

/** 1: active, with tasks 11 (ward 1) and 12 (nobody's), indicators 21 (of task 11) and 22 (of nobody's). 2: a draft with task 13. 3: closed, with task 14. */
let town: TestDatabase;
const calls = programmeCalls(() => town);
const { make, list, read, change, addTask, changeTask, addIndicator, changeIndicator, enterValue, addModel, changeModel, models, commend, correct, commendations, historyOf } = calls;
const ANALYST = 'analyst@test.local';
const WRITERS = ['admin@test.local', 'commander@test.local', ANALYST];
const OF_WARD_1 = 'one@test.local';

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  for (const [number, status] of [[1, 'active'], [2, 'draft'], [3, 'active']] as const) await make(ANALYST, programmeBody(number, { status }));
  await addTask(ANALYST, 1, taskBody(11));
  await addTask(ANALYST, 1, taskBody(12, { place: 2, owners: [] }));
  await addTask(ANALYST, 2, taskBody(13));
  await addTask(ANALYST, 3, taskBody(14));
  await addIndicator(ANALYST, 1, indicatorBody(21, { task: uuid(11) }));
  await addIndicator(ANALYST, 1, indicatorBody(22, { place: 2 }));
  await change(ANALYST, 3, { version: 1, status: 'closed' });
  await addModel(ANALYST, modelBody(31));
  await commend(ANALYST, commendationBody(41, { programmeId: uuid(1) }));
}, 60_000);
afterAll(() => town.close());

const numbersOf = (ids: readonly string[]): number[] => ids.map((id) => Number(id.slice(-12))).sort((a, b) => a - b);

describe.each(EVERYBODY)('%s', (email) => {
  const writes = WRITERS.includes(email);
  const own = email === OF_WARD_1;
  const readsText = !email.startsWith('viewer');
  const drafts = writes;
  // His service is over: nothing is his to read any more.
  const gone = email.startsWith('gone');

  it('sees what is in force, drafts and words by role', async () => {
    const { programmes, mayWrite } = (await list(email)).body as { programmes: Programme[]; mayWrite: boolean };
    expect(numbersOf(programmes.map(({ id }) => id))).toEqual(gone ? [] : drafts ? [1, 2, 3] : [1, 3]);
    expect(mayWrite).toBe(writes);
    expect((await read(email, 2)).status).toBe(drafts ? 200 : 404);
    expect((await read(email, 1)).status).toBe(gone ? 404 : 200);
    if (gone) {
      expect([(await models(email)).body, (await commendations(email)).body]).toEqual([{ models: [], mayWrite: false }, { commendations: [] }]);
      return;
    }
    const page = pageOf(await read(email, 1));
    expect(page.programme.note).toBe(readsText ? 'lời mở đầu' : null);
    expect(page.tasks.map(({ note, mayReport }) => [note, mayReport])).toEqual([[readsText ? 'lời dặn' : null, writes || own], [readsText ? 'lời dặn' : null, writes]]);
    expect(page.indicators.map(({ mayEnter }) => mayEnter)).toEqual([writes || own, writes]);
    expect(page.permissions).toEqual({ write: writes });
    expect(page.history.length > 0).toBe(readsText);
    const model = ((await models(email)).body as { models: PreventionModel[] }).models[0];
    expect([model?.ward.code, model?.note]).toEqual(['00001', readsText ? 'ghi riêng' : null]);
    expect(((await commendations(email, `programme=${uuid(1)}`)).body as { commendations: Commendation[] }).commendations.map(({ collectives, individuals, note }) => [collectives, individuals, note]))
      .toEqual([[1, 2, readsText ? 'ghi riêng' : null]]);
    expect(pageOf(await read(email, 3)).tasks.map(({ mayReport }) => mayReport)).toEqual([false]);
  });

  it('reads the tables by the same rules, and writes nothing past the server', async () => {
    const client = await town.clientOf(email);
    expect(numbersOf(((await client.from('programmes').select('id')).data ?? []).map(({ id }) => id))).toEqual(gone ? [] : drafts ? [1, 2, 3] : [1, 3]);
    expect(numbersOf(((await client.from('programme_tasks').select('id')).data ?? []).map(({ id }) => id))).toEqual(gone ? [] : drafts ? [11, 12, 13, 14] : [11, 12, 14]);
    const texts = numbersOf(((await client.from('programme_texts').select('subject_id')).data ?? []).map(({ subject_id }) => subject_id));
    expect(texts.includes(1)).toBe(readsText && !gone);
    expect(texts.includes(13)).toBe(drafts);
    expect((await client.from('programme_receipts').select('*')).error?.code).toBe('42501');
    expect((await client.from('programme_history').select('actor_user')).error?.code).toBe('42501');
    for (const [name, args] of [['make_programme_part', { payload: {} }], ['change_programme_part', { payload: {} }], ['enter_indicator_value', { payload: {} }], ['record_programme_refusal', { subject: 'task', part: uuid(11), action: 'x', actor: {} }]] as const) {
      expect((await client.rpc(name, args as never)).error?.code, name).toBe('42501');
    }
    expect((await client.from('programmes').update({ name: 'x' }).eq('id', uuid(1))).error?.code).toBe('42501');
    expect((await client.from('indicator_entries').insert({ id: uuid(99), indicator_id: uuid(21), from_day: '2026-01-01', to_day: '2026-01-02', value: 1, entered_by_role: 'admin' })).error?.code).toBe('42501');
  });

  // What a role may not do is refused and, where the thing is in sight, written down.
  it('writes only on the tasks of its own ward, unless it writes programmes', async () => {
    if (writes) {
      expect((await change(email, 2, { version: 99, name: 'x' })).status).toBe(409);
      return;
    }
    const refused = await Promise.all([
      make(email, programmeBody(90)), change(email, 1, { version: 1, name: 'x' }), addTask(email, 1, taskBody(91)), addIndicator(email, 1, indicatorBody(92)),
      changeTask(email, 1, 12, { version: 1, progress: 50 }), changeTask(email, 1, 11, { version: 1, title: 'x' }), changeIndicator(email, 21, { version: 1, name: 'x' }), enterValue(email, 22, entryBody(93)),
      addModel(email, modelBody(94)), changeModel(email, 31, { version: 1, name: 'x' }), commend(email, commendationBody(95)), correct(email, 41, { version: 1, individuals: 3 }),
    ]);
    const unseen = [403, 404, 404, 404, 404, 404, 404, 404, 403, 404, 403, 404];
    expect(refused.map(({ status }) => status)).toEqual(gone ? unseen : refused.map(() => 403));
    expect([(await change(email, 2, { version: 1, name: 'x' })).status, (await changeTask(email, 2, 13, { version: 1, progress: 1 })).status]).toEqual([404, 404]);
    if (!gone) expect([(await historyOf(12)).at(-1), (await historyOf(1)).at(-1)]).toEqual(['refused', 'refused']);
    expect(pageOf(await read(ANALYST, 1)).programme.version).toBe(1);
  });
});

describe('an officer of the ward that owns a task', () => {
  it('reports progress with a note and enters values; the day it was done comes and goes', async () => {
    const told = await changeTask(OF_WARD_1, 1, 11, { version: 1, progress: 60, note: 'đã họp dân' });
    expect(pageOf(told).tasks[0]).toMatchObject({ progress: 60, state: 'late', doneOn: null, version: 2, note: 'đã họp dân' });
    const done = pageOf(await changeTask(OF_WARD_1, 1, 11, { version: 2, progress: 100 }));
    expect(done.tasks[0]).toMatchObject({ state: 'done', version: 3 });
    expect(done.tasks[0]?.doneOn).toMatch(/^20\d\d-/);
    expect(done.programme.progress).toMatchObject({ tasks: 2, done: 1, late: 1, share: 0.5 });
    // Said once more of what is done: the day stays.
    await town.database.owner`update programme_tasks set done_on = '2026-05-05' where id = ${uuid(11)}`;
    expect(pageOf(await changeTask(ANALYST, 1, 11, { version: 3, progress: 100, title: 'Nhiệm vụ khác' })).tasks[0]).toMatchObject({ doneOn: '2026-05-05', title: 'Nhiệm vụ khác' });
    expect(pageOf(await changeTask(OF_WARD_1, 1, 11, { version: 4, progress: 90 })).tasks[0]).toMatchObject({ doneOn: null, state: 'late' });
    expect((await enterValue(OF_WARD_1, 21, entryBody(51))).status).toBe(201);
  });
});

describe('values', () => {
  const valueOf = async (place = 0) => pageOf(await read(ANALYST, 1)).indicators[place]!;

  it('add up; a correction takes the place of what it names and both stay', async () => {
    expect((await enterValue(ANALYST, 22, entryBody(61))).status).toBe(201);
    await enterValue(ANALYST, 22, entryBody(62, { from: '2026-04-01', to: '2026-06-30', value: 5 }));
    expect(await valueOf(1)).toMatchObject({ value: 9, isMet: false });
    expect(fieldsOf(await enterValue(ANALYST, 22, entryBody(63, { value: 6 })))).toEqual(['from']);
    const corrected = await enterValue(ANALYST, 22, entryBody(64, { value: 6, supersedes: uuid(61), basis: 'đếm lại' }));
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(201);
    const indicator = await valueOf(1);
    expect(indicator).toMatchObject({ value: 11, isMet: true });
    expect(indicator.entries.map(({ id, isCurrent, basis }) => [numbersOf([id])[0], isCurrent, basis])).toEqual([[61, false, 'biên bản quý I'], [62, true, 'biên bản quý I'], [64, true, 'đếm lại']]);
    const again = await enterValue(ANALYST, 22, entryBody(65, { value: 7, supersedes: uuid(61) }));
    expect([again.status, ...fieldsOf(again)]).toEqual([409, 'supersedes']);
    expect(fieldsOf(await enterValue(ANALYST, 22, entryBody(66, { supersedes: uuid(51) })))).toEqual(['supersedes']);
    expect(fieldsOf(await enterValue(ANALYST, 22, entryBody(67, { from: '2025-12-31', to: '2026-01-01' })))).toEqual(['from']);
  });

  it('of one id and content are one, also at once; two corrections at once leave one', async () => {
    const both = await Promise.all([0, 1].map(() => enterValue(ANALYST, 22, entryBody(70, { from: '2026-07-01', to: '2026-07-31', value: 1 }))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    const race = await Promise.all([71, 72].map((number) => enterValue(ANALYST, 22, entryBody(number, { from: '2026-07-01', to: '2026-07-31', value: number, supersedes: uuid(70) }))));
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('are judged by another target after a change of the indicator, which never changes what it counts', async () => {
    const before = await valueOf(1);
    const changed = await changeIndicator(ANALYST, 22, { version: before.version, name: 'Chỉ tiêu sửa', target: 1000, unitOfMeasure: 'lượt' });
    expect(pageOf(changed).indicators[1]).toMatchObject({ name: 'Chỉ tiêu sửa', target: 1000, unitOfMeasure: 'lượt', value: before.value, isMet: false, version: before.version + 1, entries: before.entries });
    expect((await changeIndicator(ANALYST, 22, { version: before.version, target: 1 })).status).toBe(409);
    expect(fieldsOf(await changeIndicator(ANALYST, 22, { version: before.version + 1, direction: 'sideways' }))).toEqual(['direction']);
    expect((await changeIndicator(ANALYST, 22, { version: before.version + 1, source: 'records' })).status).toBe(400);
    expect(fieldsOf(await changeIndicator(ANALYST, 98, { version: 1, name: 'x' }))).toEqual(['id']);
    expect((await historyOf(22)).at(-1)).toBe('changed');
    await changeIndicator(ANALYST, 22, { version: before.version + 1, name: before.name, target: before.target, unitOfMeasure: before.unitOfMeasure });
  });

  it('can not be rewritten by anybody', async () => {
    await expect(town.database.owner`update indicator_entries set value = 0`).rejects.toMatchObject({ code: '42501' });
    await expect(town.database.owner`delete from programme_texts`).rejects.toMatchObject({ code: '42501' });
    await expect(town.database.owner`update programme_history set kind = 'made'`).rejects.toMatchObject({ code: '42501' });
    await expect(town.database.owner`delete from programmes`).rejects.toMatchObject({ code: '42501' });
    await expect(town.database.owner`truncate models`).rejects.toMatchObject({ code: '42501' });
  });
});

describe('making and changing', () => {
  it('keeps one of the same sent twice, refuses another of its id', async () => {
    const both = await Promise.all([make(ANALYST, programmeBody(101)), make(ANALYST, programmeBody(101))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect((await make('admin@test.local', programmeBody(101))).status).toBe(409);
    expect(fieldsOf(await make(ANALYST, programmeBody(101, { name: 'khác' })))).toEqual(['id']);
    expect(await historyOf(101)).toEqual(['made']);
  });

  it('lets one of two at once win and shows the other what happened; the same again changes nothing', async () => {
    const race = await Promise.all(['a', 'b'].map((name) => change(ANALYST, 101, { version: 1, name })));
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = race.find(({ status }) => status === 409)!;
    expect(fieldsOf(lost)).toEqual(['version']);
    const current = (lost.body as { current: { programme: Programme } }).current.programme;
    expect(current.version).toBe(2);
    expect(pageOf(await change(ANALYST, 101, { version: 2, name: current.name })).programme.version).toBe(2);
    expect(await historyOf(101)).toEqual(['made', 'changed']);
  });

  it.each<[string, () => Promise<{ status: number; body: unknown }>, number, string]>([
    ['a cluster there is not', () => make(ANALYST, programmeBody(97, { scope: 'cluster', clusterId: 'none' })), 422, 'clusterId'],
    ['a cluster that is not named', () => make(ANALYST, programmeBody(97, { scope: 'cluster' })), 400, 'clusterId'],
    ['a ward there is not', () => make(ANALYST, programmeBody(97, { scope: 'wards', wards: ['grid/99999'] })), 422, 'wards'],
    ['days in the wrong order', () => make(ANALYST, programmeBody(97, { to: '2025-12-31' })), 400, 'to'],
    ['a beginning after the end that is there', () => change(ANALYST, 1, { version: 1, from: '2027-01-01' }), 422, 'to'],
    ['going back to a draft', () => change(ANALYST, 1, { version: 1, status: 'draft' }), 422, 'status'],
    ['a change of what is closed', () => change(ANALYST, 3, { version: 2, name: 'x' }), 422, 'status'],
    ['a task of what is closed', () => addTask(ANALYST, 3, taskBody(97)), 422, 'programme'],
    ['progress in what is closed', () => changeTask(ANALYST, 3, 14, { version: 1, progress: 5 }), 422, 'programme'],
    ['a task of another programme', () => changeTask(ANALYST, 1, 14, { version: 1, progress: 5 }), 404, 'task'],
    ['progress above 100', () => changeTask(ANALYST, 1, 12, { version: 1, progress: 101 }), 400, 'progress'],
    ['an indicator of a task elsewhere', () => addIndicator(ANALYST, 1, indicatorBody(97, { task: uuid(13) })), 422, 'task'],
    ['a formula nobody knows', () => addIndicator(ANALYST, 1, indicatorBody(97, { source: 'records', formula: 'guess' })), 400, 'formula'],
    ['a category there is not', () => addIndicator(ANALYST, 1, indicatorBody(97, { source: 'records', formula: 'category_incidents', categories: ['magic'] })), 422, 'categories'],
    ['a place in no ward', () => addModel(ANALYST, modelBody(97, { lon: 100 })), 422, 'lon'],
    ['a model that ends before it begins', () => changeModel(ANALYST, 31, { version: 1, to: '2026-01-01' }), 422, 'to'],
    ['nobody commended', () => commend(ANALYST, commendationBody(97, { collectives: 0, individuals: 0 })), 400, 'collectives'],
    ['nobody left to commend', () => correct(ANALYST, 41, { version: 1, collectives: 0, individuals: 0 }), 422, 'collectives'],
    ['a field for a name', () => commend(ANALYST, commendationBody(97, { person: 'x' })), 400, 'person'],
  ])('refuses %s by its field', async (_, act, status, field) => {
    const answer = await act();
    expect([answer.status, ...fieldsOf(answer)], JSON.stringify(answer.body)).toEqual([status, field]);
    expect(await historyOf(97)).toEqual([]);
  });

  it('moves a model to the ward of its new place and corrects a commendation, and remembers both', async () => {
    const moved = await changeModel(ANALYST, 31, { version: 1, lon: 105.815, lat: 21.005 });
    expect([moved.status, (moved.body as PreventionModel).ward.code, (moved.body as PreventionModel).version]).toEqual([200, '00002', 2]);
    expect((await correct(ANALYST, 41, { version: 1, individuals: 5 })).body).toMatchObject({ individuals: 5, version: 2 });
    expect((await correct(ANALYST, 41, { version: 1, individuals: 6 })).status).toBe(409);
    const [entry] = await town.database.owner`select before, after from programme_history where subject_id = ${uuid(41)} and kind = 'changed'`;
    expect(entry).toMatchObject({ before: { individuals: 2 }, after: { individuals: 5 } });
  });
});

describe('the feed', () => {
  it('tells everybody of what is in force, and of drafts only those who see them', async () => {
    const versionsOf = async (email: string) => new Map(((await (await town.clientOf(email)).from('change_topics').select('key, version').eq('topic', 'programmes')).data ?? []).map(({ key, version }) => [key, version]));
    const before = await versionsOf('four@test.local');
    const all = (await versionsOf(ANALYST)).get('') ?? 0;
    await addTask(ANALYST, 2, taskBody(111));
    expect(await versionsOf('four@test.local')).toEqual(before);
    expect((await versionsOf(ANALYST)).get('')).toBe(all + 1);
    await addTask(ANALYST, 1, taskBody(112));
    expect((await versionsOf('four@test.local')).get('*')).toBe(all + 2);
  });
});
