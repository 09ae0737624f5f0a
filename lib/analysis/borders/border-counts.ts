import { countChangeScaledZ } from '../../stats/count-change';
import { compareRates, type RateChange } from '../../stats/count-tails';
import type { ArcIndex } from '../plane/arc-index';
import type { AnalysisInput } from '../method';
import { listArcPlaces } from '../plane/place-on-arcs';

/** Incidents on both sides of a border within its width, in the last days and before them. */
export interface BorderCount {
  /** Place in the index's arcs. */
  readonly arc: number;
  readonly widthMetres: number;
  /** Places in the input's points. */
  readonly members: readonly number[];
  readonly inA: number;
  readonly inB: number;
  readonly recent: number;
  readonly change: RateChange;
  /** How notable the change is: 2(√after − √(c·before))/√(1 + c), c the ratio of the two lengths of time. */
  readonly changeZ: number;
}

/**
 * Incidents of each border: those that lie in one of its two wards within its width of the line they share.
 *
 * Limits: an incident near a junction belongs to each border of its ward that is near, so counts do not add up to the whole.
 */
export function countBorders({ points, firstDay, lastDay }: AnalysisInput, index: ArcIndex, widthOf: (arc: number) => number, recentDays: number): readonly BorderCount[] {
  const widths = index.arcs.map((_, arc) => widthOf(arc));
  const widest = Math.max(0, ...widths);
  const members = index.arcs.map((): number[] => []);
  for (let i = 0; i < points.count; i++) {
    const ward = points.wards[i]!;
    if (ward < 0) continue;
    for (const { arc, distanceMetres } of listArcPlaces(index, points.xs[i]!, points.ys[i]!, widest)) {
      const { wardA, wardB } = index.arcs[arc]!;
      if ((wardA === ward || wardB === ward) && distanceMetres <= widths[arc]!) members[arc]!.push(i);
    }
  }
  const earlier = lastDay - firstDay + 1 - recentDays;
  return members.map((own, arc) => {
    const inA = own.filter((i) => points.wards[i] === index.arcs[arc]!.wardA).length;
    const recent = own.filter((i) => points.days[i]! > lastDay - recentDays).length;
    const before = own.length - recent;
    return { arc, widthMetres: widths[arc]!, members: own, inA, inB: own.length - inA, recent, change: compareRates(before, earlier, recent, recentDays), changeZ: countChangeScaledZ(before, earlier, recent, recentDays) };
  });
}

/** Metres of known street within the width of each border, by places `stepMetres` apart. */
export function measureStreets({ streets }: AnalysisInput, index: ArcIndex, widthOf: (arc: number) => number, stepMetres = 20): Float64Array {
  const metres = new Float64Array(index.arcs.length);
  const widths = index.arcs.map((_, arc) => widthOf(arc));
  const widest = Math.max(0, ...widths);
  for (const { line } of streets) {
    for (let k = 1; k < line.length; k++) {
      const [[x1, y1], [x2, y2]] = [line[k - 1]!, line[k]!];
      const length = Math.hypot(x2 - x1, y2 - y1);
      const parts = Math.max(1, Math.round(length / stepMetres));
      for (let part = 0; part < parts; part++) {
        const share = (part + 0.5) / parts;
        for (const { arc, distanceMetres } of listArcPlaces(index, x1 + share * (x2 - x1), y1 + share * (y2 - y1), widest)) if (distanceMetres <= widths[arc]!) metres[arc]! += length / parts;
      }
    }
  }
  return metres;
}
