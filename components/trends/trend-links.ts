import { formatView } from '@/lib/view/format-view';
import type { MapView } from '@/lib/view/map-view';
import { INCIDENT_STATUSES } from '@/lib/domain/incident';
import type { DaySpan } from '@/lib/trends/reporting-periods';
import type { Grouping } from '@/lib/trends/row-groups';

/** The filter of a view as a search string: what a page other than the map makes nothing of is left out. */
const filterSearch = (filter: MapView): string => formatView({ ...filter, incident: null, pin: null, camera: null, hiddenLayers: [], bin: null });

/** Address of the trends page with the map's filter. */
export const linkTrends = (filter: MapView): string => {
  const search = filterSearch(filter);
  return search === '' ? '/trends' : `/trends?${search}`;
};

/** Address of the map with a filter: the way to the records behind a number. */
export const linkMap = (filter: MapView): string => {
  const search = filterSearch(filter);
  return search === '' ? '/map' : `/map?${search}`;
};

/** The filter that keeps one group of one period, or null where the map has no such filter. */
function narrowFilter(filter: MapView, days: DaySpan | null, grouping: Grouping, key: string): MapView | null {
  const within: MapView = days === null ? filter : { ...filter, period: { kind: 'days', from: days.from, to: days.to } };
  switch (grouping) {
    case 'none': return within;
    case 'category': return { ...within, categories: [key] };
    case 'ward': return key === '' ? null : { ...within, ward: key };
    case 'cluster': return key === '' ? null : { ...within, cluster: key };
    case 'border_zone': return key === 'border' || filter.borderZoneOnly ? { ...within, borderZoneOnly: true } : null;
    case 'status': return { ...within, statuses: INCIDENT_STATUSES.filter((one) => one === key) };
    case 'border': case 'lead_reason': return null;
    default: return grouping satisfies never;
  }
}

/**
 * Address of the records behind a number, null where no filter of the map holds just them. Wards of another reading than the
 * recorded one are such a case: the map knows incidents by the ward they were recorded in.
 */
export function linkRecords(filter: MapView, reading: string | null, days: DaySpan | null, grouping: Grouping, key: string): string | null {
  if (reading !== null && (grouping === 'ward' || filter.ward !== null)) return null;
  const narrowed = narrowFilter(filter, days, grouping, key);
  return narrowed === null ? null : linkMap(narrowed);
}
