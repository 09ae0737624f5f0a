import { z } from 'zod';
import type { Instant } from '../domain/instant';
import { BOOKING_STATUSES, PATROL_STATUSES, type ArcCoverage, type Patrol, type PatrolGeometry } from '../domain/patrol';
import { judgeSides, measureCover, uniteCoverage, type CoveredArc } from '../geo/arc-coverage';
import type { Stretch } from '../geo/stretches';
import type { Json } from './database.types';
import type { WardNaming } from './editions';
import { instantOf } from './instant-of';

const stretches = z.array(z.tuple([z.number(), z.number()]));

/** What a track or a plan covers, as it is stored. */
export const coverageSchema = z.array(z.object({ a: z.string(), b: z.string(), length: z.number(), sides: z.tuple([stretches, stretches]) }))
  .transform((arcs) => arcs.map(({ a, b, length, sides }): CoveredArc => ({ wardA: a, wardB: b, lengthMetres: length, sides })));

const centimetres = (metres: number): number => Math.round(metres * 100) / 100;

/** Coverage in the form it is stored in, to the centimetre. */
export function toCoverageJson(arcs: readonly CoveredArc[]): Json {
  const side = (given: readonly Stretch[]): Json => given.map(([from, to]) => [centimetres(from), centimetres(to)]);
  return arcs.map(({ wardA, wardB, lengthMetres, sides }) => ({ a: wardA, b: wardB, length: centimetres(lengthMetres), sides: [side(sides[0]), side(sides[1])] }));
}

// Written by the server from a parsed shape and by nobody else.
const geometry = z.custom<PatrolGeometry>((value) => typeof value === 'object' && value !== null);
const instant = z.string().transform(instantOf);

/** A patrol with all its parts as the API sends it. */
export const patrolRowSchema = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  edition_id: z.string(),
  cluster_id: z.string().nullable(),
  status: z.enum(PATROL_STATUSES),
  from_at: instant,
  to_at: instant,
  plan: geometry,
  reach_metres: z.number(),
  coverage: coverageSchema,
  patrol_bookings: z.array(z.object({ ward_code: z.string(), status: z.enum(BOOKING_STATUSES), version: z.number(), answered_at: instant.nullable() })),
  patrol_tracks: z.array(z.object({
    id: z.string(), ward_code: z.string(), source: z.enum(['drawn', 'gpx', 'geojson']), started_at: instant.nullable(), ended_at: instant.nullable(),
    length_metres: z.number(), geometry, coverage: coverageSchema, recorded_at: instant,
  })),
  patrol_remarks: z.array(z.object({ history_id: z.number(), ward_code: z.string().nullable(), body: z.string() })),
});
export type PatrolRow = z.output<typeof patrolRowSchema>;

/** Wards a patrol names, each `editionId/code`. */
export function listPatrolWardKeys(rows: readonly PatrolRow[]): Set<string> {
  return new Set(rows.flatMap(({ edition_id, coverage, patrol_bookings, patrol_tracks }) => {
    const arcs = [coverage, ...patrol_tracks.map((track) => track.coverage)].flat();
    return [...patrol_bookings.map((one) => one.ward_code), ...arcs.flatMap(({ wardA, wardB }) => [wardA, wardB])].map((code) => `${edition_id}/${code}`);
  }));
}

/** What is covered of an arc, measured and named; `patrols` and `lastAt` are the caller's to count. */
export function toArcCoverage(arc: CoveredArc, bothMetres: number, editionId: string, nameOf: WardNaming, told: { readonly patrols: number; readonly lastAt: Instant | null }): ArcCoverage {
  const { ofA, ofB, either } = measureCover(arc);
  return {
    editionId,
    wards: [nameOf(editionId, arc.wardA), nameOf(editionId, arc.wardB)],
    lengthMetres: arc.lengthMetres,
    coveredMetres: [ofA, ofB],
    bothMetres,
    ...told,
    sides: judgeSides([{ both: bothMetres, either }]),
  };
}

function describeCover(arcs: readonly CoveredArc[], editionId: string, nameOf: WardNaming, lastAt: Instant | null): Patrol['planned'] {
  return {
    sides: judgeSides(arcs.map(measureCover)),
    arcs: arcs.map((arc) => toArcCoverage(arc, measureCover(arc).both, editionId, nameOf, { patrols: 1, lastAt })),
  };
}

/** A row as the domain knows it; notes are missing where the reader may not read free text. */
export function toPatrol(row: PatrolRow, nameOf: WardNaming): Patrol {
  const named = (code: string) => nameOf(row.edition_id, code);
  // Remarks are only ever added: the newest of each ward is the one that counts.
  const remarks = [...row.patrol_remarks].sort((a, b) => b.history_id - a.history_id);
  const noteOf = (ward: string | null): string | null => remarks.find(({ ward_code }) => ward_code === ward)?.body ?? null;
  const bookings = [...row.patrol_bookings].sort((a, b) => (a.ward_code < b.ward_code ? -1 : 1));
  const tracks = [...row.patrol_tracks].sort((a, b) => (a.recorded_at < b.recorded_at ? -1 : 1));
  const lastAt = tracks.reduce<Instant | null>((last, { ended_at }) => (ended_at !== null && (last === null || ended_at > last) ? ended_at : last), null);
  return {
    id: row.id, version: row.version, name: row.name, editionId: row.edition_id, clusterId: row.cluster_id, status: row.status,
    from: row.from_at, to: row.to_at, plan: row.plan, reachMetres: row.reach_metres,
    bookings: bookings.map(({ ward_code, status, version, answered_at }) => ({ ward: named(ward_code), status, version, answeredAt: answered_at, note: noteOf(ward_code) })),
    joint: bookings.length > 1 && bookings.every(({ status }) => status === 'booked'),
    planned: describeCover(row.coverage, row.edition_id, nameOf, null),
    tracks: tracks.map((track) => ({
      id: track.id, ward: named(track.ward_code), source: track.source, startedAt: track.started_at, endedAt: track.ended_at,
      lengthMetres: track.length_metres, geometry: track.geometry, recordedAt: track.recorded_at,
    })),
    done: tracks.length === 0 ? null : describeCover(uniteCoverage(tracks.map(({ coverage }) => coverage)), row.edition_id, nameOf, lastAt ?? row.to_at),
    note: noteOf(null),
  };
}
