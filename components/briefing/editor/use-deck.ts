'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Briefing, BriefingDetail, DeckSlide } from '@/lib/domain/briefing';
import { RequestError, sendJson } from '@/components/data/fetch-json';
import { rebaseDeck } from '../deck-order';

/** What is changed of a briefing besides its deck. */
export interface BriefingPart {
  readonly title?: string;
  readonly classification?: Briefing['classification'];
  readonly showsText?: boolean;
}

/** What could not be saved because somebody else was faster. */
export interface DeckConflict {
  readonly base: BriefingDetail;
  readonly deck: readonly DeckSlide[];
  readonly part: BriefingPart;
}

interface DeckState {
  /** What was changed here and is not known to the server yet; null when nothing is. */
  readonly draft: { readonly deck: readonly DeckSlide[]; readonly version: number } | null;
  readonly pending: number;
  readonly error: RequestError | null;
  readonly conflict: DeckConflict | null;
}

const NOTHING_CHANGED: DeckState = { draft: null, pending: 0, error: null, conflict: null };

/** A briefing that is edited: each change is sent at once, one after the other, with the version it was made on. */
export function useDeck(detail: BriefingDetail, refresh: () => void) {
  const [state, setState] = useState(NOTHING_CHANGED);
  const { draft, pending, error, conflict } = state;
  // What was saved here counts until the server's answer has caught up with it.
  const isAhead = draft !== null && (pending > 0 || draft.version > detail.version || conflict !== null);
  const deck = isAhead ? draft.deck : detail.deck;
  const chain = useRef(Promise.resolve());
  const known = useRef(detail);
  const stopped = useRef(false);
  useEffect(() => { if (pending === 0 && conflict === null && detail.version >= known.current.version) known.current = detail; });

  const send = useCallback((next: readonly DeckSlide[] | null, part: BriefingPart, onto?: BriefingDetail): void => {
    setState((before) => ({ ...before, pending: before.pending + 1, draft: next === null ? before.draft : { deck: next, version: before.draft?.version ?? 0 } }));
    chain.current = chain.current.then(async () => {
      if (onto !== undefined) {
        known.current = onto;
        stopped.current = false;
      }
      const base = known.current;
      if (stopped.current) {
        setState((before) => ({ ...before, pending: before.pending - 1, conflict: before.conflict === null ? null : { ...before.conflict, deck: next ?? before.conflict.deck, part: { ...before.conflict.part, ...part } } }));
        return;
      }
      try {
        const saved = await sendJson<Briefing>('PATCH', `/api/briefings/${base.id}`, { version: base.version, ...part, ...(next === null ? {} : { deck: next }) });
        known.current = { ...base, ...saved, deck: next ?? base.deck };
        setState((before) => ({ ...before, pending: before.pending - 1, error: null, draft: before.draft === null ? null : { ...before.draft, version: saved.version } }));
      } catch (reason) {
        const failure = reason instanceof RequestError ? reason : new RequestError('server', String(reason));
        const isConflict = failure.kind === 'conflict';
        stopped.current = isConflict;
        setState((before) => ({ ...before, pending: before.pending - 1, error: isConflict ? null : failure, ...(isConflict ? { conflict: { base, deck: next ?? base.deck, part } } : { draft: null }) }));
      }
      refresh();
    });
  }, [refresh]);

  const keepMine = (): void => {
    if (conflict === null) return;
    setState((before) => ({ ...before, conflict: null }));
    send(rebaseDeck(conflict.base.deck, conflict.deck, detail.deck), conflict.part, detail);
  };
  const takeTheirs = (): void => {
    stopped.current = false;
    known.current = detail;
    setState(NOTHING_CHANGED);
  };
  return {
    deck, isSaving: pending > 0, error, conflict, keepMine, takeTheirs,
    changeDeck: (next: readonly DeckSlide[]): void => { if (next !== deck) send(next, {}); },
    changePart: (part: BriefingPart): void => send(null, part),
  };
}
