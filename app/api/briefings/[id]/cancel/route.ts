import { cancelBriefing } from '@/lib/db/briefing-changes';
import { actorNow } from '@/lib/http/analysis-run';
import { answerBriefingChange, checkUuid, NO_BRIEFING, refuseComposer } from '@/lib/http/briefing';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Stops the composing: at once while it waits, within about a second while it is under way. */
export const POST = signedIn<{ id: string }>(async ({ session, client, params }) => {
  const refused = checkUuid(params.id, NO_BRIEFING) ?? (await refuseComposer(session, 'briefing', params.id, 'cancel'));
  if (refused !== null) return refused;
  return answerBriefingChange(client, params.id, await cancelBriefing(params.id, await actorNow(session)));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
