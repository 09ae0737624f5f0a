import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClock, formatElapsed } from '../../../components/briefing/projection/clock-text';
import { isAtRest, readProjection, reduceProjection, sharedPart, START, writeProjection, type Move, type WindowState } from '../../../components/briefing/projection/projection-state';
import { readKey } from '../../../components/briefing/projection/read-key';
import { buildShownDeck } from '../../../components/briefing/projection/shown-deck';
import type { Presentation } from '../../../components/briefing/projection/use-presentation';
import { extentOf, isScale, wrapLabel } from '../../../components/briefing/slide/chart-parts';
import { countFaces, listFaceTables, tableOfChart, withoutIds } from '../../../components/briefing/slide/list-faces';
import { cleanSvg, type ParseSvg, type SvgElement } from '../../../components/briefing/slide/safe-svg';
import { frame, mapSvg, slides } from '../../fixtures/briefing/presentation';

const FREE = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const press = (...keys: string[]): Move[] => keys.map((key) => readKey({ ...FREE, key }) as Move);
const after = (moves: readonly Move[], start: WindowState = START, count = 8, faces = 3): WindowState => moves.reduce((state, move) => reduceProjection(state, move, count, faces), start);

describe('keys of the projection', () => {
  it.each([
    ['ArrowRight', 'next'], ['PageDown', 'next'], [' ', 'next'], ['ArrowLeft', 'previous'], ['PageUp', 'previous'], ['Backspace', 'previous'], ['Home', 'first'], ['End', 'last'], ['b', 'black'], ['B', 'black'], ['.', 'black'],
    ['f', 'full_screen'], ['F5', 'full_screen'], ['p', 'presenter'], ['l', 'loop'], ['T', 'theme'], ['s', 'numbers'], ['?', 'help'], ['Escape', 'escape'], ['Enter', 'enter'], ['+', 'slower'], ['-', 'faster'],
  ])('%s is %s', (key, kind) => { expect(readKey({ ...FREE, key })).toEqual({ kind }); });

  it('leaves the browser its own shortcuts, and what means nothing', () => {
    expect(readKey({ ...FREE, key: 'p', ctrlKey: true })).toBeNull();
    expect(readKey({ ...FREE, key: 'ArrowRight', altKey: true })).toBeNull();
    expect(readKey({ ...FREE, key: 'x' })).toBeNull();
    expect(readKey({ ...FREE, key: ' ', shiftKey: true })).toEqual({ kind: 'previous' });
  });
});

describe('the state of a projection', () => {
  it('goes to a slide by number and Enter, and stays for a number that no slide has', () => {
    expect(after(press('7', 'Enter')).index).toBe(6);
    expect(after(press('1', '2', 'Enter'), START, 15).index).toBe(11);
    expect(after(press('0', '3', 'Enter')).index).toBe(2);
    expect(after(press('9', '9', 'Enter'), { ...START, index: 2 })).toMatchObject({ index: 2, typed: '' });
    expect(after([...press('3'), { kind: 'type_end' }, ...press('Enter')]).index).toBe(1);
    expect(after(press('1', '2', '3')).typed).toBe('23');
  });

  it('stops at both ends, and goes round only by itself', () => {
    expect(after(press('ArrowLeft')).index).toBe(0);
    expect(after(press('End', 'ArrowRight')).index).toBe(7);
    expect(after([...press('End'), { kind: 'wrap' }]).index).toBe(0);
  });

  it('leaves the black screen with the next slide, and keeps it while the wall goes round', () => {
    expect(after(press('b')).isBlack).toBe(true);
    expect(after(press('b', '.')).isBlack).toBe(false);
    expect(after(press('b', 'PageDown'))).toMatchObject({ isBlack: false, index: 1 });
    expect(after([...press('b'), { kind: 'wrap' }]).isBlack).toBe(true);
  });

  it('shows the numbers behind a slide in turn, and the picture on the next one', () => {
    expect(after(press('s', 's')).face).toBe(2);
    expect(after(press('s', 's', 's')).face).toBe(0);
    expect(after(press('s', 'ArrowRight')).face).toBe(0);
  });

  it('closes one thing after another with Escape, then rests', () => {
    const open = after(press('s', '2', 'b', '?'));
    const steps = [1, 2, 3, 4].map((times) => after(Array.from({ length: times }, () => ({ kind: 'escape' as const })), open));
    expect(steps.map(({ isHelpOpen, typed, isBlack, face }) => [isHelpOpen, typed, isBlack, face])).toEqual([[false, '2', true, 1], [false, '', true, 1], [false, '', false, 1], [false, '', false, 0]]);
    expect(steps.map(isAtRest)).toEqual([false, false, false, true]);
  });

  it('keeps the pace within its limits and turns through the looks', () => {
    expect(after(press(...Array.from({ length: 20 }, () => '-'))).everySeconds).toBe(5);
    expect(after(press('t', 't')).theme).toBe('projector');
    expect(after(press('t', 't', 't')).theme).toBe('light');
  });

  it('never leaves the deck, whatever is pressed', () => {
    const keys = fc.constantFrom('ArrowRight', 'ArrowLeft', 'Home', 'End', 'Enter', 'b', 's', 't', 'l', '0', '5', '9', 'Escape', '?');
    fc.assert(fc.property(fc.array(keys, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (pressed, count) => {
      const { index, typed, face } = after(press(...pressed), START, count);
      expect(index).toBeGreaterThanOrEqual(0);
      expect(index).toBeLessThan(count);
      expect(typed.length).toBeLessThanOrEqual(2);
      expect(face).toBeLessThan(3);
    }));
  });

  it('says all that another window needs, and an address brings it back', () => {
    const shown = after(press('4', 'Enter', 't', 'l', '+'));
    expect(sharedPart(after([{ kind: 'follow', state: sharedPart(shown) }]))).toEqual(sharedPart(shown));
    expect(writeProjection(shown)).toBe('slide=4&theme=dark&loop=25');
    expect(sharedPart(readProjection(new URLSearchParams(writeProjection(shown)), 'light'))).toEqual(sharedPart(shown));
    expect(readProjection(new URLSearchParams('slide=-1&theme=red&loop=100000'), 'dark')).toMatchObject({ index: 0, theme: 'dark', isLooping: false });
  });
});

describe('what a slide is drawn from', () => {
  it('has a face for its picture, one for each chart and one for each table', () => {
    expect(slides.map(countFaces)).toEqual([2, 2, 2, 2, 1, 2, 2, 2]);
    expect(slides.map((slide) => 1 + listFaceTables(slide, () => String).length)).toEqual(slides.map(countFaces));
  });

  it('shows a room no ids', () => {
    const table = { ...slides[7]!.tables[0]!, columns: [...slides[7]!.tables[0]!.columns.slice(0, 4), { id: 'incident', label: 'Mã', kind: 'incident' as const, alignsRight: false }] };
    expect(withoutIds(table).columns.map(({ id }) => id)).toEqual(['lead', 'what', 'since', 'due']);
    expect(withoutIds(table).rows[0]).toHaveLength(4);
  });

  it('tells the numbers of a chart as a table, with its intervals', () => {
    const table = tableOfChart(slides[3]!.charts[0]!, (value) => (value === null ? '–' : String(value)));
    expect(table.rows[0]!.map(({ text }) => text)).toEqual(['P. Nghĩa Đô – P. Ngọc Hà', '23 (15 – 34)']);
    expect(table.rows[0]![1]!.value).toBe(23);
  });

  it('wraps a label into lines and says where it cuts', () => {
    expect(wrapLabel('P. Văn Miếu – Quốc Tử Giám', 300, 2)).toEqual(['P.\u00a0Văn Miếu –', 'Quốc Tử Giám']);
    expect(wrapLabel('P. Văn Miếu – Quốc Tử Giám', 300, 1)).toEqual(['P.\u00a0Văn Miếu – Q…']);
    expect(wrapLabel('Láng', 300, 2)).toEqual(['Láng']);
  });

  it('knows names from a scale, and leaves room around intervals', () => {
    expect(isScale(slides[2]!.charts[0]!)).toBe(false);
    expect(isScale({ ...slides[2]!.charts[0]!, xs: ['2026-11-01', '2026-11-02'] })).toBe(true);
    const [least, most] = extentOf(slides[3]!.charts[0]!);
    expect(least).toBeLessThan(0);
    expect(most).toBeGreaterThan(34);
  });

  it('leaves out slides that are switched off, and marks what is secret', () => {
    const presentation = { briefing: { classification: 'secret' }, frame, slides: slides.map((slide, place) => ({ ...slide, isShown: place !== 1 })), maps: { light: { patrol: 'x' }, dark: {}, projector: {} } } as unknown as Presentation;
    const deck = buildShownDeck(presentation);
    expect(deck.slides.map(({ id }) => id)).not.toContain('last_day');
    expect(deck.propsOf(deck.slides[5]!, 5, 'light')).toMatchObject({ svg: 'x', place: 6, count: 7, isSecret: true });
  });
});

describe('the clock of the presenter', () => {
  it('tells Viet Nam’s time and the time taken', () => {
    expect(formatClock(Date.parse('2026-11-28T01:05:09Z'))).toBe('08:05:09');
    expect([0, 65_000, 3_725_000, -5].map(formatElapsed)).toEqual(['00:00', '01:05', '1:02:05', '00:00']);
  });
});

const parse: ParseSvg = (text) => {
  const { documentElement } = new DOMParser({ onError: () => undefined }).parseFromString(text, 'image/svg+xml');
  return documentElement === null ? null : { root: documentElement as unknown as SvgElement, write: () => new XMLSerializer().serializeToString(documentElement as never) };
};
const clean = (inner: string): string => cleanSvg(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</svg>`, 'p-', parse) ?? '';

describe('a drawing that becomes part of a page', () => {
  it('keeps what is drawn, and names things with its prefix', () => {
    const kept = cleanSvg(mapSvg, 'p-', parse) ?? '';
    expect(kept).toContain('id="p-band"');
    expect(kept).toContain('url(#p-band)');
    expect(kept).toContain('P. Nghĩa Đô');
  });

  it.each([
    ['a script', '<script>alert(1)</script><g/>'], ['a script within a group', '<g><script href="x.js"/></g>'], ['a handler', '<rect onload="alert(1)"/>'], ['a foreign object', '<foreignObject><b>alert</b></foreignObject>'],
    ['a link that runs', '<a href="javascript:alert(1)"><text>alert</text></a>'], ['a picture from elsewhere', '<image href="https://example.org/alert.png"/>'], ['a style that loads', '<rect style="fill:url(https://example.org/alert)"/>'],
    ['a reference elsewhere', '<use href="alert.svg#a"/>'], ['a fill from elsewhere', '<rect fill="url(https://example.org/alert#a)"/>'], ['animation of a reference', '<set attributeName="href" to="javascript:alert(1)"/>'], ['a style sheet', '<style>@import "alert.css"</style>'],
  ])('drops %s', (_, inner) => { expect(clean(inner)).not.toMatch(/alert/); });

  it('is nothing where the text is no drawing', () => { expect(cleanSvg('<html xmlns="http://www.w3.org/1999/xhtml"/>', 'p-', parse)).toBeNull(); });
});
