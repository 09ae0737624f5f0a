'use client';

import { useMemo } from 'react';
import type { BoundaryEdition } from '@/lib/domain/boundary';
import { useWards } from '@/components/data/use-reference';

/** Full ward names by `editionId/code`, of the two newest editions (the points of a period can fall into both). */
export function useWardNames(editions: readonly BoundaryEdition[]): ReadonlyMap<string, string> {
  const [newest, older] = useMemo(() => [...editions].sort((a, b) => (a.effectiveFrom > b.effectiveFrom ? -1 : 1)), [editions]);
  const first = useWards(newest?.id ?? null);
  const second = useWards(older?.id ?? null);
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const [edition, query] of [[newest, first], [older, second]] as const) {
      if (edition === undefined || query.state !== 'ready') continue;
      for (const { properties } of query.data.features) names.set(`${edition.id}/${properties.code}`, properties.name);
    }
    return names;
  }, [newest, older, first, second]);
}
