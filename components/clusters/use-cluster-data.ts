'use client';

import type { ClusterNote, ClusterPage } from '@/lib/domain/cluster-work';
import type { WorkItem } from '@/lib/domain/coordination';
import type { Instant } from '@/lib/domain/instant';
import { fetchJson } from '@/components/data/fetch-json';
import { useRefreshableQuery } from '@/components/data/use-refreshable-query';

/** A cluster's page, fetched again when the cluster or an incident changes. */
export function useClusterPage(id: string) {
  return useRefreshableQuery(`cluster/${id}`, ['clusters', 'incidents'], () => fetchJson<ClusterPage>(`/api/clusters/${encodeURIComponent(id)}`));
}

/** Notes of a cluster, newest first; a null id waits. */
export function useClusterNotes(id: string | null) {
  return useRefreshableQuery(id === null ? null : `cluster-notes/${id}`, 'notes', () => fetchJson<{ notes: readonly ClusterNote[] }>(`/api/clusters/${encodeURIComponent(id ?? '')}/notes`));
}

/** `GET /api/work`. */
interface WorkAnswer {
  readonly items: readonly WorkItem[];
  readonly asOf: Instant;
  readonly truncated: boolean;
}
const WORK_LIMIT = 30;

/** What waits for somebody in a cluster. */
export function useClusterWork(id: string) {
  return useRefreshableQuery(`cluster-work/${id}`, 'incidents', () => fetchJson<WorkAnswer>(`/api/work?cluster=${encodeURIComponent(id)}&limit=${String(WORK_LIMIT)}`));
}
