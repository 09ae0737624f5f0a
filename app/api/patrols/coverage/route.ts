import { getRuleBook } from '@/lib/db/rule-book';
import { readBorderCoverage } from '@/lib/http/border-coverage';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { coverageQuerySchema } from '@/lib/http/patrol-queries';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

const UNKNOWN = { edition: 'there is no such edition', cluster: 'there is no such cluster in this edition' } as const;

/** What the recorded tracks that the reader may see covered of each border arc in a period. */
export const GET = signedIn(async ({ request, client }) => {
  const query = parseQuery(coverageQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const asOf = new Date().toISOString();
  const coverage = await readBorderCoverage(client, await getRuleBook(), query.value);
  return coverage.kind === 'unknown' ? fieldProblem(coverage.field, UNKNOWN[coverage.field], 'unprocessable') : jsonAnswer({ arcs: coverage.arcs, asOf });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
