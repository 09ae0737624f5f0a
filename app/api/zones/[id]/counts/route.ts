import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';
import { countZone } from '@/lib/http/zone-counts';
import { readZone } from '@/lib/http/zone-page';
import { zoneCountsQuerySchema } from '@/lib/http/zone-queries';

export const runtime = 'nodejs';

/** How many incidents that the reader may see lie inside a zone, by kind, ward and time; numbers only. */
export const GET = signedIn<{ id: string }>(async (given) => {
  const query = parseQuery(zoneCountsQuerySchema, given.request.url, ['category']);
  if (query.kind === 'refused') return query.response;
  const opened = await readZone(given);
  if (opened.kind === 'refused') return opened.response;
  return jsonAnswer(await countZone(given.client, opened.zone, query.value));
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
