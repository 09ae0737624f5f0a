import { cancelRun } from '@/lib/db/analysis-changes';
import { actorNow, answerRunChange, checkId, refuseRole } from '@/lib/http/analysis-run';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Stops a run: at once while it waits, within about a second while it is computed. */
export const POST = signedIn<{ id: string }>(async ({ session, client, params }) => {
  const refused = refuseRole(session, true) ?? checkId(params.id);
  if (refused !== null) return refused;
  return answerRunChange(client, params.id, await cancelRun(params.id, await actorNow(session)));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
