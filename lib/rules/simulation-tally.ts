import { LEAD_REASONS, type LeadReason } from '../domain/incident';
import type { ReasonCounts, SimulatedWard, SimulationResult } from '../domain/simulation';
import type { PointAssessment } from './assess-point';
import { nameWard } from './rule-book';

/** An incident as it is replayed: where and when, everybody who detected it, and the lead on record. */
export interface ReplayedIncident {
  readonly id: string;
  readonly occurredAt: string;
  readonly position: readonly [number, number];
  readonly detections: readonly { readonly wardCode: string; readonly at: string | null }[];
  readonly leadCode: string | null;
  readonly leadReason: LeadReason;
}

type Counts = Pick<SimulationResult, 'incidents' | 'inZoneBefore' | 'inZoneAfter' | 'moved' | 'movedIds' | 'byPair' | 'byReason' | 'perWard' | 'unknown' | 'withoutEdition' | 'recordedDiffers'>;
interface Pair { from: SimulatedWard | null; to: SimulatedWard | null; ids: string[] }
interface WardCount { ward: SimulatedWard; before: number; after: number }

const noReasons = (): Record<LeadReason, number> => Object.fromEntries(LEAD_REASONS.map((reason) => [reason, 0])) as Record<LeadReason, number>;
const keyOf = (ward: SimulatedWard | null): string => (ward === null ? '' : `${ward.editionId}/${ward.code}`);

function leadOf({ rules, decision }: PointAssessment): SimulatedWard | null {
  return decision.leadCode === null ? null : { editionId: rules.book.edition.id, ...nameWard(rules.book, decision.leadCode) };
}

/** Counts what a change of rule does, incident by incident. */
export class SimulationTally {
  #incidents = 0;
  #inZone = { before: 0, after: 0 };
  #unknown = 0;
  #withoutEdition = 0;
  readonly #movedIds: string[] = [];
  readonly #pairs = new Map<string, Pair>();
  readonly #wards = new Map<string, WardCount>();
  readonly #reasons = { before: noReasons(), after: noReasons() };
  readonly #differs = { byOverride: 0, otherwise: 0 };

  /** Counts an incident of a day that no edition covers. */
  addWithoutEdition(): void {
    this.#withoutEdition++;
  }

  /** Counts an incident by its two replays. */
  add(incident: ReplayedIncident, before: PointAssessment, after: PointAssessment): void {
    this.#incidents++;
    this.#inZone.before += Number(before.zone.isBorderZone);
    this.#inZone.after += Number(after.zone.isBorderZone);
    this.#reasons.before[before.decision.reason]++;
    this.#reasons.after[after.decision.reason]++;
    if (incident.detections.length === 0 && (before.zone.isBorderZone || after.zone.isBorderZone)) this.#unknown++;
    if (incident.leadCode !== before.decision.leadCode) this.#countDifference(incident.leadReason);
    const [from, to] = [leadOf(before), leadOf(after)];
    this.#countLead(from, 'before');
    this.#countLead(to, 'after');
    if (keyOf(from) !== keyOf(to)) this.#countMove(incident.id, from, to);
  }

  #countDifference(reason: LeadReason): void {
    this.#differs[reason === 'decision' || reason === 'handed_over' ? 'byOverride' : 'otherwise']++;
  }

  #countLead(ward: SimulatedWard | null, side: 'before' | 'after'): void {
    if (ward === null) return;
    const known = this.#wards.get(keyOf(ward)) ?? { ward, before: 0, after: 0 };
    known[side]++;
    this.#wards.set(keyOf(ward), known);
  }

  #countMove(id: string, from: SimulatedWard | null, to: SimulatedWard | null): void {
    this.#movedIds.push(id);
    const key = `${keyOf(from)}→${keyOf(to)}`;
    const known = this.#pairs.get(key) ?? { from, to, ids: [] };
    known.ids.push(id);
    this.#pairs.set(key, known);
  }

  /** The counts so far. */
  read(): Counts {
    const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    const byReason: { before: ReasonCounts; after: ReasonCounts } = { before: { ...this.#reasons.before }, after: { ...this.#reasons.after } };
    return {
      incidents: this.#incidents, inZoneBefore: this.#inZone.before, inZoneAfter: this.#inZone.after,
      moved: this.#movedIds.length, movedIds: [...this.#movedIds],
      byPair: [...this.#pairs].map(([key, pair]) => ({ key, ...pair, count: pair.ids.length }))
        .sort((a, b) => b.count - a.count || byKey(a.key, b.key)).map(({ key: _, ...pair }) => ({ ...pair, ids: [...pair.ids] })),
      byReason,
      perWard: [...this.#wards].sort(([a, one], [b, other]) => other.before - one.before || other.after - one.after || byKey(a, b)).map(([, count]) => ({ ...count })),
      unknown: this.#unknown, withoutEdition: this.#withoutEdition, recordedDiffers: { ...this.#differs },
    };
  }
}
