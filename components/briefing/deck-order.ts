import type { DeckSlide } from '@/lib/domain/briefing';

/** The list with one thing moved to another place; the places of the others keep their order. Limits: places out of bounds change nothing. */
export function moveItem<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const moved = items[from];
  if (moved === undefined || to < 0 || to >= items.length || from === to) return items;
  const rest = items.filter((_, place) => place !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/** The place a dragged card would take: the number of other cards whose middle lies above the pointer. `middles` in the order of the cards. */
export function placeOfPointer(middles: readonly number[], from: number, pointer: number): number {
  return middles.filter((middle, place) => place !== from && middle < pointer).length;
}

/** The deck with one slide shown otherwise. */
export function changeSlide(deck: readonly DeckSlide[], slideId: string, part: Partial<Omit<DeckSlide, 'slideId'>>): readonly DeckSlide[] {
  return deck.map((one) => (one.slideId === slideId ? { ...one, ...part } : one));
}

/** What differs between two decks. */
export interface DeckChange {
  readonly kind: 'order' | 'shown' | 'hidden' | 'claim' | 'note' | 'added' | 'removed';
  /** The slide it is about; null for the order as a whole. */
  readonly slideId: string | null;
}

/** What happened to a deck between two of its versions, slide by slide in the later one's order. */
export function listDeckChanges(before: readonly DeckSlide[], after: readonly DeckSlide[]): readonly DeckChange[] {
  const earlier = new Map(before.map((one) => [one.slideId, one]));
  const later = new Set(after.map(({ slideId }) => slideId));
  const kept = (deck: readonly DeckSlide[]): string => deck.filter(({ slideId }) => earlier.has(slideId) && later.has(slideId)).map(({ slideId }) => slideId).join('\n');
  const changes = after.flatMap((now): DeckChange[] => {
    const { slideId } = now;
    const old = earlier.get(slideId);
    if (old === undefined) return [{ kind: 'added', slideId }];
    return [
      ...(old.isShown === now.isShown ? [] : [{ kind: now.isShown ? 'shown' as const : 'hidden' as const, slideId }]),
      ...(old.claim === now.claim ? [] : [{ kind: 'claim' as const, slideId }]), ...(old.note === now.note ? [] : [{ kind: 'note' as const, slideId }]),
    ];
  });
  return [
    ...(kept(before) === kept(after) ? [] : [{ kind: 'order' as const, slideId: null }]), ...changes,
    ...before.filter(({ slideId }) => !later.has(slideId)).map(({ slideId }) => ({ kind: 'removed' as const, slideId })),
  ];
}

/**
 * One's own changes put onto what somebody else saved meanwhile: a slide that I changed is as I left it, every other as it is now;
 * the order is mine if I changed it.
 */
export function rebaseDeck(base: readonly DeckSlide[], mine: readonly DeckSlide[], current: readonly DeckSlide[]): readonly DeckSlide[] {
  const changes = listDeckChanges(base, mine);
  const own = new Map(mine.map((one) => [one.slideId, one]));
  const merged = current.map((now): DeckSlide => {
    const wanted = own.get(now.slideId);
    const has = (...kinds: readonly DeckChange['kind'][]): boolean => changes.some(({ kind, slideId }) => slideId === now.slideId && kinds.includes(kind));
    if (wanted === undefined) return now;
    return { ...now, ...(has('shown', 'hidden') ? { isShown: wanted.isShown } : {}), ...(has('claim') ? { claim: wanted.claim } : {}), ...(has('note') ? { note: wanted.note } : {}) };
  });
  if (!changes.some(({ kind }) => kind === 'order')) return merged;
  const place = new Map(mine.map(({ slideId }, index) => [slideId, index]));
  return [...merged].sort((a, b) => (place.get(a.slideId) ?? Infinity) - (place.get(b.slideId) ?? Infinity) || 0);
}
