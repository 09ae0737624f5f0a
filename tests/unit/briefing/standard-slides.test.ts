import { describe, expect, it } from 'vitest';
import type { AnalysisInput, ScopePatrol } from '../../../lib/analysis/method';
import { dayNumber } from '../../../lib/analysis/method';
import { listBorderMembers } from '../../../lib/briefing/border-members';
import type { BriefingInput } from '../../../lib/briefing/briefing-input';
import { composeChange } from '../../../lib/briefing/change-map';
import { composeBriefing } from '../../../lib/briefing/compose-briefing';
import { composeCover } from '../../../lib/briefing/cover';
import { listDifferences } from '../../../lib/briefing/differences';
import { composeLastDay } from '../../../lib/briefing/last-day';
import { composeOpenItems } from '../../../lib/briefing/open-items';
import { composePatrol } from '../../../lib/briefing/patrol';
import { makeSlide } from '../../../lib/briefing/slide-parts';
import { say } from '../../../lib/briefing/slide-pieces';
import { composeWatch, findWatchDays } from '../../../lib/briefing/watch-list';
import type { ResultTable } from '../../../lib/domain/analysis-result';
import type { Slide } from '../../../lib/domain/briefing';
import type { KnownIncident, OpenStep } from '../../../lib/domain/briefing-facts';
import type { Day, Instant } from '../../../lib/domain/instant';
import { listSlideFaults, namesOf } from '../../helpers/briefing-input';
import { twoWardsInput, type PlacedIncident } from '../../helpers/two-wards-input';

const NAMES = namesOf({ '00001': 'Phường Đông', '00002': 'Phường Tây' });
const PAIR = '00001/00002';
const AREA = { kind: 'wards' as const, codes: ['00001', '00002'] };
const at = (text: string): Instant => new Date(`${text}+07:00`).toISOString() as Instant;
const go = (): boolean => true;

/** A briefing of two wards of 1 km² beside each other at 20:00 on 30 June 2026, of the 28 days from 3 June (day 153 of the year, from 0) to 30 June (180). */
function briefing(incidents: readonly PlacedIncident[], more: Partial<BriefingInput> = {}, change: (input: AnalysisInput) => AnalysisInput = (input) => input): BriefingInput {
  return {
    area: AREA, from: '2026-06-03' as Day, to: '2026-06-30' as Day, asOf: at('2026-06-30T20:00'), asOfDay: '2026-06-30' as Day, seed: 1, analysis: change(twoWardsInput(incidents)), lastDay: [], steps: [], focusAreas: [], patrol: null, previous: null,
    names: NAMES, pins: [], ...more,
  };
}
const AS_OF_DAY = 180;
/** So many incidents on a day, each 50 m from the border and 20 m apart. */
const near = (count: number, day: number): PlacedIncident[] => Array.from({ length: count }, (_, k) => ({ x: k % 2 === 0 ? 50 : -50, y: 100 + 20 * k, day }));
/** So many in the middle of the eastern ward, 500 m from the border. */
const inner = (count: number, day: number): PlacedIncident[] => Array.from({ length: count }, (_, k) => ({ x: 500, y: 100 + 20 * k, day }));
const faults = (slide: Slide): string[] => listSlideFaults(slide, NAMES);
const factsOf = ({ facts }: Slide): Record<string, number | null> => Object.fromEntries(facts.map(({ id, value }) => [id, value]));
const rowsOf = ({ tables }: Slide, id: string): unknown => tables.find((table) => table.id === id)?.rows.map(({ cells }) => cells);

describe('the cover', () => {
  it('counts the period and as many days before it, all and at the borders', () => {
    // Period: 9 near and 3 inner are 12; before: 4 near and 5 inner. z = 2(√9 − √4) = 2. p: of 13 in two times of equal length 9 or more, or 4 or
    // fewer, in one of them: 2 · (1 + 13 + 78 + 286 + 715) / 2¹³ = 2186/8192 = 0.26685.
    const input = briefing([...near(9, 160), ...inner(3, 170), ...near(4, 140), ...inner(5, 125), ...near(7, 124)]);
    const slide = composeCover(input, listBorderMembers(input.analysis), []);
    expect(slide.claim).toEqual(say('cover_first', { count: 12, near: 9, before: 4, days: 28 }));
    expect(slide.uncertainty[0]?.values).toMatchObject({ before: 4, near: 9, days: 28, z: 2 });
    expect(slide.uncertainty[0]?.values['p']).toBeCloseTo(2186 / 8192, 10);
    expect(factsOf(slide)).toEqual({ incidents: 12, near: 9, before: 4, hidden: null, above: null, overdue: 0 });
    expect(faults(slide)).toEqual([]);
  });

  it('says so where nothing happened', () => {
    const input = briefing([]);
    const slide = composeCover(input, listBorderMembers(input.analysis), []);
    expect([slide.claim, slide.uncertainty, faults(slide)]).toEqual([say('cover_empty', { days: 28 }), [], []]);
  });

  it('tells how many things are new, gone and changed since the briefing before', () => {
    const input = briefing(near(5, 160));
    const overdue = (value: number): Slide => makeSlide('open_items', say('x'), { facts: [{ id: 'overdue', unit: 'count', value }] });
    const slide = composeCover({ ...input, previous: { number: 'GB-2026-0007', content: { slides: [overdue(2)], names: NAMES, incidents: 0, seed: 1 } } }, listBorderMembers(input.analysis), [overdue(5)]);
    expect(slide.claim).toEqual(say('cover_changed', { count: 5, near: 5, before: 0, days: 28, number: 'GB-2026-0007', fresh: 0, gone: 0, changed: 1 }));
    expect(rowsOf(slide, 'differences')).toEqual([['changed', 'overdue', null, 2, 5]]);
    expect(faults(slide)).toEqual([]);
  });
});

describe('differences between two briefings', () => {
  const table = (id: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): ResultTable => ({ id, columns: columns.map((column) => ({ id: column, kind: 'text' })), rows: rows.map((cells) => ({ cells })) });
  const deck = (league: readonly (readonly (string | number)[])[], changes: readonly (readonly (string | number)[])[], watch: readonly (readonly (string | number)[])[], overdue: number): Slide[] => [
    makeSlide('border_league', say('x'), { tables: [table('league', ['border', 'count', 'standing'], league)] }), makeSlide('change_map', say('x'), { tables: [table('changes', ['border', 'after', 'kind'], changes)] }),
    makeSlide('watch_list', say('x'), { tables: [table('watch', ['from', 'to', 'incidents'], watch)] }), makeSlide('open_items', say('x'), { facts: [{ id: 'overdue', unit: 'count', value: overdue }] }),
  ];

  it('are what is new, then what is gone, then what has another number; what is as it was is none', () => {
    const before = deck([['a/b', 30, 'above_action'], ['b/c', 12, 'usual']], [], [['a', 'b', 2]], 4);
    const now = deck([['a/b', 30, 'above_action'], ['b/c', 22, 'above_action']], [['c/d', 12, 'rise_sure'], ['d/e', 9, 'steady']], [['a', 'b', 3]], 0);
    expect(listDifferences(before, now)).toEqual([
      { what: 'new', about: 'above', place: 'b/c', before: null, now: 22 }, { what: 'new', about: 'rise', place: 'c/d', before: null, now: 12 },
      { what: 'gone', about: 'overdue', place: null, before: 4, now: null }, { what: 'changed', about: 'watch', place: 'a/b', before: 2, now: 3 },
    ]);
    expect(listDifferences(now, now)).toEqual([]);
    expect(listDifferences([], [])).toEqual([]);
  });

  it('are at most twelve, news first', () => {
    const many = deck(Array.from({ length: 20 }, (_, k) => [`a/${String(k)}`, 9, 'above_action']), [], [], 0);
    expect(listDifferences(deck([], [], [], 3), many).map(({ what }) => what)).toEqual(Array<string>(12).fill('new'));
  });
});

const known = (number: number, more: Partial<KnownIncident> = {}): KnownIncident => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, category: 'theft', occurredAt: at('2026-06-30T10:00'), position: [105.8, 21], owner: '00001', neighbour: '00002', borderZone: true, junction: false, lead: '00001', leadReason: 'owner', isConfirmed: false,
  assists: [], resolved: false, ...more,
});

describe('the last 24 hours', () => {
  it('are told with the busiest pair, whoever owns there, and against what a day usually brings', () => {
    // At the borders 4 of 5: three of the pair 1 and 2 (one owned by 2), one outside every ward. Open: neither confirmed nor resolved, 2 of the 4.
    const lastDay = [
      known(1), known(2, { owner: '00002', neighbour: '00001', isConfirmed: true, assists: ['00001'] }), known(3, { resolved: true, junction: true }), known(4, { owner: null, neighbour: null, lead: null, leadReason: 'outside' }), known(5, { borderZone: false, neighbour: null }),
    ];
    // 14 near in the 28 days before the as-of day are 0.5 a day. P(Poisson(0.5) ≥ 4) = 1 − e^−0.5 (1 + 0.5 + 0.125 + 0.0208333) = 0.0017516.
    const input = briefing([...near(14, 165), ...near(3, AS_OF_DAY), ...near(9, 151)], { lastDay });
    const slide = composeLastDay(input, listBorderMembers(input.analysis));
    expect(slide.claim).toEqual(say('last_day_pair', { count: 4, all: 5, open: 2, pair: PAIR, most: 3 }));
    expect(factsOf(slide)).toEqual({ near: 4, all: 5, usual: 0.5, unconfirmed: 2, assisted: 1, junction: 1 });
    expect(slide.uncertainty[0]?.values).toMatchObject({ usual: 0.5, days: 28 });
    expect(slide.uncertainty[0]?.values['p']).toBeCloseTo(1 - Math.exp(-0.5) * (1 + 0.5 + 0.125 + 0.5 ** 3 / 6), 9);
    expect((rowsOf(slide, 'incidents') as unknown[][]).map((cells) => [cells[2], cells[5], cells[6]])).toEqual([[PAIR, 'unconfirmed', null], ['00002/00001', 'confirmed', '00001'], [PAIR, 'confirmed', null], [null, 'unconfirmed', null]]);
    expect(slide.map?.points.map(({ id }) => id.slice(-1))).toEqual(['1', '2', '3', '4']);
    expect(faults(slide)).toEqual([]);
  });

  it('say so without any, with inner ones only, and keep forty rows of more', () => {
    const empty = briefing([]);
    const slide = composeLastDay(empty, listBorderMembers(empty.analysis));
    expect([slide.claim, slide.tables, slide.map?.points, faults(slide)]).toEqual([say('last_day_none', { all: 0 }), [], [], []]);
    const quiet = briefing(near(2, 170), { lastDay: [known(1, { borderZone: false }), known(2, { borderZone: false })] });
    expect(composeLastDay(quiet, listBorderMembers(quiet.analysis)).claim).toEqual(say('last_day_none', { all: 2 }));
    const busy = briefing([], { lastDay: Array.from({ length: 41 }, (_, k) => known(k + 1)) });
    const full = composeLastDay(busy, listBorderMembers(busy.analysis));
    expect([(rowsOf(full, 'incidents') as unknown[]).length, full.uncertainty.at(-1)]).toEqual([40, say('more_rows', { shown: 40, count: 41 })]);
  });
});

describe('the change at the borders', () => {
  it('is sure where the exact test says so over all borders', () => {
    // 2 → 20: z = 2(√20 − √2) = 6.1158; p = 2 · (1 + 22 + 231) / 2²² = 508/4194304; of one border, so as it is.
    const input = briefing([...near(2, 140), ...near(20, 160)]);
    const slide = composeChange(input, listBorderMembers(input.analysis));
    expect(slide.claim).toMatchObject({ code: 'change_rise', values: { pair: PAIR, before: 2, after: 20, rises: 1, falls: 0, days: 28 } });
    expect(slide.claim.values['z']).toBeCloseTo(2 * (Math.sqrt(20) - Math.sqrt(2)), 9);
    expect(slide.claim.values['p']).toBeCloseTo(508 / 2 ** 22, 9);
    expect((rowsOf(slide, 'changes') as unknown[][])[0]?.at(-1)).toBe('rise_sure');
    expect(faults(slide)).toEqual([]);
  });

  it('is none where chance suffices, and nothing where nothing happened', () => {
    const input = briefing([...near(4, 140), ...near(9, 160)]);
    expect(composeChange(input, listBorderMembers(input.analysis)).claim).toEqual(say('change_none', { borders: 1, maybe: 0, before: 4, after: 9, days: 28 }));
    const empty = briefing([]);
    const slide = composeChange(empty, listBorderMembers(empty.analysis));
    expect([slide.claim, slide.tables, slide.charts, faults(slide)]).toEqual([say('change_empty', { days: 28 }), [], [], []]);
  });
});

describe('the watch list', () => {
  it('looks at half a year, or at as many of its last days as hold 3,000 incidents, four weeks at least', () => {
    const days = (placed: readonly PlacedIncident[]): number => findWatchDays({ analysis: twoWardsInput(placed), asOfDay: '2026-06-30' as Day });
    const many = (count: number, day: number): PlacedIncident[] => Array.from({ length: count }, () => ({ x: 50, y: 500, day }));
    expect(days([])).toBe(182);
    expect(days(many(3_000, AS_OF_DAY))).toBe(182);
    // The 3,001st lies 40 days back: the 40 days 0 to 39 are looked at.
    expect(days([...many(3_000, AS_OF_DAY), ...many(1, AS_OF_DAY - 40)])).toBe(40);
    expect(days(many(3_001, AS_OF_DAY))).toBe(28);
  });

  it('names the side across the border from what is recent, and how many', () => {
    // Thirty pairs across the border, 40 m apart and a day apart, early in the year; lately two incidents in the west and one in the east, nowhere near each other.
    const pairs = Array.from({ length: 30 }, (_, k) => [{ x: -20, y: 60 + 30 * k, day: 4 * k }, { x: 20, y: 60 + 30 * k, day: 4 * k + 1 }]).flat();
    const slide = composeWatch(briefing([...pairs, { x: -20, y: 150, day: 179 }, { x: -25, y: 160, day: 178 }, { x: 20, y: 850, day: 177 }]), go);
    const watch = (rowsOf(slide!, 'watch') as unknown[][]).map((cells) => cells.slice(0, 4));
    expect(watch).toEqual(expect.arrayContaining([['00002', '00001', 2, '2026-06-29'], ['00001', '00002', 1, '2026-06-27']]));
    expect(slide?.claim).toMatchObject({ code: 'watch_found', values: { from: watch[0]![0], to: watch[0]![1], count: watch[0]![2], zones: 2 } });
    expect(faults(slide!)).toEqual([]);
  });

  it('says so without any, and with one', () => {
    for (const placed of [[], near(1, 175)]) {
      const slide = composeWatch(briefing(placed), go);
      expect([slide?.tables, faults(slide!)]).toEqual([[], []]);
    }
    // Thirty on one day: every pair is as near in time as can be, so nothing can be more so than chance.
    expect(composeWatch(briefing(near(30, 170)), go)?.claim.code).toBe('all_at_once');
  });
});

describe('the patrol that is evaluated', () => {
  const patrol = (id: string, day: number): ScopePatrol => ({
    id, name: `Tổ ${id}`, wardCodes: ['00001'], from: (dayNumber('2026-01-01' as Day) + day) * 86_400 + 13 * 3_600, to: (dayNumber('2026-01-01' as Day) + day) * 86_400 + 15 * 3_600, lines: [], areas: [], reachMetres: 50,
  } as unknown as ScopePatrol);
  const chosen = (patrols: readonly ScopePatrol[], wish: string | null = null): unknown => {
    const slide = composePatrol(briefing(near(40, 150), { patrol: wish }, (input) => ({ ...input, patrols })), go);
    return [slide?.claim.code, slide?.claim.values['name'] ?? null, faults(slide!)];
  };

  it('is the latest with four weeks after it, else with one, else the latest; or the one that was asked for', () => {
    // Days after it, the day itself counted: a 41, b 28, c 27, d 8, e 4.
    const [a, b, c, d, e] = [patrol('a', 140), patrol('b', 153), patrol('c', 154), patrol('d', 173), patrol('e', 177)];
    expect(chosen([a, b, c, d, e])).toEqual(['no_footprint', 'Tổ b', []]);
    expect(chosen([c, d, e])).toEqual(['no_footprint', 'Tổ d', []]);
    expect(chosen([e])).toEqual(['no_footprint', 'Tổ e', []]);
    expect(chosen([a, b, c], 'a')).toEqual(['no_footprint', 'Tổ a', []]);
  });

  it('is none where there is none, or not the one asked for', () => {
    expect(chosen([])).toEqual(['patrol_none', null, []]);
    expect(chosen([patrol('a', 140)], 'z')).toEqual(['patrol_unknown', null, []]);
  });
});

const step = (number: number, more: Partial<OpenStep>): OpenStep => ({
  kind: 'resolve', incidentId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, category: 'theft', position: [105.8, 21], borderZone: true, ward: '00001', lead: '00001', since: at('2026-06-30T08:00'), dueAt: null, ...more,
});

describe('open items', () => {
  it('stand overdue first, then by deadline, with who has to act and how late', () => {
    const steps = [
      step(3, { kind: 'finish_assist', ward: null, since: at('2026-06-29T08:00'), borderZone: false }), step(1, { kind: 'hand_over', dueAt: at('2026-06-30T21:00') }),
      step(2, { kind: 'confirm_lead', ward: '00002', dueAt: at('2026-06-30T19:58:30') }), step(1, { dueAt: at('2026-06-30T18:30') }),
    ];
    const slide = composeOpenItems(briefing([], { steps }));
    // 18:30 is 90 minutes before 20:00, 19:58:30 one full minute; three incidents, two of them at the borders.
    expect(slide.claim).toEqual(say('open_overdue', { open: 4, overdue: 2, kind: 'resolve', ward: '00001', late: 90, incidents: 3 }));
    expect((rowsOf(slide, 'steps') as unknown[][]).map((cells) => [cells[0], cells[1], cells[6]])).toEqual([['resolve', '00001', 90], ['confirm_lead', '00002', 1], ['hand_over', '00001', null], ['finish_assist', null, null]]);
    expect(rowsOf(slide, 'wards')).toEqual([['00001', 2, 1], ['00002', 1, 1]]);
    expect(slide.charts[0]?.series).toEqual([{ id: 'overdue', values: [1, 1] }, { id: 'timely', values: [1, 0] }]);
    expect(factsOf(slide)).toEqual({ open: 4, overdue: 2, incidents: 3, border: 2 });
    expect(faults(slide)).toEqual([]);
  });

  it('say so where none is overdue, and where none is open; forty rows of more', () => {
    const slide = composeOpenItems(briefing([], { steps: [step(1, { ward: null })] }));
    expect([slide.claim, slide.charts, faults(slide)]).toEqual([say('open_timely', { open: 1, overdue: 0, kind: 'resolve', ward: null, late: null, incidents: 1 }), [], []]);
    const empty = composeOpenItems(briefing([]));
    expect([empty.claim, empty.facts, empty.tables, faults(empty)]).toEqual([say('open_none'), [], [], []]);
    const many = composeOpenItems(briefing([], { steps: Array.from({ length: 43 }, (_, k) => step(k + 1, {})) }));
    expect([(rowsOf(many, 'steps') as unknown[]).length, many.uncertainty[1]]).toEqual([40, say('more_rows', { shown: 40, count: 43 })]);
  });
});

describe('all eight', () => {
  it.each([
    ['no incident', briefing([])], ['one incident', briefing(near(1, 170))], ['one place', briefing(Array.from({ length: 30 }, (_, day) => ({ x: 50, y: 500, day: 150 + day })))],
    ['one ward', briefing(inner(5, 170), { area: { kind: 'wards', codes: ['00001'] } }, (input) => ({ ...input, wards: input.wards.slice(0, 1), area: input.area.slice(0, 1), arcs: [] }))],
    ['no ward', briefing([], { area: { kind: 'wards', codes: ['99999'] } }, (input) => ({ ...input, wards: [], area: [], areaSquareMetres: 0, arcs: [] }))],
  ])('say a sentence for %s, in both languages, and no number that is none', (_, input) => {
    const content = composeBriefing(input, go);
    expect(content?.slides).toHaveLength(8);
    expect(content?.slides.flatMap((slide) => listSlideFaults(slide, content.names))).toEqual([]);
    expect(JSON.parse(JSON.stringify(content))).toEqual(content);
  });
});
