import { POST as closeOne } from '../../../app/api/scores/[id]/close/route';
import { POST as enterOne } from '../../../app/api/scores/[id]/entries/route';
import { GET as readOne, PATCH as patchOne } from '../../../app/api/scores/[id]/route';
import { GET as readWard } from '../../../app/api/scores/[id]/wards/[code]/route';
import { GET as listAll, POST as makeOne } from '../../../app/api/scores/route';
import { GET as readSet, PUT as putSet } from '../../../app/api/scores/sets/[id]/route';
import { POST as makeSet } from '../../../app/api/scores/sets/route';
import type { Json } from '../../../lib/db/database.types';
import { SCORE_FORMULAS } from '../../../lib/domain/score';
import type { ScorePage } from '../../../lib/domain/score-page';
import { buildPatrolTown, callAs } from './patrol-town';
import type { TestDatabase } from './test-database';
import { importIncidents, incidentRow, uuid } from './town';

/** Every formula with the weight 1 to 10, and one criterion given by hand. */
export const CRITERIA = [
  ...SCORE_FORMULAS.map((formula, place) => ({ id: formula, name: `Tiêu chí ${formula}`, weight: place + 1, source: 'records', formula, full: 1, least: 1 })),
  { id: 'by_hand', name: 'Tập thể chấm', weight: 5, source: 'manual', outOf: 10 },
];
export const setBody = (number: number, more: object = {}) => ({ id: uuid(number), name: 'Bộ tiêu chí', criteria: CRITERIA, leastShare: 0, ...more });
/** A period of the year 2022 over the whole town. */
export const periodBody = (number: number, set: number, more: object = {}) => ({ id: uuid(number), name: 'Năm 2022', setId: uuid(set), setVersion: 1, scope: 'city', from: '2022-01-01', to: '2022-12-31', ...more });
export const entryBody = (number: number, more: object = {}) => ({ id: uuid(number), criterion: 'by_hand', ward: 'grid/00001', value: 8, basis: 'biên bản chấm số 3', ...more });

/** The routes of scores, called as accounts of a town. */
export function scoreCalls(town: () => TestDatabase) {
  const post = (handler: unknown) => (email: string, body: unknown) => callAs(town(), email, handler, { method: 'POST', body });
  const of = (handler: unknown, method: string) => (email: string, number: number, body?: unknown) => callAs(town(), email, handler, { method, params: { id: uuid(number) }, ...(body === undefined ? {} : { body }) });
  return {
    makeSet: post(makeSet), putSet: of(putSet, 'PUT'), readSet: of(readSet, 'GET'), makePeriod: post(makeOne), change: of(patchOne, 'PATCH'), enter: of(enterOne, 'POST'), close: of(closeOne, 'POST'), read: of(readOne, 'GET'),
    list: (email: string) => callAs(town(), email, listAll),
    ward: (email: string, number: number, code: string) => callAs(town(), email, readWard, { params: { id: uuid(number), code } }),
  };
}

export const pageOf = (answer: { body: unknown }) => answer.body as ScorePage;

/** The town of patrols with 240 reports of 2021 to 2023 led by wards 1 to 4, in time or late or never, and assists, offers, disputes, patrols and tasks of those years. */
export async function buildScoreTown(town: TestDatabase): Promise<void> {
  await buildPatrolTown(town);
  const { owner } = town.database;
  const first = Date.parse('2021-03-01T03:00:00Z');
  await importIncidents(town.service, Array.from({ length: 240 }, (_, i): Record<string, Json> => {
    const ward = `0000${String((i % 4) + 1)}`;
    const at = new Date(first + i * 4 * 86_400_000).toISOString();
    return incidentRow(1000 + i, { edition_id: 'grid', owner_code: ward, candidate_codes: [ward], lead_code: ward, lon: 105.8005 + (i % 4) * 0.01, lat: 21.005, occurred_at: at, reported_at: at, status: i % 7 === 0 ? 'closed' : i % 3 === 0 ? 'resolved' : 'in_progress', border_zone: true });
  }));
  await owner`
    update incidents set confirm_due_at = case when n % 9 <> 0 then reported_at + interval '1 hour' end, lead_confirmed_at = case when n % 5 <> 0 then reported_at + (n % 4) * interval '30 minutes' end,
      resolve_due_at = case when n % 11 <> 0 then reported_at + interval '2 days' end, resolved_at = case when status = 'resolved' then reported_at + (n % 4) * interval '1 day' end,
      return_due_at = case when status = 'resolved' then reported_at + interval '6 days' end, outcome_returned_at = case when status = 'resolved' and n % 2 = 0 then reported_at + (n % 9) * interval '1 day' end
    from (select id as one, row_number() over (order by id) as n from incidents) numbered where one = id`;
  await owner`
    insert into incident_assists (incident_id, edition_id, ward_code, basis, status, asked_at, answered_at, finished_at, due_at)
    select id, 'grid', ward, 'request', (array['asked', 'accepted', 'declined', 'finished', 'cancelled'])[1 + n % 5], reported_at + interval '1 hour',
      case when n % 5 in (1, 2, 3) then reported_at + (n % 4) * interval '40 minutes' + interval '1 hour' end, case when n % 5 in (3, 4) then reported_at + (n % 3) * interval '1 hour' + interval '1 hour' end,
      case when n % 13 <> 0 then reported_at + interval '2 hours' end
    from (select id, reported_at, row_number() over (order by id)::int as n, '0000' || (1 + (row_number() over (order by id) % 3)) as ward from incidents) i`;
  await owner`
    insert into incident_hand_overs (incident_id, edition_id, to_code, status, offered_at, answered_at, due_at)
    select id, 'grid', '00002', (array['accepted', 'declined', 'withdrawn', 'accepted'])[1 + n % 4], reported_at, reported_at + (n % 7) * interval '10 minutes', reported_at + interval '30 minutes'
    from (select id, reported_at, (row_number() over (order by id))::int as n from incidents) i where n % 6 = 0`;
  await owner`
    insert into disputes (id, lon, lat, edition_id, ward_code, kind, parties, source, risk, stage, received_at, began_at, due_day, rule_version, ended_on, handed_over_to)
    select ('00000000-0000-4000-8000-' || lpad((6000 + n)::text, 12, '0'))::uuid, 105.805, 21.005, 'grid', '0000' || (1 + n % 3), 'land', '[{"role": "neighbour", "count": 2}]', 'resident', 'low', stage, at, at,
      (at + interval '20 days')::date, 1, case when stage not in ('received', 'mediating') then (at + (n % 40) * interval '1 day')::date end, case when stage = 'handed_over' then 'court' end
    from (select n, '2021-11-03 05:00Z'::timestamptz + n * interval '9 days' as at, (array['settled', 'handed_over', 'withdrawn', 'mediating', 'settled', 'settled'])[1 + n % 6] as stage from generate_series(0, 59) n) made`;
  await owner`
    insert into patrols (id, name, edition_id, cluster_id, status, from_at, to_at, plan, reach_metres, coverage, ward_codes)
    select ('00000000-0000-4000-8000-' || lpad((5000 + n)::text, 12, '0'))::uuid, 'x', 'grid', 'trio', (array['done', 'planned', 'done', 'cancelled'])[1 + n % 4], at, at + interval '2 hours',
      '{"type": "LineString"}', 50, '[]', case when n % 5 = 0 then array['00001'] else array['00001', '00002'] end
    from (select n, '2021-12-10 12:00Z'::timestamptz + n * interval '20 days' as at from generate_series(0, 23) n) made`;
  await owner`
    insert into patrol_bookings (patrol_id, edition_id, ward_code, status)
    select id, 'grid', code, case when code = '00002' and extract(day from from_at)::integer % 2 = 0 then 'declined' else 'booked' end from patrols, unnest(ward_codes) as code`;
  await owner`insert into programmes (id, name, scope, from_day, to_day, status) values (${uuid(7000)}, 'Chương trình', 'city', '2021-01-01', '2023-12-31', 'active'), (${uuid(7001)}, 'Nháp', 'city', '2021-01-01', '2023-12-31', 'draft')`;
  await owner`
    insert into programme_tasks (id, programme_id, place, title, owner_keys, due_day, progress, done_on)
    select ('00000000-0000-4000-8000-' || lpad((7100 + n)::text, 12, '0'))::uuid, case when n % 8 = 0 then ${uuid(7001)} else ${uuid(7000)} end::uuid, 1 + n, 'Việc', case when n % 2 = 0 then array['grid/00001', 'grid/00003'] else array['grid/00003'] end,
      day, case when n % 3 = 0 then 50 else 100 end, case when n % 3 > 0 then day + (n % 5 - 3) end
    from (select n, '2021-12-01'::date + n * 30 as day from generate_series(0, 15) n) made`;
}
