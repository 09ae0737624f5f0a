import type { z } from 'zod';
import type { ZoneToMake } from '../db/zone-changes';
import { getRuleBook } from '../db/rule-book';
import { dayOf } from '../domain/instant';
import type { ZoneImport } from '../domain/zone';
import { listZoneFeatures, MAX_ZONE_FILE_BYTES, readZoneFeature, type ZoneFeature } from '../interop/zone-file';
import { nameWard } from '../rules/rule-book';
import { mapInTurns } from './map-in-turns';
import { readLimited } from './parse';
import { fieldProblem, problem } from './problem';
import { checkZoneShape, findEditionExtent } from './zone-shape';
import type { zoneImportQuerySchema } from './zone-queries';
import { followingId } from './zone-split';

const KML = /^(application\/(vnd\.google-earth\.kml\+xml|xml)|text\/xml)\b/i;
const GEOJSON = /^application\/(geo\+json|json)\b/i;

/** A file looked through: what can be said of each feature, and the drafts that its good ones make; or the answer that refuses it. */
export type ImportReading =
  | { readonly kind: 'ok'; readonly features: ZoneImport['features']; readonly drafts: readonly ZoneToMake[] }
  | { readonly kind: 'refused'; readonly response: Response };

const refuse = (response: Response): ImportReading => ({ kind: 'refused', response });

/** Reads a file of zones that an account uploads. The same sent again makes drafts with the same ids. */
export async function readImport(request: Request, userId: string, query: z.output<typeof zoneImportQuerySchema>): Promise<ImportReading> {
  const type = request.headers.get('content-type') ?? '';
  const format = KML.test(type) ? 'kml' : GEOJSON.test(type) ? 'geojson' : null;
  if (format === null) return refuse(fieldProblem('Content-Type', 'must be application/geo+json or application/vnd.google-earth.kml+xml', 'unsupported'));
  const edition = await findEditionExtent(query.edition);
  if (edition === undefined) return refuse(fieldProblem('edition', 'there is no such edition', 'unprocessable'));
  const bytes = await readLimited(request, MAX_ZONE_FILE_BYTES);
  if (bytes === null) return refuse(problem('too_large', `a file of at most ${String(MAX_ZONE_FILE_BYTES / 1024 / 1024)} MB is taken`));
  const text = decode(bytes);
  if (text === null) return refuse(fieldProblem('(body)', 'is not text in UTF-8', 'unprocessable'));
  const listed = listZoneFeatures(text, format);
  if (listed.kind === 'invalid') return refuse(fieldProblem(listed.field, listed.reason, 'unprocessable'));
  const validFrom = query.validFrom ?? dayOf(new Date().toISOString(), (await getRuleBook()).timeZone);
  const drafts: ZoneToMake[] = [];
  const look = (feature: ZoneFeature): ZoneImport['features'][number] => {
    if (feature.kind === 'fault') return feature;
    const check = checkZoneShape(feature.geometry, edition);
    if (check.kind === 'fault') return { kind: 'fault', place: feature.place, name: feature.name, reason: check.reason };
    const { geometry, areaSquareMetres, shares } = check.shape;
    drafts.push({ ...draftOf(feature, query, format, edition.book.edition.id, [userId, query.id ?? text]), validFrom, shape: check.shape });
    return { ...feature, geometry, areaSquareMetres, wards: shares.map(({ code, share }) => ({ ward: nameWard(edition.book, code), areaShare: share })) };
  };
  // A feature takes up to a second: between two of them, others are answered.
  const features = await mapInTurns(listed.features, (feature, i) => look(readZoneFeature(feature, i + 1, edition.extent)));
  return { kind: 'ok', features, drafts };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The file's name is somebody's words: it is kept as evidence, which viewers do not read. */
function draftOf({ place, name }: ZoneFeature, { file, kind }: z.output<typeof zoneImportQuerySchema>, format: 'geojson' | 'kml', editionId: string, key: readonly string[]): Omit<ZoneToMake, 'shape' | 'validFrom'> {
  const id = followingId('imported', editionId, ...key, place);
  return { id, name: name ?? `${file.slice(0, 100)} ${place}`, kind, status: 'draft', editionId, validTo: null, evidence: file, origin: { kind: 'imported', format }, said: [editionId, key, place] };
}
