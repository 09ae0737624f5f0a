import type { Incident } from '../domain/incident';
import type { Bbox, LngLat } from '../geo/types';
import type { DatabaseClient } from './clients';
import { cursorAfter, listIncidents, parseCursor, type IncidentFilter, type IncidentPage } from './incidents';

/** An area that incidents are sought in: its box, and a test of a position. */
export interface SoughtArea {
  readonly box: Bbox;
  readonly covers: (position: LngLat) => boolean;
}

/** Most incidents of the box looked at in one go: the most that one page may have. */
const MOST_AT_ONCE = 1_000;

/** What two boxes have in common, for a filter that names a box of its own; null when nothing. */
function commonBox(a: Bbox, b: Bbox | undefined): Bbox | null {
  if (b === undefined) return a;
  const common: Bbox = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return common[0] <= common[2] && common[1] <= common[3] ? common : null;
}

/**
 * One page of the incidents inside an area, as `listIncidents` gives them.
 *
 * The database knows the box; whether a place lies in the area is decided here, page by page of the box until `limit` are found.
 * A cursor stands for the last incident given out, so no incident is passed over or comes twice. Limits: `limit` 1 to 1,000.
 */
export async function listIncidentsInArea(client: DatabaseClient, filter: IncidentFilter, { box, covers }: SoughtArea, limit: number, after?: { readonly afterAt: string; readonly afterId: string }): Promise<IncidentPage> {
  const bbox = commonBox(box, filter.bbox);
  if (bbox === null) return { incidents: [], next: null };
  const found: Incident[] = [];
  let [cursor, size] = [after, Math.min(MOST_AT_ONCE, limit * 2)];
  for (;;) {
    const page = await listIncidents(client, { ...filter, bbox }, size, cursor);
    found.push(...page.incidents.filter(({ position }) => covers(position)));
    if (found.length > limit || page.next === null) break;
    cursor = parseCursor(page.next) ?? undefined;
    size = MOST_AT_ONCE;
  }
  const incidents = found.slice(0, limit);
  const last = incidents.at(-1);
  return { incidents, next: found.length > limit && last !== undefined ? cursorAfter(last) : null };
}
