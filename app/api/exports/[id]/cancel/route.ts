import { cancelExport, findExport } from '@/lib/db/export-files';
import { actorNow } from '@/lib/http/analysis-run';
import { problemOfChange } from '@/lib/http/answer-change';
import { checkUuid } from '@/lib/http/briefing';
import { NO_FILE } from '@/lib/http/export-request';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Stops the making of a file. */
export const POST = signedIn<{ id: string }>(async ({ session, client, params }) => {
  const refused = checkUuid(params.id, NO_FILE);
  if (refused !== null) return refused;
  return problemOfChange(await cancelExport(params.id, await actorNow(session)), NO_FILE) ?? jsonAnswer(await findExport(client, params.id));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
