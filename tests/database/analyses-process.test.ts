import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AnalysisRun } from '../../lib/domain/analysis';
import { addIncidents, request, routesOf, runOf, SCOPE, untilEnded } from './support/analysis-town';
import { buildPatrolTown } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';

const ROOT = join(import.meta.dirname, '..', '..');
const ANALYST = 'analyst@test.local';
let town: TestDatabase;
let routes: ReturnType<typeof routesOf>;
let child: ChildProcess;

/** The product's own process, as the launcher starts it. */
function startProcess(): ChildProcess {
  const { tier, apiUrl, secrets } = town.database;
  return spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'lib', 'cli', 'analyse.ts')], {
    cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env, NEXT_PUBLIC_SUPABASE_URL: '', GIAP_RANH_TIER: tier, GIAP_RANH_DB_URL: apiUrl, GIAP_RANH_JWT_SECRET: secrets.jwtSecret,
      GIAP_RANH_PUBLISHABLE_KEY: secrets.publishableKey, GIAP_RANH_SECRET_KEY: secrets.secretKey, GIAP_RANH_DATA: town.dataFolder,
      GIAP_RANH_LAUNCHER_PID: String(process.pid),
    },
  });
}

const endOf = (ending: ChildProcess): Promise<number | null> => new Promise((resolve) => ending.once('exit', (code) => { resolve(code); }));
const stateOf = async (id: string): Promise<AnalysisRun> => runOf(await routes.get(ANALYST, id, '?outcome=0'));
/** The scan over the whole border with so many permutations: minutes. */
const long = (seed: number) => request({ method: 'space_time_scan', parameters: { permutations: 9_999 }, seed });

/** Waits until a run is well under way. */
const untilRunning = (id: string): Promise<void> => vi.waitFor(async () => {
  const { state, progress, failure, failureDetail } = await stateOf(id);
  if (state !== 'running' || progress < 0.021) throw new Error(`${state} ${String(progress)} ${String(failure)} ${String(failureDetail)}`);
}, { timeout: 110_000, interval: 50 });

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addIncidents(town, Array.from({ length: 900 }, (_, i) => i + 1));
  routes = routesOf(town);
  child = startProcess();
  // The first run waits for the process to come up; what follows does not.
  const first = runOf(await routes.post(ANALYST, request({ method: 'kernel_density', seed: 1 })));
  await untilEnded(town, first.id, 170_000);
});
afterAll(async () => {
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await endOf(child);
  }
  await town.close();
});

describe('the process that computes', () => {
  it('draws the charts of alarms in a thread of its own, some seconds after it began', async () => {
    await vi.waitFor(async () => {
      const [watch] = await town.database.owner<{ charts: number | null; claim: string | null }[]>`select charts, claim from alarm_watch`;
      expect(watch).toEqual({ charts: 16, claim: null });
    }, { timeout: 90_000, interval: 250 });
  });

  it('runs a real method to the same digest each time, and begins at once', async () => {
    const asked = await routes.post(ANALYST, request({ method: 'getis_ord', seed: 5 }));
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    const run = await untilEnded(town, runOf(asked).id);
    expect(run, JSON.stringify(run.failureDetail)).toMatchObject({ state: 'done', failure: null });
    expect(run.used?.data.incidents).toBe(900);
    const [times] = await town.database.owner<{ waited: number }[]>`select extract(epoch from started_at - created_at)::float8 * 1000 as waited from analysis_runs where id = ${run.id}`;
    // 300 ms on an idle machine; this one runs other tests. Without the notification it would be a second.
    expect(times?.waited).toBeLessThan(900);
    const again = await untilEnded(town, runOf(await routes.rerun(ANALYST, run.id, 'as_then')).id);
    expect(again).toMatchObject({ state: 'done', takenFrom: null, outcomeDigest: run.outcomeDigest, inputDigest: run.inputDigest });
  });

  it('shows progress and stops within a second or so when it is cancelled, and goes on with the next', async () => {
    const { id } = runOf(await routes.post(ANALYST, long(11)));
    await untilRunning(id);
    const before = performance.now();
    expect((await routes.cancel(ANALYST, id)).status).toBe(200);
    const run = await untilEnded(town, id);
    expect(run).toMatchObject({ state: 'cancelled', outcome: null, failure: null });
    expect(run.progress).toBeLessThan(1);
    expect(performance.now() - before).toBeLessThan(6_000);
    const next = await untilEnded(town, runOf(await routes.post(ANALYST, request({ method: 'getis_ord', seed: 6 }))).id);
    expect(next.state).toBe('done');
  });

  it('gives back what it computes when it is stopped, and another process computes it', async () => {
    const { id } = runOf(await routes.post(ANALYST, long(12)));
    await untilRunning(id);
    const ended = endOf(child);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(await stateOf(id)).toMatchObject({ state: 'queued', progress: 0 });
    child = startProcess();
    await untilRunning(id);
    const [row] = await town.database.owner<{ attempts: number }[]>`select attempts from analysis_runs where id = ${id}`;
    expect(row?.attempts).toBe(1);
  });

  it('that is killed leaves its run, which is taken up again after a silence', async () => {
    const ended = endOf(child);
    child.kill('SIGKILL');
    await ended;
    const [left] = await town.database.owner<{ id: string }[]>`select id from analysis_runs where state = 'running'`;
    expect(left).toBeDefined();
    child = startProcess();
    await town.database.owner`update analysis_runs set beat_at = now() - interval '31 seconds' where state = 'running'`;
    await vi.waitFor(async () => {
      const [row] = await town.database.owner<{ attempts: number }[]>`select attempts from analysis_runs where id = ${left?.id ?? ''}`;
      expect(row?.attempts).toBe(2);
    }, { timeout: 110_000, interval: 100 });
    await untilRunning(left?.id ?? '');
    expect((await routes.cancel(ANALYST, left?.id ?? '')).status).toBe(200);
    expect((await untilEnded(town, left?.id ?? '')).state).toBe('cancelled');
  });

  it('looks at the streets and at the scope of wards, too', async () => {
    const run = await untilEnded(town, runOf(await routes.post(ANALYST, request({ method: 'kernel_density', scope: { ...SCOPE, area: { kind: 'wards', codes: ['00001'] } } }))).id);
    expect(run.used?.data.wards).toEqual(['00001']);
  });
});
