import { measureText, type PictureFont } from './picture-fonts';

/** Distance of two baselines, and of a baseline from the middle of its line, in ems. */
export const LINE_EMS = 1.2;
export const BASELINE_EMS = 0.35;

/** A text broken into lines, measured. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** Breaks a text at spaces into lines no wider than asked where its words allow it, all about equally long. */
export function breakText(text: string, font: PictureFont, sizePixels: number, mostPixels: number, spacingEms = 0): TextBlock {
  const widthOf = (part: string): number => measureText(part, font, sizePixels) + part.length * spacingEms * sizePixels;
  const count = Math.max(1, Math.ceil(widthOf(text) / mostPixels));
  const target = Math.min(mostPixels, (widthOf(text) / count) * 1.12);
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= target) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return { lines, width: Math.max(0, ...lines.map(widthOf)), height: lines.length * LINE_EMS * sizePixels };
}

/** Where a block lies to its anchor: the shares of its width and height that stand left of and above it. */
export function anchorShares(anchor: string): readonly [number, number] {
  return [anchor.includes('left') ? 0 : anchor.includes('right') ? 1 : 0.5, anchor.includes('top') ? 0 : anchor.includes('bottom') ? 1 : 0.5];
}
