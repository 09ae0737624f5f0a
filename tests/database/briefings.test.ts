import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AS_OF, addYear, briefingOf, detailOf, openLane, request, routesOf, untilSettled, type BriefLane } from './support/briefing-town';
import { buildPatrolTown } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { importIncidents, incidentRow } from './support/town';
import { STANDARD_SLIDES } from '../../lib/domain/briefing';
import type { BriefingPresentation } from '../../lib/messages/briefing/presented-slide';

const ANALYST = 'analyst@test.local';
let town: TestDatabase;
let routes: ReturnType<typeof routesOf>;
let worker: { lane: BriefLane; failures: unknown[] };

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addYear(town);
  // Clusters known for long: what is written from now on is later than the instants that are asked for.
  for (const table of ['clusters', 'cluster_members', 'cluster_leads', 'regulations', 'focus_areas']) await town.database.owner.unsafe(`update ${table} set recorded_at = '2010-01-01'`);
  routes = routesOf(town);
  worker = openLane(town);
});
afterAll(async () => {
  await worker.lane.end();
  await town.close();
});

const compose = async (more: object = {}) => untilSettled(town, briefingOf(await routes.post(ANALYST, request(more))).id);

describe('a briefing', () => {
  it('is composed with the eight standard slides from what was known at its instant', async () => {
    const asked = await routes.post(ANALYST, request({ title: 'Giao ban sáng' }));
    expect([asked.status, briefingOf(asked).from, briefingOf(asked).to]).toEqual([201, '2026-05-04', '2026-05-31']);
    // The process that composes may have taken it before the answer was read.
    expect(['queued', 'composing']).toContain(briefingOf(asked).state);
    expect(briefingOf(asked).number).toMatch(/^GB-2026-\d{4}$/);
    const briefing = await untilSettled(town, briefingOf(asked).id);
    expect(worker.failures).toEqual([]);
    expect([briefing.state, briefing.failure]).toEqual(['ready', null]);
    expect(briefing.content?.slides.map(({ kind }) => kind)).toEqual(STANDARD_SLIDES);
    expect(briefing.deck.map(({ slideId }) => slideId)).toEqual(STANDARD_SLIDES);
    const [, lastDay] = briefing.content!.slides;
    expect(lastDay?.claim).toEqual({ code: 'last_day_pair', values: { count: 1, all: 1, open: 1, pair: '00001/00002', most: 1 } });
    expect(briefing.content?.names.area).toBe('Cụm trio');
  });

  it('is presented in both languages without a word missing', async () => {
    const { id } = await compose();
    for (const language of ['vi', 'en']) {
      const { status, body } = await routes.present('viewer@test.local', id, `?language=${language}&theme=projector`);
      expect(status).toBe(200);
      const { slides, frame } = body as BriefingPresentation;
      expect(slides).toHaveLength(8);
      const text = JSON.stringify([frame, slides.map(({ claim, uncertainty, facts, tables, charts }) => ({ claim, uncertainty, facts, tables, charts }))]);
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
    }
  });

  it('has the same digest when it is composed again later, whatever came in meanwhile', async () => {
    const first = await compose();
    await importIncidents(town.service, [incidentRow(900, { edition_id: 'grid', occurred_at: '2026-05-31T05:30:00Z', lon: 105.8095, lat: 21.005, border_zone: true, cluster_id: 'trio' })]);
    await town.database.owner`update incidents set status = 'closed' where status = 'reported' and id <> '00000000-0000-4000-8000-000000000900'`;
    const again = await compose();
    expect(again.digest).toBe(first.digest);
    expect(again.content).toEqual(first.content);
    expect(await town.database.owner`select 1 from incidents where status = 'reported'`).toHaveLength(1);
    const now = await compose({ asOf: undefined });
    expect(now.content?.incidents).toBeGreaterThan(0);
  });

  it('never changes its content, not even by the server', async () => {
    const { id } = await compose();
    await expect(town.database.owner`update briefings set content = '{}' where id = ${id}`).rejects.toThrow(/never changed/);
    await expect(town.database.owner`update briefings set as_of = now() where id = ${id}`).rejects.toThrow(/never changed/);
    await expect(town.database.owner`delete from briefings where id = ${id}`).rejects.toThrow(/kept/);
    await expect(town.database.owner`update briefing_history set kind = 'x'`).rejects.toThrow(/append-only/);
    expect(detailOf(await routes.get(ANALYST, id)).asOf).toBe(new Date(AS_OF).toISOString());
  });

  it('is made once for one id, and gets the next number without a gap however many come at once', async () => {
    const numbers = async () => (await town.database.owner<{ number: string }[]>`select number from briefings order by number`).map(({ number }) => Number(number.slice(-4)));
    const one = request({ asOf: '2026-05-20T06:00:00+07:00' });
    const twice = await Promise.all([routes.post(ANALYST, one), routes.post(ANALYST, one)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect((await routes.post(ANALYST, { ...one, title: 'khác' })).status).toBe(409);
    await Promise.all(['commander@test.local', 'admin@test.local', ANALYST].map((email) => routes.post(email, request({ asOf: '2026-05-21T06:00:00+07:00' }))));
    await routes.post('admin@test.local', request({ pins: [randomUUID()] }));
    await routes.post('admin@test.local', request({ asOf: '2026-05-21T06:00:00+07:00' }));
    const given = await numbers();
    expect(given).toEqual(given.map((_, place) => place + 1));
  });
});
