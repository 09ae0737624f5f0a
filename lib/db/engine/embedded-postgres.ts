import { spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import postgres from 'postgres';
import { ensurePostgresAccount, type PostgresAccount } from './postgres-account';
import { choosePostgresPlace, type PostgresPlace } from './postgres-place';
import { findPostmaster, isAlive } from './postmaster';
import { poll } from './wait';

/** A private PostgreSQL of ours that runs. */
export interface RunningPostgres {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** True when it was left running by a server that was killed. */
  readonly isAdopted: boolean;
  /** True when its folder was made just now. */
  readonly isNew: boolean;
  /** Ends it (fast shutdown) and waits until it is gone. */
  stop(): Promise<void>;
}

interface Options {
  readonly dataFolder: string;
  readonly password: string;
  readonly say: (line: string) => void;
}

/** Owner of everything in the private PostgreSQL, and the name of our database there. */
export const EMBEDDED_USER = 'postgres';
export const EMBEDDED_DATABASE = 'giap_ranh';
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

/** Moves a folder that can not be opened out of the way, under the first free name `postgres.broken-<n>`. */
function setAside(folder: string, place: PostgresPlace, say: (line: string) => void): void {
  let number = 1;
  while (existsSync(join(place.parent, `postgres.broken-${number}`))) number++;
  const target = join(place.parent, `postgres.broken-${number}`);
  renameSync(folder, target);
  say(`a half-made database folder was found and set aside as ${target}`);
}

/** Runs initdb into a sibling folder and renames it when whole: a kill in between leaves nothing that looks like a database. */
async function initialise(place: PostgresPlace, account: PostgresAccount, password: string): Promise<void> {
  const fresh = join(place.parent, 'postgres.new');
  const passwordFile = join(place.parent, 'postgres.password');
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== null) for (const path of [fresh, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await run(place.initdb, account, [
      `--pgdata=${fresh}`, `--username=${EMBEDDED_USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
      '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, join(place.parent, 'postgres'));
}

function run(program: string, account: PostgresAccount, parameters: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} failed (${code}): ${complaint.trim()}`))));
  });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Whether the PostgreSQL at a port takes our password and works in our folder. */
async function isOurs(port: number, password: string, folder: string): Promise<boolean> {
  const sql = postgres({ host: '127.0.0.1', port, user: EMBEDDED_USER, password, database: 'postgres', max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    const [row] = await sql<{ data_directory: string }[]>`show data_directory`;
    return row?.data_directory === folder;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The port of a PostgreSQL that a killed server left behind; null when there is none, or when it ends while we look. */
async function findLeftBehind(folder: string, password: string): Promise<{ pid: number; port: number } | null> {
  let seen = findPostmaster(folder);
  if (seen === null) return null;
  // It may be starting, recovering or on its way out: wait for one or the other.
  await poll(START_LIMIT_MS, () => {
    seen = findPostmaster(folder);
    return seen === null || seen.isReady ? true : null;
  });
  if (seen === null) return null;
  const { pid, port } = seen;
  return (await isOurs(port, password, folder)) ? { pid, port } : null;
}

/** Starts PostgreSQL on a free loopback port; it outlives us if we are killed, which the next start repairs. */
async function launch(place: PostgresPlace, account: PostgresAccount, folder: string): Promise<{ pid: number; port: number }> {
  const port = await findFreePort();
  const logFile = join(place.parent, 'postgres.log');
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(place.postgres, [
    '-D', folder, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=',
    '-c', 'password_encryption=scram-sha-256', '-c', 'max_connections=60', '-c', 'jit=off',
  ], { ...account, cwd: '/', detached: true, stdio: ['ignore', log, log], env: { ...process.env, LC_ALL: 'C' } });
  closeSync(log);
  const failure = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start: ${readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' | ')}`)));
  });
  failure.catch(() => undefined);
  const ready = await Promise.race([failure, poll(START_LIMIT_MS, () => (findPostmaster(folder)?.isReady === true ? true : null))]);
  if (ready === null || child.pid === undefined) throw new Error(`PostgreSQL was not ready within ${START_LIMIT_MS / 1000} s; see ${logFile}`);
  child.unref();
  return { pid: child.pid, port };
}

async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const gone = await poll(STOP_LIMIT_MS, () => (isAlive(pid) ? null : true));
  if (gone === null) process.kill(pid, 'SIGQUIT');
}

/**
 * Starts the private PostgreSQL of a data folder, or adopts the one that a killed server left running there.
 *
 * A half-made folder is set aside as `postgres.broken-<n>`; each such event is said.
 * @throws when PostgreSQL can not be started; the message holds the last lines of its log.
 */
export async function startEmbeddedPostgres({ dataFolder, password, say }: Options): Promise<RunningPostgres> {
  const account = ensurePostgresAccount(say);
  const place = choosePostgresPlace(dataFolder, account, say);
  const folder = join(place.parent, 'postgres');
  const unfinished = join(place.parent, 'postgres.new');
  if (existsSync(unfinished)) setAside(unfinished, place, say);
  if (existsSync(folder) && !existsSync(join(folder, 'global', 'pg_control'))) setAside(folder, place, say);
  const isNew = !existsSync(folder);
  if (isNew) await initialise(place, account, password);
  const leftBehind = isNew ? null : await findLeftBehind(folder, password);
  if (leftBehind !== null) say(`a PostgreSQL left running by a server that was killed (process ${leftBehind.pid}) was adopted`);
  const { pid, port } = leftBehind ?? (await launch(place, account, folder));
  return { host: '127.0.0.1', port, isAdopted: leftBehind !== null, isNew, stop: () => stopProcess(pid) };
}
