import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Elapsed and processor seconds. */
export interface Seconds {
  readonly elapsed: number;
  readonly processor: number;
}

const SCRIPT = fileURLToPath(new URL('./stats-peers.R', import.meta.url));
const LONGEST_MS = 300_000;

/** What R needs for a method on the same columns of numbers, or why there is no number. */
export async function measureInR(method: string, columns: Readonly<Record<string, ArrayLike<number>>>): Promise<Seconds | string> {
  const folder = await mkdtemp(join(tmpdir(), 'stats-peers-'));
  try {
    const names = Object.keys(columns);
    const count = columns[names[0] ?? '']?.length ?? 0;
    const lines = Array.from({ length: count }, (_, i) => names.map((name) => String(columns[name]?.[i])).join(','));
    await writeFile(join(folder, 'data.csv'), [names.join(','), ...lines].join('\n'));
    const { stdout } = await promisify(execFile)('Rscript', [SCRIPT, method, join(folder, 'data.csv')], { timeout: LONGEST_MS });
    const [, elapsed, processor] = /seconds (\S+) (\S+)/.exec(stdout) ?? [];
    return elapsed === undefined ? 'no answer from R' : { elapsed: Number(elapsed), processor: Number(processor) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.includes('ENOENT') ? 'no Rscript here' : message.includes('there is no package') ? 'package not installed' : 'R failed or took over 5 minutes';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
