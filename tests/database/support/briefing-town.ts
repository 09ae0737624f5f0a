import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { GET as getBriefing, PATCH as patchBriefing } from '../../../app/api/briefings/[id]/route';
import { POST as cancelRoute } from '../../../app/api/briefings/[id]/cancel/route';
import { POST as addPinsRoute } from '../../../app/api/briefings/[id]/pins/route';
import { GET as presentationRoute } from '../../../app/api/briefings/[id]/presentation/route';
import { DELETE as deletePin } from '../../../app/api/briefings/pins/[id]/route';
import { GET as listPinsRoute, POST as postPin } from '../../../app/api/briefings/pins/route';
import { GET as listRoute, POST as postBriefing } from '../../../app/api/briefings/route';
import { DELETE as deleteTemplate, PATCH as patchTemplate } from '../../../app/api/briefings/templates/[id]/route';
import { GET as listTemplatesRoute, POST as postTemplate } from '../../../app/api/briefings/templates/route';
import { RunControl } from '../../../lib/cli/analyse/run-control';
import { WorkLane, type LaneTimes } from '../../../lib/cli/analyse/work-lane';
import { buildBriefQueue, type BriefAnswer, type BriefJob } from '../../../lib/cli/brief/brief-queue';
import { doJob } from '../../../lib/cli/brief/do-job';
import type { Computer } from '../../../lib/cli/analyse/computer';
import { getRuleBook } from '../../../lib/db/rule-book';
import type { Briefing, BriefingDetail } from '../../../lib/domain/briefing';
import { callAs, east } from './patrol-town';
import type { TestDatabase } from './test-database';
import { importIncidents, uuid } from './town';

export const AS_OF = '2026-05-31T20:00:00+07:00';
const AREA = { kind: 'cluster', id: 'trio' };

/** Incidents on both sides of the border of wards 1 and 2: one every second day for a year up to 31 May 2026, the latest at noon; reported an hour later. */
export function addYear(town: TestDatabase, count = 180, columns: (number: number) => object = () => ({})): Promise<void> {
  return importIncidents(town.service, Array.from({ length: count }, (_, number) => {
    const owner = number % 2 === 0 ? '00002' : '00001';
    const at = Date.parse('2026-05-31T12:00:00+07:00') - number * 2 * 86_400_000;
    return {
      id: uuid(number + 1), category: 'theft', occurred_at: new Date(at).toISOString(), reported_at: new Date(at + 3_600_000).toISOString(), lon: east(owner === '00002' ? 30 + (number % 40) : -30 - (number % 40)), lat: 21.002 + (number % 50) / 10_000,
      edition_id: 'grid', ownership_status: 'inside', owner_code: owner, candidate_codes: [owner], neighbours: [{ code: owner === '00002' ? '00001' : '00002', distanceMetres: 30 }], border_zone: true, junction: false, width_metres: 100,
      lead_code: owner, lead_reason: 'owner', assist_codes: [], on_request_codes: [], lead_trace: [], minutes: { confirm_lead: 30, resolve: 4320 }, status: number === 0 ? 'reported' : 'closed', summary: `vụ số ${String(number)}`, cluster_id: 'trio', ...columns(number),
    };
  }));
}

export const request = (more: object = {}) => ({ id: randomUUID(), area: AREA, asOf: AS_OF, ...more });
export const template = (more: object = {}) => ({ id: randomUUID(), name: 'Giao ban sáng', area: AREA, ...more });

/** The routes of briefings, each called as an account. */
export const routesOf = (town: TestDatabase) => {
  const call = (route: unknown, method: string, body?: unknown, id?: string, path = '/') => (email: string) => callAs(town, email, route, { method, path, ...(body === undefined ? {} : { body }), ...(id === undefined ? {} : { params: { id } }) });
  return {
    post: (email: string, body: unknown) => call(postBriefing, 'POST', body)(email),
    list: (email: string, query = '') => call(listRoute, 'GET', undefined, undefined, `/${query}`)(email),
    get: (email: string, id: string) => call(getBriefing, 'GET', undefined, id)(email),
    patch: (email: string, id: string, body: unknown) => call(patchBriefing, 'PATCH', body, id)(email),
    cancel: (email: string, id: string) => call(cancelRoute, 'POST', undefined, id)(email),
    present: (email: string, id: string, query = '') => call(presentationRoute, 'GET', undefined, id, `/${query}`)(email),
    addPins: (email: string, id: string, body: unknown) => call(addPinsRoute, 'POST', body, id)(email),
    pin: (email: string, body: unknown) => call(postPin, 'POST', body)(email),
    pins: (email: string) => call(listPinsRoute, 'GET')(email),
    templates: (email: string) => call(listTemplatesRoute, 'GET')(email),
    template: (email: string, body: unknown) => call(postTemplate, 'POST', body)(email),
    patchTemplate: (email: string, id: string, body: unknown) => call(patchTemplate, 'PATCH', body, id)(email),
  };
};
/** Routes that answer without a body. */
export async function removeAs(town: TestDatabase, email: string, what: 'pin' | 'template', id: string): Promise<number> {
  const route = (what === 'pin' ? deletePin : deleteTemplate) as unknown as (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;
  return (await route(new Request('http://test.local/', { method: 'DELETE', headers: { authorization: `Bearer ${await town.tokenOf(email)}` } }), { params: Promise.resolve({ id }) })).status;
}

export const briefingOf = (answer: { body: unknown }) => answer.body as Briefing;
export const detailOf = (answer: { body: unknown }) => answer.body as BriefingDetail;

/** What a lane is given in a test: it works in this thread. `hold` keeps each job until it resolves. */
export function computerOf(town: TestDatabase, hold?: (control: RunControl) => Promise<void>): Computer<BriefJob, BriefAnswer> {
  const parts = { service: town.service, getRules: getRuleBook, streetsOf: () => Promise.resolve([]) };
  return {
    compute: (job) => {
      const control = new RunControl();
      const work = async () => {
        await hold?.(control);
        return doJob(parts, job, (share) => control.report(share));
      };
      return { progress: () => control.progress, stop: () => { control.stop(); }, answer: work() };
    },
    close: () => Promise.resolve(),
  };
}

export type BriefLane = WorkLane<BriefJob, BriefAnswer>;

/** A lane with short times, and the failures it met. */
export function openLane(town: TestDatabase, computer = computerOf(town), more: Partial<LaneTimes> = {}): { lane: BriefLane; failures: unknown[] } {
  const failures: unknown[] = [];
  const lane = new WorkLane({ queue: buildBriefQueue(town.service), computer, times: { idleMs: 60, beatMs: 40, limitMs: 60_000, ...more }, onFailure: (error) => { failures.push(error); } });
  return { lane, failures };
}

/** Waits until nothing is under way with a briefing; gives it with its content. */
export async function untilSettled(town: TestDatabase, id: string, timeout = 60_000): Promise<BriefingDetail> {
  const { get } = routesOf(town);
  return vi.waitFor(async () => {
    const briefing = detailOf(await get('analyst@test.local', id));
    if (briefing.state === 'queued' || briefing.state === 'composing') throw new Error(`${briefing.state} ${String(briefing.progress)}`);
    return briefing;
  }, { timeout, interval: 50 });
}
