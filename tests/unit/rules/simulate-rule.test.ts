import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../lib/domain/boundary';
import type { Day, Instant } from '../../../lib/domain/instant';
import { DEFAULT_RULES } from '../../../lib/domain/regulation';
import { simulationLineSchema, simulationRequestSchema, type RuleChange, type SimulationResult } from '../../../lib/domain/simulation';
import { startRuleSimulation } from '../../../lib/rules/simulate-rule';
import type { ReplayedIncident } from '../../../lib/rules/simulation-tally';
import { place, TOWN, TOWN_CLUSTER, townRules } from '../../fixtures/rule-town';

const { A, B, C, D } = TOWN;
const AT = '2023-09-01T21:00:00+07:00';
const AS_OF = '2026-11-22T15:00:00Z' as Instant;

const incident = (id: string, metresEastOfAB: number, detector: { code: string } | null, lead: { code: string } | null, patch: Partial<ReplayedIncident> = {}): ReplayedIncident => ({
  id, occurredAt: AT, position: place(metresEastOfAB, 800), detections: detector === null ? [] : [{ wardCode: detector.code, at: AT }],
  leadCode: lead?.code ?? null, leadReason: 'first_detector', ...patch,
});

/** 40, 120 and 300 m inside A, each detected by B; the width of the cluster is 150 m. */
const THREE = [incident('near', -40, B, B), incident('middle', -120, B, B), incident('far', -300, B, A)];

function run(incidents: readonly ReplayedIncident[], change: RuleChange, cluster?: string, clusters: readonly Cluster[] = [TOWN_CLUSTER]): SimulationResult {
  const simulation = startRuleSimulation(townRules(clusters), { from: '2023-01-01' as Day, to: '2023-12-31' as Day, cluster, change });
  for (const one of incidents) simulation.add([one]);
  return simulation.finish(AS_OF);
}
const pairs = (result: SimulationResult) => result.byPair.map(({ from, to, ids }) => [from?.code ?? null, to?.code ?? null, ids]);

describe('the simulator of the rule', () => {
  it('moves the leads that a narrower width takes from the detector', () => {
    const result = run(THREE, { widthMetres: 100 });
    expect(result).toMatchObject({ incidents: 3, inZoneBefore: 2, inZoneAfter: 1, moved: 1, movedIds: ['middle'], unknown: 0, withoutEdition: 0, recordedDiffers: { byOverride: 0, otherwise: 0 } });
    expect(pairs(result)).toEqual([[B.code, A.code, ['middle']]]);
    expect([result.byReason.before, result.byReason.after]).toMatchObject([{ first_detector: 2, owner: 1 }, { first_detector: 1, owner: 2 }]);
    expect(result.perWard.map(({ ward, before, after }) => [ward.code, ward.editionId, before, after])).toEqual([[B.code, 'town', 2, 1], [A.code, 'town', 1, 2]]);
  });

  it('moves what a wider width brings into the zone, past the widest signed one', () => {
    expect(run(THREE, { widthMetres: 350 })).toMatchObject({ inZoneBefore: 2, inZoneAfter: 3, movedIds: ['far'] });
  });

  it('tries another lead rule', () => {
    const owner = run(THREE, { leadRule: 'owner' });
    expect([owner.movedIds, owner.byReason.after.regulation_owner]).toEqual([['near', 'middle'], 2]);
    expect(run(THREE, { leadRule: 'standing_unit' }).movedIds).toEqual(['near', 'middle']);
    const at2024 = THREE.map((one) => ({ ...one, occurredAt: '2024-03-01T00:00:00Z' }));
    expect(run(at2024, { leadRule: 'standing_unit' }).movedIds).toEqual([]);
  });

  it('replaces the widths of single arcs too', () => {
    const arcs: Cluster = { ...TOWN_CLUSTER, regulations: TOWN_CLUSTER.regulations.map((one) => ({ ...one, rules: { ...DEFAULT_RULES, arcWidths: [{ wards: [A.code, B.code], widthMetres: 400 }] } })) };
    expect(run(THREE, { widthMetres: 150 }, undefined, [arcs])).toMatchObject({ inZoneBefore: 3, inZoneAfter: 2, movedIds: ['far'] });
    expect(run(THREE, { leadRule: 'owner' }, undefined, [arcs])).toMatchObject({ inZoneBefore: 3, inZoneAfter: 3 });
  });

  it('changes the city\'s width where nobody has signed', () => {
    const besideC = incident('bc', 1039.57 - 80, C, B);
    expect(run([besideC], { defaultWidthMetres: 50 })).toMatchObject({ inZoneBefore: 1, inZoneAfter: 0, moved: 0, byReason: { before: { no_agreement: 1 }, after: { owner: 1 } } });
  });

  it('replays every detection, late ones too, and calls decisions and hand-overs what they are', () => {
    const late = incident('late', -40, A, A, { detections: [{ wardCode: A.code, at: AT }, { wardCode: B.code, at: '2023-09-01T20:00:00+07:00' }] });
    expect(run([late], { widthMetres: 20 })).toMatchObject({ movedIds: ['late'], recordedDiffers: { byOverride: 0, otherwise: 1 } });
    const decided = [incident('d', -40, B, D, { leadReason: 'decision' }), incident('h', -40, B, A, { leadReason: 'handed_over' })];
    expect(run(decided, { widthMetres: 150 })).toMatchObject({ moved: 0, recordedDiffers: { byOverride: 2, otherwise: 0 } });
  });

  it('counts what nobody detected and what no edition covers apart', () => {
    const result = run([incident('?', -40, null, A), incident('old', -40, B, B, { occurredAt: '2019-01-01T00:00:00Z' })], { widthMetres: 20 });
    expect(result).toMatchObject({ incidents: 1, unknown: 1, withoutEdition: 1, moved: 0 });
  });

  it('keeps to one cluster when asked to, places without its members left out', () => {
    const inC = incident('c', 1500, C, C);
    const later: Cluster = { ...TOWN_CLUSTER, id: 'other', members: [{ wardCode: C.code, from: null, to: null }], focusAreas: [] };
    const result = run([...THREE, inC], { widthMetres: 20 }, 'abd', [TOWN_CLUSTER, later]);
    expect(result).toMatchObject({ cluster: 'abd', incidents: 3, movedIds: ['near', 'middle'] });
    expect(run([...THREE, inC], { widthMetres: 20 }, 'other', [TOWN_CLUSTER, later])).toMatchObject({ incidents: 1, moved: 0 });
  });

  it('says nothing moved for an empty period', () => {
    expect(run([], { widthMetres: 20 })).toMatchObject({ incidents: 0, moved: 0, byPair: [], perWard: [], movedIds: [] });
  });

  it('adds up: pairs to moved, reasons and wards to incidents, and passes through JSON', () => {
    const result = run([...THREE, incident('out', -3000, B, null)], { widthMetres: 60 });
    expect(result.byPair.reduce((sum, { count }) => sum + count, 0)).toBe(result.moved);
    expect(result.byPair.flatMap(({ ids }) => ids).sort()).toEqual([...result.movedIds].sort());
    for (const side of ['before', 'after'] as const) {
      expect(Object.values(result.byReason[side]).reduce((sum, count) => sum + count, 0)).toBe(result.incidents);
      expect(result.perWard.reduce((sum, one) => sum + one[side], 0)).toBe(result.incidents - result.byReason[side].outside);
    }
    expect(simulationLineSchema.parse(JSON.parse(JSON.stringify({ result })))).toEqual({ result });
  });
});

describe('what may be asked of it', () => {
  const ask = (patch: object) => simulationRequestSchema.safeParse({ from: '2023-01-01', to: '2023-12-31', change: { widthMetres: 100 }, ...patch });
  it.each<[string, object, string]>([
    ['no change', { change: {} }, 'change'], ['a width below zero', { change: { widthMetres: -1 } }, 'change.widthMetres'], ['another rule', { change: { leadRule: 'lottery' } }, 'change.leadRule'],
    ['an end before the beginning', { to: '2022-12-31' }, 'to'], ['a day that does not exist', { from: '2023-02-30' }, 'from'],
    ['the city\'s width for one cluster', { cluster: 'abd', change: { defaultWidthMetres: 50 } }, 'change.defaultWidthMetres'],
  ])('refuses %s', (_, patch, field) => {
    const result = ask(patch);
    expect(result.success ? [] : result.error.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });
  it('takes a whole request', () => {
    expect(ask({ cluster: 'abd' }).success).toBe(true);
  });
});
