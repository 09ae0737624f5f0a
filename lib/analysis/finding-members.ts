import { MOST_FINDING_INCIDENTS } from '../domain/analysis-result';
import { boxOfArea } from './plane/area-mask';
import type { AnalysisInput, PlaneRings, ScopePoints } from './method';
import { isInRings } from './plane/plane-rings';

/** Places (in the order of the points) of the incidents that lie in some polygons. */
export function listMembers({ xs, ys, count }: Pick<ScopePoints, 'xs' | 'ys' | 'count'>, polygons: readonly PlaneRings[]): number[] {
  const boxed = polygons.flatMap((rings) => { const box = boxOfArea([rings]); return box === null ? [] : [{ rings, box }]; });
  const members: number[] = [];
  for (let i = 0; i < count; i++) {
    const [x, y] = [xs[i]!, ys[i]!];
    if (boxed.some(({ rings, box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && isInRings(rings, x, y))) members.push(i);
  }
  return members;
}

/** Ids of incidents as a finding keeps them: the first `MOST_FINDING_INCIDENTS`. */
export const idsOf = ({ points }: Pick<AnalysisInput, 'points'>, members: readonly number[]): string[] => members.slice(0, MOST_FINDING_INCIDENTS).map((i) => points.ids[i]!);
