'use client';

import { useMemo } from 'react';
import type { Day } from '@/lib/domain/instant';
import { listClustersAt } from '@/lib/view/in-force';
import { boundsOfWards } from '@/components/console/ward-bounds';
import type { Reference } from '@/components/data/api-types';
import { useWards } from '@/components/data/use-reference';
import type { Bounds } from '@/components/map/map-controller';

/** The box around the reader's ward and its clusters, or around the first cluster in force for who serves no ward; null until the wards are here. */
export function useHomeBounds({ me, clusters, defaultWidthMetres }: Reference, editionId: string, day: Day): Bounds | null {
  const query = useWards(editionId);
  const wards = query.state === 'ready' ? query.data : null;
  return useMemo(() => {
    if (wards === null) return null;
    const own = me.ward?.code;
    const inForce = listClustersAt(clusters, editionId, day, defaultWidthMetres);
    // All clusters together would show two cities and no street.
    if (own === undefined) return boundsOfWards(wards, new Set(inForce[0]?.memberCodes));
    return boundsOfWards(wards, new Set([own, ...inForce.filter(({ memberCodes }) => memberCodes.includes(own)).flatMap(({ memberCodes }) => memberCodes)]));
  }, [wards, me, clusters, editionId, day, defaultWidthMetres]);
}
