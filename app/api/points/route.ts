import { readPoints } from '@/lib/db/points';
import { encodePointColumns } from '@/lib/domain/point-columns';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { pointsQuerySchema } from '@/lib/http/queries';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Every visible incident as columns (format: lib/domain/point-columns); with `since`, those changed after that version. */
export const GET = signedIn(async ({ request, client }) => {
  const query = parseQuery(pointsQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const bytes = encodePointColumns(await readPoints(client, query.value.since));
  return new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
