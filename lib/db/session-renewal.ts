import { createServerClient, parseCookieHeader, serializeCookieHeader } from '@supabase/ssr';
import { getBackend, type Backend } from './backend';
import { SESSION_COOKIE } from './session-cookie';
import { isSessionCookie, readStoredToken } from './stored-session';

/** What a proxy has to do with a renewed session. */
export interface Renewal {
  /** `Set-Cookie` values for the browser. */
  readonly setCookies: readonly string[];
  /** The `cookie` header for whoever handles the request now. */
  readonly cookieHeader: string;
}

type Jar = Map<string, string>;

const writeJar = (jar: Jar): string => [...jar].filter(([, value]) => value !== '').map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');

/** Tells the browser to drop session cookies that hold no session: it would send them with every request for a year. */
function dropSession(jar: Jar, isSecure: boolean): Renewal {
  const damaged = [...jar.keys()].filter(isSessionCookie);
  for (const name of damaged) jar.delete(name);
  return {
    setCookies: damaged.map((name) => serializeCookieHeader(name, '', { path: '/', sameSite: 'lax', maxAge: 0, secure: isSecure })),
    cookieHeader: writeJar(jar),
  };
}

/**
 * Renews the browser's session when its access token is about to end, and drops cookies that hold none; null when there is
 * nothing to do. `isSecure`: the browser came by https, the cookies shall go that way only.
 */
export async function renewSession(cookieHeader: string | null, backend: Backend = getBackend(), isSecure = false): Promise<Renewal | null> {
  if (cookieHeader === null || !cookieHeader.includes(SESSION_COOKIE)) return null;
  const jar: Jar = new Map(parseCookieHeader(cookieHeader).map(({ name, value = '' }) => [name, value]));
  if (![...jar.keys()].some(isSessionCookie)) return null;
  if (readStoredToken(jar) === null) return dropSession(jar, isSecure);
  const setCookies: string[] = [];
  const client = createServerClient(backend.url, backend.publishableKey, {
    cookieOptions: { name: SESSION_COOKIE, secure: isSecure },
    cookies: {
      getAll: () => [...jar].map(([name, value]) => ({ name, value })),
      setAll: (changes) => {
        for (const { name, value, options } of changes) {
          jar.set(name, value);
          setCookies.push(serializeCookieHeader(name, value, options));
        }
      },
    },
    global: { fetch: backend.fetch },
  });
  await client.auth.getSession();
  return setCookies.length === 0 ? null : { setCookies, cookieHeader: writeJar(jar) };
}
