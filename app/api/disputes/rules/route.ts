import { setDisputeRule } from '@/lib/db/dispute-changes';
import { listDisputeRules } from '@/lib/db/disputes';
import { newDisputeRuleSchema } from '@/lib/domain/dispute';
import { problemOfChange } from '@/lib/http/answer-change';
import { disputeActor } from '@/lib/http/dispute-page';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { problem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** Every version of the rule of deadlines and escalation, newest first. */
export const GET = signedIn(async ({ client, session }) => {
  if (session.role === 'viewer') return problem('forbidden', 'a viewer sees counts of disputes');
  return jsonAnswer({ rules: await listDisputeRules(client), change: session.role === 'commander' || session.role === 'admin' });
});

/** A new version of the rule. It counts for what is received, opened again or set to another risk from now on. */
export const PUT = signedIn(async ({ request, client, session }) => {
  if (session.role !== 'commander' && session.role !== 'admin') return problem('forbidden', 'commanders and administrators set the rule of disputes');
  const body = await parseBody(newDisputeRuleSchema, request);
  if (body.kind === 'refused') return body.response;
  const result = await setDisputeRule(body.value.version, body.value.rule, await disputeActor(session));
  return problemOfChange(result) ?? jsonAnswer({ rules: await listDisputeRules(client), change: true });
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
