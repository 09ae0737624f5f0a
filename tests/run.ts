/**
 * `npm test`: type check, lint, then every suite, each told in one line; the last line is `N passed, N failed`.
 *
 * Nothing is skipped to pass: a suite that ran no test, or skipped one, counts as failed. The database suite runs on the
 * embedded PostgreSQL and, when DATABASE_URL is set, once more on that server.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireChromium } from './helpers/chromium';
import { requireOffice, requirePoppler } from './helpers/documents';

interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** What failed, by name, so that it stands at the end of a long output too. */
  readonly failures: readonly string[];
}

const reports = mkdtempSync(join(tmpdir(), 'giap-ranh-tests-'));
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', LITE_TELEMETRY: '0', FORCE_COLOR: '0' };

/** Runs a program of node_modules/.bin; what it says is told in one piece when it has ended, for two may run side by side. */
async function run(name: string, program: string, args: readonly string[], extra: Readonly<Record<string, string>> = {}): Promise<number> {
  console.log(`── ${name} …`);
  const child = spawn(join('node_modules', '.bin', program), args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, ...extra }, shell: process.platform === 'win32' });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => { said.push(piece); });
  const status = await new Promise<number>((resolve) => {
    child.once('error', (error) => { said.push(Buffer.from(`${error.message}\n`)); resolve(1); });
    child.once('close', (code) => { resolve(code ?? 1); });
  });
  console.log(`\n── ${name}\n${Buffer.concat(said).toString()}`);
  return status;
}

async function check(name: string, program: string, args: readonly string[]): Promise<Tally> {
  const start = performance.now();
  const ok = (await run(name, program, args)) === 0;
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds: (performance.now() - start) / 1000, failures: ok ? [] : [name] };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages?: readonly string[] }[];
  }[];
}

/** What did not pass, each with the first line of its reason. */
const listFailures = ({ testResults }: VitestReport): string[] => testResults.flatMap(({ name, status, assertionResults }) => [
  ...(status === 'failed' && assertionResults.length === 0 ? [`${name}: broke before its first test`] : []),
  ...assertionResults.filter((one) => one.status !== 'passed').map((one) => `${one.fullName} (${one.status}): ${one.failureMessages?.[0]?.split('\n')[0] ?? ''}`),
]);

/** Failures of a vitest run: failed, skipped and to-do tests, and files that broke before their first test. */
function countFailures(report: VitestReport): number {
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles;
}

async function vitest(name: string, project: string, extra: Readonly<Record<string, string>> = {}): Promise<Tally> {
  const start = performance.now();
  const file = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await run(name, 'vitest', args, extra);
  const seconds = (performance.now() - start) / 1000;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    const failed = countFailures(report);
    const silent = report.numPassedTests === 0 || (status !== 0 && failed === 0);
    return { name, passed: report.numPassedTests, failed: failed + (silent ? 1 : 0), seconds, failures: listFailures(report) };
  } catch {
    console.error(`${name}: vitest left no report (exit ${String(status)})`);
    return { name, passed: 0, failed: 1, seconds, failures: [`${name}: no report`] };
  }
}

async function main(): Promise<number> {
  const chromium = requireChromium();
  console.log(`browser tests will use ${chromium}`);
  console.log(`tests of documents will use ${requireOffice()} and ${requirePoppler().pdftotext}`);
  const server = process.env['DATABASE_URL'];
  // Two at a time where each keeps about one core busy; browsers have the machine to themselves.
  const checks = await Promise.all([check('type check', 'tsc', ['--noEmit', '-p', '.']), check('lint', 'eslint', ['.', '--max-warnings', '0'])]);
  const unit = await vitest('unit, property and architecture tests', 'unit');
  const databases = await Promise.all([
    vitest('database tests, embedded PostgreSQL', 'database', { DATABASE_URL: '' }),
    ...(server === undefined || server === '' ? [] : [vitest('database tests, PostgreSQL at DATABASE_URL', 'database')]),
  ]);
  const tallies = [...checks, unit, ...databases, await vitest('browser tests', 'browser', { CHROME_PATH: chromium, DATABASE_URL: '' })];
  rmSync(reports, { recursive: true, force: true });
  console.log('');
  for (const { name, passed, failed, seconds } of tallies) {
    console.log(`${name}: ${String(passed)} ok, ${String(failed)} not ok, ${seconds.toFixed(0)} s`);
  }
  if (server === undefined || server === '') console.log('PostgreSQL 15: not run, DATABASE_URL is not set (.ci/run sets it)');
  for (const failure of tallies.flatMap(({ failures }) => failures)) console.log(`not ok: ${failure}`);
  const sum = (key: 'passed' | 'failed'): number => tallies.reduce((total, one) => total + one[key], 0);
  console.log(`${String(sum('passed'))} passed, ${String(sum('failed'))} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

process.exitCode = await main();
