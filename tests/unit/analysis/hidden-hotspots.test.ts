import { describe, expect, it } from 'vitest';
import { buildArcIndex } from '../../../lib/analysis/plane/arc-index';
import { buildBorderWindows } from '../../../lib/analysis/borders/border-windows';
import { shapeOfWindow } from '../../../lib/analysis/borders/border-window-shape';
import { estimateDispersion, judgeCandidate } from '../../../lib/analysis/borders/hidden-candidates';
import { hiddenHotspotsMethod } from '../../../lib/analysis/borders/hidden-hotspots';
import { isInRings } from '../../../lib/analysis/plane/plane-rings';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import { createRandom } from '../../../lib/stats/seeded-random';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, runMethod } from '../../helpers/check-outcome';
import { shuffleTimes } from '../../helpers/shuffled-times';

const categories = ['drugs', 'prostitution', 'theft'];
const now = { from: '2025-07-01', to: '2026-10-31', categories };
/** T11 and its neighbours, and as a second place Hoàng Mai and the wards around it. */
const WARDS = ['00008', '00025', '00160', '00166', '00004', '00190', '00235', '00316', '00331', '00337', '00340', '00322', '00292', '00352'];
const both = demoInput(demoScope({ ...now, area: { kind: 'wards', codes: WARDS } }));

const kindsOf = ({ tables }: AnalysisResult): string[] => (tables[0]?.rows ?? []).map(({ cells }) => String(cells[1]));
function find(input: typeof both, given = {}, seed = 2026): AnalysisResult {
  const { outcome } = runMethod(hiddenHotspotsMethod, input, { permutations: 199, ...given }, seed);
  if (outcome.kind !== 'found') throw new Error(outcome.reason.code);
  return outcome;
}

describe('what is hidden in the demonstration', () => {
  it('is T11 in the last 28 days, first in the whole province: GROUND_TRUTH §1', () => {
    const found = find(demoInput(demoScope({ ...now, area: { kind: 'province', provinceCode: '01' } })));
    checkOutcome(hiddenHotspotsMethod, found);
    expect(found.headline.code).toBe('found');
    expect(kindsOf(found)[0]).toBe('hidden');
    const wards = found.tables[1]!.rows.filter(({ cells }) => cells[0] === 1).map(({ cells }) => cells);
    // Observed and p of each whole ward as the ground truth counts them by other means.
    expect(new Map(wards.map((cells) => [cells[1], [cells[3], Number(Number(cells[5]).toFixed(3))]]))).toEqual(new Map([['00008', [5, 0.416]], ['00160', [6, 0.335]], ['00025', [4, 0.15]]]));
    const first = found.findings[0]!;
    // 13 are planted; the strongest window may leave out one or two that would widen it more than they add.
    expect(first.count).toBeGreaterThanOrEqual(11);
    expect(first.expected).toBeLessThan(1.5);
    expect(first.p).toBeLessThanOrEqual(0.005);
  });
  it('is the T11 of the term before the reform, on the edition of that time', () => {
    const found = find(demoInput(demoScope({ from: '2020-01-01', to: '2024-12-31', categories, editionId: 'hn-hp-pre2025', area: { kind: 'province', provinceCode: '01' } })), { recentDays: 611 });
    const wards = found.tables[1]!.rows.filter(({ cells }) => cells[0] === 1).map(({ cells }) => String(cells[1]));
    expect(kindsOf(found)[0]).toBe('hidden');
    expect(found.tables[0]!.rows[0]!.cells[3]).toBe('2023-05-01');
    expect(wards.length).toBeGreaterThanOrEqual(3);
    expect(['00006', '00007', '00157', '00169']).toEqual(expect.arrayContaining(wards));
    expect(found.findings[0]!.count).toBeGreaterThan(25);
  });
  it('is found too among any days of the period, and with clusters as candidates', () => {
    const any = find(both, { window: 'any' });
    expect([kindsOf(any)[0], String(any.tables[0]!.rows[0]!.cells[3]) >= '2026-09-25']).toEqual(['hidden', true]);
    expect(kindsOf(find(both, { candidates: 'clusters' }))[0]).toBe('hidden');
    expect(kindsOf(find(both, { tails: 'negative_binomial' }))[0]).toBe('hidden');
  });
  it('is not named when a ward sees it: of all kinds the surest place shows in a ward', () => {
    const found = find(demoInput(demoScope({ ...now, categories: [], area: { kind: 'wards', codes: WARDS } })));
    expect([found.headline.code, kindsOf(found)[0]]).toEqual(['none_hidden', 'seen']);
  });
});

describe('copies with the times dealt anew', () => {
  it('have a hidden hotspot no oftener than the level allows: of 100 at 0.05 at most 10 (97.5 % of the binomial)', () => {
    let [copies, candidates] = [0, 0];
    for (let seed = 1; seed <= 100; seed++) {
      const outcome = hiddenHotspotsMethod.run(shuffleTimes(both, seed), hiddenHotspotsMethod.schema.parse({
        window: 'last', recentDays: 28, candidates: 'discs', widthMetres: 100, longestMetres: 400, discMetres: 200, leastEvents: 4, level: 0.05, wardLevel: 0.05, tails: 'poisson', permutations: 99,
      }), createRandom(seed), () => true);
      if (outcome?.kind === 'found' && kindsOf(outcome).includes('hidden')) copies++;
      if (outcome?.kind === 'found') candidates += kindsOf(outcome).length;
    }
    expect(copies).toBeLessThanOrEqual(10);
    // There was something to call.
    expect(candidates).toBeGreaterThan(100);
  }, 120_000);
});

describe('a candidate', () => {
  const index = buildArcIndex(both.arcs);
  it('covers all incidents of its window, whatever its shape', () => {
    const { families, places } = buildBorderWindows(both, index, { widthsMetres: [100], longestMetres: 400, discMetres: 200, discs: 'junctions', clusters: true, leastEvents: 4 });
    expect(new Set(places.map(({ kind }) => kind))).toEqual(new Set(['run', 'disc', 'cluster']));
    families.forEach(({ events, positions }, k) => {
      const shape = shapeOfWindow(index, both.points, places[k]!, { fromMetres: places[k]!.kind === 'disc' ? 0 : positions[0]!, toMetres: positions.at(-1)!, events: Array.from(events) });
      const outside = Array.from(events).filter((event) => !shape.some((rings) => isInRings(rings, both.points.xs[event]!, both.points.ys[event]!)));
      expect(outside).toEqual([]);
    });
  });
  it('is judged against whole wards, each with its own calm time', () => {
    const points = { ...both.points };
    const events = Array.from({ length: points.count }, (_, i) => i).filter((i) => points.days[i]! > both.lastDay - 28 && [0, 1].includes(points.wards[i]!)).slice(0, 6);
    const judged = judgeCandidate(both, { place: { kind: 'cluster' }, fromMetres: 0, toMetres: 0, fromDay: both.lastDay - 27, toDay: both.lastDay, events, placeEvents: events, logLikelihoodRatio: 9, p: 0.01, gumbelP: 0.01 }, { cluster: 0.05, ward: 0.05, dispersion: 0 });
    const days = both.lastDay - both.firstDay + 1;
    for (const { ward, count, expected } of judged.wards) {
      const own = Array.from(points.wards).flatMap((one, i) => (one === ward ? [points.days[i]!] : []));
      expect(count).toBe(own.filter((day) => day > both.lastDay - 28).length);
      expect(expected).toBeCloseTo(((own.length - count + 0.5) * 28) / (days - 28), 12);
    }
    expect(judged.expected).toBeCloseTo((0.5 * 28) / (days - 28), 12);
    expect(judgeCandidate(both, { ...judged, p: 0.06 }, { cluster: 0.05, ward: 0.05, dispersion: 0 }).kind).toBe('weak');
    expect(judgeCandidate(both, judged, { cluster: 0.05, ward: 1, dispersion: 0 }).kind).toBe(judged.wards.length > 1 ? 'seen' : 'one_ward');
  });
  it('knows that wards vary more than Poisson only where there is calm time enough', () => {
    expect(estimateDispersion(both, 200)).toBeNull();
    expect(estimateDispersion(both, 28)).toBeGreaterThanOrEqual(0);
  });
});
