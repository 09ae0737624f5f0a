import { changeBriefing } from '@/lib/db/briefing-changes';
import { findBriefingDetail } from '@/lib/db/briefings';
import { briefingChangeSchema } from '@/lib/domain/briefing';
import { actorNow } from '@/lib/http/analysis-run';
import { answerBriefingChange, checkUuid, NO_BRIEFING, refuseComposer, refuseReader } from '@/lib/http/briefing';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The longest deck with a note on every slide. */
const MAX_DECK_BYTES = 1024 * 1024;

/** One briefing with its content and deck; free text only where snapshot and role admit it. */
export const GET = signedIn<{ id: string }>(async ({ session, client, params }) => {
  const refused = refuseReader(session) ?? checkUuid(params.id, NO_BRIEFING);
  if (refused !== null) return refused;
  const briefing = await findBriefingDetail(client, params.id);
  return briefing === undefined ? fieldProblem('id', NO_BRIEFING, 'not_found') : jsonAnswer(briefing);
});

/** Another title, mark or deck, if nobody changed it since the version the sender saw; the content can not be changed. */
export const PATCH = signedIn<{ id: string }>(async ({ request, session, client, params }) => {
  const refused = checkUuid(params.id, NO_BRIEFING) ?? (await refuseComposer(session, 'briefing', params.id, 'change'));
  if (refused !== null) return refused;
  const body = await parseBody(briefingChangeSchema, request, MAX_DECK_BYTES);
  if (body.kind === 'refused') return body.response;
  return answerBriefingChange(client, params.id, await changeBriefing(params.id, body.value, await actorNow(session)));
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
