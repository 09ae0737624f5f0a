import { describe, expect, it } from 'vitest';
import { newIncidentSchema } from '../../../lib/domain/incident';
import { contentPolicy } from '../../../lib/http/content-policy';
import { parseRange } from '../../../lib/http/basemap';
import { preferredType } from '../../../lib/http/incident-page';
import { parseBody, parseQuery } from '../../../lib/http/parse';
import { incidentQuerySchema, locateQuerySchema, pointsQuerySchema, REPEATED_INCIDENT_PARAMETERS, toIncidentFilter } from '../../../lib/http/queries';

interface ProblemBody { readonly status: number; readonly errors: readonly { readonly field: string }[] }

async function fieldsAtFault(response: Response): Promise<string[]> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = (await response.json()) as ProblemBody;
  expect(body.status).toBe(response.status);
  return body.errors.map((one) => one.field);
}

const url = (query: string): string => `http://localhost/api/x?${query}`;

describe('queries', () => {
  it.each([
    ['lat=21', ['lon']], ['lon=&lat=21', ['lon']], ['lon=NaN&lat=21', ['lon']], ['lon=1e999&lat=21', ['lon']], ['lon=0x10&lat=21', ['lon']],
    ['lon=181&lat=21', ['lon']], ['lon=105&lat=-91', ['lat']], ['lon=1&lat=1&at=2024-01-01', ['at']], ['lon=1&lat=1&border=-1', ['border']],
    ['lon=1&lat=1&lat=2', ['lat']], ['lon=1&lat=1&what=2', ['what']], ['lon=a&lat=b', ['lon', 'lat']], ['lon=1&lat=1&border=1e5', ['border']],
  ])('locate refuses %s', async (query, fields) => {
    const parsed = parseQuery(locateQuerySchema, url(query));
    if (parsed.kind === 'ok') throw new Error('accepted');
    expect(parsed.response.status).toBe(400);
    expect(await fieldsAtFault(parsed.response)).toEqual(fields);
  });

  it('locate takes a detecting ward, or none', async () => {
    expect(parseQuery(locateQuerySchema, url('lon=1&lat=1&detectedBy=00169'))).toMatchObject({ kind: 'ok', value: { detectedBy: '00169' } });
    expect(parseQuery(locateQuerySchema, url('lon=1&lat=1&detectedBy=none'))).toMatchObject({ kind: 'ok', value: { detectedBy: 'none' } });
    for (const query of ['169', 'nobody', '']) {
      const parsed = parseQuery(locateQuerySchema, url(`lon=1&lat=1&detectedBy=${query}`));
      if (parsed.kind === 'ok') throw new Error(`accepted ${query}`);
      expect(await fieldsAtFault(parsed.response)).toEqual(['detectedBy']);
    }
  });

  it('locate takes numbers in any decimal form', () => {
    expect(parseQuery(locateQuerySchema, url('lon=1.05806e2&lat=%2B21.04&border=150'))).toEqual({ kind: 'ok', value: { lon: 105.806, lat: 21.04, border: 150 } });
  });

  it.each([
    ['from=2024-01-02T00:00:00Z&to=2024-01-01T00:00:00Z', 'to'], ['status=lost', 'status.0'], ['bbox=1,2,3', 'bbox'], ['bbox=3,2,1,4', 'bbox'], ['limit=0', 'limit'],
    ['limit=1.5', 'limit'], ['limit=100000', 'limit'], ['ward=1', 'ward'], ['borderZone=yes', 'borderZone'], ['category=a%27b', 'category.0'], ['q=%20', 'q'],
    [`q=${'a'.repeat(201)}`, 'q'], ['cluster=..%2F..', 'cluster'],
  ])('incidents refuse %s', async (query, field) => {
    const parsed = parseQuery(incidentQuerySchema, url(query), REPEATED_INCIDENT_PARAMETERS);
    if (parsed.kind === 'ok') throw new Error('accepted');
    expect(await fieldsAtFault(parsed.response)).toContain(field);
  });

  it('incidents take lists by commas or by repetition, and a ward with its edition', () => {
    const parsed = parseQuery(incidentQuerySchema, url('category=theft,drugs&category=fire_safety&ward=hn-hp-2025/00160&bbox=105,20,106,21.5&borderZone=true'), REPEATED_INCIDENT_PARAMETERS);
    if (parsed.kind === 'refused') throw new Error('refused');
    expect(toIncidentFilter(parsed.value)).toMatchObject({ categories: ['theft', 'drugs', 'fire_safety'], wards: ['00160'], editionId: 'hn-hp-2025', bbox: [105, 20, 106, 21.5], borderZone: true });
  });

  it('points refuse a version that is none', () => {
    expect(parseQuery(pointsQuerySchema, url('since=-1')).kind).toBe('refused');
    expect(parseQuery(pointsQuerySchema, url('since=12'))).toEqual({ kind: 'ok', value: { since: 12 } });
  });
});

const post = (body: BodyInit, type = 'application/json'): Request => new Request(url(''), { method: 'POST', body, headers: { 'content-type': type } });
const report = { category: 'theft', occurredAt: '2024-05-01T21:04:00+07:00', lon: 105.8, lat: 21, source: 'other' };

describe('bodies', () => {
  it.each<[string, Request, number, string[]]>([
    ['another content type', post(JSON.stringify(report), 'text/plain'), 415, ['Content-Type']],
    ['broken JSON', post('{"a":'), 400, ['(body)']],
    ['broken UTF-8', post(new Uint8Array([0x22, 0xff, 0x22])), 400, ['(body)']],
    ['a list', post('[]'), 400, ['(body)']],
    ['no time zone', post(JSON.stringify({ ...report, occurredAt: '2024-05-01T21:04:00' })), 400, ['occurredAt']],
    ['numbers as text', post(JSON.stringify({ ...report, lon: '105.8' })), 400, ['lon']],
    ['a forged owner', post(JSON.stringify({ ...report, ownerCode: '00160', lead: 'x' })), 400, ['ownerCode', 'lead']],
    ['an id that is no UUID', post(JSON.stringify({ ...report, id: '1' })), 400, ['id']],
    ['a summary without end', post(JSON.stringify({ ...report, summary: 'a'.repeat(2001) })), 400, ['summary']],
    ['a ward that is no code', post(JSON.stringify({ ...report, detectedBy: 'Quan Hoa' })), 400, ['detectedBy']],
  ])('refuse %s', async (_, request, status, fields) => {
    const parsed = await parseBody(newIncidentSchema, request);
    if (parsed.kind === 'ok') throw new Error('accepted');
    expect(parsed.response.status).toBe(status);
    expect(await fieldsAtFault(parsed.response)).toEqual(fields);
  });

  it('refuse more than 64 KiB without reading it all', async () => {
    let sent = 0;
    const endless = new ReadableStream({ pull: (stream) => { sent += 16_384; stream.enqueue(new Uint8Array(16_384).fill(32)); } });
    const request = new Request(url(''), { method: 'POST', body: endless, headers: { 'content-type': 'application/json' }, duplex: 'half' } as RequestInit);
    const parsed = await parseBody(newIncidentSchema, request);
    if (parsed.kind === 'ok') throw new Error('accepted');
    expect(parsed.response.status).toBe(413);
    expect(sent).toBeLessThan(200_000);
  });

  it('take a full report', async () => {
    const parsed = await parseBody(newIncidentSchema, post(JSON.stringify({ ...report, detectedBy: '00160', accuracyM: 10 }), 'application/json; charset=utf-8'));
    expect(parsed).toMatchObject({ kind: 'ok', value: { category: 'theft', accuracyM: 10 } });
  });
});

describe('the form of an answer', () => {
  it.each([
    [null, 'application/json'], ['*/*', 'application/json'], ['text/csv', 'text/csv'], ['text/csv;q=0, application/json', 'application/json'],
    ['application/geo+json, application/json;q=0.9', 'application/geo+json'], ['text/html, text/csv;q=0.5, application/json;q=0.4', 'text/csv'],
  ])('%s: %s', (accept, type) => {
    expect(preferredType(accept)).toBe(type);
  });
});

describe('ranges and policies', () => {
  it.each([
    [null, 'whole'], ['bytes=0-9', { start: 0, end: 9 }], ['bytes=90-', { start: 90, end: 99 }], ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=50-500', { start: 50, end: 99 }], ['bytes=100-', 'bad'], ['bytes=9-1', 'bad'], ['bytes=-', 'bad'], ['lines=1-2', 'bad'], ['bytes=-0', 'bad'],
  ])('range %s', (header, expected) => {
    expect(parseRange(header, 100)).toEqual(expected);
  });

  it('lets a page speak to this host alone, and to a configured one', () => {
    const policy = (urls: string[]): string => new Map(contentPolicy(urls, false)).get('Content-Security-Policy') ?? '';
    expect(policy([])).toContain("connect-src 'self';");
    expect(policy([])).not.toContain('http');
    expect(policy(['https://tiles.example/style.json'])).toContain("connect-src 'self' https://tiles.example;");
  });
});
