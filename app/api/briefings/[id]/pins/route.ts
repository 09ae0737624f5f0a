import { addPinsToBriefing } from '@/lib/db/briefing-changes';
import { addPinsSchema } from '@/lib/domain/briefing';
import { actorNow } from '@/lib/http/analysis-run';
import { answerBriefingChange, checkUuid, NO_BRIEFING, refuseComposer } from '@/lib/http/briefing';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Takes waiting pins into a briefing that is ready: they become slides as of its instant, in the queue. */
export const POST = signedIn<{ id: string }>(async ({ request, session, client, params }) => {
  const refused = checkUuid(params.id, NO_BRIEFING) ?? (await refuseComposer(session, 'briefing', params.id, 'add_pins'));
  if (refused !== null) return refused;
  const body = await parseBody(addPinsSchema, request);
  if (body.kind === 'refused') return body.response;
  return answerBriefingChange(client, params.id, await addPinsToBriefing(params.id, body.value.version, [...new Set(body.value.pins)], await actorNow(session)));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
