import { answerBooking } from '@/lib/db/patrol-changes';
import { getRuleBook } from '@/lib/db/rule-book';
import { bookingActionSchema } from '@/lib/domain/patrol';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { answerPatrolChange, openPatrol } from '@/lib/http/patrol-page';
import { actorOf, signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

/** A ward books or declines its part, if its booking still has the version the sender saw. */
export const POST = signedIn<{ id: string }>(async (given) => {
  // The rights depend on the ward, so the body comes first; a stranger to the patrol still learns nothing of it.
  const body = await parseBody(bookingActionSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { ward, action, version, note } = body.value;
  // A ward that takes no part is nobody's to speak for; who may act here at all hears which ward it was.
  const opened = await openPatrol(given, `booking_${action}`, ({ patrol, permissions }) =>
    permissions.speaksFor.includes(ward) || (permissions.change && !patrol.bookings.some((one) => one.ward.code === ward)));
  if (opened.kind === 'refused') return opened.response;
  const actor = actorOf(given.session, new Date().toISOString(), (await getRuleBook()).timeZone);
  const status = action === 'book' ? 'booked' : 'declined';
  return answerPatrolChange(given, await answerBooking(given.params.id, { ward, status, version, note }, actor));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
