import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openOwner } from '../../lib/db/engine/open-backend';
import { findRunningDatabase } from '../../lib/db/engine/running-database';
import { ensureSecrets } from '../../lib/db/engine/secrets';
import { createAccounts, type NewAccount } from '../../lib/db/seed/accounts';

/** What a process holds, in bytes: in use, and resident. */
export interface Memory {
  readonly usedBytes: number;
  readonly residentBytes: number;
}

/** A server of its own, as README says it is started, with accounts for many screens. */
export interface LiveServer {
  readonly url: string;
  /** Access tokens, one an account. */
  readonly tokens: readonly string[];
  /** A token that may report. */
  readonly reporter: string;
  /** Memory of the web server after a collection of garbage. */
  readonly memory: () => Promise<Memory>;
  readonly streams: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => { resolve(typeof address === 'object' && address !== null ? address.port : 0); });
    });
  });

/** Every descendant of a process (Linux). */
function listDescendants(parent: number): number[] {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      return [{ pid: Number(name), parent: Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]) }];
    } catch {
      return [];
    }
  });
  const below = (pid: number): number[] => parents.filter((one) => one.parent === pid).flatMap((one) => [one.pid, ...below(one.pid)]);
  return below(parent);
}

const isWebServer = (pid: number): boolean => {
  try {
    return /next-server/.test(readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
};

const encodePart = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An access token as the embedded Auth signs it. */
function signToken(account: string, secret: string): string {
  const text = `${encodePart({ alg: 'HS256', typ: 'JWT' })}.${encodePart({ sub: account, role: 'authenticated', aud: 'authenticated', exp: Math.floor(Date.now() / 1000) + 7_200 })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

const WARDS = ['00160', '00008', '00025'];

/** As a city has them: two of five see everything, the others are officers of the three wards of the demonstration cluster. */
function listAccounts(count: number): NewAccount[] {
  return Array.from({ length: count }, (_, number): NewAccount => {
    const email = `bench${String(number)}@demo.local`;
    const role = (['viewer', 'commander', 'officer', 'officer', 'officer'] as const)[number % 5] ?? 'viewer';
    const services = role === 'officer' ? [{ unitId: `hn-hp-2025:${WARDS[number % 3] ?? ''}`, from: '2025-07-01', to: null }] : [];
    return { email, password: 'bench-password-1', role, services };
  });
}

async function makeTokens(dataFolder: string, count: number): Promise<{ tokens: string[]; reporter: string }> {
  const databaseUrl = findRunningDatabase(dataFolder);
  if (databaseUrl === null) throw new Error('the server under test keeps no database of its own');
  const owner = openOwner(databaseUrl);
  try {
    await createAccounts(owner, listAccounts(count));
    const rows = await owner<{ id: string; email: string }[]>`select id, email from auth.users where email like 'bench%' or email = 'commander@demo.local'`;
    const { jwtSecret } = ensureSecrets(dataFolder);
    const tokenOf = ({ id }: { readonly id: string }): string => signToken(id, jwtSecret);
    const reporter = rows.find(({ email }) => email === 'commander@demo.local');
    return { tokens: rows.filter((row) => row !== reporter).map(tokenOf), reporter: tokenOf(reporter ?? { id: '' }) };
  } finally {
    await owner.end();
  }
}

/** Asks a process that `tell-memory.mjs` was loaded into. */
async function askMemory(pid: number, file: string): Promise<Memory> {
  rmSync(file, { force: true });
  process.kill(pid, 'SIGUSR2');
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  }
}

async function waitUntilHealthy(url: string, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (performance.now() < deadline) {
    if ((await fetch(`${url}/api/health`).catch(() => null))?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the server did not become healthy in time');
}

/** Starts a server on a temporary data folder. */
export async function startLiveServer(accounts: number): Promise<LiveServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'giap-ranh-bench-'));
  const port = await freePort();
  const memoryFile = `${dataFolder}.memory.json`;
  const environment = {
    ...process.env, PORT: String(port), GIAP_RANH_DATA: dataFolder, DATABASE_URL: '',
    NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'tell-memory.mjs')).href}`, GIAP_RANH_BENCH_MEMORY: memoryFile,
  };
  const server = spawn('npm', ['start'], { env: environment, stdio: 'ignore', detached: true });
  const ended = new Promise<void>((resolve) => server.once('exit', () => { resolve(); }));
  const stop = async (): Promise<void> => {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
    rmSync(memoryFile, { force: true });
  };
  try {
    const url = `http://127.0.0.1:${String(port)}`;
    await waitUntilHealthy(url, 9 * 60_000);
    const webServer = listDescendants(server.pid ?? 0).find(isWebServer) ?? 0;
    return {
      url, ...(await makeTokens(dataFolder, accounts)), stop,
      memory: () => askMemory(webServer, memoryFile),
      streams: async () => Number((await fetch(`${url}/api/health`)).headers.get('live-streams')),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
