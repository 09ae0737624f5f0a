import { z } from 'zod';
import { SESSION_COOKIE } from './session-cookie';

/** Cookies by name, decoded. */
export type CookieJar = ReadonlyMap<string, string>;

/** Tokens are printable ASCII: with a NUL in it the renewal fails as if the server were down, and is tried again and again. */
const token = z.string().regex(/^[\x21-\x7e]+$/);
const sessionSchema = z.object({ access_token: token, refresh_token: token, expires_at: z.number() });
const PREFIX = 'base64-';

/** Whether a cookie is the session's or a piece of it (`name`, `name.0`, `name.1`, …). */
export const isSessionCookie = (name: string): boolean =>
  name === SESSION_COOKIE || (name.startsWith(`${SESSION_COOKIE}.`) && /^\d+$/.test(name.slice(SESSION_COOKIE.length + 1)));

function joinPieces(jar: CookieJar): string {
  const pieces: string[] = [];
  for (let piece = jar.get(`${SESSION_COOKIE}.0`); piece !== undefined; piece = jar.get(`${SESSION_COOKIE}.${pieces.length}`)) pieces.push(piece);
  return pieces.join('');
}

/**
 * Access token that the session cookies hold, valid or not; null when there are none or they hold no session.
 *
 * Read here, not by supabase-js: it reads the cookies once more on its own, and what it throws there nobody can catch.
 *
 * Source: the form in which @supabase/ssr 0.10 writes them (base64url of the session as JSON, cut into pieces).
 */
export function readStoredToken(jar: CookieJar): string | null {
  const value = jar.get(SESSION_COOKIE) ?? joinPieces(jar);
  const encoded = value.slice(PREFIX.length);
  if (!value.startsWith(PREFIX) || !/^[\w-]+$/.test(encoded)) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64url'));
    return sessionSchema.parse(JSON.parse(text)).access_token;
  } catch {
    return null;
  }
}
