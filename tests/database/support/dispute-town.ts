import { GET as getDispute, PATCH as patchDispute } from '../../../app/api/disputes/[id]/route';
import { POST as postEscalation } from '../../../app/api/disputes/[id]/escalations/route';
import { POST as postExtend } from '../../../app/api/disputes/[id]/extend/route';
import { POST as postHandOver } from '../../../app/api/disputes/[id]/hand-over/route';
import { POST as postReopen } from '../../../app/api/disputes/[id]/reopen/route';
import { POST as postSession } from '../../../app/api/disputes/[id]/sessions/route';
import { POST as postSettle } from '../../../app/api/disputes/[id]/settle/route';
import { GET as getCounts } from '../../../app/api/disputes/counts/route';
import { GET as listRoute, POST as makeRoute } from '../../../app/api/disputes/route';
import { GET as getRules, PUT as putRule } from '../../../app/api/disputes/rules/route';
import type { Dispute, DisputeCounts, DisputePage } from '../../../lib/domain/dispute';
import { dayOf } from '../../../lib/domain/instant';
import { buildPatrolTown, callAs } from './patrol-town';
import type { TestDatabase } from './test-database';
import { expectDone, importIncidents, incidentRow, uuid } from './town';

const DAY_MS = 86_400_000;
/** An instant and a day so many days ago. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();
export const dayAgo = (days: number): string => dayOf(daysAgo(days));

/** A dispute in ward 1 of the town of patrols, a day old; `ward` moves it east. */
export const disputeBody = (number: number, more: object = {}, ward = 1) => ({
  id: uuid(number), lon: 105.795 + ward / 100, lat: 21.005, kind: 'neighbours', parties: [{ role: 'neighbour', count: 2 }], source: 'mediation_team',
  receivedAt: daysAgo(1), risk: 'medium', description: 'Tiếng ồn ban đêm', ...more,
});

/** The town of patrols, with the category of disputes and incidents 900 (a dispute, ward 1), 901 (theft, ward 1), 902 (a dispute, ward 2). */
export async function buildDisputeTown(town: TestDatabase): Promise<void> {
  await buildPatrolTown(town);
  const category = { code: 'dispute', nameVi: 'Mâu thuẫn', nameEn: 'Dispute', shape: 'circle', colour: '#123456', severityWeight: 1, sortOrder: 2 };
  await expectDone(town.service.rpc('load_reference', { payload: { categories: [category], clusters: [] } }));
  const place = { edition_id: 'grid', occurred_at: daysAgo(2), lon: 105.805, lat: 21.005 };
  await importIncidents(town.service, [
    incidentRow(900, { ...place, category: 'dispute' }), incidentRow(901, { ...place }),
    incidentRow(902, { ...place, category: 'dispute', lon: 105.815, owner_code: '00002' }),
  ]);
}

const STEPS = { sessions: postSession, escalations: postEscalation, settle: postSettle, 'hand-over': postHandOver, reopen: postReopen, extend: postExtend } as const;
export type StepName = keyof typeof STEPS;

/** The routes of disputes, called as accounts of a town. */
export function disputeCalls(town: () => TestDatabase) {
  const one = (email: string, handler: unknown, number: number, more: object = {}) => callAs(town(), email, handler, { params: { id: uuid(number) }, ...more });
  return {
    make: (email: string, body: unknown) => callAs(town(), email, makeRoute, { method: 'POST', body }),
    list: (email: string, query = '') => callAs(town(), email, listRoute, { path: `/?${query}` }),
    counts: (email: string, query = '') => callAs(town(), email, getCounts, { path: `/?${query}` }),
    rules: (email: string) => callAs(town(), email, getRules),
    setRule: (email: string, body: unknown) => callAs(town(), email, putRule, { method: 'PUT', body }),
    read: (email: string, number: number) => one(email, getDispute, number),
    change: (email: string, number: number, body: unknown) => one(email, patchDispute, number, { method: 'PATCH', body }),
    step: (email: string, name: StepName, number: number, body: unknown) => one(email, STEPS[name], number, { method: 'POST', body }),
    historyOf: async (number: number): Promise<string[]> =>
      (await town().database.owner<{ kind: string }[]>`select kind from dispute_history where dispute_id = ${uuid(number)} order by id`).map(({ kind }) => kind),
  };
}

export const pageOf = (answer: { body: unknown }) => answer.body as DisputePage;
export const countsOf = (answer: { body: unknown }) => (answer.body as { counts: DisputeCounts }).counts;
export const itemsOf = (answer: { body: unknown }) => (answer.body as { items: (Dispute & { clock: { state: string } | null })[]; nextCursor: string | null });
export const fieldsOf = (answer: { body: unknown }) => ((answer.body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field);
