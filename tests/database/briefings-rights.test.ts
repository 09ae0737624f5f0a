import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeDue } from '../../lib/cli/brief/schedule';
import { loadRuleBook } from '../../lib/db/rule-book';
import type { Briefing, BriefingDetail, BriefingPin, BriefingTemplate } from '../../lib/domain/briefing';
import { addYear, briefingOf, detailOf, openLane, removeAs, request, routesOf, template, untilSettled, type BriefLane } from './support/briefing-town';
import { buildPatrolTown, EVERYBODY } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';

const ANALYST = 'analyst@test.local';
const COMPOSERS = [ANALYST, 'commander@test.local', 'admin@test.local'];
/** Wards 1 to 3 form the cluster; ward 4 and the officer who left have no part in it. */
const READERS = [...COMPOSERS, 'viewer@test.local', 'one@test.local', 'two@test.local', 'three@test.local'];
let town: TestDatabase;
let routes: ReturnType<typeof routesOf>;
let worker: { lane: BriefLane; failures: unknown[] };
let ofCluster: BriefingDetail;
let ofWards: BriefingDetail;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addYear(town);
  routes = routesOf(town);
  worker = openLane(town);
  ofCluster = await untilSettled(town, briefingOf(await routes.post(ANALYST, request({ showsText: true }))).id);
  ofWards = await untilSettled(town, briefingOf(await routes.post(ANALYST, request({ area: { kind: 'wards', codes: ['00001', '00002'] } }))).id);
});
afterAll(async () => {
  await worker.lane.end();
  await town.close();
});

describe.each(EVERYBODY)('%s', (email) => {
  const reads = READERS.includes(email);
  const composes = COMPOSERS.includes(email);
  const isOfficer = !composes && email !== 'viewer@test.local';

  it(`${reads ? 'reads' : 'does not read'} a briefing of the cluster, ${isOfficer ? 'none' : 'also one'} of wards, ${composes ? 'and composes' : 'but composes none'}`, async () => {
    expect((await routes.get(email, ofCluster.id)).status).toBe(reads ? 200 : 404);
    expect((await routes.present(email, ofCluster.id)).status).toBe(reads ? 200 : 404);
    expect((await routes.get(email, ofWards.id)).status).toBe(reads && !isOfficer ? 200 : 404);
    const listed = ((await routes.list(email)).body as { briefings: Briefing[] }).briefings.map(({ id }) => id);
    expect([listed.includes(ofCluster.id), listed.includes(ofWards.id)]).toEqual([reads, reads && !isOfficer]);
    if (composes) return;
    const tried = [
      await routes.post(email, request()), await routes.patch(email, ofCluster.id, { version: 1, title: 'x' }), await routes.cancel(email, ofCluster.id), await routes.addPins(email, ofCluster.id, { version: 1, pins: [randomUUID()] }),
      await routes.pin(email, { kind: 'map', title: 'x', path: '/map' }), await routes.pins(email), await routes.template(email, template()), await routes.templates(email),
    ];
    expect(tried.map(({ status }) => status)).toEqual(tried.map(() => 403));
    const refused = await town.database.owner`select kind from briefing_history h join auth.users u on u.id = h.actor_user where u.email = ${email} and kind = 'refused'`;
    expect(refused.length).toBeGreaterThanOrEqual(tried.length);
  });

  it('gets free text only where snapshot and role admit it, and nothing more past the server', async () => {
    if (reads) {
      expect(detailOf(await routes.get(email, ofCluster.id)).texts === null).toBe(email === 'viewer@test.local');
      if (!isOfficer) expect(detailOf(await routes.get(email, ofWards.id)).texts).toBeNull();
    }
    const client = await town.clientOf(email);
    expect((await client.from('briefings').select('id').eq('id', ofCluster.id)).data).toHaveLength(reads ? 1 : 0);
    expect((await client.from('briefings').select('id').eq('id', ofWards.id)).data).toHaveLength(reads && !isOfficer ? 1 : 0);
    for (const column of ['texts', 'author', 'claim', 'request']) expect((await client.from('briefings').select(column)).error?.code, column).toBe('42501');
    for (const table of ['briefing_pins', 'briefing_templates', 'briefing_history'] as const) expect((await client.from(table).select('id').limit(1)).error).toBeNull();
    expect(((await client.from('briefing_history').select('id')).data ?? []).length > 0).toBe(composes);
    expect((await client.from('briefings').update({ title: 'x' }).eq('id', ofCluster.id)).error?.code).toBe('42501');
    expect((await client.from('briefings').delete().eq('id', ofCluster.id)).error?.code).toBe('42501');
    const calls = [
      client.rpc('submit_briefing', { payload: {} }), client.rpc('claim_briefing', { worker_claim: randomUUID() }), client.rpc('change_briefing', { briefing: ofCluster.id, seen_version: 1, change: {}, actor: {} }),
      client.rpc('finish_briefing', { briefing: ofCluster.id, worker_claim: randomUUID(), result: {} }), client.rpc('briefing_texts', { ids: [] }), client.rpc('due_briefing_templates'),
    ];
    for (const answer of await Promise.all(calls)) expect(answer.error?.code).toBe('42501');
  });
});

describe('a deck', () => {
  it('is changed by version; who lost the race gets what is there now', async () => {
    const deck = ofWards.deck.map((one, place) => ({ ...one, isShown: place !== 3, note: place === 0 ? 'Nói chậm' : null })).reverse();
    const changed = await routes.patch(ANALYST, ofWards.id, { version: ofWards.version, deck, classification: 'secret' });
    expect([changed.status, briefingOf(changed).version, briefingOf(changed).classification, briefingOf(changed).digest]).toEqual([200, ofWards.version + 1, 'secret', ofWards.digest]);
    expect((await routes.patch(ANALYST, ofWards.id, { version: ofWards.version, deck, classification: 'secret' })).status).toBe(200);
    const lost = await routes.patch('commander@test.local', ofWards.id, { version: ofWards.version, title: 'khác' });
    expect([lost.status, (lost.body as { current: Briefing }).current.version]).toEqual([409, ofWards.version + 1]);
    expect((await routes.patch(ANALYST, ofWards.id, { version: ofWards.version + 1, deck: deck.slice(1) })).body).toMatchObject({ status: 422, errors: [{ field: 'deck' }] });
    expect((await routes.patch(ANALYST, ofWards.id, { version: ofWards.version + 1, content: {} })).status).toBe(400);
    expect(((await routes.present(ANALYST, ofWards.id)).body as { slides: { id: string; isShown: boolean }[] }).slides.map(({ id, isShown }) => [id, isShown])[0]).toEqual(['open_items', true]);
  });
});

describe('pins', () => {
  it('of every kind become slides, also of a briefing that is ready, as of its instant', async () => {
    const pins = [
      { kind: 'map', title: 'Bản đồ', path: '/map?period=28&zone=1' }, { kind: 'chart', title: 'Xu hướng', path: '/trends?cal=month&period=year' }, { kind: 'chart', title: 'Điểm', path: '/disputes' },
      { kind: 'analysis', title: 'Phân tích', path: '/analysis?method=border_distance&from=2025-09-01&to=2026-05-31&area=cluster:trio' },
    ].map((pin) => ({ id: randomUUID(), ...pin }));
    for (const pin of pins) expect((await routes.pin(ANALYST, pin)).status).toBe(201);
    expect((await routes.pin(ANALYST, pins[0])).status).toBe(200);
    const before = detailOf(await routes.get(ANALYST, ofCluster.id));
    const asked = await routes.addPins(ANALYST, ofCluster.id, { version: before.version, pins: pins.map(({ id }) => id) });
    expect([asked.status, asked.body]).toMatchObject([200, {}]);
    const after = await untilSettled(town, ofCluster.id);
    expect(worker.failures).toEqual([]);
    expect(after.content?.slides.slice(0, 8)).toEqual(before.content?.slides);
    expect(after.content?.slides.slice(8).map(({ kind, claim }) => [kind, claim.code])).toEqual([['map', 'pin_map'], ['chart', 'trend_series'], ['chart', 'disputes_none'], ['analysis', expect.any(String)]]);
    expect(after.digest).not.toBe(before.digest);
    expect(after.deck).toHaveLength(12);
    expect(((await routes.pins(ANALYST)).body as { pins: BriefingPin[] }).pins).toEqual([]);
    const text = JSON.stringify((await routes.present('viewer@test.local', ofCluster.id)).body);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    expect((await routes.post(ANALYST, request({ pins: [pins[0]!.id] }))).body).toMatchObject({ status: 422, errors: [{ field: 'pins' }] });
  });

  it('are taken away by who pinned them, or an administrator', async () => {
    const id = randomUUID();
    await routes.pin(ANALYST, { id, kind: 'map', title: 'x', path: '/map' });
    expect(await removeAs(town, 'commander@test.local', 'pin', id)).toBe(403);
    expect(await removeAs(town, 'admin@test.local', 'pin', id)).toBe(204);
    expect(await removeAs(town, 'admin@test.local', 'pin', id)).toBe(404);
  });
});

describe('a template', () => {
  it('composes once a day however many processes look at the clock, and makes up for a downtime of the same day only', async () => {
    const one = template({ minuteOfDay: 360 });
    expect((await routes.template('commander@test.local', one)).status).toBe(201);
    await town.database.owner`update briefing_templates set since = '2026-05-01' where id = ${one.id}`;
    const rules = await loadRuleBook(town.service);
    const at = (text: string): number => Date.parse(text);
    expect(await composeDue(town.service, rules, at('2026-05-30T05:59:00+07:00'))).toBe(0);
    const made = await Promise.all(Array.from({ length: 6 }, () => composeDue(town.service, rules, at('2026-05-30T11:00:00+07:00'))));
    expect(made.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await composeDue(town.service, rules, at('2026-05-31T06:00:00+07:00'))).toBe(1);
    const listed = ((await routes.list(ANALYST, `?template=${one.id}`)).body as { briefings: Briefing[] }).briefings;
    expect(listed.map(({ asOf, template: of }) => [asOf, of?.name])).toEqual([['2026-05-30T23:00:00.000Z', 'Giao ban sáng'], ['2026-05-29T23:00:00.000Z', 'Giao ban sáng']]);
    for (const { id } of listed) expect((await untilSettled(town, id)).state).toBe('ready');
    expect(((await routes.templates(ANALYST)).body as { templates: BriefingTemplate[] }).templates[0]).toMatchObject({ id: one.id, weekdays: [1, 2, 3, 4, 5, 6, 7], last: { number: listed[0]!.number } });
  });

  it('tells on its cover what is different from the day before', async () => {
    const listed = ((await routes.list(ANALYST)).body as { briefings: Briefing[] }).briefings.filter(({ template: of }) => of !== null).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
    await untilSettled(town, listed[0]!.id);
    const later = await untilSettled(town, briefingOf(await routes.post(ANALYST, request({ asOf: '2026-05-31T07:00:00+07:00' }))).id);
    expect(later.previous?.number).toBe(listed[1]!.number);
    expect(['cover_same', 'cover_changed']).toContain(later.content?.slides[0]?.claim.code);
  });

  it('is changed by version, and composes no more when it is taken out of use', async () => {
    const one = template();
    await routes.template(ANALYST, one);
    expect((await routes.patchTemplate(ANALYST, one.id, { version: 1, isActive: false, weekdays: [5, 1] })).body).toMatchObject({ version: 2, isActive: false, weekdays: [1, 5] });
    expect((await routes.patchTemplate(ANALYST, one.id, { version: 1, name: 'khác' })).status).toBe(409);
    expect((await routes.patchTemplate(ANALYST, one.id, { version: 2, minuteOfDay: 1_440 })).body).toMatchObject({ errors: [{ field: 'minuteOfDay' }] });
    expect(await removeAs(town, 'admin@test.local', 'template', one.id)).toBe(204);
    expect((await routes.patchTemplate(ANALYST, one.id, { version: 3, name: 'x' })).status).toBe(404);
  });
});

describe('a request that can not be', () => {
  it.each([
    [{ area: { kind: 'cluster', id: 'none' } }, 'area.id'], [{ area: { kind: 'wards', codes: ['99999'] } }, 'area.codes'], [{ asOf: '2199-01-01T00:00:00Z' }, 'asOf'], [{ periodKind: 'days' }, 'to'],
    [{ periodKind: 'days', from: '2026-05-01', to: '2026-06-30' }, 'to'], [{ periodKind: 'days', from: '2020-05-01', to: '2026-05-30' }, 'from'], [{ title: ' ' }, 'title'], [{ wrong: 1 }, 'wrong'], [{ patrol: 'x' }, 'patrol'],
  ])('%j names %s', async (more, field) => {
    const { status, body } = await routes.post(ANALYST, request(more));
    expect([status >= 400 && status < 500, (body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([true, field]);
  });
});

describe('cancelling', () => {
  it('stops one that waits, and lets go of its pins', async () => {
    await worker.lane.end();
    const pin = randomUUID();
    await routes.pin(ANALYST, { id: pin, kind: 'map', title: 'x', path: '/map' });
    const { id } = briefingOf(await routes.post(ANALYST, request({ pins: [pin] })));
    expect(((await routes.pins(ANALYST)).body as { pins: unknown[] }).pins).toHaveLength(0);
    expect(briefingOf(await routes.cancel(ANALYST, id)).state).toBe('cancelled');
    expect((await routes.cancel(ANALYST, id)).status).toBe(200);
    expect(((await routes.pins(ANALYST)).body as { pins: unknown[] }).pins).toHaveLength(1);
    worker = openLane(town);
  });
});
