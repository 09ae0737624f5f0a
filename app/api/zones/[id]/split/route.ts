import { replaceZones } from '@/lib/db/zone-changes';
import { listZones } from '@/lib/db/zones';
import { zoneSplitSchema } from '@/lib/domain/zone';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow, answerZoneChange, openZone } from '@/lib/http/zone-page';
import { prepareSplit } from '@/lib/http/zone-split';

export const runtime = 'nodejs';

/** Cuts a zone along a line or into its wards: the parts are drafts, the zone is closed, all at once. Sending it twice cuts once. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openZone(given, 'split');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(zoneSplitSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { version, remark } = body.value;
  const split = await prepareSplit(opened.zone, body.value);
  if (split.kind === 'refused') return split.response;
  const result = await replaceZones([{ id: opened.zone.id, version }], split.made, 'split', remark, await actorNow(given.session));
  if (result.kind !== 'done') return answerZoneChange(given, opened.zone.id, result);
  const made = await listZones(given.client, { ids: split.made.map(({ id }) => id) }, split.made.length);
  const order = new Map(split.made.map(({ id }, i) => [id, i]));
  const closed = (await listZones(given.client, { ids: [opened.zone.id] }, 1))[0];
  return jsonAnswer({ zones: made.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)), closed }, result.repeated ? 200 : 201);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
