import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { instantSchema } from '../../domain/instant';
import type { RuleBook } from '../../rules/rule-book';
import { applyChange } from '../apply-change';
import type { DatabaseClient } from '../clients';

const rowSchema = z.object({ id: z.uuid(), detectedBy: z.string(), detectedAt: instantSchema, reportedAt: instantSchema });

/** A later report of an earlier detection of a demonstration incident. */
export type LateReport = z.output<typeof rowSchema>;

/** The late reports that are shipped; none when the file is not there. */
export function readLateReports(dataFolder: string): LateReport[] {
  const file = join(dataFolder, 'demo', 'late-reports.csv');
  return existsSync(file) ? z.array(rowSchema).parse(parse(readFileSync(file), { columns: true, bom: true })) : [];
}

/** Records late reports as the server records those of an officer. Those known already are skipped. Returns how many are new. */
export async function loadLateReports(service: DatabaseClient, rules: RuleBook, reports: readonly LateReport[]): Promise<number> {
  let added = 0;
  for (const { id, detectedBy, detectedAt, reportedAt } of reports) {
    const change = { verb: 'detection', ward: detectedBy, detectedAt, recordedAt: reportedAt } as const;
    const result = await applyChange({ service, rules }, { id, seenVersion: null, change }, null);
    if (result.kind === 'changed') added++;
    // A load that was broken off goes on: what it recorded before is refused as known.
    else if (result.kind !== 'refused') throw new Error(`late report of incident ${id}: ${result.kind}`);
  }
  return added;
}
