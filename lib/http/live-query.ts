import { z } from 'zod';
import type { Parsed } from './parse';
import { fieldProblem } from './problem';

const versionText = z.string().regex(/^\d{1,15}$/, 'must be a version, a whole number from 0').transform(Number);

/** Query of `GET /api/live`: the version of the topic `incidents` the reader has. */
export const liveQuerySchema = z.strictObject({ since: versionText.optional() });

/** The version a reader resumes from by its `Last-Event-ID`, which goes before the query; null without one. */
export function readLastEventId(headers: Headers): Parsed<number | null> {
  const given = headers.get('last-event-id');
  if (given === null || given === '') return { kind: 'ok', value: null };
  const parsed = versionText.safeParse(given);
  if (parsed.success) return { kind: 'ok', value: parsed.data };
  return { kind: 'refused', response: fieldProblem('Last-Event-ID', 'must be a version that this stream gave') };
}
