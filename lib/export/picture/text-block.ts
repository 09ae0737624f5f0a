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

/** How badly a line begins between two words: a dash belongs to what stands before it; after one, or with a bracket, is a good place. */
const badBreak = (before: string, word: string): number => (/^[–—·/-]$/u.test(word) ? 1 : word.startsWith('(') || /^[–—·/-]$/u.test(before) ? -0.2 : 0);

/** The fewest lines that words need, filled one after the other. */
function countLines(words: readonly string[], widthOf: (part: string) => number, most: number): number {
  let [count, line] = [1, ''];
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > most) [count, line] = [count + 1, word];
    else line = longer;
  }
  return count;
}

/** Words in a given number of lines, all about equally long (least squares over all ways to break them). */
function balance(words: readonly string[], count: number, widthOf: (part: string) => number, most: number): string[] {
  const goal = widthOf(words.join(' ')) / count;
  const costOf = (from: number, to: number): number => {
    const width = widthOf(words.slice(from, to).join(' '));
    return (width > most && to - from > 1 ? 1e6 : 0) + ((width - goal) / goal) ** 2 + (from > 0 ? badBreak(words[from - 1] ?? '', words[from] ?? '') : 0);
  };
  let best: { readonly cost: number; readonly breaks: readonly number[] }[] = [{ cost: 0, breaks: [] }];
  for (let line = 1; line <= count; line++) {
    const next: typeof best = [];
    for (let to = line; to <= words.length; to++) {
      for (let from = line - 1; from < to; from++) {
        const before = best[from];
        if (before === undefined) continue;
        const cost = before.cost + costOf(from, to);
        if (cost < (next[to]?.cost ?? Infinity)) next[to] = { cost, breaks: [...before.breaks, to] };
      }
    }
    best = next;
  }
  const breaks = best[words.length]?.breaks ?? [words.length];
  return breaks.map((to, i) => words.slice(i === 0 ? 0 : breaks[i - 1], to).join(' '));
}

/** Breaks a text at spaces into as few lines as fit a width where its words allow it, all about equally long. */
export function breakText(text: string, font: PictureFont, sizePixels: number, mostPixels: number, spacingEms = 0): TextBlock {
  const widthOf = (part: string): number => measureText(part, font, sizePixels) + part.length * spacingEms * sizePixels;
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const lines = widthOf(text) <= mostPixels || words.length < 2 ? [words.join(' ')] : balance(words, countLines(words, widthOf, mostPixels), widthOf, mostPixels);
  return { lines, width: Math.max(0, ...lines.map(widthOf)), height: lines.length * LINE_EMS * sizePixels };
}

/** Where a block lies to its anchor: the shares of its width and height that stand left of and above it. */
export function anchorShares(anchor: string): readonly [number, number] {
  return [anchor.includes('left') ? 0 : anchor.includes('right') ? 1 : 0.5, anchor.includes('top') ? 0 : anchor.includes('bottom') ? 1 : 0.5];
}
