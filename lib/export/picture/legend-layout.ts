import type { LegendItem } from '../../layers/layer-context';
import type { Box } from './map-picture';
import { measureText } from './picture-fonts';
import { breakText, LINE_EMS, type TextBlock } from './text-block';

/** A line of the legend with the place of its text, from the upper left corner of the legend. */
export interface LegendRow {
  readonly item: LegendItem;
  readonly block: TextBlock;
  readonly x: number;
  readonly y: number;
}

/** A legend that fits: its size, and where its lines stand. */
export interface LegendLayout {
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly rows: readonly LegendRow[];
}

/** In ems: swatch with its gap, widest text of a line, distance of lines, of columns, of the edge. */
export const LEGEND_EMS = { swatch: 2.5, text: 17, row: 0.42, column: 1.2, edge: 0.8, title: 1.7 } as const;
/** The legend takes no more than this of the frame's width. */
const MOST_WIDTH_SHARE = 0.62;
const SHRINK = 0.94;
const LEAST_SHARE = 0.5;

function tryLayout(items: readonly LegendItem[], title: string, size: number, mostHeight: number): LegendLayout {
  const { swatch, text, row, column, edge, title: titleEms } = LEGEND_EMS;
  const blocks = items.map(({ label }) => breakText(label, 'regular', size, text * size));
  const top = edge * size + titleEms * size;
  const total = blocks.reduce((sum, { height }) => sum + height + row * size, 0);
  const room = Math.max(mostHeight - top - edge * size, size * LINE_EMS * 2);
  const columns = Math.max(1, Math.ceil(total / room));
  const goal = Math.min(room, total / columns + size * LINE_EMS);
  const rows: LegendRow[] = [];
  let [x, y, widest, lowest] = [edge * size, top, 0, top];
  blocks.forEach((block, i) => {
    const item = items[i];
    if (item === undefined) return;
    if (y > top && y + block.height > top + goal) [x, y, widest] = [x + widest + (swatch + column) * size, top, 0];
    rows.push({ item, block, x, y });
    widest = Math.max(widest, block.width);
    y += block.height + row * size;
    lowest = Math.max(lowest, y - row * size);
  });
  const width = Math.max(x + swatch * size + widest, edge * size + measureText(title, 'strong', size)) + edge * size;
  return { width, height: lowest + edge * size, size, rows };
}

/** Lays out a legend so that none of it is cut off: in columns, then smaller. Null when there is nothing to explain. */
export function layOutLegend(items: readonly LegendItem[], title: string, size: number, frame: Box, margin: number): LegendLayout | null {
  if (items.length === 0) return null;
  const [mostWidth, mostHeight] = [frame.width * MOST_WIDTH_SHARE, frame.height - 2 * margin];
  for (let tried = size; tried > size * LEAST_SHARE; tried *= SHRINK) {
    const layout = tryLayout(items, title, tried, mostHeight);
    if (layout.width <= mostWidth && layout.height <= mostHeight) return layout;
  }
  // A frame too small for any legend of a readable size: the smallest that lies inside.
  for (let tried = size * LEAST_SHARE; ; tried *= SHRINK) {
    const layout = tryLayout(items, title, tried, mostHeight);
    if ((layout.width <= frame.width - 2 * margin && layout.height <= mostHeight) || tried < 1) return layout;
  }
}
