import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { drawCircle, drawFill, drawLine, type PixelScale } from './draw-areas';
import { drawFurniture } from './draw-furniture';
import { drawLegend } from './draw-legend';
import { drawImage, drawSymbols } from './draw-symbols';
import { layOutFurniture } from './furniture-layout';
import { groupPoints } from './group-points';
import { LabelRoom } from './label-room';
import { layOutLegend, type LegendLayout } from './legend-layout';
import type { Box, MapPicture } from './map-picture';
import { frameOf, type PictureFrame } from './mercator';
import { PICTURE_FAMILY } from './picture-fonts';
import { placeLineNames } from './place-line-names';
import { placePointSymbols } from './place-symbols';
import { projectSource, type ProjectedFeature } from './projected-source';
import { StyleValues } from './style-values';
import { pixel } from './svg-path';
import { listAnchors } from './symbol-anchors';
import { countInside } from './count-inside';

/** Stands for the picture's own prefix of ids until everything is drawn. */
const PREFIX = '\ue000';
const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Size of the text around the map: that of the live map's footer, or the least size. */
export const furnitureTextPixels = ({ pixelRatio, leastTextPixels }: Pick<MapPicture, 'pixelRatio' | 'leastTextPixels'>): number => Math.max(12 * pixelRatio, leastTextPixels);

/** FNV-1a of a text, in base 36: pictures that stand on one page must not share ids. */
function digestOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}

interface LayerToDraw {
  readonly layer: LayerSpecification;
  readonly values: StyleValues;
  readonly features: readonly ProjectedFeature[];
}

function listLayers({ layers, sources, grouping, camera }: MapPicture): LayerToDraw[] {
  const grouped = grouping === null ? null : groupPoints(sources[grouping.source] ?? NOTHING, grouping, camera.zoom);
  return layers.flatMap((layer) => {
    const values = new StyleValues(layer, camera.zoom);
    if (!values.isShown) return [];
    const source = 'source' in layer && typeof layer.source === 'string' ? layer.source : null;
    const data = source === null ? NOTHING : source === grouping?.source && grouped !== null ? grouped : (sources[source] ?? NOTHING);
    return [{ layer, values, features: values.filter(projectSource(data)) }];
  });
}

/** Of a circle's radius, so that the empty edge of a name's line may touch it. */
const CIRCLE_ROOM = 0.8;

/** Circles with a rim are signs as well: lone names keep off them. */
function takeCircles({ values, features }: LayerToDraw, frame: PictureFrame, { ratio }: PixelScale, signs: LabelRoom): void {
  for (const feature of features) {
    if (values.number('circle-stroke-width', feature) <= 0) continue;
    const radius = values.number('circle-radius', feature) * ratio * CIRCLE_ROOM;
    for (const [x, y] of listAnchors(feature, frame)) signs.take({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
  }
}

/** Symbols find their places from the topmost layer down, as on the live map; what is drawn comes back by layer. */
function drawAllSymbols(toDraw: readonly LayerToDraw[], picture: MapPicture, frame: PictureFrame, scale: PixelScale, taken: readonly Box[]): { readonly drawn: ReadonlyMap<LayerToDraw, string>; readonly used: readonly string[] } {
  const room = new LabelRoom(picture.namesWithin ?? frame.box);
  for (const box of taken) room.take(box);
  const used = new Map<string, number>();
  const idOf = (image: string): string => {
    const number = used.get(image) ?? used.size;
    used.set(image, number);
    return `${PREFIX}${String(number)}`;
  };
  const drawn = new Map<LayerToDraw, string>();
  const signs = new LabelRoom(frame.box);
  for (const circle of toDraw.filter(({ layer }) => layer.type === 'circle')) takeCircles(circle, frame, scale, signs);
  const symbols = [...toDraw].reverse().filter(({ layer }) => layer.type === 'symbol');
  // What takes no room from others stands wherever it is; it comes first, so that names along streets can keep off it.
  const isFree = ({ values }: LayerToDraw): boolean => values.flag('icon-ignore-placement');
  for (const one of [...symbols.filter(isFree), ...symbols.filter((each) => !isFree(each))]) {
    const setting = { values: one.values, frame, scale, room, signs, images: picture.images };
    const placed = one.values.text('symbol-placement') === 'line' ? placeLineNames(setting, one.features) : placePointSymbols(setting, one.features);
    drawn.set(one, drawSymbols(one.values, placed, scale.ratio, idOf));
  }
  return { drawn, used: [...used.keys()] };
}

function drawLayer({ layer, values, features }: LayerToDraw, frame: PictureFrame, scale: PixelScale): string {
  switch (layer.type) {
    case 'background': {
      const { x, y, width, height } = frame.box;
      return `<rect x="${pixel(x)}" y="${pixel(y)}" width="${pixel(width)}" height="${pixel(height)}" fill="${values.colour('background-color').hex}"/>`;
    }
    case 'fill': return drawFill(values, features, frame);
    case 'line': return drawLine(values, features, frame, scale, layer.source.startsWith('ground'));
    case 'circle': return drawCircle(values, features, frame, scale);
    default: return '';
  }
}

/** The corner in which the legend hides least of what the map is about. */
function placeLegend(legend: LegendLayout, { frame, sources }: MapPicture, transformation: PictureFrame, margin: number): Box {
  const { width, height } = legend;
  const [left, right] = [frame.x + margin, frame.x + frame.width - margin - width];
  const [top, bottom] = [frame.y + margin, frame.y + frame.height - margin - height];
  const corners: readonly Box[] = [[left, bottom], [right, bottom], [left, top], [right, top]].map(([x = 0, y = 0]) => ({ x, y, width, height }));
  const hidden = corners.map((box) => countInside(sources, transformation, box));
  return corners[hidden.indexOf(Math.min(...hidden))] ?? { x: left, y: bottom, width, height };
}

/** A picture in parts; `closeSvg` makes an SVG of them. */
export interface MapParts {
  /** The map with the legend on it, within its frame. */
  readonly map: string;
  /** What stands around it. */
  readonly furniture: string;
}

/** Draws a map and what stands around it apart, for who puts them together anew. */
export function drawMapParts(picture: MapPicture): MapParts {
  const { widthPixels, heightPixels, pixelRatio: ratio, leastBorderPixels, furniture } = picture;
  const frame = frameOf(picture);
  const scale: PixelScale = { ratio, leastBorder: leastBorderPixels, leastText: picture.leastTextPixels };
  const size = furnitureTextPixels(picture);
  const legend = layOutLegend(furniture.legend, furniture.legendTitle, size, picture.frame, size);
  const legendBox = legend === null ? null : placeLegend(legend, picture, frame, size);
  const toDraw = listLayers(picture);
  const { drawn, used } = drawAllSymbols(toDraw, picture, frame, scale, legendBox === null ? [] : [legendBox]);
  const layers = toDraw.map((one) => {
    const content = drawn.get(one) ?? drawLayer(one, frame, scale);
    return content === '' ? '' : `<g data-layer="${one.layer.id}">${content}</g>`;
  }).join('');
  const images = used.map((id, i) => {
    const image = picture.images.get(id);
    return image === undefined ? '' : `<g id="${PREFIX}${String(i)}">${drawImage(image)}</g>`;
  }).join('');
  const { x, y, width, height } = picture.frame;
  const place = `x="${pixel(x)}" y="${pixel(y)}" width="${pixel(width)}" height="${pixel(height)}"`;
  const layout = layOutFurniture(furniture, widthPixels, heightPixels, size);
  const map = [
    `<defs>${images}</defs><svg ${place} viewBox="${pixel(x)} ${pixel(y)} ${pixel(width)} ${pixel(height)}" overflow="hidden">${layers}</svg>`,
    legend === null || legendBox === null ? '' : drawLegend(legend, legendBox, furniture, ratio, leastBorderPixels),
  ].join('');
  return { map, furniture: drawFurniture({ furniture, layout, ratio }, widthPixels, heightPixels) };
}

/** An SVG of a body made of parts; without `scalesWhole` it has no view box, and its body decides what becomes of it in a box of another size. */
export function closeSvg(body: string, { widthPixels, heightPixels }: Pick<MapPicture, 'widthPixels' | 'heightPixels'>, scalesWhole: boolean): string {
  const [width, height] = [String(widthPixels), String(heightPixels)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"${scalesWhole ? ` viewBox="0 0 ${width} ${height}"` : ''} font-family="'${PICTURE_FAMILY}', sans-serif">${body}</svg>`;
  return svg.replaceAll(PREFIX, `m${digestOf(body)}-`);
}

/**
 * Draws a map with everything that stands on and around it as SVG.
 *
 * Equal pictures give equal text. Texts are text, in the page's own font where a page shows it.
 */
export function drawMapSvg(picture: MapPicture): string {
  const { map, furniture } = drawMapParts(picture);
  return closeSvg(map + furniture, picture, true);
}
