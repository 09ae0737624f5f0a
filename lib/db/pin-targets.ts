import { unwrap } from './api-error';
import type { DatabaseClient } from './clients';

/** What a pin can be about that is kept as a row. */
export const PIN_TARGETS = { zone: 'zones', analysis: 'analysis_runs', alarm: 'alarms', patrol: 'patrols', programme: 'programmes', score: 'score_periods', ward_score: 'score_periods' } as const;
export type PinTarget = keyof typeof PIN_TARGETS;

/** Whether there is such a thing that the client may see. */
export async function isThere(client: DatabaseClient, target: PinTarget, id: string): Promise<boolean> {
  return unwrap('what a pin is about', await client.from(PIN_TARGETS[target]).select('id').eq('id', id)).length > 0;
}
