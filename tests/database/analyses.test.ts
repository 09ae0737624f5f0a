import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AnalysisCollection } from '../../lib/interop/analysis-export';
import type { AnalysisResult } from '../../lib/domain/analysis-result';
import { GET as getRun } from '../../app/api/stats/runs/[id]/route';
import type { AnalysisLane as WorkLane } from './support/analysis-town';
import { addIncidents, detailOf, openLane, request, routesOf, runOf, SCOPE, untilEnded } from './support/analysis-town';
import { buildPatrolTown } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';

vi.mock('../../lib/analysis/registry', async () => {
  const { countingMethod: method } = await import('./support/counting-method');
  return { ANALYSIS_METHODS: [method], getMethod: () => method };
});

let town: TestDatabase;
let routes: ReturnType<typeof routesOf>;
let worker: { lane: WorkLane; failures: unknown[] };
const ANALYST = 'analyst@test.local';

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addIncidents(town, Array.from({ length: 20 }, (_, i) => i + 1));
  routes = routesOf(town);
  worker = openLane(town);
});
afterAll(async () => {
  await worker.lane.end();
  expect(worker.failures).toEqual([]);
  await town.close();
});

/** Asks for a run and waits until it has ended. */
async function compute(more: object = {}, email = ANALYST) {
  const asked = await routes.post(email, request(more));
  expect(asked.status, JSON.stringify(asked.body)).toBe(201);
  return untilEnded(town, runOf(asked).id);
}

describe('a run', () => {
  it('is queued, computed and kept with all it rests on', async () => {
    const body = request({ parameters: { loops: 3 } });
    const asked = await routes.post(ANALYST, body);
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    expect(runOf(asked)).toMatchObject({ id: body.id, version: 1, method: 'kernel_density', methodVersion: 7, scope: SCOPE, parameters: { loops: 3 }, seed: 7, name: null, saved: false, isMine: true, createdByRole: 'analyst', takenFrom: null, repeats: null });
    const run = await untilEnded(town, body.id);
    expect(run).toMatchObject({ state: 'done', progress: 1, failure: null });
    expect(run.used).toMatchObject({
      data: { incidents: 20, wards: ['00001', '00002', '00003'], leftOut: [] },
      parameters: [{ name: 'loops', value: 3, by: 'analyst' }, { name: 'fault', value: 'none', by: 'default' }],
    });
    expect((run.outcome as AnalysisResult).facts[1]).toEqual({ id: 'count', unit: 'count', value: 20 });
    for (const digest of [run.dataDigest, run.inputDigest, run.outcomeDigest]) expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(Math.abs(Date.parse(run.asOf ?? '') - Date.now())).toBeLessThan(20_000);
    expect(run.elapsedMs).toBeGreaterThan(0);
    expect(detailOf(await routes.get(ANALYST, body.id, '?outcome=0'))).not.toHaveProperty('outcome');
  });

  it('is made once of the same sent twice, and refused for another of the same id', async () => {
    const body = request();
    expect((await routes.post(ANALYST, body)).status).toBe(201);
    expect((await routes.post(ANALYST, body)).status).toBe(200);
    expect((await routes.post(ANALYST, { ...body, seed: 8 })).status).toBe(409);
    expect((await routes.post('admin@test.local', body)).status).toBe(409);
    await untilEnded(town, body.id);
    const kinds = await town.database.owner<{ kind: string }[]>`select kind from analysis_history where run_id = ${body.id}`;
    expect(kinds.map(({ kind }) => kind)).toEqual(['asked']);
  });

  it('takes the outcome of an earlier one with the same inputs, and computes when anything differs', async () => {
    const first = await compute({ seed: 101 });
    const again = await compute({ seed: 101 });
    expect(first.takenFrom).toBeNull();
    expect(again).toMatchObject({ takenFrom: first.id, inputDigest: first.inputDigest, outcomeDigest: first.outcomeDigest, outcome: first.outcome, used: first.used });
    // What the data proposed, said by the analyst: the same inputs, another hand.
    const said = await compute({ seed: 101, parameters: { loops: 20 } });
    expect(said).toMatchObject({ takenFrom: first.id, inputDigest: first.inputDigest });
    expect(said.used?.parameters[0]).toEqual({ name: 'loops', value: 20, by: 'analyst' });
    for (const more of [{ seed: 102 }, { seed: 101, parameters: { loops: 19 } }, { seed: 101, scope: { ...SCOPE, to: '2026-05-30' } }]) {
      const other = await compute(more);
      expect(other.takenFrom, JSON.stringify(more)).toBeNull();
      expect(other.inputDigest).not.toBe(first.inputDigest);
    }
    expect((await compute({ seed: 102 })).outcomeDigest).not.toBe(first.outcomeDigest);
  });
});

describe('a repetition', () => {
  it('gives the same numbers on the data as they were known then, also after more was reported and the width changed', async () => {
    const first = await compute({ seed: 201 });
    await addIncidents(town, [41, 42]);
    // Recorded now, reported long ago by its own word: it was not known then.
    await addIncidents(town, [43], { reported_at: '2026-05-02T00:00:00Z' });
    await town.database.owner`update settings set value = '250' where key = 'default_border_width_metres'`;
    await town.database.owner`update incidents set status = 'closed' where id = ${uuid(1)}`;
    const then = await untilEnded(town, runOf(await routes.rerun(ANALYST, first.id, 'as_then')).id);
    expect(then).toMatchObject({ state: 'done', repeats: first.id, takenFrom: null, asOf: first.asOf, dataDigest: first.dataDigest, inputDigest: first.inputDigest, outcomeDigest: first.outcomeDigest });
    expect(then.outcome).toEqual(first.outcome);
    const now = await untilEnded(town, runOf(await routes.rerun(ANALYST, first.id, 'as_now')).id);
    expect(now.used?.data.incidents).toBe(23);
    expect(now.dataDigest).not.toBe(first.dataDigest);
    expect(now.outcomeDigest).not.toBe(first.outcomeDigest);
    // What was then is not what is now, whatever is in the cache.
    expect((await compute({ seed: 201 })).outcomeDigest).toBe(now.outcomeDigest);
    await town.database.owner`update settings set value = '100' where key = 'default_border_width_metres'`;
  });

  it('needs a run that read data', async () => {
    const failed = await compute({ parameters: { fault: 'odd' } });
    expect(failed).toMatchObject({ state: 'failed', failure: 'bad_parameters', asOf: null });
    expect(failed.failureDetail).toMatch(/^fault: /);
    const answer = await routes.rerun(ANALYST, failed.id, 'as_then');
    expect([answer.status, (answer.body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([422, 'data']);
    expect((await routes.rerun(ANALYST, randomUUID(), 'as_then')).status).toBe(404);
    expect((await routes.rerun(ANALYST, failed.id, 'yesterday')).status).toBe(400);
  });
});

describe('what came of it', () => {
  it.each([['nan', 'not_finite', 'facts.0.value'], ['large', 'too_large', null], ['throw', 'crashed', 'Error: broken on purpose']])('%s fails as %s, with nothing kept', async (fault, failure, detail) => {
    expect(await compute({ parameters: { fault } })).toMatchObject({ state: 'failed', failure, failureDetail: detail, outcome: null, outcomeDigest: null });
  });

  it('is exported with its provenance, and each finding is traced to its incidents', async () => {
    const run = await compute({ seed: 301 });
    const collection = (await routes.get(ANALYST, run.id, '?format=geojson')).body as AnalysisCollection;
    expect(collection.features.map(({ properties }) => (properties as { part: string }).part)).toEqual(['drawn', 'finding']);
    expect(collection.analysis).toMatchObject({ run: run.id, asOf: run.asOf, scope: SCOPE, seed: 301, inputDigest: run.inputDigest, headline: { code: 'counted' } });
    const csv = await getRun(new Request('http://test.local/?format=csv&table=wards', { headers: { authorization: `Bearer ${await town.tokenOf(ANALYST)}` } }), { params: Promise.resolve({ id: run.id }) });
    expect(await csv.text()).toBe('ward,count\r\n00001,12\r\n00002,11\r\n00003,0\r\n');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="kernel_density_2026-05-01_2026-05-31_as-of-\d{4}-\d\d-\d\d_wards\.csv"$/);
    expect((await routes.get(ANALYST, run.id, '?format=csv&table=none')).status).toBe(400);
    const finding = (await routes.finding('commander@test.local', run.id, 'all')).body as { count: number; listed: number; incidents: { id: string; owner: { name: string } }[] };
    expect([finding.count, finding.listed, finding.incidents.length]).toEqual([23, 23, 23]);
    expect(finding.incidents[0]?.owner.name).toMatch(/^Phường 0000[12]$/);
    expect((await routes.finding(ANALYST, run.id, 'none')).status).toBe(404);
  });

  it('is nothing, not a crash, where nothing happened', async () => {
    const run = await compute({ scope: { ...SCOPE, from: '2012-01-01', to: '2012-01-31', area: { kind: 'wards', codes: ['00004', '00001', '00001'] } } });
    expect(run).toMatchObject({ state: 'done', used: { data: { incidents: 0, wards: ['00001', '00004'] } } });
  });
});
