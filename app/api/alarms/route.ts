import { listAlarms, readAlarmWatch } from '@/lib/db/alarms';
import type { AlarmList } from '@/lib/domain/alarm';
import type { Instant } from '@/lib/domain/instant';
import { mayWorkAlarms, refuseSeeing } from '@/lib/http/alarm-page';
import { alarmQuerySchema } from '@/lib/http/alarm-queries';
import { jsonAnswer } from '@/lib/http/json-answer';
import { otherMethods } from '@/lib/http/other-methods';
import { parseQuery } from '@/lib/http/parse';
import { signedIn } from '@/lib/http/signed-in';

export const runtime = 'nodejs';

const DEFAULT_LIMIT = 200;
const OPEN = ['new', 'acknowledged', 'snoozed'] as const;

/** The alarms that the reader may see, new ones first; those that are open unless `state` says otherwise. */
export const GET = signedIn(async ({ request, client, session }) => {
  const query = parseQuery(alarmQuerySchema, request.url, ['state']);
  if (query.kind === 'refused') return query.response;
  const refusal = refuseSeeing(session);
  if (refusal !== null) return refusal;
  const { state: states = OPEN, limit = DEFAULT_LIMIT } = query.value;
  const asOf = new Date().toISOString() as Instant;
  const [found, watch] = await Promise.all([listAlarms(client, { states }, limit + 1), readAlarmWatch(client)]);
  return jsonAnswer({ alarms: found.slice(0, limit), more: found.length > limit, permissions: { work: mayWorkAlarms(session) }, watch, asOf } satisfies AlarmList);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
