import { readAnalysisMap, readIncidentMap, readZoneMap, readZonesMap } from './page-map-incidents';
import { readClusterMap, readCoverageMap, readModelMap, readPatrolMap } from './page-map-patrols';
import type { PageMap, PageReader, PageReading } from './page-map-reading';

/** The pages that have a map; what stands in brackets names the thing that the page is about. */
const PAGES: readonly (readonly [RegExp, PageReader])[] = [
  [/^\/map$/, readIncidentMap],
  [/^\/zones$/, readZonesMap],
  [/^\/zones\/([^/]+)$/, readZoneMap],
  [/^\/analysis$/, readAnalysisMap],
  [/^\/patrols$/, readCoverageMap],
  [/^\/patrols\/([^/]+)$/, readPatrolMap],
  [/^\/clusters\/([^/]+)$/, readClusterMap],
  [/^\/programmes\/models$/, readModelMap],
];
const NOWHERE = 'http://here.invalid';

/**
 * The map of the page at a path, read with the rights of whoever asks; null for a page that has no map, or that the reader may not see.
 *
 * Limits: a path that is not written as its page is (with `..`, a doubled slash, another host) is no page.
 */
export async function readPageMap(reading: PageReading, path: string): Promise<PageMap | null> {
  if (!URL.canParse(path, NOWHERE)) return null;
  const { origin, pathname, searchParams } = new URL(path, NOWHERE);
  if (origin !== NOWHERE || pathname !== path.split(/[?#]/)[0]) return null;
  for (const [pattern, read] of PAGES) {
    const [whole, id = ''] = pattern.exec(pathname) ?? [];
    if (whole !== undefined) return read(reading, searchParams, id);
  }
  return null;
}
