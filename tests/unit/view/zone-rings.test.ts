import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ZoneGeometry } from '../../../lib/domain/zone';
import {
  addHole, addPart, boundsOfParts, countCorners, deleteCorner, deleteRing, isInRing, listRings, replaceRing, toZoneGeometry, toZoneParts, type Corner, type Ring, type ZoneParts,
} from '../../../lib/view/zone-rings';

/** Closed square around a middle. */
const square = (x: number, y: number, half: number): Ring => [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half], [x - half, y - half]];
const freeze = (parts: ZoneParts): ZoneParts => Object.freeze(parts.map((part) => Object.freeze(part.map((ring) => Object.freeze([...ring])))));
const outline = square(105.8, 21.03, 0.01);
const hole = square(105.8, 21.03, 0.002);
const zone = freeze([[outline, hole], [square(105.9, 21.03, 0.01)]]);

describe('the rings of a zone', () => {
  it('come back from a geometry: a Polygon for one part, a MultiPolygon for several, null for none', () => {
    const polygon: ZoneGeometry = { type: 'Polygon', coordinates: [outline.map(([x, y]) => [x, y]), hole.map(([x, y]) => [x, y])] };
    expect(toZoneGeometry(toZoneParts(polygon))).toEqual(polygon);
    expect(toZoneGeometry(zone)?.type).toBe('MultiPolygon');
    expect(toZoneParts(toZoneGeometry(zone) ?? polygon)).toEqual(zone);
    expect(toZoneGeometry([])).toBeNull();
  });

  it('are listed outlines before holes, and counted without the closing position', () => {
    expect(listRings(zone).map(({ part, ring }) => [part, ring])).toEqual([[0, 0], [0, 1], [1, 0]]);
    expect(countCorners(zone)).toBe(12);
    expect(boundsOfParts(zone)).toEqual([105.8 - 0.01, 21.03 - 0.01, 105.9 + 0.01, 21.03 + 0.01]);
    expect(boundsOfParts([])).toBeNull();
  });
});

describe('a hole', () => {
  it('goes into the part that holds it whole', () => {
    const inSecond = square(105.9, 21.03, 0.003);
    expect(addHole(zone, inSecond)).toEqual([zone[0], [zone[1]?.[0], inSecond]]);
  });

  it.each([['outside', square(105.7, 21.03, 0.001)], ['across the outline', square(105.81, 21.03, 0.002)], ['around the part', square(105.8, 21.03, 0.02)], ['in another hole', square(105.8, 21.03, 0.001)], ['around another hole', square(105.8, 21.03, 0.005)]])('%s is refused', (_, ring) => {
    expect(addHole(zone, ring)).toBeNull();
  });
});

describe('editing', () => {
  it('adds a part and changes nothing it was given', () => {
    expect(addPart(zone, outline)).toHaveLength(3);
    expect(zone).toHaveLength(2);
  });

  it('deletes a hole alone, and a part with its holes', () => {
    expect(deleteRing(zone, { part: 0, ring: 1 })).toEqual([[outline], zone[1]]);
    expect(deleteRing(zone, { part: 0, ring: 0 })).toEqual([zone[1]]);
  });

  it('puts a ring in a place and leaves the others', () => {
    const other = square(105.8, 21.03, 0.001);
    expect(replaceRing(zone, { part: 0, ring: 1 }, other)).toEqual([[outline, other], zone[1]]);
  });

  it('keeps a ring closed whichever corner is deleted, and refuses the fourth-last position', () => {
    for (let corner = 0; corner < 4; corner++) {
      const ring = deleteCorner(zone, { part: 0, ring: 0, corner })?.[0]?.[0] ?? [];
      expect(ring).toHaveLength(4);
      expect(ring.at(-1)).toEqual(ring[0]);
      expect(ring.some((one) => one === outline[corner])).toBe(false);
    }
    const triangle: ZoneParts = [[[[0, 0], [1, 0], [0, 1], [0, 0]]]];
    expect(deleteCorner(triangle, { part: 0, ring: 0, corner: 0 })).toBeNull();
    expect(deleteCorner(zone, { part: 0, ring: 0, corner: 4 })).toBeNull();
    expect(deleteCorner(zone, { part: 9, ring: 0, corner: 0 })).toBeNull();
  });

  it('takes away exactly one corner of any ring', () => {
    const ring = fc.array(fc.tuple(fc.double({ min: 105, max: 106, noNaN: true }), fc.double({ min: 20, max: 22, noNaN: true })), { minLength: 4, maxLength: 40 });
    fc.assert(fc.property(ring, fc.nat(), (corners, pick) => {
      const closed: Ring = [...corners, corners[0]!] as Corner[];
      const corner = pick % corners.length;
      expect(deleteCorner([[closed]], { part: 0, ring: 0, corner })?.[0]?.[0]?.slice(0, -1)).toEqual(corners.filter((_, index) => index !== corner));
    }));
  });
});

describe('inside a ring', () => {
  it('is judged as for a square', () => {
    fc.assert(fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }), (x, y) => {
      fc.pre(Math.abs(Math.abs(x) - 1) > 1e-9 && Math.abs(Math.abs(y) - 1) > 1e-9);
      expect(isInRing([x, y], square(0, 0, 1))).toBe(Math.abs(x) < 1 && Math.abs(y) < 1);
    }));
  });
});
