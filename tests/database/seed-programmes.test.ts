import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEditionFiles } from '../../lib/db/seed/edition-files';
import { loadEdition } from '../../lib/db/seed/load-edition';
import { seedProgrammes } from '../../lib/db/seed/programmes';
import { findOwner } from '../../lib/geo/locate-ward';
import { loadRuleBook } from '../../lib/db/rule-book';
import { openTestDatabase, type TestDatabase } from './support/test-database';

let town: TestDatabase;
const dataFolder = join(import.meta.dirname, '../../data');
beforeAll(async () => {
  town = await openTestDatabase();
  // The wards that the models name, and no other: a whole edition takes a minute.
  const files = readEditionFiles(join(dataFolder, 'editions', 'hn-hp-2025'));
  const named = new Set(['00008', '00160', '00337', '11443', '11446', '11689', '11692']);
  const loaded = await loadEdition(town.service, { ...files, wards: files.wards.filter(({ properties }) => named.has(properties.code)) });
  expect(loaded.kind).toBe('loaded');
}, 60_000);
afterAll(() => town.close());

it('the programmes of the demonstration load, once however often, and their models lie in the wards they name', async () => {
  const options = { service: town.service, dataFolder, say: () => undefined };
  const count = async () => (await town.database.owner`select (select count(*)::int from programmes) as programmes, (select count(*)::int from programme_tasks) as tasks,
    (select count(*)::int from programme_indicators) as indicators, (select count(*)::int from indicator_entries) as entries, (select count(*)::int from models) as models, (select count(*)::int from commendations) as commendations`)[0];
  await seedProgrammes(options);
  expect(await count()).toEqual({ programmes: 2, tasks: 10, indicators: 6, entries: 3, models: 7, commendations: 3 });
  await seedProgrammes(options);
  expect(await count()).toEqual({ programmes: 2, tasks: 10, indicators: 6, entries: 3, models: 7, commendations: 3 });
  const index = (await loadRuleBook(town.service)).editions[0]!.index;
  const models = await town.database.owner<{ lon: number; lat: number; owner_code: string; assumed: boolean }[]>`select lon, lat, owner_code, assumed from models`;
  for (const { lon, lat, owner_code: code, assumed } of models) expect([findOwner(index, [lon, lat]).ownerCode, assumed]).toEqual([code, true]);
});
