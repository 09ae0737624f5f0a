import type { MapView } from '@/lib/view/map-view';
import { nameGroup, type TrendWords } from './trend-words';

/** The filters of a view but its period, each in words. */
export function describeFilters(filter: MapView, words: TrendWords): readonly string[] {
  const { filters } = words.messages;
  return [
    ...(filter.ward === null ? [] : [nameGroup('ward', filter.ward, words)]), ...(filter.cluster === null ? [] : [nameGroup('cluster', filter.cluster, words)]),
    ...(filter.categories.length === 0 ? [] : [`${filters.categories}: ${filter.categories.map((code) => nameGroup('category', code, words)).join(', ')}`]),
    ...(filter.statuses.length === 0 ? [] : [`${filters.status}: ${filter.statuses.map((code) => nameGroup('status', code, words)).join(', ')}`]),
    ...(filter.borderZoneOnly ? [filters.borderZoneOnly] : []), ...(filter.openOnly ? [filters.openOnly] : []), ...(filter.overdueOnly ? [filters.overdueOnly] : []),
  ];
}
