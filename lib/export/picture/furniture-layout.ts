import type { Box, Furniture } from './map-picture';
import { measureText } from './picture-fonts';
import { breakText, LINE_EMS, type TextBlock } from './text-block';

/** Something at the lower edge: the north arrow with the scale bar, or a text. */
export interface FooterItem {
  readonly kind: 'scale' | 'text' | 'mark';
  readonly text: string;
  readonly x: number;
  /** Middle of its line. */
  readonly y: number;
  readonly width: number;
}

/** Where everything around the map stands, and what it leaves for the map. */
export interface FurnitureLayout {
  readonly frame: Box;
  readonly size: number;
  readonly titleSize: number;
  readonly title: { readonly block: TextBlock; readonly height: number; readonly markWidth: number } | null;
  readonly footer: readonly FooterItem[];
}

/** Longest scale bar, in ems of the footer. */
export const SCALE_EMS = 8;
const TITLE_SCALE = 1.5;

type Texts = Pick<Furniture, 'title' | 'mark' | 'notes' | 'attribution' | 'north'>;

/** Items in lines from left to right; the last of a line of several stands at the right edge. */
function flow(items: readonly Pick<FooterItem, 'kind' | 'text' | 'width'>[], width: number, size: number): { readonly lines: FooterItem[][] } {
  const lines: FooterItem[][] = [];
  const gap = 1.6 * size;
  let x = 0;
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && x + item.width <= width - size) last.push({ ...item, x, y: 0 });
    else {
      lines.push([{ ...item, x: size, y: 0 }]);
      x = size;
    }
    x += item.width + gap;
  }
  return {
    lines: lines.map((line) => line.map((item, i) => (i > 0 && i === line.length - 1 ? { ...item, x: width - size - item.width } : item))),
  };
}

/** Lays out what stands around the map; texts too long for a line are broken. */
export function layOutFurniture({ title, mark, notes, attribution, north }: Texts, widthPixels: number, heightPixels: number, size: number): FurnitureLayout {
  const titleSize = size * TITLE_SCALE;
  const markWidth = mark === null ? 0 : measureText(mark, 'strong', size) + 1.6 * size;
  const block = title === null ? null : breakText(title, 'strong', titleSize, widthPixels - 3 * size - markWidth);
  const titleHeight = block === null ? 0 : block.height + 0.8 * size;
  const scaleWidth = measureText(north, 'strong', size) + (SCALE_EMS + 2.6 + 4.2) * size;
  const texts = [...notes, attribution].flatMap((text) => breakText(text, 'regular', size, widthPixels - 2 * size).lines);
  const { lines } = flow([
    { kind: 'scale', text: '', width: scaleWidth },
    ...(mark !== null && title === null ? [{ kind: 'mark' as const, text: mark, width: markWidth }] : []),
    ...texts.map((text) => ({ kind: 'text' as const, text, width: measureText(text, 'regular', size) })),
  ], widthPixels, size);
  const lineHeight = LINE_EMS * size * 1.12;
  const footerHeight = lines.length * lineHeight + 0.7 * size;
  const top = Math.round(titleHeight);
  const frame: Box = { x: 0, y: top, width: widthPixels, height: Math.max(1, Math.round(heightPixels - footerHeight) - top) };
  const footer = lines.flatMap((line, i) => line.map((item) => ({ ...item, y: frame.y + frame.height + 0.35 * size + (i + 0.5) * lineHeight })));
  return { frame, size, titleSize, title: block === null ? null : { block, height: titleHeight, markWidth }, footer };
}
