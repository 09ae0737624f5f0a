import type { LegendItem } from '@/lib/layers/layer-context';
import { wrapText } from './wrap-text';

/** Everything a picture of a result says besides its map. Lengths in CSS pixels. */
export interface PictureParts {
  readonly map: HTMLCanvasElement;
  /** Pixels of the map's canvas for one CSS pixel. */
  readonly pixelRatio: number;
  readonly title: string;
  /** Sentences under the title, the claim first. */
  readonly lines: readonly string[];
  readonly legendTitle: string;
  readonly legend: readonly LegendItem[];
  readonly scale: { readonly pixels: number; readonly label: string };
  readonly north: string;
  /** Data as of, and who made the map's data. */
  readonly footer: readonly string[];
  readonly colours: { readonly paper: string; readonly ink: string; readonly quiet: string; readonly line: string };
}

export const PICTURE_FONT = "'Be Vietnam Pro', sans-serif";
/** Lengths in CSS pixels: the margin, a line of each kind of text, and a column of the legend. */
export const PAD = 20;
export const TITLE = { font: `600 20px ${PICTURE_FONT}`, step: 27 } as const;
export const TEXT = { font: `400 14px ${PICTURE_FONT}`, step: 20 } as const;
export const LEGEND = { font: `400 12px ${PICTURE_FONT}`, step: 15, row: 20, column: 250, swatch: 30, head: 34 } as const;
export const FOOT = { font: `400 12px ${PICTURE_FONT}`, step: 17 } as const;
const SCALE_HEIGHT = 40;

/** A line of the legend: its sign, its words, and where it stands under the top of the legend. */
export interface LegendPlace {
  readonly item: LegendItem;
  readonly words: readonly string[];
  readonly x: number;
  readonly y: number;
}

/** Where everything of a picture stands. Lengths in CSS pixels. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly mapHeight: number;
  readonly headHeight: number;
  readonly legendHeight: number;
  readonly title: readonly string[];
  readonly text: readonly string[];
  readonly legend: readonly LegendPlace[];
  readonly foot: readonly string[];
}

const heightOf = (words: readonly string[]): number => Math.max(LEGEND.row, words.length * LEGEND.step + 5);

/** The lines of the legend in columns that are filled one after the other. */
function layoutLegend(items: readonly LegendItem[], measure: (text: string) => number, width: number): readonly LegendPlace[] {
  const columns = Math.max(1, Math.floor(width / LEGEND.column));
  const perColumn = Math.max(1, Math.ceil(items.length / columns));
  let y = 0;
  return items.map((item, place) => {
    if (place % perColumn === 0) y = 0;
    const words = wrapText(measure, item.label, LEGEND.column - LEGEND.swatch - 10);
    const at = { item, words, x: PAD + Math.floor(place / perColumn) * LEGEND.column, y };
    y += heightOf(words);
    return at;
  });
}

/** Breaks the texts to the width of the map and says how high each part is. `measure` gives the width of a text in a font. */
export function layoutPicture({ map, pixelRatio, title, lines, legend, footer }: Pick<PictureParts, 'map' | 'pixelRatio' | 'title' | 'lines' | 'legend' | 'footer'>, measure: (font: string, text: string) => number): PictureLayout {
  const [width, mapHeight] = [map.width / pixelRatio, map.height / pixelRatio];
  const inner = width - 2 * PAD;
  const wrapped = (font: string, text: string) => wrapText((one) => measure(font, one), text, inner);
  const titleLines = wrapped(TITLE.font, title);
  const text = lines.flatMap((line) => wrapped(TEXT.font, line));
  const places = layoutLegend(legend, (one) => measure(LEGEND.font, one), inner);
  const foot = wrapped(FOOT.font, footer.join(' · '));
  const headHeight = PAD + titleLines.length * TITLE.step + text.length * TEXT.step + 8;
  const legendHeight = places.length === 0 ? 0 : LEGEND.head + Math.max(...places.map(({ y, words }) => y + heightOf(words)));
  const height = headHeight + mapHeight + legendHeight + SCALE_HEIGHT + foot.length * FOOT.step + 12;
  return { width, height, mapHeight, headHeight, legendHeight, title: titleLines, text, legend: places, foot };
}
