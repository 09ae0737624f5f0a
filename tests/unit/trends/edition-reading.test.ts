import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeOwnerColumns, encodeOwnerColumns, type OwnerColumns } from '../../../lib/domain/owner-columns';
import { NO_CODE } from '../../../lib/domain/point-columns';
import { readAsRecorded, readInEdition } from '../../../lib/trends/edition-reading';
import { mergePoints } from '../../../lib/view/merge-points';
import { buildPoints, seededRandom } from '../../helpers/build-points';

const points = buildPoints(500, 3);
const ownersOf = (ids: Uint8Array, count: number): OwnerColumns => ({
  count, version: 9, edition: 'e7', widthMetres: 100, wards: ['e7/00001', 'e7/00002'], ids,
  owners: Uint16Array.from({ length: count }, (_, row) => [0, 1, NO_CODE][ids[row * 16]! % 3]!), neighbours: Uint16Array.from({ length: count }, (_, row) => [NO_CODE, 0][ids[row * 16 + 1]! % 2]!),
});
const expected = (ids: Uint8Array, row: number): number => [0, 1, NO_CODE][ids[row * 16]! % 3]!;

describe('reading by one edition', () => {
  it('gives every incident its ward, whatever the order on either side', () => {
    const random = seededRandom(5);
    const order = Array.from({ length: points.count }, (_, row) => row).sort(() => random() - 0.5);
    const shuffled = new Uint8Array(points.count * 16);
    order.forEach((from, to) => shuffled.set(points.ids.subarray(from * 16, from * 16 + 16), to * 16));
    for (const ids of [points.ids, shuffled]) {
      const reading = readInEdition(points, ownersOf(ids, points.count));
      expect(reading.unknown).toBe(0);
      expect([...reading.owners]).toEqual(Array.from({ length: points.count }, (_, row) => expected(points.ids, row)));
      expect([...reading.neighbours]).toEqual(Array.from({ length: points.count }, (_, row) => [NO_CODE, 0][points.ids[row * 16 + 1]! % 2]));
    }
  });

  it('says how many came after the answer, and gives them no ward', () => {
    const merged = mergePoints(points, { ...buildPoints(7, 99), version: 600 });
    const reading = readInEdition(merged, ownersOf(points.ids, points.count));
    expect(reading.unknown).toBe(7);
    expect([...reading.owners.subarray(500)]).toEqual(new Array(7).fill(NO_CODE));
    expect(readInEdition(points, ownersOf(new Uint8Array(0), 0)).unknown).toBe(500);
  });

  it('as recorded is what the columns say', () => {
    expect(readAsRecorded(points)).toEqual({ wards: points.dictionaries.wards, owners: points.wards, neighbours: points.neighbours, unknown: 0 });
  });
});

describe('the owners of an edition on the wire', () => {
  it('come back as they were sent, and are refused when cut short or something else', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (count, share) => {
      const columns = ownersOf(points.ids.slice(0, count * 16), count);
      const bytes = encodeOwnerColumns(columns);
      expect(decodeOwnerColumns(bytes.buffer)).toEqual(columns);
      expect(() => decodeOwnerColumns(bytes.buffer.slice(0, Math.floor((bytes.length - 8) * share)))).toThrow();
    }));
    expect(() => decodeOwnerColumns(new TextEncoder().encode('{"type":"about:blank"}').buffer)).toThrow('GRO1');
  });
});
