import { getBackend } from './backend';

/**
 * Answers a request under `/rest/v1` or `/auth/v1` with the embedded Supabase API; never cached.
 *
 * Limits: 404 where a hosted Supabase is configured, which serves these itself.
 */
export async function serveApi(request: Request): Promise<Response> {
  const { serve } = getBackend();
  if (serve === null) return new Response('Not found', { status: 404 });
  const answer = await serve(request);
  const headers = new Headers(answer.headers);
  headers.set('cache-control', 'no-store');
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}
