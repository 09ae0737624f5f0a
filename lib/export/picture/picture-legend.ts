import type { Feature } from 'geojson';
import type { SidesCovered } from '../../domain/patrol';
import type { Bbox } from '../../geo/types';
import type { LayerContext, LegendItem } from '../../layers/layer-context';
import { listLegend } from '../../layers/layer-registry';
import type { Messages } from '../../messages/messages';
import type { ToggleLayer } from '../../view/map-view';
import { bboxOfGeometries } from './bbox-of-geometries';
import { groupPoints } from './group-points';
import type { PointGrouping } from './map-picture';
import type { MapSurroundings } from './map-surroundings';
import type { PictureContent, PicturePoint } from './picture-content';

interface LegendQuestion {
  readonly context: LayerContext;
  readonly content: PictureContent;
  readonly surroundings: MapSurroundings;
  readonly messages: Messages;
  /** The degrees that are shown. */
  readonly frameDegrees: Bbox;
  readonly zoom: number;
  readonly grouping: PointGrouping | null;
}

const holds = ([west, south, east, north]: Bbox, [x, y]: readonly [number, number]): boolean => x >= west && x <= east && y >= south && y <= north;

/** Below these zooms the layers draw no border zone, no focus area and no flag. */
const LEAST_ZOOM = { borderZone: 11, focusAreas: 11, labels: 10.8 } as const;

/** Whether any corner of a ward lies in the picture, or the picture within the ward's extent. */
function listSeenWards({ wards }: MapSurroundings, [west, south, east, north]: Bbox): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const { geometry, properties } of wards.features) {
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of rings) {
      for (const [x = 0, y = 0] of ring) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        bottom = Math.min(bottom, y);
        top = Math.max(top, y);
      }
    }
    if (left <= east && right >= west && bottom <= north && top >= south) seen.add(properties.code);
  }
  return seen;
}

/** Legend lines that look alike become one, their texts side by side: on a projector some tones share a colour. */
function mergeAlike(items: readonly LegendItem[]): LegendItem[] {
  const merged = new Map<string, LegendItem>();
  for (const item of items) {
    const key = JSON.stringify({ ...item, label: '' });
    const known = merged.get(key);
    if (known === undefined) merged.set(key, item);
    else if (!known.label.split(' / ').includes(item.label)) merged.set(key, { ...known, label: `${known.label} / ${item.label}` });
  }
  return [...merged.values()];
}

interface Shown {
  readonly lone: readonly Pick<PicturePoint, 'category' | 'borderZone' | 'resolved'>[];
  readonly hasGroups: boolean;
  readonly hasLate: boolean;
}

/** What is shown of the incidents in the picture: those drawn by a sign of their own, and whether others are grouped. */
function listShown({ content: { points = [] }, frameDegrees, zoom, grouping }: LegendQuestion): Shown {
  const inside = points.filter(({ position }) => holds(frameDegrees, position));
  const hasLate = inside.some(({ late = false }) => late);
  if (grouping === null || zoom >= grouping.maxZoom + 1) return { lone: inside, hasGroups: false, hasLate };
  const features = points.map(({ position, category, borderZone, resolved }): Feature => ({ type: 'Feature', geometry: { type: 'Point', coordinates: [...position] }, properties: { category, borderZone, resolved } }));
  const drawn = groupPoints({ type: 'FeatureCollection', features }, { ...grouping, sums: [] }, zoom).features
    .filter(({ geometry }) => geometry.type === 'Point' && holds(frameDegrees, [geometry.coordinates[0] ?? NaN, geometry.coordinates[1] ?? NaN]));
  const lone = drawn.flatMap(({ properties }) => (properties === null || 'point_count' in properties ? [] : [properties as Shown['lone'][number]]));
  return { lone, hasGroups: lone.length < drawn.length, hasLate };
}

/** Signs of the kinds of incidents that are shown. */
function listSigns({ context }: LegendQuestion, { lone }: Shown): LegendItem[] {
  if (context.hidden.has('incidents')) return [];
  const shown = new Set(lone.map(({ category }) => category));
  return [...context.categories].sort((a, b) => a.sortOrder - b.sortOrder).filter(({ code }) => shown.has(code))
    .map(({ shape, colour, nameVi, nameEn }) => ({ kind: 'sign', shape, colour, ring: null, hollow: false, label: context.language === 'vi' ? nameVi : nameEn }));
}

/** Labels of lines that explain nothing, because nothing of theirs is drawn. */
function listIdleLabels({ content: { patrols = [], coverage = [] }, messages: { patrols: words } }: LegendQuestion): ReadonlySet<string> {
  const idle = (['both', 'one_side', 'none'] as const satisfies readonly SidesCovered[]).filter((sides) => !coverage.some((one) => one.sides === sides)).map((sides) => words.sides[sides]);
  return new Set([...idle, ...(patrols.some(({ tracks }) => tracks.length > 0) ? [] : [words.track]), ...(patrols.length > 0 ? [] : [words.plan])]);
}

/** The zones of which something is seen. */
function listSeenZones({ content: { zones }, frameDegrees: [west, south, east, north] }: LegendQuestion): Pick<LayerContext, 'zones'> {
  return zones === undefined ? {} : {
    zones: zones.filter(({ geometry }) => {
      const box = bboxOfGeometries([geometry]);
      return box !== null && box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
    }),
  };
}

/** The legend of a picture: only what can be seen in it, with the kinds of incidents after the result. */
export function listPictureLegend(question: LegendQuestion): LegendItem[] {
  const { context, content, surroundings, messages, frameDegrees, zoom } = question;
  const seen = listSeenWards(surroundings, frameDegrees);
  const clusters = context.clusters.filter(({ memberCodes }) => memberCodes.some((code) => seen.has(code)));
  const hidden = new Set<ToggleLayer>(context.hidden);
  for (const layer of ['borderZone', 'focusAreas', 'labels'] as const) if (zoom < LEAST_ZOOM[layer]) hidden.add(layer);
  if (!clusters.some(({ focusAreas }) => focusAreas.length > 0)) hidden.add('focusAreas');
  const shown = listShown(question);
  if (shown.lone.length === 0 && !shown.hasGroups) hidden.add('incidents');
  const idle = listIdleLabels(question);
  const models = (content.models ?? []).some(({ position }) => holds(frameDegrees, position));
  const { legend: words } = messages;
  const isSeen = (item: LegendItem): boolean => {
    if (idle.has(item.label)) return false;
    if (item.kind === 'group') return shown.hasGroups;
    if (item.kind === 'late') return shown.hasLate;
    if (item.label === words.zoneRing) return shown.lone.some(({ borderZone }) => borderZone);
    if (item.label === words.done) return shown.lone.some(({ resolved }) => resolved);
    return item.label !== messages.analysis.legend.incidents || (content.scopePositions ?? []).length > 0;
  };
  const items = listLegend({ ...context, ...listSeenZones(question), models, clusters, hidden }, messages).filter(isSeen);
  const results = (content.legend ?? []).length;
  return mergeAlike([...items.slice(0, results), ...listSigns(question, shown), ...items.slice(results)]);
}
