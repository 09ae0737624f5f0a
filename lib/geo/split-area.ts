import type { MultiPolygon, Polygon, Position } from 'geojson';
import { absorbSlivers } from './absorb-slivers';
import { buildAreaTest } from './area-test';
import { cleanArea, CUT_DECIMALS, isSliver, roundDegrees, toArea } from './clean-area';
import { meetEdges } from './edge-crossings';
import { localMetric } from './ellipsoid';
import { areaOf, polygonsOf } from './ellipsoid-area';
import { findInterior } from './interior-position';
import { traceFaces } from './trace-faces';
import type { LngLat } from './types';

type Area = Polygon | MultiPolygon;
type Edge = readonly [Position, Position];

/** Most corners of a line that splits. */
export const MOST_LINE_CORNERS = 1_000;
/** How far a line is drawn out beyond its ends, in metres: an end put on the outline may lie 1 cm short of it. */
const REACH_METRES = 0.5;

/**
 * Cuts an area along a line wherever the line crosses it from edge to edge, into two or more parts, largest first; null when the
 * line cuts nothing off.
 *
 * Every piece becomes a part of its own; polygons of the area that the line leaves alone stay with the largest. Ends of the line
 * that hang inside the area are passed over. Accuracy: the parts add up to the area within 1e-8 of it; where the line crosses the
 * outline a corner is put at 0.1 mm. Pieces thinner than 10 cm go to a neighbour.
 */
export function splitArea(area: Area, line: readonly LngLat[]): Area[] | null {
  const blade = edgesOf([drawOut(line)]);
  const pieces: Position[][][] = [];
  const untouched: Position[][][] = [];
  for (const rings of polygonsOf(area)) {
    const cut = cutPolygon(rings, blade);
    if (cut.length > 1) pieces.push(...cut);
    else untouched.push(rings);
  }
  const solid = pieces.filter((one) => !isSliver(one)).flatMap((rings) => cleanArea({ type: 'Polygon', coordinates: rings }, CUT_DECIMALS) ?? []);
  if (solid.length < 2) return null;
  const whole = absorbSlivers(solid, pieces.filter(isSliver)).sort((a, b) => areaOf(b) - areaOf(a));
  const [largest, ...others] = whole;
  const kept = toArea([...(largest === undefined ? [] : polygonsOf(largest)), ...untouched]);
  return kept === null ? null : [kept, ...others];
}

function drawOut(line: readonly LngLat[]): Position[] {
  const corners = line.filter(([x, y], i) => i === 0 || x !== line[i - 1]![0] || y !== line[i - 1]![1]);
  if (corners.length < 2) return [];
  const beyond = ([ax, ay]: LngLat, [bx, by]: LngLat): Position => {
    const metric = localMetric(ay);
    const metres = Math.hypot((ax - bx) * metric.metresPerDegreeEast, (ay - by) * metric.metresPerDegreeNorth);
    return [ax + ((ax - bx) * REACH_METRES) / metres, ay + ((ay - by) * REACH_METRES) / metres];
  };
  return [beyond(corners[0]!, corners[1]!), ...corners.map((one) => [...one]), beyond(corners.at(-1)!, corners.at(-2)!)];
}

const edgesOf = (lines: readonly (readonly Position[])[]): Edge[] => lines.flatMap((line) => line.slice(1).map((to, i): Edge => [line[i]!, to]));

/** The pieces of one polygon between its own outline and the blade. */
function cutPolygon(rings: readonly Position[][], blade: readonly Edge[]): Position[][][] {
  const outline = edgesOf(rings);
  const cutsOf = new Map<Edge, Position[]>();
  const cut = (edge: Edge, at: Position): void => { cutsOf.set(edge, [...(cutsOf.get(edge) ?? []), at]); };
  blade.forEach((edge, i) => {
    for (const other of [...outline, ...blade.slice(i + 1)]) {
      const meeting = meetEdges(...edge, ...other);
      const places = meeting.kind === 'cross' ? [meeting.at] : meeting.kind === 'touch' ? meeting.ends : [];
      for (const place of places) { cut(edge, place); cut(other, place); }
    }
  });
  if (cutsOf.size === 0) return [];
  const pieces = new Map<string, Edge>();
  for (const edge of [...outline, ...blade]) for (const [from, to] of piecesOf(edge, cutsOf.get(edge) ?? [])) {
    const [a, b] = [from.join(), to.join()];
    if (a !== b) pieces.set(a < b ? `${a} ${b}` : `${b} ${a}`, [from, to]);
  }
  const faces = traceFaces([...pieces.values()]);
  const covers = buildAreaTest({ type: 'Polygon', coordinates: rings.map((ring) => [...ring]) });
  return faces.filter((face) => {
    const inside = findInterior(face);
    return inside !== null && covers(inside);
  });
}

/** An edge between its cuts, in their order along it. Both edges that meet take the same rounded place, so that ends are equal. */
function piecesOf([from, to]: Edge, cuts: readonly Position[]): Edge[] {
  const along = ([x, y]: Position): number => (x! - from[0]!) * (to[0]! - from[0]!) + (y! - from[1]!) * (to[1]! - from[1]!);
  const rounded = [from, ...[...cuts].sort((a, b) => along(a) - along(b)), to].map(([x, y]) => [roundDegrees(x!, CUT_DECIMALS), roundDegrees(y!, CUT_DECIMALS)]);
  return rounded.slice(1).map((next, i): Edge => [rounded[i]!, next]);
}
