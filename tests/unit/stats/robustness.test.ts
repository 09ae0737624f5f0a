import { describe, expect, it } from 'vitest';
import { chooseCells, chooseExtent, NAIVE_METHOD, runBackTest } from '../../../lib/stats/back-test';
import { designClusters } from '../../../lib/stats/cluster-design';
import { computeModularity, findCommunities, type Link } from '../../../lib/stats/communities';
import { rankPlaces, snapToPlaces } from '../../../lib/stats/junction-ranking';
import { comparePatterns } from '../../../lib/stats/pattern-similarity';
import { createRandom } from '../../../lib/stats/seeded-random';
import { crossSettings, isFoundAgain, summariseSensitivity } from '../../../lib/stats/sensitivity-panel';
import { pointsOf } from '../../fixtures/stats/read-fixture';

describe('sensitivity panel', () => {
  const settings = crossSettings({ bandwidth: [200, 400], origin: ['a', 'b', 'c'], edition: [2023, 2025] });
  it('tries every combination once', () => {
    expect(settings).toHaveLength(12);
    expect(new Set(settings.map((setting) => JSON.stringify(setting))).size).toBe(12);
    expect(crossSettings({ bandwidth: [] })).toEqual([]);
  });
  it('says how many a finding survives, and on which choice it hangs', () => {
    const panel = summariseSensitivity(settings.map((setting) => ({ setting, survived: setting['edition'] === 2025 || setting['bandwidth'] === 400 })));
    expect(panel).toMatchObject({ survived: 9, settings: 12, share: 0.75 });
    expect(panel.byValue).toContainEqual({ axis: 'edition', value: 2025, survived: 6, settings: 6, share: 1 });
    expect(panel.byValue).toContainEqual({ axis: 'bandwidth', value: 200, survived: 3, settings: 6, share: 0.5 });
    expect(summariseSensitivity([])).toEqual({ survived: 0, settings: 0, share: null, byValue: [] });
  });
  it('a finding is met again where half of its incidents are', () => {
    expect(isFoundAgain([1, 2, 3, 4], [[9], [3, 4, 5]])).toBe(true);
    expect(isFoundAgain([1, 2, 3, 4], [[4], [1]])).toBe(false);
    expect(isFoundAgain([], [[1]])).toBe(false);
  });
});

describe('communities', () => {
  const ring = (from: number, size: number): Link[] => Array.from({ length: size }, (_, i) => Array.from({ length: i }, (__, j) => ({ a: from + i, b: from + j, weight: 1 }))).flat();
  const links = [...ring(0, 4), ...ring(4, 5), ...ring(9, 3), { a: 3, b: 4, weight: 1 }, { a: 8, b: 9, weight: 1 }];
  it('finds cliques joined by single links, whatever the order of the links', () => {
    const found = findCommunities(13, links);
    expect([...found.labels]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3]);
    expect(findCommunities(13, [...links].reverse())).toEqual(found);
  });
  it('modularity by hand: two triangles and a bridge', () => {
    const two = [...ring(0, 3), ...ring(3, 3), { a: 2, b: 3, weight: 1 }];
    expect(computeModularity(6, two, [0, 0, 0, 1, 1, 1])).toBeCloseTo(6 / 7 - 2 * (7 / 14) ** 2, 12);
    expect(findCommunities(6, two).modularity).toBeCloseTo(5 / 14, 12);
  });
  it('equals the best of all partitions on small graphs, to 0.05', () => {
    for (let seed = 1; seed <= 15; seed++) {
      const random = createRandom(seed);
      const small = Array.from({ length: 10 }, () => ({ a: Math.floor(random() * 6), b: Math.floor(random() * 6), weight: 1 + Math.floor(random() * 4) })).filter(({ a, b }) => a !== b);
      let best = -1;
      for (let code = 0; code < 6 ** 6; code++) best = Math.max(best, computeModularity(6, small, Array.from({ length: 6 }, (_, k) => Math.floor(code / 6 ** k) % 6)));
      expect(findCommunities(6, small).modularity).toBeGreaterThan(best - 0.05);
    }
  });
  it('no node, no link', () => {
    expect(findCommunities(0, [])).toMatchObject({ count: 0, modularity: 0 });
    expect([...findCommunities(3, []).labels]).toEqual([0, 1, 2]);
  });
});

describe('cluster design', () => {
  const link = (wardA: number, wardB: number, observed: number, expected = 2) => ({ wardA, wardB, observed, expected });
  const links = [link(0, 1, 30), link(1, 2, 25), link(0, 2, 28), link(3, 4, 20), link(2, 3, 4), link(5, 6, 1)];
  it('proposes who ought to sign and scores who did', () => {
    const found = designClusters(7, links, [{ id: 'good', wards: [0, 1, 2] }, { id: 'idle', wards: [5, 6] }, { id: 'torn', wards: [2, 3] }]);
    expect(found.proposed).toEqual([[0, 1, 2], [3, 4]]);
    expect(found.present[0]).toEqual({ id: 'good', inside: 77, leaving: 2, heldShare: 77 / 79, idle: false });
    expect(found.present[1]).toEqual({ id: 'idle', inside: 0, leaving: 0, heldShare: null, idle: true });
    expect(found.present[2]!.heldShare!).toBeLessThan(0.05);
    expect(found.uncovered.map(({ wardA, wardB }) => [wardA, wardB])).toEqual([[3, 4]]);
  });
  it('without links nothing is proposed', () => { expect(designClusters(3, [], [])).toEqual({ proposed: [], modularity: 0, present: [], uncovered: [] }); });
});

describe('junctions', () => {
  it('counts at the nearest place in reach, says how many were too far, ranks by sure risk', () => {
    const snapped = snapToPlaces(pointsOf([1, 2, 99, 150, 500], [0, 0, 0, 0, 0]), pointsOf([0, 100, 100], [0, 0, 0]), 50);
    expect([...snapped.counts]).toEqual([2, 2, 0]);
    expect([...snapped.places]).toEqual([0, 0, 1, 1, -1]);
    expect(snapped.unsnappedShare).toBeCloseTo(0.2, 12);
    const ranked = rankPlaces([40, 3, 0, 5, 4], [10, 0.5, 10, 8, 9]);
    expect(ranked[0]).toMatchObject({ place: 0, count: 40 });
    expect(ranked.at(-1)!.place).toBe(2);
  });
  it('no place, no incident', () => {
    expect(snapToPlaces(pointsOf([1], [1]), pointsOf([], []), 50)).toMatchObject({ unsnappedShare: 1 });
    expect(snapToPlaces(pointsOf([], []), pointsOf([1], [1]), 50)).toMatchObject({ unsnappedShare: 0 });
    expect(rankPlaces([], [])).toEqual([]);
  });
});

describe('similarity of two point patterns', () => {
  const draw = (weights: readonly number[], n: number, seed: number) => {
    const random = createRandom(seed);
    const total = weights.reduce((a, b) => a + b, 0);
    return Array.from({ length: n }, () => { let left = random() * total; return weights.findIndex((weight) => (left -= weight) < 0); });
  };
  const even = Array.from({ length: 20 }, () => 1);
  it('two draws of one pattern agree nearly everywhere, resampled both; a pattern agrees with itself', () => {
    const found = comparePatterns(draw(even, 500, 1), draw(even, 700, 2), 20, createRandom(3));
    if (found.kind !== 'compared') throw new Error(found.kind);
    expect(found.index).toBeGreaterThanOrEqual(0.85);
    const base = draw(even, 500, 1);
    expect(comparePatterns(base, base, 20, createRandom(3), 'test_sampled')).toMatchObject({ index: 1, robustIndex: 1 });
  });
  it('finds the area that changed; areas empty in both are left out of the robust index', () => {
    const weights = even.map((_, i) => (i >= 15 ? 0 : 1));
    const found = comparePatterns(draw(weights, 800, 4), draw(weights.map((w, i) => (i === 3 ? 6 : w)), 800, 5), 20, createRandom(6));
    if (found.kind !== 'compared') throw new Error(found.kind);
    expect(found.areas[3]).toMatchObject({ similar: false });
    expect(found.areas[19]).toMatchObject({ empty: true, similar: true });
    expect(found.robustIndex!).toBeLessThan(found.index);
  });
  it('places of the interval: ⌊0.025·R⌋ + 1 and ⌈0.975·R⌉', () => {
    // Four incidents in area 0, one in area 1: four of five are drawn (85 %, rounded), so shares are 3/4 or 1.
    const found = comparePatterns([0, 0, 0, 0, 1], [0, 0, 0, 0, 1], 2, createRandom(1), 'test_sampled', 200);
    if (found.kind !== 'compared') throw new Error(found.kind);
    expect(found.areas[0]!.interval).toEqual([0.75, 1]);
  });
  it('no area, no incident: a reason', () => {
    expect(comparePatterns([], [0], 1, createRandom(1))).toEqual({ kind: 'no_incident' });
    expect(comparePatterns([], [], 0, createRandom(1))).toEqual({ kind: 'no_area' });
  });
});

describe('back-test', () => {
  // Cell 3 burns every week; in the last two weeks cell 7 does.
  const cells: number[] = [];
  const days: number[] = [];
  for (let day = 0; day < 70; day++) {
    cells.push(3, day % 10);
    days.push(day, day);
    if (day >= 56) { cells.push(7, 7, 7); days.push(day, day, day); }
  }
  const data = { cells, days, cellCount: 10 };
  const plan = { firstDay: 28, weeks: 6, stepDays: 7, historyDays: 28, areaShare: 0.1 };
  const seer = { id: 'seer', score: (_: readonly number[], day: number) => Array.from({ length: 10 }, (__, cell) => (cell === (day >= 56 ? 7 : 3) ? 1 : 0)) };
  const contrary = { id: 'contrary', score: (history: readonly number[]) => { const scores = new Float64Array(10); for (const i of history) scores[cells[i]!]!--; return scores; } };
  it('a method that knows beats the naive one, a contrary one loses to it', () => {
    const found = runBackTest(data, [seer, contrary], plan)!;
    expect(found.weeks).toHaveLength(18);
    const [naive, best, worst] = found.methods;
    expect(naive).toMatchObject({ methodId: NAIVE_METHOD, weeksBetter: 0, weeksWorse: 0, p: 1 });
    expect(best!.peiStar).toBe(1);
    expect(best!.pai!).toBeGreaterThan(naive!.pai!);
    expect(worst).toMatchObject({ weeksBetter: 0 });
    expect(worst!.weeksWorse).toBeGreaterThan(4);
    expect(worst!.p).toBeLessThan(0.05);
  });
  it('shows no method its own week: the history ends the day before', () => {
    const seen: number[] = [];
    runBackTest(data, [{ id: 'spy', score: (history, day) => { seen.push(day - Math.max(...history.map((i) => days[i]!)), day - Math.min(...history.map((i) => days[i]!))); return new Float64Array(10); } }], plan);
    expect(new Set(seen)).toEqual(new Set([1, 28]));
  });
  it('chooses as a plain sort by score and place would, ties and negative scores too', () => {
    const random = createRandom(11);
    for (let round = 0; round < 100; round++) {
      const scores = Array.from({ length: 1 + Math.floor(random() * 30) }, () => Math.floor(random() * 8) - 3);
      const wanted = Math.max(1, Math.round(0.3 * scores.length));
      const best = new Set([...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, wanted));
      expect([...chooseCells(scores, 0.3)]).toEqual(scores.map((_, cell) => (best.has(cell) ? 1 : 0)));
    }
  });
  it('zones: at most the share of the area, or as they are, and none where nothing was foretold', () => {
    expect([...chooseExtent([1, 3, 2, 0], 0.5)]).toEqual([0, 1, 1, 0]);
    expect([...chooseExtent([0, 3, 0, 0], 0.5, 'at_most_share')]).toEqual([0, 1, 0, 0]);
    expect([...chooseExtent([1, 3, 2, 0], 0.25, 'as_scored')]).toEqual([1, 1, 1, 0]);
    const zones = runBackTest(data, [{ id: 'zones', extent: 'as_scored', score: () => new Float64Array(10) }], plan)!;
    expect(zones.methods[1]).toMatchObject({ hits: 0, pai: null });
    expect(zones.weeks.filter(({ methodId }) => methodId === 'zones').every(({ areaShare }) => areaShare === 0)).toBe(true);
  });
  it('weeks of nothing and no cells give null, ties go to the first cell, and it can be stopped', () => {
    const empty = runBackTest({ cells: [], days: [], cellCount: 10 }, [], { ...plan, weeks: 2 })!;
    expect(empty.methods[0]).toMatchObject({ hits: 0, pai: null, peiStar: null, p: 1 });
    expect(empty.weeks[0]).toMatchObject({ pai: null, recapture: null });
    expect([...chooseCells([1, 2, 2, 0], 0.5)]).toEqual([0, 1, 1, 0]);
    expect(chooseCells([], 0.5)).toHaveLength(0);
    expect(runBackTest(data, [seer], plan, (share) => share < 0.5)).toBeNull();
  });
});
