import { createHmac } from 'node:crypto';
import { createServerClient, serializeCookieHeader } from '@supabase/ssr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DELETE, GET, POST } from '../../app/rest/v1/[[...path]]/route';
import { POST as signIn } from '../../app/auth/v1/[[...path]]/route';
import { useBackend } from '../../lib/db/backend';
import { findSession, verifyAccessToken } from '../../lib/db/session';
import { SESSION_COOKIE } from '../../lib/db/session-cookie';
import { renewSession } from '../../lib/db/session-renewal';
import { openTestDatabase, PASSWORD, type TestDatabase } from './support/test-database';
import { buildTown } from './support/town';

let town: TestDatabase;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
  useBackend(town.api);
});
afterAll(() => town.close());

const bearer = (token: string): Headers => new Headers({ authorization: `Bearer ${token}` });
const sign = (payload: object, secret: string, header: object = { alg: 'HS256' }): string => {
  const text = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

/** Cookies of a browser that signed in as an account, as `name=value` pairs. */
async function cookieOf(email: string, expiresInSeconds?: number): Promise<string> {
  const jar = new Map<string, string>();
  const client = createServerClient(town.api.url, town.api.publishableKey, {
    cookieOptions: { name: SESSION_COOKIE },
    cookies: { getAll: () => [...jar].map(([name, value]) => ({ name, value })), setAll: (all) => { for (const { name, value } of all) jar.set(name, value); } },
    global: { fetch: town.api.fetch },
  });
  const { data, error } = await client.auth.signInWithPassword({ email, password: PASSWORD });
  if (error !== null) throw error;
  if (expiresInSeconds !== undefined) {
    const session = { ...data.session, expires_at: Math.floor(Date.now() / 1000) + expiresInSeconds };
    jar.clear();
    jar.set(SESSION_COOKIE, `base64-${Buffer.from(JSON.stringify(session)).toString('base64url')}`);
  }
  return [...jar].map(([name, value]) => serializeCookieHeader(name, value, {})).join('; ');
}

describe('a session', () => {
  it('comes from a bearer token, with role, units and wards', async () => {
    const token = await town.tokenOf('officer1@test.local');
    expect(await findSession(bearer(token))).toMatchObject({
      role: 'officer', accessToken: token,
      units: [
        { id: 'old:00001', name: 'Công an phường Cống Vị', from: '2010-01-01', to: '2025-06-30', wards: [{ editionId: 'old', code: '00001', name: 'Phường Cống Vị' }] },
        { id: 'new:00001', from: '2025-07-01', to: null, wards: [{ editionId: 'new', code: '00001' }] },
      ],
    });
  });

  it('comes from the browser\'s cookie', async () => {
    const cookie = await cookieOf('analyst@test.local');
    expect(cookie).toContain(SESSION_COOKIE);
    expect((await findSession(new Headers({ cookie })))?.role).toBe('analyst');
  });

  it('is none without one, for a stranger, for a disabled account, and once the role is taken away', async () => {
    expect(await findSession(new Headers())).toBeNull();
    expect(await findSession(new Headers({ cookie: `${SESSION_COOKIE}=nonsense` }))).toBeNull();
    for (const email of ['stranger@test.local', 'disabled@test.local']) expect(await findSession(bearer(await town.tokenOf(email))), email).toBeNull();
    const headers = bearer(await town.tokenOf('commander@test.local'));
    expect((await findSession(headers))?.role).toBe('commander');
    await town.database.owner`update profiles set disabled_at = now() where role = 'commander'`;
    expect(await findSession(headers)).toBeNull();
  });

  it('is none for a forged, expired or unsigned token', async () => {
    const [admin] = await town.database.owner<{ id: string }[]>`select id from auth.users where email = 'admin@test.local'`;
    const claims = { sub: admin?.id, role: 'authenticated', exp: Math.floor(Date.now() / 1000) + 600 };
    const { jwtSecret } = town.database.secrets;
    expect((await findSession(bearer(sign(claims, jwtSecret))))?.role).toBe('admin'); // what the others differ from
    for (const token of [
      sign(claims, 'another secret'), sign({ ...claims, exp: 1 }, jwtSecret), sign(claims, jwtSecret, { alg: 'none' }),
      sign(claims, jwtSecret, { alg: 'HS384' }), sign({ ...claims, role: 'service_role' }, jwtSecret), sign({ ...claims, sub: 'x' }, jwtSecret),
      sign(claims, jwtSecret).replace(/[^.]*$/, ''), `${sign(claims, jwtSecret)}.x`, 'nonsense', 'a.b.c',
    ]) {
      expect(await findSession(bearer(token)), token).toBeNull();
    }
  });

  it('ends at the second its token says', () => {
    const token = sign({ sub: '00000000-0000-4000-8000-000000000001', role: 'authenticated', exp: 1000 }, 's');
    expect(verifyAccessToken(token, 's', 999)).not.toBeNull();
    expect(verifyAccessToken(token, 's', 1000)).toBeNull();
  });

  it('is renewed when it is about to end, and left alone otherwise', async () => {
    expect(await renewSession(null)).toBeNull();
    expect(await renewSession(await cookieOf('viewer@test.local'))).toBeNull();
    const renewed = await renewSession(await cookieOf('viewer@test.local', 10));
    expect(renewed?.setCookies.length).toBeGreaterThan(0);
    expect((await findSession(new Headers({ cookie: renewed?.cookieHeader ?? '' })))?.role).toBe('viewer');
    expect(renewed?.setCookies.join('\n')).not.toContain('Secure');
    const secure = await renewSession(await cookieOf('viewer@test.local', 10), town.api, true);
    for (const value of secure?.setCookies ?? ['']) expect(value).toContain('Secure');
  });
});

describe('a damaged cookie', () => {
  const damaged: [string, string, string[]][] = [
    ['no text', `${SESSION_COOKIE}=base64-xxxx`, [SESSION_COOKIE]],
    ['no base64', `${SESSION_COOKIE}=base64-%00%ff!`, [SESSION_COOKIE]],
    ['no JSON', `${SESSION_COOKIE}=base64-${Buffer.from('{"access_token":').toString('base64url')}`, [SESSION_COOKIE]],
    ['no session', `${SESSION_COOKIE}=base64-${Buffer.from('[1]').toString('base64url')}`, [SESSION_COOKIE]],
    ['a broken letter', `${SESSION_COOKIE}=base64-${Buffer.from('{"access_token":"a","refresh_token":"b","expires_at":1,"x":"\xff"}', 'latin1').toString('base64url')}`, [SESSION_COOKIE]],
    ['no token', `${SESSION_COOKIE}=base64-${Buffer.from('{"access_token":"a","refresh_token":"\\u0000","expires_at":1}').toString('base64url')}`, [SESSION_COOKIE]],
    ['not ours', `${SESSION_COOKIE}=nonsense`, [SESSION_COOKIE]],
    ['in pieces', `${SESSION_COOKIE}.0=base64-zzzz; ${SESSION_COOKIE}.1=%E0%A4%A`, [`${SESSION_COOKIE}.0`, `${SESSION_COOKIE}.1`]],
  ];

  it.each(damaged)('that holds %s is no session, and the browser is told to drop it', async (_, cookie, names) => {
    expect(await findSession(new Headers({ cookie }))).toBeNull();
    const renewal = await renewSession(`theme=dark; ${cookie}; ${SESSION_COOKIE}-other=1`);
    expect(renewal?.setCookies.map((value) => value.split('=')[0])).toEqual(names);
    for (const value of renewal?.setCookies ?? []) expect(value).toMatch(/=; Max-Age=0; Path=\//);
    expect(renewal?.cookieHeader).toBe(`theme=dark; ${SESSION_COOKIE}-other=1`);
  });

  it('is not every cookie whose name begins alike', async () => {
    expect(await renewSession(`${SESSION_COOKIE}-other=1; theme=dark`)).toBeNull();
  });
});

describe('the mounted API', () => {
  const headers = (): Record<string, string> => ({ apikey: town.api.publishableKey, 'content-type': 'application/json' });

  it('signs in and answers under the product\'s own address, never cached', async () => {
    const answer = await signIn(new Request('http://wall.example:3000/auth/v1/token?grant_type=password', {
      method: 'POST', headers: headers(), body: JSON.stringify({ email: 'viewer@test.local', password: PASSWORD }),
    }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const wards = await GET(new Request('http://wall.example:3000/rest/v1/wards?select=code&edition_id=eq.old', { headers: { ...headers(), authorization: `Bearer ${token}` } }));
    expect(await wards.json()).toHaveLength(4);
    const forged = await POST(new Request('http://wall.example:3000/rest/v1/wards', { method: 'POST', headers: { ...headers(), authorization: `Bearer ${token}` }, body: '{"code":"1"}' }));
    expect(forged.status).toBe(403);
  });

  it('refuses a wrong password and tells nothing more', async () => {
    const answers = await Promise.all(['viewer@test.local', 'nobody@test.local'].map((email) => signIn(new Request('http://x/auth/v1/token?grant_type=password', {
      method: 'POST', headers: headers(), body: JSON.stringify({ email, password: 'wrong-password' }),
    }))));
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    expect(await answers[0]?.json()).toEqual(await answers[1]?.json());
  });

  it('is absent where a hosted Supabase serves it', async () => {
    useBackend({ ...town.api, tier: 'hosted', serve: null });
    expect((await DELETE(new Request('http://x/rest/v1/wards', { method: 'DELETE' }))).status).toBe(404);
    useBackend(town.api);
  });
});
