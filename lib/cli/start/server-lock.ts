import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../usage-error';

/** A claim on a data folder; released when the server ends. */
export interface ServerLock {
  release(): void;
}

/**
 * What tells one process from a later one with the same number: its start in clock ticks since boot.
 *
 * Limits: Linux only; elsewhere "" and a number used again by another program looks like a running server.
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function runs(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === start;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Number of the running process, other than this one, that made a claim; null when it is gone. */
function findHolder(claim: string): number | null {
  const [number = '', start = ''] = claim.trim().split(' ');
  const pid = Number(number);
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && runs(pid, start) ? pid : null;
}

/** Makes a file with its content in one step, so that nobody ever reads half of it; false when it is there already. */
function makeFile(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeClaim(file: string, claim: string): void {
  if (readText(file) === claim) rmSync(file, { force: true });
}

/**
 * Replaces a claim whose process is gone. Several processes may find it so at once: who may replace it is settled by a claim
 * on a second file, held until the first one is replaced; whoever comes to it later sees that the dead claim is gone.
 */
function replaceClaim(file: string, dead: string, claim: string): boolean {
  const turn = `${file}.takeover`;
  if (!makeClaim(turn, claim)) return false;
  try {
    if (readText(file) !== dead) return false;
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, claim, { mode: 0o600 });
    renameSync(draft, file);
    return true;
  } finally {
    removeClaim(turn, claim);
  }
}

function makeClaim(file: string, claim: string): boolean {
  if (makeFile(file, claim)) return true;
  const present = readText(file);
  if (present === null || findHolder(present) !== null) return false;
  return replaceClaim(file, present, claim);
}

/**
 * Claims a data folder for this process.
 *
 * @throws UsageError when a running server holds it; a claim left by a killed one is taken over.
 */
export function claimDataFolder(dataFolder: string): ServerLock {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'server.lock');
  const claim = `${process.pid} ${startOf(process.pid)} ${randomUUID()}\n`;
  if (!makeClaim(file, claim)) {
    const holder = findHolder(readText(file) ?? '');
    throw new UsageError(holder === null
      ? `${dataFolder} was claimed by another server that started at the same moment`
      : `${dataFolder} is in use by the server with process ${holder}; stop it, or set GIAP_RANH_DATA to another folder`);
  }
  return { release: () => { removeClaim(file, claim); } };
}
