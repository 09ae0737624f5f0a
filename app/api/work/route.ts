import { listWork } from '@/lib/db/work';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { workQuerySchema } from '@/lib/http/queries';
import { signedIn } from '@/lib/http/signed-in';
import { listOwnWardKeys } from '@/lib/http/spoken-wards';

export const runtime = 'nodejs';

const DEFAULT_LIMIT = 200;

/** What waits for somebody, the earliest deadline first; an officer is told what waits for the own wards. */
export const GET = signedIn(async ({ request, client, session }) => {
  const query = parseQuery(workQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const { ward, cluster, limit } = query.value;
  const own = session.role === 'officer' ? await listOwnWardKeys(session) : undefined;
  const asOf = new Date().toISOString();
  const work = await listWork(client, { wards: ward === undefined ? own : [ward], cluster }, limit ?? DEFAULT_LIMIT);
  return jsonAnswer({ ...work, asOf });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
