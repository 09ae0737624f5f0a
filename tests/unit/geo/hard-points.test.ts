import { describe, expect, it } from 'vitest';
import { locateWard } from '../../../lib/geo/locate-ward';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import hardPoints from '../../fixtures/geo/hard-points.json';
import { readEdition, type EditionName } from '../../fixtures/geo/read-edition';

/** GEOS measured in UTM 48N, whose scale is up to 0.1 % off, and rounded to 1 cm; three points sit a few centimetres from a line. */
const TOLERANCE_METRES = 0.08;

describe.each<EditionName>(['hn-hp-2025', 'hn-hp-pre2025'])('hard points in %s', (edition) => {
  const index = buildWardIndex(readEdition(edition));

  const measured = hardPoints.points.flatMap(({ wardsWithin30Metres, ...point }) => {
    const expected = (wardsWithin30Metres as Partial<Record<EditionName, { code: string; inside: boolean; outlineMetres: number }[]>>)[edition];
    return expected === undefined ? [] : [{ ...point, expected }];
  });

  it.each(measured)('$id: $what', ({ id, longitude, latitude, expected }) => {
    const location = locateWard(index, [longitude, latitude], 30);
    const near = new Map(location.neighbours.map(({ code, distanceMetres }) => [code, distanceMetres]));
    const isHairline = expected.some(({ outlineMetres }) => outlineMetres <= TOLERANCE_METRES);

    const insideCodes = expected.filter(({ inside }) => inside).map(({ code }) => code).sort();
    if (!isHairline && insideCodes.length > 0) expect(location.candidates).toEqual(insideCodes);
    if (!isHairline && insideCodes.length === 0) expect(location.candidates).toEqual([]);
    expect([...near.keys(), ...(location.ownerCode === null ? [] : [location.ownerCode])].sort()).toEqual(
      expected.map(({ code }) => code).sort(),
    );
    for (const { code, inside, outlineMetres } of expected) {
      if (inside || code === location.ownerCode) continue;
      expect(Math.abs((near.get(code) ?? NaN) - outlineMetres), `${id} ${code}`).toBeLessThan(TOLERANCE_METRES);
    }
  });
});
