import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

function readHolder(file: string): { pid: number; start: string } | null {
  try {
    const [pid = '', start = ''] = readFileSync(file, 'utf8').trim().split(' ');
    return { pid: Number(pid), start };
  } catch {
    return null;
  }
}

/**
 * Claims a data folder for this process.
 *
 * @throws UsageError when a running server holds it; a claim left by a killed one is taken over.
 */
export function claimDataFolder(dataFolder: string): ServerLock {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'server.lock');
  const holder = readHolder(file);
  if (holder !== null) {
    if (holder.pid !== process.pid && runs(holder.pid, holder.start)) {
      throw new UsageError(`${dataFolder} is in use by the server with process ${holder.pid}; stop it, or set GIAP_RANH_DATA to another folder`);
    }
    rmSync(file, { force: true });
  }
  try {
    writeFileSync(file, `${process.pid} ${startOf(process.pid)}\n`, { flag: 'wx', mode: 0o600 });
  } catch {
    throw new UsageError(`${dataFolder} was claimed by another server that started at the same moment`);
  }
  return { release: () => { rmSync(file, { force: true }); } };
}
