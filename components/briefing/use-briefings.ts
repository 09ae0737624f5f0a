'use client';

import { useEffect } from 'react';
import type { Briefing, BriefingDetail, BriefingPin, BriefingState, BriefingTemplate } from '@/lib/domain/briefing';
import { fetchJson } from '@/components/data/fetch-json';
import { useRefreshableQuery } from '@/components/data/use-refreshable-query';

/** Between two questions while a briefing is composed, in milliseconds. */
const POLL_MS = 700;

export const isUnderWay = ({ state }: { readonly state: BriefingState }): boolean => state === 'queued' || state === 'composing';

/** Asks again and again while something is under way: the feed tells of beginnings and ends, not of every step between. */
function useFollowing(isActive: boolean, refresh: () => void): void {
  useEffect(() => {
    if (!isActive) return undefined;
    const timer = setInterval(refresh, POLL_MS);
    return () => clearInterval(timer);
  }, [isActive, refresh]);
}

/** All briefings that the reader may see, newest first. */
export function useBriefings() {
  const query = useRefreshableQuery('briefings', 'briefings', () => fetchJson<{ readonly briefings: readonly Briefing[] }>('/api/briefings'));
  useFollowing(query.state === 'ready' && query.data.briefings.some(isUnderWay), query.refresh);
  return query;
}

/** One briefing with its deck; null waits. */
export function useBriefing(id: string | null) {
  const query = useRefreshableQuery(id === null ? null : `briefing/${id}`, 'briefings', () => fetchJson<BriefingDetail>(`/api/briefings/${encodeURIComponent(id ?? '')}`));
  useFollowing(query.state === 'ready' && isUnderWay(query.data), query.refresh);
  return query;
}

/** Pins that wait for a briefing; only for roles that compose. */
export function usePins(wanted: boolean) {
  return useRefreshableQuery(wanted ? 'briefing-pins' : null, 'briefings', () => fetchJson<{ readonly pins: readonly BriefingPin[] }>('/api/briefings/pins'));
}

/** Briefings that compose themselves; only for roles that compose. */
export function useTemplates(wanted: boolean) {
  return useRefreshableQuery(wanted ? 'briefing-templates' : null, 'briefings', () => fetchJson<{ readonly templates: readonly BriefingTemplate[] }>('/api/briefings/templates'));
}
