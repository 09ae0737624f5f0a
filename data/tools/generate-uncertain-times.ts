/**
 * Writes `data/demo/uncertain-times.csv`: demonstration incidents of which only a span of time is known. ASSUMED, not observed: a theft
 * that a resident reported three hours or more after it began, and no unit detected, was found out 10 to 60 minutes before the report.
 * Usage: npx tsx data/tools/generate-uncertain-times.ts, then refresh-checksums.ts. Same incidents, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const rowSchema = z.object({ id: z.string(), category: z.string(), occurredAt: z.string(), detectedBy: z.string(), reportedAt: z.string(), source: z.string() });

const LEAST_HOURS = 3;
const OFFSET_MS = 7 * 3_600_000;
/** 10 to 60 minutes, chosen by the incident's id. */
const minutesOf = (id: string): number => 10 + (parseInt(id.slice(0, 8), 16) % 51);

/** The file's text for the demonstration incidents of a data folder. */
export function formatUncertainTimes(dataFolder: string): string {
  const rows = z.array(rowSchema).parse(parse(readFileSync(join(dataFolder, 'demo', 'incidents.csv')), { columns: true, bom: true }));
  const lines = rows.flatMap(({ id, category, occurredAt, detectedBy, reportedAt, source }) => {
    if (category !== 'theft' || source !== 'resident' || detectedBy !== '') return [];
    const reportedMs = Date.parse(reportedAt);
    if (!(reportedMs - Date.parse(occurredAt) >= LEAST_HOURS * 3_600_000)) return [];
    const until = new Date(reportedMs - minutesOf(id) * 60_000 + OFFSET_MS).toISOString().slice(0, 19);
    return [`${id},${until}+07:00`];
  });
  return ['id,occurredUntil', ...lines, ''].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dataFolder = join(import.meta.dirname, '..');
  writeFileSync(join(dataFolder, 'demo', 'uncertain-times.csv'), formatUncertainTimes(dataFolder));
}
