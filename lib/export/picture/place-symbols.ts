import { STRONG_FONT } from '../../layers/map-fonts';
import type { MapImage } from '../../layers/map-images';
import type { PixelScale } from './draw-areas';
import type { LabelRoom } from './label-room';
import type { Box } from './map-picture';
import type { PictureFrame } from './mercator';
import type { PictureFont } from './picture-fonts';
import type { ProjectedFeature } from './projected-source';
import type { StyleValues } from './style-values';
import { listAnchors } from './symbol-anchors';
import { anchorShares, breakText, type TextBlock } from './text-block';

/** A text that has found its place: the middle of its block. */
export interface PlacedText {
  readonly block: TextBlock;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: PictureFont;
  readonly spacingEms: number;
  /** Turned clockwise around its middle; 0 for all but names along lines. */
  readonly degrees: number;
}

/** A symbol that has found its place. */
export interface PlacedSymbol {
  readonly feature: ProjectedFeature;
  readonly icon: { readonly id: string; readonly x: number; readonly y: number; readonly scale: number } | null;
  readonly text: PlacedText | null;
}

/** What the placing of a layer rests on. */
export interface SymbolSetting {
  readonly values: StyleValues;
  readonly frame: PictureFrame;
  readonly scale: PixelScale;
  readonly room: LabelRoom;
  /** Where signs of incidents stand: names along lines keep off them. */
  readonly signs: LabelRoom;
  readonly images: ReadonlyMap<string, MapImage>;
}

const DEFAULT_PADDING = 2;
const EDGE_PIXELS = 3;

const grow = ({ x, y, width, height }: Box, by: number): Box => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

/** Size of a layer's text in picture pixels. */
export const textSizeOf = (values: StyleValues, { ratio, leastText }: PixelScale, feature: ProjectedFeature): number => Math.max(values.number('text-size', feature) * ratio, leastText);

/** Which of the two fonts a layer names. */
export const fontOf = (values: StyleValues): PictureFont => (values.texts('text-font')[0] === STRONG_FONT[0] ? 'strong' : 'regular');

interface Candidate {
  readonly text: PlacedText;
  readonly box: Box;
}

/** The places that a text may take at an anchor, the first the best. */
function listTextPlaces({ values, scale, room }: SymbolSetting, feature: ProjectedFeature, [x, y]: readonly [number, number]): Candidate[] {
  const content = values.text('text-field', feature);
  const isWithin = room.holds({ x, y, width: 0, height: 0 });
  // A name of what lies beyond is left out; what belongs to a sign stays with it.
  if (content === '' || (!isWithin && !values.flag('text-allow-overlap'))) return [];
  const size = textSizeOf(values, scale, feature);
  const font = fontOf(values);
  const spacingEms = values.number('text-letter-spacing', feature);
  const block = breakText(content, font, size, values.number('text-max-width', feature) * size, spacingEms);
  const variable = values.texts('text-variable-anchor', feature);
  const radial = values.number('text-radial-offset', feature) * size;
  const [offsetX = 0, offsetY = 0] = values.numbers('text-offset', feature);
  const anchors = variable.length > 0 ? variable : [values.text('text-anchor', feature) || 'center'];
  return anchors.map((anchor) => {
    const [shareX, shareY] = anchorShares(anchor);
    const pushX = variable.length > 0 ? (0.5 - shareX) * 2 * radial : offsetX * size;
    const pushY = variable.length > 0 ? (0.5 - shareY) * 2 * radial : offsetY * size;
    const free: Box = { x: x + pushX - shareX * block.width, y: y + pushY - shareY * block.height, width: block.width, height: block.height };
    const [shiftX, shiftY] = isWithin ? room.shiftInto(free, EDGE_PIXELS * scale.ratio) : [0, 0];
    const box = { ...free, x: free.x + shiftX, y: free.y + shiftY };
    return { box, text: { block, x: box.x + box.width / 2, y: box.y + box.height / 2, size, font, spacingEms, degrees: 0 } };
  });
}

/** Places a little beside the right one, in ems: above and below first. */
const NUDGES: readonly (readonly [number, number])[] = [[0, -1.1], [0, 1.1], [-1.6, 0], [1.6, 0], [-1.6, -1.1], [1.6, -1.1], [-1.6, 1.1], [1.6, 1.1]];

/** A lone name keeps off signs, if it need not go far for it. */
function keepOffSigns(places: readonly Candidate[], { room, signs }: SymbolSetting): readonly Candidate[] {
  const [right] = places;
  if (places.length !== 1 || right === undefined || signs.isFree(right.box)) return places;
  const nudged = NUDGES.map(([dx, dy]): Candidate => {
    const [x, y] = [dx * right.text.size, dy * right.text.size];
    return { box: { ...right.box, x: right.box.x + x, y: right.box.y + y }, text: { ...right.text, x: right.text.x + x, y: right.text.y + y } };
  }).filter(({ box }) => signs.isFree(box) && room.holds(box));
  return [...nudged, right];
}

interface PlacedIcon {
  readonly icon: NonNullable<PlacedSymbol['icon']>;
  readonly box: Box;
}

function placeIcon({ values, scale, images }: SymbolSetting, feature: ProjectedFeature, [x, y]: readonly [number, number]): PlacedIcon | null {
  const id = values.text('icon-image', feature);
  const image = images.get(id);
  if (image === undefined) return null;
  const size = values.number('icon-size', feature);
  const drawn = size * scale.ratio;
  const [shareX, shareY] = anchorShares(values.text('icon-anchor', feature));
  const [offsetX = 0, offsetY = 0] = values.numbers('icon-offset', feature);
  const side = image.sizePixels * drawn;
  const box: Box = { x: x + offsetX * drawn - shareX * side, y: y + offsetY * drawn - shareY * side, width: side, height: side };
  return { icon: { id, x: box.x + side / 2, y: box.y + side / 2, scale: drawn }, box };
}

function placeAt(setting: SymbolSetting, feature: ProjectedFeature, anchor: readonly [number, number]): PlacedSymbol | null {
  const { values, scale, room } = setting;
  const icon = placeIcon(setting, feature, anchor);
  const padding = (values.number('text-padding', feature) || DEFAULT_PADDING) * scale.ratio;
  const wanted = listTextPlaces(setting, feature, anchor);
  const places = icon === null && !values.flag('text-allow-overlap') ? keepOffSigns(wanted, setting) : wanted;
  const iconFree = icon === null || values.flag('icon-allow-overlap') || room.isFree(icon.box);
  const anyText = values.flag('text-allow-overlap');
  const place = places.find(({ box }) => room.isFree(grow(box, Math.min(padding, 8 * scale.ratio)))) ?? (anyText ? places[0] : undefined);
  if (!iconFree || (places.length > 0 && place === undefined) || (icon === null && place === undefined)) return null;
  if (icon !== null) (values.flag('icon-ignore-placement') ? setting.signs : room).take(icon.box);
  if (place !== undefined && !values.flag('text-ignore-placement')) room.take(place.box);
  return { feature, icon: icon?.icon ?? null, text: place?.text ?? null };
}

/** Symbols of a layer at points, those that come first taking the room; in drawing order. */
export function placePointSymbols(setting: SymbolSetting, features: readonly ProjectedFeature[]): PlacedSymbol[] {
  const { values, frame } = setting;
  const overlapping = values.flag('icon-allow-overlap') || values.flag('text-allow-overlap');
  const { x: left, y: top, width, height } = frame.box;
  const order = values.has('symbol-sort-key') ? [...features].sort((a, b) => values.number('symbol-sort-key', a) - values.number('symbol-sort-key', b)) : features;
  const placed: PlacedSymbol[] = [];
  const margin = overlapping ? 20 * setting.scale.ratio : 0;
  for (const feature of order) {
    for (const anchor of listAnchors(feature, frame)) {
      if (anchor[0] < left - margin || anchor[1] < top - margin || anchor[0] > left + width + margin || anchor[1] > top + height + margin) continue;
      const symbol = placeAt(setting, feature, anchor);
      if (symbol !== null) placed.push(symbol);
    }
  }
  return placed;
}
