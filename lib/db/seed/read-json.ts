import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A JSON file under a folder; `fallback` when it is not there. */
export function readJson(folder: string, path: string, fallback: unknown): unknown {
  const file = join(folder, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : fallback;
}
