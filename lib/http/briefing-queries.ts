import { z } from 'zod';
import { EXPORT_THEMES } from '../domain/export-file';
import { LANGUAGES } from '../format/language';

/** Query of `GET /api/briefings`. */
export const briefingQuerySchema = z.strictObject({
  template: z.uuid().optional(),
  limit: z.string().regex(/^\d{1,3}$/, 'must be a number').transform(Number).pipe(z.int().min(1).max(500)).optional(),
});

/** Query of `GET /api/briefings/{id}/presentation`. */
export const presentationQuerySchema = z.strictObject({ language: z.enum(LANGUAGES).default('vi'), theme: z.enum(EXPORT_THEMES).default('light') });
