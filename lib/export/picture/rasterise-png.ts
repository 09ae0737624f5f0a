import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { PICTURE_FAMILY, PICTURE_FONT_FILES } from './picture-fonts';

/** Size of the pixels of a picture. */
export interface Raster {
  readonly widthPixels: number;
  readonly dpi: number;
}

const SIGNATURE_AND_HEADER_BYTES = 8 + 25;
const INCHES_PER_METRE = 39.370_078_74;

/** The PNG chunk that says how large a pixel is on paper. */
function buildPhysicalChunk(dpi: number): Uint8Array {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dpi * INCHES_PER_METRE);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, 1);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/**
 * Makes a PNG of an SVG with the shipped fonts and no others, so that equal text gives equal bytes on every machine.
 *
 * `dpi` is written into the file (PNG chunk pHYs); it changes no pixel.
 */
export function rasterisePng(svg: string, { widthPixels, dpi }: Raster): Uint8Array {
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: widthPixels },
    font: { loadSystemFonts: false, fontFiles: Object.values(PICTURE_FONT_FILES), defaultFontFamily: PICTURE_FAMILY, sansSerifFamily: PICTURE_FAMILY },
    logLevel: 'off',
  });
  const png = new Uint8Array(resvg.render().asPng());
  const physical = buildPhysicalChunk(dpi);
  const whole = new Uint8Array(png.length + physical.length);
  whole.set(png.subarray(0, SIGNATURE_AND_HEADER_BYTES));
  whole.set(physical, SIGNATURE_AND_HEADER_BYTES);
  whole.set(png.subarray(SIGNATURE_AND_HEADER_BYTES), SIGNATURE_AND_HEADER_BYTES + physical.length);
  return whole;
}
