import type { WardName } from '../domain/boundary';
import type { LeadTraceStep } from '../domain/incident';
import type { Instant } from '../domain/instant';
import type { Agreement } from './agreement';
import type { PointAssessment } from './assess-point';
import type { Detection, LeadDecision } from './decide-lead';
import { nameWard } from './rule-book';

type Naming = (code: string) => WardName;

/** The reasoning behind a lead as data, in the order in which it was reached; `lib/messages` makes the sentence. */
export function buildLeadTrace(assessment: PointAssessment, hypothetical = false): LeadTraceStep[] {
  const { zone, decision, detections } = assessment;
  const named: Naming = (code) => nameWard(assessment.rules.book, code);
  return [
    ...ownerSteps(assessment, named),
    ...zoneSteps(assessment, named),
    ...(hypothetical || zone.agreement === null ? [] : listDetectionSteps(detections, decision, zone.agreement, named)),
    leadStep(decision, named),
    ...(hypothetical ? changeSteps(assessment, named) : []),
  ];
}

/** The last step of a trace: who leads, why, and how many wards assist. */
export function leadStep({ leadCode, reason, assistCodes }: LeadDecision, named: Naming): LeadTraceStep {
  return { kind: 'lead', ward: leadCode === null ? null : named(leadCode), reason, assists: assistCodes.length };
}

function ownerSteps({ location }: PointAssessment, named: Naming): LeadTraceStep[] {
  if (location.ownerCode === null) return [{ kind: 'outside' }];
  return [{ kind: 'owner', ward: named(location.ownerCode), status: location.status }];
}

function zoneSteps({ zone, location }: PointAssessment, named: Naming): LeadTraceStep[] {
  if (!zone.isBorderZone) return [{ kind: 'not_border_zone', widthMetres: zone.widthMetres }];
  const steps: LeadTraceStep[] = zone.neighbours.map(({ code, distanceMetres, widthMetres }) => ({
    kind: 'neighbour', ward: named(code), distanceMetres, widthMetres,
  }));
  if (zone.focusArea !== null) steps.push({ kind: 'focus_area', id: zone.focusArea.id, name: zone.focusArea.name });
  if (zone.agreement !== null) {
    steps.push(...agreementSteps(zone.agreement, named));
  } else if (location.ownerCode !== null) {
    const unbound = zone.neighbours[0];
    if (unbound !== undefined) steps.push({ kind: 'no_cluster', pair: [named(location.ownerCode), named(unbound.code)] });
  }
  return steps;
}

/** The agreement that governs; its lead rule is worth a step when it is not the usual one. */
function agreementSteps({ cluster, regulation }: Agreement, named: Naming): LeadTraceStep[] {
  const { leadRule, mayLead } = regulation.rules;
  const steps: LeadTraceStep[] = [{
    kind: 'cluster', id: cluster.id, name: cluster.name, regulationVersion: regulation.version, widthMetres: regulation.borderWidthMetres,
  }];
  if (leadRule !== 'first_detector' || mayLead !== null) {
    steps.push({ kind: 'lead_rule', rule: leadRule, mayLead: mayLead === null ? null : mayLead.map(named) });
  }
  return steps;
}

/** Unrecorded times come last; a finite stand-in, since infinities do not subtract. */
const detectionOrder = ({ at }: Detection): number => (at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at));

/** Who detected it and when, earliest first, and whether a tie had to be settled. */
export function listDetectionSteps(detections: readonly Detection[], decision: LeadDecision, { memberCodes }: Agreement, named: Naming): LeadTraceStep[] {
  const steps: LeadTraceStep[] = [...detections]
    .sort((a, b) => detectionOrder(a) - detectionOrder(b) || (a.wardCode < b.wardCode ? -1 : 1))
    .map(({ wardCode, at }) => ({ kind: 'detected', ward: named(wardCode), at: at as Instant | null, member: memberCodes.has(wardCode) }));
  if (steps.length === 0) steps.push({ kind: 'not_detected' });
  const tiedAt = earliestOf(detections.filter((one) => one.wardCode === decision.tiedCodes[0]))?.at;
  if (tiedAt !== undefined && tiedAt !== null) {
    steps.push({ kind: 'tie', wards: decision.tiedCodes.map(named), at: tiedAt as Instant });
  }
  return steps;
}

const earliestOf = (detections: readonly Detection[]): Detection | undefined =>
  [...detections].sort((a, b) => detectionOrder(a) - detectionOrder(b))[0];

/** Which wards would lead instead if they had detected the incident first. */
function changeSteps({ zone, decision }: PointAssessment, named: Naming): LeadTraceStep[] {
  const rules = zone.agreement?.regulation.rules;
  if (zone.agreement === null || rules?.leadRule !== 'first_detector') return [];
  const others = [...zone.agreement.memberCodes]
    .filter((code) => code !== decision.leadCode && (rules.mayLead?.includes(code) ?? true)).sort();
  return others.length === 0 ? [] : [{ kind: 'would_change', wards: others.map(named) }];
}
