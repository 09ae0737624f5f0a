import { booleanPointInPolygon } from '@turf/turf';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as reportRoute } from '../../app/api/incidents/route';
import { GET as ownersRoute } from '../../app/api/stats/owners/route';
import { useBackend as setBackend } from '../../lib/db/backend';
import { loadWards } from '../../lib/db/editions';
import { findIncident } from '../../lib/db/incidents';
import { readPoints } from '../../lib/db/points';
import { loadRuleBook } from '../../lib/db/rule-book';
import { createAccounts } from '../../lib/db/seed/accounts';
import { loadDemoIncidents, readDemoIncidents } from '../../lib/db/seed/demo-incidents';
import { seedEditions, seedReference } from '../../lib/db/seed/seed-database';
import type { Day } from '../../lib/domain/instant';
import { decodeOwnerColumns, type OwnerColumns } from '../../lib/domain/owner-columns';
import { LEAD_REASON_ORDER, NO_CODE, readUuid, type PointColumns } from '../../lib/domain/point-columns';
import { countSeries } from '../../lib/trends/count-series';
import { readAsRecorded, readInEdition } from '../../lib/trends/edition-reading';
import { countHours } from '../../lib/trends/hour-weekday';
import { listPeriods, type Calendar } from '../../lib/trends/reporting-periods';
import { groupRows, type Grouping } from '../../lib/trends/row-groups';
import { selectRows } from '../../lib/trends/select-rows';
import { dayStartSeconds } from '../../lib/view/day-arithmetic';
import type { PointFilter } from '../../lib/view/filter-points';
import { callAs } from './support/patrol-town';
import { openTestDatabase, PASSWORD, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const EDITIONS = ['hn-hp-pre2025', 'hn-hp-2025'];
const SPAN = { from: '2023-11-20' as Day, to: '2026-10-09' as Day };
const KNOWN = dayStartSeconds('2026-10-09' as Day) + 50_000;
const ANY: PointFilter = { fromSeconds: null, untilSeconds: null, categories: [], statuses: [], ward: null, cluster: null, borderZoneOnly: false, openOnly: false, overdueOnly: false, nowSeconds: 0 };
let demo: TestDatabase;
let points: PointColumns;
let shipped = 0;

/** The demonstration, where more thefts are given spans of up to a week and a half, besides the shipped ones. */
beforeAll(async () => {
  demo = await openTestDatabase();
  setBackend(demo.api);
  const options = { service: demo.service, dataFolder: DATA, say: () => undefined };
  await seedEditions(options);
  await seedReference(options);
  await createAccounts(demo.database.owner, [
    { email: 'analyst@test.local', password: PASSWORD, role: 'analyst' },
    { email: 'officer@test.local', password: PASSWORD, role: 'officer', services: [{ unitId: 'hn-hp-pre2025:00007', from: '2010-01-01', to: null }] },
  ]);
  await loadDemoIncidents(demo.service, await loadRuleBook(demo.service), readDemoIncidents(DATA), () => undefined);
  shipped = Number((await demo.database.owner`select count(*) as n from incidents where occurred_until is not null`)[0]?.['n']);
  await demo.database.owner`update incidents set occurred_until = occurred_at + (1 + get_byte(uuid_send(id), 3)) * interval '47 minutes' where category = 'theft' and get_byte(uuid_send(id), 2) < 25`;
  await demo.database.owner`update incidents set occurred_until = occurred_at + interval '10 days 90 minutes' where category = 'drugs' and get_byte(uuid_send(id), 2) = 7`;
  points = await readPoints(demo.service);
});
afterAll(() => demo.close());

/** First day of an incident's period, in SQL of its own. */
const LOCAL = `(occurred_at at time zone 'Asia/Ho_Chi_Minh')`;
const PERIOD: Record<Calendar, string> = {
  day: `${LOCAL}::date`, week: `date_trunc('week', ${LOCAL})::date`, month: `date_trunc('month', ${LOCAL})::date`,
  reporting_month: `(date_trunc('month', ${LOCAL} - interval '14 days') + interval '14 days')::date`,
  quarter: `date_trunc('quarter', ${LOCAL})::date`, year: `date_trunc('year', ${LOCAL})::date`,
  reporting_year: `(date_trunc('year', ${LOCAL}::date + interval '3 months') - interval '3 months')::date`,
};
const KEY: Record<Grouping, string> = {
  none: `'all'`, category: 'category', ward: `coalesce(edition_id || '/' || owner_code, '')`, cluster: `coalesce(cluster_id, '')`, status: 'status', lead_reason: 'lead_reason',
  border_zone: `case when border_zone then 'border' else 'interior' end`,
  border: `case when owner_code is null or neighbours = '[]' then '' else edition_id || '/' || least(owner_code, neighbours -> 0 ->> 'code') || '|' || edition_id || '/' || greatest(owner_code, neighbours -> 0 ->> 'code') end`,
};
const within = (from: number, until: number): string => `occurred_at >= to_timestamp(${String(from)}) and occurred_at < to_timestamp(${String(until)})`;
const ask = (sql: string): Promise<Record<string, unknown>[]> => demo.database.owner.unsafe(sql) as unknown as Promise<Record<string, unknown>[]>;

async function tallyBySql(calendar: Calendar, grouping: Grouping, where: string): Promise<string[]> {
  const rows = await ask(`select to_char(${PERIOD[calendar]}, 'YYYY-MM-DD') as period, ${KEY[grouping]} as key, count(*) as n from incidents where ${where} group by 1, 2`);
  return rows.map(({ period, key, n }) => `${String(period)} ${String(key)} ${String(n)}`).sort();
}

function tallyHere(calendar: Calendar, grouping: Grouping, filter: PointFilter): string[] {
  const reading = readAsRecorded(points);
  const periods = listPeriods(calendar, SPAN, KNOWN).slice(-400);
  const { keys, counts } = countSeries(points, selectRows(points, filter, reading), periods, groupRows(points, grouping, reading));
  return keys.flatMap((key, group) => periods.flatMap(({ from }, place) => {
    const count = counts[group * periods.length + place]!;
    return count === 0 ? [] : [`${from} ${key} ${String(count)}`];
  })).sort();
}

describe('every figure of the trends page equals plain SQL', () => {
  it.each<[Calendar, Grouping]>([
    ['week', 'none'], ['month', 'category'], ['reporting_month', 'ward'], ['reporting_month', 'border'], ['quarter', 'cluster'], ['year', 'status'], ['reporting_year', 'lead_reason'], ['reporting_month', 'border_zone'],
  ])('by %s and %s', async (calendar, grouping) => {
    const listed = tallyHere(calendar, grouping, ANY);
    expect(listed).toEqual(await tallyBySql(calendar, grouping, within(dayStartSeconds(SPAN.from), KNOWN)));
    expect(listed.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)).toBeGreaterThan(8_000);
  });

  it('under filters', async () => {
    const filter: PointFilter = { ...ANY, categories: ['theft', 'drugs'], statuses: ['resolved', 'closed'], borderZoneOnly: true };
    const where = `category in ('theft', 'drugs') and status in ('resolved', 'closed') and border_zone and ${within(dayStartSeconds(SPAN.from), KNOWN)}`;
    const listed = tallyHere('reporting_month', 'ward', filter);
    expect(listed.length).toBeGreaterThan(100);
    expect(listed).toEqual(await tallyBySql('reporting_month', 'ward', where));
  });

  it('by day, the latest 400 of them', async () => {
    const [first] = listPeriods('day', SPAN, KNOWN);
    expect(tallyHere('day', 'none', ANY)).toEqual(await tallyBySql('day', 'none', within(first!.fromSeconds, KNOWN)));
  });

  it.each<Calendar>(['month', 'reporting_month', 'week', 'reporting_year'])('a year before, by %s: whole periods whole, a part as long a part', async (calendar) => {
    const reading = readAsRecorded(points);
    const periods = listPeriods(calendar, SPAN, KNOWN);
    expect(periods.at(-1)?.isComplete).toBe(false);
    const { yearBefore } = countSeries(points, selectRows(points, ANY, reading), periods, groupRows(points, 'none', reading));
    const step = calendar === 'week' ? `interval '364 days'` : `interval '1 year'`;
    for (const [place, { from, to, isComplete }] of periods.entries()) {
      const begin = from < SPAN.from ? SPAN.from : from;
      const shifted = `((date '${begin}' - ${step}) at time zone 'Asia/Ho_Chi_Minh')`;
      const until = isComplete || place === 0 ? `((date '${to}' + 1 - ${step}) at time zone 'Asia/Ho_Chi_Minh')` : `${shifted} + (to_timestamp(${String(KNOWN)}) - (timestamp '${begin}' at time zone 'Asia/Ho_Chi_Minh'))`;
      const [row] = await ask(`select count(*) as n from incidents where occurred_at >= ${shifted} and occurred_at < ${until}`);
      expect([from, yearBefore[place]]).toEqual([from, Number(row?.['n'])]);
    }
  });

  it('by hour and weekday, those of a span spread over the hours it touches', async () => {
    const grid = countHours(points, selectRows(points, ANY, readAsRecorded(points)), dayStartSeconds(SPAN.from), KNOWN);
    const rows = await ask(`
      with spans as (
        select id, date_trunc('hour', ${LOCAL}) as first, case when occurred_until is null then date_trunc('hour', ${LOCAL})
          else date_trunc('hour', (occurred_until - interval '1 microsecond') at time zone 'Asia/Ho_Chi_Minh') end as last
        from incidents where ${within(dayStartSeconds(SPAN.from), KNOWN)}
      ), hours as (
        select id, hour, count(*) over (partition by id) as k from spans, generate_series(first, least(last, first + interval '167 hours'), interval '1 hour') as hour
      )
      select ((extract(isodow from hour) - 1) * 24 + extract(hour from hour))::integer as place, sum(1.0 / k)::float8 as weight from hours group by 1`);
    expect(grid.uncertain).toBeGreaterThan(100);
    expect(rows).toHaveLength(168);
    for (const { place, weight } of rows) expect(grid.weights[Number(place)]).toBeCloseTo(Number(weight), 6);
    expect(grid.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(grid.total, 6);
  });

  it('the shipped spans are loaded', () => {
    expect(shipped).toBe(181);
  });

  it('the columns hold every reason there is', () => {
    expect(new Set([...points.leadReasons].map((code) => LEAD_REASON_ORDER[code])).size).toBeGreaterThan(3);
  });
});

async function askOwners(email: string, edition: string): Promise<OwnerColumns> {
  const request = new Request(`http://test.local/api/stats/owners?edition=${edition}`, { headers: { authorization: `Bearer ${await demo.tokenOf(email)}` } });
  const answer = await ownersRoute(request, { params: Promise.resolve({}) as never });
  expect(answer.status).toBe(200);
  return decodeOwnerColumns(await answer.arrayBuffer());
}

describe('counting by the wards of one edition', () => {
  it.each(EDITIONS)('%s: no incident is lost, and each has the ward that covers it', async (edition) => {
    const answer = await askOwners('analyst@test.local', edition);
    const reading = readInEdition(points, answer);
    expect(answer.count).toBe(points.count);
    expect(reading.unknown).toBe(0);
    const rows = selectRows(points, ANY, reading);
    const periods = listPeriods('year', { from: '2015-01-01' as Day, to: '2030-12-31' as Day }, KNOWN + 1e9);
    const series = countSeries(points, rows, periods, groupRows(points, 'ward', reading));
    expect(series.total).toBe(points.count);
    expect([...series.totals].reduce((a, b) => a + b, 0)).toBe(points.count);
    const wards = await loadWards(demo.service, edition);
    let checked = 0;
    for (let row = 0; row < points.count; row += 97) {
      const [lon, lat] = [points.longitudes[row]!, points.latitudes[row]!];
      const covering = wards.filter(({ bbox, geometry }) => lon >= bbox[0] && lon <= bbox[2] && lat >= bbox[1] && lat <= bbox[3] && booleanPointInPolygon([lon, lat], geometry)).map(({ code }) => code).sort();
      const owner = reading.wards[reading.owners[row]!];
      if (covering.length > 0) expect([readUuid(points.ids, row), owner]).toEqual([readUuid(points.ids, row), `${edition}/${covering[0]!}`]);
      if (covering.length > 0) checked++;
    }
    expect(checked).toBeGreaterThan(150);
  });

  it('says of incidents of its own time what was recorded', async () => {
    for (const edition of EDITIONS) {
      const reading = readInEdition(points, await askOwners('analyst@test.local', edition));
      const own = Array.from({ length: points.count }, (_, row) => row).filter((row) => points.dictionaries.editions[points.editions[row]!] === edition);
      expect(own.length).toBeGreaterThan(1_000);
      const wardOf = (wards: readonly string[], code: number): string | null => (code === NO_CODE ? null : wards[code]!);
      expect(own.filter((row) => wardOf(reading.wards, reading.owners[row]!) !== wardOf(points.dictionaries.wards, points.wards[row]!))).toEqual([]);
    }
  });

  it('tells a reader of what that reader sees, and names the field that is wrong', async () => {
    const officer = await askOwners('officer@test.local', 'hn-hp-2025');
    expect(officer.count).toBeGreaterThan(0);
    expect(officer.count).toBeLessThan(points.count / 2);
    for (const edition of ['nowhere', '', 'a/b']) {
      const answer = await callAs(demo, 'analyst@test.local', ownersRoute, { path: `/api/stats/owners?edition=${edition}` });
      expect([answer.status >= 400 && answer.status < 500, answer.body]).toEqual([true, expect.objectContaining({ errors: [expect.objectContaining({ field: 'edition' })] })]);
    }
  });
});

describe('an incident that occurred within a span', () => {
  const body = (number: number, more: object) => ({ id: uuid(number), category: 'theft', occurredAt: '2026-05-01T22:00:00+07:00', lon: 105.806, lat: 21.04, source: 'resident', ...more });
  const report = (number: number, more: object) => callAs(demo, 'analyst@test.local', reportRoute, { method: 'POST', path: '/api/incidents', body: body(number, more) });

  it('is kept with the end of it, once, and comes with the points', async () => {
    expect(await report(1, { occurredUntil: '2026-05-02T06:00:00+07:00' })).toMatchObject({ status: 201, body: { occurredUntil: '2026-05-01T23:00:00.000Z' } });
    expect((await report(1, { occurredUntil: '2026-05-02T06:00:00+07:00' })).status).toBe(200);
    expect(await report(2, {})).toMatchObject({ status: 201, body: { occurredUntil: null } });
    expect((await findIncident(demo.service, uuid(1)))?.occurredUntil).toBe('2026-05-01T23:00:00.000Z');
    const fresh = await readPoints(demo.service, points.version);
    const endOf = (number: number): number => fresh.occurredUntil[Array.from({ length: fresh.count }, (_, row) => row).find((row) => readUuid(fresh.ids, row) === uuid(number))!]!;
    expect([endOf(1), endOf(2)]).toEqual([Date.parse('2026-05-01T23:00:00Z') / 1000, 0]);
  });

  it.each([['2026-05-01T21:59:59+07:00'], ['2026-06-01T22:00:01+07:00'], ['2199-01-01T00:00:00Z'], ['2026-05-02']])('is refused with an end at %s, by the name of the field', async (occurredUntil) => {
    const answer = await report(3, { occurredUntil });
    expect([answer.status >= 400 && answer.status < 500, answer.body]).toEqual([true, expect.objectContaining({ errors: [expect.objectContaining({ field: 'occurredUntil' })] })]);
  });

  it('is refused by the database too', async () => {
    const refused = (until: string) => demo.database.owner`update incidents set occurred_until = ${until} where id = ${uuid(2)}`.then(() => 'taken', (error: unknown) => String(error));
    expect(await refused('2026-05-01T21:00:00+07:00')).toContain('incidents_occurred_until');
    expect(await refused('2026-06-02T22:00:00+07:00')).toContain('incidents_occurred_until');
  });
});
