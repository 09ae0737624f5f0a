import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clusterDesignMethod } from '../../../lib/analysis/relations/cluster-design';
import { listPairLinks, listStanding } from '../../../lib/analysis/relations/pair-links';
import type { RawInput } from '../../../lib/analysis/build-input';
import type { AnalysisResult } from '../../../lib/domain/analysis-result';
import type { Cluster } from '../../../lib/domain/boundary';
import { DEFAULT_RULES } from '../../../lib/domain/regulation';
import { demoInput, demoScope } from '../../helpers/analysis-input';
import { checkOutcome, reasonOf, runMethod, runMethodUntil } from '../../helpers/check-outcome';
import { EDGE_INPUTS } from '../../helpers/edge-inputs';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));
const clusters = (read('clusters/clusters.json') as Cluster[]).map((cluster): Cluster => ({ ...cluster, regulations: cluster.regulations.map((one) => ({ ...one, rules: DEFAULT_RULES })) }));
const truth = (read('demo/ground-truth.json') as { noAgreement: { wards: { code: string }[]; observed: number; withinMetres: number } }).noAgreement;
const found = (outcome: unknown): AnalysisResult => {
  expect(outcome).toMatchObject({ kind: 'found' });
  return outcome as AnalysisResult;
};
const rows = ({ tables }: AnalysisResult, id: string) => tables.find((table) => table.id === id)!.rows.map(({ cells }) => cells);
const signed = (raw: RawInput): RawInput => ({ ...raw, clusters });
const hanoi = (change = signed) => demoInput(demoScope({ from: '2025-07-01', to: '2026-10-31', area: { kind: 'province', provinceCode: '01' } }), change);

describe('the design of clusters', () => {
  it.each(['near_repeats', 'border_incidents'])('puts the planted border without an agreement at the top (GROUND_TRUTH §7): %s', (graph) => {
    const { outcome, parameters } = runMethod(clusterDesignMethod, hanoi(), graph === 'near_repeats' ? {} : { graph });
    checkOutcome(clusterDesignMethod, outcome);
    expect(parameters).toMatchObject({ graph, widthMetres: truth.withinMetres });
    const result = found(outcome);
    const pair = truth.wards.map(({ code }) => code).sort().join('/');
    expect(pair).toBe('00190/00235');
    expect(rows(result, 'uncovered')[0]!.slice(0, 2)).toEqual([pair, truth.observed]);
    expect(result.headline).toMatchObject({ code: 'headline_uncovered', values: { pair, incidents: truth.observed } });
    expect(result.findings[0]).toMatchObject({ count: truth.observed, rank: 1 });
    const covered = new Set(clusters.filter(({ editionId, termTo }) => editionId === 'hn-hp-2025' && termTo === null).flatMap(({ members }) => members.flatMap((a) => members.map((b) => `${a.wardCode}/${b.wardCode}`))));
    expect(covered.size).toBeGreaterThan(4);
    expect(rows(result, 'uncovered').filter(([one]) => covered.has(String(one)))).toEqual([]);
  });
  it('takes an agreement off the list once it is signed, and scores it', () => {
    const base = clusters.find(({ editionId }) => editionId === 'hn-hp-2025')!;
    const made = { ...base, id: 'made', termFrom: '2025-07-01' as Cluster['termFrom'], termTo: null, members: ['00190', '00235'].map((wardCode) => ({ wardCode, from: null, to: null })), regulations: base.regulations.map((one) => ({ ...one, from: '2025-07-01' as Cluster['termFrom'], to: null })) };
    const all = hanoi();
    const { wardA, wardB } = listPairLinks(all, { widthMetres: 100, distanceMetres: 200, days: 7 }).find(({ borderIncidents, lengthMetres }) => lengthMetres > 500 && borderIncidents.length === 0)!;
    const quiet = [all.wards[wardA]!.code, all.wards[wardB]!.code];
    const idle = { ...made, id: 'asleep', members: quiet.map((wardCode) => ({ wardCode, from: null, to: null })) };
    const result = found(runMethod(clusterDesignMethod, hanoi((raw) => ({ ...raw, clusters: [made, idle] })), { graph: 'border_incidents' }).outcome);
    expect(rows(result, 'uncovered').map(([pair]) => pair)).not.toContain('00190/00235');
    const present = rows(result, 'present');
    expect(present.find(([id]) => id === 'made')![2]).toBeGreaterThan(100);
    expect(present.find(([id]) => id === 'made')![5]).not.toBe('idle');
    expect(present.find(([id]) => id === 'asleep')).toEqual(['asleep', 2, 0, expect.any(Number), expect.toSatisfy((share) => share === 0 || share === null), 'idle']);
  });
  it('groups wards that share what is above chance, each ward once', () => {
    const result = found(runMethod(clusterDesignMethod, hanoi()).outcome);
    const groups = rows(result, 'groups');
    const groupOf = new Map(groups.map(([group, ward]) => [ward, group]));
    expect(groupOf.size).toBe(groups.length);
    // Planted: the emerging hot spot of Định Công – Hoàng Mai and the near repeats of Hoàng Liệt – Yên Sở.
    expect(groupOf.get('00316')).toBeDefined();
    expect(groupOf.get('00316')).toBe(groupOf.get('00331'));
    expect(groupOf.get('00337')).toBeDefined();
    expect(groupOf.get('00337')).toBe(groupOf.get('00340'));
  });
  it('counts border incidents as a brute force does', () => {
    const input = demoInput(demoScope({ from: '2026-08-01', to: '2026-10-31', area: { kind: 'wards', codes: ['00190', '00235', '00229'] } }));
    for (const { wardA, wardB, borderIncidents } of listPairLinks(input, { widthMetres: 80, distanceMetres: 200, days: 7 })) {
      const arc = input.arcs.find((one) => Math.min(one.wardA, one.wardB) === wardA && Math.max(one.wardA, one.wardB) === wardB);
      if (arc === undefined) continue;
      const expected = [...input.points.ids.keys()].filter((i) => [wardA, wardB].includes(input.points.wards[i]!) && arc.lines.some((line) => line.slice(1).some(([bx, by], k) => {
        const [ax, ay] = line[k]!;
        const t = Math.max(0, Math.min(1, ((input.points.xs[i]! - ax) * (bx - ax) + (input.points.ys[i]! - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
        return Math.hypot(input.points.xs[i]! - ax - t * (bx - ax), input.points.ys[i]! - ay - t * (by - ay)) <= 80;
      })));
      expect(borderIncidents).toEqual(expected);
    }
  });
  it('keeps links only above chance', () => {
    expect(listStanding([0, 1, 30, 12], [0.1, 0.9, 10, 10])).toEqual([false, false, true, false]);
    expect(listStanding([], [])).toEqual([]);
  });
  it('takes border incidents where repeats are too few, the same twice, stops when told', () => {
    const quiet = demoInput(demoScope({ from: '2025-07-01', to: '2026-10-31', categories: ['racing'], area: { kind: 'province', provinceCode: '01' } }), signed);
    const { parameters, outcome, used } = runMethod(clusterDesignMethod, quiet);
    checkOutcome(clusterDesignMethod, outcome);
    expect(parameters['graph']).toBe('border_incidents');
    expect(used.find(({ name }) => name === 'graph')?.told?.code).toBe('too_few_repeats');
    expect(runMethod(clusterDesignMethod, quiet).outcome).toEqual(outcome);
    expect(runMethodUntil(clusterDesignMethod, quiet, {}, 1, () => false).outcome).toBeNull();
  });
  it.each(Object.keys(EDGE_INPUTS))('answers in words: %s', (name) => {
    for (const graph of ['near_repeats', 'border_incidents']) {
      const { outcome } = runMethod(clusterDesignMethod, EDGE_INPUTS[name]!(), { graph });
      checkOutcome(clusterDesignMethod, outcome);
      const reasons: Record<string, string> = { empty: 'no_incident', one_ward: 'no_border', no_ward: 'no_border' };
      expect(reasonOf(outcome)?.code ?? 'found').toBe(reasons[name] ?? reasonOf(outcome)?.code ?? 'found');
    }
  });
});
