import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentPermissions } from '../../lib/domain/coordination';
import type { IncidentBody } from '../../lib/http/incident-dossier';
import { openCoordinationTown, REPORT, type Answer, type CoordinationTown, type Who } from './support/coordination';
import { uuid } from './support/town';

let town: CoordinationTown;
let last = 0;
beforeAll(async () => { town = await openCoordinationTown(); });
afterAll(() => town.close());

/** Ward 2 leads, ward 1 is asked to assist, ward 3 does not even see it. */
const ROLES = ['viewer', 'officer1', 'officer2', 'officer3', 'analyst', 'commander', 'admin'] as const satisfies readonly Who[];

interface Attempt {
  readonly name: string;
  /** What the history calls it when it is refused. */
  readonly action: string;
  readonly act: (who: Who, number: number, seen: IncidentBody) => Promise<Answer>;
  readonly allowed: (permissions: IncidentPermissions) => boolean;
  /** Who may, by the rights that README lists. */
  readonly may: readonly Who[];
  readonly first?: (number: number, seen: IncidentBody) => Promise<Answer>;
}
const LEAD: readonly Who[] = ['officer2', 'commander', 'admin'];
const COMMAND: readonly Who[] = ['commander', 'admin'];
const ASSISTING: readonly Who[] = ['officer1', 'commander', 'admin'];
const SOON = new Date(Date.now() + 3_600_000).toISOString();

const change = (name: string, action: string, body: object, allowed: Attempt['allowed'], may: readonly Who[], first?: Attempt['first']): Attempt => ({
  name, action, allowed, may, ...(first === undefined ? {} : { first }),
  act: (who, number, seen) => town.patch(who, number, { version: seen.incident.version, ...body }),
});
const resolve: Attempt['first'] = (number, seen) => town.patch('commander', number, { version: seen.incident.version, status: 'resolved', outcome: 'Xong' });
const decide: Attempt['first'] = (number, seen) => town.patch('commander', number, { version: seen.incident.version, lead: { ward: '00002', reason: 'Giữ' } });
const offer: Attempt['first'] = (number, seen) => town.post('commander', number, 'hand-overs', { action: 'offer', ward: '00001', version: seen.incident.version, note: 'Nhờ' });
const accept: Attempt['first'] = (number, seen) => town.post('commander', number, 'assists', { action: 'accept', ward: '00001', version: seen.incident.version });
const assist = (action: string, allowed: Attempt['allowed'], may: readonly Who[], extra: object = {}, first?: Attempt['first']): Attempt => ({
  name: `assist ${action}`, action: `assist_${action}`, allowed, may, ...(first === undefined ? {} : { first }),
  act: (who, number, seen) => town.post(who, number, 'assists', { action, ward: '00001', version: seen.incident.version, ...extra }),
});
const handOver = (action: string, allowed: Attempt['allowed'], may: readonly Who[], extra: object = {}): Attempt => ({
  name: `hand-over ${action}`, action: `hand_over_${action}`, allowed, may, first: offer,
  act: (who, number, seen) => town.post(who, number, 'hand-overs', { action, version: seen.incident.version, ...extra }),
});
const speaksForOne = ({ speaksFor }: IncidentPermissions): boolean => speaksFor.includes('00001');

const ATTEMPTS: readonly Attempt[] = [
  change('confirm', 'confirm', { confirmLead: true }, ({ confirmLead }) => confirmLead, LEAD),
  change('status', 'status', { status: 'in_progress' }, ({ changeStatus }) => changeStatus, LEAD),
  change('resolve', 'status', { status: 'resolved', outcome: 'Xong' }, ({ changeStatus }) => changeStatus, LEAD),
  change('return the outcome', 'returned', { outcomeReturned: true }, ({ returnOutcome }) => returnOutcome, LEAD, resolve),
  change('decide', 'decision', { lead: { ward: '00001', reason: 'Khác' } }, ({ decideLead }) => decideLead, COMMAND),
  change('withdraw a decision', 'withdrawal', { withdrawDecision: { reason: 'Thôi' } }, ({ decideLead }) => decideLead, COMMAND, decide),
  change('deadlines', 'deadlines', { deadlines: { resolve: SOON } }, ({ setDeadlines }) => setDeadlines, COMMAND),
  assist('ask', ({ askAssist }) => askAssist, LEAD, { ward: '00004' }),
  assist('cancel', ({ askAssist }) => askAssist, LEAD),
  assist('accept', speaksForOne, ASSISTING),
  assist('decline', speaksForOne, ASSISTING, { note: 'Hết người' }),
  assist('finish', speaksForOne, ASSISTING, {}, accept),
  {
    name: 'hand-over offer', action: 'hand_over_offer', allowed: ({ offerHandOver }) => offerHandOver, may: LEAD,
    act: (who, number, seen) => town.post(who, number, 'hand-overs', { action: 'offer', ward: '00001', version: seen.incident.version, note: 'Nhờ' }),
  },
  handOver('accept', speaksForOne, ASSISTING),
  handOver('decline', speaksForOne, ASSISTING, { note: 'Không' }),
  handOver('withdraw', ({ changeStatus }) => changeStatus, LEAD),
  {
    name: 'detection of ward 1', action: 'detection', may: ['officer1', 'analyst', 'commander', 'admin'],
    allowed: (permissions) => permissions.addDetection === 'any' || (permissions.addDetection === 'own' && speaksForOne(permissions)),
    act: (who, number) => town.post(who, number, 'detections', { detectedBy: '00001', detectedAt: '2023-06-01T12:01:00+07:00' }),
  },
];

describe.each(ATTEMPTS)('$name', ({ act, action, allowed, may, first }) => {
  it.each(ROLES)('by %s: the server does what the permissions said, and keeps a refused attempt in the history', async (who) => {
    const number = ++last;
    let seen = await town.report(number);
    if (first !== undefined) {
      const prepared = await first(number, seen);
      expect(prepared.status).toBe(200);
      seen = prepared.body;
    }
    const page = await town.get(who, number);
    expect(page.status).toBe(who === 'officer3' ? 404 : 200);
    if (page.status === 200) expect(allowed(page.body.permissions)).toBe(may.includes(who));
    const answer = await act(who, number, seen);
    expect(answer.status, JSON.stringify(answer.body.errors)).toBe(may.includes(who) ? 200 : who === 'officer3' ? 404 : 403);
    const { history, incident } = await town.see(number);
    const refused = history.filter(({ kind }) => kind === 'refused');
    expect(refused).toMatchObject(may.includes(who) ? [] : [{ actorRole: who.startsWith('officer') ? 'officer' : who, after: { action }, before: null }]);
    if (!may.includes(who)) expect(incident).toEqual(seen.incident);
  });
});

describe('a refused attempt', () => {
  it('is written at most twenty times a minute for one account', async () => {
    const { incident } = await town.report(500);
    const answers = await Promise.all(Array.from({ length: 24 }, () => town.patch('viewer', 500, { version: incident.version, confirmLead: true })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
    expect((await town.patch('analyst', 500, { version: incident.version, confirmLead: true })).status).toBe(403);
    const refused = (await town.see(500)).history.filter(({ kind }) => kind === 'refused');
    expect(refused.filter(({ actorRole }) => actorRole === 'viewer')).toHaveLength(20);
    expect(refused.filter(({ actorRole }) => actorRole === 'analyst')).toHaveLength(1);
  });

  it('at an incident that does not exist answers like one that is out of sight', async () => {
    const absent = await town.patch('officer3', 999_999, { version: 1, confirmLead: true });
    const { incident } = await town.report(501);
    const hidden = await town.patch('officer3', 501, { version: incident.version, confirmLead: true });
    expect(absent).toEqual(hidden);
  });
});

describe('words', () => {
  const SECRET = 'Bí mật';
  const tables = ['incident_texts', 'incident_remarks', 'incident_history'] as const;

  it('of an incident with every kind of remark reach everybody but the viewer', async () => {
    let seen = await town.report(600, { summary: `${SECRET} 1` });
    const next = async (answer: Promise<Answer>): Promise<void> => {
      const { status, body } = await answer;
      expect(status, JSON.stringify(body.errors)).toBe(200);
      seen = body;
    };
    await next(town.post('commander', 600, 'assists', { action: 'ask', ward: '00003', version: seen.incident.version, note: `${SECRET} 2` }));
    await next(town.post('commander', 600, 'assists', { action: 'decline', ward: '00003', version: seen.incident.version, note: `${SECRET} 3` }));
    await next(town.post('commander', 600, 'hand-overs', { action: 'offer', ward: '00001', version: seen.incident.version, note: `${SECRET} 4` }));
    await next(town.post('commander', 600, 'hand-overs', { action: 'decline', version: seen.incident.version, note: `${SECRET} 5` }));
    await next(town.patch('commander', 600, { version: seen.incident.version, lead: { ward: '00001', reason: `${SECRET} 6` } }));
    await next(town.patch('commander', 600, { version: seen.incident.version, withdrawDecision: { reason: `${SECRET} 7` } }));
    await next(town.patch('commander', 600, { version: seen.incident.version, status: 'resolved', outcome: `${SECRET} 8` }));
    for (const who of ['officer1', 'officer2', 'officer3', 'analyst', 'commander', 'admin'] as const) {
      const text = JSON.stringify((await town.get(who, 600)).body);
      for (const part of [1, 2, 3, 4, 5, 6, 7, 8]) expect(text, who).toContain(`${SECRET} ${String(part)}`);
    }
    const { body, status } = await town.get('viewer', 600);
    expect([status, JSON.stringify(body).includes(SECRET)]).toEqual([200, false]);
    expect(body.history).toEqual([]);
    expect(body.coordination.assists.map(({ status: one }) => one)).toEqual(['cancelled', 'cancelled', 'declined']);
  });

  it('reach no viewer and no stranger through the tables and functions either', async () => {
    await town.report(601, { summary: `${SECRET} 9` });
    for (const [email, number] of [['viewer@test.local', 600], ['officer3@test.local', 601]] as const) {
      const client = await town.clientOf(email);
      const rows = await Promise.all(tables.map(async (table) => (await client.from(table).select('*').eq('incident_id', uuid(number))).data ?? []));
      expect(rows.flat()).toEqual([]);
      expect(JSON.stringify((await client.rpc('read_coordination', { incident: uuid(number) })).data)).not.toContain(SECRET);
    }
    const hidden = (await (await town.clientOf('officer3@test.local')).rpc('read_coordination', { incident: uuid(601) })).data;
    expect(hidden).toMatchObject({ detections: [], assists: [], history: [], clock: null });
  });

  it('never lie in the history, nor in what the planner knows', async () => {
    const stored = await town.database.owner`select before, after from incident_history where incident_id = ${uuid(600)}`;
    expect(JSON.stringify(stored)).not.toContain(SECRET);
    await town.database.owner`analyze incident_remarks`;
    expect(await town.database.owner`select from pg_stats where tablename = 'incident_remarks' and attname = 'body'`).toHaveLength(0);
  });

  it('can not be rewritten by anybody', async () => {
    for (const statement of ['update incident_remarks set body = \'x\'', 'delete from incident_remarks', 'truncate incident_remarks cascade']) {
      await expect(town.database.owner.unsafe(statement), statement).rejects.toMatchObject({ code: '42501' });
      await expect(town.database.owner.begin(async (sql) => { await sql.unsafe('set local role service_role'); await sql.unsafe(statement); }), statement).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('who may report', () => {
  it('an officer only what the own ward detected', async () => {
    await town.report(700);
    expect((await town.post('officer1', 700, 'detections', { detectedBy: '00002', detectedAt: REPORT.occurredAt })).status).toBe(403);
  });
});
