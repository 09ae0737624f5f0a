/** `npm run assign`: which ward owns each point of a CSV, and which wards are near. Any city's polygons. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWardIndex, type WardIndex } from '../geo/ward-index';
import type { WardPolygon } from '../geo/types';
import { assignFile } from './assign/assign-file';
import { startProgressBar } from './assign/progress-bar';
import { readWards } from './assign/read-wards';
import { runCommand } from './run-command';
import { UsageError } from './usage-error';

const USAGE = 'npm run assign -- --wards W.geojson --points P.csv [--ward-id code] [--lon lon --lat lat] [--border 100] --out O.csv';

function readOptions(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { wards: text, points: text, out: text, 'ward-id': text, lon: text, lat: text, border: text },
  });
  const needed = (name: 'wards' | 'points' | 'out'): string => {
    const value = values[name];
    if (value === undefined || value === '') throw new UsageError(`--${name} is missing; usage: ${USAGE}`);
    return value;
  };
  const widthMetres = values.border?.trim() === '' ? NaN : Number(values.border ?? '100');
  if (!Number.isFinite(widthMetres) || widthMetres < 0 || widthMetres > 50_000) throw new UsageError('--border must be between 0 and 50000 metres');
  const options = { wards: needed('wards'), points: needed('points'), out: needed('out') };
  if ([options.wards, options.points].some((input) => resolve(input) === resolve(options.out))) throw new UsageError('--out would overwrite an input');
  return { ...options, wardId: values['ward-id'] ?? 'code', longitudeColumn: values.lon ?? 'lon', latitudeColumn: values.lat ?? 'lat', widthMetres };
}

function indexOf(wards: readonly WardPolygon[], path: string): WardIndex {
  try {
    return buildWardIndex(wards);
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
}

await runCommand('assign', async () => {
  const options = readOptions(process.argv.slice(2));
  const { wards, warnings } = await readWards(options.wards, options.wardId);
  for (const warning of warnings) process.stderr.write(`assign: ${warning}\n`);
  const index = indexOf(wards, options.wards);
  const bar = startProgressBar(process.stderr, () => performance.now());
  const job = { ...options, pointsPath: options.points, outPath: options.out };
  const counts = await assignFile(index, job, bar).finally(() => { bar.end(); });
  const statuses = Object.entries(counts.byStatus).sort().map(([status, count]) => `${status} ${String(count)}`).join(', ');
  process.stderr.write(
    `assign: ${String(counts.assigned)} rows assigned (${statuses || 'none'}), ${String(counts.borderZone)} in the border zone, ` +
      `${String(counts.rejected)} rejected, see ${options.out}.rejected.csv\n`,
  );
});
