import { openLiveStream } from '@/lib/http/live-stream';
import { liveQuerySchema, readLastEventId } from '@/lib/http/live-query';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** What changes, as Server-Sent Events: topics and versions, ids only of incidents the account may see, never content. */
export const GET = signedIn(async ({ request, session }) => {
  const query = parseQuery(liveQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const since = readLastEventId(request.headers);
  if (since.kind === 'refused') return since.response;
  return openLiveStream(session, since.value ?? query.value.since ?? null, request.signal);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
