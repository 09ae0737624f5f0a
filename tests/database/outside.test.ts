import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GET, POST } from '../../app/rest/v1/[[...path]]/route';
import { GET as getAuth, OPTIONS as askAuth, POST as postAuth, PUT as putAuth } from '../../app/auth/v1/[[...path]]/route';
import { isAllowedHost } from '../../lib/db/allowed-host';
import { buildInProcessBackend, useBackend, type Backend } from '../../lib/db/backend';
import { openTestDatabase, PASSWORD, type TestDatabase } from './support/test-database';
import { ACCOUNTS, buildTown, importIncidents, incidentRow } from './support/town';

/** What a request from outside can do to the mounted API; requests inside the process go another way. */
let town: TestDatabase;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildTown(town);
  await importIncidents(town.service, Array.from({ length: 60 }, (_, i) => incidentRow(i + 1, { summary: `${i % 2 === 0 ? 'a' : 'z'} text ${i}` })));
  await town.database.owner`analyze incident_texts`;
});
// A function of its own for each test: its gates begin unused.
beforeEach(() => { useBackend({ ...town.api, serve: (request) => (town.api.serve as NonNullable<Backend['serve']>)(request) }); });
afterAll(() => town.close());

type Handler = (request: Request) => Promise<Response>;

async function send(handler: Handler, method: string, path: string, options: { token?: string; body?: string; headers?: Record<string, string> } = {}): Promise<Response> {
  const { token, body, headers } = options;
  return handler(new Request(`http://wall.example${path}`, {
    method,
    headers: {
      apikey: town.api.publishableKey, 'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers,
    },
    ...(body === undefined ? {} : { body }),
  }));
}
const signIn = (email: string, password: string): Promise<Response> =>
  send(postAuth, 'POST', '/auth/v1/token?grant_type=password', { body: JSON.stringify({ email, password }) });

describe('row counts', () => {
  const countTexts = async (prefer: string, below: string, email: string): Promise<string | undefined> => {
    const answer = await send(GET, 'GET', `/rest/v1/incident_texts?select=incident_id&summary=lt.${below}`, { token: await town.tokenOf(email), headers: { prefer } });
    return answer.headers.get('content-range')?.split('/')[1];
  };

  it.each(['count=planned', 'count=estimated', 'count=exact', 'Count = planned', 'handling=strict,count=planned'])('%s tells a viewer nothing of texts he may not read', async (prefer) => {
    expect([await countTexts(prefer, 'm', 'viewer@test.local'), await countTexts(prefer, 'zz', 'viewer@test.local')]).toEqual(['0', '0']);
  });

  it('is exact, also when it was to be an estimate', async () => {
    expect([await countTexts('count=estimated', 'm', 'analyst@test.local'), await countTexts('count=planned', 'zz', 'analyst@test.local')]).toEqual(['30', '60']);
  });

  it('the database keeps no statistics of free text', async () => {
    expect(await town.database.owner`select attname from pg_stats where tablename = 'incident_texts' and attname in ('summary', 'search')`).toEqual([]);
    expect(await town.database.owner`select attname from pg_stats where tablename = 'incident_texts'`).not.toEqual([]);
  });
});

describe('a table request', () => {
  it.each([
    'boundary_editions?select=id,wards(code,incidents!incidents_edition_id_owner_code_fkey(id))', 'incidents?select=id,...wards!incidents_edition_id_owner_code_fkey%28name%29',
    'wards?select=code&select=incidents(id)',
  ])('can not pull related tables along: %s', async (path) => {
    const answer = await send(GET, 'GET', `/rest/v1/${path}`, { token: await town.tokenOf('viewer@test.local') });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'PGRST200', message: expect.stringContaining('related tables') as string });
  });

  it('with nested filters works as far as people nest them and is refused beyond', async () => {
    const token = await town.tokenOf('viewer@test.local');
    const nested = (depth: number): string => `/rest/v1/wards?select=code&edition_id=eq.old&and=(${'and('.repeat(depth)}code.eq.00001${')'.repeat(depth)})`;
    expect(await (await send(GET, 'GET', nested(5), { token })).json()).toEqual([{ code: '00001' }]);
    expect((await send(GET, 'GET', nested(1_500), { token })).status).toBe(400);
  });

  it('with a URL or body without end is refused', async () => {
    const token = await town.tokenOf('viewer@test.local');
    expect((await send(GET, 'GET', `/rest/v1/wards?code=eq.${'1'.repeat(8_192)}`, { token })).status).toBe(414);
    expect((await send(POST, 'POST', '/rest/v1/rpc/points', { token, body: JSON.stringify({ since: 0, more: 'x'.repeat(1024 * 1024) }) })).status).toBe(413);
    expect((await send(POST, 'POST', '/rest/v1/rpc/points', { token, body: '{"since":0}' })).status).toBe(200);
  });

  it('ends at the statement timeout of the web server, which loading does not have', async () => {
    await town.database.owner.unsafe('create function public.probe_sleep() returns text language sql as $$ select pg_sleep(0.6)::text $$');
    const hurried = buildInProcessBackend({ tier: town.database.tier, databaseUrl: town.database.apiUrl, ...town.database.secrets, statementTimeoutMs: 200 });
    const patient = buildInProcessBackend({ tier: town.database.tier, databaseUrl: town.database.apiUrl, ...town.database.secrets });
    const sleep = async (backend: Backend): Promise<unknown> =>
      (await backend.fetch(`${backend.url}/rest/v1/rpc/probe_sleep`, { method: 'POST', headers: { apikey: backend.secretKey, 'content-type': 'application/json' }, body: '{}' })).json();
    expect(await sleep(hurried)).toMatchObject({ code: '57014' });
    expect(await sleep(patient)).toBe('');
    await Promise.all([hurried.close(), patient.close()]);
  });

  it('does not show which account wrote something', async () => {
    const token = await town.tokenOf('commander@test.local');
    for (const path of ['incident_history?select=actor_user', 'incident_detections?select=recorded_by']) {
      expect((await send(GET, 'GET', `/rest/v1/${path}`, { token })).status, path).toBe(403);
    }
    expect((await send(GET, 'GET', '/rest/v1/incident_history?select=actor_unit,kind&limit=1', { token })).status).toBe(200);
  });
});

describe('/auth/v1', () => {
  it.each(['signup', 'otp', 'magiclink', 'recover', 'verify', 'resend', 'admin/users', 'token', 'token?grant_type=pkce', 'token?grant_type=id_token',
    'token?grant_type=password&grant_type=pkce', 'token/?grant_type=password', '/token?grant_type=password', 'invite', 'factors', 'user', ''])('has no POST %s', async (path) => {
    const answer = await send(postAuth, 'POST', `/auth/v1/${path}`, { body: '{"email":"new@test.local","password":"long-enough-password","create_user":true}' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ code: 404, error_code: 'not_found', msg: 'Not found' });
    expect(await town.database.owner`select from auth.users where email = 'new@test.local'`).toHaveLength(0);
  });

  it.each(['verify?token=1&type=recovery', 'authorize?provider=google', 'callback', 'reauthenticate', 'admin/users', 'sso'])('has no GET %s', async (path) => {
    expect((await send(getAuth, 'GET', `/auth/v1/${path}`, { token: await town.tokenOf('viewer@test.local') })).status).toBe(404);
  });

  it('signs in, tells who one is, renews and signs out', async () => {
    const { access_token: token, refresh_token } = (await (await signIn('viewer@test.local', PASSWORD)).json()) as { access_token: string; refresh_token: string };
    expect(await (await send(getAuth, 'GET', '/auth/v1/user', { token })).json()).toMatchObject({ email: 'viewer@test.local' });
    expect((await send(postAuth, 'POST', '/auth/v1/token?grant_type=refresh_token', { body: JSON.stringify({ refresh_token }) })).status).toBe(200);
    for (const path of ['settings', 'health', '.well-known/jwks.json']) expect((await send(getAuth, 'GET', `/auth/v1/${path}`)).status, path).toBe(200);
    expect((await send(postAuth, 'POST', '/auth/v1/logout?scope=local', { token })).status).toBe(204);
  });

  it('changes one\'s password and nothing else of the account', async () => {
    const token = await town.tokenOf('officer3@test.local');
    expect((await send(putAuth, 'PUT', '/auth/v1/user', { token, body: '{"email":"taken@test.local"}' })).status).toBe(400);
    const both = await send(putAuth, 'PUT', '/auth/v1/user', { token, body: '{"password":"another-password-2","email":"taken@test.local","data":{"role":"admin"}}' });
    expect(both.status).toBe(200);
    expect(await both.json()).toMatchObject({ email: 'officer3@test.local', user_metadata: {} });
    expect((await signIn('officer3@test.local', 'another-password-2')).status).toBe(200);
  });

  it.each([
    ['null', 400], ['[]', 400], ['"text"', 400], ['nonsense', 400], ['', 400], ['{}', 400], ['{"email":1,"password":{}}', 400], ['{"email":null,"password":"x"}', 400],
    ['{"email":"\\u0000","password":"x"}', 400], ['{"email":"a@b.c","password":"x\\u0000"}', 400], ['{"email":"\\ud800","password":"x"}', 400],
    [`{"email":"a@b.c","password":"${'x'.repeat(65_536)}"}`, 413],
  ] as const)('answers a body it can not use as GoTrue does: %#', async (body, status) => {
    const answer = await send(postAuth, 'POST', '/auth/v1/token?grant_type=password', { body });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code: status, error_code: expect.any(String) as string, msg: expect.any(String) as string });
    expect((await send(postAuth, 'POST', '/auth/v1/token?grant_type=refresh_token', { body: body.replace('email', 'refresh_token') })).status).not.toBe(500);
  });

  it('slows guessing at one account down and lets others in meanwhile', async () => {
    const answers: Response[] = [];
    for (let i = 0; i < 22; i++) answers.push(await signIn(i % 2 === 0 ? 'Analyst@Test.local' : 'analyst@test.local ', `wrong-password-${i}`));
    expect(answers.slice(0, 20).map(({ status }) => status)).toEqual(Array<number>(20).fill(400));
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await refused?.json()).toMatchObject({ code: 429, error_code: 'over_request_rate_limit' });
    expect((await signIn('viewer@test.local', PASSWORD)).status).toBe(200);
  });

  it('takes its time to refuse, so that nobody learns which accounts there are', async () => {
    for (const email of ['viewer@test.local', 'nobody@test.local']) {
      const startedMs = performance.now();
      expect((await signIn(email, 'wrong-password')).status).toBe(400);
      expect(performance.now() - startedMs, email).toBeGreaterThanOrEqual(245);
    }
  });

  it('goes on answering while many guess at once', async () => {
    const guesses = Array.from({ length: 80 }, (_, i) => signIn(ACCOUNTS[i % ACCOUNTS.length]?.email ?? '', 'wrong-password'));
    await new Promise((resolve) => setTimeout(resolve, 50)); // the first checks are under way
    const startedMs = performance.now();
    expect((await send(getAuth, 'GET', '/auth/v1/health')).status).toBe(200);
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([400, 429]));
    expect(statuses.filter((status) => status === 400).length).toBeLessThanOrEqual(32);
  });
});

describe('pages elsewhere', () => {
  it('are given no leave to read answers', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' };
    const answers = [
      await send(GET, 'GET', '/rest/v1/wards?limit=1', { headers }), await send(getAuth, 'GET', '/auth/v1/settings', { headers }),
      await send(askAuth, 'OPTIONS', '/auth/v1/token?grant_type=password', { headers }), await send(GET, 'OPTIONS', '/rest/v1/wards', { headers }),
    ];
    for (const answer of answers) expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('reach a demonstration by no other name than this machine\'s own', async () => {
    for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST']) expect(isAllowedHost(host, true), host).toBe(true);
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:3000', 'evil.example@localhost', '', null]) {
      expect(isAllowedHost(host, true), String(host)).toBe(false);
      expect(isAllowedHost(host, false), String(host)).toBe(true);
    }
    process.env['GIAP_RANH_DEMONSTRATION'] = '1';
    try {
      expect((await send(getAuth, 'GET', '/auth/v1/health', { headers: { host: 'evil.example' } })).status).toBe(421);
      expect((await send(getAuth, 'GET', '/auth/v1/health', { headers: { host: 'localhost:3000' } })).status).toBe(200);
    } finally {
      delete process.env['GIAP_RANH_DEMONSTRATION'];
    }
  });
});
