import { newDetectionSchema } from '@/lib/domain/coordination';
import { changeIncidentBy } from '@/lib/http/incident-action';
import { detectionRequest } from '@/lib/http/incident-requests';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Records that a ward detected the incident at an instant, which may change who leads. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const body = await parseBody(newDetectionSchema, given.request);
  return body.kind === 'refused' ? body.response : changeIncidentBy(given, detectionRequest(body.value, Date.now()));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
