import { createServerClient } from '@supabase/ssr';
import { inject } from 'vitest';
import { SESSION_COOKIE } from '../../../lib/db/session-cookie';

export const DEMO_PASSWORD = 'giap-ranh-demo';

/** Address of a path on the server under test. */
export const at = (path: string): string => `${inject('serverUrl')}${path}`;

interface Session {
  readonly token: string;
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
}

/** Signs in as the sign-in page's script does, by the mounted `/auth/v1`. The publishable key is printed into that page. */
async function openSession(account: string): Promise<Session> {
  const cookies = new Map<string, string>();
  const client = createServerClient(at(''), await publishableKey(), {
    cookieOptions: { name: SESSION_COOKIE },
    cookies: { getAll: () => [], setAll: (changes) => { for (const { name, value } of changes) cookies.set(name, value); } },
  });
  const { data, error } = await client.auth.signInWithPassword({ email: `${account}@demo.local`, password: DEMO_PASSWORD });
  if (error !== null) throw new Error(`${account} can not sign in: ${error.message}`);
  return { token: data.session.access_token, cookies: [...cookies].filter(([, value]) => value !== '').map(([name, value]) => ({ name, value })) };
}

/** Sessions of the accounts that this test file uses: each is opened once. */
const sessions = new Map<string, Promise<Session>>();
function sessionOf(account: string): Promise<Session> {
  const session = sessions.get(account) ?? openSession(account);
  sessions.set(account, session);
  return session;
}

/** Access token of a demonstration account. */
export const accessToken = async (account: string): Promise<string> => (await sessionOf(account)).token;

/** Cookies that hold the session of a demonstration account in a browser. */
export const sessionCookies = async (account: string): Promise<Session['cookies']> => (await sessionOf(account)).cookies;

let key: Promise<string> | undefined;

/** The key a browser is given with the sign-in page. */
export function publishableKey(): Promise<string> {
  key ??= fetch(at('/sign-in')).then(async (answer) => {
    const found = /sb_publishable_[\w-]+/.exec(await answer.text())?.[0];
    if (found === undefined) throw new Error('the sign-in page holds no publishable key');
    return found;
  });
  return key;
}

/** A fetch with the rights of a demonstration account. */
export async function fetchAs(account: string): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const token = await accessToken(account);
  return (path, init = {}) => fetch(at(path), { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
}
