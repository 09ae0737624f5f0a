import type { ExportTheme } from '../../domain/export-file';
import type { Instant } from '../../domain/instant';
import type { Language } from '../../format/language';

/** Size and looks of a picture, and what stands around the map. */
export interface PictureOptions {
  readonly widthPixels: number;
  readonly heightPixels: number;
  /** Scale of text and lines: 96 draws them as on a screen. Without effect where `projected`. */
  readonly dpi: number;
  /** Read at six metres: text of at least 24 px and borders of at least 3 px on a picture 1,920 pixels wide, in proportion on others. */
  readonly projected: boolean;
  readonly theme: ExportTheme;
  readonly language: Language;
  readonly title: string | null;
  /** The mark of who may hold it, in words; null leaves it out. */
  readonly mark: string | null;
  /** As of when the data are; null leaves it out. */
  readonly asOf: Instant | null;
  /** Further lines: number of the snapshot, period, that points were moved. */
  readonly notes: readonly string[];
  /** Without legend, notes and attribution at the lower edge: who shows the picture says them beside it (`listSmallPrint`). */
  readonly bare?: boolean;
  /** Whether near points become a disc with a count; absent: many do, few do not. */
  readonly grouped?: boolean;
}

const PROJECTED_WIDTH = 1_920;
const PROJECTED = { ratio: 1.8, text: 24, border: 3 } as const;
const SCREEN_DPI = 96;

/** How many picture pixels a pixel of the layers takes, and the least sizes. */
export function pixelsOf({ widthPixels, heightPixels, dpi, projected }: Pick<PictureOptions, 'widthPixels' | 'heightPixels' | 'dpi' | 'projected'>): { readonly pixelRatio: number; readonly leastTextPixels: number; readonly leastBorderPixels: number } {
  if (!projected) return { pixelRatio: dpi / SCREEN_DPI, leastTextPixels: 0, leastBorderPixels: 0 };
  const share = Math.max(widthPixels, (heightPixels * 16) / 9) / PROJECTED_WIDTH;
  return { pixelRatio: PROJECTED.ratio * share, leastTextPixels: PROJECTED.text * share, leastBorderPixels: PROJECTED.border * share };
}
