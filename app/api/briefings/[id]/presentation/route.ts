import { findBriefingDetail } from '@/lib/db/briefings';
import { createServiceClient } from '@/lib/db/clients';
import { getRuleBook } from '@/lib/db/rule-book';
import { checkUuid, NO_BRIEFING, refuseReader } from '@/lib/http/briefing';
import { presentBriefing } from '@/lib/http/briefing-presentation';
import { presentationQuerySchema } from '@/lib/http/briefing-queries';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** A briefing as it is projected: frame, slides in the deck's order, maps as SVG. Everything that a screen needs without the server. */
export const GET = signedIn<{ id: string }>(async ({ request, session, client, params }) => {
  const refused = refuseReader(session) ?? checkUuid(params.id, NO_BRIEFING);
  if (refused !== null) return refused;
  const query = parseQuery(presentationQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const briefing = await findBriefingDetail(client, params.id);
  if (briefing === undefined) return fieldProblem('id', NO_BRIEFING, 'not_found');
  const presentation = await presentBriefing(createServiceClient(), await getRuleBook(), briefing, query.value.language, query.value.theme);
  return presentation === null ? fieldProblem('id', 'this briefing has no content yet', 'unprocessable') : jsonAnswer(presentation);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
