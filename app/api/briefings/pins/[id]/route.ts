import { removePin } from '@/lib/db/briefing-changes';
import { actorNow } from '@/lib/http/analysis-run';
import { problemOfChange } from '@/lib/http/answer-change';
import { checkUuid, refuseComposer } from '@/lib/http/briefing';
import { otherMethods } from '@/lib/http/other-methods';
import { problem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

const NO_PIN = 'there is no such pin';

/** Takes away a pin that waits: whoever pinned it, or an administrator. */
export const DELETE = signedIn<{ id: string }>(async ({ session, params }) => {
  const refused = checkUuid(params.id, NO_PIN) ?? (await refuseComposer(session, 'pin', params.id, 'remove'));
  if (refused !== null) return refused;
  const result = await removePin(params.id, await actorNow(session));
  if (result.kind === 'forbidden') return problem('forbidden', 'this is somebody else\'s pin; an administrator may take it away');
  return problemOfChange(result, NO_PIN) ?? new Response(null, { status: 204 });
});

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
