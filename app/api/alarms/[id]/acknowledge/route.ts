import { actOnAlarm } from '@/lib/db/alarm-changes';
import { alarmActSchema } from '@/lib/domain/alarm';
import { answerAlarmChange, openAlarm } from '@/lib/http/alarm-page';
import { otherMethods } from '@/lib/http/other-methods';
import { parseBody } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';
import { actorNow } from '@/lib/http/zone-page';

export const runtime = 'nodejs';

/** Takes note of an alarm: it stays open and is new no more. Sending it twice does it once. */
export const POST = signedIn<{ id: string }>(async (given) => {
  const opened = await openAlarm(given, 'acknowledge');
  if (opened.kind === 'refused') return opened.response;
  const body = await parseBody(alarmActSchema, given.request);
  if (body.kind === 'refused') return body.response;
  const result = await actOnAlarm(opened.alarm.id, body.value, { act: 'acknowledged' }, await actorNow(given.session));
  return answerAlarmChange(given, opened.alarm.id, result);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
