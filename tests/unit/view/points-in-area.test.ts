import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { daySchema } from '../../../lib/domain/instant';
import { listScopePositions } from '../../../lib/view/points-in-area';
import { buildPoints } from '../../helpers/build-points';

const points = buildPoints(3_000, 7);
const withHole: Polygon = { type: 'Polygon', coordinates: [[[105.1, 20.1], [105.9, 20.2], [105.7, 20.9], [105.2, 20.8], [105.1, 20.1]], [[105.4, 20.4], [105.6, 20.4], [105.5, 20.6], [105.4, 20.4]]] };
const parts: MultiPolygon = { type: 'MultiPolygon', coordinates: [[[[105, 20], [105.08, 20], [105.08, 20.5], [105, 20]]], [[[105.92, 20.5], [106, 20.5], [106, 21], [105.92, 20.5]]]] };
const ALL = { from: daySchema.parse('2020-01-01'), to: daySchema.parse('2026-12-31'), categories: [] };
const everyRow = Array.from({ length: points.count }, (_, row) => row);
const at = (row: number): [number, number] => [points.longitudes[row]!, points.latitudes[row]!];

describe('the incidents of a scope', () => {
  it('are those that Turf finds in any of the areas, holes left out', () => {
    for (const areas of [[withHole], [parts], [withHole, parts]]) {
      const expected = everyRow.filter((row) => areas.some((area) => booleanPointInPolygon(at(row), area))).map(at);
      expect(expected.length).toBeGreaterThan(50);
      expect(listScopePositions(points, { ...ALL, areas })).toEqual(expected);
    }
  });

  it('are of the days in Viet Nam, both included, and of the kinds', () => {
    const from = daySchema.parse('2022-03-01');
    const [first, end] = [Date.parse('2022-03-01T00:00:00+07:00') / 1000, Date.parse('2022-07-01T00:00:00+07:00') / 1000];
    const expected = everyRow.filter((row) => points.occurredAt[row]! >= first && points.occurredAt[row]! < end && points.dictionaries.categories[points.categories[row]!] === 'theft' && booleanPointInPolygon(at(row), withHole)).map(at);
    expect(expected.length).toBeGreaterThan(1);
    expect(listScopePositions(points, { from, to: daySchema.parse('2022-06-30'), categories: ['theft'], areas: [withHole] })).toEqual(expected);
  });

  it('are none without an area, or of a kind nobody has', () => {
    expect(listScopePositions(points, { ...ALL, areas: [] })).toEqual([]);
    expect(listScopePositions(points, { ...ALL, categories: ['never'], areas: [withHole] })).toEqual([]);
  });
});
