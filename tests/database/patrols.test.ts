import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as getPatrol, PATCH as patchPatrol } from '../../app/api/patrols/[id]/route';
import { POST as postBooking } from '../../app/api/patrols/[id]/bookings/route';
import { POST as postTrack } from '../../app/api/patrols/[id]/tracks/route';
import { GET as getCoverage } from '../../app/api/patrols/coverage/route';
import { GET as listRoute, POST as planRoute } from '../../app/api/patrols/route';
import type { ArcCoverage, Patrol, PatrolPage } from '../../lib/domain/patrol';
import { alongBorder, buildPatrolTown, callAs, EVERYBODY } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';

let town: TestDatabase;
beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
});
afterAll(() => town.close());

const FROM = '2026-05-01T20:00:00+07:00';
const TO = '2026-05-01T23:00:00+07:00';
const line = (metres: number) => ({ type: 'LineString', coordinates: alongBorder(metres) });
const plan = (number: number, more: object = {}) => ({ id: uuid(number), name: `Tuần tra ${number}`, from: FROM, to: TO, wards: ['00001', '00002'], clusterId: 'trio', plan: line(-20), note: 'ghi chú', ...more });
const pageOf = (answer: { body: unknown }) => answer.body as PatrolPage;

const doPlan = (email: string, body: unknown) => callAs(town, email, planRoute, { method: 'POST', body });
const read = (email: string, number: number) => callAs(town, email, getPatrol, { params: { id: uuid(number) } });
const book = (email: string, number: number, body: unknown) => callAs(town, email, postBooking, { method: 'POST', body, params: { id: uuid(number) } });
const change = (email: string, number: number, body: unknown) => callAs(town, email, patchPatrol, { method: 'PATCH', body, params: { id: uuid(number) } });
const track = (email: string, number: number, query: string, body: unknown, type = 'application/geo+json') =>
  callAs(town, email, postTrack, { method: 'POST', path: `/?${query}`, body, type, params: { id: uuid(number) } });
const historyOf = async (number: number): Promise<string[]> =>
  (await town.database.owner<{ kind: string }[]>`select kind from patrol_history where patrol_id = ${uuid(number)} order by id`).map(({ kind }) => kind);

describe('planning', () => {
  it('books the sender\'s own ward at once, asks the others, and says that the plan covers one side only', async () => {
    const answer = await doPlan('one@test.local', plan(1));
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const { patrol, warnings, permissions } = pageOf(answer);
    expect(patrol.bookings.map(({ ward, status }) => [ward.code, status])).toEqual([['00001', 'booked'], ['00002', 'asked']]);
    expect(patrol).toMatchObject({ joint: false, status: 'planned', version: 1, editionId: 'grid', note: 'ghi chú', done: null });
    expect(patrol.planned.sides).toBe('one_side');
    const [arc] = patrol.planned.arcs;
    expect(arc?.wards.map(({ code }) => code)).toEqual(['00001', '00002']);
    // 598 m of route and what 50 m reach beyond each end from 20 m aside: 2 × √(50² − 20²).
    expect(Math.abs((arc?.coveredMetres[0] ?? 0) - (597.9 + 91.7))).toBeLessThan(10);
    expect(arc?.coveredMetres[1]).toBe(0);
    expect(warnings).toEqual([]);
    expect(permissions).toEqual({ change: true, speaksFor: ['00001'] });
  });

  it('makes one of the same sent twice, and refuses another of the same id', async () => {
    expect((await doPlan('one@test.local', plan(1))).status).toBe(200);
    expect((await doPlan('one@test.local', plan(1, { name: 'anders' }))).status).toBe(409);
    expect((await doPlan('two@test.local', plan(1))).status).toBe(409);
    expect(await historyOf(1)).toEqual(['planned']);
  });

  it.each([
    ['viewer@test.local', 403], ['analyst@test.local', 403], ['three@test.local', 403], ['gone@test.local', 403],
  ])('%s may not plan for wards 1 and 2', async (email, status) => {
    expect((await doPlan(email, plan(99))).status).toBe(status);
    expect(await historyOf(99)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a ward there is not', { wards: ['00001', '00009'] }, 'wards'],
    ['a ward outside the cluster', { wards: ['00001', '00004'] }, 'wards'],
    ['a cluster not in force', { clusterId: 'past' }, 'clusterId'],
    ['a route on the other side of the world', { plan: { type: 'LineString', coordinates: [[2, 48], [2.01, 48]] } }, 'plan'],
    ['a route round the world', { plan: { type: 'LineString', coordinates: [[-179, 0], [179, 0]] } }, 'plan'],
    ['an area that crosses itself', { plan: { type: 'Polygon', coordinates: [[[105.801, 21.001], [105.805, 21.005], [105.805, 21.001], [105.801, 21.005], [105.801, 21.001]]] } }, 'plan'],
    ['a day without an edition', { from: '1999-05-01T20:00:00+07:00', to: '1999-05-01T22:00:00+07:00' }, 'from'],
  ])('refuses %s by its field', async (_, more, field) => {
    const answer = await doPlan('commander@test.local', plan(98, more));
    expect(answer.status).toBe(422);
    expect((answer.body as { errors: { field: string }[] }).errors.map((one) => one.field)).toEqual([field]);
  });

  it('says when a ward is asked twice for one time', async () => {
    const answer = await doPlan('commander@test.local', plan(2, { wards: ['00002', '00003'], clusterId: undefined }));
    expect(answer.status).toBe(201);
    expect(pageOf(answer).warnings.map(({ ward }) => ward.code)).toEqual(['00002']);
    expect(pageOf(answer).patrol.bookings.map(({ status }) => status)).toEqual(['asked', 'asked']);
  });
});

describe('who sees what', () => {
  it.each<[string, number[]]>([
    ['admin@test.local', [1, 2]], ['commander@test.local', [1, 2]], ['analyst@test.local', [1, 2]], ['viewer@test.local', [1, 2]],
    ['one@test.local', [1, 2]], ['two@test.local', [1, 2]], ['three@test.local', [1, 2]], ['four@test.local', []], ['gone@test.local', []],
  ])('%s', async (email, numbers) => {
    const answer = await callAs(town, email, listRoute);
    const { patrols } = answer.body as { patrols: Patrol[] };
    expect(patrols.map(({ id }) => Number(id.slice(-12))).sort()).toEqual(numbers);
    expect(patrols.some(({ note }) => note !== null)).toBe(numbers.length > 0 && !email.startsWith('viewer'));
    for (const number of [1, 2]) expect((await read(email, number)).status).toBe(numbers.includes(number) ? 200 : 404);
    const client = await town.clientOf(email);
    expect((await client.from('patrol_bookings').select('patrol_id')).data).toHaveLength(numbers.length * 2);
    expect((await client.from('patrol_remarks').select('body')).data).toHaveLength(numbers.length > 0 && !email.startsWith('viewer') ? 2 : 0);
    expect((await client.from('patrol_receipts').select('*')).error?.code).toBe('42501');
  });
});

describe('booking', () => {
  it('is answered by that ward\'s officer, a commander or an administrator; other attempts are written down', async () => {
    const answer = { ward: '00002', action: 'book', version: 1 };
    for (const email of ['viewer@test.local', 'analyst@test.local', 'one@test.local', 'three@test.local']) expect((await book(email, 1, answer)).status, email).toBe(403);
    expect((await book('four@test.local', 1, answer)).status).toBe(404);
    expect(await historyOf(1)).toEqual(['planned', 'refused', 'refused', 'refused', 'refused', 'refused']);
    expect((await book('two@test.local', 1, { ...answer, ward: '00003' })).status).toBe(422);
  });

  it('happens once: a double click repeats, of two answers at once one wins and the other sees it', async () => {
    const answer = { ward: '00002', action: 'book', version: 1 };
    const both = await Promise.all([book('two@test.local', 1, answer), book('two@test.local', 1, answer)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const lost = await book('two@test.local', 1, { ward: '00002', action: 'decline', version: 1, note: 'bận' });
    expect(lost.status).toBe(409);
    expect((lost.body as { current: PatrolPage }).current.patrol).toMatchObject({ joint: true, version: 2 });
    expect((await historyOf(1)).filter((kind) => kind === 'booked')).toHaveLength(1);
    const race = await Promise.all(['book', 'decline'].map((action) => book('commander@test.local', 2, { ward: '00003', action, version: 1, note: 'x' })));
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('changes status by version, and never back from cancelled', async () => {
    expect((await change('four@test.local', 2, { version: 2, status: 'cancelled' })).status).toBe(404);
    expect((await change('analyst@test.local', 2, { version: 2, status: 'cancelled' })).status).toBe(403);
    expect((await change('two@test.local', 2, { version: 1, status: 'cancelled' })).status).toBe(409);
    expect((await change('two@test.local', 2, { version: 2, status: 'cancelled', note: 'mưa' })).status).toBe(200);
    expect((await change('two@test.local', 2, { version: 3, status: 'planned' })).status).toBe(422);
    expect(pageOf(await read('two@test.local', 2)).patrol.note).toBe('mưa');
  });
});

const gpx = (metres: number) => `<?xml version="1.0"?><gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>${
  alongBorder(metres).map(([lon, lat], i) => `<trkpt lat="${lat}" lon="${lon}"><ele>5</ele><time>2026-05-01T1${3 + i}:30:00Z</time></trkpt>`).join('')}</trkseg></trk></gpx>`;

describe('tracks', () => {
  it('refuses strangers, bad files and times far away, each with its field', async () => {
    expect((await track('three@test.local', 1, 'ward=00001', line(-20))).status).toBe(403);
    expect((await track('four@test.local', 1, 'ward=00001', line(-20))).status).toBe(404);
    const cases: [string, string, unknown, number, string?][] = [
      ['ward=00001&startedAt=2026-04-01T00:00:00Z', 'startedAt', line(-20), 422],
      ['ward=00001', '(body)', { type: 'LineString', coordinates: [[2, 48], [2.001, 48]] }, 422],
      ['ward=00001', '(body)', '{', 422],
      ['ward=00001', '(body)', '<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx>&x;</gpx>', 422, 'application/gpx+xml'],
      ['ward=00001', 'Content-Type', 'x', 415, 'text/plain'],
      ['ward=00009', 'ward', line(-20), 422],
      ['ward=1', 'ward', line(-20), 400],
    ];
    for (const [query, field, body, status, type] of cases) {
      const answer = await track('one@test.local', 1, query, body, type);
      expect([answer.status, (answer.body as { errors?: { field: string }[] }).errors?.[0]?.field], `${query} ${JSON.stringify(body)}`).toEqual([status, field]);
    }
    expect((await track('one@test.local', 1, 'ward=00001', 'x'.repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('one side alone is one side; the second unit on its own side makes it both', async () => {
    const first = await track('one@test.local', 1, 'ward=00001', gpx(-20), 'application/gpx+xml');
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect(pageOf(first).patrol.done?.sides).toBe('one_side');
    expect(pageOf(first).patrol.tracks[0]).toMatchObject({ source: 'gpx', startedAt: '2026-05-01T13:30:00.000Z', endedAt: '2026-05-01T14:30:00.000Z' });
    expect((await track('one@test.local', 1, 'ward=00001', gpx(-20), 'application/gpx+xml')).status).toBe(200);
    const second = await track('two@test.local', 1, 'ward=00002', { type: 'Feature', properties: {}, geometry: line(20) });
    expect(second.status).toBe(201);
    const { done, tracks } = pageOf(second).patrol;
    expect(tracks).toHaveLength(2);
    expect(done?.sides).toBe('both');
    expect(done?.arcs[0]?.bothMetres).toBeGreaterThan(670);
  });

  it('add up over a period, for who may see them', async () => {
    const ask = async (email: string, query: string) => callAs(town, email, getCoverage, { path: `/?edition=grid&from=2026-05-01T00:00:00Z&to=2026-05-02T00:00:00Z${query}` });
    const arcsOf = (answer: { body: unknown }) => (answer.body as { arcs: ArcCoverage[] }).arcs;
    const seen = arcsOf(await ask('two@test.local', '&cluster=trio'));
    expect(seen.map(({ wards, sides, patrols }) => [wards.map(({ code }) => code).join(), sides, patrols])).toEqual([['00001,00002', 'both', 1], ['00002,00003', 'none', 0]]);
    expect(seen[0]?.lastAt).toBe('2026-05-01T16:00:00.000Z');
    expect(arcsOf(await ask('four@test.local', ''))).toEqual([]);
    expect((await ask('four@test.local', '&cluster=none')).status).toBe(422);
  });

  it('are nobody\'s to write or rewrite past the server', async () => {
    for (const email of EVERYBODY) {
      const client = await town.clientOf(email);
      expect((await client.rpc('add_patrol_track', { payload: {} })).error?.code, email).toBe('42501');
      expect((await client.rpc('plan_patrol', { payload: {} })).error?.code, email).toBe('42501');
      expect((await client.rpc('patrol_overlaps', { patrol: uuid(1) })).error?.code, email).toBe('42501');
    }
    await expect(town.database.owner`update patrol_history set kind = 'x'`).rejects.toMatchObject({ code: '42501' });
    await expect(town.database.owner`delete from patrol_remarks`).rejects.toMatchObject({ code: '42501' });
  });
});

describe('at the edge of what a plan may be', () => {
  it('takes no longer window by less than a millisecond, and keeps what it was compared with', async () => {
    const answer = await doPlan('one@test.local', plan(90, { from: '2026-06-01T00:00:00.0000Z', to: '2026-06-03T00:00:00.0009Z' }));
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    expect(pageOf(answer).patrol.to).toBe('2026-06-03T00:00:00.000Z');
  });

  it('refuses an area of more corners than can be looked at while others wait', async () => {
    const corners = Array.from({ length: 2_400 }, (_, i): [number, number] => [105.805 + 0.001 * Math.cos((i * Math.PI) / 1_200), 21.005 + 0.001 * Math.sin((i * Math.PI) / 1_200)]);
    const area = { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
    const { status, body } = await doPlan('one@test.local', plan(91, { plan: area }));
    expect([status, body]).toMatchObject([422, { errors: [{ field: 'plan', message: 'holds 2401 positions, at most 2000 are taken' }] }]);
  });
});
