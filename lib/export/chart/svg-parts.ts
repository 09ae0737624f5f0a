import { escapeXml } from '../archive/xml';
import { textInches } from '../pptx/text-fit';

/** How a chart on paper is drawn, points. */
export const PRINT = { font: 'Tinos', size: 10.5, small: 9.5, ink: '#000000', quiet: '#444444', line: '#c4c4c4' } as const;
/** Colours in their order, from dark to pale on a black-and-white printer. */
export const PRINT_SERIES = ['#3b1270', '#b06a00', '#0068a5', '#007a5a', '#a8527f', '#6b6b6b'] as const;
/** Dashes in the same order. */
export const PRINT_DASHES = ['', '6 3', '2 2', '8 3 2 3', '4 2', '1 3'] as const;

export const seriesColour = (place: number): string => PRINT_SERIES[place % PRINT_SERIES.length] ?? PRINT.ink;
export const seriesDash = (place: number): string => PRINT_DASHES[place % PRINT_DASHES.length] ?? '';

/** A number as SVG has it: at most two decimals. */
export const at = (value: number): string => String(Math.round(value * 100) / 100);

/** Breadth of a text in points; Tinos is narrower than the Arial that is measured. */
export const textPoints = (text: string, size: number): number => textInches(text, size) * 72 * 0.92;

/** A text; `anchor` says which end of it stands at x. */
export const svgText = (text: string, x: number, y: number, { anchor = 'start', size = PRINT.size as number, colour = PRINT.ink as string, bold = false } = {}): string =>
  `<text x="${at(x)}" y="${at(y)}" font-family="${PRINT.font}" font-size="${String(size)}"${bold ? ' font-weight="bold"' : ''} fill="${colour}" text-anchor="${anchor}">${escapeXml(text)}</text>`;

/** A straight line. */
export const svgLine = (x1: number, y1: number, x2: number, y2: number, colour: string, width = 0.75, dash = ''): string =>
  `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${colour}" stroke-width="${String(width)}"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;

/** A filled rectangle; a width under zero is drawn to the left. */
export const svgRect = (x: number, y: number, width: number, height: number, colour: string): string =>
  `<rect x="${at(width < 0 ? x + width : x)}" y="${at(y)}" width="${at(Math.abs(width))}" height="${at(height)}" fill="${colour}"/>`;

/** A whole drawing. */
export const svgOf = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${at(width)}" height="${at(height)}" viewBox="0 0 ${at(width)} ${at(height)}">${parts.join('')}</svg>`;

/** A text in lines of at most a breadth. */
export function wrapText(text: string, size: number, points: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textPoints(`${last} ${word}`, size) <= points) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A key of names, in rows as broad as the drawing; `height` is what it takes. */
export function svgKey(names: readonly { readonly name: string; readonly sample: (x: number, y: number) => string }[], width: number): { readonly parts: string; readonly height: number } {
  let [x, y] = [0, 9];
  const parts = names.map(({ name, sample }) => {
    const breadth = 28 + textPoints(name, PRINT.size) + 14;
    if (x > 0 && x + breadth > width) { x = 0; y += 15; }
    const part = `${sample(x, y - 3.5)}${svgText(name, x + 28, y)}`;
    x += breadth;
    return part;
  });
  return { parts: parts.join(''), height: names.length === 0 ? 0 : y + 8 };
}
