import { createHash } from 'node:crypto';
import { localMetric, shortDistanceMetres } from '../../geo/ellipsoid';
import type { LngLat } from '../../geo/types';
import { assessPoint } from '../../rules/assess-point';
import type { RuleBook } from '../../rules/rule-book';

/** Anything with an id and a place. */
export interface Maskable {
  readonly id: string;
  readonly position: LngLat;
}

/** How far points are moved, and what decides whereto. */
export interface MaskOptions {
  /**
   * Must not leave the building: who knows it and an id can move a point back. The same seed moves a point to the same place
   * in every file, so that two files of one briefing can not be averaged.
   */
  readonly seed: string;
  /** The instant whose boundaries and agreements hold; a point stays on its side of each of them. */
  readonly at: string;
  readonly leastMetres?: number;
  readonly mostMetres?: number;
}

/** Points that were moved, and how many found no place and were left off. */
export interface MaskedPoints<T> {
  readonly points: readonly T[];
  readonly leftOff: number;
}

const LEAST_METRES = 60;
const MOST_METRES = 150;
/** Places tried for a point; in a border zone of 25 m about one in eight will do. */
const MOST_TRIES = 240;
/** Of the range, at either end: rounding to six decimals (0.1 m) must not leave it. */
const ROUNDING_METRES = 0.2;
const DECIMALS = 1e6;

/** What must stay as it was: owner, border zone, nearest neighbour and focus area, by the rule's own assessment. */
function describe(rules: RuleBook, position: LngLat, at: string): string | null {
  const answer = assessPoint(rules, { position, at, detections: [] });
  if (answer.kind !== 'assessed') return null;
  const { location: { ownerCode }, zone } = answer.assessment;
  return [ownerCode ?? '', zone.isBorderZone, zone.neighbours[0]?.code ?? '', zone.focusArea?.id ?? ''].join(' ');
}

const UINT32 = 2 ** 32;

/** Two numbers from 0 to below 1 that seed, id and try decide (SHA-256). */
function drawTwo(seed: string, id: string, attempt: number): readonly [number, number] {
  const bytes = createHash('sha256').update(JSON.stringify([seed, id, attempt])).digest();
  return [bytes.readUInt32BE(0) / UINT32, bytes.readUInt32BE(4) / UINT32];
}

/** A place in the ring between two distances, evenly over its area. */
function shift([longitude, latitude]: LngLat, least: number, most: number, [share, turn]: readonly [number, number]): LngLat {
  const { metresPerDegreeEast, metresPerDegreeNorth } = localMetric(latitude);
  const metres = Math.sqrt(least * least + share * (most * most - least * least));
  const angle = turn * 2 * Math.PI;
  const x = longitude + (metres * Math.sin(angle)) / metresPerDegreeEast;
  const y = latitude + (metres * Math.cos(angle)) / metresPerDegreeNorth;
  return [Math.round(x * DECIMALS) / DECIMALS, Math.round(y * DECIMALS) / DECIMALS];
}

/**
 * Moves points so that no address can be read from a map, each at least `leastMetres` (60) and at most `mostMetres` (150) away.
 *
 * A point never crosses a ward line, nor the edge of its border zone, nor gets another nearest neighbour or focus area there. One
 * that finds no such place is left off and counted. Equal input gives equal places.
 * Limits: a point that no edition covers is left off. Ids stay on the points; leave them out of what leaves the building.
 */
export function maskPoints<T extends Maskable>(points: readonly T[], rules: RuleBook, options: MaskOptions): MaskedPoints<T> {
  const { seed, at, leastMetres = LEAST_METRES, mostMetres = MOST_METRES } = options;
  const moved = points.flatMap((point): T[] => {
    const before = describe(rules, point.position, at);
    if (before === null) return [];
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const position = shift(point.position, leastMetres + ROUNDING_METRES, mostMetres - ROUNDING_METRES, drawTwo(seed, point.id, attempt));
      const metres = shortDistanceMetres(point.position, position);
      if (metres >= leastMetres && metres <= mostMetres && describe(rules, position, at) === before) return [{ ...point, position }];
    }
    return [];
  });
  return { points: moved, leftOff: points.length - moved.length };
}
