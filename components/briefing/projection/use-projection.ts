'use client';

import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { ExportTheme } from '@/lib/domain/export-file';
import { readProjection, reduceProjection, sharedPart, writeProjection, type Move, type ProjectionState, type WindowState } from './projection-state';

/** How long a typed number waits for Enter, in milliseconds. */
const TYPING_MS = 4_000;

/** What windows of one briefing tell each other: how the wall stands, or that one has just been opened and asks. */
type Word = { readonly kind: 'state'; readonly state: ProjectionState } | { readonly kind: 'ask' };

interface ProjectionOptions {
  readonly briefingId: string;
  readonly search: string;
  readonly theme: ExportTheme;
  /** Faces of each shown slide. */
  readonly faces: readonly number[];
}

/** The projection of a briefing: its state, in step with every other window of the same briefing, its address and its loop. */
export function useProjection({ briefingId, search, theme, faces }: ProjectionOptions): { readonly state: WindowState; readonly move: (move: Move) => void } {
  const count = faces.length;
  const [state, dispatch] = useReducer((before: WindowState, move: Move) => reduceProjection(before, move, count, faces[before.index] ?? 1), null, () => reduceProjection(readProjection(new URLSearchParams(search), theme), { kind: 'type_end' }, count, 1));
  const channelRef = useRef<BroadcastChannel | null>(null);
  const stateRef = useRef(state);
  const heardRef = useRef<string | null>(null);
  useEffect(() => { stateRef.current = state; });

  useEffect(() => {
    const channel = new BroadcastChannel(`giap-ranh-briefing-${briefingId}`);
    channelRef.current = channel;
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.kind === 'ask') {
        channel.postMessage({ kind: 'state', state: sharedPart(stateRef.current) } satisfies Word);
        return;
      }
      heardRef.current = JSON.stringify(data.state);
      dispatch({ kind: 'follow', state: data.state });
    };
    channel.postMessage({ kind: 'ask' } satisfies Word);
    return () => {
      channelRef.current = null;
      channel.close();
    };
  }, [briefingId]);

  // What was heard from another window is not said again: the two would go on forever.
  const shared = JSON.stringify(sharedPart(state));
  const firstRef = useRef(true);
  useEffect(() => {
    window.history.replaceState(null, '', `?${writeProjection(JSON.parse(shared) as ProjectionState)}`);
    const isFirst = firstRef.current;
    firstRef.current = false;
    if (isFirst || heardRef.current === shared) return;
    heardRef.current = null;
    channelRef.current?.postMessage({ kind: 'state', state: JSON.parse(shared) as ProjectionState } satisfies Word);
  }, [shared]);

  const { isLooping, isBlack, everySeconds, turn, typed } = state;
  useEffect(() => {
    if (!isLooping || isBlack || count < 2) return undefined;
    const timer = setTimeout(() => dispatch({ kind: 'wrap' }), everySeconds * 1_000);
    return () => clearTimeout(timer);
  }, [isLooping, isBlack, everySeconds, turn, count]);
  useEffect(() => {
    if (typed === '') return undefined;
    const timer = setTimeout(() => dispatch({ kind: 'type_end' }), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return { state, move: useCallback((next: Move) => dispatch(next), []) };
}
