'use client';

import { useMemo } from 'react';
import type { WorkItem } from '@/lib/domain/coordination';
import { fetchJson } from '@/components/data/fetch-json';
import { useLiveQuery } from '@/components/data/use-live-query';
import { useReference } from '@/components/data/use-reference';
import { useNow } from '@/components/ui/use-now';

/** `GET /api/work`. */
export interface WorkAnswer {
  readonly items: readonly WorkItem[];
  readonly asOf: string;
  readonly truncated: boolean;
}

/** Most urgent steps that are asked for. */
export const WORK_LIMIT = 200;

/** What waits for the reader, most urgent first; follows the change feed. `wanted` false asks nothing. */
export function useWork(wanted = true) {
  return useLiveQuery<WorkAnswer>(wanted ? 'work' : null, 'incidents', () => fetchJson<WorkAnswer>(`/api/work?limit=${String(WORK_LIMIT)}`));
}

/** How many steps wait for the reader, and how many of them are late. */
export interface WorkCounts {
  readonly waiting: number;
  readonly overdue: number;
}

const TICK_MS = 30_000;

/**
 * Counts of what waits for the reader; null while unknown, and for roles that nothing waits for.
 *
 * For an officer every step of the own wards counts; a commander has to look at what is late or has no lead.
 */
export function useWorkCounts(wanted: boolean): WorkCounts | null {
  const reference = useReference();
  const role = reference.state === 'ready' ? reference.data.me.role : null;
  const acts = role === 'officer' || role === 'commander' || role === 'admin';
  const work = useWork(wanted && acts);
  const nowMs = useNow(TICK_MS);
  return useMemo(() => {
    if (!wanted || !acts || work.state !== 'ready') return null;
    const isLate = ({ dueAt }: WorkItem): boolean => dueAt !== null && Date.parse(dueAt) < nowMs;
    const counted = role === 'officer' ? work.data.items : work.data.items.filter((item) => item.ward === null || isLate(item));
    return { waiting: counted.length, overdue: counted.filter(isLate).length };
  }, [wanted, acts, role, work, nowMs]);
}
