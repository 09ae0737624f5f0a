'use client';

import { useMemo } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { Zone } from '@/lib/domain/zone';
import type { DrawnZone } from '@/lib/layers/zone-layer';
import { useZones } from '@/components/zones/use-zones';
import { toDrawnZone } from '@/components/zones/zone-words';

const NOTHING: readonly never[] = [];

/** The zones in force on a day, as the map draws them; none while they load or when they can not be had. */
export function useMapZones(day: Day): { readonly zones: readonly Zone[]; readonly drawn: readonly DrawnZone[] } {
  const query = useZones(new URLSearchParams({ status: 'active', day }).toString());
  const zones = query.state === 'ready' ? query.data.zones : NOTHING;
  return useMemo(() => ({ zones, drawn: zones.map(toDrawnZone) }), [zones]);
}
