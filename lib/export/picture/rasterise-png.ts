import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { PICTURE_FAMILY, PICTURE_FONT_FILES } from './picture-fonts';

/** Size of the pixels of a picture. */
export interface Raster {
  readonly widthPixels: number;
  readonly dpi: number;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
/** Each row as its difference from the row above it. */
const FILTER_UP = 2;
/** Three bytes a pixel: red, green, blue. */
const TRUE_COLOUR = 2;
const INCHES_PER_METRE = 39.370_078_74;

function buildChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}

function buildHeader(width: number, height: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, TRUE_COLOUR, 0, 0, 0], 8);
  return header;
}

/** How large a pixel is on paper: pixels a metre, in both directions. */
function buildPhysical(dpi: number): Uint8Array {
  const physical = new Uint8Array(9);
  const view = new DataView(physical.buffer);
  const perMetre = Math.round(dpi * INCHES_PER_METRE);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  physical[8] = 1;
  return physical;
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
 * Makes a PNG of an SVG with the shipped fonts and no others, so that equal text gives equal bytes on every machine.
 *
 * Without transparency: a PDF takes its bytes as they are, in their order, where it would take one with an alpha channel apart at its
 * leisure, so that equal documents have equal bytes. `dpi` is written into the file (PNG chunk pHYs); it changes no pixel.
 * Limits: the picture must cover its whole ground, as maps do.
 */
export function rasterisePng(svg: string, { widthPixels, dpi }: Raster): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: widthPixels }, logLevel: 'off',
    font: { loadSystemFonts: false, fontFiles: Object.values(PICTURE_FONT_FILES), defaultFontFamily: PICTURE_FAMILY, sansSerifFamily: PICTURE_FAMILY },
  }).render();
  const { width, height } = image;
  const data = deflateSync(filterRows(new Uint8Array(image.pixels), width, height));
  const chunks = [buildChunk('IHDR', buildHeader(width, height)), buildChunk('pHYs', buildPhysical(dpi)), buildChunk('IDAT', data), buildChunk('IEND', new Uint8Array())];
  return new Uint8Array(Buffer.concat([Uint8Array.from(SIGNATURE), ...chunks]));
}
