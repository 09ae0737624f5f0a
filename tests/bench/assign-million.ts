import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchTable } from './bench-table';

const ROWS = 1_000_000;
const POLL_MS = 50;

/** Writes the real city's incidents over and over until there are a million. */
async function writeMillion(path: string): Promise<void> {
  const [header, ...rows] = readFileSync('data/real-city/chicago-incidents.csv', 'utf8').trim().split(/\r?\n/);
  const stream = createWriteStream(path);
  stream.write(`${header ?? ''}\n`);
  for (let row = 0; row < ROWS; row += rows.length) {
    if (!stream.write(`${rows.slice(0, ROWS - row).join('\n')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

/** Resident memory of a process in megabytes; 0 where /proc does not tell. */
function residentMegabytes(processId: number): number {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(processId)}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** `npm run assign` on a CSV of one million rows: time, and the most memory its process ever held. */
export async function benchAssign(): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), 'giap-ranh-bench-'));
  try {
    const points = join(folder, 'points.csv');
    await writeMillion(points);
    const start = performance.now();
    const child = spawn(process.execPath, [
      '--import', 'tsx', 'lib/cli/assign.ts', '--wards', 'data/real-city/chicago-community-areas.geojson', '--ward-id', 'community_area',
      '--points', points, '--lon', 'longitude', '--lat', 'latitude', '--out', join(folder, 'out.csv'),
    ], { stdio: 'ignore' });
    let peak = 0;
    const poll = setInterval(() => { peak = Math.max(peak, residentMegabytes(child.pid ?? 0)); }, POLL_MS);
    const [code] = (await once(child, 'exit')) as [number | null];
    clearInterval(poll);
    if (code !== 0) throw new Error(`assign ended with ${String(code)}`);
    const seconds = (performance.now() - start) / 1000;
    return {
      title: 'npm run assign, one million rows (Chicago, 77 polygons)',
      columns: ['rows', 'seconds', 'rows/s', 'peak memory, MB'],
      rows: [[ROWS.toLocaleString('en'), seconds.toFixed(1), Math.round(ROWS / seconds).toLocaleString('en'), peak === 0 ? 'not told by this system' : peak.toFixed(0)]],
      notes: ['the city\'s 12,500 incidents repeated; parsing the CSV takes most of the time'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
