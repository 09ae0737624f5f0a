import { beforeAll, describe, expect, it } from 'vitest';
import { displacementMethod } from '../../../lib/analysis/relations/displacement';
import type { BriefingInput } from '../../../lib/briefing/briefing-input';
import { composeBriefing } from '../../../lib/briefing/compose-briefing';
import { maskContent } from '../../../lib/briefing/mask-content';
import { runMethod } from '../../../lib/briefing/run-method';
import { makeSlide } from '../../../lib/briefing/slide-parts';
import { COUNT_VALUES, DERIVED_VALUES, MAY_LEAVE, PLAIN_VALUES, readClasses } from '../../../lib/briefing/masking/may-leave';
import type { KnownIncident, OpenStep } from '../../../lib/domain/briefing-facts';
import { STANDARD_SLIDES, type BriefingContent } from '../../../lib/domain/briefing';
import type { Instant } from '../../../lib/domain/instant';
import { listUnclassified } from '../../helpers/unclassified';
import { demoBriefing, listSlideFaults } from '../../helpers/briefing-input';
import { shippedClusters, shippedEdition } from '../../helpers/picture-surroundings';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import { buildRuleBook } from '../../../lib/rules/rule-book';

const { edition, wards } = shippedEdition('hn-hp-2025');
const rules = buildRuleBook({ editions: [{ edition, index: buildWardIndex(wards), names: new Map(wards.map(({ code, name }) => [code, name])) }], clusters: shippedClusters, defaultWidthMetres: 100, timeZone: 'Asia/Ho_Chi_Minh' });
const T11 = { kind: 'wards' as const, codes: ['00008', '00025', '00160'] };
const OCTOBER = { from: '2026-10-04', to: '2026-10-31' };
const AS_OF = '2026-10-31T23:59:00+07:00';
const instant = (text: string): Instant => new Date(text).toISOString() as Instant;

const incident = (number: number): KnownIncident => ({
  id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`, category: 'theft', occurredAt: instant('2026-10-31T11:00:00+07:00'), position: [105.8 + number / 10_000, 21.035], owner: '00008', neighbour: number % 2 === 0 ? '00160' : null,
  borderZone: number % 2 === 0, junction: number === 2, lead: '00008', leadReason: 'owner', isConfirmed: number % 3 === 0, assists: [], resolved: false,
});
const step = (number: number): OpenStep => ({
  kind: 'resolve', incidentId: incident(number).id, category: 'theft', position: incident(number).position, borderZone: true, ward: number % 3 === 0 ? '00160' : '00008', lead: '00008', since: instant('2026-10-30T08:00:00+07:00'),
  dueAt: number % 2 === 0 ? instant('2026-10-31T08:00:00+07:00') : null,
});
const compose = (input: BriefingInput): BriefingContent => composeBriefing(input, () => true)!;

let contents: BriefingContent[];
beforeAll(() => {
  const [lastDay, steps] = [Array.from({ length: 9 }, (_, i) => incident(i + 1)), Array.from({ length: 11 }, (_, i) => step(i + 1))];
  const input = demoBriefing(T11, AS_OF, OCTOBER, { lastDay, steps });
  const earlier = compose(demoBriefing(T11, '2026-10-20T06:00:00+07:00', { from: '2026-09-23', to: '2026-10-20' }));
  // A patrol's evaluation has the words of its method; the demonstration's files hold no patrol, so a circle is evaluated.
  const evaluated = runMethod(displacementMethod, input.analysis, { treated: 'circle', longitude: 105.8005, latitude: 21.0385, radiusMetres: 400, date: '2026-08-01', buffer: 'ring', ringMetres: 300 }, 1, () => true);
  if (evaluated?.kind !== 'found') throw new Error(`nothing evaluated: ${JSON.stringify(evaluated)}`);
  const content = compose({ ...input, previous: { number: 'GB-2026-0001', content: earlier } });
  const { headline, warnings, facts, tables, charts } = evaluated;
  const patrol = makeSlide('patrol', { ...headline, values: { ...headline.values, name: 'Tổ 1', day: '2026-08-01' } }, { uncertainty: warnings, facts: facts.filter(({ id }) => ['wdd', 'standard_error', 'p', 'placebo_rank', 'wdq', 'tne'].includes(id)), tables: tables.filter(({ id }) => id !== 'placebos'), charts: charts.filter(({ id }) => id !== 'placebos') });
  contents = [{ ...content, slides: content.slides.map((slide) => (slide.kind === 'patrol' ? patrol : slide)) }, compose(demoBriefing({ kind: 'province', provinceCode: '31' }, AS_OF, OCTOBER, { steps }))];
}, 120_000);

describe('what may leave the building', () => {
  it('is said of every fact, column, chart and value of every standard slide: list what is new in lib/briefing/masking/may-leave.ts', () => {
    const slides = contents.flatMap((content) => content.slides);
    for (const kind of STANDARD_SLIDES) expect(slides.some((slide) => slide.kind === kind && (slide.facts.length > 0 || slide.tables.length > 0)), kind).toBe(true);
    expect([...new Set(slides.flatMap(listUnclassified))]).toEqual([]);
    expect(listUnclassified({ ...slides[0]!, tables: [{ id: 'differences', columns: [{ id: 'secret', kind: 'count' }], rows: [] }] })).toContain('cover: column differences.secret');
  });

  it('puts no value of a sentence in two lists', () => {
    const lists = [PLAIN_VALUES, DERIVED_VALUES, COUNT_VALUES];
    for (const [place, list] of lists.entries()) for (const other of lists.slice(place + 1)) expect([...list].filter((name) => other.has(name))).toEqual([]);
  });

  it('leaves slides that read well, with no small count, no id and no place of a single incident', () => {
    for (const content of contents) {
      const masked = maskContent(content, rules, 'seed', AS_OF);
      // A withheld count is said as `<5` or `…`.
      expect(masked.slides.flatMap((slide) => listSlideFaults(slide, masked.names)).filter((fault) => !/count of "(<5|…)"$/.test(fault))).toEqual([]);
      const text = JSON.stringify(masked.slides.map(({ map: _map, ...slide }) => slide));
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4/);
      for (const slide of masked.slides) {
        const listed = MAY_LEAVE[slide.words] ?? {};
        for (const { id, columns, rows } of slide.tables) for (const { cells } of rows) cells.forEach((cell, place) => { if (readClasses(listed.tables?.[id]).get(columns[place]!.id) === 'count' && typeof cell === 'number') expect([`${slide.words} ${id}`, cell === 0 || cell > 4]).toEqual([`${slide.words} ${id}`, true]); });
        for (const { id, value } of slide.facts) if (readClasses(listed.facts).get(id) === 'count' && value !== null) expect(value === 0 || value > 4).toBe(true);
        for (const { values } of [slide.claim, ...slide.uncertainty]) for (const name of COUNT_VALUES) { const value = values[name]; if (typeof value === 'number') expect(value === 0 || value > 4).toBe(true); }
        expect(slide.map?.features.every(({ drawn }) => (listed.drawn ?? []).includes(drawn)) ?? true).toBe(true);
        for (const side of slide.map?.bbox ?? []) expect(Math.abs(side / 0.005 - Math.round(side / 0.005))).toBeLessThan(1e-6);
      }
      // Most of a briefing is left: it is still one.
      expect(masked.slides.filter(({ tables, facts }) => tables.length > 0 || facts.some(({ value }) => value !== null)).length).toBeGreaterThan(5);
    }
  });

  it('leaves nothing of a slide that nobody listed but its claim', () => {
    const [cover] = contents[0]!.slides;
    const [masked] = maskContent({ ...contents[0]!, slides: [{ ...cover!, words: 'hot_segments', tables: [{ id: 'x', columns: [{ id: 'count', kind: 'count' }], rows: [{ cells: [40] }] }], facts: [{ id: 'count', unit: 'count', value: 40 }] }] }, rules, 's', AS_OF).slides;
    expect([masked?.tables, masked?.charts, masked?.facts, masked?.map]).toEqual([[], [], [], null]);
  });
});
