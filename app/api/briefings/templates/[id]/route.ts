import { changeTemplate, removeTemplate } from '@/lib/db/briefing-changes';
import { listTemplates } from '@/lib/db/briefings';
import { templateChangeSchema } from '@/lib/domain/briefing';
import { actorNow } from '@/lib/http/analysis-run';
import { problemOfChange } from '@/lib/http/answer-change';
import { checkUuid, refuseComposer } from '@/lib/http/briefing';
import { NO_TEMPLATE, templateAreaProblem } from '@/lib/http/briefing-template';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Changes a template, if nobody did since the version the sender saw; what it composed already stays as it is. */
export const PATCH = signedIn<{ id: string }>(async ({ request, session, client, params }) => {
  const refused = checkUuid(params.id, NO_TEMPLATE) ?? (await refuseComposer(session, 'template', params.id, 'change'));
  if (refused !== null) return refused;
  const body = await parseBody(templateChangeSchema, request);
  if (body.kind === 'refused') return body.response;
  const wrong = body.value.area === undefined ? null : await templateAreaProblem(client, body.value.area, new Date().toISOString());
  if (wrong !== null) return wrong;
  const result = await changeTemplate(params.id, body.value, await actorNow(session));
  const current = (await listTemplates(client)).find(({ id }) => id === params.id);
  const failure = problemOfChange(result, NO_TEMPLATE);
  if (failure === null) return jsonAnswer(current);
  if (result.kind !== 'conflict' || current === undefined) return failure;
  return jsonAnswer({ ...((await failure.json()) as object), current }, failure.status, { 'Content-Type': 'application/problem+json' });
});

/** Takes a template out of use; its briefings stay. */
export const DELETE = signedIn<{ id: string }>(async ({ session, params }) => {
  const refused = checkUuid(params.id, NO_TEMPLATE) ?? (await refuseComposer(session, 'template', params.id, 'remove'));
  if (refused !== null) return refused;
  return problemOfChange(await removeTemplate(params.id, await actorNow(session)), NO_TEMPLATE) ?? new Response(null, { status: 204 });
});

export const { GET, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
