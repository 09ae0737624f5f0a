import { assistActionSchema } from '@/lib/domain/coordination';
import { changeIncidentBy } from '@/lib/http/incident-action';
import { assistRequest } from '@/lib/http/incident-requests';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Asks a ward for assistance, answers, finishes or cancels it. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const body = await parseBody(assistActionSchema, given.request);
  return body.kind === 'refused' ? body.response : changeIncidentBy(given, assistRequest(body.value));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
