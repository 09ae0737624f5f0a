import type { MultiPolygon, Polygon } from 'geojson';
import { rounded } from '../../analysis/rounded';
import type { ResultTable } from '../../domain/analysis-result';
import type { Slide, SlidePoint } from '../../domain/briefing';
import type { Day } from '../../domain/instant';
import { NO_CODE, POINT_FLAGS, readUuid, type PointColumns } from '../../domain/point-columns';
import { buildAreaTest } from '../../geo/area-test';
import type { Bbox } from '../../geo/types';
import { countChangeZ } from '../../stats/count-tails';
import { readAsRecorded } from '../../trends/edition-reading';
import { countSpanDays } from '../../trends/reporting-periods';
import { selectRows } from '../../trends/select-rows';
import { buildPointFilter } from '../../view/build-point-filter';
import { addDays, dayStartSeconds } from '../../view/day-arithmetic';
import type { Camera, MapView } from '../../view/map-view';
import { isOpenAt } from '../../view/overdue';
import { boxAround, positionsOf, say } from '../slide-pieces';
import { makePinSlide, type Pinned } from './pin-slide';

/** Incidents in a view, as they were known at the briefing's instant. */
export interface PointsEvidence {
  readonly kind: 'points';
  /** Everything known then; the view says what of it is meant. */
  readonly points: PointColumns;
  readonly view: MapView;
  readonly from: Day;
  readonly to: Day;
  readonly nowSeconds: number;
  readonly editionId: string;
  /** The day whose boundaries are drawn. */
  readonly day: Day;
  readonly zone: { readonly name: string; readonly geometry: Polygon | MultiPolygon } | null;
}

/** Most points a slide's map keeps; more can not be told apart on it. */
const MOST_POINTS = 2_000;
const MOST_ROWS = 12;
/** A projected map in pixels, to turn a camera into a box. */
const SCREEN = { width: 1_280, height: 720 };

/** The box that a camera shows on a screen of the usual shape. */
export function boxOfCamera(camera: Camera | null): Bbox | null {
  if (camera === null) return null;
  const degreesPerPixel = 360 / (512 * 2 ** camera.zoom);
  const [x, y] = [(SCREEN.width / 2) * degreesPerPixel, (SCREEN.height / 2) * degreesPerPixel * Math.cos((camera.latitude * Math.PI) / 180)];
  return [camera.longitude - x, camera.latitude - y, camera.longitude + x, camera.latitude + y];
}

function countBy(id: 'categories' | 'wards', kind: 'category' | 'ward', keys: readonly (string | null)[]): ResultTable {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_ROWS);
  return { id, columns: [{ id: 'name', kind }, { id: 'count', kind: 'count' }], rows: ordered.map((cells) => ({ cells: [...cells] })) };
}

/** Rows that a view keeps, of any time; the same that the map page keeps. */
function rowsOf({ points, view, day, nowSeconds, zone }: PointsEvidence): number[] {
  const inZone = zone === null ? null : buildAreaTest(zone.geometry);
  const rows = selectRows(points, buildPointFilter(view, day, nowSeconds), readAsRecorded(points));
  return [...rows].filter((row) => inZone === null || inZone([points.longitudes[row]!, points.latitudes[row]!]));
}

const pointAt = (points: PointColumns, row: number): SlidePoint => ({
  id: readUuid(points.ids, row), position: [points.longitudes[row]!, points.latitudes[row]!], category: points.dictionaries.categories[points.categories[row]!] ?? '',
  borderZone: (points.flags[row]! & POINT_FLAGS.borderZone) !== 0, resolved: !isOpenAt(points, row),
});

const STATE_FILTERS = (view: MapView): boolean => view.statuses.length > 0 || view.openOnly || view.overdueOnly;

/** A map or a zone with its incidents: how many, how many at the borders, what became of that since the days before. */
export function composePoints(pin: Pinned, evidence: PointsEvidence): Slide {
  const { points, view, from, to, zone, editionId, day } = evidence;
  const days = countSpanDays({ from, to });
  const [first, until, earlier] = [dayStartSeconds(from), dayStartSeconds(addDays(to, 1)), dayStartSeconds(addDays(from, -days))];
  const within = (rows: readonly number[], begin: number, end: number): number[] => rows.filter((row) => points.occurredAt[row]! >= begin && points.occurredAt[row]! < end);
  const all = rowsOf(evidence);
  const shown = within(all, first, until);
  // Before the records begin nothing is known, which is not none; and what was open then is resolved by now, which is no change either.
  const isComparable = points.count > 0 && points.occurredAt[0]! <= earlier && !STATE_FILTERS(view);
  const before = isComparable ? within(all, earlier, first).length : null;
  const near = shown.filter((row) => (points.flags[row]! & POINT_FLAGS.borderZone) !== 0).length;
  const z = before === null ? null : rounded(countChangeZ(before, shown.length));
  const outline = zone === null ? [] : [{ geometry: zone.geometry, tone: 'accent' as const, drawn: 'outline' as const, told: say('zone', { name: zone.name }) }];
  const kind = pin.kind === 'zone' ? 'zone' : 'map';
  const claim = shown.length === 0 ? say('pin_empty', { from, to }) : say(before === null ? `pin_${kind}_alone` : `pin_${kind}`, { count: shown.length, before, near, from, to, days, z });
  return makePinSlide(pin, 'pin', claim, {
    uncertainty: [
      ...(before === null || shown.length + before === 0 ? [] : [say('about_pin', { before, count: shown.length, days, z })]), ...(STATE_FILTERS(view) ? [say('about_state')] : []),
      ...(shown.length > MOST_POINTS ? [say('more_points', { shown: MOST_POINTS, count: shown.length })] : []),
    ],
    facts: [
      { id: 'count', unit: 'count', value: shown.length }, ...(before === null ? [] : [{ id: 'before', unit: 'count' as const, value: before }]), { id: 'near', unit: 'count', value: near },
      ...(z === null ? [] : [{ id: 'z', unit: 'z' as const, value: z }]),
    ],
    tables: shown.length === 0 ? [] : [
      countBy('categories', 'category', shown.map((row) => points.dictionaries.categories[points.categories[row]!] ?? null)),
      countBy('wards', 'ward', shown.map((row) => (points.wards[row] === NO_CODE ? null : (points.dictionaries.wards[points.wards[row]!]?.split('/')[1] ?? null)))),
    ],
    map: {
      bbox: boxOfCamera(view.camera) ?? boxAround([...positionsOf(outline), ...shown.map((row) => [points.longitudes[row]!, points.latitudes[row]!])]) ?? [104.99, 15.99, 105.01, 16.01], editionId, day, borderZone: true, features: outline,
      legend: [...(zone === null ? [] : [{ tone: 'accent' as const, drawn: 'outline' as const, told: say('zone', { name: zone.name }) }]), ...(shown.length === 0 ? [] : [{ tone: 'alarm' as const, drawn: 'dot' as const, told: say('legend_incident') }])],
      points: shown.slice(-MOST_POINTS).map((row) => pointAt(points, row)),
    },
  });
}
