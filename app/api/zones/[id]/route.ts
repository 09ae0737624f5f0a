import { changeZone } from '@/lib/db/zone-changes';
import { zoneChangeSchema } from '@/lib/domain/zone';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow, answerZoneChange, findZonePage, openZone, readZone } from '@/lib/http/zone-page';
import { checkZoneShape, findEditionExtent } from '@/lib/http/zone-shape';

export const runtime = 'nodejs';

const MAX_ZONE_BYTES = 1024 * 1024;

/** One zone with its history; what the reader may not see does not exist for him. */
export const GET = signedIn<{ id: string }>(async (given) => {
  const opened = await readZone(given);
  if (opened.kind === 'refused') return opened.response;
  return jsonAnswer(await findZonePage(given.client, given.session, opened.zone.id));
});

/** Another shape, name, status …, if nobody changed the zone since the version the sender saw. Each change is a version of its own. */
export const PATCH = signedIn<{ id: string }>(async (given) => {
  const opened = await openZone(given, 'change');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(zoneChangeSchema, given.request, MAX_ZONE_BYTES);
  if (body.kind === 'refused') return body.response;
  const { geometry } = body.value;
  const edition = geometry === undefined ? undefined : await findEditionExtent(opened.zone.editionId);
  const check = geometry === undefined || edition === undefined ? null : checkZoneShape(geometry, edition);
  if (check?.kind === 'fault') return fieldProblem('geometry', check.reason, 'unprocessable');
  const result = await changeZone(opened.zone.id, body.value, check?.shape ?? null, await actorNow(given.session));
  return answerZoneChange(given, opened.zone.id, result);
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
