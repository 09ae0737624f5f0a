import type { Instant } from '../domain/instant';

/**
 * A database timestamp as an instant in UTC, to the millisecond.
 *
 * @throws when it is no timestamp.
 */
export function instantOf(timestamp: string): Instant {
  return new Date(timestamp.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString() as Instant;
}
