import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePointColumns } from '../../lib/domain/point-columns';
import type { Incident } from '../../lib/domain/incident';
import type { LocateAnswer } from '../../lib/domain/locate';
import { at, fetchAs } from './support/sign-in';

type Fetch = Awaited<ReturnType<typeof fetchAs>>;
const ACCOUNTS = ['admin', 'commander', 'analyst', 'officer.quanhoa', 'officer.congvi', 'viewer'] as const;
const as = {} as Record<(typeof ACCOUNTS)[number], Fetch>;

beforeAll(async () => {
  for (const account of ACCOUNTS) as[account] = await fetchAs(account);
});

const json = async <T>(answer: Promise<Response>, status = 200): Promise<T> => {
  const got = await answer;
  const body = await got.text();
  expect(got.status, body).toBe(status);
  return JSON.parse(body) as T;
};
const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body),
});

/** In the T11 focus area while the cluster's first term ran: Quan Hoa's, 28 m from Vĩnh Phúc. */
const AT_T11 = { lon: 105.80616, lat: 21.038981, occurredAt: '2024-05-01T21:04:00+07:00', source: 'patrol' };

describe('who may ask', () => {
  it('health needs no session and names the edition in force', async () => {
    expect(await json(fetch(at('/api/health')))).toEqual({ status: 'ok', version: '0.1.0', database: 'ok', edition: 'hn-hp-2025' });
    expect((await fetch(at('/api/health'))).headers.get('live-streams')).toMatch(/^\d+$/);
  });

  it('a method that an address does not take is answered with those it does', async () => {
    const answer = await as.admin('/api/work', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow'), answer.headers.get('content-type')]).toEqual([405, 'GET, HEAD, OPTIONS', 'application/problem+json']);
    expect((await fetch(at('/api/health'), { method: 'OPTIONS' })).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  it.each(['me', 'editions', 'editions/hn-hp-2025/wards', 'clusters', 'categories', 'points', 'locate?lon=105.8&lat=21', 'incidents', `incidents/${randomUUID()}`, 'basemap', 'basemap/hanoi-roads.geojson'])(
    'signed out, /api/%s answers 401 as a problem', async (path) => {
      const answer = await fetch(at(`/api/${path}`));
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    });

  it.each(['Bearer x', 'Bearer a.b.c', 'Basic YWRtaW46YWRtaW4='])('a false session is none: %s', async (authorization) => {
    expect((await fetch(at('/api/points'), { headers: { authorization } })).status).toBe(401);
  });

  it('tells each account its role and today\'s ward', async () => {
    expect(await json(as.viewer('/api/me'))).toMatchObject({ role: 'viewer', email: 'viewer@demo.local', unit: null });
    expect(await json(as['officer.quanhoa']('/api/me'))).toMatchObject({ role: 'officer', ward: { editionId: 'hn-hp-2025', code: '00160', name: 'Phường Nghĩa Đô' } });
  });

  it('refuses a write that a page elsewhere sends', async () => {
    await json(as.admin('/api/incidents', post({ ...AT_T11, category: 'theft' }, { 'sec-fetch-site': 'cross-site' })), 403);
  });
});

describe('GET /api/locate', () => {
  const locate = (query: string): Promise<LocateAnswer> => json(as.viewer(`/api/locate?${query}`));

  it('knows the T11 bridge of 2024: Quan Hoa owns, the focus area calls the other three', async () => {
    const answer = await locate(`lon=${String(AT_T11.lon)}&lat=${String(AT_T11.lat)}&at=${encodeURIComponent(AT_T11.occurredAt)}`);
    expect(answer).toMatchObject({
      position: [AT_T11.lon, AT_T11.lat], status: 'inside', borderZone: true, junction: false, widthMetres: 100,
      owner: { code: '00169', name: 'Phường Quan Hoa' }, edition: { id: 'hn-hp-pre2025', effectiveTo: '2025-06-30' }, focusArea: { name: 'Cầu T11' },
      lead: { ward: { code: '00169' }, reason: 'first_detector', assists: [{ name: 'Phường Vĩnh Phúc' }, { name: 'Phường Cống Vị' }, { name: 'Phường Nghĩa Đô' }] },
    });
    expect(answer.neighbours).toHaveLength(1);
    expect(answer.neighbours[0]?.distanceMetres).toBeCloseTo(27.79, 1);
    expect(answer.cluster?.members).toHaveLength(4);
  });

  it('decides with the unit that detected it: a member of the cluster leads, a stranger or nobody leaves it to the owner', async () => {
    const at = `lon=${String(AT_T11.lon)}&lat=${String(AT_T11.lat)}&at=${encodeURIComponent(AT_T11.occurredAt)}`;
    const byMember = await locate(`${at}&detectedBy=00007`);
    expect(byMember.lead).toMatchObject({ ward: { code: '00007' }, reason: 'first_detector', assists: [{ code: '00006' }, { code: '00157' }, { code: '00169' }] });
    expect(byMember.lead.trace).toContainEqual({ kind: 'detected', ward: { code: '00007', name: 'Phường Cống Vị' }, at: byMember.at, member: true });
    const byStranger = await locate(`${at}&detectedBy=00001`);
    expect(byStranger.lead).toMatchObject({ ward: { code: '00169' }, reason: 'no_member_detected' });
    expect(byStranger.lead.trace).toContainEqual(expect.objectContaining({ kind: 'detected', member: false }));
    const byNobody = await locate(`${at}&detectedBy=none`);
    expect(byNobody.lead).toMatchObject({ ward: { code: '00169' }, reason: 'no_member_detected' });
    expect(byNobody.lead.trace.map(({ kind }) => kind)).toContain('not_detected');
    expect(byNobody.lead.trace.map(({ kind }) => kind)).not.toContain('would_change');
    expect(await json(as.viewer(`/api/locate?${at}&detectedBy=99999`), 400)).toMatchObject({ errors: [{ field: 'detectedBy' }] });
  });

  it('knows the same place today', async () => {
    const answer = await locate(`lon=${String(AT_T11.lon)}&lat=${String(AT_T11.lat)}&at=2026-06-01T00:00:00Z`);
    expect(answer).toMatchObject({ edition: { id: 'hn-hp-2025', effectiveTo: null }, owner: { code: '00160', name: 'Phường Nghĩa Đô' }, status: 'inside' });
    expect(answer.neighbours.map((one) => one.name)).toContain('Phường Ngọc Hà');
  });

  it('decides by the edition in force at the instant, to the second', async () => {
    const edition = async (instant: string): Promise<string> => (await locate(`lon=105.84&lat=20.96&at=${encodeURIComponent(instant)}`)).edition.id;
    expect(await edition('2025-06-30T23:59:59+07:00')).toBe('hn-hp-pre2025');
    expect(await edition('2025-07-01T00:00:00+07:00')).toBe('hn-hp-2025');
  });

  it('keeps what lies outside', async () => {
    expect(await locate('lon=110&lat=18')).toMatchObject({ status: 'outside', owner: null, candidates: [], neighbours: [], borderZone: false, lead: { ward: null, reason: 'outside' } });
  });

  it('says which field is wrong, and that no edition covers 1950', async () => {
    expect(await json(as.viewer('/api/locate?lon=abc&lat=21'), 400)).toMatchObject({ status: 400, errors: [{ field: 'lon' }] });
    expect(await json(as.viewer('/api/locate?lon=105.8&lat=21&at=1950-01-01T00:00:00Z'), 422)).toMatchObject({ errors: [{ field: 'at' }] });
  });
});

describe('incidents', () => {
  it('are recorded once, with owner, lead and reasoning worked out by the server', async () => {
    const id = randomUUID();
    const report = { id, ...AT_T11, category: 'drugs', detectedBy: '00007', detectedAt: '2024-05-01T21:04:00+07:00', summary: 'Tụ tập dưới gầm cầu' };
    const created = await json<Incident>(as['officer.congvi']('/api/incidents', post(report)), 201);
    expect(created).toMatchObject({
      id, ownership: { owner: { name: 'Phường Quan Hoa' } }, borderZone: true, focusAreaId: expect.any(String) as string,
      lead: { ward: { name: 'Phường Cống Vị' }, reason: 'first_detector' }, detectedBy: { name: 'Phường Cống Vị' },
    });
    expect(created.lead.trace.map((step) => step.kind)).toEqual(['owner', 'neighbour', 'focus_area', 'cluster', 'detected', 'lead']);
    expect((await json<Incident>(as['officer.congvi']('/api/incidents', post(report)))).version).toBe(created.version);

    const { incident, history } = await json<{ incident: Incident; history: { kind: string; actorRole: string }[] }>(as['officer.quanhoa'](`/api/incidents/${id}`));
    expect(incident.summary).toBe(report.summary);
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({ actorRole: 'officer' });
  });

  it('hide their free text from a viewer, in every form', async () => {
    const id = randomUUID();
    await json(as.analyst('/api/incidents', post({ id, ...AT_T11, category: 'theft', summary: 'bí-mật-xyz' })), 201);
    for (const accept of ['application/json', 'text/csv', 'application/geo+json']) {
      const seen = async (who: Fetch): Promise<string> => (await who('/api/incidents?from=2024-05-01T14:00:00Z&to=2024-05-01T15:00:00Z&limit=1000', { headers: { accept } })).text();
      expect(await seen(as.analyst)).toContain('bí-mật-xyz');
      expect(await seen(as.viewer)).toContain(id);
      expect(await seen(as.viewer)).not.toContain('bí-mật-xyz');
    }
    expect(await (await as.viewer(`/api/incidents/${id}`)).text()).not.toContain('bí-mật-xyz');
    expect(await (await as.viewer('/api/incidents?q=b%C3%AD-m%E1%BA%ADt-xyz')).text()).not.toContain(id);
  });

  it('take one id only once, whoever sends it again with other content', async () => {
    const id = randomUUID();
    await json(as.admin('/api/incidents', post({ id, ...AT_T11, category: 'theft' })), 201);
    const answer = await json<{ errors: { field: string }[] }>(as.commander('/api/incidents', post({ id, ...AT_T11, category: 'drugs' })), 409);
    expect(answer.errors[0]?.field).toBe('id');
  });

  it('make one of ten simultaneous sends', async () => {
    const body = { id: randomUUID(), ...AT_T11, category: 'waste' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => as.admin('/api/incidents', post(body))));
    expect(answers.map((one) => one.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 200, 201]);
  });

  it.each<[string, object, string]>([
    ['an unknown category', { category: 'jaywalking' }, 'category'],
    ['a ward that was none then', { detectedBy: '99999' }, 'detectedBy'],
    ['the future', { occurredAt: '2199-01-01T00:00:00Z' }, 'occurredAt'],
    ['a time before every edition', { occurredAt: '1950-01-01T00:00:00Z' }, 'occurredAt'],
    ['a detection by nobody', { detectedAt: '2024-05-01T21:04:00+07:00' }, 'detectedBy'],
    ['a detection long before it occurred', { detectedBy: '00169', detectedAt: '1950-01-01T00:00:00Z' }, 'detectedAt'],
    ['a zero byte in the category', { category: 'theft\u0000' }, 'category'],
    ['no source', { source: undefined }, 'source'],
    ['an offset that no place has', { occurredAt: '2024-05-01T21:04:00+16:30' }, 'occurredAt'],
    ['a forged lead', { leadCode: '00169' }, 'leadCode'],
    ['a zero byte in the text', { summary: 'a\u0000b' }, 'summary'],
  ])('refuse %s and name the field', async (_, change, field) => {
    const answer = await json<{ errors: { field: string }[] }>(as.admin('/api/incidents', post({ ...AT_T11, category: 'theft', ...change })), 400);
    expect(answer.errors.map((one) => one.field)).toEqual([field]);
  });

  it('let an officer speak for the own unit alone', async () => {
    const answer = await json<{ errors: { field: string }[] }>(as['officer.quanhoa']('/api/incidents', post({ ...AT_T11, category: 'theft', detectedBy: '00007' })), 400);
    expect(answer.errors[0]?.field).toBe('detectedBy');
    await json(as['officer.quanhoa']('/api/incidents', post({ ...AT_T11, category: 'theft', detectedBy: '00169' })), 201);
  });

  it('are not for a viewer to report', async () => {
    await json(as.viewer('/api/incidents', post({ ...AT_T11, category: 'theft' })), 403);
  });

  it('of other wards do not exist for an officer', async () => {
    const id = randomUUID();
    const far = { lon: 106.64, lat: 20.8, occurredAt: '2026-05-01T21:04:00+07:00', category: 'theft', source: 'hotline' };
    await json(as.admin('/api/incidents', post({ id, ...far })), 201);
    await json(as['officer.quanhoa'](`/api/incidents/${id}`), 404);
    await json(as.commander(`/api/incidents/${id}`));
  });

  it('come in pages that miss none and repeat none', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: Incident[]; nextCursor: string | null } = await json(as.analyst(`/api/incidents?category=racing&limit=97${cursor === null ? '' : `&cursor=${cursor}`}`));
      seen.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const points = decodePointColumns(await (await as.analyst('/api/points')).arrayBuffer());
    const racing = points.dictionaries.categories.indexOf('racing');
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(points.categories.filter((one) => one === racing).length);
    expect(seen.length).toBeGreaterThan(97);
  });

  it.each(['cursor=abc', `cursor=${btoa('["1","00000000-0000-4000-8000-000000000000"]')}`, `cursor=${btoa('["+010000-01-01T00:00:00Z","00000000-0000-4000-8000-000000000000"]')}`, 'q=a%00b', 'q=%ED%A0%80%00',
    'from=2024-01-01T00:00:00%2B16:00', `from=2024-01-01T00:00:00.${'1'.repeat(300)}Z`, 'status=', 'category='])('refuse %s and name the field', async (query) => {
    expect(await json(as.analyst(`/api/incidents?${query}`), 400)).toMatchObject({ errors: [{ field: expect.stringMatching(new RegExp(`^${query.split('=')[0] ?? ''}`)) as string }] });
  });
});

describe('GET /api/points', () => {
  it('gives the analyst everything, the officer his part, and only the new after a version', async () => {
    const all = decodePointColumns(await (await as.analyst('/api/points')).arrayBuffer());
    const part = decodePointColumns(await (await as['officer.quanhoa']('/api/points')).arrayBuffer());
    expect(all.count).toBeGreaterThan(19_000);
    expect(part.count).toBeGreaterThan(0);
    expect(part.count).toBeLessThan(all.count / 4);
    const { id } = await json<Incident>(as.admin('/api/incidents', post({ ...AT_T11, category: 'theft' })), 201);
    const fresh = decodePointColumns(await (await as.analyst(`/api/points?since=${String(all.version)}`)).arrayBuffer());
    expect(fresh.count).toBe(1);
    expect(Buffer.from(fresh.ids).toString('hex')).toBe(id.replaceAll('-', ''));
    expect(fresh.version).toBeGreaterThan(all.version);
  });
});

it('answers an address that is none with a problem', async () => {
  for (const method of ['GET', 'POST', 'DELETE']) expect(await json(as.viewer('/api/nothing/here', { method }), 404)).toMatchObject({ status: 404 });
});

describe('geometry and basemap', () => {
  it('sends wards and arcs once, and 304 after that', async () => {
    const first = await as.viewer('/api/editions/hn-hp-2025/wards');
    expect(((await first.json()) as { features: unknown[] }).features).toHaveLength(240);
    const again = await as.viewer('/api/editions/hn-hp-2025/wards', { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    await json(as.viewer('/api/editions/atlantis/arcs'), 404);
  });

  it('serves the shipped basemap and nothing else of the disk', async () => {
    expect(await json(as.viewer('/api/basemap'))).toMatchObject({ kind: 'builtin', layers: expect.arrayContaining(['hanoi-roads', 'sea-labels']) as string[] });
    await json(as.viewer('/api/basemap/..%2F..%2Fpackage.json'), 404);
    await json(as.viewer('/api/basemap/..%2Fcategories.geojson'), 404);
  });
});

describe('the mounted REST API', () => {
  it('lets nobody forge an owner, a lead or the history', async () => {
    for (const account of ACCOUNTS) {
      for (const [method, path, body] of [
        ['PATCH', 'incidents?id=not.is.null', { lead_code: '00169' }], ['DELETE', 'incidents?id=not.is.null', undefined], ['POST', 'incident_history', { kind: 'x' }],
        ['DELETE', 'incident_history?id=gt.0', undefined], ['PATCH', 'profiles?role=eq.viewer', { role: 'admin' }], ['POST', 'rpc/record_incident', { payload: {} }],
      ] as const) {
        const answer = await as[account](`/rest/v1/${path}`, { method, headers: { 'content-type': 'application/json', apikey: 'x' }, ...(body ? { body: JSON.stringify(body) } : {}) });
        expect([401, 403, 404], `${account} ${method} ${path}: ${String(answer.status)}`).toContain(answer.status);
      }
    }
  });
});
