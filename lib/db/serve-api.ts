import { isAllowedHost, isDemonstrationServer } from './allowed-host';
import { answerRefusal, type ApiRefusal } from './api/api-refusal';
import { examineAuthRequest } from './api/auth-request';
import { PasswordGate } from './api/password-gate';
import { examineRestRequest } from './api/rest-request';
import { WorkGate } from './api/work-gate';
import { getBackend, type Backend } from './backend';

type Serve = NonNullable<Backend['serve']>;

/** Requests from outside that may hold a connection at once: half of the pool, so that our own pages always get one. */
const MOST_REST_UNDER_WAY = 6;
const MOST_REST_WAITING = 100;

/** Longer than checking a password takes, in milliseconds: how long a refusal takes does not tell whether the account exists. */
const LEAST_REFUSAL_MS = 250;

const makeGates = () => ({ passwords: new PasswordGate(() => performance.now(), LEAST_REFUSAL_MS), rest: new WorkGate(MOST_REST_UNDER_WAY, MOST_REST_WAITING) });
const gates = new WeakMap<Serve, ReturnType<typeof makeGates>>();

function gatesOf(serve: Serve): ReturnType<typeof makeGates> {
  const known = gates.get(serve) ?? makeGates();
  gates.set(serve, known);
  return known;
}

const BUSY: ApiRefusal = { status: 429, code: 'PGRST000', message: 'Too many requests at once, try again later', retryAfterSeconds: 1 };

async function serveAuth(request: Request, serve: Serve): Promise<Response | ApiRefusal> {
  const examined = await examineAuthRequest(request);
  if (examined.kind === 'refused') return examined.refusal;
  if (examined.account === null) return serve(examined.request);
  return gatesOf(serve).passwords.check(examined.account, () => serve(examined.request));
}

async function serveRest(request: Request, serve: Serve): Promise<Response | ApiRefusal> {
  const examined = await examineRestRequest(request);
  if (examined.kind === 'refused') return examined.refusal;
  return (await gatesOf(serve).rest.run(() => serve(examined.request))) ?? BUSY;
}

/** The answer as it leaves: never cached, and for pages of this server alone, so without the API's "any origin". */
function finish(answer: Response): Response {
  const headers = new Headers(answer.headers);
  for (const name of [...headers.keys()]) if (name.startsWith('access-control-')) headers.delete(name);
  headers.set('cache-control', 'no-store');
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

/**
 * Answers a request from outside under `/rest/v1` or `/auth/v1` with the embedded Supabase API, as far as
 * `examineAuthRequest` and `examineRestRequest` let it through; never cached.
 *
 * Limits: 404 where a hosted Supabase is configured, which serves these itself.
 */
export async function serveApi(request: Request): Promise<Response> {
  const { serve } = getBackend();
  if (serve === null) return new Response('Not found', { status: 404 });
  const { pathname } = new URL(request.url);
  if (!isAllowedHost(request.headers.get('host'), isDemonstrationServer())) {
    return finish(answerRefusal(pathname, { status: 421, code: 'wrong_host', message: 'This server answers on this machine only' }));
  }
  const answer = await (pathname.startsWith('/auth/v1') ? serveAuth : serveRest)(request, serve);
  return finish(answer instanceof Response ? answer : answerRefusal(pathname, answer));
}
