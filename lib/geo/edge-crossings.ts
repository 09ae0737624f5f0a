import { orient2d } from 'robust-predicates';
import type { Position } from 'geojson';

/** How two edges meet: they pass through each other, one has an end on the other (also along it), or not at all. */
export type EdgeMeeting =
  | { readonly kind: 'cross'; readonly at: Position }
  | { readonly kind: 'touch'; readonly ends: readonly Position[] }
  | { readonly kind: 'apart' };

const APART: EdgeMeeting = { kind: 'apart' };

/** Whether a position known to be in line with an edge lies on it. */
const isWithin = ([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): boolean =>
  Math.min(ax!, bx!) <= x! && x! <= Math.max(ax!, bx!) && Math.min(ay!, by!) <= y! && y! <= Math.max(ay!, by!);

/**
 * How the edge a–b meets the edge c–d, decided without rounding; the place of a crossing is rounded as numbers are.
 *
 * `ends` holds each of the four ends that lies on the other edge, at one of its ends or between them.
 */
export function meetEdges(a: Position, b: Position, c: Position, d: Position): EdgeMeeting {
  if (Math.max(a[0]!, b[0]!) < Math.min(c[0]!, d[0]!) || Math.max(c[0]!, d[0]!) < Math.min(a[0]!, b[0]!)) return APART;
  if (Math.max(a[1]!, b[1]!) < Math.min(c[1]!, d[1]!) || Math.max(c[1]!, d[1]!) < Math.min(a[1]!, b[1]!)) return APART;
  const sideOf = (p: Position, from: Position, to: Position): number => orient2d(from[0]!, from[1]!, to[0]!, to[1]!, p[0]!, p[1]!);
  const [ofC, ofD, ofA, ofB] = [sideOf(c, a, b), sideOf(d, a, b), sideOf(a, c, d), sideOf(b, c, d)];
  const ends = [
    ...(ofC === 0 && isWithin(c, a, b) ? [c] : []), ...(ofD === 0 && isWithin(d, a, b) ? [d] : []),
    ...(ofA === 0 && isWithin(a, c, d) ? [a] : []), ...(ofB === 0 && isWithin(b, c, d) ? [b] : []),
  ];
  if (ends.length > 0) return { kind: 'touch', ends };
  if (ofC > 0 === ofD > 0 || ofA > 0 === ofB > 0 || ofC * ofD === 0 || ofA * ofB === 0) return APART;
  const share = ofA / (ofA - ofB);
  return { kind: 'cross', at: [a[0]! + share * (b[0]! - a[0]!), a[1]! + share * (b[1]! - a[1]!)] };
}
