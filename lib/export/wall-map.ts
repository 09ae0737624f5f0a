import type { SlideMap, SlidePoint } from '../domain/briefing';
import type { LegendItem } from '../layers/layer-context';
import type { PresentedSign, PresentedSlide } from '../messages/briefing/presented-slide';
import { listSmallPrint } from './picture/build-picture';
import { buildSlidePicture } from './picture/build-slide-picture';
import { closeSvg, drawMapParts } from './picture/draw-map-svg';
import type { MapPicture } from './picture/map-picture';
import type { MapSurroundings } from './picture/map-surroundings';
import { frameOf, toDegrees } from './picture/mercator';
import { escapeText } from './picture/svg-text';
import type { SlideLook } from './slide-svg';

/** A projected map, and the signs on it, which the slide explains under it. */
export interface WallMap {
  readonly svg: string;
  readonly signs: readonly PresentedSign[];
}

/** Room of a map on a projected slide of 1,920 pixels, beside figures and a chart: its names are as large as the slide's own words. */
const WALL_MAP = { widthPixels: 1_040, heightPixels: 520, dpi: 224 } as const;
const LEAST_BORDER_PIXELS = 3;
/** Small print: it has to be on it, nobody reads it at six metres. */
const SMALL_PRINT = { pixels: 17, lineScale: 1.3, rightPixels: 20 } as const;
/** Drawn beyond its room at either side and above, in pixels: a box of any shape from 4 : 3 to 3.8 : 1 is filled. */
const BEYOND = { side: 470, above: 260 } as const;

/** Most lines of a legend that are told apart from the last row; of them at least two are kinds of incidents. */
const MOST_CLASSES = 5;
const LEAST_KINDS = 2;
/** The kind for what is no other. */
const OTHER = 'other';

/** Where there are more than `most` kinds, the rare ones are drawn as "other". */
function mergeRareKinds(points: readonly SlidePoint[], most: number, { categories }: MapSurroundings): readonly SlidePoint[] {
  const counts = new Map<string, number>();
  for (const { category } of points) counts.set(category, (counts.get(category) ?? 0) + 1);
  if (counts.size <= most || !categories.some(({ code }) => code === OTHER)) return points;
  const common = [...counts].filter(([code]) => code !== OTHER).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, most - 1).map(([code]) => code);
  return points.map((point) => (common.includes(point.category) ? point : { ...point, category: OTHER }));
}

/** A line of a picture's legend as a slide tells it; none for lines and areas, which the slide has words for. */
function toSign(item: LegendItem): readonly PresentedSign[] {
  if (item.kind === 'group') return [{ kind: 'group', label: item.label }];
  if (item.kind !== 'sign') return [];
  if (item.ring !== null) return [{ kind: 'border_zone', label: item.label }];
  return [item.hollow ? { kind: 'done', label: item.label } : { kind: 'category', label: item.label, shape: item.shape, colour: item.colour }];
}

/** The same map of the same ground over more of it. */
function growPicture(picture: MapPicture): MapPicture {
  const { frame, camera, widthPixels, heightPixels } = picture;
  const [longitude, latitude] = toDegrees(frameOf(picture), [frame.x + frame.width / 2, frame.y + (frame.height - BEYOND.above) / 2]);
  return {
    ...picture, camera: { ...camera, longitude, latitude }, widthPixels: widthPixels + 2 * BEYOND.side, heightPixels: heightPixels + BEYOND.above,
    namesWithin: { x: frame.x + BEYOND.side, y: frame.y + BEYOND.above, width: frame.width, height: frame.height },
    frame: { ...frame, width: frame.width + 2 * BEYOND.side, height: frame.height + BEYOND.above },
  };
}

/** Lines at the lower right corner, beside the scale bar. */
function drawSmallPrint(lines: readonly string[], { widthPixels, heightPixels, furniture }: MapPicture): string {
  const { pixels, lineScale, rightPixels } = SMALL_PRINT;
  const first = heightPixels - 12 - (lines.length - 1) * pixels * lineScale;
  return lines.map((line, place) => `<text x="${String(widthPixels - rightPixels)}" y="${(first + place * pixels * lineScale).toFixed(1)}" text-anchor="end" font-size="${String(pixels)}" fill="${furniture.colours.quiet}">${escapeText(line)}</text>`).join('');
}

/** A part of the drawing at its size, held at a lower corner or the lower edge of whatever box the drawing is put into. */
const hold = (content: string, side: 'xMin' | 'xMid' | 'xMax', { widthPixels, heightPixels }: MapPicture): string =>
  `<svg width="100%" height="100%" viewBox="0 0 ${String(widthPixels)} ${String(heightPixels)}" preserveAspectRatio="${side}YMax meet" overflow="visible">${content}</svg>`;

/**
 * The map for the projection: large names, thick borders, no legend, which the slide tells itself.
 *
 * The drawing has no view box: in a box of another shape it keeps its scale and shows more ground, at the sides or above, and scale bar
 * and small print stay in their corners, so that it fills any box and nothing of it is cut off.
 */
export function drawWallMap(map: SlideMap, { legend }: Pick<PresentedSlide, 'legend'>, surroundings: MapSurroundings, { language, theme }: SlideLook): WallMap {
  const options = { ...WALL_MAP, projected: false, theme, language, title: null, mark: null, asOf: null, notes: [], legend };
  const listSigns = (one: SlideMap): PresentedSign[] =>
    buildSlidePicture(one, surroundings, options).furniture.legend.filter(({ label }) => !legend.some((line) => line.label === label)).flatMap(toSign);
  const all = listSigns(map);
  const others = legend.length + all.filter(({ kind }) => kind !== 'category').length;
  const shown = legend.length + all.length <= MOST_CLASSES ? map : { ...map, points: mergeRareKinds(map.points, Math.max(LEAST_KINDS, MOST_CLASSES - others), surroundings) };
  const picture = { ...buildSlidePicture(shown, surroundings, { ...options, bare: true }), leastBorderPixels: LEAST_BORDER_PIXELS };
  const { frame, widthPixels, heightPixels, furniture: { colours } } = picture;
  const foot = frame.y + frame.height;
  const band = `<rect x="${String(-BEYOND.side)}" y="${String(foot)}" width="${String(widthPixels + 2 * BEYOND.side)}" height="${String(heightPixels - foot)}" fill="${colours.paper}"/><path d="M${String(-BEYOND.side)} ${String(foot)}h${String(widthPixels + 2 * BEYOND.side)}" stroke="${colours.line}" stroke-width="${String(picture.pixelRatio)}"/>`;
  const body = [
    hold(`<g transform="translate(${String(-BEYOND.side)} ${String(-BEYOND.above)})">${drawMapParts(growPicture(picture)).map}</g>${band}`, 'xMid', picture),
    hold(drawMapParts(picture).furniture, 'xMin', picture),
    hold(drawSmallPrint(listSmallPrint({ ...options, bare: true }, surroundings), picture), 'xMax', picture),
  ].join('');
  return { svg: closeSvg(body, picture, false), signs: shown === map ? all : listSigns(shown) };
}
