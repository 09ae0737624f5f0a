import { describe, expect, it } from 'vitest';
import { cutText } from '../../../components/briefing/slide/cut-text';
import { withoutIds } from '../../../components/briefing/slide/list-faces';
import { makeSlide } from '../../../lib/briefing/slide-parts';
import { say } from '../../../lib/briefing/slide-pieces';
import type { DeckSlide } from '../../../lib/domain/briefing';
import { presentDeck, presentSlide } from '../../../lib/messages/briefing/present-slide';
import { withTextTables } from '../../../lib/messages/briefing/text-tables';
import { namesOf } from '../../helpers/briefing-input';

const NAMES = namesOf({ '00001': 'Phường Đông', '00002': 'Phường Tây' });
const slide = makeSlide('last_day', say('last_day_none', { all: 0 }), {
  tables: [
    { id: 'incidents', columns: [{ id: 'at', kind: 'instant' }, { id: 'category', kind: 'category' }, { id: 'incident', kind: 'incident' }], rows: [{ cells: ['2026-06-30T03:00:00.000Z', 'theft', 'id-1'] }, { cells: ['2026-06-30T04:00:00.000Z', 'theft', 'id-2'] }, { cells: ['2026-06-30T05:00:00.000Z', 'theft', null] }] },
    { id: 'wards', columns: [{ id: 'ward', kind: 'ward' }], rows: [{ cells: ['00001'] }] },
  ],
});
/** `Mất xe` decomposed, as some keyboards write it. */
const WRITTEN = { 'id-1': 'Mất xe', 'id-2': '  ', 'id-9': 'của vụ khác' };
const present = (written: Readonly<Record<string, string>> | null) => presentSlide(slide, undefined, NAMES, 'vi', written);

describe('what was written about incidents', () => {
  it('stands with the row that names the incident, composed, and with no other', () => {
    expect(present(WRITTEN).tables.map(({ texts }) => texts)).toEqual([['Mất xe', null, null], undefined]);
    expect(withoutIds(present(WRITTEN).tables[0]!)).toMatchObject({ texts: ['Mất xe', null, null] });
    const deck: DeckSlide[] = [{ slideId: slide.id, isShown: true, claim: null, note: null }];
    expect(presentDeck([slide], deck, NAMES, 'en', WRITTEN)[0]?.tables[0]?.texts).toEqual(['Mất xe', null, null]);
  });

  it('is not there for who may not read it, nor where nothing was written', () => {
    for (const written of [null, {}, { 'id-9': 'của vụ khác' }]) expect(JSON.stringify(present(written))).not.toContain('texts');
  });

  it('stands in files as a table of its own after the others, with what says which incident it is', () => {
    const { tables } = withTextTables(present(WRITTEN), 'vi');
    expect(tables.map(({ id }) => id)).toEqual(['incidents', 'wards', 'incidents-texts']);
    expect(tables[2]?.columns.map(({ label }) => label)).toEqual(['Lúc', 'Loại', 'Nội dung vụ việc']);
    expect(tables[2]?.rows.map((cells) => cells.map(({ text }) => text))).toEqual([['10:00 30/06/2026', 'loại theft', 'Mất xe']]);
    expect(withTextTables(present(null), 'vi')).toEqual(present(null));
  });

  it('is cut between words where it is long', () => {
    expect(cutText('một  hai\nba', 20)).toBe('một hai ba');
    expect(cutText('một hai ba bốn năm', 13)).toBe('một hai ba…');
    expect(cutText('mộthaibabốnnăm', 8)).toBe('mộthaib…');
    expect(cutText('một hai, ba bốn', 10)).toBe('một hai…');
  });
});
