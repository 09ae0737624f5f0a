/**
 * Brings the open geodata into `data/`: ward editions, succession, basemap, the real city for comparison.
 * Usage: npx tsx data/tools/import-geodata.ts <source-folder>
 * The same source gives the same bytes.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importBasemap } from './geodata/basemap';
import { importEditions } from './geodata/editions';
import { importRealCity } from './geodata/real-city';
import { importSuccession } from './geodata/succession';

const sourceFolder = process.argv[2];
if (sourceFolder === undefined) {
  process.stderr.write('Usage: npx tsx data/tools/import-geodata.ts <source-folder>\n');
  process.exit(2);
}
const dataFolder = join(dirname(fileURLToPath(import.meta.url)), '..');
const report = {
  wards: importEditions(sourceFolder, dataFolder),
  successionRows: importSuccession(sourceFolder, dataFolder),
  basemapFeatures: importBasemap(sourceFolder, dataFolder),
  realCityFiles: importRealCity(sourceFolder, dataFolder),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
