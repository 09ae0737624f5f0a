import { getRuleBook } from '@/lib/db/rule-book';
import type { Instant } from '@/lib/domain/instant';
import { simulationRequestSchema } from '@/lib/domain/simulation';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem, problem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';
import { simulate, streamLines } from '@/lib/http/simulation-stream';

export const runtime = 'nodejs';

const ALLOWED: ReadonlySet<string> = new Set(['analyst', 'commander', 'admin']);

/** Replays a period under another width or rule; lines of progress, then the result. Ends with the request. */
export const POST = signedIn(async ({ request, session, client }) => {
  if (!ALLOWED.has(session.role)) return problem('forbidden', 'the simulator is for analysts, commanders and administrators');
  const body = await parseBody(simulationRequestSchema, request);
  if (body.kind === 'refused') return body.response;
  const rules = await getRuleBook();
  const { cluster } = body.value;
  if (cluster !== undefined && !rules.clusters.some(({ id }) => id === cluster)) return fieldProblem('cluster', 'there is no such cluster');
  const lines = simulate(client, rules, body.value, new Date().toISOString() as Instant);
  const stream = streamLines(lines, (error) => { console.error('POST /api/rules/simulations', error); });
  return new Response(stream, { headers: { 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
