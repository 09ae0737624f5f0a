import { problem } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Answer = () => Response;

/**
 * Answers for the methods a route does not take: 405 with what it does take, where Next would send nothing to read; and the
 * answer to `OPTIONS`.
 *
 * `export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');` A test holds every route to it.
 */
export function otherMethods(...taken: readonly Method[]): Record<Method | 'OPTIONS', Answer> {
  const headers = { Allow: [...taken, ...(taken.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ') };
  const refuse: Answer = () => problem('not_allowed', `this address takes ${headers.Allow}`, [], { headers });
  const tell: Answer = () => new Response(null, { status: 204, headers });
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: tell };
}
