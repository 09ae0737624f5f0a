import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePointColumns, encodePointColumns, readUuid, writeUuid, type PointColumns } from '../../../lib/domain/point-columns';

const column = (count: number): fc.Arbitrary<PointColumns> =>
  fc.record({
    longitudes: fc.float64Array({ minLength: count, maxLength: count, noNaN: true }),
    latitudes: fc.float64Array({ minLength: count, maxLength: count, noNaN: true }),
    occurredAt: fc.float64Array({ minLength: count, maxLength: count, noNaN: true }),
    occurredUntil: fc.float64Array({ minLength: count, maxLength: count, noNaN: true }),
    versions: fc.float64Array({ minLength: count, maxLength: count, noNaN: true }),
    dueAt: fc.float64Array({ minLength: count, maxLength: count, noNaN: true }),
    total: fc.option(fc.nat()),
    wards: fc.uint16Array({ minLength: count, maxLength: count }),
    leads: fc.uint16Array({ minLength: count, maxLength: count }),
    neighbours: fc.uint16Array({ minLength: count, maxLength: count }),
    clusters: fc.uint16Array({ minLength: count, maxLength: count }),
    editions: fc.uint8Array({ minLength: count, maxLength: count }),
    categories: fc.uint8Array({ minLength: count, maxLength: count }),
    statuses: fc.uint8Array({ minLength: count, maxLength: count }),
    leadReasons: fc.uint8Array({ minLength: count, maxLength: count }),
    flags: fc.uint8Array({ minLength: count, maxLength: count }),
    ids: fc.uint8Array({ minLength: count * 16, maxLength: count * 16 }),
  }).map((columns) => ({
    ...columns, count, version: 7, asOf: 1_700_000_000,
    dictionaries: { categories: ['theft'], wards: ['hn/00001 Phúc'], clusters: [], editions: ['hn'] },
  }));

const anyColumns = fc.integer({ min: 0, max: 9 }).chain(column);

describe('point columns', () => {
  it('come back as they were sent', () => {
    fc.assert(fc.property(anyColumns, (columns) => {
      expect(decodePointColumns(encodePointColumns(columns).buffer)).toEqual(columns);
    }));
  });

  it('are refused when cut short anywhere', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }).chain(column), fc.double({ min: 0, max: 0.999, noNaN: true }), (columns, share) => {
      const bytes = encodePointColumns(columns);
      const padding = 8; // the last column may end in padding, which nobody misses
      const length = Math.floor((bytes.length - padding) * share);
      expect(() => decodePointColumns(bytes.buffer.slice(0, length))).toThrow();
    }));
  });

  it('are refused when they are something else', () => {
    expect(() => decodePointColumns(new TextEncoder().encode('{"type":"about:blank"}').buffer)).toThrow('GRP3');
  });

  it('keep ids', () => {
    fc.assert(fc.property(fc.uuid(), fc.uuid(), (first, second) => {
      const ids = new Uint8Array(32);
      writeUuid(ids, 0, first);
      writeUuid(ids, 1, second);
      expect([readUuid(ids, 0), readUuid(ids, 1)]).toEqual([first, second]);
    }));
  });
});
