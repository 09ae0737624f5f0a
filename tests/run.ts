/**
 * `npm test`: type check, lint, then every suite, each told in one line; the last line is `N passed, N failed`.
 *
 * Nothing is skipped to pass: a suite that ran no test, or skipped one, counts as failed. The database suite runs on the
 * embedded PostgreSQL and, when DATABASE_URL is set, once more on that server.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireChromium } from './helpers/chromium';

interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
}

const reports = mkdtempSync(join(tmpdir(), 'giap-ranh-tests-'));
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', LITE_TELEMETRY: '0', FORCE_COLOR: '0' };

/** Runs a program of node_modules/.bin and waits; its output goes to ours. */
function run(program: string, args: readonly string[], extra: Readonly<Record<string, string>> = {}): number {
  const result = spawnSync(join('node_modules', '.bin', program), args, {
    stdio: 'inherit',
    env: { ...environment, ...extra },
    shell: process.platform === 'win32',
  });
  return result.status ?? 1;
}

function check(name: string, program: string, args: readonly string[]): Tally {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const ok = run(program, args) === 0;
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds: (performance.now() - start) / 1000 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** Failures of a vitest run: failed, skipped and to-do tests, and files that broke before their first test. */
function countFailures(report: VitestReport): number {
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles;
}

function vitest(name: string, project: string, extra: Readonly<Record<string, string>> = {}): Tally {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const file = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = run('vitest', args, extra);
  const seconds = (performance.now() - start) / 1000;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    const failed = countFailures(report);
    const silent = report.numPassedTests === 0 || (status !== 0 && failed === 0);
    return { name, passed: report.numPassedTests, failed: failed + (silent ? 1 : 0), seconds };
  } catch {
    console.error(`${name}: vitest left no report (exit ${String(status)})`);
    return { name, passed: 0, failed: 1, seconds };
  }
}

function main(): number {
  const chromium = requireChromium();
  console.log(`browser tests will use ${chromium}`);
  const server = process.env['DATABASE_URL'];
  const tallies = [
    check('type check', 'tsc', ['--noEmit', '-p', '.']),
    check('lint', 'eslint', ['.', '--max-warnings', '0']),
    vitest('unit, property and architecture tests', 'unit'),
    vitest('database tests, embedded PostgreSQL', 'database', { DATABASE_URL: '' }),
    ...(server === undefined || server === '' ? [] : [vitest('database tests, PostgreSQL at DATABASE_URL', 'database')]),
    vitest('browser tests', 'browser', { CHROME_PATH: chromium, DATABASE_URL: '' }),
  ];
  rmSync(reports, { recursive: true, force: true });
  console.log('');
  for (const { name, passed, failed, seconds } of tallies) {
    console.log(`${name}: ${String(passed)} ok, ${String(failed)} not ok, ${seconds.toFixed(0)} s`);
  }
  if (server === undefined || server === '') console.log('PostgreSQL 15: not run, DATABASE_URL is not set (.ci/run sets it)');
  const sum = (key: 'passed' | 'failed'): number => tallies.reduce((total, one) => total + one[key], 0);
  console.log(`${String(sum('passed'))} passed, ${String(sum('failed'))} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

process.exitCode = main();
