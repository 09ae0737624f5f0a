import { createServerClient, parseCookieHeader, serializeCookieHeader } from '@supabase/ssr';
import { getBackend, type Backend } from './backend';
import { SESSION_COOKIE } from './session-cookie';

/** What a proxy has to do with a renewed session. */
export interface Renewal {
  /** `Set-Cookie` values for the browser. */
  readonly setCookies: readonly string[];
  /** The `cookie` header for whoever handles the request now. */
  readonly cookieHeader: string;
}

/** Renews the browser's session when its access token is about to end; null when there is nothing to do. */
export async function renewSession(cookieHeader: string | null, backend: Backend = getBackend()): Promise<Renewal | null> {
  if (cookieHeader === null || !cookieHeader.includes(SESSION_COOKIE)) return null;
  const jar = new Map(parseCookieHeader(cookieHeader).map(({ name, value = '' }) => [name, value]));
  const setCookies: string[] = [];
  const client = createServerClient(backend.url, backend.publishableKey, {
    cookieOptions: { name: SESSION_COOKIE },
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
  if (setCookies.length === 0) return null;
  return { setCookies, cookieHeader: [...jar].filter(([, value]) => value !== '').map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ') };
}
