import { describe, expect, it } from 'vitest';
import { buildBorderTopology } from '../../../lib/geo/border-topology';
import { shortDistanceMetres } from '../../../lib/geo/ellipsoid';
import { between, flatMetresToEdge } from '../../../lib/geo/flat';
import { localMetric } from '../../../lib/geo/ellipsoid';
import { buildLineSnapper } from '../../../lib/geo/snap-to-lines';
import type { LngLat } from '../../../lib/geo/types';
import { readEdition } from '../../fixtures/geo/read-edition';
import { seededRandom } from '../../fixtures/geo/seeded-random';
import { HOAN_KIEM, ringAt } from '../../fixtures/geo/zone-shapes';

const at = (east: number, north: number): LngLat => ringAt(HOAN_KIEM, [[east, north]])[0] as unknown as LngLat;
const street: LngLat[] = [at(0, 0), at(100, 0), at(100, 100)];

describe('buildLineSnapper', () => {
  it('prefers a corner that is near enough, else gives the place along the edge', () => {
    const snapper = buildLineSnapper([street, [at(0, 50), at(50, 50)]]);
    expect(snapper.nearest(at(96, 3), 20)).toMatchObject({ position: street[1], line: 0, isCorner: true });
    const along = snapper.nearest(at(50, 8), 20)!;
    expect(along).toMatchObject({ line: 0, isCorner: false });
    expect(shortDistanceMetres(along.position, at(50, 0))).toBeLessThan(0.05);
    expect(along.distanceMetres).toBeCloseTo(8, 1);
    expect(snapper.nearest(at(20, 45), 20)?.line).toBe(1);
  });

  it('gives nothing beyond the tolerance, nor of no lines, nor of lines of one position', () => {
    const snapper = buildLineSnapper([street]);
    expect([snapper.nearest(at(50, 8), 7.9), snapper.nearest(at(-30, -30), 40)]).toEqual([null, null]);
    expect(buildLineSnapper([]).nearest(at(0, 0), 100)).toBeNull();
    expect(buildLineSnapper([[at(0, 0)]]).nearest(at(0, 0), 100)).toBeNull();
  });

  it('finds on the borders of both cities what looking at every edge finds', () => {
    const lines = buildBorderTopology(readEdition('hn-hp-2025').slice(0, 40)).arcs.flatMap((arc) => arc.lines);
    const snapper = buildLineSnapper(lines);
    const random = seededRandom(3);
    let hits = 0;
    for (let i = 0; i < 200; i++) {
      const line = lines[Math.floor(random() * lines.length)]!;
      const edge = Math.floor(random() * (line.length - 1));
      const [x, y] = between(line[edge]!, line[edge + 1]!, random());
      const position: LngLat = [x + (random() - 0.5) * 1e-3, y + (random() - 0.5) * 1e-3];
      const metric = localMetric(position[1]);
      let nearest = Infinity;
      for (const one of lines) for (let k = 1; k < one.length; k++) nearest = Math.min(nearest, flatMetresToEdge(position, one[k - 1]!, one[k]!, metric));
      const hit = snapper.nearest(position, 30);
      expect(hit === null).toBe(nearest > 30);
      if (hit === null) continue;
      hits++;
      if (!hit.isCorner) expect(hit.distanceMetres).toBeCloseTo(nearest, 6);
      else expect(hit.distanceMetres).toBeLessThanOrEqual(Math.max(10, nearest + 1e-6));
      if (hit.isCorner) expect(lines.flat().some((one) => one === hit.position)).toBe(true);
    }
    expect(hits).toBeGreaterThan(50);
  });
});
