import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeText } from './feature-file';

const share = z.number().min(0).max(1.001).nullish();
const sourceSchema = z.object({
  mapping: z.array(
    z.object({
      old_code: z.string(),
      old_name: z.string(),
      successors: z.array(
        z.object({
          new_code: z.string(),
          new_name: z.string(),
          relation: z.enum(['whole', 'part']),
          overlap_share_raw: share,
          overlap_share_fitted: share,
          overlap_share_osm: share,
        }),
      ),
    }),
  ),
});
type Successor = z.output<typeof sourceSchema>['mapping'][number]['successors'][number];

/** Best available share: OpenStreetMap and the unfitted base are independent of the succession list, the fitted lines are not. */
function bestShare(successor: Successor): { share: number | null; shareBasis: string | null } {
  const candidates = [
    ['osm', successor.overlap_share_osm],
    ['fitted', successor.overlap_share_fitted],
    ['raw', successor.overlap_share_raw],
  ] as const;
  for (const [shareBasis, value] of candidates) if (typeof value === 'number') return { share: value, shareBasis };
  return { share: null, shareBasis: null };
}

/** Bạch Long Vĩ was a district without communes: its old code has three digits, it has no ward to succeed and is left out. */
const WARD_CODE = /^\d{5}$/;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Writes `succession.json`: one row per old ward and successor, sorted by both codes; returns the number of rows. */
export function importSuccession(sourceFolder: string, dataFolder: string): number {
  const text = readFileSync(join(sourceFolder, 'ward-succession.json'), 'utf8');
  const rows = sourceSchema
    .parse(JSON.parse(text))
    .mapping.filter((old) => WARD_CODE.test(old.old_code))
    .flatMap((old) =>
      old.successors.map((successor) => ({
        fromEdition: 'hn-hp-pre2025',
        fromCode: old.old_code,
        fromName: old.old_name.normalize('NFC'),
        toEdition: 'hn-hp-2025',
        toCode: successor.new_code,
        toName: successor.new_name.normalize('NFC'),
        relation: successor.relation,
        ...bestShare(successor),
      })),
    )
    .sort((a, b) => compare(a.fromCode, b.fromCode) || compare(a.toCode, b.toCode));
  writeText(join(dataFolder, 'editions', 'succession.json'), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
  return rows.length;
}
