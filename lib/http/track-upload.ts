import { getRuleBook } from '../db/rule-book';
import type { NewTrack } from '../db/patrol-changes';
import type { Instant } from '../domain/instant';
import type { Patrol } from '../domain/patrol';
import { coverArcs, linesOfShape } from '../geo/arc-coverage';
import { routeMetres } from '../geo/route-pieces';
import { readGpxTrack } from '../interop/gpx-track';
import { readGeoJsonTrack } from '../interop/track-geojson';
import { MAX_TRACK_BYTES, type TrackResult } from '../interop/track-result';
import { findPatrolShapeFault } from '../rules/check-patrol-shape';
import { getEditionArcs } from './edition-arcs';
import { readLimited } from './parse';
import { fieldProblem, problem } from './problem';

/** How far outside the patrol's window a track's times may lie, in milliseconds: clocks of receivers, and the way home. */
const TIME_SLACK_MS = 24 * 3_600_000;

/** What is asked for with an upload. */
export interface TrackQuery {
  readonly ward: string;
  readonly startedAt?: Instant | undefined;
  readonly endedAt?: Instant | undefined;
  readonly source?: 'drawn' | undefined;
}

/** A track ready to be written, without its id; or the answer that refuses it. */
export type TrackUpload =
  | { readonly kind: 'ok'; readonly track: Omit<NewTrack, 'id'> }
  | { readonly kind: 'refused'; readonly response: Response };

const refuse = (response: Response): { kind: 'refused'; response: Response } => ({ kind: 'refused', response });
const GPX = /^(application\/(gpx\+xml|xml)|text\/xml)\b/i;
const GEOJSON = /^application\/(geo\+json|json)\b/i;

/** Reads, checks and measures an uploaded track of a patrol. */
export async function readUpload(request: Request, patrol: Patrol, query: TrackQuery): Promise<TrackUpload> {
  const type = request.headers.get('content-type') ?? '';
  const isGpx = GPX.test(type);
  if (!isGpx && !GEOJSON.test(type)) return refuse(fieldProblem('Content-Type', 'must be application/geo+json or application/gpx+xml', 'unsupported'));
  const bytes = await readLimited(request, MAX_TRACK_BYTES);
  if (bytes === null) return refuse(problem('too_large', `a file of at most ${String(MAX_TRACK_BYTES / 1024 / 1024)} MB is taken`));
  const read = readTrack(bytes, isGpx);
  if (read.kind === 'invalid') return refuse(fieldProblem(read.field, read.reason, 'unprocessable'));
  const [startedAt, endedAt] = [query.startedAt ?? read.startedAt, query.endedAt ?? read.endedAt];
  const badTime = findTimeFault(patrol, startedAt, endedAt);
  if (badTime !== null) return refuse(badTime);
  const measured = await measure(patrol, read.geometry);
  if (measured.kind === 'refused') return measured;
  return { kind: 'ok', track: { ...measured.track, ward: query.ward, source: query.source ?? (isGpx ? 'gpx' : 'geojson'), startedAt, endedAt, geometry: read.geometry } };
}

function readTrack(bytes: Uint8Array, isGpx: boolean): TrackResult {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'invalid', field: '(body)', reason: 'is not text in UTF-8' };
  }
  return isGpx ? readGpxTrack(text) : readGeoJsonTrack(text);
}

function findTimeFault({ from, to }: Patrol, startedAt: Instant | null, endedAt: Instant | null): Response | null {
  for (const [field, at] of [['startedAt', startedAt], ['endedAt', endedAt]] as const) {
    if (at === null) continue;
    if (Date.parse(at) < Date.parse(from) - TIME_SLACK_MS || Date.parse(at) > Date.parse(to) + TIME_SLACK_MS) {
      return fieldProblem(field, `${at} lies more than a day outside the window of the patrol`, 'unprocessable');
    }
  }
  const isReversed = startedAt !== null && endedAt !== null && Date.parse(startedAt) > Date.parse(endedAt);
  return isReversed ? fieldProblem('endedAt', 'lies before startedAt', 'unprocessable') : null;
}

async function measure({ editionId, reachMetres }: Patrol, geometry: NewTrack['geometry']): Promise<{ readonly kind: 'ok'; readonly track: Pick<NewTrack, 'lengthMetres' | 'coverage'> } | { readonly kind: 'refused'; readonly response: Response }> {
  const book = (await getRuleBook()).editions.find(({ edition }) => edition.id === editionId);
  if (book === undefined) throw new Error(`a patrol has an edition the rules do not know: ${editionId}`);
  const fault = findPatrolShapeFault(geometry, book.index, true);
  if (fault !== null) return refuse(fieldProblem('(body)', fault, 'unprocessable'));
  const coverage = coverArcs(geometry, reachMetres, book.index, await getEditionArcs(book));
  return { kind: 'ok', track: { lengthMetres: routeMetres(linesOfShape(geometry)), coverage } };
}
