/**
 * Makes the demonstration incidents in `data/demo/`. Same seed, same bytes.
 * Usage: npx tsx data/tools/generate-demo.ts [--seed N]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readClusterFile } from './demo/cluster-file';
import { formatDemoFiles } from './demo/demo-files';
import { formatDisputes } from './demo/disputes';
import { DEFAULT_SEED, generateDemo } from './demo/generate';
import { loadGround } from './demo/places';

const { values } = parseArgs({ options: { seed: { type: 'string', default: String(DEFAULT_SEED) } } });
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0) {
  process.stderr.write(`--seed must be a whole number from 0, got ${values.seed}\n`);
  process.exit(2);
}
const dataFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const ground = loadGround(dataFolder);
const files = formatDemoFiles(ground, seed, generateDemo(ground, seed), readClusterFile(dataFolder));
mkdirSync(join(dataFolder, 'demo'), { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(dataFolder, 'demo', name), text);
writeFileSync(join(dataFolder, 'demo', 'disputes.json'), formatDisputes(readFileSync(join(dataFolder, 'demo', 'incidents.csv'), 'utf8'), seed));
process.stdout.write(`wrote ${Object.keys(files).join(', ')}, disputes.json\n`);
