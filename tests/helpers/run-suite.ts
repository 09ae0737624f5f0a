import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a suite went. */
export interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** What failed, by name, so that it stands at the end of a long output too. */
  readonly failures: readonly string[];
  /** What passed only when it was tried again, by name: to be mended, not to be passed over. */
  readonly unsteady: readonly string[];
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

/** Runs a program that is right or wrong as a whole. */
export async function check(name: string, program: string, args: readonly string[]): Promise<Tally> {
  const start = performance.now();
  const ok = (await run(name, program, args)) === 0;
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds: (performance.now() - start) / 1000, failures: ok ? [] : [name], unsteady: [] };
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

type TestReport = VitestReport['testResults'][number]['assertionResults'][number];

const tellOf = ({ fullName, status, failureMessages }: TestReport): string => `${fullName} (${status}): ${failureMessages?.[0]?.split('\n')[0] ?? ''}`;

/** What did not pass, each with the first line of its reason. */
const listFailures = ({ testResults }: VitestReport): string[] => testResults.flatMap(({ name, status, assertionResults }) => [
  ...(status === 'failed' && assertionResults.length === 0 ? [`${name}: broke before its first test`] : []),
  ...assertionResults.filter((one) => one.status !== 'passed').map(tellOf),
]);

/** What passed after it had failed (vitest keeps the reason), each with the first line of that reason. */
const listUnsteady = ({ testResults }: VitestReport): string[] =>
  testResults.flatMap(({ assertionResults }) => assertionResults.filter((one) => one.status === 'passed' && (one.failureMessages?.length ?? 0) > 0).map(tellOf));

/** Failures of a vitest run: failed, skipped and to-do tests, and files that broke before their first test. */
function countFailures(report: VitestReport): number {
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return report.numFailedTests + report.numPendingTests + report.numTodoTests + brokenFiles;
}

/** Runs a project of vitest, or the files of it that `files` names, and counts what passed. */
export async function vitest(name: string, project: string, extra: Readonly<Record<string, string>> = {}, files: readonly string[] = []): Promise<Tally> {
  const start = performance.now();
  const file = join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const args = ['run', '--project', project, ...files, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await run(name, 'vitest', args, extra);
  const seconds = (performance.now() - start) / 1000;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    const failed = countFailures(report);
    const silent = report.numPassedTests === 0 || (status !== 0 && failed === 0);
    return { name, passed: report.numPassedTests, failed: failed + (silent ? 1 : 0), seconds, failures: listFailures(report), unsteady: listUnsteady(report) };
  } catch {
    console.error(`${name}: vitest left no report (exit ${String(status)})`);
    return { name, passed: 0, failed: 1, seconds, failures: [`${name}: no report`], unsteady: [] };
  }
}

/** Throws the reports away. */
export const dropReports = (): void => { rmSync(reports, { recursive: true, force: true }); };
