import { randomUUID } from 'node:crypto';
import { addPin } from '@/lib/db/briefing-changes';
import { listPins } from '@/lib/db/briefings';
import { getRuleBook } from '@/lib/db/rule-book';
import { newPinSchema } from '@/lib/domain/briefing';
import { actorNow } from '@/lib/http/analysis-run';
import { problemOfLimited, refuseComposer } from '@/lib/http/briefing';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { refusePinPath } from '@/lib/http/pin-path';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The pins that wait for a briefing, newest first. */
export const GET = signedIn(async ({ session, client }) => {
  const refused = await refuseComposer(session, 'pin', null, 'list');
  return refused ?? jsonAnswer({ pins: await listPins(client) });
});

/** Keeps a pin until a briefing takes it. Sending an id twice makes one. */
export const POST = signedIn(async ({ request, session, client }) => {
  const refused = await refuseComposer(session, 'pin', null, 'pin');
  if (refused !== null) return refused;
  const body = await parseBody(newPinSchema, request);
  if (body.kind === 'refused') return body.response;
  const { id = randomUUID(), kind, title, path } = body.value;
  const wrong = await refusePinPath(client, await getRuleBook(), { kind, path });
  if (wrong !== null) return wrong;
  const result = await addPin({ id, kind, title, path }, await actorNow(session));
  const failure = problemOfLimited(result, 'pins', 'there is no such pin');
  if (failure !== null) return failure;
  return jsonAnswer((await listPins(client)).find((pin) => pin.id === id) ?? null, result.kind === 'done' && result.repeated ? 200 : 201);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
