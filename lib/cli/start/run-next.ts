import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { UsageError } from '../usage-error';
import { hashSources, isBuildCurrent, writeBuildStamp } from './build-stamp';
import type { Shutdown } from './shutdown';

const quiet = { NEXT_TELEMETRY_DISABLED: '1', LITE_TELEMETRY: '0' };

const nextProgram = (root: string): string => createRequire(`${root}/package.json`).resolve('next/dist/bin/next');

/** Waits for a child process; gives its exit code, 1 when a signal ended it. */
export const waitForExit = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => { resolve(code ?? 1); });
  });

/** How long, in milliseconds, a child may take to end in order. */
const PATIENCE_MS = 8_000;

/** Ends a child process and waits until it is gone. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = waitForExit(child);
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await gone;
  clearTimeout(late);
}

/**
 * Builds the web application unless `.next` holds a build of the present sources.
 *
 * @throws UsageError when the build fails; its own messages stand above.
 */
export async function ensureBuild(root: string, shutdown: Shutdown, say: (line: string) => void): Promise<void> {
  const sources = hashSources(root);
  if (isBuildCurrent(root, sources)) return;
  say('building the web application (a minute or two, only after a change)');
  const child = spawn(process.execPath, [nextProgram(root), 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...quiet, NODE_ENV: 'production' },
  });
  shutdown.add(() => stopChild(child));
  if ((await waitForExit(child)) !== 0) throw new UsageError('the build failed');
  writeBuildStamp(root, sources);
}

/** What `spawnNext` starts. */
export interface NextOptions {
  readonly root: string;
  readonly isDevelopment: boolean;
  readonly host: string;
  readonly port: number;
  /** Variables that tell the web server where its backend is. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Starts the web server as a child; `instrumentation.ts` ends it when we are gone. */
export function spawnNext({ root, isDevelopment, host, port, environment }: NextOptions): ChildProcess {
  const parameters = [nextProgram(root), isDevelopment ? 'dev' : 'start', '-H', host, '-p', String(port)];
  return spawn(process.execPath, parameters, {
    cwd: root,
    stdio: ['ignore', isDevelopment ? 'inherit' : 'ignore', 'inherit'],
    env: {
      ...process.env, ...quiet, ...environment,
      NODE_ENV: isDevelopment ? 'development' : 'production',
      GIAP_RANH_LAUNCHER_PID: String(process.pid),
    },
  });
}

/** Address at which this machine reaches a server that listens on `host`; `loopback` is its name where any address will do. */
export function addressOf(host: string, port: number, loopback: 'localhost' | '127.0.0.1'): string {
  const everywhere = host === '0.0.0.0' || host === '::' || host === '127.0.0.1';
  return `http://${everywhere ? loopback : host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Waits until the web server answers at an address; false when it ended first. */
export async function waitForAnswer(child: Pick<ChildProcess, 'exitCode' | 'signalCode'>, address: string): Promise<boolean> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    try {
      await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(20_000) });
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
