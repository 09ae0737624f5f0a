import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCORE_FORMULAS, type ScoreFormula } from '../../lib/domain/score';
import type { WardScorePage } from '../../lib/domain/score-page';
import { buildScoreTown, CRITERIA, entryBody, pageOf, periodBody, scoreCalls, setBody } from './support/score-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';

/** The town of scores in 2022, scored by criteria 1 in the periods 11 (everywhere) and 12 (cluster). */
let town: TestDatabase;
const { makeSet, putSet, readSet, makePeriod, change, enter, close, read, ward } = scoreCalls(() => town);
const ANALYST = 'analyst@test.local';
const COMMANDER = 'commander@test.local';
const CODES = ['00001', '00002', '00003', '00004'];
const fieldsOf = (answer: { body: unknown }) => ((answer.body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field);

beforeAll(async () => {
  town = await openTestDatabase();
  await buildScoreTown(town);
  expect((await makeSet(ANALYST, setBody(1))).status).toBe(201);
  expect((await makePeriod(ANALYST, periodBody(11, 1))).status).toBe(201);
  expect((await makePeriod(ANALYST, periodBody(12, 1, { scope: 'cluster', clusterId: 'trio' }))).status).toBe(201);
}, 60_000);
afterAll(() => town.close());

/** Part and whole of each formula as plain SQL finds them for one ward in 2022; everything then is long over. */
async function countPlainly(code: string): Promise<Record<ScoreFormula, [number, number]>> {
  const { owner } = town.database;
  const year = (column: string) => owner`(${owner(column)} at time zone 'Asia/Ho_Chi_Minh')::date between '2022-01-01' and '2022-12-31'`;
  const [led] = await owner`
    select count(*) filter (where lead_confirmed_at <= confirm_due_at)::int as "confirmPart", count(*) filter (where confirm_due_at is not null)::int as "confirmWhole",
      count(*) filter (where resolved_at <= resolve_due_at)::int as "resolvePart", count(*) filter (where resolve_due_at is not null and not (status = 'closed' and resolved_at is null))::int as "resolveWhole",
      count(*) filter (where outcome_returned_at <= return_due_at)::int as "returnPart", count(*) filter (where return_due_at is not null)::int as "returnWhole",
      count(*) filter (where resolved_at is not null and outcome_returned_at is not null)::int as "outcomePart", count(*) filter (where resolved_at is not null)::int as "outcomeWhole"
    from incidents where lead_code = ${code} and ${year('reported_at')}`;
  const [asked] = await owner`
    select count(*) filter (where answered_at <= due_at)::int as in_time, count(*) filter (where status in ('accepted', 'finished'))::int as accepted, count(*)::int as whole
    from incident_assists where ward_code = ${code} and ${year('asked_at')} and due_at is not null and (answered_at is not null or finished_at is null or finished_at > due_at)`;
  const [offered] = await owner`select count(*) filter (where answered_at <= due_at)::int as part, count(*)::int as whole from incident_hand_overs where to_code = ${code} and status <> 'withdrawn' and ${year('offered_at')}`;
  const [disputes] = await owner`
    select count(*) filter (where stage = 'settled' and ended_on <= due_day)::int as part, count(*)::int as whole
    from disputes where ward_code = ${code} and ${year('received_at')} and (stage in ('settled', 'mediating', 'received') or (stage = 'handed_over' and ended_on > due_day))`;
  const [patrols] = await owner`
    select count(*) filter (where p.status = 'done' and b.status = 'booked')::int as part, count(*)::int as whole
    from patrols p, patrol_bookings b where b.patrol_id = p.id and b.ward_code = ${code} and array_length(p.ward_codes, 1) >= 2 and p.status in ('planned', 'done') and ${year('from_at')}`;
  const [tasks] = await owner`
    select count(*) filter (where done_on <= due_day)::int as part, count(*)::int as whole from programme_tasks
    where ${`grid/${code}`} = any (owner_keys) and due_day between '2022-01-01' and '2022-12-31' and programme_id = ${uuid(7000)}`;
  const pair = (row: Record<string, number> | undefined, part: string, whole: string): [number, number] => [row?.[part] ?? NaN, row?.[whole] ?? NaN];
  return {
    confirm_in_time: pair(led, 'confirmPart', 'confirmWhole'), resolve_in_time: pair(led, 'resolvePart', 'resolveWhole'), return_in_time: pair(led, 'returnPart', 'returnWhole'),
    outcomes_returned: pair(led, 'outcomePart', 'outcomeWhole'), assist_in_time: pair(asked, 'in_time', 'whole'), assists_accepted: pair(asked, 'accepted', 'whole'),
    hand_over_in_time: pair(offered, 'part', 'whole'), disputes_in_time: pair(disputes, 'part', 'whole'), joint_patrols: pair(patrols, 'part', 'whole'), tasks_in_time: pair(tasks, 'part', 'whole'),
  };
}

describe('the figures of a score', () => {
  it('are what plain SQL counts, of every ward and every formula', async () => {
    const page = pageOf(await read(ANALYST, 11));
    expect(page.wards.map((one) => one.ward.code)).toEqual(CODES);
    const wholes = Object.fromEntries(SCORE_FORMULAS.map((formula) => [formula, 0]));
    for (const { ward: { code }, criteria } of page.wards) {
      const plain = await countPlainly(code);
      for (const { id, part, whole, state, points } of criteria.filter((one) => one.id !== 'by_hand')) {
        const [wantedPart, wantedWhole] = plain[id as ScoreFormula];
        expect([part, whole], `${code} ${id}`).toEqual([wantedPart, wantedWhole]);
        expect([state, points]).toEqual(wantedWhole === 0 ? ['no_data', null] : ['scored', (100 * wantedPart) / wantedWhole]);
        wholes[id] = (wholes[id] ?? 0) + whole;
      }
    }
    // Every quantity occurs, taken and not taken; ward 4 was never asked, has no dispute, patrol or task.
    for (const [formula, whole] of Object.entries(wholes)) expect(whole, formula).toBeGreaterThan(2);
    expect(page.wards[3]?.criteria.filter(({ state }) => state === 'no_data').map(({ id }) => id)).toEqual(['assist_in_time', 'assists_accepted', 'hand_over_in_time', 'disputes_in_time', 'joint_patrols', 'tasks_in_time']);
  });

  it('unfold to records, as many as the whole, counted as many as the part', async () => {
    for (const code of CODES) {
      const { records, score } = (await ward(ANALYST, 11, code)).body as WardScorePage;
      for (const { id, part, whole } of score.criteria.filter((one) => one.id !== 'by_hand')) {
        const own = (records ?? []).filter(({ formula }) => formula === id);
        expect([own.filter(({ counted }) => counted).length, own.length], `${code} ${id}`).toEqual([part, whole]);
      }
      const [incident] = await town.database.owner`select 1 from incidents where id = ${records?.find(({ kind }) => kind === 'incident')?.id ?? ''}`;
      expect(incident).toBeDefined();
    }
    const { records } = (await ward(ANALYST, 11, '00001')).body as WardScorePage;
    expect(new Set(records?.map(({ kind }) => kind))).toEqual(new Set(['incident', 'dispute', 'patrol', 'task']));
    expect(records?.find(({ kind }) => kind === 'task')?.parent).toBe(uuid(7000));
  });

  it('say what counts in the review: confirmed, resolved and returned in time', async () => {
    const counted = ((await town.service.rpc('review_reports', { periods: [{ from: '2022-01-01', to: '2022-12-31' }] })).data as Record<string, number>[])[0];
    const sum = (id: string, pick: 'part' | 'whole'): number => 0 + pages.reduce((total, { criteria }) => total + (criteria.find((one) => one.id === id)?.[pick] ?? 0), 0);
    const pages = pageOf(await read(ANALYST, 11)).wards;
    expect([sum('confirm_in_time', 'part'), sum('confirm_in_time', 'whole'), sum('resolve_in_time', 'part'), sum('resolve_in_time', 'whole'), sum('return_in_time', 'part'), sum('return_in_time', 'whole'), sum('outcomes_returned', 'part'), sum('outcomes_returned', 'whole')])
      .toEqual(['confirmed_in_time', 'confirm_due', 'resolved_in_time', 'resolve_due', 'returned_in_time', 'return_due', 'returned', 'resolved_with_time'].map((name) => counted?.[name]));
  });

  it('do not change when ten times as much of the same happens in a ward', async () => {
    const before = pageOf(await read(ANALYST, 11)).wards[0];
    await town.database.owner`
      insert into incidents (id, version, category, occurred_at, lon, lat, status, edition_id, ownership_status, owner_code, border_zone, junction, width_metres, lead_code, lead_reason, reported_at,
        confirm_due_at, lead_confirmed_at, resolve_due_at, resolved_at, return_due_at, outcome_returned_at)
      select gen_random_uuid(), 0, category, occurred_at, lon, lat, status, edition_id, ownership_status, owner_code, border_zone, junction, width_metres, lead_code, lead_reason, reported_at,
        confirm_due_at, lead_confirmed_at, resolve_due_at, resolved_at, return_due_at, outcome_returned_at
      from incidents, generate_series(1, 9) where lead_code = '00001' and reported_at >= '2022-01-01T00:00:00+07:00' and reported_at < '2023-01-01T00:00:00+07:00'`;
    const after = pageOf(await read(ANALYST, 11)).wards[0];
    expect(after?.criteria[0]?.whole).toBe(10 * (before?.criteria[0]?.whole ?? 0));
    expect(after?.total).toBe(before?.total);
  });

  it('of a cluster are those of its members; the database takes no formula that counts incidents', async () => {
    expect(pageOf(await read(ANALYST, 12)).wards.map((one) => one.ward.code)).toEqual(CODES.slice(0, 3));
    const criteria = [{ id: 'a', name: 'a', weight: 1, source: 'records', formula: 'border_incidents', full: 1, least: 1 }];
    await expect(town.database.owner`insert into score_sets (set_id, version, name, criteria, least_share) values (${uuid(99)}, 1, 'x', ${town.database.owner.json(criteria)}, 0)`).rejects.toMatchObject({ code: '23514' });
  });
});

describe('points by hand', () => {
  it('count by their weight, with what they rest on; a correction takes the place of what it names', async () => {
    const before = pageOf(await read(ANALYST, 12)).wards[0];
    const given = await enter(ANALYST, 12, entryBody(21));
    expect(given.status, JSON.stringify(given.body)).toBe(201);
    const after = pageOf(given).wards[0];
    expect(after?.criteria.at(-1)).toMatchObject({ state: 'scored', part: 8, whole: 10, points: 80 });
    expect(before?.criteria.at(-1)).toMatchObject({ state: 'not_given', points: null, share: null });
    const known = (before?.weightShare ?? 0) * 60;
    expect(after?.total).toBeCloseTo(((before?.total ?? 0) * known + 80 * 5) / (known + 5), 10);
    expect((await enter(ANALYST, 12, entryBody(21))).status).toBe(200);
    expect(fieldsOf(await enter(ANALYST, 12, entryBody(22)))).toEqual(['ward']);
    const corrected = pageOf(await enter(ANALYST, 12, entryBody(23, { value: 6, supersedes: uuid(21), basis: 'chấm lại' })));
    expect(corrected.entries.map(({ id, isCurrent, basis }) => [id, isCurrent, basis])).toEqual([[uuid(21), false, 'biên bản chấm số 3'], [uuid(23), true, 'chấm lại']]);
    expect(corrected.wards[0]?.criteria.at(-1)?.points).toBe(60);
    const race = await Promise.all([24, 25].map((number) => enter(ANALYST, 12, entryBody(number, { value: 5, supersedes: uuid(23) }))));
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each<[string, object, number, string]>([
    ['without a basis', { basis: ' ' }, 400, 'basis'], ['above the most', { value: 10.5 }, 422, 'value'], ['by a criterion that is computed', { criterion: 'joint_patrols' }, 422, 'criterion'],
    ['of a ward that is not scored', { ward: 'grid/00004' }, 422, 'ward'], ['in place of another ward\'s', { ward: 'grid/00002', supersedes: uuid(21) }, 422, 'supersedes'], ['of a person', { person: 'x' }, 400, 'person'],
  ])('%s are refused', async (_, more, status, field) => {
    const answer = await enter(ANALYST, 12, entryBody(29, more));
    expect([answer.status, ...fieldsOf(answer)], JSON.stringify(answer.body)).toEqual([status, field]);
  });
});

describe('criteria and periods', () => {
  it('keep every version; a period stays with its own until it is moved', async () => {
    expect(fieldsOf(await putSet(ANALYST, 1, { version: 2, name: 'x', criteria: CRITERIA }))).toEqual(['version']);
    const next = await putSet(COMMANDER, 1, { version: 1, name: 'Bộ tiêu chí', criteria: CRITERIA.slice(0, 3), leastShare: 0.5 });
    expect([next.status, (next.body as { versions: { version: number }[] }).versions.map(({ version }) => version)]).toEqual([200, [2, 1]]);
    expect((await putSet(COMMANDER, 1, { version: 2, name: 'Bộ tiêu chí', criteria: CRITERIA.slice(0, 3), leastShare: 0.5 })).body).toEqual((await readSet(ANALYST, 1)).body);
    const page = pageOf(await read(ANALYST, 11));
    expect([page.period.setVersion, page.newestVersion, page.set.criteria.length]).toEqual([1, 2, 11]);
    const moved = pageOf(await change(ANALYST, 11, { version: 1, setVersion: 2, name: 'Năm 2022, bản 2' }));
    expect([moved.period.version, moved.set.version, moved.wards[0]?.criteria.length]).toEqual([2, 2, 3]);
    expect((await change(ANALYST, 11, { version: 1, name: 'x' })).status).toBe(409);
    await expect(town.database.owner`update score_sets set name = 'x'`).rejects.toMatchObject({ code: '42501' });
  });

  it.each<[string, () => Promise<{ status: number; body: unknown }>, number, string]>([
    ['a version there is not', () => makePeriod(ANALYST, periodBody(98, 1, { setVersion: 9 })), 422, 'setVersion'],
    ['a cluster there is not', () => makePeriod(ANALYST, periodBody(98, 1, { scope: 'cluster', clusterId: 'none' })), 422, 'clusterId'],
    ['days in the wrong order', () => makePeriod(ANALYST, periodBody(98, 1, { to: '2021-12-31' })), 400, 'to'],
    ['days in the wrong order, of which one is there', () => change(ANALYST, 12, { version: 1, from: '2023-01-01' }), 422, 'to'],
    ['another of the same id', () => makePeriod(ANALYST, periodBody(11, 1, { name: 'khác' })), 409, 'id'],
  ])('refuse %s', async (_, act, status, field) => {
    const answer = await act();
    expect([answer.status, ...fieldsOf(answer)], JSON.stringify(answer.body)).toEqual([status, field]);
  });
});

describe('closing', () => {
  it('freezes figures, criteria and records: what changes later changes nothing of it', async () => {
    expect((await close(ANALYST, 12, { version: 1 })).status).toBe(403);
    const open = pageOf(await read(COMMANDER, 12));
    const closed = await close(COMMANDER, 12, { version: 1 });
    expect(closed.status, JSON.stringify(closed.body)).toBe(200);
    const records = (await ward(COMMANDER, 12, '00001')).body as WardScorePage;
    expect(pageOf(closed).wards).toEqual(open.wards);
    expect([pageOf(closed).period.status, pageOf(closed).permissions]).toEqual(['closed', { write: false, close: false }]);
    await town.database.owner`update incidents set lead_confirmed_at = null where lead_code = '00001'`;
    const later = (await ward(COMMANDER, 12, '00001')).body as WardScorePage;
    expect(later).toEqual(records);
    expect(records.records?.length).toBeGreaterThan(10);
    expect(fieldsOf(await enter(ANALYST, 12, entryBody(31, { ward: 'grid/00003' })))).toEqual(['status']);
    expect(fieldsOf(await change(ANALYST, 12, { version: 2, name: 'x' }))).toEqual(['status']);
    expect((await close(COMMANDER, 12, { version: 2 })).status).toBe(422);
    await expect(town.database.owner`update score_periods set name = 'x' where id = ${uuid(12)}`).rejects.toMatchObject({ code: '42501' });
    await expect(town.database.owner`delete from score_results`).rejects.toMatchObject({ code: '42501' });
  });

  it('waits for the end of the period, and refuses figures that are not those of the records', async () => {
    await makePeriod(ANALYST, periodBody(13, 1, { from: '2026-01-01', to: '2027-06-30', name: 'Còn dài' }));
    expect(fieldsOf(await close(COMMANDER, 13, { version: 1 }))).toEqual(['to']);
    const forged = await town.service.rpc('close_score_period', { payload: { id: uuid(11), version: 2, as_of: new Date().toISOString(), counts: [], entries: [], results: [], actor: { role: 'admin' } } });
    expect(forged.data).toMatchObject({ outcome: 'conflict', field: '(figures)' });
  });
});
