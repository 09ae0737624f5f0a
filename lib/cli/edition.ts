/** `npm run edition`: look at an edition of ward boundaries with the quality gate, or load it into the database. */
import './start/require-node';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import { buildInProcessBackend } from '../db/backend';
import { createServiceClient } from '../db/clients';
import { readEditionFiles, type EditionFiles } from '../db/seed/edition-files';
import { loadEdition, type LoadEditionResult } from '../db/seed/load-edition';
import { checkEdition } from '../geo/quality-gate/check-edition';
import type { QualityIssue, QualityReport } from '../geo/quality-gate/quality-report';
import { readDatabaseConfiguration, withDatabase } from './database-access';
import { runCommand } from './run-command';
import { UsageError } from './usage-error';

const USAGE = 'npm run edition -- check WARDS.geojson | load FOLDER (with edition.json and wards.geojson; stop the server first)';

function describeIssue({ severity, kind, codes, position, size, message }: QualityIssue): string {
  const place = position === null ? '' : ` at ${position[0].toFixed(6)}, ${position[1].toFixed(6)}`;
  const extent = size === null ? '' : ` (${size.value.toFixed(1)} ${size.unit === 'm2' ? 'm²' : 'm'})`;
  return `${severity === 'refuse' ? 'REFUSED' : 'warning'}  ${kind}  ${codes.join(' ')}${place}${extent}: ${message}`;
}

function printReport({ verdict, wardCount, issues, issueCount }: QualityReport): void {
  for (const issue of issues) process.stdout.write(`${describeIssue(issue)}\n`);
  const unlisted = issueCount - issues.length;
  process.stdout.write(`${String(wardCount)} wards, ${String(issueCount)} findings${unlisted > 0 ? ` (${String(unlisted)} not listed)` : ''}: ${verdict === 'accept' ? 'can be used' : 'can NOT be used'}\n`);
}

async function check(path: string): Promise<QualityReport> {
  let features: unknown;
  try {
    features = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`can not read ${path}: ${(error as NodeJS.ErrnoException).code ?? 'not valid JSON'}`);
  }
  return checkEdition(features);
}

function readFolder(folder: string): EditionFiles {
  try {
    return readEditionFiles(folder);
  } catch (error) {
    if (error instanceof ZodError) {
      const [issue] = error.issues;
      throw new UsageError(`${folder}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not an edition'}`);
    }
    throw new UsageError(`can not read ${join(folder, '{edition.json,wards.geojson}')}: ${(error as NodeJS.ErrnoException).code ?? 'not valid JSON'}`);
  }
}

/** Loads an edition; what was there stays when the gate refuses it or the database does. */
async function load(folder: string): Promise<LoadEditionResult> {
  const files = readFolder(folder);
  return withDatabase(readDatabaseConfiguration(), async (opened) => {
    const backend = buildInProcessBackend({ tier: opened.tier, databaseUrl: opened.apiUrl, ...opened.secrets });
    try {
      return await loadEdition(createServiceClient(backend), files);
    } finally {
      await backend.close();
    }
  });
}

await runCommand('edition', async () => {
  const { positionals: [verb, path, ...rest] } = parseArgs({ allowPositionals: true });
  if (path === undefined || rest.length > 0 || (verb !== 'check' && verb !== 'load')) throw new UsageError(`usage: ${USAGE}`);
  const result = verb === 'check' ? { kind: 'checked', report: await check(resolve(path)) } : await load(resolve(path));
  printReport(result.report);
  if (result.kind === 'loaded') process.stdout.write('loaded; a server takes it up when it starts\n');
  if (result.kind === 'refused') process.stdout.write('not loaded; the edition that was there is untouched\n');
  process.exitCode = result.report.verdict === 'accept' ? 0 : 1;
});
