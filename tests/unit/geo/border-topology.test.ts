import { describe, expect, it } from 'vitest';
import { listJunctions } from '../../../lib/geo/border-junctions';
import { buildBorderTopology, type BorderTopology } from '../../../lib/geo/border-topology';
import { listPolygons } from '../../../lib/geo/ward-edges';
import { readEdition, type EditionName } from '../../fixtures/geo/read-edition';
import { rectangle, rectangleRing, ward } from '../../fixtures/geo/squares';
import { geodesicMetres } from '../../fixtures/geo/turf-judge';

/** Arcs and outer outline of each ward added up, by code. */
function sumAround(topology: BorderTopology): Map<string, number> {
  const sums = new Map(topology.outlines.map(({ code, outerLengthMetres }) => [code, outerLengthMetres]));
  for (const { wardA, wardB, lengthMetres } of topology.arcs) {
    for (const code of [wardA, wardB]) sums.set(code, (sums.get(code) ?? 0) + lengthMetres);
  }
  return sums;
}

describe.each<[EditionName, number, number]>([
  // Facing length and pairs from the boundary data report, measured with Shapely within 30 m: so somewhat more than within 1 m.
  ['hn-hp-2025', 634, 3_079_000],
  ['hn-hp-pre2025', 1_933, 4_253_000],
])('borders of %s', (name, adjacentPairs, facingMetres) => {
  const wards = readEdition(name);
  const topology = buildBorderTopology(wards);

  it('add up to the perimeter around every ward within 1 m', () => {
    const sums = sumAround(topology);
    for (const entry of wards) {
      const perimeterMetres = listPolygons(entry)
        .flat()
        .reduce((sum, ring) => sum + ring.slice(1).reduce((s, end, i) => s + geodesicMetres(ring[i] ?? [], end), 0), 0);
      expect(Math.abs((sums.get(entry.code) ?? 0) - perimeterMetres), entry.code).toBeLessThan(1);
    }
  });

  it('are as many and as long as an independent count says, but for its wider tolerance', () => {
    const long = topology.arcs.filter(({ lengthMetres }) => lengthMetres >= 60);
    const total = topology.arcs.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0);
    if (name === 'hn-hp-2025') {
      expect(long.length).toBeGreaterThan(adjacentPairs * 0.97);
      expect(long.length).toBeLessThanOrEqual(adjacentPairs);
      expect(total / facingMetres).toBeGreaterThan(0.98);
      expect(total / facingMetres).toBeLessThan(1);
    } else expect(total / facingMetres).toBeGreaterThan(0.96);
  });

  it('name each pair once, the smaller code first', () => {
    const pairs = topology.arcs.map(({ wardA, wardB }) => `${wardA}|${wardB}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(topology.arcs.every(({ wardA, wardB }) => wardA < wardB)).toBe(true);
  });
});

describe('buildBorderTopology', () => {
  it('cuts an edge at the corner of two wards on its other side', () => {
    const topology = buildBorderTopology([
      rectangle('A', 0, 0, 0.02, 0.01),
      rectangle('B', 0, 0.01, 0.01, 0.02),
      rectangle('C', 0.01, 0.01, 0.02, 0.02),
    ]);
    expect(topology.arcs.map(({ wardA, wardB }) => wardA + wardB)).toEqual(['AB', 'AC', 'BC']);
    expect(topology.arcs[0]?.lengthMetres).toBeCloseTo(geodesicMetres([0, 0.01], [0.01, 0.01]), 3);
    expect(listJunctions(topology)).toEqual([{ position: [0.01, 0.01], wards: ['A', 'B', 'C'] }]);
  });

  it('takes lines up to 1 m apart as one border, and lines 2 m apart as none', () => {
    const apart = (degrees: number) => buildBorderTopology([rectangle('A', 0, 0, 0.01, 0.01), rectangle('B', 0.01 + degrees, 0, 0.02, 0.01)]);
    expect(apart(0.000_008).arcs).toHaveLength(1);
    expect(apart(0.000_018).arcs).toEqual([]);
  });

  it('joins a border that runs over the first vertex of a ring into one line', () => {
    const enclosed = rectangle('B', 0.004, 0.004, 0.006, 0.006);
    const [arc, ...others] = buildBorderTopology([
      ward('A', [rectangleRing(0, 0, 0.01, 0.01), rectangleRing(0.004, 0.004, 0.006, 0.006)]),
      enclosed,
    ]).arcs;
    expect(others).toEqual([]);
    expect(arc?.lines).toHaveLength(1);
    expect(arc?.lines[0]).toHaveLength(5);
  });

  it('gives a spike thinner than the tolerance an outer side', () => {
    const spiked = ward('A', [[[0, 0], [0.01, 0], [0.01, 0.01], [0.009_995, 0.02], [0.009_99, 0.01], [0, 0.01], [0, 0]]]);
    const topology = buildBorderTopology([spiked, ward('B', [[[0.01, 0], [0.02, 0], [0.02, 0.02], [0.009_995, 0.02], [0.01, 0.01], [0.01, 0]]])]);
    const along = geodesicMetres([0.01, 0], [0.01, 0.01]) + geodesicMetres([0.01, 0.01], [0.009_995, 0.02]);
    expect(topology.arcs[0]?.lengthMetres).toBeCloseTo(along, 2);
  });
});

describe('listJunctions', () => {
  it.each([
    ['hn-hp-2025', [105.806268, 21.036937], ['00008', '00025', '00160']],
    ['hn-hp-2025', [105.874229, 21.002414], ['00097', '00283', '00301', '00328']],
    ['hn-hp-pre2025', [105.806193, 21.040048], ['00006', '00157', '00169']],
    ['hn-hp-pre2025', [105.806391, 21.037967], ['00006', '00007', '00169']],
    ['hn-hp-pre2025', [105.811316, 21.024855], ['00025', '00031', '00034', '00199']],
  ] as const)('finds the known junction of %s at %j', (name, [longitude, latitude], wards) => {
    const around = readEdition(name).filter(({ code }) => (wards as readonly string[]).includes(code));
    expect(listJunctions(buildBorderTopology(around))).toContainEqual({ position: [longitude, latitude], wards });
  });
});
