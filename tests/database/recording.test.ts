import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../lib/db/coordination';
import { changeIncident } from '../../lib/db/incident-changes';
import { recordIncident, type Actor } from '../../lib/db/incidents';
import { loadRuleBook } from '../../lib/db/rule-book';
import { newIncidentSchema, type NewIncident } from '../../lib/domain/incident';
import { assessPoint } from '../../lib/rules/assess-point';
import type { RuleBook } from '../../lib/rules/rule-book';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow, uuid } from './support/town';

let town: TestDatabase;
let rules: RuleBook;
let officer: Actor;
let other: Actor;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
  rules = await loadRuleBook(town.service);
  const idOf = async (email: string): Promise<string> => (await town.database.owner<{ id: string }[]>`select id from auth.users where email = ${email}`)[0]?.id ?? '';
  officer = { userId: await idOf('officer1@test.local'), role: 'officer', unitId: 'old:00001' };
  other = { userId: await idOf('officer3@test.local'), role: 'officer', unitId: 'old:00003' };
});
afterAll(() => town.close());

const report = (changes: object = {}): NewIncident => newIncidentSchema.parse({
  category: 'theft', occurredAt: '2023-06-01T12:00:00+07:00', lon: 0.99999, lat: 0.5, detectedBy: '00002',
  detectedAt: '2023-06-01T12:05:00+07:00', source: 'patrol', summary: 'Mất xe máy', ...changes,
});

function record(number: number, actor: Actor | null, changes: object = {}) {
  const said = report(changes);
  const detections = said.detectedBy === undefined ? [] : [{ wardCode: said.detectedBy, at: said.detectedAt ?? null }];
  const result = assessPoint(rules, { position: [said.lon, said.lat], at: said.occurredAt, detections });
  if (result.kind !== 'assessed') throw new Error(result.kind);
  return recordIncident({ id: uuid(number), report: said, assessment: result.assessment, reportedByUnit: actor?.unitId }, actor, town.service);
}

const countOf = async (number: number) => Number((await town.database.owner`select count(*) from incidents where id = ${uuid(number)}`)[0]?.['count']);

describe('recording a report', () => {
  it('stores what was said and what the rules made of it, with names', async () => {
    const result = await record(1, officer);
    if (result.kind !== 'created') throw new Error(result.kind);
    const { incident } = result;
    expect(incident).toMatchObject({
      id: uuid(1), category: 'theft', occurredAt: '2023-06-01T05:00:00.000Z', position: [0.99999, 0.5], status: 'reported', source: 'patrol',
      summary: 'Mất xe máy', editionId: 'old', borderZone: true, clusterId: 'pair', detectedBy: { code: '00002', name: 'Phường Đại Kim' },
      ownership: { status: 'inside', owner: { code: '00001', name: 'Phường Cống Vị' } },
      lead: { ward: { code: '00002' }, reason: 'first_detector', assists: [{ code: '00001', name: 'Phường Cống Vị' }] },
    });
    expect(incident.neighbours[0]?.distanceMetres).toBeCloseTo(1.11, 1);
    expect(incident.lead.trace.map(({ kind }) => kind)).toContain('lead');
    const [detection] = await town.database.owner`select ward_code, recorded_by from incident_detections where incident_id = ${uuid(1)}`;
    expect(detection).toEqual({ ward_code: '00002', recorded_by: officer.userId });
  });

  it('writes who reported it into the history, without the free text', async () => {
    const [entry] = await listHistory(town.service, uuid(1));
    expect(entry).toMatchObject({ kind: 'reported', actorUnit: officer.unitId, actorRole: officer.role, before: null, after: { lead_code: '00002', status: 'reported' } });
    expect(JSON.stringify(entry)).not.toContain('Mất xe máy');
    expect(await town.database.owner`select actor_user from incident_history where incident_id = ${uuid(1)}`).toEqual([{ actor_user: officer.userId }]);
  });

  it('makes one incident of the same id sent twice', async () => {
    expect((await record(2, officer)).kind).toBe('created');
    const again = await record(2, officer);
    expect(again).toMatchObject({ kind: 'duplicate', incident: { id: uuid(2) } });
    expect((await record(2, officer, { category: 'other' }))).toMatchObject({ kind: 'duplicate', incident: { category: 'theft' } });
    expect(await countOf(2)).toBe(1);
    expect(await listHistory(town.service, uuid(2))).toHaveLength(1);
  });

  it('tells somebody else who sends that id with another content, and shows nothing of what is stored', async () => {
    expect(await record(2, other, { summary: 'Chuyện khác' })).toEqual({ kind: 'conflict', id: uuid(2) });
    expect((await record(2, other)).kind).toBe('duplicate');
    expect(await record(2, null, { summary: 'Không ai' })).toEqual({ kind: 'conflict', id: uuid(2) });
  });

  it('makes one incident of twenty that arrive at once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => record(3, officer)));
    expect(results.filter(({ kind }) => kind === 'created')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'duplicate')).toHaveLength(19);
    expect(await countOf(3)).toBe(1);
  });

  it('names the field that the database refuses, and leaves nothing behind', async () => {
    expect(await record(4, officer, { category: 'nonsense' })).toMatchObject({ kind: 'invalid', field: 'category' });
    expect(await record(4, officer, { detectedBy: '99999' })).toMatchObject({ kind: 'invalid', field: 'detectedBy' });
    expect(await countOf(4)).toBe(0);
    expect(await town.database.owner`select from incident_history where incident_id = ${uuid(4)}`).toHaveLength(0);
  });

  it('keeps a report outside every ward', async () => {
    const result = await record(5, officer, { lon: 50, lat: 50, detectedBy: undefined, detectedAt: undefined });
    expect(result).toMatchObject({ kind: 'created', incident: { ownership: { status: 'outside', owner: null }, lead: { ward: null, reason: 'outside' }, summary: 'Mất xe máy' } });
  });

  it('takes a report without a summary', async () => {
    expect(await record(6, officer, { summary: undefined })).toMatchObject({ kind: 'created', incident: { summary: null } });
  });
});

describe('changing a status', () => {
  it('moves it once, writes only what changed, and tells the loser', async () => {
    const created = await record(10, officer);
    if (created.kind !== 'created') throw new Error(created.kind);
    const seenVersion = created.incident.version;
    const change = { verb: 'status', status: 'in_progress' } as const;
    const attempts = await Promise.all([officer, other].map((actor) => changeIncident({ id: uuid(10), seenVersion, change, workedOut: {} }, actor, town.service)));
    expect(attempts.map(({ kind }) => kind).sort()).toEqual(['changed', 'conflict']);
    const history = await listHistory(town.service, uuid(10));
    expect(history).toHaveLength(2);
    expect(history[1]).toMatchObject({ kind: 'status', before: { status: 'reported', version: seenVersion }, after: { status: 'in_progress' } });
    expect(Object.keys(history[1]?.after ?? {}).sort()).toEqual(['lead_confirmed_at', 'status', 'version']);
  });

  it('leaves alone what has that status already, and what is not there', async () => {
    const created = await record(11, officer);
    if (created.kind !== 'created') throw new Error(created.kind);
    const change = { verb: 'status', status: 'reported' } as const;
    expect(await changeIncident({ id: uuid(11), seenVersion: created.incident.version, change, workedOut: {} }, officer, town.service)).toMatchObject({ kind: 'refused', field: 'status' });
    expect(await listHistory(town.service, uuid(11))).toHaveLength(1);
    expect(await changeIncident({ id: uuid(999), seenVersion: 1, change, workedOut: {} }, officer, town.service)).toEqual({ kind: 'missing' });
  });
});

describe('versions', () => {
  it('become visible in their order, however many write at once', async () => {
    let seen = 0;
    let missed = 0;
    let writing = true;
    const reader = (async () => {
      while (writing) {
        const rows = await town.database.owner<{ version: number; older: number }[]>`
          select coalesce(max(version), 0)::int as version, count(*) filter (where version <= ${seen})::int as older from incidents where id >= ${uuid(100)} and id < ${uuid(200)}`;
        const [row] = rows;
        const known = await town.database.owner`select version::int from incidents where id >= ${uuid(100)} and id < ${uuid(200)} and version <= ${row?.version ?? 0} order by version`;
        if (known.length < (row?.older ?? 0)) missed++;
        seen = row?.version ?? 0;
      }
    })();
    const first = await town.database.owner<{ version: number }[]>`select coalesce(max(version), 0)::int as version from incidents`;
    await Promise.all(Array.from({ length: 60 }, (_, i) => importIncidents(town.service, [incidentRow(100 + i)])));
    writing = false;
    await reader;
    const versions = (await town.database.owner<{ version: number }[]>`select version::int from incidents where id >= ${uuid(100)} and id < ${uuid(200)} order by version`).map(({ version }) => version);
    expect(missed).toBe(0);
    expect(new Set(versions).size).toBe(60);
    expect(Math.min(...versions)).toBeGreaterThan(first[0]?.version ?? 0);
  });

  it('wait for the writer before them, so that a reader who resumes misses none', async () => {
    const { owner } = town.database;
    let slowDone = false;
    const slow = owner.begin(async (sql) => {
      await sql`update incidents set status = 'closed' where id = ${uuid(100)}`;
      await sql`select pg_sleep(0.4)`;
      slowDone = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await owner`update incidents set status = 'closed' where id = ${uuid(101)}`;
    expect(slowDone).toBe(true);
    await slow;
  });
});

describe('the history', () => {
  const ATTEMPTS = [
    'update incident_history set kind = \'forged\'', 'delete from incident_history', 'truncate incident_history', 'truncate incidents cascade',
    'update incident_history set kind = \'forged\' where false or id = (select min(id) from incident_history)',
    'insert into incident_history (incident_id, kind) values (\'00000000-0000-4000-8000-000000000001\', \'forged\')',
  ];

  it.each(['anon', 'authenticated', 'service_role'])('is out of reach for %s', async (role) => {
    for (const statement of ATTEMPTS) {
      await expect(town.database.owner.begin(async (sql) => {
        await sql.unsafe(`set local role ${role}`);
        await sql.unsafe(statement);
      }), statement).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('can not be rewritten by its owner either', async () => {
    for (const statement of ATTEMPTS.slice(0, 5)) {
      await expect(town.database.owner.unsafe(statement), statement).rejects.toMatchObject({ code: '42501', message: expect.stringContaining('append-only') as string });
    }
  });

  it('keeps an incident from being deleted', async () => {
    await expect(town.database.owner`delete from incidents where id = ${uuid(1)}`).rejects.toMatchObject({ code: '23503' });
  });

  it('notes a change that went past every function of ours', async () => {
    await town.database.owner`update incidents set lead_code = '00001', lead_reason = 'decision' where id = ${uuid(1)}`;
    const history = await listHistory(town.service, uuid(1));
    expect(history.at(-1)).toMatchObject({
      kind: 'changed', actorRole: null, before: { lead_code: '00002', lead_reason: 'first_detector' }, after: { lead_code: '00001', lead_reason: 'decision' },
    });
  });
});
