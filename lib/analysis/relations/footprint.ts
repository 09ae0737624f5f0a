import { boxAround, fieldOfAny, fieldOfDisc, fieldOfLines, fieldOfPolygons, type PlaneBox, type PlaneField } from './plane-fields';
import type { AnalysisInput, PlaneLine, PlaneRings } from '../method';
import { isInRings } from '../plane/plane-rings';

/** An area that something was done in: how deep inside or how far outside a position lies, exact up to `capMetres` outside. */
export interface Footprint {
  readonly field: PlaneField;
  readonly box: PlaneBox;
  readonly centre: readonly [x: number, y: number];
  /** Radius of a disc of the same area, in metres. */
  readonly radiusMetres: number;
}

/** A disc as a footprint. */
export const footprintOfDisc = (x: number, y: number, radiusMetres: number): Footprint =>
  ({ field: fieldOfDisc(x, y, radiusMetres), box: [x - radiusMetres, y - radiusMetres, x + radiusMetres, y + radiusMetres], centre: [x, y], radiusMetres });

/** Side of the raster that measures a footprint: within about 2 % of its area. */
const RASTER = 100;

/** Lines and areas, both widened by `reachMetres`, as one footprint; null without any. */
export function footprintOf(lines: readonly PlaneLine[], areas: readonly PlaneRings[], reachMetres: number, capMetres: number): Footprint | null {
  const box = boxAround([...lines.flat(), ...areas.flat(2)], reachMetres);
  if (box === null) return null;
  const fields: PlaneField[] = [];
  if (lines.length > 0) fields.push(fieldOfLines(lines, reachMetres, reachMetres + capMetres));
  if (areas.length > 0) {
    const wide: PlaneBox = [box[0] - capMetres, box[1] - capMetres, box[2] + capMetres, box[3] + capMetres];
    fields.push(...areas.map((rings): PlaneField => {
      const field = fieldOfPolygons([rings], reachMetres + capMetres, wide);
      return (x, y) => field(x, y) + reachMetres;
    }));
  }
  const inside = fieldOfAny(fields);
  const field: PlaneField = (x, y) => (x < box[0] - capMetres || x > box[2] + capMetres || y < box[1] - capMetres || y > box[3] + capMetres ? -capMetres - 1 : inside(x, y));
  let covered = 0;
  for (const [x, y] of rasterOf(box)) if (field(x, y) >= 0) covered++;
  const area = (covered / RASTER ** 2) * (box[2] - box[0]) * (box[3] - box[1]);
  return { field, box, centre: [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2], radiusMetres: Math.sqrt(area / Math.PI) };
}

function* rasterOf([west, south, east, north]: PlaneBox): Generator<readonly [number, number]> {
  for (let row = 0; row < RASTER; row++) {
    for (let column = 0; column < RASTER; column++) yield [west + ((column + 0.5) / RASTER) * (east - west), south + ((row + 0.5) / RASTER) * (north - south)];
  }
}

/** Share of a footprint that lies in some wards, 0 to 1; 0 for one too small to measure. */
export function shareInWards({ wards }: AnalysisInput, { field, box }: Footprint, chosen: ReadonlySet<number>): number {
  const polygons = [...chosen].flatMap((ward) => wards[ward]!.polygons);
  let [all, inside] = [0, 0];
  for (const [x, y] of rasterOf(box)) {
    if (field(x, y) < 0) continue;
    all++;
    if (polygons.some((rings) => isInRings(rings, x, y))) inside++;
  }
  return all === 0 ? 0 : inside / all;
}

/** Wards whose border with a ward of `chosen` passes within `reachMetres` of a footprint: those that can see displacement across it. */
export function listFacingWards({ arcs }: AnalysisInput, { field }: Footprint, chosen: ReadonlySet<number>, reachMetres: number): ReadonlySet<number> {
  const facing = new Set<number>();
  for (const { wardA, wardB, lines } of arcs) {
    if (chosen.has(wardA) === chosen.has(wardB)) continue;
    if (lines.some((line) => stepAlong(line, 20).some(([x, y]) => field(x, y) >= -reachMetres))) facing.add(chosen.has(wardA) ? wardB : wardA);
  }
  return facing;
}

/** Positions along a line at most `stepMetres` apart, its ends among them. */
export function stepAlong(line: PlaneLine, stepMetres: number): (readonly [x: number, y: number])[] {
  return line.flatMap(([x, y], k) => {
    if (k === 0) return [[x, y] as const];
    const [fromX, fromY] = line[k - 1]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / stepMetres));
    return Array.from({ length: steps }, (_, step) => [fromX + ((x - fromX) * (step + 1)) / steps, fromY + ((y - fromY) * (step + 1)) / steps] as const);
  });
}
