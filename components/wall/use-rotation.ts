'use client';

import { useCallback, useEffect, useState } from 'react';

/** Which of several things is shown, and the ways to another one. */
export interface Rotation {
  readonly index: number;
  readonly isPaused: boolean;
  /** Counts the turns, so that a progress line starts anew with each. */
  readonly turn: number;
  readonly step: (by: number) => void;
  readonly togglePause: () => void;
}

/** Moves on every `everyMs` through `count` things; stands still while paused or when there is only one. */
export function useRotation(count: number, everyMs: number): Rotation {
  const [place, setPlace] = useState({ index: 0, turn: 0 });
  const [isPaused, setPaused] = useState(false);
  const step = useCallback((by: number) => {
    setPlace(({ index, turn }) => ({ index: count === 0 ? 0 : (((index + by) % count) + count) % count, turn: turn + 1 }));
  }, [count]);
  useEffect(() => {
    if (isPaused || count < 2) return undefined;
    const timer = setTimeout(() => step(1), everyMs);
    return () => clearTimeout(timer);
  }, [isPaused, count, everyMs, step, place.turn]);
  return { index: count === 0 ? 0 : place.index % count, turn: place.turn, isPaused, step, togglePause: () => setPaused((now) => !now) };
}
