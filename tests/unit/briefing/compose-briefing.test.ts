import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../lib/analysis/digest';
import { composeBriefing } from '../../../lib/briefing/compose-briefing';
import type { BriefingInput } from '../../../lib/briefing/briefing-input';
import { STANDARD_SLIDES, type BriefingContent, type Slide, type SlidePoint, type StandardSlide } from '../../../lib/domain/briefing';
import { presentSlide } from '../../../lib/messages/briefing/present-slide';
import { demoBriefing, listSlideFaults } from '../../helpers/briefing-input';

const T11 = { kind: 'wards' as const, codes: ['00008', '00025', '00160'] };
const OCTOBER = { from: '2026-10-04', to: '2026-10-31' };
const AS_OF = '2026-10-31T23:59:00+07:00';
const compose = (input: BriefingInput): BriefingContent => {
  const content = composeBriefing(input, () => true);
  if (content === null) throw new Error('it stopped');
  return content;
};
const slideOf = ({ slides }: BriefingContent, kind: StandardSlide): Slide => slides.find((slide) => slide.kind === kind)!;
const t11 = demoBriefing(T11, AS_OF, OCTOBER);
const content = compose(t11);
const read = (slide: Slide, language: 'vi' | 'en' = 'vi') => presentSlide(slide, undefined, content.names, language);

interface Corridor { readonly id: string; readonly areaResult: { readonly observed: number }; readonly wards: readonly { readonly code: string; readonly observed: number; readonly expected: number; readonly p: number }[] }
const truth = (JSON.parse(readFileSync(new URL('../../../data/demo/ground-truth.json', import.meta.url), 'utf8')) as { hotCorridors: Corridor[] }).hotCorridors.find(({ id }) => id === 't11-last-28-days')!;

describe('the eight slides of the demonstration', () => {
  it('leave what stands for single incidents to whoever draws their signs', () => {
    const map = { ...slideOf(content, 'open_items').map!, legend: [{ tone: 'alarm' as const, drawn: 'dot' as const, told: { code: 'legend_open', values: {} } }] };
    const legendOf = (points: readonly SlidePoint[]) => read({ ...slideOf(content, 'open_items'), map: { ...map, points } }).legend.map(({ drawn }) => drawn);
    expect(legendOf([])).toEqual(['dot']);
    expect(legendOf([{ id: 'a', position: [105.8, 21], category: 'theft', borderZone: false, resolved: false }])).toEqual([]);
  });

  it('stand in their order, each with one claim, words for everything and no number that is none', () => {
    expect(content.slides.map(({ kind }) => kind)).toEqual(STANDARD_SLIDES);
    expect(content.slides.flatMap((slide) => listSlideFaults(slide, content.names))).toEqual([]);
    expect(JSON.parse(JSON.stringify(content))).toEqual(content);
  });

  it('name T11 on the third with the numbers of the ground truth', () => {
    const slide = slideOf(content, 'hidden_hotspots');
    expect(slide.claim).toMatchObject({ code: 'found', values: { focus: 'Cầu T11', days: 28, kinds: 'drugs,prostitution,theft' } });
    const wards = slide.tables.find(({ id }) => id === 'wards')!.rows.filter(({ cells }) => cells[0] === 1).map(({ cells }) => cells);
    expect(new Map(wards.map((cells) => [cells[1], cells[3]]))).toEqual(new Map(truth.wards.map(({ code, observed }) => [code, observed])));
    for (const { code, expected } of truth.wards) expect(Math.abs(Number(wards.find((cells) => cells[1] === code)![4]) - expected)).toBeLessThan(0.3);
    const count = Number(slide.claim.values['count']);
    expect([count >= truth.areaResult.observed - 2, count <= truth.areaResult.observed]).toEqual([true, true]);
    expect(read(slide).claim).toMatch(/^Cầu T11: 1[123] vụ \(.*\) trong 28 ngày, bình thường 0,7; không phường nào thấy quá 6\./);
    expect(read(slide, 'en').claim).toMatch(/^Cầu T11: 1[123] incidents \(.*\) in 28 days, usually 0\.7; no ward saw more than 6\./);
    expect(slide.map?.features.some(({ findingId, tone }) => findingId !== undefined && tone === 'alarm')).toBe(true);
    expect(slide.map!.bbox[2] - slide.map!.bbox[0]).toBeLessThan(0.03);
  });

  it('have no more than five classes on a map of classes', () => {
    for (const kind of ['border_league', 'change_map', 'watch_list'] as const) expect(new Set(slideOf(content, kind).map!.legend.map(({ tone, drawn }) => `${tone} ${drawn}`)).size).toBeLessThanOrEqual(5);
  });

  it('are the same for the same input, and stop when told', () => {
    expect(digestOf(compose(t11))).toBe(digestOf(content));
    for (const after of [0, 3, 20]) {
      let calls = 0;
      expect(composeBriefing(t11, () => calls++ < after)).toBeNull();
    }
  });

  it('name every ward they mention, and no other', () => {
    expect(Object.keys(content.names.wards)).toEqual(expect.arrayContaining(T11.codes));
    expect(Object.keys(content.names.wards).length).toBeLessThan(40);
  });
});

describe('when there is nothing to say', () => {
  const words = (made: BriefingContent) => made.slides.flatMap((slide) => listSlideFaults(slide, made.names));

  it('says so for an area without incidents', () => {
    const empty = compose(demoBriefing(T11, AS_OF, OCTOBER, {}, (raw) => ({ ...raw, incidents: [] })));
    expect(words(empty)).toEqual([]);
    expect(empty.slides.map(({ claim }) => claim.code)).toEqual(['cover_empty', 'last_day_none', 'no_incident', 'no_incident', 'change_empty', 'too_few', 'patrol_none', 'open_none']);
  });

  it('says so for one ward alone, for no ward at all, and for a handful of incidents', () => {
    for (const made of [
      compose(demoBriefing({ kind: 'wards', codes: ['00008'] }, AS_OF, OCTOBER)), compose(demoBriefing(T11, AS_OF, OCTOBER, {}, (raw) => ({ ...raw, wardCodes: [] }))),
      compose(demoBriefing(T11, AS_OF, OCTOBER, {}, (raw) => ({ ...raw, incidents: raw.incidents.slice(-3) }))), compose(demoBriefing(T11, AS_OF, { from: '2026-10-31', to: '2026-10-31' })),
    ]) expect(words(made)).toEqual([]);
    expect(slideOf(compose(demoBriefing({ kind: 'wards', codes: ['00008'] }, AS_OF, OCTOBER)), 'change_map').claim.code).toBe('no_border');
  });
});
