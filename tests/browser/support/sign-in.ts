import { inject } from 'vitest';

export const DEMO_PASSWORD = 'giap-ranh-demo';

/** Address of a path on the server under test. */
export const at = (path: string): string => `${inject('serverUrl')}${path}`;

/** Access token of a demonstration account, from the mounted `/auth/v1`. The publishable key is printed into the sign-in page. */
export async function accessToken(account: string): Promise<string> {
  const answer = await fetch(at('/auth/v1/token?grant_type=password'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', apikey: await publishableKey() },
    body: JSON.stringify({ email: `${account}@demo.local`, password: DEMO_PASSWORD }),
  });
  const body = (await answer.json()) as { access_token?: string };
  if (body.access_token === undefined) throw new Error(`${account} can not sign in: ${String(answer.status)} ${JSON.stringify(body)}`);
  return body.access_token;
}

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
