import { countDisputes } from '@/lib/db/disputes';
import { disputeCountsQuerySchema, REPEATED_DISPUTE_PARAMETERS, splitWard } from '@/lib/http/dispute-queries';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Disputes by stage: of those the reader may see, and for a viewer of all. */
export const GET = signedIn(async ({ request, client }) => {
  const query = parseQuery(disputeCountsQuerySchema, request.url, REPEATED_DISPUTE_PARAMETERS);
  if (query.kind === 'refused') return query.response;
  const counts = await countDisputes(client, { risks: query.value.risk, ...splitWard(query.value.ward) });
  return jsonAnswer({ counts, asOf: new Date().toISOString() });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
