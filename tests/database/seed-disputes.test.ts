import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatDisputes } from '../../data/tools/demo/disputes';
import { DEFAULT_SEED } from '../../data/tools/demo/generate';
import { listDisputes } from '../../lib/db/disputes';
import { loadRuleBook } from '../../lib/db/rule-book';
import { loadDemoIncidents, readDemoIncidents } from '../../lib/db/seed/demo-incidents';
import { seedDisputes } from '../../lib/db/seed/disputes';
import { readEditionFiles } from '../../lib/db/seed/edition-files';
import { loadEdition } from '../../lib/db/seed/load-edition';
import { readJson } from '../../lib/db/seed/read-json';
import type { Json } from '../../lib/db/database.types';
import { DISPUTE_STAGES, OPEN_STAGES } from '../../lib/domain/dispute';
import { dayOf, type Instant } from '../../lib/domain/instant';
import { dueDayOf, readDisputeClock } from '../../lib/rules/dispute-clock';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { expectDone } from './support/town';

const FOLDER = join(import.meta.dirname, '..', '..', 'data');
let town: TestDatabase;
const said: string[] = [];
const options = () => ({ service: town.service, dataFolder: FOLDER, say: (text: string) => { said.push(text); } });
const text = readFileSync(join(FOLDER, 'demo', 'disputes.json'), 'utf8');
const NOW = Date.now();

beforeAll(async () => {
  town = await openTestDatabase();
  await loadEdition(town.service, readEditionFiles(join(FOLDER, 'editions', 'hn-hp-2025')));
  await expectDone(town.service.rpc('load_reference', { payload: { categories: readJson(FOLDER, 'categories.json', []) as Json } }));
  const wanted = new Set((JSON.parse(text) as { disputes: { incidentId: string }[] }).disputes.map(({ incidentId }) => incidentId));
  await loadDemoIncidents(town.service, await loadRuleBook(town.service), readDemoIncidents(FOLDER).filter(({ id }) => wanted.has(id)), () => undefined);
  await seedDisputes(options(), NOW);
}, 120_000);
afterAll(() => town.close());

it('the committed file is what the generator makes', () => {
  expect(formatDisputes(readFileSync(join(FOLDER, 'demo', 'incidents.csv'), 'utf8'), DEFAULT_SEED)).toBe(text);
  expect(formatDisputes(readFileSync(join(FOLDER, 'demo', 'incidents.csv'), 'utf8'), DEFAULT_SEED + 1)).not.toBe(text);
});

it('loads disputes of every stage, and open ones of every state whenever it is loaded', async () => {
  const all = await listDisputes(town.service, {}, 200);
  expect(all).toHaveLength(48);
  expect(new Set(all.map(({ stage }) => stage))).toEqual(new Set(DISPUTE_STAGES));
  const open = all.filter(({ stage }) => OPEN_STAGES.includes(stage));
  expect(open).toHaveLength(18);
  expect(new Set(open.map((one) => readDisputeClock(one, NOW)?.state))).toEqual(new Set(['must_escalate', 'due_soon', 'fresh', 'escalated']));
  for (const officer of ['00160', '00008']) expect(open.some(({ ward }) => ward.code === officer), officer).toBe(true);
  expect(all.every(({ receivedAt, sessions }) => Date.parse(receivedAt) <= NOW && sessions.every(({ heldAt }) => heldAt === null || Date.parse(heldAt) <= NOW))).toBe(true);
});

it('has an open dispute of every state at any hour of the day it is loaded', async () => {
  const all = (await listDisputes(town.service, {}, 200)).filter(({ stage }) => OPEN_STAGES.includes(stage));
  const HOUR_MS = 3_600_000;
  const shifted = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString() as Instant;
  for (let hour = 0; hour < 24; hour++) {
    // As if it had been loaded so many hours later: what is told back from the load moves with it, the last day ends at midnight.
    const states = all.map((one) => {
      const beganAt = shifted(one.beganAt, hour * HOUR_MS);
      const dueDay = dueDayOf(dayOf(beganAt), one.risk, one.rule);
      return readDisputeClock({
        ...one, beganAt, dueAt: new Date(Date.parse(`${dueDay}T00:00:00+07:00`) + 24 * HOUR_MS).toISOString() as Instant,
        sessions: one.sessions.map(({ heldAt, outcome }) => ({ heldAt: heldAt === null ? null : shifted(heldAt, hour * HOUR_MS), outcome })),
        escalations: one.escalations.map(({ at, to }) => ({ at: shifted(at, hour * HOUR_MS), to })),
      }, NOW + hour * HOUR_MS)?.state;
    });
    expect(new Set(states), `${String(hour)} h later`).toEqual(new Set(['must_escalate', 'due_soon', 'fresh', 'escalated']));
  }
});

it('loaded again, even half-way, adds nothing', async () => {
  const count = () => town.database.owner`select (select count(*)::int from disputes) as disputes, (select count(*)::int from dispute_history) as entries, (select sum(version)::int from disputes) as versions`;
  const before = await count();
  await seedDisputes(options(), NOW + 86_400_000);
  expect(await count()).toEqual(before);
  expect(said.at(-1)).toContain('48');
});
