import type { DatabaseClient } from '../db/clients';
import { listZones } from '../db/zones';
import { MOST_ZONE_CORNERS, type Zone, type ZoneGeometry, type ZoneMerge } from '../domain/zone';
import { CUT_DECIMALS } from '../geo/clean-area';
import { polygonsOf } from '../geo/ellipsoid-area';
import { mergeAreas } from '../geo/merge-areas';
import { fieldProblem } from './problem';
import { checkZoneShape, findEditionExtent } from './zone-shape';
import { followingId, refuseReplacement, type Replacement } from './zone-split';

const LONGEST_EVIDENCE = 4_000;
/** Borders in common fall away, so that zones may hold more corners than what they make; joining more takes too long. */
const MOST_CORNERS_TOGETHER = 2 * MOST_ZONE_CORNERS;

const countCorners = (geometry: ZoneGeometry): number => polygonsOf(geometry).flat().reduce((sum, ring) => sum + ring.length - 1, 0);

/** Works out the one zone that takes the place of several: a draft, valid from the first of their days to the last. */
export async function prepareMerge(client: DatabaseClient, said: ZoneMerge): Promise<Replacement> {
  const wanted = said.zones.map(({ id, version }) => ({ id: id.toLowerCase(), version }));
  const found = await listZones(client, { ids: wanted.map(({ id }) => id) }, wanted.length);
  const zones: Zone[] = [];
  for (const [i, { id }] of wanted.entries()) {
    const zone = found.find((one) => one.id === id);
    if (zone === undefined) return { kind: 'refused', response: fieldProblem(`zones.${i}.id`, 'there is no such zone', 'not_found') };
    zones.push(zone);
  }
  const [first] = zones;
  if (first === undefined || zones.some(({ editionId }) => editionId !== first.editionId)) return refuseReplacement('zones', 'belong to different boundary editions');
  const corners = zones.reduce((sum, zone) => sum + countCorners(zone.geometry), 0);
  if (corners > MOST_CORNERS_TOGETHER) return refuseReplacement('zones', `hold ${corners} corners together, at most ${MOST_CORNERS_TOGETHER} are taken`);
  const geometry = mergeAreas(zones.map((zone) => zone.geometry));
  const edition = await findEditionExtent(first.editionId);
  if (geometry === null || edition === undefined) return refuseReplacement('zones', 'cover nothing');
  const check = checkZoneShape(geometry as ZoneGeometry, edition, CUT_DECIMALS);
  if (check.kind === 'fault') return refuseReplacement('zones', `together: ${check.reason}`);
  const evidence = zones.flatMap((one) => (one.evidence === null ? [] : [`${one.name}: ${one.evidence}`])).join('\n\n').slice(0, LONGEST_EVIDENCE).toWellFormed().trim();
  const made = {
    id: followingId('merged', ...wanted.flatMap(({ id, version }) => [id, version])), name: said.name, status: 'draft' as const, editionId: first.editionId,
    kind: zones.every(({ kind }) => kind === first.kind) ? first.kind : ('other' as const),
    validFrom: zones.map((one) => one.validFrom).reduce((a, b) => (a < b ? a : b)),
    validTo: zones.map((one) => one.validTo).reduce((a, b) => (a === null || b === null ? null : a > b ? a : b)),
    evidence: evidence === '' ? null : evidence, origin: { kind: 'merged' as const, zones: wanted.map(({ id }) => id) }, shape: check.shape, said,
  };
  return { kind: 'ok', made: [made] };
}
