import { randomUUID } from 'node:crypto';
import { addTemplate } from '@/lib/db/briefing-changes';
import { listTemplates } from '@/lib/db/briefings';
import { newTemplateSchema } from '@/lib/domain/briefing';
import { actorNow } from '@/lib/http/analysis-run';
import { problemOfChange } from '@/lib/http/answer-change';
import { refuseComposer } from '@/lib/http/briefing';
import { NO_TEMPLATE, templateAreaProblem } from '@/lib/http/briefing-template';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The templates with the briefing each composed last. */
export const GET = signedIn(async ({ session, client }) => {
  const refused = await refuseComposer(session, 'template', null, 'list');
  return refused ?? jsonAnswer({ templates: await listTemplates(client) });
});

/** A briefing that composes itself from the next time it is due. Sending an id twice makes one. */
export const POST = signedIn(async ({ request, session, client }) => {
  const refused = await refuseComposer(session, 'template', null, 'make');
  if (refused !== null) return refused;
  const body = await parseBody(newTemplateSchema, request);
  if (body.kind === 'refused') return body.response;
  const template = { ...body.value, id: body.value.id ?? randomUUID() };
  const wrong = await templateAreaProblem(client, template.area, new Date().toISOString());
  if (wrong !== null) return wrong;
  const result = await addTemplate(template, await actorNow(session));
  const failure = problemOfChange(result, NO_TEMPLATE);
  if (failure !== null) return failure;
  return jsonAnswer((await listTemplates(client)).find(({ id }) => id === template.id) ?? null, result.kind === 'done' && result.repeated ? 200 : 201);
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
