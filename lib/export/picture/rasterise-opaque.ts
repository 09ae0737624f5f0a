import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { PICTURE_FAMILY, PICTURE_FONT_FILES } from './picture-fonts';

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** Each row as its difference from the row above it. */
const FILTER_UP = 2;
/** Three bytes a pixel: red, green, blue. */
const TRUE_COLOUR = 2;

function buildChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}

function filterRows(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(height * (1 + 3 * width));
  let at = 0;
  for (let y = 0; y < height; y++) {
    rows[at++] = FILTER_UP;
    for (let x = 0; x < width; x++) {
      for (let part = 0; part < 3; part++) {
        const place = 4 * (y * width + x) + part;
        rows[at++] = (pixels[place] ?? 0) - (y === 0 ? 0 : (pixels[place - 4 * width] ?? 0));
      }
    }
  }
  return rows;
}

/**
 * A PNG without transparency, for documents: a PDF takes its bytes as they are, in their order, where it would take one with an
 * alpha channel apart at its leisure, so that equal documents have equal bytes.
 *
 * Limits: the picture must cover its whole ground, as maps do.
 */
export function rasteriseOpaque(svg: string, widthPixels: number): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: widthPixels }, logLevel: 'off',
    font: { loadSystemFonts: false, fontFiles: Object.values(PICTURE_FONT_FILES), defaultFontFamily: PICTURE_FAMILY, sansSerifFamily: PICTURE_FAMILY },
  }).render();
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, image.width);
  view.setUint32(4, image.height);
  header.set([8, TRUE_COLOUR, 0, 0, 0], 8);
  const data = deflateSync(filterRows(new Uint8Array(image.pixels), image.width, image.height));
  return Buffer.concat([Uint8Array.from(SIGNATURE), buildChunk('IHDR', header), buildChunk('IDAT', data), buildChunk('IEND', new Uint8Array())]);
}
