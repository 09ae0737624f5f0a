import { createZones } from '@/lib/db/zone-changes';
import { listZones } from '@/lib/db/zones';
import { newZoneSchema } from '@/lib/domain/zone';
import { preferredType } from '@/lib/http/incident-page';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody, parseQuery } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';
import { prepareZone } from '@/lib/http/zone-make';
import { actorNow, answerZoneChange, refuseDrawing } from '@/lib/http/zone-page';
import { REPEATED_ZONE_PARAMETERS, zoneQuerySchema } from '@/lib/http/zone-queries';
import { buildZoneCollection } from '@/lib/interop/zone-collection';

export const runtime = 'nodejs';

const DEFAULT_LIMIT = 500;
/** A zone of as many corners as are allowed with its evidence. */
const MAX_ZONE_BYTES = 1024 * 1024;

/** The zones that the reader may see, last changed first; as JSON or GeoJSON by the Accept header. */
export const GET = signedIn(async ({ request, client }) => {
  const query = parseQuery(zoneQuerySchema, request.url, REPEATED_ZONE_PARAMETERS);
  if (query.kind === 'refused') return query.response;
  const { status: statuses, kind: kinds, day, bbox, limit = DEFAULT_LIMIT } = query.value;
  const [edition, ward] = query.value.ward?.includes('/') === true ? query.value.ward.split('/') : [undefined, query.value.ward];
  const asOf = new Date().toISOString();
  if (edition !== undefined && query.value.edition !== undefined && edition !== query.value.edition) return jsonAnswer({ zones: [], more: false, asOf });
  const found = await listZones(client, { statuses, kinds, day, bbox, ward, edition: edition ?? query.value.edition }, limit + 1);
  const zones = found.slice(0, limit);
  if (preferredType(request.headers.get('accept')) === 'application/geo+json') {
    return jsonAnswer(buildZoneCollection(zones), 200, { 'Content-Type': 'application/geo+json', 'Data-As-Of': asOf });
  }
  return jsonAnswer({ zones, more: found.length > limit, asOf });
});

/** Makes a zone, drawn by hand or taken from a finding. Sending an id twice makes one. */
export const POST = signedIn(async (given) => {
  const refusal = refuseDrawing(given.session);
  if (refusal !== null) return refusal;
  const body = await parseBody(newZoneSchema, given.request, MAX_ZONE_BYTES);
  if (body.kind === 'refused') return body.response;
  const made = await prepareZone(body.value, given.client);
  if (made.kind === 'refused') return made.response;
  return answerZoneChange(given, made.zone.id, await createZones([made.zone], 'drawn', await actorNow(given.session)), 201);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
