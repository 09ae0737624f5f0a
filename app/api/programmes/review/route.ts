import { getRuleBook } from '@/lib/db/rule-book';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { reviewQuerySchema } from '@/lib/http/programme-queries';
import { buildReview } from '@/lib/http/programme-review';
import { signedIn } from '@/lib/http/signed-in';
import { bookOn, clusterScope, todayOf } from '@/lib/http/ward-sight';

export const runtime = 'nodejs';

/** A review of any span up to twenty years, of all wards or of a cluster's, from what the reader may see. */
export const GET = signedIn(async ({ request, client, session }) => {
  const query = parseQuery(reviewQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const rules = await getRuleBook();
  const today = todayOf(rules);
  const { cluster } = query.value;
  const scope = cluster === undefined ? { book: bookOn(rules, today), codes: null, clusterId: null } : clusterScope(rules, cluster);
  if (scope === undefined) return fieldProblem('cluster', 'there is no such cluster', 'not_found');
  return jsonAnswer(await buildReview(client, session, scope, query.value, today));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
