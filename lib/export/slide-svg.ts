import type { SlideMap } from '../domain/briefing';
import type { ExportTheme } from '../domain/export-file';
import type { Language } from '../format/language';
import type { PresentedSlide } from '../messages/briefing/presented-slide';
import { listSmallPrint } from './picture/build-picture';
import { buildSlidePicture } from './picture/build-slide-picture';
import { drawMapSvg } from './picture/draw-map-svg';
import type { MapPicture } from './picture/map-picture';
import type { MapSurroundings } from './picture/map-surroundings';
import { rasteriseOpaque } from './picture/rasterise-opaque';

/** Size of a slide's map in pixels of a screen that is 1,920 wide; documents scale it. */
export const SLIDE_MAP = { widthPixels: 1_400, heightPixels: 900 } as const;

/** Room of a map on a projected slide of 1,920 pixels, beside figures and a chart: its names are as large as the slide's own words. */
export const WALL_MAP = { widthPixels: 1_040, heightPixels: 520, dpi: 224, leastBorderPixels: 3 } as const;

/** How a slide's map is shown. */
export interface SlideLook {
  readonly language: Language;
  readonly theme: ExportTheme;
}

/** The map of a slide as SVG, readable at six metres; what stands on the slide itself (title, mark, as-of) is not on it again. */
export function drawSlideSvg(map: SlideMap, { legend }: Pick<PresentedSlide, 'legend'>, surroundings: MapSurroundings, { language, theme }: SlideLook): string {
  return drawMapSvg(buildSlidePicture(map, surroundings, { ...SLIDE_MAP, dpi: 96, projected: true, theme, language, title: null, mark: null, asOf: null, notes: [], legend }));
}

/** Small print of a projected map in pixels: it has to be on it, nobody reads it at six metres. */
const SMALL_PRINT = { pixels: 17, lineScale: 1.3, rightPixels: 20 } as const;

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Lines at the lower right corner, beside the scale bar. */
function drawSmallPrint(lines: readonly string[], { widthPixels, heightPixels, furniture }: MapPicture): string {
  const { pixels, lineScale, rightPixels } = SMALL_PRINT;
  const first = heightPixels - 12 - (lines.length - 1) * pixels * lineScale;
  return lines.map((line, place) => `<text x="${String(widthPixels - rightPixels)}" y="${(first + place * pixels * lineScale).toFixed(1)}" text-anchor="end" font-family="'Be Vietnam Pro', sans-serif" font-size="${String(pixels)}" fill="${furniture.colours.quiet}">${escapeText(line)}</text>`).join('');
}

/** The map for the projection, that stands at its own size on the slide: large names, thick borders, no legend, which the slide tells itself. */
export function drawWallSvg(map: SlideMap, { legend }: Pick<PresentedSlide, 'legend'>, surroundings: MapSurroundings, { language, theme }: SlideLook): string {
  const { widthPixels, heightPixels, dpi, leastBorderPixels } = WALL_MAP;
  const options = { widthPixels, heightPixels, dpi, projected: false, theme, language, title: null, mark: null, asOf: null, notes: [], legend, bare: true };
  const picture = { ...buildSlidePicture(map, surroundings, options), leastBorderPixels };
  return drawMapSvg(picture).replace(/<\/svg>\s*$/, `${drawSmallPrint(listSmallPrint(options, surroundings), picture)}</svg>`);
}

/** The map of a slide as a picture for a document. */
export const drawSlidePng = (map: SlideMap, slide: Pick<PresentedSlide, 'legend'>, surroundings: MapSurroundings, look: SlideLook): { png: Uint8Array; widthPixels: number; heightPixels: number } =>
  ({ png: rasteriseOpaque(drawSlideSvg(map, slide, surroundings, look), SLIDE_MAP.widthPixels), ...SLIDE_MAP });
