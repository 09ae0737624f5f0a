import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FontMetrics } from './font-metrics';

/** The family that pictures name; a page that shows them has it too. */
export const PICTURE_FAMILY = 'Be Vietnam Pro';

const FOLDER = join(process.cwd(), 'node_modules', '@expo-google-fonts', 'be-vietnam-pro');

/** Font files of pictures, and the only ones: with system fonts, machines would draw different pictures. */
export const PICTURE_FONT_FILES = {
  regular: join(FOLDER, '400Regular', 'BeVietnamPro_400Regular.ttf'),
  strong: join(FOLDER, '600SemiBold', 'BeVietnamPro_600SemiBold.ttf'),
} as const;
export type PictureFont = keyof typeof PICTURE_FONT_FILES;

const known = new Map<PictureFont, FontMetrics>();

/** Widths of a font's letters, read once. */
export function metricsOf(font: PictureFont): FontMetrics {
  const metrics = known.get(font) ?? new FontMetrics(readFileSync(PICTURE_FONT_FILES[font]));
  known.set(font, metrics);
  return metrics;
}

/** Width in pixels of a text in NFC at a size in pixels. Accuracy: without kerning, which makes a text up to 2 % narrower. */
export function measureText(text: string, font: PictureFont, sizePixels: number): number {
  return metricsOf(font).widthOf(text.normalize('NFC')) * sizePixels;
}

/** The CSS attributes that name a font. */
export const fontAttributes = (font: PictureFont): string => `font-weight="${font === 'strong' ? '600' : '400'}"`;
