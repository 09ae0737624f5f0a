import type { MultiPolygon, Polygon } from 'geojson';
import type { AnalysisInput } from '../method';
import type { WardRepeats } from './near-repeats';
import { boxAround, fieldOfAll, fieldOfAny, fieldOfDisc, fieldOfPolygons, indexLines, traceField, type PlaneField } from './plane-fields';

/** A strip across a border that recent incidents on the other side raise the risk in. */
export interface StepOverZone {
  readonly from: number;
  readonly to: number;
  /** Places in the points of the incidents that it stands for, the latest last. */
  readonly incidents: readonly number[];
  readonly lastDay: number;
  /** Σ of what is left of each incident: 1 on its day, 0 after the watch. */
  readonly weight: number;
  /** Repeats that went this way over those chance would make, drawn towards 1 where there were few. */
  readonly factor: number;
  readonly geometry: Polygon | MultiPolygon;
}

/** How near to a border, for how many days, and how many zones at most. */
export interface StepOverWatch {
  readonly distanceMetres: number;
  readonly watchDays: number;
  readonly most: number;
}

type Group = Pick<StepOverZone, 'from' | 'to' | 'incidents' | 'lastDay' | 'weight' | 'factor'>;

/** Wards across a border within reach of each recent incident. */
function listFacing({ points, arcs, lastDay }: AnalysisInput, { distanceMetres, watchDays }: StepOverWatch): Map<string, number[]> {
  const index = indexLines(arcs.map(({ lines }) => lines));
  const facing = new Map<string, number[]>();
  for (let i = 0; i < points.count; i++) {
    const from = points.wards[i]!;
    if (from < 0 || points.days[i]! <= lastDay - watchDays) continue;
    const targets = new Set([...index.near(points.xs[i]!, points.ys[i]!, distanceMetres).keys()].flatMap((arc) => [arcs[arc]!.wardA, arcs[arc]!.wardB]));
    for (const to of targets) if (to !== from) facing.set(`${String(from)} ${String(to)}`, [...(facing.get(`${String(from)} ${String(to)}`) ?? []), i]);
  }
  return facing;
}

/** Parts of some incidents that hang together over steps of at most `metres`, by their first. */
function joinNear({ points }: AnalysisInput, incidents: readonly number[], metres: number): number[][] {
  const parts: number[][] = [];
  for (const i of incidents) {
    const touching = parts.filter((part) => part.some((j) => Math.hypot(points.xs[i]! - points.xs[j]!, points.ys[i]! - points.ys[j]!) <= metres));
    const joined = [...touching.flat(), i].sort((a, b) => a - b);
    for (const part of touching) parts.splice(parts.indexOf(part), 1);
    parts.push(joined);
  }
  return parts.sort((a, b) => a[0]! - b[0]!);
}

function factorOf(repeats: readonly WardRepeats[], from: number, to: number): number {
  const pair = repeats.find(({ wardA, wardB }) => wardA === Math.min(from, to) && wardB === Math.max(from, to));
  const steps = pair === undefined ? 0 : from < to ? pair.fromA : pair.fromB;
  // One repeat as by chance beside those counted: a single one of 0.1 expected is not ten times the risk.
  return (steps + 1) / ((pair?.expected ?? 0) / 2 + 1);
}

function traceZone(input: AnalysisInput, group: Group, distanceMetres: number): StepOverZone[] {
  const { points, plane, wards } = input;
  const places = group.incidents.map((i): readonly [number, number] => [points.xs[i]!, points.ys[i]!]);
  const cell = Math.max(5, distanceMetres / 25);
  const near = fieldOfAny(places.map(([x, y]): PlaneField => fieldOfDisc(x, y, distanceMetres)));
  const box = boxAround(places, distanceMetres);
  if (box === null) return [];
  const geometry = traceField(plane, box, fieldOfAll([near, fieldOfPolygons(wards[group.to]!.polygons, 4 * cell, boxAround(places, distanceMetres * 1.5)!)], -3 * cell), cell);
  return geometry === null ? [] : [{ ...group, geometry }];
}

/**
 * Strips across borders to watch: within `distanceMetres` of incidents of the last `watchDays` days that lie on the other side.
 *
 * Weights decay by the day in a straight line. Source: near-repeat practice (Johnson & Bowers 2004), cut at the border; own
 * construction (capability 13). Limits: the `most` with the highest weight × factor; none without recent incidents near a border.
 */
export function listStepOverZones(input: AnalysisInput, repeats: readonly WardRepeats[], watch: StepOverWatch): StepOverZone[] {
  const { points, lastDay } = input;
  const groups = [...listFacing(input, watch)].flatMap(([key, incidents]) => {
    const [from, to] = key.split(' ').map(Number) as [number, number];
    return joinNear(input, incidents, watch.distanceMetres).map((part): Group => ({
      from, to, incidents: part, factor: factorOf(repeats, from, to),
      lastDay: part.reduce((latest, i) => Math.max(latest, points.days[i]!), 0),
      weight: part.reduce((sum, i) => sum + 1 - (lastDay - points.days[i]!) / watch.watchDays, 0),
    }));
  });
  return groups
    .sort((a, b) => b.weight * b.factor - a.weight * a.factor || a.from - b.from || a.to - b.to || a.incidents[0]! - b.incidents[0]!)
    .slice(0, watch.most)
    .flatMap((group) => traceZone(input, group, watch.distanceMetres));
}
