import type { EdgeGrid } from '../edge-grid';
import { localMetric } from '../ellipsoid';
import type { WardPolygon } from '../types';
import type { WardEdges } from '../ward-edges';
import type { OpenStretch } from './list-open-stretches';
import type { QualityIssue } from './quality-report';

/** A strip between two wards narrower than this many metres is a sliver: a border drawn twice, not a piece of land. */
export const SLIVER_WIDTH_METRES = 10;
/** A strip at least this many times as long as it is wide is refused; a shorter one is the mouth of a notch, and warned of. */
const SLIVER_LENGTHS = 10;
/** Slivers smaller than this many square metres are rounding at a corner. */
export const LEAST_SLIVER_SQUARE_METRES = 20;

interface Look {
  readonly stretch: OpenStretch;
  readonly facing: number;
  readonly widthMetres: number;
}

/**
 * Narrow strips between two wards that neither covers, each with its widest place, its mean width and its area.
 *
 * From every open stretch one looks straight out; a strip is a run of looks along one ring that meet the same ward.
 */
export function checkSlivers(
  wards: readonly WardPolygon[],
  outlines: WardEdges,
  grid: EdgeGrid,
  stretches: readonly OpenStretch[],
): QualityIssue[] {
  const runs: Look[][] = [];
  for (const stretch of stretches) {
    const look = lookOut(outlines, grid, stretch);
    if (look === undefined || look.facing < stretch.ward) continue; // the smaller code reports the pair
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.facing === look.facing && last.stretch.ring === stretch.ring && isSame(last.stretch.to, stretch.from)) run.push(look);
    else runs.push([look]);
  }
  return runs.map((run) => sliverOf(wards, run)).filter((issue) => (issue.size?.value ?? 0) >= LEAST_SLIVER_SQUARE_METRES);
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** The first outline met straight out of the middle of a stretch, when it is another ward's and within the sliver width. */
function lookOut(outlines: WardEdges, grid: EdgeGrid, stretch: OpenStretch): Look | undefined {
  const metric = localMetric(stretch.middle[1]);
  let nearest = SLIVER_WIDTH_METRES;
  let facing = -1;
  for (const edge of grid.listNearPosition(stretch.middle)) {
    const at = 2 * edge;
    const ax = ((outlines.coordinates[at] as number) - stretch.middle[0]) * metric.metresPerDegreeEast;
    const ay = ((outlines.coordinates[at + 1] as number) - stretch.middle[1]) * metric.metresPerDegreeNorth;
    const bx = ((outlines.coordinates[at + 2] as number) - stretch.middle[0]) * metric.metresPerDegreeEast;
    const by = ((outlines.coordinates[at + 3] as number) - stretch.middle[1]) * metric.metresPerDegreeNorth;
    const metres = alongRay(stretch.outwardEast, stretch.outwardNorth, ax, ay, bx, by);
    if (metres > 1e-3 && metres < nearest) {
      nearest = metres;
      facing = outlines.wardOfEdge[edge] as number;
    }
  }
  return facing === -1 || facing === stretch.ward ? undefined : { stretch, facing, widthMetres: nearest };
}

/** How far along a ray from the origin with direction (x, y) the edge a–b is met; NaN when it is not. */
function alongRay(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const sideA = x * ay - y * ax;
  const sideB = x * by - y * bx;
  if (sideA > 0 === sideB > 0) return NaN;
  const share = sideA / (sideA - sideB);
  return x * (ax + share * (bx - ax)) + y * (ay + share * (by - ay));
}

function sliverOf(wards: readonly WardPolygon[], run: readonly Look[]): QualityIssue {
  const areaSquareMetres = run.reduce((sum, { stretch, widthMetres }) => sum + stretch.lengthMetres * widthMetres, 0);
  const lengthMetres = run.reduce((sum, { stretch }) => sum + stretch.lengthMetres, 0);
  const widthMetres = areaSquareMetres / lengthMetres;
  const widest = run.reduce((a, b) => (b.widthMetres > a.widthMetres ? b : a));
  const middle = widest.stretch.middle;
  const metric = localMetric(middle[1]);
  const codes = [widest.stretch.ward, widest.facing].map((ward) => (wards[ward] as WardPolygon).code);
  return {
    kind: 'sliver',
    severity: lengthMetres >= SLIVER_LENGTHS * widthMetres ? 'refuse' : 'warn',
    codes,
    position: [
      middle[0] + (widest.stretch.outwardEast * widest.widthMetres) / 2 / metric.metresPerDegreeEast,
      middle[1] + (widest.stretch.outwardNorth * widest.widthMetres) / 2 / metric.metresPerDegreeNorth,
    ],
    size: { value: areaSquareMetres, unit: 'm2' },
    message: `${widthMetres.toFixed(1)} m wide, ${lengthMetres.toFixed(0)} m long`,
  };
}
