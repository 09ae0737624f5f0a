import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../lib/domain/boundary';
import type { Day } from '../../../lib/domain/instant';
import { DEFAULT_RULES } from '../../../lib/domain/regulation';
import type { LngLat } from '../../../lib/geo/types';
import { assessPoint, type PointAssessment } from '../../../lib/rules/assess-point';
import type { Detection } from '../../../lib/rules/decide-lead';
import { place, TOWN, TOWN_CLUSTER, townRules } from '../../fixtures/rule-town';

const IN_FORCE = '2023-09-01T21:00:00+07:00';
const { A, B, C, D } = TOWN;

const seen = (ward: { code: string }, at: string | null = IN_FORCE): Detection => ({ wardCode: ward.code, at });

function assess(position: LngLat, detections: readonly Detection[] = [], at = IN_FORCE, clusters: readonly Cluster[] = [TOWN_CLUSTER]): PointAssessment {
  const result = assessPoint(townRules(clusters), { position, at, detections });
  if (result.kind !== 'assessed') throw new Error(`not assessed: ${result.kind}`);
  return result.assessment;
}

/** Owner, reason, lead, assists, on request — one line a case. */
function verdict({ location, decision }: PointAssessment): string {
  const letters = (codes: readonly string[]): string => codes.map((code) => Object.entries(TOWN).find(([, one]) => one.code === code)?.[0] ?? code).join('');
  const one = (code: string | null): string => (code === null ? '-' : letters([code]));
  return `${one(location.ownerCode)} ${decision.reason} ${one(decision.leadCode)} +${letters(decision.assistCodes)} ?${letters(decision.onRequestCodes)}`;
}

const INTERIOR = place(-500, 700); // 500 m from B, 700 m from D
const NEAR_B = place(-120, 800); // 120 m inside A: within the cluster's 150 m, beyond the city's 100 m
const TRI_POINT = place(-60, 60); // 60 m from B and from D
const B_NEAR_C = place(1039.57 - 80, 500); // 80 m inside B from C, no agreement with C

describe('the decision table of the coordination rule', () => {
  it.each<[string, LngLat, Detection[], string, string]>([
    ['inside a ward', INTERIOR, [], IN_FORCE, 'A owner A + ?BD'],
    ['inside a ward, another unit detected it', INTERIOR, [seen(B)], IN_FORCE, 'A owner A + ?BD'],
    ['border zone, the owner detected it', NEAR_B, [seen(A)], IN_FORCE, 'A first_detector A +B ?'],
    ['border zone, the neighbour detected it', NEAR_B, [seen(B)], IN_FORCE, 'A first_detector B +A ?'],
    ['border zone, a member farther away detected it', NEAR_B, [seen(D)], IN_FORCE, 'A first_detector D +AB ?'],
    ['border zone, nobody known detected it', NEAR_B, [], IN_FORCE, 'A no_member_detected A +B ?'],
    ['border zone, detector outside the cluster', NEAR_B, [seen(C)], IN_FORCE, 'A no_member_detected A +B ?'],
    ['an outsider first, then a member', NEAR_B, [seen(C, '2023-09-01T20:00:00Z'), seen(B, '2023-09-01T21:00:00Z')], IN_FORCE, 'A first_detector B +A ?'],
    ['the earlier detection wins, whatever its order', NEAR_B, [seen(A, '2023-09-01T21:05:00+07:00'), seen(B, '2023-09-01T14:04:00Z')], IN_FORCE, 'A first_detector B +A ?'],
    ['same instant in two offsets, owner among them', NEAR_B, [seen(B, '2023-09-01T14:04:00Z'), seen(A, '2023-09-01T21:04:00+07:00')], IN_FORCE, 'A first_detector A +B ?'],
    ['same instant, owner not among them', TRI_POINT, [seen(D), seen(B)], IN_FORCE, 'A first_detector B +AD ?'],
    ['a detection without a time comes after one with', NEAR_B, [seen(A, null), seen(B, '2023-09-01T23:00:00+07:00')], IN_FORCE, 'A first_detector B +A ?'],
    ['tri-point', TRI_POINT, [seen(D)], IN_FORCE, 'A first_detector D +AB ?'],
    ['on the line', place(0, 500), [seen(B)], IN_FORCE, 'A first_detector B +A ?'],
    ['pair without an agreement', B_NEAR_C, [seen(C)], IN_FORCE, 'B no_agreement B + ?ACD'],
    ['the non-member near by is asked, not bound', place(1039.57 - 40, 0.5), [seen(B)], IN_FORCE, 'B no_agreement B + ?ACD'],
    ['term not begun', NEAR_B, [seen(B)], '2022-12-31T23:59:59+07:00', 'A owner A + ?'],
    ['term over: near enough, but nobody is bound', TRI_POINT, [seen(B)], '2025-01-01T00:00:00+07:00', 'A no_agreement A + ?BD'],
    ['last day of the term', TRI_POINT, [seen(B)], '2024-12-31T23:59:59+07:00', 'A first_detector B +AD ?'],
    ['first regulation: 120 m is beyond its 100 m', NEAR_B, [seen(B)], '2023-06-30T12:00:00+07:00', 'A owner A + ?BD'],
    ['second regulation from the next day on', NEAR_B, [seen(B)], '2023-07-01T12:00:00+07:00', 'A first_detector B +A ?'],
    ['focus area far from any border', place(-400, 500), [seen(B)], IN_FORCE, 'A first_detector B +A ?'],
    ['focus area over three wards, point near none', place(-180, 180), [seen(A)], IN_FORCE, 'A first_detector A +BD ?'],
    ['outside every ward', place(-500, -2000), [seen(A)], IN_FORCE, '- outside - + ?'],
    ['outside, north of B and east of D: 64 m from A', place(45, -45), [seen(A)], IN_FORCE, '- outside - + ?ABD'],
    ['in a gap, 20 m west of A', place(-1039.57 - 20, 500), [seen(B)], IN_FORCE, 'A owner A + ?BD'],
    ['in a gap beside a border', place(-1039.57 - 20, 10), [seen(B)], IN_FORCE, 'A first_detector B +AD ?'],
    ['after the boundary edition changed', NEAR_B, [seen(A)], '2025-07-01T00:00:00+07:00', 'A owner A + ?'],
  ])('%s', (_, position, detections, at, expected) => {
    expect(verdict(assess(position, detections, at))).toBe(expected);
  });

  it('keeps the agreed width when a question widens only the city default', () => {
    const ask = (defaultWidthMetres: number): PointAssessment => {
      const result = assessPoint(townRules(), { position: place(-180, 800), at: IN_FORCE, detections: [], defaultWidthMetres });
      if (result.kind !== 'assessed') throw new Error('not assessed');
      return result.assessment;
    };
    expect(ask(500).zone.isBorderZone).toBe(false);
    expect(assess(B_NEAR_C).zone.isBorderZone).toBe(true);
  });

  it('says no_edition before the first edition', () => {
    expect(assessPoint(townRules(), { position: INTERIOR, at: '2019-12-31T16:59:59Z', detections: [] })).toEqual({ kind: 'no_edition' });
  });

  it('lets the later signed of two clusters in force govern a pair', () => {
    const later: Cluster = {
      ...TOWN_CLUSTER, id: 'ab', termFrom: '2023-06-01' as Day, focusAreas: [],
      members: [A, B].map(({ code }) => ({ wardCode: code, from: null, to: null })),
      regulations: [{ version: 1, from: '2023-06-01' as Day, to: null, borderWidthMetres: 60, rules: DEFAULT_RULES }],
    };
    expect(assess(NEAR_B, [seen(B)], IN_FORCE, [TOWN_CLUSTER, later]).zone.isBorderZone).toBe(false);
    expect(assess(place(-50, 800), [seen(B)], IN_FORCE, [TOWN_CLUSTER, later]).zone.agreement?.cluster.id).toBe('ab');
  });

  it('marks two near neighbours as a junction and lists them nearest first', () => {
    const { zone } = assess(place(-40, 70));
    expect(zone.isJunction).toBe(true);
    expect(zone.neighbours.map((one) => one.code)).toEqual([B.code, D.code]);
    expect(zone.neighbours[0]?.distanceMetres).toBeCloseTo(40, 1);
  });
});
