import { handOverActionSchema } from '@/lib/domain/coordination';
import { changeIncidentBy } from '@/lib/http/incident-action';
import { handOverRequest } from '@/lib/http/incident-requests';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Offers the lead to another ward, answers the offer or takes it back. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const body = await parseBody(handOverActionSchema, given.request);
  return body.kind === 'refused' ? body.response : changeIncidentBy(given, handOverRequest(body.value));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
