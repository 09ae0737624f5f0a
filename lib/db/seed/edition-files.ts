import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';
import { daySchema } from '../../domain/instant';

const editionSchema = z.looseObject({
  id: z.string(),
  title: z.string(),
  titleEn: z.string().default(''),
  effectiveFrom: daySchema,
  effectiveTo: daySchema.nullable(),
  effectiveNote: z.string().default(''),
  source: z.string(),
  licence: z.string(),
  accuracyNote: z.string().default(''),
});

const wardSchema = z.object({
  properties: z.looseObject({
    code: z.string(),
    name: z.string(),
    kind: z.string(),
    provinceCode: z.string(),
    provinceName: z.string(),
    districtName: z.string().nullish(),
    lineSource: z.string().default(''),
  }),
  // What the rings are worth is the quality gate's question.
  geometry: z.custom<Polygon | MultiPolygon>((value) => {
    const type: unknown = (value as { type?: unknown } | null)?.type;
    return type === 'Polygon' || type === 'MultiPolygon';
  }, 'a ward is a Polygon or a MultiPolygon'),
});
const collectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(wardSchema).min(1) });

/** An edition as its folder holds it. */
export interface EditionFiles {
  readonly edition: z.output<typeof editionSchema>;
  readonly wards: readonly z.output<typeof wardSchema>[];
  /** SHA-256 of `wards.geojson`, hexadecimal. */
  readonly checksum: string;
}

/**
 * Reads `edition.json` and `wards.geojson` of a folder.
 *
 * @throws when a file is missing or not of that form.
 */
export function readEditionFiles(folder: string): EditionFiles {
  const wardsText = readFileSync(join(folder, 'wards.geojson'));
  return {
    edition: editionSchema.parse(JSON.parse(readFileSync(join(folder, 'edition.json'), 'utf8'))),
    wards: collectionSchema.parse(JSON.parse(wardsText.toString('utf8'))).features,
    checksum: createHash('sha256').update(wardsText).digest('hex'),
  };
}
