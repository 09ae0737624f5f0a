import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSlide, listDeckChanges, moveItem, placeOfPointer, rebaseDeck } from '../../../components/briefing/deck-order';
import type { DeckSlide } from '../../../lib/domain/briefing';

const deck = (...ids: string[]): DeckSlide[] => ids.map((slideId) => Object.freeze({ slideId, isShown: true, claim: null, note: null }));
const ids = (slides: readonly DeckSlide[]): string => slides.map(({ slideId }) => slideId).join('');
const BASE = Object.freeze(deck('a', 'b', 'c', 'd'));

describe('the order of slides', () => {
  it('moves one and keeps the order of the others', () => {
    expect(ids(moveItem(BASE, 0, 2))).toBe('bcad');
    expect(ids(moveItem(BASE, 3, 0))).toBe('dabc');
    expect([moveItem(BASE, 1, 1), moveItem(BASE, 9, 0), moveItem(BASE, 0, 4), moveItem(BASE, 0, -1)].every((same) => same === BASE)).toBe(true);
  });

  it('moves back to where it was', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), (from, to) => { expect(ids(moveItem(moveItem(BASE, from, to), to, from))).toBe('abcd'); }));
  });

  it('finds the place under the pointer', () => {
    const middles = [50, 150, 250, 350];
    expect([0, 100, 200, 260, 999].map((pointer) => placeOfPointer(middles, 0, pointer))).toEqual([0, 0, 1, 2, 3]);
    expect(placeOfPointer(middles, 3, 40)).toBe(0);
  });
});

describe('two who change a deck at once', () => {
  it('tells what the other one did', () => {
    const now = moveItem(changeSlide(changeSlide(BASE, 'b', { isShown: false }), 'c', { claim: 'Khác', note: 'Hỏi' }), 0, 3);
    expect(listDeckChanges(BASE, now)).toEqual([{ kind: 'order', slideId: null }, { kind: 'hidden', slideId: 'b' }, { kind: 'claim', slideId: 'c' }, { kind: 'note', slideId: 'c' }]);
    expect(listDeckChanges(BASE, [...BASE.slice(1), ...deck('e')])).toEqual([{ kind: 'added', slideId: 'e' }, { kind: 'removed', slideId: 'a' }]);
    expect(listDeckChanges(BASE, BASE)).toEqual([]);
  });

  it('puts one’s own changes onto what was saved meanwhile', () => {
    const mine = changeSlide(BASE, 'a', { claim: 'Của tôi' });
    const theirs = [...moveItem(changeSlide(BASE, 'b', { isShown: false }), 3, 0), ...deck('e')];
    const merged = rebaseDeck(BASE, mine, theirs);
    expect(ids(merged)).toBe('dabce');
    expect(merged.find(({ slideId }) => slideId === 'a')?.claim).toBe('Của tôi');
    expect(merged.find(({ slideId }) => slideId === 'b')?.isShown).toBe(false);
  });

  it('keeps one’s own order, with what came since at its end', () => {
    expect(ids(rebaseDeck(BASE, moveItem(BASE, 0, 3), [...deck('e'), ...BASE]))).toBe('bcdae');
  });

  it('changes nothing where nothing of one’s own was changed', () => {
    const theirs = moveItem(changeSlide(BASE, 'a', { note: 'x' }), 0, 1);
    expect(rebaseDeck(BASE, BASE, theirs)).toEqual(theirs);
  });
});
