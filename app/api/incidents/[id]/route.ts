import { findIncident, listHistory } from '@/lib/db/incidents';
import { jsonAnswer } from '@/lib/http/json-answer';
import { fieldProblem } from '@/lib/http/problem';
import { uuidSchema } from '@/lib/http/queries';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** One incident with its history, as far as the reader may see it; what he may not see does not exist for him. */
export const GET = signedIn<{ id: string }>(async ({ client, params }) => {
  const id = uuidSchema.safeParse(params.id);
  if (!id.success) return fieldProblem('id', 'is not a UUID');
  const incident = await findIncident(client, id.data);
  if (incident === undefined) return fieldProblem('id', 'there is no such incident', 'not_found');
  const history = await listHistory(client, incident.id);
  return jsonAnswer({
    incident,
    history: history.map(({ at, actor, kind, before, after }) => ({ at, actorRole: actor.role, actorUnit: actor.unitId, kind, before, after })),
  });
});
