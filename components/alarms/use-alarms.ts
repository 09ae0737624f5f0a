'use client';

import type { AlarmList, AlarmPage } from '@/lib/domain/alarm';
import { fetchJson } from '@/components/data/fetch-json';
import { useRefreshableQuery } from '@/components/data/use-refreshable-query';

/** Alarms that are open, or those that have ended; follows the change feed. */
export function useAlarms(shown: 'open' | 'ended') {
  return useRefreshableQuery(`alarms/${shown}`, 'alarms', () => fetchJson<AlarmList>(`/api/alarms${shown === 'ended' ? '?state=ended' : ''}`));
}

/** One alarm with its history. */
export function useAlarm(id: string) {
  return useRefreshableQuery(`alarm/${id}`, 'alarms', () => fetchJson<AlarmPage>(`/api/alarms/${encodeURIComponent(id)}`));
}
