import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookieHeader } from '@supabase/ssr';
import { z } from 'zod';
import { getBackend, type Backend } from './backend';
import { createUserClient, createVisitorClient, type DatabaseClient } from './clients';
import { findOwnAccount, type Account } from './profiles';
import { readStoredToken } from './stored-session';

/** Who is asking: an account and the access token it came with. */
export interface Session extends Account {
  readonly accessToken: string;
  /** Address the account signs in with; null when the token does not say. */
  readonly email: string | null;
}

const claimsSchema = z.object({ sub: z.uuid(), exp: z.number(), role: z.literal('authenticated'), email: z.string().optional() });
type Claims = z.output<typeof claimsSchema>;

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * The claims of an HS256 token that this secret signed and that has not expired at `nowSeconds`; null for any other.
 *
 * Source: RFC 7515 and RFC 7519. The algorithm is fixed, so that a token can not choose a weaker one.
 */
export function verifyAccessToken(token: string, secret: string, nowSeconds: number): Claims | null {
  const [header, payload, signature, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) return null;
  if (z.object({ alg: z.literal('HS256') }).safeParse(decode(header)).success === false) return null;
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claims = claimsSchema.safeParse(decode(payload));
  return claims.success && claims.data.exp > nowSeconds ? claims.data : null;
}

/**
 * Access token of a request: the `Authorization` header, else the browser's session cookie; null without either. Read only:
 * the proxy renews sessions, a route must not spend a refresh token whose successor it can not store.
 */
function findAccessToken(headers: Headers): string | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  return readStoredToken(new Map(parseCookieHeader(headers.get('cookie') ?? '').map(({ name, value = '' }) => [name, value])));
}

/** The claims of a token that this installation's Auth gave out; null for any other. */
async function readClaims(token: string, backend: Backend): Promise<{ readonly email?: string | undefined } | null> {
  if (backend.jwtSecret !== null) return verifyAccessToken(token, backend.jwtSecret, Date.now() / 1000);
  const { data, error } = await createVisitorClient(backend).auth.getClaims(token);
  return error !== null || data === null ? null : { email: typeof data.claims.email === 'string' ? data.claims.email : undefined };
}

/**
 * The session of a request by its headers; null when there is none, when its token is false or expired, or when its
 * account has no role here.
 */
export async function findSession(headers: Headers, backend: Backend = getBackend()): Promise<Session | null> {
  const accessToken = findAccessToken(headers);
  if (accessToken === null) return null;
  const claims = await readClaims(accessToken, backend);
  if (claims === null) return null;
  const account = await findOwnAccount(createUserClient(accessToken, backend));
  return account === null ? null : { ...account, accessToken, email: claims.email ?? null };
}

/** A client with the rights of a session's account. */
export function clientOf(session: Session, backend: Backend = getBackend()): DatabaseClient {
  return createUserClient(session.accessToken, backend);
}
