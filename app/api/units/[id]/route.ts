import { recordClusterRefusal } from '@/lib/db/cluster-changes';
import { getRuleBook } from '@/lib/db/rule-book';
import { setDutyDesk } from '@/lib/db/units';
import { deskSchema } from '@/lib/domain/cluster-work';
import { dayOf, isInForce } from '@/lib/domain/instant';
import { problemOfChange } from '@/lib/http/answer-change';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { problem } from '@/lib/http/problem';
import { actorOf, signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** The number of a unit's duty desk; by an administrator or an officer who serves that unit today. */
export const PATCH = signedIn<{ id: string }>(async ({ session, request, params }) => {
  // A unit's id holds a colon, which a careful client sends as %3A and Next leaves as it came.
  const unitId = params.id.replace(/%3a/gi, ':');
  const { timeZone } = await getRuleBook();
  const now = new Date().toISOString();
  const actor = actorOf(session, now, timeZone);
  const serves = session.role === 'officer' && session.units.some((unit) => unit.id === unitId && isInForce(unit, dayOf(now, timeZone)));
  if (session.role !== 'admin' && !serves) {
    await recordClusterRefusal({ unit: unitId }, 'duty_desk', actor);
    return problem('forbidden', 'an administrator or an officer of that unit changes its duty desk');
  }
  const body = await parseBody(deskSchema, request);
  if (body.kind === 'refused') return body.response;
  const refused = problemOfChange(await setDutyDesk(unitId, body.value.dutyDeskPhone, actor), 'there is no such unit');
  return refused ?? jsonAnswer({ unitId, phone: body.value.dutyDeskPhone });
});

export const { GET, POST, PUT, DELETE, OPTIONS } = otherMethods('PATCH');
