import type { LegendItem } from '../../layers/layer-context';
import { flagImage, groupImage, lateImage, signImage, type MapImage } from '../../layers/map-images';
import { drawImage } from './draw-symbols';
import { LEGEND_EMS, type LegendLayout } from './legend-layout';
import type { Box, Furniture } from './map-picture';
import { fontAttributes } from './picture-fonts';
import { pixel } from './svg-path';
import { escapeText } from './svg-text';
import { BASELINE_EMS, LINE_EMS } from './text-block';

const CLEAR = { halo: 'none' } as const;

/** The image that stands for a line of the legend; null for lines and areas. */
function imageOf(item: LegendItem, paper: string): MapImage | null {
  switch (item.kind) {
    case 'sign': {
      const colours = { halo: paper, zoneRing: item.ring ?? paper, signOutline: paper, signPaper: paper };
      return signImage(item, colours, item.ring !== null, item.hollow);
    }
    case 'group': return groupImage({ ...CLEAR, groupDisc: item.disc, groupRim: item.rim, groupZone: item.zone }, 0.35);
    case 'late': return lateImage({ ...CLEAR, late: item.colour, lateText: item.text });
    case 'flag': return flagImage({ ...CLEAR, clusterBorder: item.colour });
    case 'line':
    case 'fill': return null;
    default: return item satisfies never;
  }
}

function drawSwatch(item: LegendItem, x: number, y: number, size: number, ratio: number, leastBorder: number, paper: string): string {
  const width = (LEGEND_EMS.swatch - 0.6) * size;
  if (item.kind === 'line') {
    const stroke = Math.max(item.widthPixels * ratio, leastBorder);
    return `<line x1="${pixel(x)}" x2="${pixel(x + width)}" y1="${pixel(y)}" y2="${pixel(y)}" stroke="${item.colour}" stroke-width="${pixel(stroke)}"${item.dashed ? ` stroke-dasharray="${pixel(2.2 * stroke)} ${pixel(1.6 * stroke)}"` : ''}/>`;
  }
  if (item.kind === 'fill') {
    const height = size * 0.95;
    return `<rect x="${pixel(x)}" y="${pixel(y - height / 2)}" width="${pixel(width)}" height="${pixel(height)}" rx="${pixel(size * 0.12)}" fill="${item.colour}" fill-opacity="${String(item.opacity)}" stroke="${item.edge ?? item.colour}" stroke-width="${pixel(1.2 * ratio)}"/>`;
  }
  const image = imageOf(item, paper);
  if (image === null) return '';
  const scale = (size * 1.45) / (item.kind === 'sign' ? 26 : image.sizePixels);
  return `<g transform="translate(${pixel(x + width / 2)} ${pixel(y)})scale(${String(Math.round(scale * 1_000) / 1_000)})">${drawImage(image)}</g>`;
}

/** The legend in its place; every line drawn with the colours and widths of the map. */
export function drawLegend(layout: LegendLayout, { x, y, width, height }: Box, { legendTitle, colours }: Pick<Furniture, 'legendTitle' | 'colours'>, ratio: number, leastBorder: number): string {
  const { size, rows } = layout;
  const text = (content: string, left: number, baseline: number, font: 'regular' | 'strong'): string =>
    `<text x="${pixel(left)}" y="${pixel(baseline)}" font-size="${pixel(size)}" ${fontAttributes(font)}>${escapeText(content)}</text>`;
  const card = `<rect x="${pixel(x)}" y="${pixel(y)}" width="${pixel(width)}" height="${pixel(height)}" rx="${pixel(size * 0.35)}" fill="${colours.paper}" fill-opacity=".95" stroke="${colours.line}" stroke-width="${pixel(ratio)}"/>`;
  const lines = rows.map(({ item, block, x: left, y: top }) => {
    const swatch = drawSwatch(item, x + left, y + top + (LINE_EMS / 2) * size, size, ratio, leastBorder, colours.paper);
    return swatch + block.lines.map((line, i) => text(line, x + left + LEGEND_EMS.swatch * size, y + top + ((i + 0.5) * LINE_EMS + BASELINE_EMS) * size, 'regular')).join('');
  }).join('');
  return `<g data-part="legend" fill="${colours.ink}">${card}${text(legendTitle, x + LEGEND_EMS.edge * size, y + LEGEND_EMS.edge * size + size, 'strong')}${lines}</g>`;
}
