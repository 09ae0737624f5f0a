import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../lib/domain/boundary';
import { dayOf, type Day, type Instant } from '../../../lib/domain/instant';
import { DEFAULT_RULES } from '../../../lib/domain/regulation';
import type { LngLat } from '../../../lib/geo/types';
import { findClusterAgreement } from '../../../lib/rules/agreement';
import { assessPoint, type PointAssessment } from '../../../lib/rules/assess-point';
import type { Detection } from '../../../lib/rules/decide-lead';
import { listFocusAreaMembers } from '../../../lib/rules/focus-area';
import { buildLeadTrace } from '../../../lib/rules/lead-trace';
import { redecideLead, type LeadOverride, type Redecision, type StoredPlace } from '../../../lib/rules/redecide-lead';
import { nameWard } from '../../../lib/rules/rule-book';
import { place, TOWN, TOWN_CLUSTER, townRules } from '../../fixtures/rule-town';

const AT = '2023-09-01T21:00:00+07:00';
const { A, B, C, D } = TOWN;
const seen = (ward: { code: string }, at: string | null = AT): Detection => ({ wardCode: ward.code, at });
const minutesLater = (minutes: number): Instant => new Date(Date.parse(AT) + minutes * 60_000).toISOString() as Instant;

/** What recording an incident leaves in its row, read back as `redecideLead` wants it. */
function record(position: LngLat, detections: readonly Detection[] = [], at = AT, clusters: readonly Cluster[] = [TOWN_CLUSTER]) {
  const result = assessPoint(townRules(clusters), { position, at, detections });
  if (result.kind !== 'assessed') throw new Error(result.kind);
  const { assessment } = result;
  return { assessment, stored: toStored(assessment), agreement: agreementOf(assessment, at) };
}

function toStored(assessment: PointAssessment): StoredPlace {
  const { location, zone, rules } = assessment;
  const area = zone.agreement?.cluster.focusAreas.find(({ id }) => id === zone.focusArea?.id);
  return {
    ownership: { status: location.status, ownerCode: location.ownerCode },
    neighbours: zone.neighbours.map(({ code, distanceMetres }) => ({ code, distanceMetres })),
    borderZone: zone.isBorderZone, junction: zone.isJunction, widthMetres: zone.widthMetres,
    focusAreaId: zone.focusArea?.id ?? null,
    focusMemberCodes: area === undefined || zone.agreement === null ? [] : listFocusAreaMembers(area, zone.agreement, rules.book.index),
    trace: JSON.parse(JSON.stringify(buildLeadTrace(assessment))) as StoredPlace['trace'],
    nameOf: (code) => nameWard(rules.book, code),
  };
}

function agreementOf({ zone }: PointAssessment, at: string) {
  const cluster = (zone.agreement ?? zone.ownerAgreement)?.cluster;
  return cluster === undefined ? null : findClusterAgreement(cluster, dayOf(at));
}

const NEAR_B = place(-120, 800);
const TRI_POINT = place(-60, 60);
const PLACES: [string, LngLat, string][] = [
  ['inside a ward', place(-500, 700), AT], ['border zone', NEAR_B, AT], ['tri-point', TRI_POINT, AT], ['on the line', place(0, 500), AT],
  ['pair without an agreement', place(1039.57 - 80, 500), AT], ['term over', TRI_POINT, '2025-01-01T00:00:00+07:00'],
  ['term not begun', TRI_POINT, '2022-12-31T12:00:00+07:00'], ['focus area', place(-400, 500), AT], ['focus area over three wards', place(-180, 180), AT],
  ['outside every ward', place(-500, -2000), AT], ['outside, near three wards', place(45, -45), AT], ['in a gap', place(-1039.57 - 20, 10), AT],
  ['after the edition changed', NEAR_B, '2025-07-01T00:00:00+07:00'],
];

describe('deciding a stored incident anew', () => {
  it('a detection whose time nobody told counts from when it was known, not after every other', () => {
    const { stored, agreement } = record(NEAR_B);
    const untimed = { ...seen(B, null), notAfter: minutesLater(10) };
    expect(redecideLead(stored, agreement, [untimed, seen(A, minutesLater(120))], null).decision.leadCode).toBe(B.code);
    expect(redecideLead(stored, agreement, [untimed, seen(A, minutesLater(5))], null).decision.leadCode).toBe(A.code);
  });

  it.each(PLACES)('%s: agrees with the decision made when it was recorded, whoever detects it', (_, position, at) => {
    for (const detections of [[], [seen(A)], [seen(B)], [seen(C)], [seen(D), seen(B)], [seen(B, null), seen(A)]]) {
      const { stored, agreement } = record(position, [], at);
      const { assessment } = record(position, detections, at);
      const again = redecideLead(stored, agreement, detections, null);
      expect(again.decision).toEqual(assessment.decision);
      expect(again.trace).toEqual(buildLeadTrace(assessment));
    }
  });

  it('gives the lead to an earlier detection that is reported later, and keeps both in the trace', () => {
    const first = seen(A, minutesLater(5));
    const { stored, agreement, assessment } = record(NEAR_B, [first]);
    expect(assessment.decision.leadCode).toBe(A.code);
    const { decision, trace } = redecideLead(stored, agreement, [first, seen(B, minutesLater(1))], null);
    expect(decision).toMatchObject({ leadCode: B.code, reason: 'first_detector', assistCodes: [A.code] });
    expect(trace.flatMap((step) => (step.kind === 'detected' ? [step.ward.code] : []))).toEqual([B.code, A.code]);
  });

  it('leaves the lead where it is when a later detection is reported', () => {
    const { stored, agreement } = record(NEAR_B, [seen(B)]);
    expect(redecideLead(stored, agreement, [seen(B), seen(A, minutesLater(1))], null).decision.leadCode).toBe(B.code);
  });

  it('keeps the edition of the day it occurred when the detection is reported under the next one', () => {
    const at = '2024-12-31T23:00:00+07:00';
    const { stored, agreement } = record(NEAR_B, [], at);
    const { decision, trace } = redecideLead(stored, agreement, [{ wardCode: B.code, at: '2025-07-02T08:00:00+07:00' }], null);
    expect(decision.leadCode).toBe(B.code);
    expect(trace.find((step) => step.kind === 'lead')).toMatchObject({ ward: B });
  });

  it('keeps the regulation of its time when the cluster has signed another since', () => {
    const { stored, agreement } = record(NEAR_B, [seen(B)]);
    const { trace, decision } = redecideLead(stored, agreement, [seen(B)], null);
    expect([decision.reason, trace.find((step) => step.kind === 'cluster')]).toMatchObject(['first_detector', { regulationVersion: 2 }]);
    const later: Cluster = { ...TOWN_CLUSTER, regulations: [...TOWN_CLUSTER.regulations.slice(0, 1), { version: 3, from: '2023-07-01' as Day, to: null, borderWidthMetres: 10, rules: { ...DEFAULT_RULES, leadRule: 'owner' } }] };
    // What a reader who consulted today's rules would say: another lead altogether.
    expect(record(NEAR_B, [seen(B)], AT, [later]).assessment.decision.leadCode).toBe(A.code);
  });
});

describe('a commander\'s decision and a hand-over', () => {
  const decided = (ward: { code: string }): LeadOverride => ({ kind: 'decision', wardCode: ward.code, at: minutesLater(30) });
  const summary = ({ decision }: Redecision) => [decision.leadCode, decision.reason, decision.assistCodes.join(' '), decision.onRequestCodes.join(' ')];

  it('leads by decision; those near go on assisting, the one replaced among them', () => {
    const { stored, agreement } = record(TRI_POINT, [seen(B)]);
    const again = redecideLead(stored, agreement, [seen(B)], decided(D));
    expect(summary(again)).toEqual([D.code, 'decision', `${A.code} ${B.code}`, '']);
    expect(again.byRule.leadCode).toBe(B.code);
    expect(again.trace.slice(-3).map((step) => step.kind)).toEqual(['detected', 'decision', 'lead']);
  });

  it('is back at the rule when the decision is withdrawn', () => {
    const { stored, agreement, assessment } = record(TRI_POINT, [seen(B)]);
    const overridden = redecideLead(stored, agreement, [seen(B)], decided(D));
    const withdrawn = redecideLead({ ...stored, trace: overridden.trace }, agreement, [seen(B)], null);
    expect(withdrawn.decision).toEqual(assessment.decision);
    expect(withdrawn.trace).toEqual(buildLeadTrace(assessment));
  });

  it('stands against an earlier detection that comes in afterwards', () => {
    const { stored, agreement } = record(NEAR_B, [seen(A)]);
    const again = redecideLead(stored, agreement, [seen(A), seen(B, '2023-09-01T20:00:00+07:00')], decided(D));
    expect([again.decision.leadCode, again.byRule.leadCode]).toEqual([D.code, B.code]);
  });

  it('asks, rather than binds, the owner it replaces inside a ward', () => {
    const { stored, agreement } = record(place(-500, 700), []);
    expect(summary(redecideLead(stored, agreement, [], decided(B)))).toEqual([B.code, 'decision', '', `${A.code} ${D.code}`]);
  });

  it('can be about a place nobody owns, and about a ward of no cluster', () => {
    const { stored, agreement } = record(place(45, -45), []);
    expect(summary(redecideLead(stored, agreement, [], decided(C)))).toEqual([C.code, 'decision', '', `${A.code} ${B.code} ${D.code}`]);
  });

  it('names both wards of a hand-over', () => {
    const { stored, agreement } = record(NEAR_B, [seen(B)]);
    const again = redecideLead(stored, agreement, [seen(B)], { kind: 'handed_over', from: B.code, to: A.code, at: minutesLater(40) });
    expect(summary(again)).toEqual([A.code, 'handed_over', B.code, '']);
    expect(again.trace.at(-2)).toEqual({ kind: 'handed_over', from: B, ward: A, at: minutesLater(40) });
  });

  it('keeps the first detector of a far ward on request after it was replaced', () => {
    const { stored, agreement } = record(NEAR_B, [seen(D)]);
    expect(summary(redecideLead(stored, agreement, [seen(D)], decided(B)))).toEqual([B.code, 'decision', A.code, D.code]);
  });

  it('refuses to decide by another cluster than the one that governs', () => {
    const { stored } = record(NEAR_B, [seen(D)]);
    expect(() => redecideLead(stored, null, [], null)).toThrow('governed by cluster abd');
  });
});
