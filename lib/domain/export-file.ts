import { z } from 'zod';
import type { Instant } from './instant';

/** Kinds of files that the server makes; every one goes through the same queue. */
export const EXPORT_FORMS = ['pptx', 'pdf', 'xlsx', 'png'] as const;
export type ExportForm = (typeof EXPORT_FORMS)[number];

/** Looks of pictures and documents: two for screens, one of high contrast for a washed-out projector. */
export const EXPORT_THEMES = ['light', 'dark', 'projector'] as const;
export type ExportTheme = (typeof EXPORT_THEMES)[number];

const size = z.strictObject({
  /** Pixels. */
  width: z.int().min(320).max(8_000).default(1_920),
  height: z.int().min(240).max(8_000).default(1_080),
  /** Written into the file, and the scale of text and lines: 96 draws them as on a screen. */
  dpi: z.int().min(72).max(600).default(96),
});

/** What is exported: a whole briefing, one of its slides' maps, or the map of a page of the product by its path (map, zone, analysis run). */
const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('briefing'), id: z.uuid() }),
  z.strictObject({ kind: z.literal('slide'), id: z.uuid(), slide: z.string().min(1).max(80) }),
  z.strictObject({ kind: z.literal('page'), path: z.string().max(2_000).regex(/^\/[a-z]/, 'is a path of this product') }),
]);

/** Body of `POST /api/exports`. The same `id` twice makes one file. */
export const newExportSchema = z.strictObject({
  id: z.uuid().optional(),
  form: z.enum(EXPORT_FORMS),
  source,
  language: z.enum(['vi', 'en']).default('vi'),
  theme: z.enum(EXPORT_THEMES).default('light'),
  /** Made for outside the building: points are moved, small counts suppressed, free text left out. */
  masked: z.boolean().default(false),
  size: size.default({ width: 1_920, height: 1_080, dpi: 96 }),
}).refine(({ form, source: { kind } }) => (kind === 'briefing') === (form !== 'png'), { path: ['form'], message: 'a briefing becomes pptx, pdf or xlsx; a slide or a page becomes png' });
export type NewExport = z.output<typeof newExportSchema>;
export type ExportSource = NewExport['source'];

export const EXPORT_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A file that is made or was made, as `GET /api/exports/{id}` answers; its bytes are at `/api/exports/{id}/content`. */
export interface ExportFile {
  readonly id: string;
  readonly form: ExportForm;
  readonly state: ExportState;
  /** 0 to 1. */
  readonly progress: number;
  readonly failure: string | null;
  readonly fileName: string;
  readonly bytes: number | null;
  /** SHA-256 of the bytes. */
  readonly digest: string | null;
  readonly createdAt: Instant;
}
