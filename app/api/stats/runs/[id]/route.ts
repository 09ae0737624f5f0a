import { findRun, findRunDetail } from '@/lib/db/analyses';
import { changeRun } from '@/lib/db/analysis-changes';
import { runChangeSchema } from '@/lib/domain/analysis';
import { runDetailQuerySchema } from '@/lib/http/analysis-queries';
import { actorNow, answerExport, answerRunChange, checkId, NO_RUN, refuseRole } from '@/lib/http/analysis-run';
import { preferredType } from '@/lib/http/incident-page';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody, parseQuery } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

const FORMS = { 'application/geo+json': 'geojson', 'text/csv': 'csv' } as const;
const formOf = (accept: string | null): 'json' | 'geojson' | 'csv' => {
  const type = preferredType(accept);
  return type in FORMS ? FORMS[type as keyof typeof FORMS] : 'json';
};

/** One run with its outcome; as GeoJSON or one table as CSV by `format` or the Accept header. */
export const GET = signedIn<{ id: string }>(async ({ request, session, client, params }) => {
  const refused = refuseRole(session) ?? checkId(params.id);
  if (refused !== null) return refused;
  const query = parseQuery(runDetailQuerySchema, request.url);
  if (query.kind === 'refused') return query.response;
  const { outcome = true, format = formOf(request.headers.get('accept')), table } = query.value;
  if (format === 'json') {
    const run = outcome ? await findRunDetail(client, params.id) : await findRun(client, params.id);
    return run === undefined ? fieldProblem('id', NO_RUN, 'not_found') : jsonAnswer(run);
  }
  const run = await findRunDetail(client, params.id);
  return run === undefined ? fieldProblem('id', NO_RUN, 'not_found') : answerExport(run, format, table);
});

/** Another name, or whether to keep it, if nobody changed the run since the version the sender saw. */
export const PATCH = signedIn<{ id: string }>(async ({ request, session, client, params }) => {
  const refused = refuseRole(session, true) ?? checkId(params.id);
  if (refused !== null) return refused;
  const body = await parseBody(runChangeSchema, request);
  if (body.kind === 'refused') return body.response;
  return answerRunChange(client, params.id, await changeRun(params.id, body.value, await actorNow(session)));
});

export const { POST, PUT, DELETE, OPTIONS } = otherMethods('GET', 'PATCH');
