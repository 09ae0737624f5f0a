import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_LIST_FILTER, formatListFilter, parseListFilter, toIncidentQuery } from '../../../components/incidents/list-filter';
import type { Day } from '../../../lib/domain/instant';
import { incidentQuerySchema } from '../../../lib/http/queries';

const code = fc.stringMatching(/^[a-z][a-z_-]{0,12}$/);
const ward = fc.stringMatching(/^[a-z0-9-]{1,12}\/\d{5}$/);
const maybe = <T>(one: fc.Arbitrary<T>, none: T) => fc.oneof(fc.constant(none), one);
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10) as Day);
const filters = fc.record({
  open: fc.boolean(), overdue: fc.boolean(), zone: fc.boolean(), category: maybe(code, ''), cluster: maybe(code, ''), lead: maybe(ward, ''), assist: maybe(ward, ''), ward: maybe(ward, ''), inside: maybe(fc.uuid(), ''),
  from: fc.option(day, { nil: null }), to: fc.option(day, { nil: null }),
});

describe('the filter of the incident list', () => {
  it('comes back from its link', () => {
    fc.assert(fc.property(filters, (filter) => { expect(parseListFilter(new URLSearchParams(formatListFilter(filter)))).toEqual(filter); }));
    expect(formatListFilter(NO_LIST_FILTER)).toBe('');
    const zone = '0190d3a0-1111-7222-8333-444455556666';
    expect(parseListFilter(new URLSearchParams(`zone=${zone}&border=1`))).toEqual({ ...NO_LIST_FILTER, inside: zone, zone: true });
    expect(parseListFilter(new URLSearchParams('zone=1'))).toEqual({ ...NO_LIST_FILTER, zone: true });
    expect(parseListFilter(new URLSearchParams('open=yes&lead=%3Cb%3E&from=2024-02-31&category=' + 'x'.repeat(200)))).toEqual(NO_LIST_FILTER);
  });

  it('asks only what the server understands', () => {
    fc.assert(fc.property(filters.filter(({ from, to }) => from === null || to === null || from <= to), (filter) => {
      const raw = Object.fromEntries(new URLSearchParams(toIncidentQuery(filter, 50)));
      const { category, ...rest } = raw;
      expect(incidentQuerySchema.safeParse({ ...rest, ...(category === undefined ? {} : { category: [category] }) }).error?.issues ?? []).toEqual([]);
    }));
  });

  it('means whole days in Viet Nam', () => {
    const query = new URLSearchParams(toIncidentQuery({ ...NO_LIST_FILTER, from: '2026-11-01' as Day, to: '2026-11-01' as Day }, 50));
    expect(Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')).toBe(86_399_000);
    expect(query.get('from')).toBe('2026-11-01T00:00:00+07:00');
  });
});
