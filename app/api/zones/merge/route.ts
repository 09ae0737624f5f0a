import { replaceZones } from '@/lib/db/zone-changes';
import { zoneMergeSchema } from '@/lib/domain/zone';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { problemOfChange } from '@/lib/http/answer-change';
import { signedIn } from '@/lib/http/signed-in';
import { prepareMerge } from '@/lib/http/zone-merge';
import { actorNow, answerZoneChange, refuseDrawing } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Makes one zone of several: it is a draft, they are closed, all at once. Sending it twice merges once. */
export const POST = signedIn(async (given) => {
  const refusal = refuseDrawing(given.session);
  if (refusal !== null) return refusal;
  const body = await parseBody(zoneMergeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const merged = await prepareMerge(given.client, body.value);
  if (merged.kind === 'refused') return merged.response;
  const old = body.value.zones.map(({ id, version }) => ({ id: id.toLowerCase(), version }));
  const result = await replaceZones(old, merged.made, 'merged', body.value.remark, await actorNow(given.session));
  const failure = problemOfChange(result, 'there is no such zone');
  return failure ?? answerZoneChange(given, merged.made[0]?.id ?? '', result, 201);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
