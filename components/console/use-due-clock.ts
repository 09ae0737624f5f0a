'use client';

import { useEffect, useState } from 'react';
import type { PointColumns } from '@/lib/domain/point-columns';
import { nextDueAfter } from '@/lib/view/overdue';

const nowInSeconds = (): number => Math.floor(Date.now() / 1000);
/** Timers longer than this overflow; a day is far beyond any deadline that matters on an open screen. */
const LONGEST_WAIT_MS = 86_400_000;
const SHORTEST_WAIT_MS = 1000;

/** An instant in seconds that moves on only when another deadline has passed, so that nothing is drawn again in between. */
export function useDueClock(points: PointColumns | null): number {
  const [nowSeconds, setNowSeconds] = useState(nowInSeconds);
  useEffect(() => {
    const next = points === null ? null : nextDueAfter(points, nowSeconds);
    if (next === null) return undefined;
    const waitMs = Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, (next + 1) * 1000 - Date.now()));
    const timer = setTimeout(() => setNowSeconds(nowInSeconds()), waitMs);
    return () => clearTimeout(timer);
  }, [points, nowSeconds]);
  return nowSeconds;
}
