import { findExport } from '@/lib/db/export-files';
import { checkUuid } from '@/lib/http/briefing';
import { NO_FILE } from '@/lib/http/export-request';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** How far a file is; only for whoever asked for it. */
export const GET = signedIn<{ id: string }>(async ({ client, params }) => {
  const refused = checkUuid(params.id, NO_FILE);
  if (refused !== null) return refused;
  const file = await findExport(client, params.id);
  return file === undefined ? fieldProblem('id', NO_FILE, 'not_found') : jsonAnswer(file);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
