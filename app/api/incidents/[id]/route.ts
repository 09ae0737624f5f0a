import { incidentChangeSchema } from '@/lib/domain/coordination';
import { changeIncidentBy } from '@/lib/http/incident-action';
import { findIncidentBody } from '@/lib/http/incident-dossier';
import { changeRequest } from '@/lib/http/incident-requests';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { uuidSchema } from '@/lib/http/queries';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** One incident with its coordination and history, as far as the reader may see it; what he may not see does not exist for him. */
export const GET = signedIn<{ id: string }>(async ({ client, session, params }) => {
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return fieldProblem('id', 'is not a UUID');
  const body = await findIncidentBody(client, session, id.data);
  return body === undefined ? fieldProblem('id', 'there is no such incident', 'not_found') : jsonAnswer(body);
});

/** One change of status, outcome, lead or deadlines, if nobody changed the incident since the version the sender saw. */
export const PATCH = signedIn<{ id: string }>(async (given) => {
  const body = await parseBody(incidentChangeSchema, given.request);
  return body.kind === 'refused' ? body.response : changeIncidentBy(given, changeRequest(body.value));
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
