import type { Day } from '../domain/instant';
import { addDays, dayStartSeconds } from './day-arithmetic';
import type { PointFilter } from './filter-points';
import type { MapView } from './map-view';
import { resolvePeriod } from './resolve-period';

/** The filter a view means when read on `referenceDay` at `nowSeconds` (since 1970); the period's last day is included whole. */
export function buildPointFilter(view: MapView, referenceDay: Day, nowSeconds: number): PointFilter {
  const { from, to } = resolvePeriod(view.period, referenceDay);
  return {
    fromSeconds: from === null ? null : dayStartSeconds(from),
    untilSeconds: to === null ? null : dayStartSeconds(addDays(to, 1)),
    categories: view.categories,
    statuses: view.statuses,
    ward: view.ward,
    cluster: view.cluster,
    borderZoneOnly: view.borderZoneOnly,
    openOnly: view.openOnly,
    overdueOnly: view.overdueOnly,
    nowSeconds,
  };
}
