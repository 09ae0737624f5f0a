import { describe, expect, it } from 'vitest';
import { maskContent } from '../../../lib/briefing/mask-content';
import { composePin } from '../../../lib/briefing/compose-pin';
import type { PinData } from '../../../lib/briefing/pin-evidence';
import type { PinKind, Slide } from '../../../lib/domain/briefing';
import type { KnownDispute, KnownPatrol } from '../../../lib/domain/briefing-facts';
import type { Day, Instant } from '../../../lib/domain/instant';
import type { ArcCoverage } from '../../../lib/domain/patrol';
import type { PointColumns } from '../../../lib/domain/point-columns';
import type { ReviewRow } from '../../../lib/domain/programme-review';
import { readAsRecorded } from '../../../lib/trends/edition-reading';
import { parseTrendsView } from '../../../lib/trends/trends-view';
import { parseView } from '../../../lib/view/parse-view';
import { buildRuleBook } from '../../../lib/rules/rule-book';
import { listSlideFaults, namesOf } from '../../helpers/briefing-input';
import { listUnclassified } from '../../helpers/unclassified';
import { listPoints } from '../../helpers/list-points';

const names = { ...namesOf({ '00001': 'Phường Một', '00002': 'Phường Hai', '00003': 'Phường Ba' }), clusters: { trio: 'Cụm trio' } };
const TODAY = '2026-05-31' as Day;
const AS_OF = '2026-05-31T13:00:00.000Z' as Instant;
const seconds = (text: string): number => Date.parse(text) / 1_000;

/** The slide of some evidence, with words for everything it says, no number that is none, and nothing of which nobody said whether it may leave. */
function compose(data: PinData, kind: PinKind = 'chart'): Slide {
  const slide = composePin({ id: 'x', kind, title: 'Tên', path: '/map', data }, () => true);
  if (slide === null) throw new Error('it stopped');
  expect(listSlideFaults(slide, names)).toEqual([]);
  expect(JSON.parse(JSON.stringify(slide))).toEqual(slide);
  expect(listUnclassified(slide)).toEqual([]);
  return slide;
}
const NO_RULES = buildRuleBook({ editions: [], clusters: [], defaultWidthMetres: 100, timeZone: 'Asia/Ho_Chi_Minh' });
const factOf = (slide: Slide, id: string) => slide.facts.find((fact) => fact.id === id)?.value;
const rowsOf = (slide: Slide, id: string) => slide.tables.find((table) => table.id === id)?.rows.map(({ cells }) => cells);

const nowSeconds = seconds(AS_OF);

/** Ten incidents: three of last May, then one a week up to 30 May, two of them near the border, the last two open, one of these late. */
const points: PointColumns = listPoints([
  ...['2025-05-05', '2025-05-12', '2025-05-19'].map((day) => ({ at: seconds(`${day}T05:00:00Z`), category: 'theft', ward: 'grid/00001', status: 'closed' as const })),
  ...['2026-04-18', '2026-04-25', '2026-05-02', '2026-05-09', '2026-05-16', '2026-05-23', '2026-05-30'].map((day, place) => ({
    at: seconds(`${day}T05:00:00Z`), category: place % 2 === 0 ? 'theft' : 'robbery', ward: place < 5 ? 'grid/00001' : 'grid/00002', borderZone: place > 4, cluster: 'trio',
    status: place > 4 ? ('reported' as const) : ('closed' as const), dueAt: place === 5 ? seconds('2026-05-24T00:00:00Z') : 0,
  })),
], nowSeconds);
const ofMap = (query: string, days = { from: '2026-05-04' as Day, to: TODAY }, kind: PinKind = 'map') =>
  compose({ kind: 'points', points, view: parseView(new URLSearchParams(query)), ...days, nowSeconds, editionId: 'grid', day: TODAY, zone: null }, kind);
const ofTrend = (query: string, chart: 'series' | 'hours' | 'wards' = 'series') =>
  compose({ kind: 'trend', points, view: parseTrendsView(new URLSearchParams(query)), reading: readAsRecorded(points), chart, referenceDay: TODAY, nowSeconds });

describe('a pinned map', () => {
  it('counts what its view shows, and the days before', () => {
    const slide = ofMap('period=28');
    // 9, 16, 23 and 30 May; 18 April, 25 April and 2 May lie in the 28 days before the 4th.
    expect(slide.claim).toEqual({ code: 'pin_map', values: { count: 4, before: 3, near: 2, from: '2026-05-04', to: TODAY, days: 28, z: 0.535898384862 } });
    expect(rowsOf(slide, 'wards')).toEqual([['00001', 2], ['00002', 2]]);
    expect(slide.map?.points.map(({ resolved, borderZone }) => [resolved, borderZone])).toEqual([[true, false], [true, false], [false, true], [false, true]]);
  });

  it('keeps what its filters keep: state, lateness, ward, cluster, kind', () => {
    expect(factOf(ofMap('status=reported'), 'count')).toBe(2);
    expect(factOf(ofMap('open=1'), 'count')).toBe(2);
    expect(factOf(ofMap('overdue=1'), 'count')).toBe(1);
    expect(factOf(ofMap('status=closed&category=theft'), 'count')).toBe(1);
    expect(factOf(ofMap('ward=grid/00002'), 'count')).toBe(2);
    expect(ofMap('cluster=none').claim.code).toBe('pin_empty');
    // What was open before may be done by now: nothing is compared.
    expect([ofMap('open=1').claim.code, factOf(ofMap('open=1'), 'before'), ofMap('open=1').uncertainty.map(({ code }) => code)]).toEqual(['pin_map_alone', undefined, ['about_state']]);
  });

  it('says nothing of days before the records begin', () => {
    expect(ofMap('period=all', { from: '2025-05-05' as Day, to: TODAY }).claim).toMatchObject({ code: 'pin_map_alone', values: { count: 10, before: null, z: null } });
  });
});

describe('a pinned chart of the trends', () => {
  const may = 'from=2026-05-01&to=2026-05-31&cal=month';
  it('draws what was drawn: all, groups, wards, hours', () => {
    const all = ofTrend(may);
    expect(all.claim).toMatchObject({ code: 'trend_series', values: { count: 5, before: 3, now: 5 } });
    expect(all.charts[0]?.series).toEqual([{ id: 'now', values: [5] }, { id: 'year_before', values: [3] }]);
    const byWard = ofTrend(`${may}&by=ward`);
    expect(byWard.claim).toMatchObject({ code: 'trend_groups', values: { key: '00001', most: 3, count: 5 } });
    expect(byWard.charts[0]).toMatchObject({ seriesKind: 'ward', series: [{ id: '00001', values: [3] }, { id: '00002', values: [2] }] });
    expect(rowsOf(byWard, 'groups')).toEqual([['00001', 3, 3], ['00002', 2, 0]]);
    expect(ofTrend(`${may}&by=border_zone`).charts[0]?.series).toEqual([{ id: 'interior', values: [3] }, { id: 'border', values: [2] }]);
    for (const by of ['category', 'cluster', 'border', 'status', 'lead_reason']) expect(rowsOf(ofTrend(`${may}&by=${by}`), 'groups')?.reduce((sum, cells) => sum + Number(cells[1]), 0)).toBe(5);
    expect(rowsOf(ofTrend(may, 'wards'), 'wards')).toEqual([['00002', 2, 0, 2.82842712475, 2], ['00001', 3, 3, 0, 3]]);
  });

  it('tells the hour that is busiest, and how likely that is by chance', () => {
    const slide = ofTrend(may, 'hours');
    // Every incident was at noon, five of five: 24 · P(Poisson(5/24) ≥ 5).
    expect(slide.claim.values).toMatchObject({ hour: '12:00', most: 5, count: 5 });
    expect(Number(slide.claim.values.p)).toBeCloseTo(24 * 2.75e-6, 5);
    expect(rowsOf(slide, 'hours')?.[12]).toEqual(['12', 0, 0, 0, 0, 0, 5, 0]);
  });

  it('says so when there is nothing', () => {
    expect(ofTrend('from=2026-01-01&to=2026-01-31').claim.code).toBe('trend_empty');
    expect(ofTrend('from=2027-01-01&to=2027-01-31').claim.code).toBe('trend_empty');
  });
});

const arc = (a: string, b: string, sides: ArcCoverage['sides'], both: number): ArcCoverage =>
  ({ editionId: 'grid', wards: [{ code: a, name: a }, { code: b, name: b }], lengthMetres: 1_000, coveredMetres: [both, both], bothMetres: both, patrols: 1, lastAt: AS_OF, sides });

describe('a pinned page of patrols', () => {
  it('counts borders by the sides that were covered, gaps first', () => {
    const lines = new Map([['00001/00002', [[[105.8, 21], [105.81, 21]]]], ['00002/00003', [[[105.81, 21], [105.82, 21]]]]] as never) as ReadonlyMap<string, readonly (readonly (readonly [number, number])[])[]>;
    const slide = compose({ kind: 'coverage', from: '2026-05-01' as Day, to: TODAY, cluster: 'trio', gapsOnly: false, arcs: [arc('00001', '00002', 'both', 600), arc('00002', '00003', 'one_side', 0), arc('00001', '00003', 'none', 0)], lines, editionId: 'grid', day: TODAY }, 'map');
    expect(slide.claim.values).toMatchObject({ arcs: 3, bothSides: 1, oneSide: 1, noSide: 1 });
    expect(factOf(slide, 'share')).toBe(0.2);
    expect(rowsOf(slide, 'arcs')?.map(([border, sides]) => [border, sides])).toEqual([['00002/00003', 'one_side'], ['00001/00003', 'none'], ['00001/00002', 'both']]);
    expect(slide.map?.features.map(({ tone, drawn }) => [tone, drawn])).toEqual([['alarm', 'dashed'], ['series1', 'line']]);
    expect(compose({ kind: 'coverage', from: TODAY, to: TODAY, cluster: null, gapsOnly: true, arcs: [], lines, editionId: 'grid', day: TODAY }, 'map').claim.code).toBe('coverage_empty');
  });

  it('holds one patrol against its plan', () => {
    const covered = (sides: readonly [readonly [number, number][], readonly [number, number][]]) => [{ wardA: '00001', wardB: '00002', lengthMetres: 1_000, sides }];
    const line = { type: 'LineString' as const, coordinates: [[105.81, 21.002], [105.81, 21.008]] as const };
    const patrol: KnownPatrol = {
      id: 'p', name: 'Ca đêm', editionId: 'grid', status: 'done', from: AS_OF, to: AS_OF, reachMetres: 50, plan: line, planned: covered([[[0, 600]], [[0, 600]]]), wards: [{ code: '00001', status: 'booked' }, { code: '00002', status: 'declined' }],
      tracks: [{ ward: '00001', at: AS_OF, geometry: line, coverage: covered([[[100, 500]], []]) }],
    };
    const slide = compose({ kind: 'patrol', patrol, day: TODAY }, 'map');
    expect(slide.claim).toMatchObject({ code: 'patrol_walked', values: { sides: 'one_side', booked: 1, wards: 2 } });
    expect(rowsOf(slide, 'arcs')).toEqual([['00001/00002', 1_000, 600, 400, 0, 0]]);
    expect(compose({ kind: 'patrol', patrol: { ...patrol, tracks: [] }, day: TODAY }, 'map').claim).toMatchObject({ code: 'patrol_planned', values: { sides: 'both' } });
    const outside = (one: Slide): Slide => maskContent({ slides: [one], names, incidents: 0, seed: 1 }, NO_RULES, 's', AS_OF).slides[0]!;
    // Neither when nor where officers will walk, and not where they walked, is told outside.
    const untold = outside(compose({ kind: 'patrol', patrol: { ...patrol, tracks: [] }, day: TODAY }, 'map'));
    expect([untold.claim, untold.map, untold.tables.map(({ id }) => id), untold.charts]).toEqual([{ code: 'patrol_untold', values: {} }, null, ['wards'], []]);
    expect(listSlideFaults(untold, names)).toEqual([]);
    expect([outside(slide).claim.code, outside(slide).map]).toEqual(['patrol_walked', null]);
    expect(compose({ kind: 'patrol', patrol: { ...patrol, status: 'cancelled' }, day: TODAY }, 'map').claim.code).toBe('patrol_cancelled');
  });
});

describe('a pinned page of programmes', () => {
  const reports = { received: 4, fromPeople: 1, handled: 3, returned: 2, peopleHandled: 1, peopleReturned: 1, resolvedWithTime: 3, confirmDue: 4, confirmedInTime: 4, resolveDue: 3, resolvedInTime: 2, returnDue: 2, returnedInTime: 2 };
  const work = { jointPatrols: 2, singlePatrols: 1, zonesOpened: 0, zonesClosed: 1, models: 3, collectives: 0, individuals: 0, tasksDone: 1, tasksDue: 2 };
  const row = (from: string, to: string, border: number, outside: number): ReviewRow => ({ from: from as Day, to: to as Day, isPartial: false, incidents: [], border, outside, reports, work, drugFree: { free: 5, not_free: 1, not_known: 0, on: to as Day } });
  it('sums a review and compares its last two whole periods', () => {
    const slide = compose({ kind: 'review', from: '2026-01-01' as Day, to: '2026-03-31' as Day, cluster: null, rows: [row('2026-01-01', '2026-01-31', 1, 2), row('2026-03-01', '2026-03-31', 9, 4)] });
    expect(slide.claim.values).toMatchObject({ count: 16, near: 10, received: 8, handled: 6, due: 6, inTime: 4 });
    // Equal lengths: √2 (√9 − √1).
    expect(Number(slide.uncertainty[0]?.values.z)).toBeCloseTo(Math.SQRT2 * 2, 9);
    expect(rowsOf(slide, 'work')?.[0]).toEqual(['2026-01-01', 2, 1, 1, 3, 1, 2, 5]);
    expect(compose({ kind: 'review', from: TODAY, to: TODAY, cluster: 'trio', rows: [] }).claim.code).toBe('review_empty');
  });

  it('lists wards that are not free of drugs first', () => {
    const ward = (code: string, status: 'free' | 'not_free' | 'not_known', last: string | null) => ({ code, status, since: null, lastIncidentOn: last as Day | null, incidents: status === 'not_free' ? 6 : 0, recordsFrom: null });
    const slide = compose({ kind: 'drug_free', day: TODAY, months: 12, windowFrom: '2025-06-01' as Day, wards: [ward('00001', 'free', null), ward('00002', 'not_free', '2026-01-02'), ward('00003', 'not_free', '2026-03-04')] });
    expect(slide.claim.values).toMatchObject({ wards: 3, wardsFree: 1, wardsNot: 2, wardsUnknown: 0 });
    expect(rowsOf(slide, 'wards')?.map(([code]) => code)).toEqual(['00003', '00002', '00001']);
  });

  it('counts tasks that are late on the day', () => {
    const task = (title: string, due: string, done: string | null) => ({ title, due: due as Day, progress: done === null ? 50 : 100, done: done as Day | null, owners: [] });
    const slide = compose({ kind: 'programme', day: TODAY, programme: { name: 'Đề án', status: 'active', from: TODAY, to: TODAY, tasks: [task('a', '2026-05-30', null), task('b', '2026-05-31', null), task('c', '2026-01-01', '2026-01-02'), task('d', '2026-01-01', '2026-01-01')] } });
    expect(slide.claim).toMatchObject({ code: 'programme_late', values: { tasks: 4, tasksDone: 2, tasksLate: 1 } });
    expect(rowsOf(slide, 'tasks')?.map((cells) => cells[1])).toEqual(['late', 'open', 'done_late', 'done']);
  });
});

describe('pinned scores', () => {
  const criteria = [{ id: 'confirm', name: 'Xác nhận', weight: 1, source: 'records' as const, formula: 'confirm_in_time' as const, full: 1, least: 1 }, { id: 'hand', name: 'Chấm tay', weight: 1, source: 'manual' as const, outOf: 10 }];
  const score = (code: string, total: number | null, whole: number) => ({ code, total, weightShare: 0.5, criteria: [{ id: 'confirm', state: total === null ? 'no_data' as const : 'scored' as const, part: whole - 1, whole, points: total, share: 1 }, { id: 'hand', state: 'not_given' as const, part: 0, whole: 10, points: null, share: null }] });
  const evidence = { kind: 'score' as const, name: 'Năm 2026', from: TODAY, to: TODAY, isClosed: false, assumed: true, criteria, leastShare: 0.5, scores: [score('00001', 90, 30), score('00002', 50, 3), score('00003', null, 0)], ward: null };
  it('stand beside each other by code, with how many steps they rest on', () => {
    const slide = compose(evidence);
    expect(slide.claim.values).toMatchObject({ wards: 3, wardsScored: 2, lowest: 50, middle: 70, highest: 90 });
    expect(rowsOf(slide, 'wards')).toEqual([['00001', 90, 30, 0.5], ['00002', 50, 3, 0.5], ['00003', null, 0, 0.5]]);
    expect(slide.uncertainty.find(({ code }) => code === 'about_steps')?.values.fewSteps).toBe(2);
    expect(compose({ ...evidence, ward: '00001' }).claim).toMatchObject({ code: 'ward_total', values: { total: 90 } });
    expect(compose({ ...evidence, ward: '00003' }).claim.code).toBe('ward_no_total');
    expect(compose({ ...evidence, ward: '99999' }).claim.code).toBe('pin_gone');
  });

  it('lose the total of a ward with a handful of steps outside the building', () => {
    const masked = (slide: Slide): Slide => maskContent({ slides: [slide], names, incidents: 0, seed: 1 }, NO_RULES, 's', AS_OF).slides[0]!;
    const slide = masked(compose(evidence));
    expect(slide.tables[0]?.rows.slice(0, 2).map(({ cells }) => cells)).toEqual([['00001', '…', '…', '…'], ['00002', '…', '<5', '…']]);
    expect(slide.charts[0]?.series[0]?.values).toEqual([null, null]);
    const ward = masked(compose({ ...evidence, ward: '00002' }));
    expect(ward.tables[0]?.rows[0]?.cells.slice(2, 5).every((cell) => typeof cell !== 'number')).toBe(true);
  });
});

describe('pinned disputes', () => {
  const one = (stage: KnownDispute['stage'], dueDay: string, ended: string | null): KnownDispute => ({ ward: 'grid/00001', kind: 'land', risk: 'low', stage, received: AS_OF, due: `${dueDay}T17:00:00.000Z` as Instant, dueDay: dueDay as Day, ended: ended as Day | null });
  it('are counted by stage; those settled in time of those that could be', () => {
    const disputes = [one('received', '2026-06-10', null), one('mediating', '2026-05-20', null), one('settled', '2026-05-20', '2026-05-19'), one('settled', '2026-05-20', '2026-05-21'), one('withdrawn', '2026-05-20', '2026-05-01'), one('handed_over', '2026-05-20', '2026-05-02')];
    const slide = compose({ kind: 'disputes', ward: null, risk: null, disputes, asOf: AS_OF });
    expect(slide.claim).toEqual({ code: 'disputes_overdue', values: { ward: null, risk: null, count: 6, open: 2, overdue: 1, inTime: 1, judged: 3 } });
    expect(rowsOf(slide, 'stages')).toEqual([['received', 1, 0], ['mediating', 1, 1], ['settled', 2, 0], ['handed_over', 1, 0], ['withdrawn', 1, 0]]);
    expect(compose({ kind: 'disputes', ward: '00001', risk: 'high', disputes: [], asOf: AS_OF }).claim.code).toBe('disputes_none');
    // Stages beside how many are open would add up: they do not leave.
    const many = [...Array.from({ length: 3 }, () => one('received', '2026-06-10', null)), ...Array.from({ length: 10 }, () => one('mediating', '2026-06-10', null)), ...Array.from({ length: 20 }, () => one('settled', '2026-05-20', '2026-05-19'))];
    const masked = maskContent({ slides: [compose({ kind: 'disputes', ward: null, risk: null, disputes: many, asOf: AS_OF })], names, incidents: 0, seed: 1 }, NO_RULES, 's', AS_OF).slides[0]!;
    expect([masked.tables, masked.charts, masked.claim.values.open]).toEqual([[], [], 13]);
  });
});

describe('a pinned cluster', () => {
  it('has its incidents of four weeks and what is open, late first', () => {
    const step = (dueAt: string | null, ward: string) => ({ kind: 'resolve' as const, incidentId: ward, category: 'theft', position: [105.81, 21] as [number, number], borderZone: true, ward, lead: ward, since: '2026-05-30T00:00:00.000Z' as Instant, dueAt: dueAt as Instant | null });
    const view = { kind: 'points' as const, points, view: parseView(new URLSearchParams('cluster=trio')), from: '2026-05-04' as Day, to: TODAY, nowSeconds, editionId: 'grid', day: TODAY, zone: null };
    const slide = compose({ kind: 'cluster', cluster: 'trio', points: view, steps: [step(null, '00001'), step('2026-05-31T12:00:00.000Z', '00002')], asOf: AS_OF }, 'map');
    expect(slide.claim).toMatchObject({ code: 'cluster_late', values: { count: 4, before: 3, open: 2, overdue: 1, ward: '00002', late: 60 } });
    expect(compose({ kind: 'cluster', cluster: 'trio', points: view, steps: [], asOf: AS_OF }, 'map').claim.code).toBe('cluster_calm');
  });
});

describe('a pinned rule', () => {
  it('tells who would lead', () => {
    const ward = (code: string) => ({ editionId: 'grid', code, name: code });
    const reasons = {} as never;
    const result = {
      period: { from: TODAY, to: TODAY }, cluster: 'trio', change: { widthMetres: 200 }, asOf: AS_OF, incidents: 20, inZoneBefore: 8, inZoneAfter: 15, moved: 6, movedIds: [], byPair: [{ from: ward('00001'), to: ward('00002'), count: 6, ids: [] }],
      byReason: { before: reasons, after: reasons }, perWard: [{ ward: ward('00001'), before: 12, after: 6 }, { ward: ward('00002'), before: 8, after: 14 }], unknown: 2, withoutEdition: 0, recordedDiffers: { byOverride: 1, otherwise: 0 },
    };
    const slide = compose({ kind: 'rules', result });
    expect(slide.claim.values).toMatchObject({ moved: 6, count: 20, before: 8, after: 15, width: 200 });
    expect(rowsOf(slide, 'pairs')).toEqual([['00001', '00002', 6]]);
    expect(slide.uncertainty.map(({ code }) => code)).toEqual(['about_rules', 'about_unknown', 'about_recorded']);
    expect(compose({ kind: 'rules', result: { ...result, incidents: 0 } }).claim.code).toBe('rules_empty');
  });
});

describe('a pinned alarm that was not on then', () => {
  it('shows its weeks and says so', () => {
    const weeks = Array.from({ length: 8 }, (_, week) => ({ start: `2026-04-${String(6 + week).padStart(2, '0')}` as Day, count: week < 4 ? 2 : 3 }));
    const slide = compose({ kind: 'alarm', subject: { kind: 'arc', editionId: 'grid', codes: ['00001', '00002'], clusterId: null }, category: null, found: null, weeks, watchedTo: TODAY });
    // Equal lengths: √2 (√12 − √8).
    expect(slide.claim.values).toMatchObject({ count: 12, before: 8, days: 28, pair: '00001/00002' });
    expect(Number(slide.claim.values.z)).toBeCloseTo(Math.SQRT2 * (Math.sqrt(12) - Math.sqrt(8)), 9);
  });
});
