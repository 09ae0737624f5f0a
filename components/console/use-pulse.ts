'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { readUuid } from '@/lib/domain/point-columns';
import type { PointFeed } from '@/components/data/use-points';
import type { MapController } from '@/components/map/map-controller';

/** Rings on the map around incidents that have just come in, once for each answer that brought some. */
export function usePulse({ points, newIds }: PointFeed, controllerRef: RefObject<MapController | null>): void {
  const pulsed = useRef(newIds);
  useEffect(() => {
    if (points === null || newIds.length === 0 || pulsed.current === newIds) return;
    pulsed.current = newIds;
    const fresh = new Set(newIds);
    const positions: (readonly [number, number])[] = [];
    for (let row = 0; row < points.count; row++) {
      if (fresh.has(readUuid(points.ids, row))) positions.push([points.longitudes[row] ?? 0, points.latitudes[row] ?? 0]);
    }
    controllerRef.current?.pulse(positions);
  }, [newIds, points, controllerRef]);
}
