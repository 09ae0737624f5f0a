import type { AnalysisInput, PlaneRings, ScopeStreet } from '../../lib/analysis/method';
import { dayNumber } from '../../lib/analysis/method';
import type { Day } from '../../lib/domain/instant';
import { analysisScopeSchema } from '../../lib/domain/analysis';
import { buildMetricPlane } from '../../lib/geo/transverse-mercator';

/** Metres from the equator to somewhere in Hà Nội. */
export const NORTH = 2_326_000;
const square = (west: number): PlaneRings => [[[west, NORTH], [west + 1000, NORTH], [west + 1000, NORTH + 1000], [west, NORTH + 1000], [west, NORTH]]];

export interface PlacedIncident { readonly x: number; readonly y: number; readonly day?: number; readonly sigma?: number }

/** Two wards of 1 km² that share the line x = 0 (the second lies west of it), and incidents at places given from the line's southern end. */
export function twoWardsInput(incidents: readonly PlacedIncident[], streets: readonly ScopeStreet[] = []): AnalysisInput {
  const plane = buildMetricPlane(105.8);
  const [firstDay, lastDay] = [dayNumber('2026-01-01' as Day), dayNumber('2026-06-30' as Day)];
  const rows = incidents.map(({ x, y, day = 0, sigma = NaN }, k) => ({ x, y: y + NORTH, day: firstDay + day, sigma, id: `incident-${String(k)}` })).sort((a, b) => a.day - b.day);
  const degrees = rows.map(({ x, y }) => plane.toDegrees(x, y));
  const polygons = [[square(0)], [square(-1000)]] as const;
  const input: AnalysisInput = {
    scope: analysisScopeSchema.parse({ from: '2026-01-01', to: '2026-06-30', editionId: 'made-up', area: { kind: 'wards', codes: ['00001', '00002'] } }),
    plane, firstDay, lastDay, categories: ['theft'],
    points: {
      count: rows.length, ids: rows.map(({ id }) => id), longitudes: Float64Array.from(degrees, ([x]) => x), latitudes: Float64Array.from(degrees, ([, y]) => y), xs: Float64Array.from(rows, ({ x }) => x), ys: Float64Array.from(rows, ({ y }) => y),
      times: Float64Array.from(rows, ({ day }) => day * 86_400), days: Int32Array.from(rows, ({ day }) => day), kinds: new Uint8Array(rows.length), wards: Int16Array.from(rows, ({ x }) => (x >= 0 ? 0 : 1)), accuracies: Float64Array.from(rows, ({ sigma }) => sigma),
    },
    wards: [{ code: '00001', name: 'Phường Đông', areaSquareMetres: 1e6, polygons: polygons[0] }, { code: '00002', name: 'Phường Tây', areaSquareMetres: 1e6, polygons: polygons[1] }],
    area: [...polygons[0], ...polygons[1]], areaSquareMetres: 2e6,
    arcs: [{ wardA: 0, wardB: 1, lines: [[[0, NORTH], [0, NORTH + 1000]]], lengthMetres: 1000, borderWidthMetres: 100, clusterId: null }],
    junctions: [], clusters: [], streets, patrols: [], zones: [], defaultWidthMetres: 100,
  };
  return Object.freeze(input);
}
