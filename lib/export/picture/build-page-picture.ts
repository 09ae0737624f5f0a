import type { Geometry, Position } from 'geojson';
import type { Bbox } from '../../geo/types';
import type { Camera, MapView, ToggleLayer } from '../../view/map-view';
import { bboxOfGeometries } from './bbox-of-geometries';
import { buildPicture } from './build-picture';
import type { MapPicture } from './map-picture';
import { narrowToCluster, type MapSurroundings } from './map-surroundings';
import type { PictureContent, PicturePoint } from './picture-content';
import { pixelsOf, type PictureOptions } from './picture-options';
import type { PicturePage } from './picture-page';

/** Width that the map of a page has on a usual screen: a picture of any size shows the ground that such a page shows. */
const PAGE_PIXELS = 1_280;
/** Where the map page looks when nobody said anything. */
const HOME: Bbox = [105.7, 20.95, 105.92, 21.12];
/** Some of what lies around is shown as well: of the width and height of what a page is about, and at least so many degrees (some 300 m). */
const AROUND = { share: 0.35, degrees: 0.003 } as const;
/** Pages whose own maps mark the wards that lead their clusters. */
const WITH_LEADS: readonly PicturePage['kind'][] = ['map', 'cluster'];
/** Pages whose own maps draw no focus areas. */
const NO_FOCUS: ReadonlySet<ToggleLayer> = new Set(['focusAreas']);

const wardsOf = ({ wards }: MapSurroundings, codes: readonly string[]): Geometry[] => wards.features.filter(({ properties }) => codes.includes(properties.code)).map(({ geometry }) => geometry);
const positionsOf = (points: readonly { readonly position: readonly [number, number] }[]): Geometry => ({ type: 'MultiPoint', coordinates: points.map(({ position }): Position => [...position]) });

/** The box around the first of several that has something to show. */
function placeOf(...choices: readonly (readonly Geometry[])[]): Bbox {
  for (const geometries of choices) {
    const box = bboxOfGeometries(geometries);
    if (box !== null) return box;
  }
  return HOME;
}

function around([west, south, east, north]: Bbox): Bbox {
  const [dx, dy] = [east - west, north - south].map((extent) => Math.max(extent * AROUND.share, AROUND.degrees)) as [number, number];
  return [west - dx, south - dy, east + dx, north + dy];
}

function fitsPage(camera: Camera, options: PictureOptions): Camera {
  return { ...camera, zoom: camera.zoom + Math.log2(options.widthPixels / pixelsOf(options).pixelRatio / PAGE_PIXELS) };
}

const codeOf = (ward: string): string => ward.slice(ward.indexOf('/') + 1);

/** Where the map page looks: its camera, else its ward or cluster, else its points, else the city. */
function placeOfView({ camera, ward, cluster }: MapView, points: readonly PicturePoint[], surroundings: MapSurroundings, options: PictureOptions): PictureContent['place'] {
  if (camera !== null) return fitsPage(camera, options);
  const codes = ward !== null ? [codeOf(ward)] : (surroundings.clusters.find(({ id }) => id === cluster)?.memberCodes ?? []);
  return placeOf(wardsOf(surroundings, codes), [positionsOf(points)]);
}

const holds = ([west, south, east, north]: Bbox, [x, y]: readonly [number, number]): boolean => x >= west && x <= east && y >= south && y <= north;

/** The wards that the page of models shows at first, if a model lies among them; else all models in force, else all. */
function placeOfModels({ models, wardCodes }: Extract<PicturePage, { kind: 'models' }>, surroundings: MapSurroundings): Bbox {
  const home = bboxOfGeometries(wardsOf(surroundings, wardCodes));
  if (home !== null && (models.length === 0 || models.some(({ position }) => holds(home, position)))) return home;
  const current = models.filter(({ from, to }) => from <= surroundings.day && (to === null || surroundings.day <= to));
  return around(placeOf([positionsOf(current)], [positionsOf(models)]));
}

function toContent(page: PicturePage, surroundings: MapSurroundings, options: PictureOptions): PictureContent {
  switch (page.kind) {
    case 'map': {
      const { view, points, zones } = page;
      return {
        place: placeOfView(view, points, surroundings, options), points, hidden: new Set(view.hiddenLayers), zones: zones ?? [],
        selectedWardCode: view.ward === null ? null : codeOf(view.ward),
        ...(view.pin === null ? {} : { selection: { point: view.pin, pinned: true, leaders: [], incident: null } }),
      };
    }
    case 'zone': return { place: around(placeOf([page.zone.geometry])), points: page.points, zones: [page.zone], chosenZones: new Set([page.zone.id]), hidden: NO_FOCUS };
    case 'zones': {
      const worked = page.zones.filter(({ state }) => state !== 'closed').map(({ geometry }) => geometry);
      return { place: around(placeOf(worked, page.zones.map(({ geometry }) => geometry), wardsOf(surroundings, page.wardCodes))), zones: page.zones, hidden: NO_FOCUS };
    }
    case 'analysis': {
      const { features, legend, scopePositions, wardCodes, zones = [], finding = null } = page;
      return { place: placeOf(wardsOf(surroundings, wardCodes), features.map(({ geometry }) => geometry)), features, legend, scopePositions, finding, zones, hidden: new Set([...NO_FOCUS, 'incidents']) };
    }
    case 'coverage': {
      const named = new Set(page.pairs.map((pair) => [...pair].sort().join('/')));
      return { place: placeOf(surroundings.arcs.filter(({ properties: { wardA, wardB } }) => named.has([wardA, wardB].sort().join('/'))).map(({ geometry }) => geometry)), coverage: page.coverage };
    }
    case 'patrol': {
      const { patrol, coverage, wardCodes } = page;
      const wards = wardsOf(surroundings, wardCodes);
      if (patrol === null) return { place: placeOf(wards), coverage };
      const routes = [patrol.plan, ...patrol.tracks.map(({ geometry }) => geometry)].map(({ type, coordinates }) => ({ type, coordinates }) as unknown as Geometry);
      return { place: around(placeOf(routes, wards)), patrols: [patrol], coverage };
    }
    case 'cluster': return { place: placeOf(wardsOf(surroundings, surroundings.clusters.flatMap(({ memberCodes }) => memberCodes))), points: page.points };
    case 'models': return { place: placeOfModels(page, surroundings), models: page.models, hidden: NO_FOCUS };
    default: return page satisfies never;
  }
}

/** The picture of a page's map, drawn with the page's own layers. */
export function buildPagePicture(page: PicturePage, surroundings: MapSurroundings, options: PictureOptions): MapPicture {
  const only = page.kind === 'cluster' || page.kind === 'analysis' ? (page.cluster ?? null) : null;
  const narrowed = only === null ? surroundings : narrowToCluster(surroundings, only, page.kind === 'cluster');
  const shown = WITH_LEADS.includes(page.kind) ? narrowed : { ...narrowed, clusters: narrowed.clusters.map((cluster) => ({ ...cluster, leadCode: null })) };
  return buildPicture(toContent(page, shown, options), shown, options);
}
