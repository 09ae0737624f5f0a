import { buildBorderTopology } from '../../lib/geo/border-topology';
import { listClosePairs } from '../../lib/stats/close-pairs';
import { clusterByDensity } from '../../lib/stats/density-clusters';
import { computeGetisOrd } from '../../lib/stats/getis-ord';
import { buildGrid } from '../../lib/stats/grid-frame';
import { clusterByHierarchy } from '../../lib/stats/hierarchical-clusters';
import { estimateDensity } from '../../lib/stats/kernel-density';
import { testNearRepeat } from '../../lib/stats/near-repeat';
import type { ScanFamily, ScanQuestion } from '../../lib/stats/scan-windows';
import { createRandom, drawNormalPair, type Random } from '../../lib/stats/seeded-random';
import { scanSpaceTime } from '../../lib/stats/space-time-scan';
import { buildGridWeights } from '../../lib/stats/spatial-weights';
import { readEdition } from '../fixtures/geo/read-edition';
import type { BenchTable } from './bench-table';
import { measureInR, type Seconds } from './stats-peers';

const SEED = 30_042_026;
const SIDE_METRES = 20_480;
const ROUNDS = 3;

/** Half of the points in 40 gatherings, half anywhere, in a square of 20 km. */
function drawTown(count: number, random: Random): { xs: Float64Array; ys: Float64Array } {
  const centres = Array.from({ length: 40 }, () => [random() * SIDE_METRES, random() * SIDE_METRES] as const);
  const clamp = (value: number): number => Math.min(SIDE_METRES - 0.01, Math.max(0, value));
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [x, y] = centres[i % 40] ?? [0, 0];
    const [east, north] = drawNormalPair(random);
    xs[i] = i % 2 === 0 ? clamp(x + 400 * east) : random() * SIDE_METRES;
    ys[i] = i % 2 === 0 ? clamp(y + 400 * north) : random() * SIDE_METRES;
  }
  return { xs, ys };
}

/** The median round after a warm-up. */
function measure(rounds: number, work: () => unknown): Seconds {
  const found: Seconds[] = [];
  for (let round = 0; round < rounds + (rounds > 1 ? 1 : 0); round++) {
    const processor = process.cpuUsage();
    const start = performance.now();
    work();
    const elapsed = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(processor);
    if (round > 0 || rounds === 1) found.push({ elapsed, processor: (user + system) / 1e6 });
  }
  return found.sort((a, b) => a.elapsed - b.elapsed)[Math.floor(found.length / 2)] ?? { elapsed: 0, processor: 0 };
}

/** 20,000 incidents along all borders of the shipped edition: each border a line, each of its ends a disc of 300 m. */
function drawBorders(random: Random): ScanQuestion {
  const { arcs } = buildBorderTopology(readEdition('hn-hp-2025'));
  const total = arcs.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
  const days: number[] = [];
  const families = arcs.flatMap(({ lengthMetres }, k): ScanFamily[] => {
    const count = Math.round((20_000 * lengthMetres) / total);
    const positions = Float64Array.from({ length: count }, () => random() * lengthMetres).sort();
    const events = Uint32Array.from(positions, (_, i) => days.length + i);
    for (let i = 0; i < count; i++) days.push(Math.floor(random() * 365));
    const near = positions.filter((position) => position <= 300);
    const far = positions.filter((position) => position >= lengthMetres - 300).map((position) => lengthMetres - position).reverse();
    return [
      { id: `arc ${String(k)}`, kind: 'line', events, positions, reachMetres: 1_000 },
      { id: `start ${String(k)}`, kind: 'disc', events: events.slice(0, near.length), positions: near, reachMetres: 300 },
      { id: `end ${String(k)}`, kind: 'disc', events: events.slice(count - far.length).reverse(), positions: far, reachMetres: 300 },
    ];
  });
  return { families, days: Int32Array.from(days), lastDay: 364, durationsDays: [7, 14, 28, 56], leastEvents: 3 };
}

const formatSeconds = (seconds: Seconds | string): readonly [string, string] => (typeof seconds === 'string' ? [seconds, ''] : [seconds.elapsed.toFixed(2), seconds.processor.toFixed(2)]);
const row = (method: string, target: string, ours: Seconds, peer: string, theirs: Seconds | string): string[] => [method, target, ...formatSeconds(ours), peer, ...formatSeconds(theirs)];

async function benchMaps(random: Random): Promise<string[][]> {
  const town = drawTown(100_000, random);
  const grid = buildGrid([0, 0, SIDE_METRES, SIDE_METRES], 40);
  const window = new Uint8Array(512 * 512).fill(1);
  const cells = Float64Array.from({ length: 100_000 }, () => Math.floor(random() ** 3 * 20));
  const weights = buildGridWeights({ columns: 400, rows: 250 }, new Uint8Array(100_000).fill(1), 'queen', true);
  return [
    row('KDE, 100,000 points, 512 × 512, radius 400 m, Jones–Diggle', '< 1 s', measure(ROUNDS, () => estimateDensity(grid, { ...town, radiusMetres: 400, window, edge: 'jones_diggle' })), 'spatstat density.ppp', await measureInR('density', { x: town.xs, y: town.ys })),
    row('Gi*, 100,000 cells, queen, with FDR', '< 1 s', measure(ROUNDS, () => computeGetisOrd(cells, weights)), 'spdep localG (no FDR)', await measureInR('getis', { x: cells })),
    row('DBSCAN, 100,000 points, 60 m, 10 points', '< 1 s', measure(ROUNDS, () => clusterByDensity(town, 60, 10)), 'dbscan', await measureInR('dbscan', { x: town.xs, y: town.ys })),
  ];
}

async function benchPermutations(random: Random): Promise<string[][]> {
  const town = drawTown(20_000, random);
  const times = Float64Array.from(town.xs, () => random() * 365);
  const small = 2_000;
  const bands = [0, 0.001, 100, 200, 400];
  const question = drawBorders(random);
  return [
    row('Knox, 20,000 points, 999 permutations, 4 × 3 bands to 400 m', '< 10 s', measure(1, () => testNearRepeat(listClosePairs(town, bands, 'manhattan'), 4, times, [0, 7, 14, 28], 999, createRandom(SEED))), 'surveillance knox, 2,000 points, 99 permutations, 1 band', await measureInR('knox', { x: town.xs.subarray(0, small), y: town.ys.subarray(0, small), t: times.subarray(0, small) })),
    row(`corridor scan, ${String(question.days.length)} incidents, ${String(question.families.length)} arcs and ends, 4 durations, 999 permutations`, '< 30 s', measure(1, () => scanSpaceTime(question, 999, createRandom(SEED))), 'none in Debian', ''),
    row('HDBSCAN*, 20,000 points, 10 points', '', measure(1, () => clusterByHierarchy(town, 10)), 'dbscan hdbscan needs n² memory', ''),
  ];
}

/** Times of the statistics on seeded data, each beside R's own in the same run where Rscript and the package exist. */
export async function benchStats(): Promise<BenchTable> {
  const random = createRandom(SEED);
  return {
    title: 'Statistics: seconds on one core, beside R',
    columns: ['method', 'target', 's', 'processor s', 'peer', 'peer s', 'peer processor s'],
    rows: [...(await benchMaps(random)), ...(await benchPermutations(random))],
    notes: [
      `Seed ${String(SEED)}; one warm-up and the median of ${String(ROUNDS)} rounds for what takes under a second, one round for the rest; R is asked once.`,
      'Neighbours on the grid are built before Gi* is timed, in both; reading data and loading packages are not timed.',
      'Where elapsed seconds exceed processor seconds the machine was busy with other work.',
    ],
  };
}
