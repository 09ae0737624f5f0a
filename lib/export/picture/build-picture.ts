import type { FeatureCollection } from 'geojson';
import { formatDay, formatInstant } from '../../format/format-instant';
import { formatMetres } from '../../format/format-number';
import { buildArcFeatures } from '../../layers/border-zone-layer';
import { chooseScale } from '../../layers/choose-scale';
import { buildFocusFeatures } from '../../layers/focus-area-layer';
import type { LayerContext } from '../../layers/layer-context';
import { listStyleLayers } from '../../layers/layer-registry';
import { buildMapImages } from '../../layers/map-images';
import { buildSources } from '../../layers/map-sources';
import { getMessages } from '../../messages/get-messages';
import type { Messages } from '../../messages/messages';
import { furnitureTextPixels } from './draw-map-svg';
import { fitPicture } from './fit-picture';
import { FURNITURE_COLOURS } from './furniture-colours';
import { layOutFurniture, SCALE_EMS } from './furniture-layout';
import { readGround } from './ground';
import { groupingOf } from './group-points';
import type { MapPicture } from './map-picture';
import type { MapSurroundings } from './map-surroundings';
import { bboxOf, frameOf } from './mercator';
import { buildContentSources, type PictureContent } from './picture-content';
import { listPictureLegend } from './picture-legend';
import { pixelsOf, type PictureOptions } from './picture-options';
import { buildSeenWardPoints } from './seen-ward-points';

/** More points than this lie upon each other, near or from afar: they are grouped where nobody says otherwise. */
const MOST_LONE_POINTS = { near: 400, far: 40 } as const;
const NEAR_ZOOM = 12;
const isCrowded = ({ points = [] }: PictureContent, zoom: number): boolean => points.length > (zoom < NEAR_ZOOM ? MOST_LONE_POINTS.far : MOST_LONE_POINTS.near);

const surroundingSources = new WeakMap<MapSurroundings, Readonly<Record<string, FeatureCollection>>>();

/** Sources that a day has whatever is shown; made once. */
function sourcesOf(surroundings: MapSurroundings): Readonly<Record<string, FeatureCollection>> {
  const { wards, arcs, clusters, defaultWidthMetres } = surroundings;
  const known = surroundingSources.get(surroundings) ?? {
    ...readGround(), wards,
    arcs: buildArcFeatures(arcs, clusters, defaultWidthMetres),
    'focus-areas': buildFocusFeatures(clusters.flatMap(({ focusAreas }) => focusAreas)),
  };
  surroundingSources.set(surroundings, known);
  return known;
}

function listNotes({ asOf, notes }: PictureOptions, { day }: MapSurroundings, { map }: Messages): string[] {
  return [...(asOf === null ? [] : [map.asOf(formatInstant(asOf))]), map.boundaryAt(formatDay(day)), ...notes];
}

const attributionOf = ({ edition }: MapSurroundings, { pictures }: Messages): string =>
  [/ODbL/i.test(edition.licence) ? pictures.boundariesOfOpenStreetMap : pictures.boundaries, pictures.ground].join(' · ');

/** What must stand on or beside every picture: as of when, boundaries of which day, whose data. */
export const listSmallPrint = (options: PictureOptions, surroundings: MapSurroundings): readonly string[] => {
  const messages = getMessages(options.language);
  return [...listNotes(options, surroundings, messages), attributionOf(surroundings, messages)];
};

/** A picture of any map of the product: what it is about, over the wards and clusters of a day. */
export function buildPicture(content: PictureContent, surroundings: MapSurroundings, options: PictureOptions): MapPicture {
  const { widthPixels, heightPixels, language, theme, title, mark } = options;
  const messages = getMessages(language);
  const pixels = pixelsOf(options);
  const size = furnitureTextPixels(pixels);
  const isBare = options.bare === true;
  const texts = { title, mark, notes: isBare ? [] : listNotes(options, surroundings, messages), attribution: isBare ? '' : attributionOf(surroundings, messages), north: messages.pictures.north };
  const { frame } = layOutFurniture(texts, widthPixels, heightPixels, size);
  const context: LayerContext = {
    theme, language, basemap: { kind: 'builtin' }, hidden: content.hidden ?? new Set(), clusters: surroundings.clusters, defaultWidthMetres: surroundings.defaultWidthMetres,
    categories: surroundings.categories, selectedWardCode: content.selectedWardCode ?? null, fontFaces: null,
    ...(content.patrols !== undefined ? { overlay: 'patrol' as const } : content.coverage !== undefined ? { overlay: 'coverage' as const } : {}),
    ...(content.zones === undefined ? {} : { zones: content.zones }), models: (content.models ?? []).length > 0,
    ...(content.legend === undefined ? {} : { analysis: content.legend }),
  };
  const specification = groupingOf('incidents', buildSources(context.basemap)['incidents']);
  const groupingAt = (zoom: number): MapPicture['grouping'] => (options.grouped ?? isCrowded(content, zoom) ? specification : null);
  const { camera, legend } = fitPicture({
    place: content.place, frame, pixelRatio: pixels.pixelRatio, textPixels: size, legendTitle: messages.legend.title,
    legendAt: (tried) => (isBare ? [] : listPictureLegend({ context, content, surroundings, messages, frameDegrees: bboxOf(frameOf({ camera: tried, pixelRatio: pixels.pixelRatio, frame })), zoom: tried.zoom, grouping: groupingAt(tried.zoom) })),
  });
  const scale = chooseScale({ latitude: camera.latitude, zoom: camera.zoom + Math.log2(pixels.pixelRatio) }, SCALE_EMS * size);
  return {
    widthPixels, heightPixels, ...pixels, frame, camera, grouping: groupingAt(camera.zoom),
    layers: listStyleLayers(context),
    sources: { ...sourcesOf(surroundings), 'ward-points': buildSeenWardPoints(surroundings, { camera, pixelRatio: pixels.pixelRatio, frame }), ...buildContentSources(content, surroundings) },
    images: buildMapImages(surroundings.categories, theme),
    furniture: {
      ...texts, colours: FURNITURE_COLOURS[theme], scaleLabel: formatMetres(scale.metres, language), scalePixels: scale.pixels,
      legendTitle: messages.legend.title, legend,
    },
  };
}
