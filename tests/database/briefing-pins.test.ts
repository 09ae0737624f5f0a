import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AS_OF, addYear, briefingOf, openLane, request, routesOf, untilSettled, type BriefLane } from './support/briefing-town';
import { alongBorder } from './support/patrol-town';
import { buildScoreTown, periodBody, scoreCalls, setBody } from './support/score-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { importIncidents, incidentRow, uuid } from './support/town';
import { coverArcs } from '../../lib/geo/arc-coverage';
import { drawCharts } from '../../lib/cli/watch/draw-charts';
import { maskContent } from '../../lib/briefing/mask-content';
import { loadArcs } from '../../lib/db/editions';
import { getRuleBook } from '../../lib/db/rule-book';
import { toCoverageJson } from '../../lib/db/patrol-reading';
import type { PinKind, Slide } from '../../lib/domain/briefing';
import type { BriefingPresentation } from '../../lib/messages/briefing/presented-slide';

const ANALYST = 'analyst@test.local';
const KNOWN = '2012-01-01T00:00:00Z';
const [ALARM, ZONE, PATROL, PROGRAMME, PERIOD] = [uuid(8001), uuid(8002), uuid(8003), uuid(7000), uuid(11)];
let town: TestDatabase;
let routes: ReturnType<typeof routesOf>;
let worker: { lane: BriefLane; failures: unknown[] };

/** A path of every page that something is brought from. */
const PATHS: readonly (readonly [PinKind, string])[] = [
  ['map', '/map?period=28'], ['map', '/map?period=year&status=reported'], ['map', '/map?period=year&open=1&overdue=1'], ['chart', '/map?period=28&bin=week'],
  ['chart', '/trends?period=year&cal=month'], ['chart', '/trends?period=year&cal=month&by=ward'], ['chart', '/trends?period=year&by=border_zone&form=stacked'], ['chart', '/trends?period=year&chart=hours'], ['chart', '/trends?period=year&chart=wards&reading=grid'],
  ['analysis', '/analysis?method=border_distance&from=2025-09-01&to=2026-05-31&area=cluster:trio'], ['chart', `/alarms?alarm=${ALARM}`], ['map', '/patrols?tab=coverage&from=2026-05-01&to=2026-05-31&cluster=trio'], ['map', `/patrols/${PATROL}`],
  ['chart', '/programmes/review?from=2022-01-01&to=2022-12-31&unit=quarter'], ['chart', '/programmes/review?from=2026-01-01&to=2026-05-31&unit=month&cluster=trio'], ['chart', '/programmes/drug-free?day=2026-05-31'], ['chart', `/programmes/${PROGRAMME}`],
  ['chart', `/scores/${PERIOD}`], ['chart', `/scores/${PERIOD}/wards/00001`], ['chart', '/disputes'], ['chart', '/disputes?ward=grid/00001&risk=low'], ['map', '/clusters/trio'], ['chart', '/rules?from=2026-01-01&to=2026-05-31&width=20&cluster=trio'],
];

beforeAll(async () => {
  town = await openTestDatabase();
  await buildScoreTown(town);
  await addYear(town);
  const { owner } = town.database;
  const scores = scoreCalls(() => town);
  expect((await scores.makeSet(ANALYST, setBody(1))).status).toBe(201);
  expect((await scores.makePeriod(ANALYST, periodBody(11, 1))).status).toBe(201);
  await owner`insert into alarms (id, subject_kind, edition_id, codes, category, method, method_version, since_day, detected_week, watched_to, evidence)
    values (${ALARM}, 'arc', 'grid', array['00001', '00002'], null, 'cusum', 1, '2026-05-01', '2026-05-04', '2026-05-31', '{}')`;
  const [arcs, { editions }] = [await loadArcs(town.service, 'grid'), await getRuleBook()];
  const route = { type: 'LineString' as const, coordinates: alongBorder(-20) };
  const coverage = JSON.stringify(toCoverageJson(coverArcs(route, 50, editions[0]!.index, arcs)));
  const shape = JSON.stringify(route);
  await owner`insert into patrols (id, name, edition_id, cluster_id, status, from_at, to_at, plan, reach_metres, coverage, ward_codes)
    values (${PATROL}, 'Ca đêm', 'grid', 'trio', 'done', '2026-05-10T13:00Z', '2026-05-10T15:00Z', ${shape}::text::jsonb, 50, ${coverage}::text::jsonb, array['00001', '00002'])`;
  await owner`insert into patrol_bookings (patrol_id, edition_id, ward_code, status) values (${PATROL}, 'grid', '00001', 'booked'), (${PATROL}, 'grid', '00002', 'booked')`;
  await owner`insert into patrol_tracks (id, patrol_id, ward_code, source, length_metres, geometry, coverage, digest, recorded_at)
    values (${uuid(8010)}, ${PATROL}, '00001', 'drawn', 600, ${shape}::text::jsonb, ${coverage}::text::jsonb, 'x', ${KNOWN})`;
  await owner`insert into dispute_history (dispute_id, at, kind) select id, received_at, 'received' from disputes`;
  // Known for long: what is written from now on is later than the instants that are asked for.
  for (const table of ['clusters', 'cluster_members', 'cluster_leads', 'regulations', 'focus_areas', 'patrols']) await owner.unsafe(`update ${table} set recorded_at = '${KNOWN}'`);
  for (const table of ['programmes', 'programme_tasks', 'score_periods']) await owner.unsafe(`update ${table} set created_at = '${KNOWN}'`);
  // The state that the town was built in was written long ago too.
  await owner.unsafe(`alter table incident_history disable trigger user; update incident_history set at = '${KNOWN}'; alter table incident_history enable trigger user`);
  routes = routesOf(town);
  worker = openLane(town);
}, 120_000);
afterAll(async () => {
  await worker.lane.end();
  await town.close();
});

/** Composes a briefing of some paths; its pinned slides, without the ids of their pins. */
async function composePins(paths: readonly (readonly [PinKind, string])[]): Promise<{ readonly id: string; readonly slides: readonly Slide[] }> {
  const pins = paths.map(([kind, path]) => ({ id: randomUUID(), kind, title: path, path }));
  for (const pin of pins) expect([pin.path, (await routes.pin(ANALYST, pin)).status]).toEqual([pin.path, 201]);
  const { id } = briefingOf(await routes.post(ANALYST, request({ pins: pins.map((pin) => pin.id) })));
  const briefing = await untilSettled(town, id);
  expect([briefing.state, briefing.failure, worker.failures]).toEqual(['ready', null, []]);
  return { id, slides: briefing.content!.slides.slice(8).map((slide) => ({ ...slide, id: '' })) };
}
const factOf = (slide: Slide | undefined, id: string): number | null | undefined => slide?.facts.find((fact) => fact.id === id)?.value;

describe('a pin of every page', () => {
  let first: Awaited<ReturnType<typeof composePins>>;
  const slideAt = (path: string): Slide | undefined => first.slides[PATHS.findIndex(([, one]) => one === path)];
  beforeAll(async () => { first = await composePins(PATHS); }, 120_000);

  it('becomes a slide with one claim, none of them gone, told in both languages', async () => {
    expect(first.slides.map(({ claim }, place) => [PATHS[place]?.[1], claim.code])).not.toContainEqual([expect.any(String), 'pin_gone']);
    expect(first.slides).toHaveLength(PATHS.length);
    expect(first.slides.map(({ link }) => link)).toEqual(PATHS.map(([, path]) => path));
    for (const language of ['vi', 'en']) {
      const { slides } = (await routes.present('viewer@test.local', first.id, `?language=${language}&theme=projector`)).body as BriefingPresentation;
      const text = JSON.stringify(slides.slice(8).map(({ title: _title, link: _link, ...rest }) => rest));
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|…/);
    }
  });

  it('has the numbers that its page would have had then', async () => {
    expect(factOf(slideAt('/map?period=28'), 'count')).toBe(14);
    // One of two days is still open, that of the last incident.
    expect(factOf(slideAt('/map?period=year&status=reported'), 'count')).toBe(1);
    expect(slideAt('/trends?period=year&cal=month')?.claim.values).toMatchObject({ count: factOf(slideAt('/trends?period=year&cal=month&by=ward'), 'count') });
    const wards = slideAt('/trends?period=year&cal=month&by=ward');
    expect(wards?.charts[0]?.series.map(({ id }) => id).sort()).toEqual(['00001', '00002']);
    expect(wards?.tables[0]?.rows.reduce((sum, { cells }) => sum + Number(cells[1]), 0)).toBe(factOf(wards, 'count'));
    const alarm = (await drawCharts(town.service, await getRuleBook(), AS_OF))?.alarms.find(({ subject, category }) => subject.kind === 'arc' && category === null && subject.codes.join('/') === '00001/00002');
    expect(slideAt(`/alarms?alarm=${ALARM}`)?.claim).toMatchObject({ code: 'alarm_on', values: { pair: '00001/00002', count: alarm?.evidence.since.count, days: alarm?.evidence.since.days, since: alarm?.sinceDay, to: '2026-05-24' } });
    expect(slideAt(`/alarms?alarm=${ALARM}`)?.tables[0]?.rows.map(({ cells }) => cells[1]).reverse()).toEqual(alarm?.evidence.weeks.slice(-52).map(({ count }) => count));
    expect(slideAt('/patrols?tab=coverage&from=2026-05-01&to=2026-05-31&cluster=trio')?.claim.values).toMatchObject({ arcs: 2, bothSides: 0, oneSide: 1, noSide: 1 });
    expect(slideAt(`/patrols/${PATROL}`)?.claim).toMatchObject({ code: 'patrol_walked', values: { sides: 'one_side', booked: 2, tracks: 1 } });
    const [disputes] = await town.database.owner<{ all: number; open: number; intime: number; judged: number }[]>`
      select count(*)::int as all, count(*) filter (where stage in ('received', 'mediating'))::int as open, count(*) filter (where stage = 'settled' and ended_on <= due_day)::int as inTime,
        count(*) filter (where stage in ('settled', 'received', 'mediating') or (stage = 'handed_over' and ended_on > due_day))::int as judged from disputes`;
    expect(slideAt('/disputes')?.claim.values).toMatchObject({ count: disputes?.all, open: disputes?.open, inTime: disputes?.intime, judged: disputes?.judged });
    expect(slideAt('/clusters/trio')?.facts.find(({ id }) => id === 'count')?.value).toBe(14);
    const scores = scoreCalls(() => town);
    const page = (await scores.read(ANALYST, 11)).body as { wards: { ward: { code: string }; total: number | null }[] };
    expect(slideAt(`/scores/${PERIOD}`)?.tables[0]?.rows.map(({ cells }) => [cells[0], Math.round(Number(cells[1]) * 1e6)])).toEqual(page.wards.map(({ ward, total }) => [ward.code, Math.round(Number(total) * 1e6)]));
    const [led] = await town.database.owner<{ n: number }[]>`select count(*)::int as n from incidents where occurred_at >= '2022-01-01T00:00+07' and occurred_at < '2023-01-01T00:00+07'`;
    expect(factOf(slideAt('/programmes/review?from=2022-01-01&to=2022-12-31&unit=quarter'), 'count')).toBe(led?.n);
  });

  it('is the same when it is composed again, whatever was changed, added or taken back meanwhile', async () => {
    const { owner } = town.database;
    await importIncidents(town.service, [incidentRow(950, { edition_id: 'grid', occurred_at: '2026-05-30T05:30:00Z', lon: 105.8095, lat: 21.005, border_zone: true, cluster_id: 'trio' })]);
    await owner`update incidents set status = 'closed', resolved_at = now(), outcome_returned_at = now(), cluster_id = null where lead_code is not null`;
    await owner`update patrols set status = 'cancelled' where id = ${PATROL}`;
    await owner`insert into patrol_history (patrol_id, kind, before, after) values (${PATROL}, 'status', '{"status": "done"}', '{"status": "cancelled"}')`;
    await owner`insert into patrol_tracks (id, patrol_id, ward_code, source, length_metres, geometry, coverage, digest) select ${uuid(8011)}, patrol_id, '00002', source, length_metres, geometry, coverage, 'y' from patrol_tracks where id = ${uuid(8010)}`;
    await owner`insert into dispute_history (dispute_id, kind, before, after) select id, 'withdrawn', jsonb_build_object('stage', stage, 'ended_on', ended_on), '{}' from disputes where stage = 'mediating'`;
    await owner`update disputes set stage = 'withdrawn', ended_on = current_date where stage = 'mediating'`;
    await owner`insert into programme_history (subject_id, subject, programme_id, kind, draft, before, after) select id, 'task', programme_id, 'changed', false, jsonb_build_object('progress', progress, 'done_on', done_on), '{}' from programme_tasks where programme_id = ${PROGRAMME}`;
    await owner`update programme_tasks set progress = 100, done_on = current_date where programme_id = ${PROGRAMME}`;
    await owner`insert into programme_tasks (id, programme_id, place, title, due_day) values (${uuid(7190)}, ${PROGRAMME}, 90, 'Việc mới', '2026-06-30')`;
    await owner`update alarms set evidence = '{"x": 1}', state = 'ended', ended_at = now() where id = ${ALARM}`;
    expect((await scoreCalls(() => town).close('commander@test.local', 11, { version: 1 })).status).toBe(200);
    const again = await composePins(PATHS);
    for (const [place, slide] of again.slides.entries()) expect([PATHS[place]?.[1], slide]).toEqual([PATHS[place]?.[1], first.slides[place]]);
  }, 120_000);

  it('leaves for outside the building with its small counts withheld', async () => {
    const detail = await untilSettled(town, first.id);
    const masked = maskContent(detail.content!, await getRuleBook(), 'seed', detail.asOf);
    for (const slide of masked.slides.slice(8)) {
      expect(slide.link).toBeNull();
      for (const { columns, rows } of slide.tables) for (const { cells } of rows) columns.forEach(({ kind }, place) => { if (kind === 'count' && typeof cells[place] === 'number') expect([slide.words, cells[place] === 0 || cells[place] > 4]).toEqual([slide.words, true]); });
    }
  });
});

describe('a pin whose path is wrong', () => {
  it('is refused by the name of its field', async () => {
    const refused = async (kind: PinKind, path: string) => {
      const { status, body } = await routes.pin(ANALYST, { kind, title: 'x', path });
      return [status, ((body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field)];
    };
    for (const path of ['/nowhere', '/alarms', '/patrols', '/zones/1', `/zones/${randomUUID()}/x`, '/scores', '/map?cluster=none', '/trends?ward=grid/99999', '/rules?from=2026-01-01']) {
      expect([path, await refused('chart', path)]).toEqual([path, [422, ['path']]]);
    }
    for (const [kind, path] of [['zone', `/zones/${ZONE}`], ['analysis', `/analysis?run=${ZONE}`], ['chart', `/alarms?alarm=${ZONE}`], ['map', `/patrols/${ZONE}`], ['map', '/clusters/none'], ['chart', `/programmes/${ZONE}`], ['chart', `/scores/${ZONE}/wards/00001`]] as const) {
      expect([path, await refused(kind, path)]).toEqual([path, [422, ['path']]]);
    }
    expect(await refused('zone', '/map')).toEqual([422, ['kind']]);
    for (const path of ['map', '//evil.test/map', '/map\u0000', `/map?${'x'.repeat(2_000)}`]) expect([path, await refused('map', path)]).toEqual([path, [400, ['path']]]);
  });

  it('becomes a slide that says so, when what it names is not there any more', async () => {
    const pin = randomUUID();
    await town.database.owner`insert into briefing_pins (id, kind, title, path, author, created_by_role) select ${pin}, 'zone', 'x', ${`/zones/${ZONE}`}, id, 'analyst' from auth.users where email = ${ANALYST}`;
    const { id } = briefingOf(await routes.post(ANALYST, request({ pins: [pin] })));
    expect((await untilSettled(town, id)).content?.slides.at(-1)?.claim.code).toBe('pin_gone');
  });
});
