import { instantSchema, type Instant } from '../domain/instant';
import { patrolGeometrySchema, type PatrolGeometry } from '../domain/patrol';

/** Largest file of a track that is read, in bytes. */
export const MAX_TRACK_BYTES = 5 * 1024 * 1024;
/** Most positions of a track. */
export const MAX_TRACK_POINTS = 20_000;

/** A track read from a file, with its first and last time when the file tells; or what is wrong with which part of it. */
export type TrackResult =
  | { readonly kind: 'track'; readonly geometry: PatrolGeometry; readonly startedAt: Instant | null; readonly endedAt: Instant | null }
  | { readonly kind: 'invalid'; readonly field: string; readonly reason: string };

type Line = readonly (readonly [number, number])[];

/** Refuses a file. */
export const refuseTrack = (field: string, reason: string): TrackResult => ({ kind: 'invalid', field, reason });

/** Binds lines, or one area, and the times along them to a track; lines of fewer than two positions are left out. */
export function buildTrack(lines: readonly Line[], areas: readonly (readonly Line[])[], times: readonly string[]): TrackResult {
  const long = lines.filter((line) => line.length >= 2);
  const [area, ...more] = areas;
  if (long.length === 0 && area === undefined) return refuseTrack('(body)', 'holds no line of two positions and no area');
  if (area !== undefined && long.length > 0) return refuseTrack('(body)', 'holds both lines and an area: send one or the other');
  if (more.length > 0) return refuseTrack('(body)', 'holds several areas: send one at a time');
  const points = (area ?? long).reduce((sum, line) => sum + line.length, 0);
  if (points > MAX_TRACK_POINTS) return refuseTrack('(body)', `holds ${points} positions, at most ${MAX_TRACK_POINTS} are taken`);
  const geometry = patrolGeometrySchema.safeParse(area !== undefined ? { type: 'Polygon', coordinates: area }
    : long.length === 1 ? { type: 'LineString', coordinates: long[0] } : { type: 'MultiLineString', coordinates: long });
  if (!geometry.success) {
    const issue = geometry.error.issues[0];
    return refuseTrack(issue?.path.join('.') || '(body)', issue?.message ?? 'is no route and no area');
  }
  const span = readSpan(times);
  return 'kind' in span ? span : { kind: 'track', geometry: geometry.data, ...span };
}

/** First and last of the times along a track; the fault of one that is no instant. */
export function readSpan(times: readonly string[]): { readonly startedAt: Instant | null; readonly endedAt: Instant | null } | Extract<TrackResult, { kind: 'invalid' }> {
  const bad = times.find((one) => !instantSchema.safeParse(one).success);
  if (bad !== undefined) return { kind: 'invalid', field: 'time', reason: `"${bad.slice(0, 40)}" is no instant with an offset, such as 2026-05-01T21:04:00+07:00` };
  const sorted = [...times].sort((a, b) => Date.parse(a) - Date.parse(b)) as Instant[];
  return { startedAt: sorted[0] ?? null, endedAt: sorted.at(-1) ?? null };
}
