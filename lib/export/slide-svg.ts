import type { SlideMap } from '../domain/briefing';
import type { ExportTheme } from '../domain/export-file';
import type { Language } from '../format/language';
import type { PresentedSlide } from '../messages/briefing/presented-slide';
import { buildSlidePicture } from './picture/build-slide-picture';
import { drawMapSvg } from './picture/draw-map-svg';
import type { MapSurroundings } from './picture/map-surroundings';
import { rasterisePng } from './picture/rasterise-png';

/** Size of a slide's map in pixels of a screen that is 1,920 wide; documents scale it. */
export const SLIDE_MAP = { widthPixels: 1_400, heightPixels: 900 } as const;

/** Room of a map on a projected slide of 1,920 pixels, beside figures and a chart: its names are as large as the slide's own words. */
export const WALL_MAP = { widthPixels: 1_040, heightPixels: 600, dpi: 224, leastBorderPixels: 3 } as const;

/** How a slide's map is shown. */
export interface SlideLook {
  readonly language: Language;
  readonly theme: ExportTheme;
}

/** The map of a slide as SVG, readable at six metres; what stands on the slide itself (title, mark, as-of) is not on it again. */
export function drawSlideSvg(map: SlideMap, { legend }: Pick<PresentedSlide, 'legend'>, surroundings: MapSurroundings, { language, theme }: SlideLook): string {
  return drawMapSvg(buildSlidePicture(map, surroundings, { ...SLIDE_MAP, dpi: 96, projected: true, theme, language, title: null, mark: null, asOf: null, notes: [], legend }));
}

/** The map for the projection, that stands at its own size on the slide: large names, thick borders, no legend, which the slide tells itself. */
export function drawWallSvg(map: SlideMap, { legend }: Pick<PresentedSlide, 'legend'>, surroundings: MapSurroundings, { language, theme }: SlideLook): string {
  const { widthPixels, heightPixels, dpi, leastBorderPixels } = WALL_MAP;
  const picture = buildSlidePicture(map, surroundings, { widthPixels, heightPixels, dpi, projected: false, theme, language, title: null, mark: null, asOf: null, notes: [], legend });
  return drawMapSvg({ ...picture, leastBorderPixels, furniture: { ...picture.furniture, legend: [] } });
}

/** The map of a slide as a picture for a document. */
export const drawSlidePng = (map: SlideMap, slide: Pick<PresentedSlide, 'legend'>, surroundings: MapSurroundings, look: SlideLook): { png: Uint8Array; widthPixels: number; heightPixels: number } =>
  ({ png: rasterisePng(drawSlideSvg(map, slide, surroundings, look), { widthPixels: SLIDE_MAP.widthPixels, dpi: 192 }), ...SLIDE_MAP });
