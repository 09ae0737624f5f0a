import type { WardName } from '../domain/boundary';
import type { LeadTrace, LeadTraceStep } from '../domain/incident';
import type { Instant } from '../domain/instant';
import type { OwnershipStatus } from '../geo/types';
import type { Agreement } from './agreement';
import type { BorderZone, ZoneNeighbour } from './border-zone';
import { decideLead, overrideLead, type Detection, type LeadDecision } from './decide-lead';
import { listDetectionSteps, leadStep } from './lead-trace';

/** What an incident's row keeps about its place. */
export interface StoredPlace {
  readonly ownership: { readonly status: OwnershipStatus; readonly ownerCode: string | null };
  readonly neighbours: readonly { readonly code: string; readonly distanceMetres: number }[];
  readonly borderZone: boolean;
  readonly junction: boolean;
  readonly widthMetres: number;
  readonly focusAreaId: string | null;
  /** Members of the agreement that touch that focus area (`listFocusAreaMembers`); empty without one. */
  readonly focusMemberCodes: readonly string[];
  /** The stored trace: its first steps say what was found about the place, and stay as they are. */
  readonly trace: LeadTrace;
  /** Names of the wards in the incident's edition. */
  readonly nameOf: (code: string) => WardName;
}

/** What puts another ward in the lead than the rule would: a commander's active decision, or a hand-over that was accepted. */
export type LeadOverride =
  | { readonly kind: 'decision'; readonly wardCode: string; readonly at: Instant }
  | { readonly kind: 'handed_over'; readonly from: string | null; readonly to: string; readonly at: Instant };

/** A lead decided anew, with the trace to store. */
export interface Redecision {
  readonly decision: LeadDecision;
  /** The lead that the rule alone gives; the same as `decision` without an override. */
  readonly byRule: LeadDecision;
  readonly trace: LeadTrace;
}

/** Steps of a trace about the place and the regulation: found once, when the incident was recorded. */
const PLACE_STEPS: ReadonlySet<LeadTraceStep['kind']> = new Set(['owner', 'outside', 'neighbour', 'not_border_zone', 'focus_area', 'cluster', 'no_cluster', 'lead_rule']);

/**
 * Decides the lead of a stored incident anew from all its detections and what overrides the rule.
 *
 * `agreement` is that of the incident's `cluster_id` on the day it occurred, as the system knew it when it was recorded
 * (`findClusterAgreement`): today's regulation is never asked.
 * Limits: the place is not measured again; a cluster named in the row without governing the place only says whom to ask.
 * @throws when the stored trace names a governing cluster and `agreement` is null or another cluster's.
 */
export function redecideLead(place: StoredPlace, agreement: Agreement | null, detections: readonly Detection[], override: LeadOverride | null): Redecision {
  const zone = storedZone(place, agreement);
  const { ownerCode } = place.ownership;
  const byRule = decideLead(ownerCode, zone, detections);
  const decision = override === null ? byRule : overrideLead(ownerCode, zone, byRule, override.kind === 'decision' ? override.wardCode : override.to, override.kind);
  return {
    decision, byRule,
    trace: [
      ...place.trace.filter((step) => PLACE_STEPS.has(step.kind)),
      ...(zone.agreement === null ? [] : listDetectionSteps(detections, byRule, zone.agreement, place.nameOf)),
      ...(override === null ? [] : [overrideStep(override, place.nameOf)]),
      leadStep(decision, place.nameOf),
    ],
  };
}

function overrideStep(override: LeadOverride, nameOf: StoredPlace['nameOf']): LeadTraceStep {
  if (override.kind === 'decision') return { kind: 'decision', ward: nameOf(override.wardCode), at: override.at };
  return { kind: 'handed_over', from: override.from === null ? null : nameOf(override.from), ward: nameOf(override.to), at: override.at };
}

/** The border zone as it was found when the incident was recorded. */
function storedZone(place: StoredPlace, agreement: Agreement | null): BorderZone {
  const governing = place.trace.find((step) => step.kind === 'cluster');
  if (governing !== undefined && governing.id !== agreement?.cluster.id) {
    throw new Error(`the incident is governed by cluster ${governing.id}, but the agreement given is ${agreement?.cluster.id ?? 'none'}`);
  }
  const governs = governing === undefined ? null : agreement;
  return {
    isBorderZone: place.borderZone, isJunction: place.junction, widthMetres: place.widthMetres,
    neighbours: place.neighbours.map((one) => storedNeighbour(one, place, governs)),
    focusArea: place.focusAreaId === null || governs === null ? null : {
      id: place.focusAreaId, agreement: governs, memberCodes: place.focusMemberCodes,
      name: place.trace.find((step) => step.kind === 'focus_area')?.name ?? place.focusAreaId,
    },
    agreement: governs,
    ownerAgreement: agreement,
  };
}

function storedNeighbour({ code, distanceMetres }: StoredPlace['neighbours'][number], place: StoredPlace, agreement: Agreement | null): ZoneNeighbour {
  const recorded = place.trace.find((step) => step.kind === 'neighbour' && step.ward.code === code);
  return {
    code, distanceMetres, widthMetres: recorded?.kind === 'neighbour' ? recorded.widthMetres : place.widthMetres,
    agreement: agreement?.memberCodes.has(code) === true ? agreement : null,
  };
}
