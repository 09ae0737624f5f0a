import { z } from 'zod';
import type { ApiRefusal } from './api-refusal';
import { readBody, withBody } from './read-body';

/** A request to `/auth/v1` that may pass. `account`: whose password it makes the server check; null = nobody's. */
export interface AuthRequest {
  readonly kind: 'pass';
  readonly request: Request;
  readonly account: string | null;
}

type Examined = AuthRequest | { readonly kind: 'refused'; readonly refusal: ApiRefusal };

/** Longest body, in bytes; a password and an address take 200. */
const BODY_LIMIT_BYTES = 64 * 1024;

/** PostgreSQL stores no NUL, and a half surrogate is no character. */
const text = z.string().refine((value) => !value.includes('\0') && Buffer.from(value).toString() === value, 'text with characters that can not be stored');
const passwordSchema = z.object({ email: text, password: text });
const refreshSchema = z.object({ refresh_token: text });
const userSchema = z.object({ password: text });

const refuse = (status: ApiRefusal['status'], code: string, message: string): Examined => ({ kind: 'refused', refusal: { status, code, message } });
const notFound = (): Examined => refuse(404, 'not_found', 'Not found');

/** What may be read. Everything that is not named here or below is absent: recovery, one-time codes, sign-up. */
const READS = /^\/auth\/v1\/(?:user|settings|health|\.well-known\/[\w.-]+)$/;

/** Passes the request on with those fields of its body that the schema names, and no other. */
async function examineBody<T extends object>(request: Request, schema: z.ZodType<T>, accountOf: (body: T) => string | null): Promise<Examined> {
  const body = await readBody(request, BODY_LIMIT_BYTES);
  if (body === null) return refuse(413, 'request_too_large', 'The body is too large');
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return refuse(400, 'bad_json', 'Could not parse request body as JSON');
  }
  const parsed = schema.safeParse(json);
  const [issue] = parsed.error?.issues ?? [];
  if (!parsed.success) return refuse(400, 'validation_failed', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}`.replace(/^: /, ''));
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/json');
  return { kind: 'pass', request: withBody(request, JSON.stringify(parsed.data), headers), account: accountOf(parsed.data) };
}

/**
 * Lets through what this product uses of `/auth/v1`: sign in, renew, sign out, read oneself, change one's password. The rest
 * of GoTrue is absent: a recovery code of six digits can be guessed, and a one-time code makes an account though sign-up is off.
 */
export async function examineAuthRequest(request: Request): Promise<Examined> {
  const { pathname, searchParams } = new URL(request.url);
  const call = `${request.method} ${pathname}`;
  if ((request.method === 'GET' || request.method === 'HEAD') && READS.test(pathname)) return { kind: 'pass', request, account: null };
  if (call === 'POST /auth/v1/logout') return { kind: 'pass', request: withBody(request, null), account: null };
  if (call === 'PUT /auth/v1/user') return examineBody(request, userSchema, () => `session ${request.headers.get('authorization') ?? ''}`);
  const grants = searchParams.getAll('grant_type');
  if (call !== 'POST /auth/v1/token' || grants.length !== 1) return notFound();
  if (grants[0] === 'password') return examineBody(request, passwordSchema, ({ email }) => email);
  return grants[0] === 'refresh_token' ? examineBody(request, refreshSchema, () => null) : notFound();
}
