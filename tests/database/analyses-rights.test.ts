import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GET as getMethods } from '../../app/api/stats/methods/route';
import type { AnalysisLane as WorkLane } from './support/analysis-town';
import type { AnalysisRun } from '../../lib/domain/analysis';
import { addIncidents, openLane, request, routesOf, runOf, SCOPE, untilEnded } from './support/analysis-town';
import { buildPatrolTown, callAs, EVERYBODY } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';

vi.mock('../../lib/analysis/registry', async () => {
  const { countingMethod: method } = await import('./support/counting-method');
  return { ANALYSIS_METHODS: [method], getMethod: () => method };
});

const ANALYST = 'analyst@test.local';
const READERS = [ANALYST, 'commander@test.local', 'admin@test.local'];
let town: TestDatabase;
let routes: ReturnType<typeof routesOf>;
let lane: WorkLane;
let run: AnalysisRun;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addIncidents(town, [1, 2, 3]);
  routes = routesOf(town);
  ({ lane } = openLane(town));
  run = await untilEnded(town, runOf(await routes.post(ANALYST, request())).id);
});
afterAll(async () => {
  await lane.end();
  await town.close();
});

const versionOf = async (email: string): Promise<number> =>
  ((await (await town.clientOf(email)).rpc('live_state')).data as { versions: { analyses: number } }).versions.analyses;

describe.each(EVERYBODY)('%s', (email) => {
  const mayRead = READERS.includes(email);
  const mayRun = email === ANALYST || email === 'admin@test.local';

  it(`${mayRead ? 'reads' : 'may not read'} and ${mayRun ? 'runs' : 'may not run'} analyses`, async () => {
    const read = mayRead ? 200 : 403;
    for (const answer of [await routes.list(email), await routes.get(email, run.id), await routes.finding(email, run.id, 'all'), await callAs(town, email, getMethods)]) expect(answer.status).toBe(read);
    const asked = await routes.post(email, request({ seed: 9 }));
    expect(asked.status).toBe(mayRun ? 201 : 403);
    if (mayRun) await untilEnded(town, runOf(asked).id);
    else {
      expect((await routes.cancel(email, run.id)).status).toBe(403);
      expect((await routes.rerun(email, run.id, 'as_now')).status).toBe(403);
      expect((await routes.patch(email, run.id, { version: 1, name: 'x' })).status).toBe(403);
    }
  });

  it('reads and writes nothing more past the server', async () => {
    const client = await town.clientOf(email);
    expect((await client.from('analysis_runs').select('id, outcome').eq('id', run.id)).data).toHaveLength(mayRead ? 1 : 0);
    expect((await client.from('analysis_history').select('id, kind').eq('run_id', run.id)).data).toHaveLength(mayRead ? 1 : 0);
    expect((await client.rpc('find_analysis_run', { run: run.id })).data === null).toBe(!mayRead);
    expect(((await client.rpc('list_analysis_runs')).data as unknown[]).length > 0).toBe(mayRead);
    for (const column of ['author', 'claim', 'known']) expect((await client.from('analysis_runs').select(column)).error?.code, column).toBe('42501');
    expect((await client.from('analysis_history').select('actor_user')).error?.code).toBe('42501');
    expect((await client.from('analysis_runs').update({ name: 'x' }).eq('id', run.id)).error?.code).toBe('42501');
    expect((await client.from('analysis_runs').delete().eq('id', run.id)).error?.code).toBe('42501');
    const calls = [
      client.rpc('submit_analysis_run', { payload: {} }), client.rpc('claim_analysis_run', { worker_claim: randomUUID() }), client.rpc('prune_analysis_runs'),
      client.rpc('cancel_analysis_run', { run: run.id, actor: {} }), client.rpc('analysis_incidents', { first_day: '2026-05-01', last_day: '2026-05-02' }),
      client.rpc('finish_analysis_run', { run: run.id, worker_claim: randomUUID(), result: {} }), client.rpc('analysis_zones', { edition: 'grid', codes: ['00001'] }),
    ];
    for (const answer of await Promise.all(calls)) expect(answer.error?.code).toBe('42501');
  });

  it(`${mayRead ? 'hears' : 'does not hear'} of changes in the feed`, async () => {
    const before = await versionOf(email);
    expect(before > 0).toBe(mayRead);
    await untilEnded(town, runOf(await routes.post(ANALYST, request({ seed: 11 }))).id);
    expect((await versionOf(email)) > before).toBe(mayRead);
  });
});

describe('a run', () => {
  it('is named and kept by its author or an administrator, by version', async () => {
    expect((await routes.patch('admin@test.local', run.id, { version: 1, name: 'Cầu T11' })).status).toBe(200);
    const lost = await routes.patch(ANALYST, run.id, { version: 1, name: 'Khác' });
    expect([lost.status, (lost.body as { current: AnalysisRun }).current.name]).toEqual([409, 'Cầu T11']);
    const kept = runOf(await routes.patch(ANALYST, run.id, { version: 2, saved: true }));
    expect(kept).toMatchObject({ version: 3, name: 'Cầu T11', saved: true });
    // A double click.
    expect((await routes.patch(ANALYST, run.id, { version: 2, saved: true })).status).toBe(200);
    const admins = await untilEnded(town, runOf(await routes.post('admin@test.local', request({ seed: 12 }))).id);
    for (const answer of [await routes.patch(ANALYST, admins.id, { version: 1, name: 'x' }), await routes.cancel(ANALYST, admins.id)]) expect(answer.status).toBe(403);
    expect((await routes.cancel(ANALYST, run.id)).status).toBe(422);
    const listed = async (query: string) => ((await routes.list(ANALYST, query)).body as { runs: AnalysisRun[] }).runs.map(({ id }) => id);
    expect(await listed('?saved=true')).toEqual([run.id]);
    expect(await listed('?mine=true')).not.toContain(admins.id);
    expect(await listed('?mine=false')).toContain(admins.id);
    expect(await listed('?limit=1')).toHaveLength(1);
    expect(await listed('?method=getis_ord')).toEqual([]);
    const history = await town.database.owner<{ kind: string; actor_role: string }[]>`select kind, actor_role from analysis_history where run_id = ${run.id} order by id`;
    expect(history.map(({ kind, actor_role }) => [kind, actor_role])).toEqual([['asked', 'analyst'], ['renamed', 'admin'], ['saved', 'analyst']]);
    await expect(town.database.owner`delete from analysis_history`).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a request', () => {
  it.each<[string, unknown, number, string]>([
    ['no method', { method: undefined }, 400, 'method'], ['an unknown method', { method: 'magic' }, 400, 'method'], ['a method that is not there', { method: 'getis_ord' }, 422, 'method'],
    ['days in the wrong order', { scope: { ...SCOPE, to: '2026-04-01' } }, 400, 'scope.to'], ['a day there is not', { scope: { ...SCOPE, from: '2026-02-30' } }, 400, 'scope.from'],
    ['an unknown edition', { scope: { ...SCOPE, editionId: 'none' } }, 422, 'scope.editionId'], ['an unknown category', { scope: { ...SCOPE, categories: ['magic'] } }, 422, 'scope.categories'],
    ['an unknown ward', { scope: { ...SCOPE, area: { kind: 'wards', codes: ['00001', '99999'] } } }, 422, 'scope.area.codes'],
    ['no ward', { scope: { ...SCOPE, area: { kind: 'wards', codes: [] } } }, 400, 'scope.area.codes'],
    ['an unknown province', { scope: { ...SCOPE, area: { kind: 'province', provinceCode: '99' } } }, 422, 'scope.area.provinceCode'],
    ['a cluster not in force', { scope: { ...SCOPE, area: { kind: 'cluster', id: 'past' } } }, 422, 'scope.area.id'],
    ['an unknown zone', { scope: { ...SCOPE, area: { kind: 'zone', id: randomUUID() } } }, 422, 'scope.area.id'],
    ['an unknown parameter', { parameters: { magic: 1 } }, 422, 'parameters.magic'], ['one out of range', { parameters: { loops: -1 } }, 422, 'parameters.loops'],
    ['one of another kind', { parameters: { loops: 'many' } }, 422, 'parameters.loops'], ['a nested one', { parameters: { loops: { a: 1 } } }, 400, 'parameters.loops'],
    ['a seed of half', { seed: 0.5 }, 400, 'seed'], ['a negative seed', { seed: -1 }, 400, 'seed'], ['an id that is none', { id: 'x' }, 400, 'id'], ['something more', { magic: true }, 400, 'magic'],
  ])('with %s is refused by its field', async (_, more, status, field) => {
    const answer = await routes.post(ANALYST, request(more as object));
    expect([answer.status, (answer.body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([status, field]);
  });

  it.each(['', '{', 'null', '[]', `{"method":"${'x'.repeat(70_000)}"}`])('that is %s is a problem, not a crash', async (body) => {
    expect([400, 413, 415]).toContain((await routes.post(ANALYST, body)).status);
  });

  it('for what is not there, or is no id, says so', async () => {
    for (const answer of [await routes.get(ANALYST, randomUUID()), await routes.cancel(ANALYST, randomUUID()), await routes.patch(ANALYST, randomUUID(), { version: 1, saved: true })]) expect(answer.status).toBe(404);
    for (const answer of [await routes.get(ANALYST, 'x'), await routes.get(ANALYST, run.id, '?format=pdf'), await routes.list(ANALYST, '?limit=0'), await routes.patch(ANALYST, run.id, { version: 1 })]) expect(answer.status).toBe(400);
  });
});
