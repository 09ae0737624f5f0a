import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { GET as getRun, PATCH as patchRun } from '../../../app/api/stats/runs/[id]/route';
import { POST as cancelRoute } from '../../../app/api/stats/runs/[id]/cancel/route';
import { GET as getFinding } from '../../../app/api/stats/runs/[id]/findings/[finding]/route';
import { POST as rerunRoute } from '../../../app/api/stats/runs/[id]/rerun/route';
import { GET as listRoute, POST as postRun } from '../../../app/api/stats/runs/route';
import { computeRun, type ComputeParts } from '../../../lib/cli/analyse/compute-run';
import type { Computer } from '../../../lib/cli/analyse/computer';
import { buildRunQueue, type RunAnswer } from '../../../lib/cli/analyse/run-queue';
import { RunControl } from '../../../lib/cli/analyse/run-control';
import { WorkLane, type LaneTimes } from '../../../lib/cli/analyse/work-lane';
import type { ClaimedRun } from '../../../lib/db/analysis-work';
import { getRuleBook } from '../../../lib/db/rule-book';
import type { AnalysisRun, AnalysisRunDetail } from '../../../lib/domain/analysis';
import { countingMethod } from './counting-method';
import { callAs, east } from './patrol-town';
import type { TestDatabase } from './test-database';
import { importIncidents, uuid } from './town';

/** Incidents on both sides of the border of wards 1 and 2, one a day from 1 May 2026. */
export const addIncidents = (town: TestDatabase, numbers: readonly number[], columns: object = {}): Promise<void> =>
  importIncidents(town.service, numbers.map((number) => {
    const owner = number % 2 === 0 ? '00002' : '00001';
    return {
      id: uuid(number), category: 'theft', occurred_at: `2026-05-${String((number % 28) + 1).padStart(2, '0')}T05:00:00Z`, lon: east(number % 2 === 0 ? 30 + number : -30 - number), lat: 21.002 + (number % 50) / 10_000,
      edition_id: 'grid', ownership_status: 'inside', owner_code: owner, candidate_codes: [owner], neighbours: [], border_zone: true, junction: false, width_metres: 100,
      lead_code: owner, lead_reason: 'owner', assist_codes: [], on_request_codes: [], lead_trace: [], summary: `vụ ${number}`, ...columns,
    };
  }));

export const SCOPE = { from: '2026-05-01', to: '2026-05-31', categories: [], editionId: 'grid', area: { kind: 'cluster', id: 'trio' } };
export const request = (more: object = {}) => ({ id: randomUUID(), method: 'kernel_density', scope: SCOPE, parameters: {}, seed: 7, ...more });

/** The routes of runs, each called as an account. */
export const routesOf = (town: TestDatabase) => ({
  post: (email: string, body: unknown) => callAs(town, email, postRun, { method: 'POST', body }),
  list: (email: string, query = '') => callAs(town, email, listRoute, { path: `/${query}` }),
  get: (email: string, id: string, query = '') => callAs(town, email, getRun, { path: `/${query}`, params: { id } }),
  patch: (email: string, id: string, body: unknown) => callAs(town, email, patchRun, { method: 'PATCH', body, params: { id } }),
  cancel: (email: string, id: string) => callAs(town, email, cancelRoute, { method: 'POST', params: { id } }),
  rerun: (email: string, id: string, data: string) => callAs(town, email, rerunRoute, { method: 'POST', body: { data }, params: { id } }),
  finding: (email: string, id: string, finding: string) => callAs(town, email, getFinding, { params: { id, finding } }),
});

export const runOf = (answer: { body: unknown }) => answer.body as AnalysisRun;
export const detailOf = (answer: { body: unknown }) => answer.body as AnalysisRunDetail;

/** What a lane is given in a test: it computes in this thread. `hold` keeps each computation until it resolves. */
export function computerOf(town: TestDatabase, getMethod: ComputeParts['getMethod'] = () => countingMethod, hold?: (control: RunControl) => Promise<void>): Computer<ClaimedRun, RunAnswer> {
  const parts: ComputeParts = { service: town.service, getRules: getRuleBook, streetsOf: () => Promise.resolve([]), getMethod };
  return {
    compute: (run) => {
      const control = new RunControl();
      const work = async () => {
        await hold?.(control);
        return computeRun(parts, run, (share) => control.report(share));
      };
      return {
        progress: () => control.progress, stop: () => { control.stop(); },
        answer: work().catch((error: unknown) => ({ kind: 'failed' as const, failure: 'crashed' as const, detail: String(error) })),
      };
    },
    close: () => Promise.resolve(),
  };
}

/** A lane of analyses. */
export type AnalysisLane = WorkLane<ClaimedRun, RunAnswer>;

/** A lane with short times, and the failures it met. */
export function openLane(town: TestDatabase, computer = computerOf(town), more: Partial<LaneTimes> = {}, mostPerAuthor = 1): { lane: AnalysisLane; failures: unknown[] } {
  const failures: unknown[] = [];
  const lane = new WorkLane({ queue: buildRunQueue(town.service, mostPerAuthor), computer, times: { idleMs: 60, beatMs: 40, limitMs: 60_000, ...more }, onFailure: (error) => { failures.push(error); } });
  return { lane, failures };
}

/** Waits until a run has ended; gives it with its outcome. */
export async function untilEnded(town: TestDatabase, id: string, timeout = 60_000): Promise<AnalysisRunDetail> {
  const { get } = routesOf(town);
  return vi.waitFor(async () => {
    const run = detailOf(await get('analyst@test.local', id));
    if (run.state === 'queued' || run.state === 'running') throw new Error(`${run.state} ${run.progress}`);
    return run;
  }, { timeout, interval: 50 });
}
