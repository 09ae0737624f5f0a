import { randomUUID } from 'node:crypto';
import { listBriefings } from '@/lib/db/briefings';
import { newBriefingSchema } from '@/lib/domain/briefing';
import { refuseComposer, refuseReader, submitAndAnswerBriefing } from '@/lib/http/briefing';
import { briefingQuerySchema } from '@/lib/http/briefing-queries';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody, parseQuery } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

const DEFAULT_LIMIT = 100;

/** The briefings that the reader may see, newest first, without their content. */
export const GET = signedIn(async ({ request, session, client }) => {
  const refused = refuseReader(session);
  if (refused !== null) return refused;
  const query = parseQuery(briefingQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const { limit = DEFAULT_LIMIT, ...filter } = query.value;
  return jsonAnswer({ briefings: await listBriefings(client, filter, limit) });
});

/** Asks for a briefing; it waits in the queue for the process that composes. Sending an id twice makes one. */
export const POST = signedIn(async ({ request, session, client }) => {
  const refused = await refuseComposer(session, 'briefing', null, 'compose');
  if (refused !== null) return refused;
  const body = await parseBody(newBriefingSchema, request);
  if (body.kind === 'refused') return body.response;
  return submitAndAnswerBriefing(client, session, body.value.id ?? randomUUID(), body.value, Date.now());
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
