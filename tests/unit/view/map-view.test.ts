import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INCIDENT_STATUSES } from '../../../lib/domain/incident';
import type { Day } from '../../../lib/domain/instant';
import { formatView } from '../../../lib/view/format-view';
import { DEFAULT_VIEW, PERIOD_PRESETS, TIME_BIN_UNITS, TOGGLE_LAYERS, type MapView, type Period } from '../../../lib/view/map-view';
import { parseView } from '../../../lib/view/parse-view';

const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10) as Day);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const degrees = (limit: number) => fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map((micro) => micro / 1e6);
const inOrder = <T extends string>(options: readonly T[]) => fc.subarray([...options]);
const period: fc.Arbitrary<Period> = fc.oneof(
  fc.constantFrom(...PERIOD_PRESETS).map((preset): Period => ({ kind: 'preset', preset })),
  fc.tuple(maybe(day), maybe(day))
    .filter(([from, to]) => from !== null || to !== null)
    .map(([a, b]): Period => (a !== null && b !== null && a > b ? { kind: 'days', from: b, to: a } : { kind: 'days', from: a, to: b })),
);
const view: fc.Arbitrary<MapView> = fc.record({
  at: maybe(day), period, statuses: inOrder(INCIDENT_STATUSES), hiddenLayers: inOrder(TOGGLE_LAYERS),
  categories: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/), { maxLength: 5 }).map((codes) => codes.sort()),
  ward: maybe(fc.stringMatching(/^[a-z0-9-]{1,20}\/\d{5}$/)), cluster: maybe(fc.stringMatching(/^[a-z0-9-]{1,30}$/)),
  borderZoneOnly: fc.boolean(), openOnly: fc.boolean(), overdueOnly: fc.boolean(), bin: maybe(fc.constantFrom(...TIME_BIN_UNITS)), incident: maybe(fc.uuid()),
  camera: maybe(fc.record({ longitude: degrees(180), latitude: degrees(85), zoom: fc.integer({ min: 0, max: 2400 }).map((z) => z / 100) })),
  pin: maybe(fc.tuple(degrees(180), degrees(85))),
});

describe('a link restores the view', () => {
  it('parse(format(view)) is the view', () => {
    fc.assert(fc.property(view, (original) => {
      const read = parseView(new URLSearchParams(formatView(original)));
      expect(read).toEqual(JSON.parse(JSON.stringify(original), (_, value: unknown) => (Object.is(value, -0) ? 0 : value)));
    }), { numRuns: 500 });
  });

  it('writes nothing for the view of a bare link', () => {
    expect(formatView(DEFAULT_VIEW)).toBe('');
    expect(parseView(new URLSearchParams(''))).toEqual(DEFAULT_VIEW);
  });

  it('writes a period open at both ends as all', () => {
    expect(formatView({ ...DEFAULT_VIEW, period: { kind: 'days', from: null, to: null } })).toBe('period=all');
  });
});

describe('a broken link', () => {
  it('never throws, whatever is in it', () => {
    const field = fc.constantFrom('at', 'from', 'to', 'period', 'category', 'status', 'ward', 'cluster', 'zone', 'hide', 'bin', 'c', 'incident', 'pin');
    fc.assert(fc.property(fc.array(fc.tuple(field, fc.string())), (pairs) => {
      const read = parseView(new URLSearchParams(pairs));
      expect(parseView(new URLSearchParams(formatView(read)))).toEqual(read);
    }));
  });

  it('keeps the good fields beside the bad ones', () => {
    const read = parseView(new URLSearchParams('at=2024-02-30&zone=1&ward=nonsense&category=theft,DROP TABLE,theft&status=resolved,gone&c=105,21&pin=105.8,21.03'));
    expect(read).toEqual({ ...DEFAULT_VIEW, borderZoneOnly: true, categories: ['theft'], statuses: ['resolved'], pin: [105.8, 21.03] });
  });

  it('drops a camera outside the world and a period that ends before it begins', () => {
    const read = parseView(new URLSearchParams('c=105,95,12&from=2024-02-02&to=2024-01-01'));
    expect(read.camera).toBeNull();
    expect(read.period).toEqual(DEFAULT_VIEW.period);
  });
});
