import { findRunDetail } from '@/lib/db/analyses';
import { listShortIncidents } from '@/lib/db/finding-incidents';
import { checkId, NO_RUN, refuseRole } from '@/lib/http/analysis-run';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** A finding with the incidents it rests on, newest first; `count` is of all, also where there are too many to list. */
export const GET = signedIn<{ id: string; finding: string }>(async ({ session, client, params }) => {
  const refused = refuseRole(session) ?? checkId(params.id);
  if (refused !== null) return refused;
  const run = await findRunDetail(client, params.id);
  if (run === undefined) return fieldProblem('id', NO_RUN, 'not_found');
  const finding = run.outcome?.kind === 'found' ? run.outcome.findings.find(({ id }) => id === params.finding) : undefined;
  if (finding === undefined) return fieldProblem('finding', 'this run has no such finding', 'not_found');
  const { incidents: ids, ...rest } = finding;
  return jsonAnswer({ finding: rest, count: finding.count, listed: ids.length, incidents: await listShortIncidents(client, ids), asOf: run.asOf });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
