import { listEditions, listSuccessions } from '@/lib/db/editions';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Which wards of other editions an edition's wards came from or went to, with the share of area each takes over. */
export const GET = signedIn<{ id: string }>(async ({ client, params }) => {
  const isKnown = (await listEditions(client)).some(({ id }) => id === params.id);
  if (!isKnown) return fieldProblem('id', 'there is no such edition', 'not_found');
  return jsonAnswer({ successions: await listSuccessions(client, params.id) });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
