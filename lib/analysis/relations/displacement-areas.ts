import KDBush from 'kdbush';
import { matchControls } from '../../stats/displacement-design';
import { footprintOfDisc, stepAlong, type Footprint } from './footprint';
import type { AnalysisInput } from '../method';

/** Day numbers of the incidents in what was treated, across the border, and around. */
export interface AreaDays {
  readonly target: readonly number[];
  /** Other wards within the corridor; empty where the sides do not matter. */
  readonly facing: readonly number[];
  /** Everything else within the ring, on whatever side. */
  readonly ring: readonly number[];
}

/** How deep the corridor across the border and the ring around are, in metres. */
export interface BufferDepths {
  readonly corridorMetres: number;
  readonly ringMetres: number;
}

/** Sorts incidents by where they lie to a footprint of which `wards` are the treated sides. */
export function sortByArea({ points }: AnalysisInput, { field }: Footprint, wards: ReadonlySet<number> | null, { corridorMetres, ringMetres }: BufferDepths, among: Iterable<number>): AreaDays {
  const [target, facing, ring]: [number[], number[], number[]] = [[], [], []];
  for (const i of among) {
    const depth = field(points.xs[i]!, points.ys[i]!);
    if (depth < -Math.max(corridorMetres, ringMetres)) continue;
    const isTreatedSide = wards === null || wards.has(points.wards[i]!);
    if (depth >= 0 && isTreatedSide) {
      target.push(points.days[i]!);
      continue;
    }
    if (!isTreatedSide && points.wards[i]! >= 0 && depth >= -corridorMetres) facing.push(points.days[i]!);
    if (depth >= -ringMetres) ring.push(points.days[i]!);
  }
  return { target, facing, ring };
}

/** A stretch of border elsewhere that nothing was done at, with how alike it was beforehand. */
export interface ControlSegment {
  readonly x: number;
  readonly y: number;
  /** The ward that stands for the treated side, and the one across. */
  readonly ward: number;
  readonly across: number;
  readonly days: AreaDays;
  readonly distance: number;
}

/** What controls are matched by. */
export interface MatchQuestion {
  readonly footprint: Footprint;
  readonly hasSides: boolean;
  readonly depths: BufferDepths;
  readonly buffer: 'facing' | 'ring';
  readonly treated: AreaDays;
  /** First day of what was done, and weeks before it that are compared. */
  readonly date: number;
  readonly weeks: number;
  readonly most: number;
}

/** Counts of the weeks before a day, the last one last. */
function countWeeks(days: readonly number[], date: number, weeks: number): number[] {
  const counts = new Array<number>(weeks).fill(0);
  for (const day of days) {
    const week = weeks - Math.ceil((date - day) / 7);
    if (day < date && week >= 0) counts[week]!++;
  }
  return counts;
}

/**
 * Stretches of border elsewhere whose weekly counts before the date were most like those treated, alike first, none overlapping.
 *
 * A stretch is a disc as large as the footprint around a position of a border, tried with either ward as the treated side.
 * Those whose disc or buffer would touch the treated area's are left out. Limits: none without borders elsewhere or incidents there.
 */
export function matchSegments(input: AnalysisInput, question: MatchQuestion): ControlSegment[] {
  const { footprint, depths, buffer, treated, date, weeks, most } = question;
  const series = (days: AreaDays): number[] => [...countWeeks(days.target, date, weeks), ...countWeeks(days[buffer], date, weeks)];
  const candidates = listCandidates(input, question);
  const matched = matchControls(series(treated), candidates.map(({ days }) => series(days)), candidates.length);
  const kept: ControlSegment[] = [];
  const apart = 2 * (footprint.radiusMetres + Math.max(depths.corridorMetres, depths.ringMetres));
  for (const { candidate, distance } of matched) {
    if (kept.length >= most) break;
    const segment = candidates[candidate]!;
    if (kept.every(({ x, y }) => Math.hypot(x - segment.x, y - segment.y) >= apart)) kept.push({ ...segment, distance });
  }
  return kept;
}

function listCandidates(input: AnalysisInput, { footprint, hasSides, depths, buffer, date }: MatchQuestion): Omit<ControlSegment, 'distance'>[] {
  const { points, arcs } = input;
  if (points.count === 0) return [];
  const index = new KDBush(points.count, 64, Float64Array);
  for (let i = 0; i < points.count; i++) index.add(points.xs[i]!, points.ys[i]!);
  index.finish();
  const radius = footprint.radiusMetres;
  const reach = radius + Math.max(depths.corridorMetres, depths.ringMetres);
  return arcs.flatMap(({ wardA, wardB, lines }) => lines.flatMap((line) => spread(line, radius)).flatMap(([x, y]) => {
    if (footprint.field(x, y) > -(reach + Math.max(depths.corridorMetres, depths.ringMetres))) return [];
    const near = index.within(x, y, reach);
    if (near.length === 0) return [];
    const sides = hasSides ? ([[wardA, wardB], [wardB, wardA]] as const) : ([[wardA, wardB]] as const);
    return sides.flatMap(([ward, across]) => {
      const days = sortByArea(input, footprintOfDisc(x, y, radius), hasSides ? new Set([ward]) : null, depths, near);
      return [...days.target, ...days[buffer]].some((day) => day < date) ? [{ x, y, ward, across, days }] : [];
    });
  }));
}

/** Positions along a line about `metres` apart. */
function spread(line: Parameters<typeof stepAlong>[0], metres: number): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  let walked = metres / 2;
  let last: readonly [number, number] | undefined;
  for (const position of stepAlong(line, metres / 4)) {
    if (last !== undefined) walked += Math.hypot(position[0] - last[0], position[1] - last[1]);
    last = position;
    if (walked < metres) continue;
    kept.push(position);
    walked = 0;
  }
  return kept;
}
