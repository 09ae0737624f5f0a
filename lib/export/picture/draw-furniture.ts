import type { FooterItem, FurnitureLayout } from './furniture-layout';
import type { Furniture } from './map-picture';
import { fontAttributes, measureText } from './picture-fonts';
import { pixel } from './svg-path';
import { escapeText } from './svg-text';
import { BASELINE_EMS, LINE_EMS } from './text-block';

interface Setting {
  readonly furniture: Furniture;
  readonly layout: FurnitureLayout;
  readonly ratio: number;
}

const textAt = (content: string, x: number, y: number, size: number, font: 'regular' | 'strong', fill: string, anchor = ''): string =>
  `<text x="${pixel(x)}" y="${pixel(y + BASELINE_EMS * size)}" font-size="${pixel(size)}" ${fontAttributes(font)} fill="${fill}"${anchor}>${escapeText(content)}</text>`;

/** The mark of who may hold it, in a frame. */
function drawMark({ furniture: { mark, colours }, layout: { size }, ratio }: Setting, x: number, y: number, width: number): string {
  const height = 1.5 * size;
  return `<rect x="${pixel(x)}" y="${pixel(y - height / 2)}" width="${pixel(width)}" height="${pixel(height)}" fill="none" stroke="${colours.ink}" stroke-width="${pixel(1.4 * ratio)}"/>${textAt(mark ?? '', x + width / 2, y, size, 'strong', colours.ink, ' text-anchor="middle"')}`;
}

/** North arrow and scale bar. */
function drawScale({ furniture: { north, scaleLabel, scalePixels, colours }, layout: { size }, ratio }: Setting, { x, y }: FooterItem): string {
  const arrow = `<path d="M${pixel(x + 0.45 * size)} ${pixel(y - 0.6 * size)}l${pixel(0.42 * size)} ${pixel(1.15 * size)}l${pixel(-0.42 * size)} ${pixel(-0.3 * size)}l${pixel(-0.42 * size)} ${pixel(0.3 * size)}z" fill="${colours.ink}"/>`;
  const letter = textAt(north, x + 1.1 * size, y, size, 'strong', colours.ink);
  const left = x + 1.1 * size + measureText(north, 'strong', size) + 0.9 * size;
  const [top, bottom] = [y - 0.12 * size, y + 0.28 * size];
  const half = 0.75 * ratio;
  const bar = `<path data-part="scale" data-length="${pixel(scalePixels)}" d="M${pixel(left + half)} ${pixel(top)}V${pixel(bottom)}H${pixel(left + scalePixels - half)}V${pixel(top)}" fill="none" stroke="${colours.ink}" stroke-width="${pixel(2 * half)}"/>`;
  return arrow + letter + bar + textAt(scaleLabel, left + scalePixels + 0.6 * size, y, size, 'regular', colours.ink);
}

/** Title, mark, and the lines at the lower edge. */
export function drawFurniture(setting: Setting, widthPixels: number, heightPixels: number): string {
  const { furniture: { colours }, layout, ratio } = setting;
  const { frame, size, titleSize, title, footer } = layout;
  const band = (y: number, height: number): string => `<rect y="${pixel(y)}" width="${pixel(widthPixels)}" height="${pixel(height)}" fill="${colours.paper}"/>`;
  const rule = (y: number): string => `<path d="M0 ${pixel(y)}H${pixel(widthPixels)}" stroke="${colours.line}" stroke-width="${pixel(ratio)}"/>`;
  const bottom = frame.y + frame.height;
  const head = title === null ? '' : [
    band(0, frame.y), rule(frame.y),
    ...title.block.lines.map((line, i) => textAt(line, size, title.height / 2 + (i - (title.block.lines.length - 1) / 2) * LINE_EMS * titleSize, titleSize, 'strong', colours.ink)),
    title.markWidth === 0 ? '' : drawMark(setting, widthPixels - size - title.markWidth, title.height / 2, title.markWidth),
  ].join('');
  const foot = footer.map((item) => {
    if (item.kind === 'scale') return drawScale(setting, item);
    return item.kind === 'mark' ? drawMark(setting, item.x, item.y, item.width) : textAt(item.text, item.x, item.y, size, 'regular', colours.quiet);
  }).join('');
  return `<g data-part="furniture">${head}${band(bottom, heightPixels - bottom)}${rule(bottom)}${foot}</g>`;
}
