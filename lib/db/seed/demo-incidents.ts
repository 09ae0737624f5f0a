import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { INCIDENT_SOURCES, INCIDENT_STATUSES } from '../../domain/incident';
import { instantSchema } from '../../domain/instant';
import { assessPoint } from '../../rules/assess-point';
import type { RuleBook } from '../../rules/rule-book';
import { unwrap } from '../api-error';
import type { DatabaseClient } from '../clients';
import type { Json } from '../database.types';
import { toIncidentRow } from '../incident-row';

/** An empty field of the file is a value that is not there. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const rowSchema = z.object({
  id: z.uuid(),
  category: z.string().min(1),
  occurredAt: instantSchema,
  occurredUntil: optional(instantSchema),
  lon: z.coerce.number(),
  lat: z.coerce.number(),
  detectedBy: optional(z.string()),
  detectedAt: optional(instantSchema),
  reportedAt: optional(instantSchema),
  source: z.enum(INCIDENT_SOURCES),
  status: z.enum(INCIDENT_STATUSES),
  accuracyM: optional(z.coerce.number()),
  summary: optional(z.string()),
});
type DemoRow = z.output<typeof rowSchema>;

/** Rows sent at once: a request of about 2 MB. */
const BATCH = 1_000;

/** The ends of the spans in which some of them occurred, by id; none when the file is not there. */
function readUncertainTimes(dataFolder: string): ReadonlyMap<string, string> {
  const file = join(dataFolder, 'demo', 'uncertain-times.csv');
  const rows: unknown = existsSync(file) ? parse(readFileSync(file), { columns: true, bom: true }) : [];
  return new Map(z.array(z.object({ id: z.uuid(), occurredUntil: instantSchema })).parse(rows).map(({ id, occurredUntil }) => [id, occurredUntil]));
}

/** The demonstration incidents that are shipped; none when the file is not there. */
export function readDemoIncidents(dataFolder: string): DemoRow[] {
  const file = join(dataFolder, 'demo', 'incidents.csv');
  if (!existsSync(file)) return [];
  const rows: object[] = parse(readFileSync(file), { columns: true, bom: true });
  const ends = readUncertainTimes(dataFolder);
  return z.array(rowSchema).parse(rows.map((row) => ({ ...row, occurredUntil: ends.get((row as { id?: string }).id ?? '') ?? '' })));
}

function assess(rules: RuleBook, row: DemoRow): Record<string, Json> {
  const { id, status, reportedAt, ...report } = row;
  const detections = row.detectedBy === undefined ? [] : [{ wardCode: row.detectedBy, at: row.detectedAt ?? null }];
  const result = assessPoint(rules, { position: [row.lon, row.lat], at: row.occurredAt, detections });
  if (result.kind === 'no_edition') throw new Error(`demonstration incident ${id}: no boundary edition covers ${row.occurredAt}`);
  return toIncidentRow({ id, report, assessment: result.assessment, status, reportedAt });
}

/** Assesses and writes incidents in batches; known ids are skipped, so that a broken-off load can go on. Returns how many are new. */
export async function loadDemoIncidents(service: DatabaseClient, rules: RuleBook, rows: readonly DemoRow[], progress: (done: number) => void): Promise<number> {
  let added = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    const incidents = batch.map((row) => assess(rules, row));
    added += unwrap('loading demonstration incidents', await service.rpc('import_incidents', { payload: { incidents, actor: null } }));
    progress(start + batch.length);
  }
  return added;
}
