'use client';

import { useMemo, useRef, type PointerEvent } from 'react';

/** Shortest way of a swipe in CSS pixels; it is more across than along. */
const LEAST_PIXELS = 50;

/** Handlers that tell a swipe of a finger or a pen: to the left is the next slide. */
export function useSwipe(onSwipe: (to: 'next' | 'previous') => void) {
  const start = useRef<readonly [number, number] | null>(null);
  return useMemo(() => ({
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => { start.current = pointerType === 'mouse' ? null : [clientX, clientY]; },
    onPointerCancel: () => { start.current = null; },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      const from = start.current;
      start.current = null;
      if (from === null) return;
      const [across, along] = [clientX - from[0], clientY - from[1]];
      if (Math.abs(across) >= LEAST_PIXELS && Math.abs(across) > Math.abs(along) * 1.5) onSwipe(across < 0 ? 'next' : 'previous');
    },
  }), [onSwipe]);
}
