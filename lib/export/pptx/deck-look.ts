import type { ExportTheme } from '../../domain/export-file';

/** Colours of slides (hexadecimal, without #) and of what is drawn on them. */
export interface DeckLook {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  /** Lines of tables and axes. */
  readonly line: string;
  readonly accent: string;
  readonly headFill: string;
  readonly headInk: string;
  readonly bandFill: string;
  /** Five, told apart by lightness too; lines also by their dash. */
  readonly series: readonly string[];
  /** Thickness of lines in charts, points. */
  readonly linePoints: number;
}

/** The looks; contrast of text is at least 7 : 1, of drawn lines 3 : 1 (a test computes it). */
export const DECK_LOOKS: Readonly<Record<ExportTheme, DeckLook>> = {
  light: {
    paper: 'FFFFFF', ink: '1B1425', quiet: '4A4453', line: 'BDB7C7', accent: '4A1D82', headFill: 'EFE8F8', headInk: '2E0F57', bandFill: 'F8F6FB',
    series: ['4A1D82', 'B06A00', '0068A5', '007A5A', 'A8527F'], linePoints: 2.5,
  },
  dark: {
    paper: '12161D', ink: 'F3F0F9', quiet: 'C9C4D6', line: '4B5362', accent: 'CFB0FF', headFill: '2B2240', headInk: 'F0E6FF', bandFill: '191E27',
    series: ['CFB0FF', 'EEB038', '4FABE6', '2FC096', 'E59AC6'], linePoints: 2.5,
  },
  projector: {
    paper: 'FFFFFF', ink: '000000', quiet: '1F1F1F', line: '6B6B6B', accent: '35006B', headFill: '1A1A1A', headInk: 'FFFFFF', bandFill: 'FFFFFF',
    series: ['35006B', '9A4A00', '003F73', '00573F', '7A1F5C'], linePoints: 4,
  },
};

/** On every PowerPoint and with all Vietnamese letters; the product's own Be Vietnam Pro is on few computers. */
export const DECK_FONT = 'Arial';

/** Sizes of text in points: what is read from the room, cells and axes, and what is looked up. */
export const SIZES = { headline: 32, headlineLeast: 28, text: 24, cell: 20, cellLeast: 18, axis: 18, foot: 14, footLeast: 12 } as const;

/** Dashes of lines in their order, as DrawingML names them. */
export const DASHES = ['solid', 'dash', 'sysDot', 'lgDashDot', 'sysDash'] as const;
