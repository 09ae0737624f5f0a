/**
 * Writes the SHA-256 of every listed file into the tables of `data/README.md`.
 * Usage: npx tsx data/tools/refresh-checksums.ts
 * A row starts with the file's path in backticks and ends with its checksum in backticks.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dataFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const readme = join(dataFolder, 'README.md');

const ROW = /^(\| `([^`]+)` \|.*\| )`[0-9a-f]*` \|$/gm;
const text = readFileSync(readme, 'utf8').replace(ROW, (_, start: string, path: string) => {
  const sha256 = createHash('sha256').update(readFileSync(join(dataFolder, path))).digest('hex');
  return `${start}\`${sha256}\` |`;
});
writeFileSync(readme, text);
