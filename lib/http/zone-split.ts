import { createHash } from 'node:crypto';
import type { ZoneToMake } from '../db/zone-changes';
import type { Zone, ZoneGeometry, ZoneSplit } from '../domain/zone';
import { CUT_DECIMALS } from '../geo/clean-area';
import { splitArea } from '../geo/split-area';
import { splitByWards } from '../geo/split-by-wards';
import { fieldProblem } from './problem';
import { checkZoneShape, findEditionExtent } from './zone-shape';

/** Zones that are to take the place of others, or the answer that says why they can not. */
export type Replacement = { readonly kind: 'ok'; readonly made: readonly ZoneToMake[] } | { readonly kind: 'refused'; readonly response: Response };

/** Refuses a replacement by its field. */
export const refuseReplacement = (field: string, message: string): Replacement => ({ kind: 'refused', response: fieldProblem(field, message, 'unprocessable') });

/** Most parts that one split makes. */
const MOST_PARTS = 200;
const LONGEST_NAME = 120;

/** An id that follows from what is done, so that the same sent twice makes the same zones. Source: RFC 9562, version 8. */
export function followingId(...parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = '89ab'[parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

interface Part {
  readonly geometry: ZoneGeometry;
  /** What tells it from the others when nobody gave it a name. */
  readonly label: string;
}

/** Works out the parts of a zone, largest first, each a draft of its own. */
export async function prepareSplit(zone: Zone, said: ZoneSplit): Promise<Replacement> {
  const edition = await findEditionExtent(zone.editionId);
  if (edition === undefined) throw new Error(`a zone has an edition the rules do not know: ${zone.editionId}`);
  const parts: readonly Part[] | null = said.line === undefined
    ? splitByWards(zone.geometry, edition.book.index.wards).map(({ code, geometry }) => ({ geometry: geometry as ZoneGeometry, label: edition.book.names.get(code) ?? code }))
    : splitArea(zone.geometry, said.line)?.map((geometry, i) => ({ geometry: geometry as ZoneGeometry, label: String(i + 1) })) ?? null;
  if (parts === null) return refuseReplacement('line', 'does not cut the zone from edge to edge');
  if (parts.length < 2) return refuseReplacement('by', 'the zone lies in one ward only');
  if (parts.length > MOST_PARTS) return refuseReplacement(said.line === undefined ? 'by' : 'line', `makes ${parts.length} parts, at most ${MOST_PARTS} are made`);
  if (said.names !== undefined && said.names.length > parts.length) return refuseReplacement('names', `holds ${said.names.length} names for ${parts.length} parts`);
  const made: ZoneToMake[] = [];
  for (const [i, { geometry, label }] of parts.entries()) {
    const check = checkZoneShape(geometry, edition, CUT_DECIMALS);
    if (check.kind === 'fault') return refuseReplacement(said.line === undefined ? 'by' : 'line', `part ${i + 1} (${label}) ${check.reason}`);
    const { kind, editionId, validFrom, validTo, evidence } = zone;
    made.push({
      id: followingId('split', zone.id, said.version, i), name: said.names?.[i] ?? `${zone.name.slice(0, LONGEST_NAME - label.length - 3)} (${label})`, kind, status: 'draft', editionId, validFrom, validTo, evidence,
      origin: { kind: 'split', zone: zone.id, version: said.version }, shape: check.shape, said: [said, i],
    });
  }
  return { kind: 'ok', made };
}
