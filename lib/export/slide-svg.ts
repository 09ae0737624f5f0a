import type { SlideMap } from '../domain/briefing';
import type { ExportTheme } from '../domain/export-file';
import type { Language } from '../format/language';
import type { PresentedSlide } from '../messages/briefing/presented-slide';
import type { DocumentPicture } from './briefing-document';
import { buildSlidePicture } from './picture/build-slide-picture';
import { drawMapSvg } from './picture/draw-map-svg';
import type { MapSurroundings } from './picture/map-surroundings';
import { rasterisePng } from './picture/rasterise-png';

type Size = Pick<DocumentPicture, 'widthPixels' | 'heightPixels'>;

/** Size of a slide's map in pixels of a screen that is 1,920 wide; documents scale it. */
export const SLIDE_MAP = { widthPixels: 1_400, heightPixels: 900 } as const;

/** Written into a document's pictures; documents say themselves how large they are. */
const SLIDE_DPI = 96;

/** As many pixels as `SLIDE_MAP` has in another shape. */
function sizeOf(aspect: number): Size {
  const widthPixels = Math.round(Math.sqrt(SLIDE_MAP.widthPixels * SLIDE_MAP.heightPixels * aspect));
  return { widthPixels, heightPixels: Math.round(widthPixels / aspect) };
}

/** How a slide's map is shown. */
export interface SlideLook {
  readonly language: Language;
  readonly theme: ExportTheme;
}

/** The map of a slide as SVG, readable at six metres; what stands on the slide itself (title, mark, as-of) is not on it again. */
export function drawSlideSvg(map: SlideMap, { legend }: Pick<PresentedSlide, 'legend'>, surroundings: MapSurroundings, { language, theme }: SlideLook, size: Size = SLIDE_MAP): string {
  return drawMapSvg(buildSlidePicture(map, surroundings, { ...size, dpi: 96, projected: true, theme, language, title: null, mark: null, asOf: null, notes: [], legend }));
}

/** The map of a slide as a picture for a document, as wide for its height as its place there is. */
export function drawSlidePng(map: SlideMap, slide: Pick<PresentedSlide, 'legend'>, surroundings: MapSurroundings, look: SlideLook, aspect = SLIDE_MAP.widthPixels / SLIDE_MAP.heightPixels): DocumentPicture {
  const size = sizeOf(aspect);
  return { png: rasterisePng(drawSlideSvg(map, slide, surroundings, look, size), { widthPixels: size.widthPixels, dpi: SLIDE_DPI }), ...size };
}
