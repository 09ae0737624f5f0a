import { bbox, booleanPointInPolygon } from '@turf/turf';
import PolygonLookup from 'polygon-lookup';
import whichPolygon from 'which-polygon';
import { locateWard } from '../../lib/geo/locate-ward';
import type { LngLat } from '../../lib/geo/types';
import { buildWardIndex, type WardIndex } from '../../lib/geo/ward-index';
import { readEdition, readEditionFeatures, type EditionName } from '../fixtures/geo/read-edition';
import { seededRandom } from '../fixtures/geo/seeded-random';
import type { BenchTable } from './bench-table';
import { measureRate, type Rate } from './measure';
import { benchPostgis } from './ward-index-postgis';

const SEED = 20_250_701;
const POINT_COUNT = 1_000_000;
const PEER_POINT_COUNT = 200_000;
const TURF_POINT_COUNT = 5_000;
const POSTGIS_POINT_COUNT = 2_000;
const NEIGHBOUR_METRES = 100;
const ROUNDS = 5;

/** Finds owners (and, in our own rows, neighbours within 100 m with distances) on the real editions, beside the peers. */
export async function benchOwnership(): Promise<BenchTable> {
  const rows = [...(await benchEdition('hn-hp-2025')), ...(await benchEdition('hn-hp-pre2025'))];
  return {
    title: 'Whose point is it? Random points over the polygons of Hà Nội and Hải Phòng, one core',
    columns: ['edition', 'engine', 'answers', 'points', 'points/s', '× which-polygon', 'owner found', 'build ms', 'index MB'],
    rows,
    notes: [
      `Seed ${SEED}; each engine is warmed up with one round and the median of ${ROUNDS} rounds is kept; peers are asked fewer of the same points.`,
      'All points lie in a ward. Peers answer the owner alone; ours answers owner, status and neighbours within 100 m with distances.',
      `Node ${process.version}, ${process.arch}. The ratio is what carries over to another machine.`,
    ],
  };
}

async function benchEdition(name: EditionName): Promise<string[][]> {
  const features = readEditionFeatures(name);
  const wards = readEdition(name);
  const { index, buildMs } = buildMeasured(name);
  const which = whichPolygon<{ code: string }>(features);
  const positions = listPositions(bbox(features), which, POINT_COUNT);
  const few = positions.slice(0, PEER_POINT_COUNT);
  const whichRate = measureRate(few, 3, (position) => which(position) !== null);
  const ours = measureRate(positions, ROUNDS, (position) => locateWard(index, position, NEIGHBOUR_METRES).ownerCode !== null);
  const lookup = new PolygonLookup(features);
  const lookupRate = measureRate(few, 3, ([longitude, latitude]) => lookup.search(longitude, latitude) !== undefined);
  const boxed = features.features.map((feature) => ({ ...feature, bbox: bbox(feature) }));
  const turfRate = measureRate(positions.slice(0, TURF_POINT_COUNT), 1, (position) =>
    boxed.some((feature) => booleanPointInPolygon([...position], feature)),
  );
  const postgis = await benchPostgis(wards, positions.slice(0, POSTGIS_POINT_COUNT));

  const row = (engine: string, answers: string, points: number, rate: Rate, rest: string[]): string[] => [
    name, engine, answers, formatCount(points), formatCount(rate.perSecond),
    (rate.perSecond / whichRate.perSecond).toFixed(rate.perSecond > whichRate.perSecond * 10 ? 0 : 2), formatCount(rate.found), ...rest,
  ];
  return [
    row('giap-ranh', 'owner, status, neighbours', POINT_COUNT, ours, [buildMs.toFixed(0), indexMegabytes(index).toFixed(0)]),
    row('which-polygon', 'owner', few.length, whichRate, ['', '']),
    row('polygon-lookup', 'owner', few.length, lookupRate, ['', '']),
    row('Turf, a loop with boxes', 'owner', TURF_POINT_COUNT, turfRate, ['', '']),
    typeof postgis === 'string'
      ? [name, 'PostGIS', 'owner, neighbours', '', postgis, '', '', '', '']
      : row('PostGIS', 'owner, neighbours', POSTGIS_POINT_COUNT, { perSecond: postgis, found: POSTGIS_POINT_COUNT }, ['', '']),
  ];
}

/** Median time of five builds after one to warm up. */
function buildMeasured(name: EditionName): { index: WardIndex; buildMs: number } {
  const wards = readEdition(name);
  let index = buildWardIndex(wards);
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    index = buildWardIndex(wards);
    times.push(performance.now() - start);
  }
  return { index, buildMs: times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number };
}

/** Seeded positions that a ward covers, evenly over the polygons; the peer decides, so that the choice does not favour us. */
function listPositions(box: number[], which: (position: LngLat) => object | null, count: number): LngLat[] {
  const random = seededRandom(SEED);
  const [west = 0, south = 0, east = 0, north = 0] = box;
  const positions: LngLat[] = [];
  while (positions.length < count) {
    const position: LngLat = [west + random() * (east - west), south + random() * (north - south)];
    if (which(position) !== null) positions.push(position);
  }
  return positions;
}

function indexMegabytes({ grid, outlines }: WardIndex): number {
  const bytes = [grid.cells, grid.book.numbers, outlines.coordinates, outlines.partOfEdge, outlines.wardOfEdge].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
  return bytes / 1e6;
}

function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en-GB');
}
