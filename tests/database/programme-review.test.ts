import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../lib/db/database.types';
import type { DrugFreeAnswer, ProgrammeReview } from '../../lib/domain/programme-review';
import { buildPatrolTown } from './support/patrol-town';
import { commendationBody, indicatorBody, modelBody, pageOf, programmeBody, programmeCalls, taskBody } from './support/programme-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { expectDone, importIncidents, incidentRow, uuid } from './support/town';

/** 400 incidents of 2019 to 2025 over wards 1 to 4 (ward 3 without drugs, ward 4 only from 2024), some of them worked on. */
let town: TestDatabase;
const { make, addTask, changeTask, addIndicator, addModel, commend, drugFree, review, read } = programmeCalls(() => town);
const ANALYST = 'analyst@test.local';
const DAY_MS = 86_400_000;

/** A made-up sequence that is the same each time (mulberry32); numbers 0 to below `below`. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function buildIncidents(): Record<string, Json>[] {
  const next = sequence(9);
  return Array.from({ length: 400 }, (_, i) => {
    const place = next(4);
    const begin = Date.parse(place === 3 ? '2024-01-05T00:00:00Z' : '2019-01-05T00:00:00Z');
    const at = new Date(begin + next(Math.floor((Date.parse('2025-12-20') - begin) / DAY_MS)) * DAY_MS + next(86_400) * 1000);
    const category = next(8) === 0 && place !== 2 ? 'drugs' : 'theft';
    return incidentRow(1000 + i, {
      category, edition_id: 'grid', owner_code: `0000${place + 1}`, candidate_codes: [`0000${place + 1}`], lead_code: `0000${place + 1}`,
      lon: 105.8 + place * 0.01 + 0.0005 + next(900) / 100_000, lat: 21.0005 + next(900) / 100_000, border_zone: next(3) === 0,
      occurred_at: at.toISOString(), reported_at: new Date(at.getTime() + next(200) * 3_600_000).toISOString(),
      source: ['resident', 'hotline', 'patrol', 'camera'][next(4)] ?? 'other', status: ['reported', 'in_progress', 'resolved', 'closed'][next(4)] ?? 'closed',
    });
  });
}

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  // So that in 2019 no cluster lets an officer see the other wards.
  await town.database.owner`update clusters set term_to = '2018-12-31' where id = 'past'`;
  const drugs = { code: 'drugs', nameVi: 'Ma túy', nameEn: 'Drugs', shape: 'triangle', colour: '#d55e00', severityWeight: 8, sortOrder: 2 };
  await expectDone(town.service.rpc('load_reference', { payload: { categories: [drugs], clusters: [] } }));
  await importIncidents(town.service, buildIncidents());
  // Times and deadlines of every third, early or late, some never done.
  await town.database.owner`
    update incidents set confirm_due_at = reported_at + interval '1 hour', lead_confirmed_at = case when n % 5 <> 0 then reported_at + (n % 4) * interval '30 minutes' end,
      resolve_due_at = reported_at + interval '2 days', resolved_at = case when status in ('resolved', 'closed') then reported_at + (n % 4) * interval '1 day' end,
      return_due_at = case when status in ('resolved', 'closed') then reported_at + interval '6 days' end,
      outcome_returned_at = case when status in ('resolved', 'closed') and n % 2 = 0 then reported_at + (n % 9) * interval '1 day' end
    from (select id as one, row_number() over (order by id) as n from incidents) numbered where one = id and n % 3 = 0`;
  await town.database.owner`
    insert into patrols (id, name, edition_id, cluster_id, status, from_at, to_at, plan, reach_metres, coverage, ward_codes)
    select ('00000000-0000-4000-8000-' || lpad((5000 + n)::text, 12, '0'))::uuid, 'x', 'grid', case when n % 2 = 0 then 'trio' end, case when n % 4 = 3 then 'planned' else 'done' end,
      at, at + interval '2 hours', '{"type": "LineString"}', 50, '[]', case when n % 3 = 0 then array['00004'] else array['00001', '00002'] end
    from (select n, '2022-01-10 12:00Z'::timestamptz + n * interval '50 days' as at from generate_series(0, 23) n) made`;
  await town.database.owner`
    insert into patrol_bookings (patrol_id, edition_id, ward_code, status)
    select id, 'grid', code, case when code = '00002' and extract(day from from_at)::integer % 2 = 0 then 'declined' else 'booked' end from patrols, unnest(ward_codes) as code`;
  await make(ANALYST, programmeBody(1, { from: '2020-01-01', to: '2025-12-31' }));
  await make(ANALYST, programmeBody(2, { from: '2021-01-01', to: '2024-12-31', scope: 'cluster', clusterId: 'trio' }));
  await make(ANALYST, programmeBody(3, { from: '2023-01-01', to: '2023-12-31', scope: 'wards', wards: ['grid/00004'] }));
  await addTask(ANALYST, 1, taskBody(11, { due: '2022-06-30' }));
  await changeTask(ANALYST, 1, 11, { version: 1, progress: 100 });
  await town.database.owner`update programme_tasks set done_on = '2022-07-04' where id = ${uuid(11)}`;
  await addTask(ANALYST, 2, taskBody(12, { owners: [], due: '2023-03-31' }));
  await addModel(ANALYST, modelBody(31, { from: '2021-05-01', to: '2023-12-30' }));
  await addModel(ANALYST, modelBody(32, { from: '2022-05-01', lon: 105.835 }));
  await commend(ANALYST, commendationBody(41, { decisionDate: '2022-09-30' }));
  await commend(ANALYST, commendationBody(42, { decisionDate: '2022-10-01', collectives: 5, individuals: 9, level: 'ward', ward: 'grid/00002' }));
}, 60_000);
afterAll(() => town.close());

const reviewOf = async (email: string, query: string): Promise<ProgrammeReview> => {
  const answer = await review(email, query);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as ProgrammeReview;
};
/** First instant of a day in Viet Nam. */
const start = (day: string): string => `${day}T00:00:00+07:00`;
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

describe('the review', () => {
  it.each(['from=2019-03-15&to=2025-11-30&unit=year', 'from=2019-01-01&to=2025-12-31&unit=reporting_year', 'from=2022-01-01&to=2022-12-31&unit=month', 'from=2020-01-01&to=2025-12-31&unit=year&cluster=trio'])('of %s counts what plain SQL counts', async (query) => {
    const { rows, records } = await reviewOf(ANALYST, query);
    const isCluster = query.includes('cluster');
    const { owner } = town.database;
    expect(rows.length).toBeGreaterThan(4);
    expect(records).toEqual((await owner`select (min(occurred_at) at time zone 'Asia/Ho_Chi_Minh')::date::text as "from", (max(occurred_at) at time zone 'Asia/Ho_Chi_Minh')::date::text as "to" from incidents`)[0]);
    for (const row of rows) {
      const [begin, end] = [start(row.from), start(dayAfter(row.to))];
      // The wards are 0.01 degrees wide and made of nothing but their sides.
      const inside = isCluster ? owner`lon < 105.83` : owner`true`;
      const [counts] = await owner`
        select count(*) filter (where border_zone)::int as border, count(*) filter (where not border_zone)::int as outside, count(*) filter (where category = 'drugs')::int as drugs
        from incidents where occurred_at >= ${begin} and occurred_at < ${end} and ${inside}`;
      expect({ border: row.border, outside: row.outside, drugs: row.incidents.filter(({ category }) => category === 'drugs').reduce((sum, one) => sum + one.border + one.outside, 0) }, row.from).toEqual(counts);
      const [reports] = await owner`
        select count(*)::int as received, sum((source in ('resident', 'hotline'))::int)::int as "fromPeople", sum((status in ('resolved', 'closed'))::int)::int as handled,
          count(outcome_returned_at)::int as returned, count(resolved_at)::int as "resolvedWithTime", count(confirm_due_at)::int as "confirmDue",
          sum((lead_confirmed_at <= confirm_due_at)::int)::int as "confirmedInTime", sum((resolved_at <= resolve_due_at)::int)::int as "resolvedInTime", sum((outcome_returned_at <= return_due_at)::int)::int as "returnedInTime",
          count(return_due_at)::int as "returnDue", count(resolve_due_at)::int as "resolveDue"
        from incidents where reported_at >= ${begin} and reported_at < ${end} and ${inside}`;
      expect(row.reports, row.from).toMatchObject(Object.fromEntries(Object.entries(reports ?? {}).map(([key, value]) => [key, value ?? 0])));
      const [patrols] = await owner`
        select count(*) filter (where booked > 1 and declined = 0)::int as "jointPatrols", count(*) filter (where not (booked > 1 and declined = 0))::int as "singlePatrols"
        from (select p.id, count(*) filter (where b.status = 'booked') as booked, count(*) filter (where b.status = 'declined') as declined
          from patrols p join patrol_bookings b on b.patrol_id = p.id where p.status = 'done' and from_at >= ${begin} and from_at < ${end}
            and (${!isCluster} or p.cluster_id = 'trio' or p.ward_codes && array['00001', '00002', '00003']) group by p.id) each_patrol`;
      expect(row.work, row.from).toMatchObject(patrols ?? {});
    }
    expect(rows.reduce((sum, row) => sum + row.border + row.outside, 0)).toBeGreaterThan(20);
  });

  it('counts models on the last day, commendations and tasks on theirs, and cuts reporting years at 1 October', async () => {
    const { rows } = await reviewOf(ANALYST, 'from=2021-10-01&to=2024-09-30&unit=reporting_year');
    expect(rows.map(({ from, to, isPartial, work }) => [from, to, isPartial, work.models, work.collectives, work.individuals, work.tasksDone, work.tasksDue])).toEqual([
      ['2021-10-01', '2022-09-30', false, 2, 1, 2, 1, 1], ['2022-10-01', '2023-09-30', false, 2, 5, 9, 0, 1], ['2023-10-01', '2024-09-30', false, 1, 0, 0, 0, 0],
    ]);
    const cluster = await reviewOf(ANALYST, 'from=2021-10-01&to=2023-09-30&unit=reporting_year&cluster=trio');
    expect(cluster.rows.map(({ work }) => [work.models, work.collectives, work.tasksDone, work.tasksDue])).toEqual([[1, 0, 1, 1], [1, 5, 0, 1]]);
  });

  it('shows an officer the wards in sight and says so; a viewer everything', async () => {
    const query = 'from=2020-01-01&to=2025-12-31&unit=year';
    const [all, viewer, four] = [await reviewOf(ANALYST, query), await reviewOf('viewer@test.local', query), await reviewOf('four@test.local', query)];
    expect([all.isPartialSight, viewer.isPartialSight, four.isPartialSight]).toEqual([false, false, true]);
    expect(viewer.rows.map(({ border }) => border)).toEqual(all.rows.map(({ border }) => border));
    const [{ n } = { n: 0 }] = await town.database.owner<{ n: number }[]>`select count(*)::int as n from incidents where owner_code = '00004' and occurred_at >= ${start('2020-01-01')}`;
    expect(four.rows.reduce((sum, row) => sum + row.border + row.outside, 0)).toBe(n);
    expect(four.rows.every(({ drugFree: free }) => free !== null && free.free + free.not_free + free.not_known === 1)).toBe(true);
  });

  it.each([['from=2020-01-01&to=2019-12-31', 'to'], ['from=1995-01-01&to=2025-12-31', 'to'], ['from=2010-01-01&to=2025-12-31&unit=month', 'to'], ['from=2020-02-30&to=2021-01-01', 'from'], ['to=2021-01-01', 'from']])('refuses %s', async (query, field) => {
    const answer = await review(ANALYST, query);
    expect([answer.status, (answer.body as { errors: { field: string }[] }).errors.map((one) => one.field)]).toEqual([400, [field]]);
  });
});

describe('wards free of drugs', () => {
  const seen = new Set<string>();
  const DAYS = ['2019-06-30', '2020-12-31', '2022-02-28', '2024-02-29', '2024-12-31', '2025-12-31'];

  it.each(DAYS)('on %s are those that plain SQL finds', async (day) => {
    const answer = (await drugFree(ANALYST, `day=${day}`)).body as DrugFreeAnswer;
    const rows = await town.database.owner`
      with placed as (select i.*, (occurred_at at time zone 'Asia/Ho_Chi_Minh')::date as day, floor((lon - 105.8) * 100)::int + 1 as ward from incidents i),
        known as (select w, (select min(p.day) from placed p where p.ward = w and p.day <= ${day}::date) as first,
          (select count(*)::int from placed p where p.ward = w and category = 'drugs' and p.day <= ${day}::date and p.day > (${day}::date - interval '12 months')::date) as drugs,
          (select max(p.day)::text from placed p where p.ward = w and category = 'drugs' and p.day <= ${day}::date) as last
          from generate_series(1, 4) w)
      select lpad(w::text, 5, '0') as code, drugs, last, case when drugs > 0 then 'not_free' when first is null or first > (${day}::date - interval '12 months')::date + 1 then 'not_known' else 'free' end as status
      from known order by 1`;
    expect(answer.wards.map(({ ward, incidents, lastIncidentOn, status }) => ({ code: ward.code, drugs: incidents, last: lastIncidentOn, status }))).toEqual(rows.map((row) => ({ ...row })));
    expect(answer.wards.map(({ breaking }) => breaking.length)).toEqual(rows.map((row) => row['drugs']));
    expect(answer.counts.free + answer.counts.not_free + answer.counts.not_known).toBe(4);
    for (const { status } of answer.wards) seen.add(status);
  });

  it('were of every status on some of these days', () => expect([...seen].sort()).toEqual(['free', 'not_free', 'not_known']));

  it('takes the months of the installation, names today by itself, and no day to come', async () => {
    const wide = (await drugFree(ANALYST, 'day=2025-12-31')).body as DrugFreeAnswer;
    await town.database.owner`update settings set value = '1' where key = 'drug_free_months'`;
    const narrow = (await drugFree(ANALYST, 'day=2025-12-31')).body as DrugFreeAnswer;
    expect([wide.rule.months, narrow.rule.months, narrow.rule.windowFrom]).toEqual([12, 1, '2025-12-01']);
    expect(narrow.counts.not_free).toBeLessThan(wide.counts.not_free);
    await town.database.owner`update settings set value = '12' where key = 'drug_free_months'`;
    expect((await drugFree(ANALYST)).status).toBe(200);
    expect((await drugFree(ANALYST, 'day=2099-01-01')).status).toBe(400);
  });

  it('are told to an officer for the own ward and its clusters, by the same records as to everybody', async () => {
    const [all, one, four] = await Promise.all([ANALYST, 'one@test.local', 'four@test.local'].map(async (email) => (await drugFree(email, 'day=2019-12-31')).body as DrugFreeAnswer));
    expect([one, four].map((answer) => answer?.wards.map(({ ward }) => ward.code))).toEqual([['00001', '00002', '00003'], ['00004']]);
    // Ward 2 in 2019, before the cluster: its incidents are not for this officer to see, its status is that of everybody.
    const second = (answer: DrugFreeAnswer | undefined) => answer?.wards[1];
    expect(second(one)?.status).toBe(second(all)?.status);
    expect(second(all)?.breaking.length).toBeGreaterThan(0);
    expect(second(one)?.breaking).toEqual([]);
  });
});

it('indicators are computed from the records of the programme\'s days and wards, one value whoever reads', async () => {
  const fromRecords = (number: number, formula: string, more: object = {}) => indicatorBody(number, { place: number, source: 'records', formula, direction: 'down', target: 1, ...more });
  for (const [number, formula] of ['border_incidents', 'leads_in_time', 'outcomes_returned', 'joint_patrols', 'patrols', 'zones_closed', 'drug_free_wards'].entries()) await addIndicator(ANALYST, 2, fromRecords(200 + number, formula));
  await addIndicator(ANALYST, 2, fromRecords(210, 'category_incidents', { categories: ['drugs'] }));
  await addIndicator(ANALYST, 3, fromRecords(220, 'category_incidents', { categories: ['theft', 'drugs'] }));
  const { owner } = town.database;
  const span = owner`>= ${start('2021-01-01')}`;
  const [told] = await owner`
    select count(*) filter (where occurred_at ${span} and occurred_at < ${start('2025-01-01')} and border_zone)::int as border,
      count(*) filter (where occurred_at ${span} and occurred_at < ${start('2025-01-01')} and category = 'drugs')::int as drugs,
      count(*) filter (where reported_at ${span} and reported_at < ${start('2025-01-01')} and lead_confirmed_at <= confirm_due_at)::int as confirmed,
      count(*) filter (where reported_at ${span} and reported_at < ${start('2025-01-01')} and confirm_due_at is not null)::int as due,
      count(*) filter (where reported_at ${span} and reported_at < ${start('2025-01-01')} and outcome_returned_at is not null)::int as returned,
      count(*) filter (where reported_at ${span} and reported_at < ${start('2025-01-01')} and resolved_at is not null)::int as resolved
    from incidents where lon < 105.83`;
  const page = pageOf(await read('four@test.local', 2));
  const { rows } = await reviewOf(ANALYST, 'from=2021-01-01&to=2024-12-31&unit=year&cluster=trio');
  const row = rows.at(-1);
  const joint = rows.reduce((sum, { work }) => sum + work.jointPatrols, 0);
  const every = rows.reduce((sum, { work }) => sum + work.jointPatrols + work.singlePatrols, 0);
  expect(page.indicators.map(({ formula, value, counted }) => [formula, value, counted?.part, counted?.whole])).toEqual([
    ['border_incidents', told?.['border'], undefined, undefined], ['leads_in_time', (100 * told?.['confirmed']) / told?.['due'], told?.['confirmed'], told?.['due']],
    ['outcomes_returned', (100 * told?.['returned']) / told?.['resolved'], told?.['returned'], told?.['resolved']], ['joint_patrols', joint, undefined, undefined], ['patrols', every, undefined, undefined],
    ['zones_closed', 0, undefined, undefined], ['drug_free_wards', row?.drugFree?.free, undefined, undefined], ['category_incidents', told?.['drugs'], undefined, undefined],
  ]);
  expect(told?.['due']).toBeGreaterThan(10);
  const [{ n } = { n: 0 }] = await owner<{ n: number }[]>`select count(*)::int as n from incidents where lon > 105.83 and occurred_at >= ${start('2023-01-01')} and occurred_at < ${start('2024-01-01')}`;
  expect(pageOf(await read(ANALYST, 3)).indicators[0]?.value).toBe(n);
});
