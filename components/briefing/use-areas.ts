'use client';

import { useMemo } from 'react';
import type { Areas } from '@/components/analysis/area-of-scope';
import { useZones } from '@/components/analysis/use-analyses';
import type { Reference } from '@/components/data/api-types';
import { useWards } from '@/components/data/use-reference';
import type { Day } from '@/lib/domain/instant';
import { getEditionAt } from '@/lib/view/in-force';

const NOTHING: readonly never[] = [];

/** What a briefing can be composed of: the wards, clusters and zones of the edition in force on a day. */
export function useAreas(reference: Reference, day: Day): Areas {
  const edition = getEditionAt(reference.editions, day);
  const wards = useWards(edition.id);
  const zones = useZones();
  return useMemo(() => ({
    wards: wards.state === 'ready' ? wards.data : null,
    zones: zones.state === 'ready' ? zones.data.zones : NOTHING, clusters: reference.clusters.filter(({ editionId }) => editionId === edition.id),
  }), [wards, zones, reference.clusters, edition.id]);
}
