import { readPoints } from '@/lib/db/points';
import { getRuleBook } from '@/lib/db/rule-book';
import { encodeOwnerColumns } from '@/lib/domain/owner-columns';
import { otherMethods } from '@/lib/http/other-methods';
import { findOwnersIn } from '@/lib/http/owners-in-edition';
import { parseQuery } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { ownersQuerySchema } from '@/lib/http/queries';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The ward of one edition that covers each visible incident, whenever it occurred (format: lib/domain/owner-columns). */
export const GET = signedIn(async ({ request, client }) => {
  const query = parseQuery(ownersQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const { editions, defaultWidthMetres } = await getRuleBook();
  const book = editions.find(({ edition }) => edition.id === query.value.edition);
  if (book === undefined) return fieldProblem('edition', 'there is no such edition', 'unprocessable');
  const bytes = encodeOwnerColumns(await findOwnersIn(book, await readPoints(client), defaultWidthMetres));
  return new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream', 'Cache-Control': 'no-store' } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
