import type { Feature, Geometry, Position } from 'geojson';
import type { Finding, ResultFeature } from '../../domain/analysis-result';
import type { Bbox } from '../../geo/types';
import type { AnalysisLegendLine } from '../../layers/layer-context';
import type { DrawnZone } from '../../layers/zone-layer';
import type { Camera, MapView } from '../../view/map-view';
import { bboxOfGeometries } from './bbox-of-geometries';
import { buildPicture } from './build-picture';
import type { MapPicture } from './map-picture';
import type { MapSurroundings } from './map-surroundings';
import type { PictureContent, PicturePoint } from './picture-content';
import { pixelsOf, type PictureOptions } from './picture-options';

/** The map of a page of the product. Points are those that whoever asks may see, filtered as the page filters them. */
export type PicturePage =
  | { readonly kind: 'map'; readonly view: MapView; readonly points: readonly PicturePoint[]; readonly zones?: readonly DrawnZone[] }
  | { readonly kind: 'zone'; readonly zone: DrawnZone; readonly points: readonly PicturePoint[] }
  | {
    readonly kind: 'analysis';
    readonly features: readonly ResultFeature[];
    readonly legend: readonly AnalysisLegendLine[];
    readonly scopePositions: readonly (readonly [number, number])[];
    /** Wards that were looked at: shown whole. */
    readonly wardCodes: readonly string[];
    readonly finding?: Finding | null;
  };

/** Width that the map of a page has on a usual screen: a picture of any size shows the ground that such a page shows. */
const PAGE_PIXELS = 1_280;
/** Where the map page looks when nobody said anything. */
const HOME: Bbox = [105.7, 20.95, 105.92, 21.12];

const geometriesOf = ({ wards }: MapSurroundings, codes: ReadonlySet<string>): Geometry[] => wards.features.filter(({ properties }) => codes.has(properties.code)).map(({ geometry }: Feature) => geometry);

/** A zone is shown with some of what lies around it. */
const AROUND_SHARE = 0.35;

function around([west, south, east, north]: Bbox): Bbox {
  const [dx, dy] = [(east - west) * AROUND_SHARE, (north - south) * AROUND_SHARE];
  return [west - dx, south - dy, east + dx, north + dy];
}

function fitsPage(camera: Camera, options: PictureOptions): Camera {
  return { ...camera, zoom: camera.zoom + Math.log2(options.widthPixels / pixelsOf(options).pixelRatio / PAGE_PIXELS) };
}

/** Where the map page looks: its camera, else its ward or cluster, else its points, else the city. */
function placeOfView({ camera, ward, cluster }: MapView, points: readonly PicturePoint[], surroundings: MapSurroundings, options: PictureOptions): PictureContent['place'] {
  if (camera !== null) return fitsPage(camera, options);
  const codes = ward !== null ? [ward.slice(ward.indexOf('/') + 1)] : (surroundings.clusters.find(({ id }) => id === cluster)?.memberCodes ?? []);
  const geometries = geometriesOf(surroundings, new Set(codes));
  const positions = points.map(({ position }): Position => [...position]);
  return bboxOfGeometries(geometries.length > 0 ? geometries : [{ type: 'MultiPoint', coordinates: positions }]) ?? HOME;
}

function toContent(page: PicturePage, surroundings: MapSurroundings, options: PictureOptions): PictureContent {
  switch (page.kind) {
    case 'map': {
      const { view, points, zones } = page;
      return {
        place: placeOfView(view, points, surroundings, options), points, hidden: new Set(view.hiddenLayers),
        ...(zones === undefined || zones.length === 0 ? {} : { zones }),
        selectedWardCode: view.ward === null ? null : view.ward.slice(view.ward.indexOf('/') + 1),
        ...(view.pin === null ? {} : { selection: { point: view.pin, pinned: true, leaders: [], incident: null } }),
      };
    }
    case 'zone':
      return { place: around(bboxOfGeometries([page.zone.geometry]) ?? HOME), points: page.points, zones: [page.zone], chosenZones: new Set([page.zone.id]) };
    case 'analysis': {
      const { features, legend, scopePositions, wardCodes, finding = null } = page;
      const wards = geometriesOf(surroundings, new Set(wardCodes));
      return { place: bboxOfGeometries(wards.length > 0 ? wards : features.map(({ geometry }) => geometry)) ?? HOME, features, legend, scopePositions, finding };
    }
    default:
      return page satisfies never;
  }
}

/** The picture of a page's map: the map page by its view, a zone, the result of an analysis. */
export function buildPagePicture(page: PicturePage, surroundings: MapSurroundings, options: PictureOptions): MapPicture {
  return buildPicture(toContent(page, surroundings, options), surroundings, options);
}
