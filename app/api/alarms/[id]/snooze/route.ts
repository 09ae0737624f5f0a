import { actOnAlarm } from '@/lib/db/alarm-changes';
import { alarmSnoozeSchema, LONGEST_SNOOZE_DAYS } from '@/lib/domain/alarm';
import { answerAlarmChange, openAlarm } from '@/lib/http/alarm-page';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { fieldProblem } from '@/lib/http/problem';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

const DAY_MS = 86_400_000;

/** Lays an alarm aside until a moment; it comes back sooner when notably more happens. Sending it twice does it once. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openAlarm(given, 'snooze');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(alarmSnoozeSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const { until } = body.value;
  if (Date.parse(until) > Date.now() + LONGEST_SNOOZE_DAYS * DAY_MS) return fieldProblem('until', `lies at most ${String(LONGEST_SNOOZE_DAYS)} days ahead`, 'unprocessable');
  const result = await actOnAlarm(opened.alarm.id, body.value, { act: 'snoozed', until }, await actorNow(given.session));
  return answerAlarmChange(given, opened.alarm.id, result);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
