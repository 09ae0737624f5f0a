import { z } from 'zod';
import { UsageError } from '../usage-error';

/** A running server, signed in to. */
export interface RunningServer {
  /** Reads JSON; throws a UsageError when the server does not give it. */
  readonly read: <S extends z.ZodType>(path: string, schema: S) => Promise<z.output<S>>;
  /** Sends a report; signs in again when the session has run out. */
  readonly report: (body: unknown) => Promise<{ readonly status: number; readonly body: unknown }>;
}

const tokenSchema = z.object({ access_token: z.string() });
/** No answer of the server takes longer, in milliseconds. */
const PATIENCE_MS = 30_000;

async function ask(url: string, path: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new UsageError(`no server answers at ${url}; start one with npm start, or name another with --url`);
  }
}

/** The key a browser is given with the sign-in page. */
async function readPublishableKey(url: string): Promise<string> {
  const page = await (await ask(url, '/sign-in')).text();
  const key = /sb_publishable_[\w-]+/.exec(page)?.[0];
  if (key === undefined) throw new UsageError(`${url} is no Giáp Ranh server with an embedded sign-in: its sign-in page holds no key`);
  return key;
}

async function signIn(url: string, key: string, email: string, password: string): Promise<string> {
  const answer = await ask(url, '/auth/v1/token?grant_type=password', {
    method: 'POST', headers: { 'content-type': 'application/json', apikey: key }, body: JSON.stringify({ email, password }),
  });
  const token = tokenSchema.safeParse(await answer.json().catch(() => null));
  if (!token.success) throw new UsageError(`${email} can not sign in at ${url} (${String(answer.status)}); see --account and --password`);
  return token.data.access_token;
}

/**
 * Signs in to a running server.
 *
 * @throws UsageError when nobody answers, when it is another kind of server, or when the account is refused.
 */
export async function openRunningServer(url: string, account: string, password: string): Promise<RunningServer> {
  const key = await readPublishableKey(url);
  let token = await signIn(url, key, account, password);
  const send = (path: string, init: RequestInit = {}) => ask(url, path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  const post = (body: unknown) => send('/api/incidents', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return {
    read: async (path, schema) => {
      const answer = await send(path);
      const parsed = schema.safeParse(await answer.json().catch(() => null));
      if (!answer.ok || !parsed.success) throw new UsageError(`${url}${path} does not answer as it should (${String(answer.status)})`);
      return parsed.data;
    },
    report: async (body) => {
      let answer = await post(body);
      if (answer.status === 401) {
        token = await signIn(url, key, account, password);
        answer = await post(body);
      }
      return { status: answer.status, body: await answer.json().catch(() => null) };
    },
  };
}
