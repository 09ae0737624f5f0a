import { execFileSync, spawnSync } from 'node:child_process';

/** The system account PostgreSQL runs under: null = the one we are; an account of its own when we are root. */
export type PostgresAccount = { readonly uid: number; readonly gid: number } | null;

const ACCOUNT_NAME = 'postgres';

function findAccount(): { uid: number; gid: number } | null {
  const ask = (flag: string): number => Number.parseInt(spawnSync('id', [flag, ACCOUNT_NAME], { encoding: 'utf8' }).stdout, 10);
  const account = { uid: ask('-u'), gid: ask('-g') };
  return Number.isInteger(account.uid) && Number.isInteger(account.gid) ? account : null;
}

/**
 * The account PostgreSQL has to run under. It refuses root, so root gets the account `postgres`, made when absent.
 *
 * @throws when we are root and that account can not be made.
 */
export function ensurePostgresAccount(say: (line: string) => void): PostgresAccount {
  if (process.getuid?.() !== 0) return null;
  const known = findAccount();
  if (known !== null) return known;
  say('PostgreSQL refuses to run as root: making the system account "postgres" for it');
  execFileSync('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT_NAME], { stdio: 'ignore' });
  const made = findAccount();
  if (made === null) throw new Error('the system account "postgres" could not be made; start as an ordinary user instead');
  return made;
}

/** Whether the account may enter a folder or run a file; true when it is our own. */
export function canReach(account: PostgresAccount, path: string): boolean {
  if (account === null) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...account, cwd: '/' }).status === 0;
}
