import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunControl } from '../../lib/cli/analyse/run-control';
import type { AnalysisLane as WorkLane } from './support/analysis-town';
import { beatRun, claimRun, describeRun, endRun, finishRun, pruneRuns, type ClaimedRun } from '../../lib/db/analysis-work';
import { addIncidents, computerOf, openLane, request, routesOf, runOf, untilEnded } from './support/analysis-town';
import { buildPatrolTown } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';

vi.mock('../../lib/analysis/registry', async () => {
  const { countingMethod: method } = await import('./support/counting-method');
  return { ANALYSIS_METHODS: [method], getMethod: () => method };
});

const ANALYST = 'analyst@test.local';
const ADMIN = 'admin@test.local';
let town: TestDatabase;
let routes: ReturnType<typeof routesOf>;
const open: WorkLane[] = [];

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addIncidents(town, [1, 2, 3]);
  routes = routesOf(town);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((lane) => lane.end()));
  await town.database.owner`delete from analysis_runs`;
});
afterAll(() => town.close());

const ask = async (email = ANALYST, more: object = {}): Promise<string> => runOf(await routes.post(email, request(more))).id;
const claim = (most = 1): Promise<ClaimedRun | null> => claimRun(town.service, randomUUID(), most);
const stateOf = async (id: string) => runOf(await routes.get(ANALYST, id, '?outcome=0'));
const leave = (id: string) => town.database.owner`update analysis_runs set beat_at = now() - interval '31 seconds' where id = ${id}`;
const lane = (...given: Parameters<typeof openLane> extends [unknown, ...infer R] ? R : never): WorkLane => {
  const made = openLane(town, ...given).lane;
  open.push(made);
  return made;
};
/** A computation that goes on until it is told to stop. */
const untilStopped = (control: RunControl): Promise<void> => vi.waitFor(() => { if (control.report(0.4)) throw new Error('not yet'); }, { timeout: 60_000, interval: 10 });

describe('the queue', () => {
  it('gives no run to two, whoever asks at once', async () => {
    const ids = [];
    for (let i = 0; i < 12; i++) ids.push(await ask(ANALYST, { seed: i }));
    const taken = (await Promise.all(Array.from({ length: 30 }, () => claim(100)))).flatMap((one) => one?.id ?? []);
    expect([...taken].sort()).toEqual([...ids].sort());
  });

  it('lets no analyst keep another waiting, and gives the oldest first', async () => {
    const mine = [await ask(), await ask(ANALYST, { seed: 8 })];
    const other = await ask(ADMIN);
    expect((await claim(1))?.id).toBe(mine[0]);
    expect((await claim(1))?.id).toBe(other);
    expect(await claim(1)).toBeNull();
    expect((await claim(2))?.id).toBe(mine[1]);
    const third = await ask();
    const fourth = await ask(ADMIN, { seed: 9 });
    // The analyst's last run was begun after the administrator's.
    expect((await claim(9))?.id).toBe(fourth);
    expect((await claim(9))?.id).toBe(third);
  });

  it('gives a run that was left again, twice, then it has failed; who lost it can not write any more', async () => {
    const id = await ask();
    const first = await claim();
    expect(await claim()).toBeNull();
    await leave(id);
    const second = await claim();
    expect([second?.id, second?.claim === first?.claim]).toEqual([id, false]);
    const facts = { known: { version: 1, at: '2026-05-01T00:00:00Z', width: 100, timeZone: 'Asia/Ho_Chi_Minh' }, dataDigest: 'd', inputDigest: 'i' };
    const result = { kind: 'computed', used: { data: { incidents: 0, wards: [], areaKm2: 0, leftOut: [] }, parameters: [] }, elapsedMs: 1, outcome: { kind: 'nothing', reason: { code: 'x', values: {} } }, outcomeDigest: 'o' } as const;
    expect(await beatRun(town.service, first!, 0.9)).toBe('lost');
    expect(await describeRun(town.service, first!, facts)).toBeNull();
    expect(await finishRun(town.service, first!, result)).toBe('lost');
    expect(await endRun(town.service, first!, { state: 'queued' })).toBe(false);
    expect(await stateOf(id)).toMatchObject({ state: 'running', progress: 0, inputDigest: null });
    await leave(id);
    expect((await claim())?.id).toBe(id);
    await leave(id);
    expect(await claim()).toBeNull();
    expect(await stateOf(id)).toMatchObject({ state: 'failed', failure: 'interrupted' });
  });

  it('knows progress that only grows, and takes nothing from a run that was cleared away', async () => {
    await ask();
    const held = await claim();
    for (const [told, kept] of [[0.5, 0.5], [0.2, 0.5], [7, 1]] as const) {
      expect(await beatRun(town.service, held!, told)).toBe('go');
      expect((await stateOf(held!.id)).progress).toBe(kept);
    }
    const used = { data: { incidents: 0, wards: [], areaKm2: 0, leftOut: [] }, parameters: [] };
    expect(await finishRun(town.service, held!, { kind: 'taken', used, takenFrom: randomUUID(), elapsedMs: 1 })).toBe('gone');
  });

  it('takes at most twenty unfinished of an account, also of many that come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, (_, seed) => routes.post(ANALYST, request({ seed }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 20 }, () => 201), 429, 429, 429, 429]);
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({ type: '/problems/too_many', status: 429 });
    expect((await routes.post(ADMIN, request())).status).toBe(201);
  });
});

describe('stopping', () => {
  it('is at once while a run waits, and soon while it is computed; what ended can not be stopped', async () => {
    const waiting = await ask();
    expect(runOf(await routes.cancel(ANALYST, waiting)).state).toBe('cancelled');
    expect((await routes.cancel(ANALYST, waiting)).status).toBe(200);
    const running = await ask();
    lane(computerOf(town, undefined, untilStopped));
    await vi.waitFor(async () => { expect((await stateOf(running)).progress).toBeGreaterThan(0.3); }, { timeout: 20_000 });
    expect(runOf(await routes.cancel(ANALYST, running)).state).toBe('running');
    expect(await untilEnded(town, running)).toMatchObject({ state: 'cancelled', outcome: null });
    expect((await town.database.owner`select kind from analysis_history where run_id = ${running} order by id`).map(({ kind }) => kind as string)).toEqual(['asked', 'cancelled']);
  });

  it('comes by itself when a run takes too long', async () => {
    const id = await ask();
    lane(computerOf(town, undefined, untilStopped), { limitMs: 200 });
    expect(await untilEnded(town, id)).toMatchObject({ state: 'failed', failure: 'too_long' });
  });

  it('of the process gives the run back', async () => {
    const id = await ask();
    const made = openLane(town, computerOf(town, undefined, untilStopped)).lane;
    await vi.waitFor(async () => { expect((await stateOf(id)).state).toBe('running'); }, { timeout: 20_000 });
    await made.end();
    expect(await stateOf(id)).toMatchObject({ state: 'queued', progress: 0 });
    lane();
    expect((await untilEnded(town, id)).state).toBe('done');
  });
});

it('two lanes compute each of many runs once', async () => {
  const ids = [];
  for (let seed = 0; seed < 8; seed++) ids.push(await ask(seed % 2 === 0 ? ANALYST : ADMIN, { seed }));
  let begun = 0;
  const counting = () => computerOf(town, undefined, () => { begun++; return Promise.resolve(); });
  lane(counting(), {}, 4);
  lane(counting(), {}, 4);
  for (const id of ids) expect((await untilEnded(town, id)).state).toBe('done');
  expect(begun).toBe(8);
});

it('old runs that nobody kept are cleared away, with an entry that says so; kept and young ones stay', async () => {
  lane();
  const [old, kept, young] = [await ask(), await ask(ANALYST, { seed: 2 }), await ask(ANALYST, { seed: 3 })];
  for (const id of [old, kept, young]) await untilEnded(town, id);
  expect((await routes.patch(ANALYST, kept, { version: 1, saved: true })).status).toBe(200);
  await town.database.owner`update analysis_runs set created_at = now() - interval '31 days' where id <> ${young}`;
  expect(await pruneRuns(town.service)).toBe(1);
  expect((await Promise.all([old, kept, young].map((id) => routes.get(ANALYST, id)))).map(({ status }) => status)).toEqual([404, 200, 200]);
  expect((await town.database.owner`select kind from analysis_history where run_id = ${old} order by id`).map(({ kind }) => kind as string)).toEqual(['asked', 'cleared']);
});
