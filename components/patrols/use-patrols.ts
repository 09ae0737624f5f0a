'use client';

import type { Day, Instant } from '@/lib/domain/instant';
import type { ArcCoverage, Patrol, PatrolPage } from '@/lib/domain/patrol';
import { addDays } from '@/lib/view/day-arithmetic';
import { fetchJson } from '@/components/data/fetch-json';
import { useRefreshableQuery } from '@/components/data/use-refreshable-query';

/** First instant of a day in Viet Nam. */
const startOf = (day: Day): string => `${day}T00:00:00+07:00`;

const search = (fields: Readonly<Record<string, string | null>>): string =>
  new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();

/** Patrols whose window touches the days from `from` to `to`, both included. */
export function usePatrols(from: Day, to: Day, cluster: string | null) {
  const query = search({ from: startOf(from), to: startOf(addDays(to, 1)), cluster });
  return useRefreshableQuery(`patrols/${query}`, 'patrols', () => fetchJson<{ patrols: readonly Patrol[]; asOf: Instant }>(`/api/patrols?${query}`));
}

/** One patrol with what overlaps it and what the reader may do. */
export function usePatrol(id: string) {
  return useRefreshableQuery(`patrol/${id}`, 'patrols', () => fetchJson<PatrolPage>(`/api/patrols/${encodeURIComponent(id)}`));
}

/** What recorded tracks covered of each arc of an edition over some days; a null edition waits. */
export function useCoverage(edition: string | null, from: Day, to: Day, cluster: string | null) {
  const query = search({ edition, from: startOf(from), to: startOf(addDays(to, 1)), cluster });
  return useRefreshableQuery(edition === null ? null : `coverage/${query}`, 'patrols', () => fetchJson<{ arcs: readonly ArcCoverage[]; asOf: Instant }>(`/api/patrols/coverage?${query}`));
}
