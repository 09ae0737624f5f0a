import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DELETE as endArea, PUT as putArea } from '../../app/api/clusters/[id]/focus-areas/[fid]/route';
import { POST as addArea } from '../../app/api/clusters/[id]/focus-areas/route';
import { POST as rotate } from '../../app/api/clusters/[id]/leads/route';
import { POST as regulate } from '../../app/api/clusters/[id]/regulations/route';
import { GET as getPage, PATCH as patchTerm } from '../../app/api/clusters/[id]/route';
import { GET as listRoute } from '../../app/api/clusters/route';
import { PATCH as patchUnit } from '../../app/api/units/[id]/route';
import { listClusters } from '../../lib/db/clusters';
import type { Cluster } from '../../lib/domain/boundary';
import type { ClusterPage, LeadHandOver } from '../../lib/domain/cluster-work';
import { dayOf } from '../../lib/domain/instant';
import { BORDER, buildPatrolTown, callAs } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';

let town: TestDatabase;
beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
});
afterAll(() => town.close());

const dayIn = (days: number): string => dayOf(new Date(Date.now() + days * 86_400_000).toISOString());
const post = (email: string, handler: unknown, body: unknown, more: { method?: string; id?: string; fid?: string } = {}) =>
  callAs(town, email, handler, { method: more.method ?? 'POST', body, params: { id: more.id ?? 'trio', fid: more.fid } });
const known = async (at?: string): Promise<Cluster> => {
  const found = (await listClusters(town.service, at)).find(({ id }) => id === 'trio');
  if (found === undefined) throw new Error('no cluster trio');
  return found;
};
const databaseNow = async (): Promise<string> => (await town.database.owner<{ now: Date }[]>`select clock_timestamp() as now`)[0]?.now.toISOString() ?? '';
const fieldsOf = ({ body }: { body: unknown }): string[] | undefined => (body as { errors?: { field: string }[] }).errors?.map(({ field }) => field);
const kinds = async (): Promise<string[]> => (await town.database.owner<{ kind: string }[]>`select kind from cluster_history order by id`).map(({ kind }) => kind);
const fingerprint = async (): Promise<string | null> => (await town.service.rpc('rules_fingerprint')).data;

const OTHERS = ['commander@test.local', 'analyst@test.local', 'one@test.local', 'four@test.local', 'viewer@test.local'];
const rules = { leadRule: 'standing_unit', deadlines: { confirm_lead: 20 } };
const circle = (eastDegrees: number, radiusMetres = 80) => ({ kind: 'circle', centre: [BORDER + eastDegrees, 21.005], radiusMetres });

describe('only an administrator edits', () => {
  it.each(OTHERS)('%s is refused everything, and it is written down', async (email) => {
    const before = (await kinds()).length;
    const digest = JSON.stringify(await known());
    const answers = [
      await post(email, patchTerm, { termTo: dayIn(10) }, { method: 'PATCH' }),
      await post(email, regulate, { validFrom: dayIn(1), borderWidthMetres: 50, rules }),
      await post(email, rotate, { wardCode: '00002', from: dayIn(1) }),
      await post(email, addArea, { name: 'Chợ', shape: circle(0) }),
      await post(email, putArea, { name: 'Chợ', shape: circle(0) }, { method: 'PUT', fid: 'trio-bridge' }),
      await post(email, endArea, undefined, { method: 'DELETE', fid: 'trio-bridge' }),
      await post(email, patchUnit, { dutyDeskPhone: '113' }, { method: 'PATCH', id: 'grid:00002' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(7).fill(403));
    expect((await kinds()).slice(before)).toEqual(Array(7).fill('refused'));
    expect(JSON.stringify(await known())).toBe(digest);
  });
});

describe('a regulation', () => {
  const next = (more: object = {}) => ({ validFrom: dayIn(0), borderWidthMetres: 70, rules, note: 'họp ngày', requestId: uuid(1), ...more });

  it('is added as the next version; the one before ends the day before, and what was known stays known', async () => {
    const at = await databaseNow();
    const before = await known();
    const print = await fingerprint();
    const answer = await post('admin@test.local', regulate, next());
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const after = await known();
    expect(after.regulations.map(({ version, from, to, borderWidthMetres }) => [version, from, to, borderWidthMetres])).toEqual([
      [1, '2020-01-01', dayIn(-1), 100], [2, dayIn(0), null, 70],
    ]);
    expect(after.regulations[1]?.rules).toMatchObject({ leadRule: 'standing_unit', deadlines: { confirm_lead: 20, acknowledge_assist: 15 } });
    expect(await known(at)).toEqual(before);
    expect(await fingerprint()).not.toBe(print);
  });

  it('is made once, however often it is sent', async () => {
    const answers = await Promise.all([next(), next(), next()].map((body) => post('admin@test.local', regulate, body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await known()).regulations).toHaveLength(2);
    const stolen = await post('admin@test.local', regulate, next(), { id: 'past' });
    expect(stolen.status).toBe(409);
  });

  it.each<[string, object, string]>([
    ['a day that has passed', { validFrom: dayIn(-1) }, 'validFrom'],
    ['a day before the version there is', { validFrom: dayIn(0) }, 'validFrom'],
    ['a lead that is no member', { validFrom: dayIn(1), rules: { mayLead: ['00004'] } }, 'rules.mayLead'],
    ['an arc of strangers', { validFrom: dayIn(1), rules: { arcWidths: [{ wards: ['00001', '00004'], widthMetres: 5 }] } }, 'rules.arcWidths'],
  ])('refuses %s by its field', async (_, more, field) => {
    const answer = await post('admin@test.local', regulate, next({ requestId: undefined, ...more }));
    expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
  });

  it('two administrators at once: one next version, the other is told', async () => {
    const answers = await Promise.all([1, 2].map((number) => post('admin@test.local', regulate, next({ validFrom: dayIn(5), requestId: uuid(10 + number) }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await known()).regulations.map(({ version }) => version)).toEqual([1, 2, 3]);
  });
});

describe('rotation', () => {
  it('dates the standing unit and makes a numbered record with what was counted', async () => {
    const body = { wardCode: '00002', from: dayIn(0), remarks: 'bàn giao', requestId: uuid(30) };
    const answers = await Promise.all([post('admin@test.local', rotate, body), post('admin@test.local', rotate, body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    const record = answers[0]?.body as LeadHandOver;
    expect(record).toMatchObject({ number: 1, from: { code: '00001' }, to: { code: '00002' }, effectiveFrom: dayIn(0), remarks: 'bàn giao' });
    expect(record.facts).toEqual({ openIncidents: 0, openAssists: 0, overdue: 0, plannedPatrols: 0, regulationVersion: 2 });
    expect((await known()).leads.map(({ wardCode, from, to }) => [wardCode, from, to])).toEqual([['00001', null, dayIn(-1)], ['00002', dayIn(0), null]]);
  });

  it.each<[string, object, string]>([
    ['a stranger', { wardCode: '00004', from: dayIn(2) }, 'wardCode'],
    ['whoever it is already', { wardCode: '00002', from: dayIn(2) }, 'wardCode'],
    ['yesterday', { wardCode: '00003', from: dayIn(-1) }, 'from'],
    ['the day of the last one', { wardCode: '00003', from: dayIn(0) }, 'from'],
  ])('refuses %s', async (_, body, field) => {
    const answer = await post('admin@test.local', rotate, body);
    expect([answer.status, fieldsOf(answer)]).toEqual([422, [field]]);
  });

  it('shows a viewer the record, not the remarks', async () => {
    const page = (await callAs(town, 'viewer@test.local', getPage, { params: { id: 'trio' } })).body as ClusterPage;
    expect(page.handOvers.map(({ number, remarks }) => [number, remarks])).toEqual([[1, null]]);
    const viewer = await town.clientOf('viewer@test.local');
    expect((await viewer.from('cluster_remarks').select('*')).data).toEqual([]);
    expect((await viewer.from('cluster_history').select('id')).data).toEqual([]);
  });
});

describe('the term', () => {
  it('moves, warns before it ends, and is remembered as it was', async () => {
    const at = await databaseNow();
    const print = await fingerprint();
    const answer = await post('admin@test.local', patchTerm, { termTo: dayIn(30) }, { method: 'PATCH' });
    expect(answer.status).toBe(200);
    expect((answer.body as ClusterPage).term).toEqual({ state: 'ending', days: 30 });
    expect((await known()).termTo).toBe(dayIn(30));
    expect((await known(at)).termTo).toBe('2999-12-31');
    expect(await fingerprint()).not.toBe(print);
    const { terms } = (await callAs(town, 'viewer@test.local', listRoute)).body as { terms: Record<string, { state: string }> };
    expect([terms['trio']?.state, terms['past']?.state]).toEqual(['ending', 'lapsed']);
  });

  it('never ends in the past, and nothing begins after it', async () => {
    expect(fieldsOf(await post('admin@test.local', patchTerm, { termTo: dayIn(-1) }, { method: 'PATCH' }))).toEqual(['termTo']);
    expect(fieldsOf(await post('admin@test.local', rotate, { wardCode: '00003', from: dayIn(31) }))).toEqual(['from']);
    expect(fieldsOf(await post('admin@test.local', regulate, { validFrom: dayIn(31), borderWidthMetres: 1, rules: {} }))).toEqual(['validFrom']);
  });
});

describe('focus areas', () => {
  const square = (size: number) => ({ kind: 'polygon', coordinates: [[[BORDER, 21.004], [BORDER + size, 21.004], [BORDER + size, 21.006], [BORDER, 21.006], [BORDER, 21.004]]] });

  it('are added once, changed from today on, and ended; earlier days keep their shape', async () => {
    const at = await databaseNow();
    const before = await known();
    const twice = await Promise.all([1, 2].map(() => post('admin@test.local', addArea, { name: 'Chợ', shape: square(0.001) })));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect((await known()).focusAreas.map(({ name, from }) => [name, from])).toContainEqual(['Chợ', dayIn(0)]);
    const moved = await post('admin@test.local', putArea, { name: 'Cầu mới', shape: circle(0.001), from: '2021-01-01' }, { method: 'PUT', fid: 'trio-bridge' });
    expect(moved.status, JSON.stringify(moved.body)).toBe(200);
    const bridges = (await known()).focusAreas.filter(({ id }) => id === 'trio-bridge');
    expect(bridges.map(({ name, from, to }) => [name, from, to])).toEqual([['Cầu', null, dayIn(-1)], ['Cầu mới', dayIn(0), null]]);
    expect((await post('admin@test.local', endArea, undefined, { method: 'DELETE', fid: 'trio-bridge' })).status).toBe(200);
    expect((await known()).focusAreas.filter(({ id }) => id === 'trio-bridge').map(({ name, to }) => [name, to])).toEqual([['Cầu', dayIn(-1)]]);
    expect(await known(at)).toEqual(before);
    expect((await post('admin@test.local', endArea, undefined, { method: 'DELETE', fid: 'nothing' })).status).toBe(404);
    expect(fieldsOf(await post('admin@test.local', addArea, { name: 'Xưa', shape: circle(0), from: dayIn(-1) }))).toEqual(['from']);
  });

  it.each<[string, unknown]>([
    ['touches no member', { kind: 'circle', centre: [105.8395, 21.005], radiusMetres: 20 }],
    ['lies on another continent', circle(-100)],
    ['crosses itself', { kind: 'polygon', coordinates: [[[BORDER, 21.004], [BORDER + 0.001, 21.006], [BORDER + 0.001, 21.004], [BORDER, 21.006], [BORDER, 21.004]]] }],
    ['has no area', { kind: 'polygon', coordinates: [[[BORDER, 21.004], [BORDER, 21.006], [BORDER, 21.005], [BORDER, 21.004]]] }],
  ])('are refused when the shape %s', async (_, shape) => {
    const answer = await post('admin@test.local', addArea, { name: 'Sai', shape });
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['shape']]);
  });
});

describe('duty desks', () => {
  it('have a number that their own officer may set', async () => {
    expect((await post('two@test.local', patchUnit, { dutyDeskPhone: '024 3000 0002' }, { method: 'PATCH', id: 'grid:00002' })).status).toBe(200);
    expect((await post('gone@test.local', patchUnit, { dutyDeskPhone: '1' }, { method: 'PATCH', id: 'grid:00001' })).status).toBe(403);
    expect((await post('admin@test.local', patchUnit, { dutyDeskPhone: 'abc' }, { method: 'PATCH', id: 'grid:00002' })).status).toBe(400);
    expect((await post('admin@test.local', patchUnit, { dutyDeskPhone: null }, { method: 'PATCH', id: 'nothing' })).status).toBe(404);
    const page = (await callAs(town, 'viewer@test.local', getPage, { params: { id: 'trio' } })).body as ClusterPage;
    expect(page.desks.map(({ ward, phone }) => [ward.code, phone])).toEqual([['00001', null], ['00002', '024 3000 0002'], ['00003', null]]);
    expect(page).toMatchObject({ mayEdit: false, mayWriteNotes: false });
  });
});

it('an id that no key can be names nothing', async () => {
  // Next gives a route without parts in its path no params at all.
  expect((await (listRoute as (request: Request, context: { params: Promise<unknown> }) => Promise<Response>)(
    new Request('http://test.local/', { headers: { authorization: `Bearer ${await town.tokenOf('admin@test.local')}` } }), { params: Promise.resolve(undefined) })).status).toBe(200);
  for (const id of ['\0', 'a\0', '\ud800']) {
    expect((await callAs(town, 'admin@test.local', getPage, { params: { id } })).status, JSON.stringify(id)).toBe(404);
    expect((await post('admin@test.local', patchUnit, { dutyDeskPhone: '123' }, { method: 'PATCH', id })).status).toBe(404);
    expect((await post('admin@test.local', endArea, undefined, { method: 'DELETE', fid: id })).status).toBe(404);
  }
});

it('a day of the year 0 is no day', async () => {
  const answers = await Promise.all([
    post('admin@test.local', patchTerm, { termTo: '0000-01-01' }, { method: 'PATCH' }), post('admin@test.local', rotate, { wardCode: '00002', from: '0000-01-01' }),
    post('admin@test.local', regulate, { validFrom: '0000-01-01', borderWidthMetres: 5, rules: {} }),
    post('admin@test.local', addArea, { name: 'x', shape: circle(0), from: '0000-01-01' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
});

it('nobody rewrites what was recorded, nor calls the functions of the server', async () => {
  for (const table of ['cluster_history', 'cluster_remarks', 'cluster_hand_overs', 'cluster_terms']) {
    await expect(town.database.owner.unsafe(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
  }
  for (const email of ['admin@test.local', ...OTHERS]) {
    const client = await town.clientOf(email);
    expect((await client.rpc('change_term', { payload: {} })).error?.code).toBe('42501');
    expect((await client.rpc('rotate_lead', { payload: {} })).error?.code).toBe('42501');
    expect((await client.from('cluster_requests').select('*')).error?.code).toBe('42501');
  }
});
