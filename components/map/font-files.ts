import type { FontFacesSpecification } from '@maplibre/maplibre-gl-style-spec';
import { REGULAR_FONT, STRONG_FONT } from '@/lib/layers/map-fonts';

/** `U+0102-0103,U+0110` → a list, as the style wants it. */
const VIETNAMESE = ['U+0102-0103', 'U+0110-0111', 'U+0128-0129', 'U+0168-0169', 'U+01A0-01A1', 'U+01AF-01B0', 'U+0300-0301', 'U+0303-0304', 'U+0308-0309', 'U+0323', 'U+0329', 'U+1EA0-1EF9', 'U+20AB'];
const LATIN = ['U+0000-00FF', 'U+2000-206F', 'U+20AC', 'U+2122', 'U+2212'];

const files = {
  regularVietnamese: new URL('@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2', import.meta.url).toString(),
  regularLatin: new URL('@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2', import.meta.url).toString(),
  strongVietnamese: new URL('@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2', import.meta.url).toString(),
  strongLatin: new URL('@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2', import.meta.url).toString(),
};

const faces = (vietnamese: string, latin: string) => [
  { url: vietnamese, 'unicode-range': VIETNAMESE },
  { url: latin, 'unicode-range': LATIN },
];

/** Font files of the map's text, served with the page; no glyph server is asked. */
export const MAP_FONT_FACES: FontFacesSpecification = {
  [REGULAR_FONT.join()]: faces(files.regularVietnamese, files.regularLatin),
  [STRONG_FONT.join()]: faces(files.strongVietnamese, files.strongLatin),
};
