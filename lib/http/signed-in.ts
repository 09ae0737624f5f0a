import { DatabaseFailure } from '../db/api-error';
import type { DatabaseClient } from '../db/clients';
import type { Actor } from '../db/incidents';
import { clientOf, findSession, type Session } from '../db/session';
import { dayOf, isInForce } from '../domain/instant';
import { isStorable } from '../domain/prose';
import { fieldProblem, problem } from './problem';

/** What a handler of a signed-in route is given. `client` has the rights of the account that asks. */
export interface SignedIn<P> {
  readonly request: Request;
  readonly session: Session;
  readonly client: DatabaseClient;
  readonly params: P;
}

type RouteHandler<P> = (request: Request, context: { readonly params: Promise<P> }) => Promise<Response>;

/** A route for signed-in accounts: 401 without a session, 403 for another site's request, problem+json when something breaks. */
export function signedIn<P = Record<string, never>>(handler: (given: SignedIn<P>) => Promise<Response>): RouteHandler<P> {
  return async (request, context) =>
    guarded(request, async () => {
      if (isForeignWrite(request)) return problem('forbidden', 'a request from another site may not change anything here');
      const session = await findSession(request.headers);
      if (session === null) return problem('signed_out', 'this address needs a session: Authorization: Bearer … or the browser cookie');
      const params = await context.params;
      const unknown = findUnstorable(params);
      if (unknown !== undefined) return fieldProblem(unknown, 'there is no such thing', 'not_found');
      return handler({ request, session, client: clientOf(session), params });
    });
}

/** Name of a part of the path that no key in the database can be; undefined when there is none. A route without such parts is given nothing. */
function findUnstorable(params: unknown): string | undefined {
  return Object.entries((params ?? {}) as object).find(([, value]) => typeof value === 'string' && !isStorable(value))?.[0];
}

/** Runs a handler; what it throws becomes a problem answer and a line in the server's log. */
export async function guarded(request: Request, handler: () => Promise<Response>): Promise<Response> {
  try {
    return await handler();
  } catch (error) {
    const where = `${request.method} ${new URL(request.url).pathname}`;
    if (error instanceof DatabaseFailure) {
      console.error(`${where}: ${error.message}`);
      return problem('unavailable', 'the database did not answer as it should; try again');
    }
    console.error(where, error);
    return problem('internal', 'the server broke while answering; its log says more');
  }
}

/** A browser tells where a request came from; cookies of a page elsewhere must not act here. */
function isForeignWrite(request: Request): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false;
  return ['cross-site', 'same-site'].includes(request.headers.get('sec-fetch-site') ?? '');
}

/** Who a session is in the history: the account, its role, and the unit it serves at that instant. */
export function actorOf(session: Session, at: string, timeZone: string): Actor {
  const unit = session.units.find((one) => isInForce(one, dayOf(at, timeZone)));
  return { userId: session.userId, role: session.role, unitId: unit?.id };
}
