'use client';

import { useMemo } from 'react';
import type { BoundaryEdition } from '@/lib/domain/boundary';
import type { Day } from '@/lib/domain/instant';
import type { PointColumns } from '@/lib/domain/point-columns';
import { buildPointFilter } from '@/lib/view/build-point-filter';
import { dayOfSeconds } from '@/lib/view/day-arithmetic';
import { filterPoints, type PointSummary } from '@/lib/view/filter-points';
import { getEditionAt, listClustersAt, type ClusterAtDay } from '@/lib/view/in-force';
import type { MapView } from '@/lib/view/map-view';
import { resolvePeriod, type DayRange } from '@/lib/view/resolve-period';
import { buildTimeBins, chooseBinUnit, type TimeBins } from '@/lib/view/time-bins';
import type { Reference } from '@/components/data/api-types';
import { usePoints, type PointFeed } from '@/components/data/use-points';
import { useArcs, useReference, useWards } from '@/components/data/use-reference';
import { useDueClock } from './use-due-clock';

const FIRST_DAY = '2020-01-01' as Day;

/** Earliest day with an incident; a fixed one while nothing is loaded, so that the time axis does not jump. */
function firstDayOf(points: PointColumns | null): Day {
  if (points === null || points.count === 0) return FIRST_DAY;
  let earliest = Infinity;
  for (const seconds of points.occurredAt) if (seconds < earliest) earliest = seconds;
  return dayOfSeconds(earliest);
}

/** Everything the panels and the map read, worked out from the view and the loaded data. */
export interface ConsoleModel {
  readonly reference: Reference | null;
  readonly referenceQuery: ReturnType<typeof useReference>;
  readonly edition: BoundaryEdition | null;
  readonly clusters: readonly ClusterAtDay[];
  readonly wardsQuery: ReturnType<typeof useWards>;
  readonly arcsQuery: ReturnType<typeof useArcs>;
  readonly feed: PointFeed;
  readonly referenceDay: Day;
  readonly period: DayRange;
  readonly bins: TimeBins;
  readonly summary: PointSummary | null;
  /** The instant (seconds since 1970) at which deadlines are compared; moves on when one passes. */
  readonly nowSeconds: number;
}

/** The model of the map page for a view, read on `today`. */
export function useConsoleModel(view: MapView, today: Day): ConsoleModel {
  const referenceQuery = useReference();
  const reference = referenceQuery.state === 'ready' ? referenceQuery.data : null;
  const referenceDay = view.at ?? today;
  const edition = useMemo(() => (reference === null || reference.editions.length === 0 ? null : getEditionAt(reference.editions, referenceDay)), [reference, referenceDay]);
  const clusters = useMemo(
    () => (reference === null || edition === null ? [] : listClustersAt(reference.clusters, edition.id, referenceDay, reference.defaultWidthMetres)),
    [reference, edition, referenceDay],
  );
  const wardsQuery = useWards(edition?.id ?? null);
  const arcsQuery = useArcs(edition?.id ?? null);
  const feed = usePoints();
  const { points } = feed;
  const firstDay = useMemo(() => firstDayOf(points), [points]);
  const period = useMemo(() => resolvePeriod(view.period, referenceDay), [view.period, referenceDay]);
  const bins = useMemo(
    () => buildTimeBins(view.bin ?? chooseBinUnit(period), period, firstDay, referenceDay > today ? referenceDay : today),
    [view.bin, period, firstDay, referenceDay, today],
  );
  const nowSeconds = useDueClock(points);
  const summary = useMemo(() => (points === null ? null : filterPoints(points, buildPointFilter(view, referenceDay, nowSeconds), bins)), [points, view, referenceDay, nowSeconds, bins]);
  return { reference, referenceQuery, edition, clusters, wardsQuery, arcsQuery, feed, referenceDay, period, bins, summary, nowSeconds };
}
