import { z } from 'zod';
import { ALARM_STATES } from '../domain/alarm';

/** Query of `GET /api/alarms`; without `state` those that are open. */
export const alarmQuerySchema = z.strictObject({
  state: z.array(z.enum(ALARM_STATES)).max(ALARM_STATES.length).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
});
