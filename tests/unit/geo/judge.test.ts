import { describe, expect, it } from 'vitest';
import { locateWard } from '../../../lib/geo/locate-ward';
import type { LngLat, OwnershipStatus, WardPolygon } from '../../../lib/geo/types';
import { buildWardIndex } from '../../../lib/geo/ward-index';
import { listPolygons } from '../../../lib/geo/ward-edges';
import { listDifferences } from '../../fixtures/geo/compare-with-judge';
import hardPoints from '../../fixtures/geo/hard-points.json';
import { readEdition, type EditionName } from '../../fixtures/geo/read-edition';
import { seededRandom } from '../../fixtures/geo/seeded-random';
import { TurfJudge } from '../../fixtures/geo/turf-judge';

const WIDTH_METRES = 100;
const JUDGED_METRES = 150;

/** Seeded positions of every difficult kind on an edition: `share` of them each. */
function listPositions(wards: readonly WardPolygon[], count: number, seed: number): LngLat[] {
  const random = seededRandom(seed);
  const rings = wards.flatMap((ward) => listPolygons(ward).flat());
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const edge = (): [LngLat, LngLat] => {
    const ring = pick(rings);
    const i = Math.floor(random() * (ring.length - 1));
    return [ring[i], ring[i + 1]] as unknown as [LngLat, LngLat];
  };
  const around = ([longitude, latitude]: LngLat, degrees: number): LngLat => [
    longitude + (random() - 0.5) * degrees,
    latitude + (random() - 0.5) * degrees,
  ];
  const kinds: (() => LngLat)[] = [
    () => edge()[0], // on a vertex
    () => around(edge()[0], 1e-6), // within 6 cm of one
    () => around(edge()[0], 0.002), // within 110 m
    () => around(edge()[0], 0.004),
    () => around(edge()[0], 0.05), // within 3 km
    () => {
      const [a, b] = edge();
      return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]; // the middle of an edge
    },
    () => {
      const [a, b] = edge();
      const share = random();
      return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]; // somewhere along an edge
    },
  ];
  return Array.from({ length: count }, (_, i) => (kinds[i % kinds.length] as () => LngLat)());
}

describe.each<[EditionName, number]>([
  ['hn-hp-2025', 60_000],
  ['hn-hp-pre2025', 40_000],
])('locateWard on %s', (name, count) => {
  it(`agrees with Turf and GeographicLib on ${count} positions, the hard ones among them`, { timeout: 300_000 }, () => {
    const wards = readEdition(name);
    const index = buildWardIndex(wards);
    const judge = new TurfJudge(wards, JUDGED_METRES);
    const hard = hardPoints.points.map(({ longitude, latitude }): LngLat => [longitude, latitude]);
    const seen = new Map<OwnershipStatus, number>();
    const differences: string[] = [];
    for (const position of [...hard, ...listPositions(wards, count - hard.length, 42)]) {
      const judgement = judge.judge(position);
      seen.set(judgement.status, (seen.get(judgement.status) ?? 0) + 1);
      for (const difference of listDifferences(locateWard(index, position, WIDTH_METRES), judgement, WIDTH_METRES)) {
        differences.push(`[${position}]: ${difference}`);
      }
    }
    expect(differences.slice(0, 20)).toEqual([]);
    expect([...seen.keys()].sort()).toEqual(expect.arrayContaining(['gap', 'inside', 'on_border', 'outside']));
    expect([...seen.values()].reduce((a, b) => a + b)).toBe(count);
  });
});
