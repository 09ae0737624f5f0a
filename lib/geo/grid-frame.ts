import { localMetric } from './ellipsoid';
import type { WardEdges } from './ward-edges';

/** Where the cells of a grid lie: cell (column, row) starts at `west + column · cellWidth`, `south + row · cellHeight` (degrees). */
export interface GridFrame {
  readonly west: number;
  readonly south: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  readonly columns: number;
  readonly rows: number;
  /** The reach of the neighbour lists in degrees, never too small anywhere in the frame. */
  readonly reachEast: number;
  readonly reachNorth: number;
}

const MAX_CELLS = 4_000_000;
const MIN_CELLS = 4_096;
const CELLS_PER_EDGE = 64;
/** Makes a reach in degrees a little too long rather than too short. */
const REACH_SURPLUS = 1.001;

/**
 * Lays a grid over the outlines, with cells near `cellMetres` wide and an empty margin of the reach all round.
 *
 * The cells grow when there would be more of them than the number of edges justifies. `shift` (0 to 1) moves the grid by
 * a share of a cell, so that the cell centres can be kept off the outlines.
 */
export function frameGrid(outlines: WardEdges, cellMetres: number, reachMetres: number, shift: number): GridFrame {
  const [west, south, east, north] = boundsOf(outlines.coordinates);
  const wide = localMetric(Math.min(Math.abs(south), Math.abs(north)));
  const narrow = localMetric(Math.min(89, Math.max(Math.abs(south), Math.abs(north)) + 0.01));
  const reachEast = (reachMetres / narrow.metresPerDegreeEast) * REACH_SURPLUS;
  const reachNorth = (reachMetres / localMetric(0).metresPerDegreeNorth) * REACH_SURPLUS;

  const spanEast = east - west + 2 * reachEast;
  const spanNorth = north - south + 2 * reachNorth;
  const maxCells = Math.min(MAX_CELLS, Math.max(MIN_CELLS, outlines.edges.length * CELLS_PER_EDGE));
  const wanted = (spanEast * wide.metresPerDegreeEast * spanNorth * wide.metresPerDegreeNorth) / cellMetres ** 2;
  const growth = Math.max(1, Math.sqrt(wanted / maxCells));
  const cellWidth = (cellMetres * growth) / wide.metresPerDegreeEast;
  const cellHeight = (cellMetres * growth) / wide.metresPerDegreeNorth;
  return {
    west: west - reachEast - shift * cellWidth,
    south: south - reachNorth - shift * cellHeight,
    cellWidth,
    cellHeight,
    columnsPerDegree: 1 / cellWidth,
    rowsPerDegree: 1 / cellHeight,
    columns: Math.ceil(spanEast / cellWidth) + 2,
    rows: Math.ceil(spanNorth / cellHeight) + 2,
    reachEast,
    reachNorth,
  };
}

/** The cell that holds a position, or -1 beyond the grid. */
export function cellAt(frame: GridFrame, longitude: number, latitude: number): number {
  const column = (longitude - frame.west) * frame.columnsPerDegree;
  const row = (latitude - frame.south) * frame.rowsPerDegree;
  if (!(column >= 0 && row >= 0 && column < frame.columns && row < frame.rows)) return -1;
  return (row | 0) * frame.columns + (column | 0);
}

function boundsOf(coordinates: Float64Array): [west: number, south: number, east: number, north: number] {
  if (coordinates.length === 0) return [0, 0, 0, 0];
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < coordinates.length; i += 2) {
    const longitude = coordinates[i] as number;
    const latitude = coordinates[i + 1] as number;
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  return [west, south, east, north];
}
