import { findEditionGeometry } from '@/lib/http/edition-geometry';
import { sendKept } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The border arcs between wards of an edition as GeoJSON. */
export const GET = signedIn<{ id: string }>(async ({ request, client, params }) => {
  const answer = await findEditionGeometry(client, params.id, 'arcs');
  return answer === undefined ? fieldProblem('id', 'there is no such edition', 'not_found') : sendKept(request, answer);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
