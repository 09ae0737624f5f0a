import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listPatrols } from '../../lib/db/patrols';
import { seedCoordination } from '../../lib/db/seed/coordination';
import { seedScores } from '../../lib/db/seed/scores';
import { countScores, listScoreEntries, listScorePeriods, listScoreSets } from '../../lib/db/scores';
import type { Instant } from '../../lib/domain/instant';
import { seedEditions, seedReference } from '../../lib/db/seed/seed-database';
import { readClusterWork } from '../../lib/db/cluster-page';
import { findCluster } from '../../lib/db/clusters';
import { openTestDatabase, type TestDatabase } from './support/test-database';

let town: TestDatabase;
const said: string[] = [];
const options = () => ({ service: town.service, dataFolder: join(import.meta.dirname, '..', '..', 'data'), say: (text: string) => { said.push(text); } });

beforeAll(async () => {
  town = await openTestDatabase();
  await seedEditions(options());
  await seedReference(options());
  await seedCoordination(options());
});
afterAll(() => town.close());

const patrols = () => listPatrols(town.service, {}, 100);

it('loads patrols whose coverage tells the joint ones from the one-sided', async () => {
  const all = await patrols();
  const sidesOf = new Map(all.map(({ name, done }) => [name, done?.sides ?? null]));
  expect(sidesOf.get('Tuần tra chung hai bờ Tô Lịch, tháng 9')).toBe('both');
  expect(sidesOf.get('Tuần tra bờ tây cầu T11')).toBe('one_side');
  expect(sidesOf.get('Kiểm tra bãi phế thải phía Hoàng Liệt')).toBe('one_side');
  expect(sidesOf.get('Tuần tra phía Hưng Đạo')).toBe('one_side');
  expect(sidesOf.get('Chốt chống đua xe Hưng Đạo – Dương Kinh')).toBe('both');
  expect(all.map(({ status }) => status).sort()).toEqual(['cancelled', ...Array<string>(8).fill('done'), 'planned', 'planned']);
  expect(all.find(({ name }) => name === 'Tuần tra bờ tây cầu T11')?.bookings.map(({ status, note }) => [status, note === null])).toEqual([['declined', false], ['booked', true]]);
});

it('gives clusters their desks and numbered hand-over records', async () => {
  const cluster = await findCluster(town.service, 'cum-kien-an');
  if (cluster === undefined) throw new Error('no cluster of Kiến An');
  const { handOvers, desks } = await readClusterWork(town.service, cluster);
  expect(handOvers.map(({ number, effectiveFrom, facts }) => [number, effectiveFrom, facts.regulationVersion])).toEqual([[3, '2024-01-01', 2], [2, '2023-01-01', 1], [1, '2022-01-01', 1]]);
  expect(desks).toHaveLength(7);
  expect(desks.every(({ phone }) => /^0225 000 1\d{3}$/.test(phone ?? ''))).toBe(true);
});

it('loaded again, even half-way, adds nothing', async () => {
  const count = async () => town.database.owner`
    select (select count(*)::int from patrol_tracks) as tracks, (select count(*)::int from patrol_history) as entries,
      (select count(*)::int from cluster_notes) as notes, (select count(*)::int from cluster_hand_overs) as records`;
  const before = await count();
  expect(before[0]).toMatchObject({ tracks: 13, notes: 8, records: 13 });
  await seedCoordination(options());
  expect(await count()).toEqual(before);
  expect(said.at(-1)).toContain('11 patrols');
});

it('loads the criteria, periods and points of scores, once however often, and the joint patrols count in them', async () => {
  await seedScores(options());
  await seedScores(options());
  const [sets, periods] = [await listScoreSets(town.service), await listScorePeriods(town.service)];
  expect([sets.length, sets.every(({ assumed }) => assumed), periods.map(({ scope, assumed, status }) => [scope, assumed, status])]).toEqual([1, true, [['city', true, 'open'], ['cluster', true, 'open']]]);
  const cluster = periods[1]!;
  expect((await listScoreEntries(town.service, cluster.id)).map(({ wardKey, basis }) => [wardKey, basis === null])).toEqual(['00160', '00008', '00025'].map((code) => [`hn-hp-2025/${code}`, false]));
  const counts = (await countScores(town.service, cluster, '2026-11-01T00:00:00Z' as Instant)).filter(({ formula }) => formula === 'joint_patrols');
  const plain = await town.database.owner`
    select b.edition_id || '/' || b.ward_code as ward, count(*) filter (where p.status = 'done' and b.status = 'booked')::int as part, count(*)::int as whole
    from patrols p join patrol_bookings b on b.patrol_id = p.id where cardinality(p.ward_codes) > 1 and p.status <> 'cancelled'
      and (p.from_at at time zone 'Asia/Ho_Chi_Minh')::date between ${cluster.from} and ${cluster.to} group by 1 order by 1`;
  expect(counts.map(({ ward, part, whole }) => ({ ward, part, whole }))).toEqual(plain.map((row) => ({ ...row })));
  expect(plain.length).toBeGreaterThan(1);
});
