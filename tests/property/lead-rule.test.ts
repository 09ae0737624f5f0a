import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../lib/domain/boundary';
import { DEFAULT_RULES } from '../../lib/domain/regulation';
import { assessPoint, type PointAssessment } from '../../lib/rules/assess-point';
import type { Detection } from '../../lib/rules/decide-lead';
import { buildLeadTrace } from '../../lib/rules/lead-trace';
import { findClusterAgreement } from '../../lib/rules/agreement';
import { redecideLead } from '../../lib/rules/redecide-lead';
import { dayOf, type Instant } from '../../lib/domain/instant';
import { nameWard } from '../../lib/rules/rule-book';
import { METRES_EAST, METRES_NORTH, place, TOWN, TOWN_CLUSTER, townRules } from '../fixtures/rule-town';

/** The town's cluster without focus areas: what is left can be worked out from squares alone. */
const PLAIN: Cluster = { ...TOWN_CLUSTER, focusAreas: [], regulations: TOWN_CLUSTER.regulations.map((one) => ({ ...one, rules: DEFAULT_RULES })) };
const RULES = townRules([PLAIN]);
const FULL = townRules();
const CODES = Object.values(TOWN).map(({ code }) => code);
const MEMBERS = new Set([TOWN.A.code, TOWN.B.code, TOWN.D.code].map(String));
const BASE = Date.parse('2023-09-01T14:00:00Z');

/** Decimetres, evenly spread: doubles would crowd around 0. */
const metres = (least: number, most: number) => fc.noBias(fc.integer({ min: 10 * least, max: 10 * most })).map((decimetres) => decimetres / 10);
const box = (west: number, east: number, north: number, south: number) =>
  fc.tuple(metres(west, east), metres(north, south)).map(([eastMetres, southMetres]) => ({ east: eastMetres, south: southMetres }));
/** The whole town and its surroundings, the border of A and B, and the corner of A, B and D. */
const position = fc.oneof(box(-1500, 2500, -1500, 1500), box(-200, 200, 0, 1200), box(-250, 250, -250, 250));
const at = fc.integer({ min: Date.parse('2022-06-01T00:00:00Z'), max: Date.parse('2025-06-29T00:00:00Z') }).map((epochMs) => new Date(epochMs).toISOString());
const detection = fc.record({ wardCode: fc.constantFrom(...CODES), at: fc.option(fc.integer({ min: -5, max: 5 }).map((minutes) => new Date(BASE + minutes * 60_000).toISOString())) });
const detections = fc.oneof(fc.array(detection, { maxLength: 6 }), fc.array(detection, { maxLength: 1 }));

function assess(where: { east: number; south: number }, when: string, seen: readonly Detection[], rules = FULL): PointAssessment {
  const result = assessPoint(rules, { position: place(where.east, where.south), at: when, detections: seen });
  if (result.kind !== 'assessed') throw new Error(result.kind);
  return result.assessment;
}

/** Each ward as a rectangle in metres: west, east of the A|B border; north, south of the A|D border (south counts up). */
const SIDE_EAST = 0.01 * METRES_EAST;
const SIDE_SOUTH = 0.01 * METRES_NORTH;
const BOXES: readonly { code: string; west: number; east: number; north: number; south: number }[] = [
  { code: TOWN.A.code, west: -SIDE_EAST, east: 0, north: 0, south: SIDE_SOUTH }, { code: TOWN.B.code, west: 0, east: SIDE_EAST, north: 0, south: SIDE_SOUTH },
  { code: TOWN.C.code, west: SIDE_EAST, east: 2 * SIDE_EAST, north: 0, south: SIDE_SOUTH }, { code: TOWN.D.code, west: -SIDE_EAST, east: 0, north: -SIDE_SOUTH, south: 0 },
];
const distanceTo = (box: (typeof BOXES)[number], { east, south }: { east: number; south: number }): number =>
  Math.hypot(Math.max(box.west - east, 0, east - box.east), Math.max(box.north - south, 0, south - box.south));

/** A twin of the rule, written from the domain text with rectangles in the plane; null where a metre's error could decide. */
function twin(where: { east: number; south: number }, when: string, seen: readonly Detection[]): { lead: string | null; reason: string; assists: string[] } | null {
  const distances = BOXES.map((box) => ({ code: box.code, metres: distanceTo(box, where) })).sort((a, b) => a.metres - b.metres);
  const inside = BOXES.filter((box) => distanceTo(box, where) === 0);
  if (distances.some(({ metres }) => [30, 100, 150].some((limit) => Math.abs(metres - limit) < 2)) || inside.length > 1) return null;
  if (BOXES.some((box) => distanceTo(box, where) < 2 && distanceTo(box, where) > 0) || (inside.length === 0 && distances[0]!.metres < 30 && distances[1]!.metres < 32)) return null;
  const owner = inside[0]?.code ?? (distances[0]!.metres <= 30 ? distances[0]!.code : null);
  if (owner === null) return { lead: null, reason: 'outside', assists: [] };
  const day = new Date(Date.parse(when) + 7 * 3_600_000).toISOString().slice(0, 10);
  const bound = day >= '2023-01-01' && day <= '2024-12-31';
  const agreed = day <= '2023-06-30' ? 100 : 150;
  const pairBound = (code: string): boolean => bound && MEMBERS.has(owner) && MEMBERS.has(code);
  const near = distances.filter(({ code, metres }) => code !== owner && metres <= (pairBound(code) ? agreed : 100)).map(({ code }) => code);
  if (near.length === 0) return { lead: owner, reason: 'owner', assists: [] };
  if (!near.some(pairBound)) return { lead: owner, reason: 'no_agreement', assists: [] };
  const counted = seen.filter(({ wardCode }) => MEMBERS.has(wardCode)).map((one) => ({ code: one.wardCode, when: one.at === null ? Infinity : Date.parse(one.at) }));
  const party = [owner, ...near.filter((code) => MEMBERS.has(code))];
  const first = Math.min(...counted.map((one) => one.when));
  const winners = counted.filter((one) => one.when === first).map(({ code }) => code).sort();
  const lead = winners.length === 0 || winners.includes(owner) ? owner : winners[0]!;
  return { lead, reason: winners.length === 0 ? 'no_member_detected' : 'first_detector', assists: party.filter((code) => code !== lead).sort() };
}

describe('the lead rule, for any place, day and detections', () => {
  it('agrees with a twin written from the domain text alone', () => {
    const kinds = new Map<string, number>();
    fc.assert(fc.property(position, at, detections, (where, when, seen) => {
      const expected = twin(where, when, seen);
      fc.pre(expected !== null);
      const { decision } = assess(where, when, seen, RULES);
      kinds.set(decision.reason, (kinds.get(decision.reason) ?? 0) + 1);
      expect({ lead: decision.leadCode, reason: decision.reason, assists: decision.assistCodes }).toEqual(expected);
    }), { numRuns: 3_000, seed: 11 });
    // A comparison that never met a rule says nothing about it.
    for (const reason of ['owner', 'outside', 'no_agreement', 'no_member_detected', 'first_detector']) expect([reason, (kinds.get(reason) ?? 0) > 30]).toEqual([reason, true]);
  });

  it('gives the lead to the owner, to a member that detected it, or to nobody; nobody assists himself', () => {
    fc.assert(fc.property(position, at, detections, (where, when, seen) => {
      const { decision, location, zone } = assess(where, when, seen);
      const { leadCode, assistCodes, onRequestCodes } = decision;
      expect(leadCode === null ? location.ownerCode === null : leadCode === location.ownerCode || (zone.agreement?.memberCodes.has(leadCode) === true && seen.some((one) => one.wardCode === leadCode))).toBe(true);
      const parties = [...assistCodes, ...onRequestCodes];
      expect(new Set(parties).size).toBe(parties.length);
      expect(parties).not.toContain(leadCode);
      expect(assistCodes.every((code) => zone.agreement?.memberCodes.has(code))).toBe(true);
    }), { numRuns: 1_000, seed: 12 });
  });

  it('does not depend on the order in which detections are listed', () => {
    fc.assert(fc.property(position, at, detections, fc.integer(), (where, when, seen, turn) => {
      const other = [...seen].sort((a, b) => ((a.wardCode.charCodeAt(4) * 7 + turn) % 5) - ((b.wardCode.charCodeAt(4) * 7 + turn) % 5)).reverse();
      const [one, two] = [assess(where, when, seen), assess(where, when, other)];
      expect(two.decision).toEqual(one.decision);
      expect(buildLeadTrace(two)).toEqual(buildLeadTrace(one));
    }), { numRuns: 500, seed: 13 });
  });

  it('never moves by a detection later than all others, and always by a member\'s earlier one', () => {
    fc.assert(fc.property(position, at, fc.array(detection, { minLength: 1, maxLength: 4 }), fc.constantFrom(...CODES), (where, when, seen, code) => {
      const before = assess(where, when, seen);
      fc.pre(before.decision.reason === 'first_detector');
      const later = { wardCode: code, at: null };
      if (seen.some((one) => one.at !== null && before.zone.agreement?.memberCodes.has(one.wardCode) === true)) expect(assess(where, when, [...seen, later]).decision.leadCode).toBe(before.decision.leadCode);
      const earlier = { wardCode: code, at: new Date(BASE - 3_600_000).toISOString() };
      expect(assess(where, when, [...seen, earlier]).decision.leadCode).toBe(MEMBERS.has(code) ? code : before.decision.leadCode);
    }), { numRuns: 1_500, seed: 14 });
  });

  it('is the same when a stored incident is decided anew, whatever overrode it meanwhile', () => {
    fc.assert(fc.property(position, at, detections, detections, fc.constantFrom(...CODES), (where, when, first, later, decided) => {
      const recorded = assess(where, when, first, RULES);
      const cluster = (recorded.zone.agreement ?? recorded.zone.ownerAgreement)?.cluster;
      const agreement = cluster === undefined ? null : findClusterAgreement(cluster, dayOf(when));
      const stored = {
        ownership: { status: recorded.location.status, ownerCode: recorded.location.ownerCode }, neighbours: recorded.zone.neighbours,
        borderZone: recorded.zone.isBorderZone, junction: recorded.zone.isJunction, widthMetres: recorded.zone.widthMetres, focusAreaId: null, focusMemberCodes: [],
        trace: buildLeadTrace(recorded), nameOf: (code: string) => nameWard(recorded.rules.book, code),
      };
      const overridden = redecideLead(stored, agreement, first, { kind: 'decision', wardCode: decided, at: when as Instant });
      expect([overridden.decision.leadCode, overridden.byRule]).toEqual([decided, recorded.decision]);
      expect([...overridden.decision.assistCodes, ...overridden.decision.onRequestCodes]).not.toContain(decided);
      const again = redecideLead({ ...stored, trace: overridden.trace }, agreement, [...first, ...later], null);
      const whole = assess(where, when, [...first, ...later], RULES);
      expect([again.decision, again.trace]).toEqual([whole.decision, buildLeadTrace(whole)]);
    }), { numRuns: 1_000, seed: 15 });
  });
});
