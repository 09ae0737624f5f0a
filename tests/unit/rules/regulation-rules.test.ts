import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../lib/domain/boundary';
import type { Day, Instant } from '../../../lib/domain/instant';
import { DEFAULT_RULES, type RegulationRules } from '../../../lib/domain/regulation';
import type { LngLat } from '../../../lib/geo/types';
import { assessPoint, type PointAssessment } from '../../../lib/rules/assess-point';
import type { Detection } from '../../../lib/rules/decide-lead';
import { buildLeadTrace } from '../../../lib/rules/lead-trace';
import { place, TOWN, TOWN_CLUSTER, townRules } from '../../fixtures/rule-town';

const AT = '2023-09-01T21:00:00+07:00';
const { A, B, C, D } = TOWN;
const seen = (ward: { code: string }, at: string | null = AT): Detection => ({ wardCode: ward.code, at });

const withRules = (rules: Partial<RegulationRules>, patch: Partial<Cluster> = {}): Cluster => ({
  ...TOWN_CLUSTER, ...patch,
  regulations: TOWN_CLUSTER.regulations.map((one) => ({ ...one, rules: { ...DEFAULT_RULES, ...rules } })),
});

function assess(cluster: Cluster, position: LngLat, detections: readonly Detection[], at = AT): PointAssessment {
  const result = assessPoint(townRules([cluster]), { position, at, detections });
  if (result.kind !== 'assessed') throw new Error(result.kind);
  return result.assessment;
}
const NEAR_B = place(-120, 800);
const TRI_POINT = place(-60, 60);
const lead = ({ decision }: PointAssessment) => [decision.leadCode, decision.reason, decision.assistCodes.join(' ')];

describe('a regulation that says who leads', () => {
  it.each<[string, Partial<RegulationRules>, Partial<Cluster>, LngLat, Detection[], string, (string | null)[]]>([
    ['owner: whoever detected it', { leadRule: 'owner' }, {}, NEAR_B, [seen(B)], AT, [A.code, 'regulation_owner', B.code]],
    ['standing unit: the chair of that day', { leadRule: 'standing_unit' }, {}, TRI_POINT, [seen(D)], '2024-02-01T00:00:00Z', [B.code, 'standing_unit', `${A.code} ${D.code}`]],
    ['standing unit that is not near: it leads, those near assist', { leadRule: 'standing_unit' }, {}, place(1039.57 / 2, 700), [seen(B)], AT, [B.code, 'owner', '']],
    ['standing unit, nobody appointed: the owner', { leadRule: 'standing_unit' }, { leads: [] }, NEAR_B, [seen(B)], AT, [A.code, 'regulation_owner', B.code]],
    ['standing unit that has left the cluster: the owner', { leadRule: 'standing_unit' }, { leads: [{ wardCode: C.code, from: null, to: null }] }, NEAR_B, [seen(B)], AT, [A.code, 'regulation_owner', B.code]],
    ['standing unit before it was appointed: the owner', { leadRule: 'standing_unit' }, { leads: [{ wardCode: D.code, from: '2024-01-01' as Day, to: null }] }, NEAR_B, [seen(B)], AT, [A.code, 'regulation_owner', B.code]],
    ['only some may lead: the earlier detection of another does not count', { mayLead: [A.code, D.code] }, {}, TRI_POINT, [seen(B, '2023-09-01T13:00:00Z'), seen(D)], AT, [D.code, 'first_detector', `${A.code} ${B.code}`]],
    ['only some may lead and none of them detected it', { mayLead: [D.code] }, {}, NEAR_B, [seen(B)], AT, [A.code, 'no_member_detected', B.code]],
    ['a ward that may lead but is no member does not', { mayLead: [C.code] }, {}, NEAR_B, [seen(C)], AT, [A.code, 'no_member_detected', B.code]],
    ['inside a ward the rule of the border zone says nothing', { leadRule: 'standing_unit' }, {}, place(-500, 700), [seen(B)], '2024-02-01T00:00:00Z', [A.code, 'owner', '']],
  ])('%s', (_, rules, patch, position, detections, at, expected) => {
    expect(lead(assess(withRules(rules, patch), position, detections, at))).toEqual(expected);
  });

  it('says its rule in the trace when it is not the usual one', () => {
    const rule = (rules: Partial<RegulationRules>) => buildLeadTrace(assess(withRules(rules), NEAR_B, [seen(B)])).find((step) => step.kind === 'lead_rule');
    expect(rule({})).toBeUndefined();
    expect(rule({ leadRule: 'owner' })).toEqual({ kind: 'lead_rule', rule: 'owner', mayLead: null });
    expect(rule({ mayLead: [B.code] })).toEqual({ kind: 'lead_rule', rule: 'first_detector', mayLead: [B] });
  });

  it('names as possible changes only wards whose detection counts', () => {
    const changes = (rules: Partial<RegulationRules>) => buildLeadTrace(assess(withRules(rules), NEAR_B, [seen(A)]), true).find((step) => step.kind === 'would_change');
    expect(changes({})).toEqual({ kind: 'would_change', wards: [B, D] });
    expect(changes({ mayLead: [A.code, D.code] })).toEqual({ kind: 'would_change', wards: [D] });
    expect(changes({ leadRule: 'owner' })).toBeUndefined();
  });
});

describe('widths signed for one border', () => {
  const arc = (a: { code: string }, b: { code: string }, widthMetres: number): Partial<RegulationRules> => ({ arcWidths: [{ wards: [a.code, b.code], widthMetres }] });

  it.each<[string, Partial<RegulationRules>, LngLat, boolean, number]>([
    ['wider than the cluster and than every other width', arc(A, B, 400), place(-380, 700), true, 400],
    ['codes in the other order', arc(B, A, 400), place(-380, 700), true, 400],
    ['narrower than the cluster', arc(A, B, 30), place(-120, 800), false, 100],
    ['another border keeps the width of the cluster', arc(A, B, 30), place(-800, 120), true, 150],
    ['no width at all: only the line itself', arc(A, B, 0), place(0, 800), true, 0],
    ['no width at all: a step beside it', arc(A, B, 0), place(-1, 800), false, 100],
  ])('%s', (_, rules, position, borderZone, widthMetres) => {
    const { zone } = assess(withRules(rules), position, []);
    expect([zone.isBorderZone, zone.widthMetres]).toEqual([borderZone, widthMetres]);
  });

  it('keeps the width of the version that was in force', () => {
    const cluster = { ...TOWN_CLUSTER, regulations: TOWN_CLUSTER.regulations.map((one) => (one.version === 1 ? one : { ...one, rules: { ...DEFAULT_RULES, ...arc(A, B, 400) } })) };
    expect(assess(cluster, place(-380, 700), [], '2023-06-30T12:00:00+07:00').zone.isBorderZone).toBe(false);
    expect(assess(cluster, place(-380, 700), [], '2023-07-01T12:00:00+07:00').zone.isBorderZone).toBe(true);
  });

  it('puts each neighbour\'s own width into the trace', () => {
    const steps = buildLeadTrace(assess(withRules(arc(A, B, 70)), TRI_POINT, [seen(B, AT as Instant)])).filter((step) => step.kind === 'neighbour');
    expect(Object.fromEntries(steps.map((step) => (step.kind === 'neighbour' ? [step.ward.code, step.widthMetres] : [])))).toEqual({ [B.code]: 70, [D.code]: 150 });
  });
});
