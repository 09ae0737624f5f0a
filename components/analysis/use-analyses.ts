'use client';

import type { ParameterField } from '@/lib/analysis/method';
import type { AnalysisRun, MethodId } from '@/lib/domain/analysis';
import type { Day } from '@/lib/domain/instant';
import type { Patrol } from '@/lib/domain/patrol';
import type { Zone } from '@/lib/domain/zone';
import { addDays } from '@/lib/view/day-arithmetic';
import { fetchJson } from '@/components/data/fetch-json';
import { useQuery } from '@/components/data/use-query';
import { useRefreshableQuery } from '@/components/data/use-refreshable-query';

/** A method as `GET /api/stats/methods` tells it. */
export interface MethodInfo {
  readonly id: MethodId;
  readonly version: number;
  readonly fields: readonly ParameterField[];
}

const fetchMethods = () => fetchJson<{ methods: readonly MethodInfo[] }>('/api/stats/methods');

/** The methods the server has, with the fields of their parameters. */
export function useMethods() {
  return useQuery('stats/methods', fetchMethods);
}

export const RUN_FILTERS = ['mine', 'saved', 'all'] as const;
export type RunFilter = (typeof RUN_FILTERS)[number];
const RUN_SEARCH: Readonly<Record<RunFilter, string>> = { mine: 'mine=1&limit=30', saved: 'saved=1&limit=50', all: 'limit=30' };

/** Runs, newest first, without their outcomes. */
export function useRuns(filter: RunFilter) {
  return useRefreshableQuery(`stats/runs/${filter}`, 'analyses', () => fetchJson<{ runs: readonly AnalysisRun[] }>(`/api/stats/runs?${RUN_SEARCH[filter]}`));
}

const fetchZones = () => fetchJson<{ zones: readonly Zone[] }>('/api/zones');

/** Every zone the reader may see. */
export function useZones() {
  return useRefreshableQuery('zones', 'zones', fetchZones);
}

/** Patrols that were done in a period, for a method that asks for one; null waits. */
export function useDonePatrols(period: { readonly from: Day; readonly to: Day } | null) {
  const query = period === null ? null : new URLSearchParams({ from: `${period.from}T00:00:00+07:00`, to: `${addDays(period.to, 1)}T00:00:00+07:00` }).toString();
  return useRefreshableQuery(query === null ? null : `patrols/${query}`, 'patrols', () => fetchJson<{ patrols: readonly Patrol[] }>(`/api/patrols?${query ?? ''}`));
}
