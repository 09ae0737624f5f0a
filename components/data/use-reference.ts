'use client';

import type { BoundaryEdition, Cluster } from '@/lib/domain/boundary';
import type { Category } from '@/lib/domain/category';
import type { WardCollection } from '@/lib/layers/label-layers';
import type { ArcFeature } from '@/lib/view/nearest-on-arcs';
import type { BasemapAnswer, Me, Reference } from './api-types';
import { fetchJson } from './fetch-json';
import { useLiveQuery } from './use-live-query';
import { useQuery } from './use-query';

async function fetchReference(): Promise<Reference> {
  const [me, editions, clusters, categories, basemap] = await Promise.all([
    fetchJson<Me>('/api/me'),
    fetchJson<{ editions: readonly BoundaryEdition[] }>('/api/editions'),
    fetchJson<{ clusters: readonly Cluster[]; defaultWidthMetres: number }>('/api/clusters'),
    fetchJson<{ categories: readonly Category[] }>('/api/categories'),
    fetchJson<BasemapAnswer>('/api/basemap'),
  ]);
  const sorted = [...categories.categories].sort((a, b) => a.sortOrder - b.sortOrder);
  return { me, editions: editions.editions, clusters: clusters.clusters, defaultWidthMetres: clusters.defaultWidthMetres, categories: sorted, basemap };
}

/** The reader, the editions, the clusters as they are now, the categories and the kind of ground. */
export function useReference() {
  return useLiveQuery('reference', 'clusters', fetchReference);
}

/** Ward polygons of an edition; null waits. */
export function useWards(editionId: string | null) {
  return useQuery(editionId === null ? null : `wards/${editionId}`, () => fetchJson<WardCollection>(`/api/editions/${editionId}/wards`));
}

/** Border arcs of an edition; null waits. */
export function useArcs(editionId: string | null) {
  return useQuery(editionId === null ? null : `arcs/${editionId}`, () =>
    fetchJson<{ features: readonly ArcFeature[] }>(`/api/editions/${editionId}/arcs`),
  );
}
