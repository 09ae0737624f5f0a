'use client';

import type { Day, Instant } from '@/lib/domain/instant';
import type { Zone, ZoneCounts, ZonePage, ZoneVersion } from '@/lib/domain/zone';
import { fetchJson } from '@/components/data/fetch-json';
import { useRefreshableQuery } from '@/components/data/use-refreshable-query';

/** `GET /api/zones`. */
interface ZonesAnswer {
  readonly zones: readonly Zone[];
  readonly asOf: Instant;
}

/** Zones within the reader's sight, newest change first; `search` narrows them, null waits. */
export function useZones(search: string | null = '') {
  return useRefreshableQuery(search === null ? null : `zones/${search}`, 'zones', () => fetchJson<ZonesAnswer>(`/api/zones${search === '' ? '' : `?${search}`}`));
}

/** What is inside a zone over some days, both included. */
export function useZoneCounts(id: string, version: number, from: Day, to: Day) {
  const query = new URLSearchParams({ from, to }).toString();
  return useRefreshableQuery(`zone-counts/${id}/${String(version)}/${query}`, ['zones', 'incidents'], () => fetchJson<ZoneCounts>(`/api/zones/${encodeURIComponent(id)}/counts?${query}`));
}

/** One zone with its history and what the reader may do. */
export function useZone(id: string) {
  return useRefreshableQuery(`zone/${id}`, 'zones', () => fetchJson<ZonePage>(`/api/zones/${encodeURIComponent(id)}`));
}

/** Every version of a zone that the reader may see. */
export function useZoneVersions(id: string) {
  return useRefreshableQuery(`zone-versions/${id}`, 'zones', () => fetchJson<{ readonly versions: readonly ZoneVersion[] }>(`/api/zones/${encodeURIComponent(id)}/versions`));
}
