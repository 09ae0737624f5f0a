import { hexagonCentre, type HexagonGrid } from '../../stats/hexagon-grid';
import type { StatGrid } from '../../stats/grid-frame';
import type { PlaneRings } from '../method';

/** Rows of cell centres: how many there are, how high each lies, and where its first centre is. Metres. */
interface CentreRows {
  readonly rows: number;
  readonly columns: number;
  readonly southMetres: number;
  readonly stepMetres: number;
  readonly acrossMetres: number;
  readonly westOf: (row: number) => number;
}

/** Where the rings of one polygon cross the height of each row. */
function listCrossings(rings: PlaneRings, { rows, southMetres, stepMetres }: CentreRows): Map<number, number[]> {
  const crossings = new Map<number, number[]>();
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!;
      const [x2, y2] = ring[i]!;
      const [low, high] = [Math.min(y1, y2), Math.max(y1, y2)];
      const last = Math.min(rows - 1, Math.ceil((high - southMetres) / stepMetres));
      for (let row = Math.max(0, Math.floor((low - southMetres) / stepMetres)); row <= last; row++) {
        const y = southMetres + row * stepMetres;
        if (y1 > y === y2 > y) continue;
        const x = ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
        const known = crossings.get(row);
        if (known === undefined) crossings.set(row, [x]);
        else known.push(x);
      }
    }
  }
  return crossings;
}

function fillArea(area: readonly PlaneRings[], centres: CentreRows): Uint8Array {
  const mask = new Uint8Array(centres.columns * centres.rows);
  for (const rings of area) {
    for (const [row, crossings] of listCrossings(rings, centres)) {
      crossings.sort((a, b) => a - b);
      const west = centres.westOf(row);
      for (let at = 0; at + 1 < crossings.length; at += 2) {
        const first = Math.max(0, Math.ceil((crossings[at]! - west) / centres.acrossMetres));
        const last = Math.min(centres.columns - 1, Math.ceil((crossings[at + 1]! - west) / centres.acrossMetres) - 1);
        if (last >= first) mask.fill(1, row * centres.columns + first, row * centres.columns + last + 1);
      }
    }
  }
  return mask;
}

/**
 * 1 for each square cell whose centre lies in one of the polygons, else 0; by scan lines, so the cost grows with corners and rows.
 *
 * Accuracy: equals a test of every centre but for centres within rounding of an outline. Limits: no polygon gives zeros.
 */
export function maskGrid({ westMetres, southMetres, cellMetres, columns, rows }: StatGrid, area: readonly PlaneRings[]): Uint8Array {
  const west = westMetres + cellMetres / 2;
  return fillArea(area, { rows, columns, southMetres: southMetres + cellMetres / 2, stepMetres: cellMetres, acrossMetres: cellMetres, westOf: () => west });
}

/** 1 for each hexagon whose centre lies in one of the polygons, else 0. Accuracy and limits as of `maskGrid`. */
export function maskHexagons(grid: HexagonGrid, area: readonly PlaneRings[]): Uint8Array {
  const { columns, rows, southMetres, acrossMetres } = grid;
  const stepMetres = hexagonCentre(grid, columns)[1] - southMetres;
  return fillArea(area, { rows, columns, southMetres, stepMetres, acrossMetres, westOf: (row) => hexagonCentre(grid, row * columns)[0] });
}

/** The box around some polygons in metres: west, south, east, north; null without a corner. */
export function boxOfArea(area: readonly PlaneRings[]): readonly [west: number, south: number, east: number, north: number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rings of area) {
    for (const ring of rings) {
      for (const [x, y] of ring) [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    }
  }
  return west < east && south < north ? [west, south, east, north] : null;
}
