import type { Cluster, FocusArea } from '../domain/boundary';
import type { Day } from '../domain/instant';
import { isInForce } from '../domain/instant';
import { locateWard } from '../geo/locate-ward';
import { findAreaFault } from '../geo/shape-faults';
import type { LngLat } from '../geo/types';
import type { EditionBook } from './rule-book';
import { listTouchedWards } from './focus-area';

/** Farthest that any part of a focus area may lie from the cluster's members, in metres. */
export const FOCUS_REACH_METRES = 1_000;

/** Why a shape can be no focus area of a cluster from a day on; null when it can. */
export function findFocusAreaFault(shape: FocusArea['shape'], cluster: Cluster, book: EditionBook, day: Day): string | null {
  const members = new Set(cluster.members.filter((one) => isInForce(one, day)).map(({ wardCode }) => wardCode));
  const fault = shape.kind === 'polygon' ? findAreaFault(shape.coordinates) : null;
  if (fault !== null) return fault;
  const far = cornersOf(shape).find((corner) => !isNear(corner, members, book));
  if (far !== undefined) return `lies more than ${FOCUS_REACH_METRES} m from every member, at ${far.map((one) => one.toFixed(6)).join(', ')}`;
  if (!listTouchedWards({ shape }, book.index).some((code) => members.has(code))) return 'touches no member of the cluster';
  return null;
}

const cornersOf = (shape: FocusArea['shape']): readonly LngLat[] => (shape.kind === 'circle' ? [shape.centre] : shape.coordinates.flat());

function isNear(position: LngLat, members: ReadonlySet<string>, { index }: EditionBook): boolean {
  const { candidates, ownerCode, neighbours } = locateWard(index, position, FOCUS_REACH_METRES);
  return [...candidates, ownerCode ?? '', ...neighbours.map(({ code }) => code)].some((code) => members.has(code));
}
