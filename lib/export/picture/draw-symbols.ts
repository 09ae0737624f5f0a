import type { MapImage } from '../../layers/map-images';
import { fontAttributes } from './picture-fonts';
import type { PlacedSymbol, PlacedText } from './place-symbols';
import type { StyleValues } from './style-values';
import { pixel } from './svg-path';
import { escapeText } from './svg-text';
import { BASELINE_EMS, LINE_EMS } from './text-block';

const thousandths = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** An image of the map as SVG around the origin. */
export function drawImage({ parts }: MapImage): string {
  return parts.map(({ d, fill, stroke, widthPixels = 1, roundEnds = false }) => {
    const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${thousandths(widthPixels)}" stroke-linejoin="round"${roundEnds ? ' stroke-linecap="round"' : ''}`;
    return `<path d="${d}" fill="${fill ?? 'none'}"${line}/>`;
  }).join('');
}

function drawText({ block, x, y, size, spacingEms, degrees }: PlacedText, attributes: string): string {
  const turn = degrees === 0 ? '' : ` transform="rotate(${thousandths(degrees)} ${pixel(x)} ${pixel(y)})"`;
  const spacing = spacingEms === 0 ? '' : ` letter-spacing="${pixel(spacingEms * size)}"`;
  return block.lines.map((line, i) => {
    const baseline = y + ((i - (block.lines.length - 1) / 2) * LINE_EMS + BASELINE_EMS) * size;
    return `<text x="${pixel(x)}" y="${pixel(baseline)}" font-size="${pixel(size)}"${spacing}${attributes}${turn}>${escapeText(line)}</text>`;
  }).join('');
}

/** The symbols of a layer; `idOf` names an image that the picture defines once. */
export function drawSymbols(values: StyleValues, symbols: readonly PlacedSymbol[], ratio: number, idOf: (image: string) => string): string {
  return symbols.map(({ feature, icon, text }) => {
    const opacity = values.number('icon-opacity', feature);
    const drawnIcon = icon === null ? '' : `<use href="#${idOf(icon.id)}" transform="translate(${pixel(icon.x)} ${pixel(icon.y)})scale(${thousandths(icon.scale)})"${opacity < 1 ? ` opacity="${thousandths(opacity)}"` : ''}/>`;
    if (text === null) return drawnIcon;
    const [colour, halo] = [values.colour('text-color', feature), values.colour('text-halo-color', feature)];
    const haloWidth = values.number('text-halo-width', feature) * ratio;
    const around = haloWidth > 0 && halo.alpha > 0 ? ` stroke="${halo.hex}"${halo.alpha < 1 ? ` stroke-opacity="${thousandths(halo.alpha)}"` : ''} stroke-width="${pixel(2 * haloWidth)}" stroke-linejoin="round" paint-order="stroke"` : '';
    return `${drawnIcon}${drawText(text, ` ${fontAttributes(text.font)} text-anchor="middle" fill="${colour.hex}"${around}`)}`;
  }).join('');
}
