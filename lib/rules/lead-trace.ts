import type { WardName } from '../domain/boundary';
import type { LeadTraceStep } from '../domain/incident';
import type { Instant } from '../domain/instant';
import type { PointAssessment } from './assess-point';
import type { Detection } from './decide-lead';
import { nameWard } from './rule-book';

/** The reasoning behind a lead as data, in the order in which it was reached; `lib/messages` makes the sentence. */
export function buildLeadTrace(assessment: PointAssessment, hypothetical = false): LeadTraceStep[] {
  const { zone, decision } = assessment;
  const named = (code: string): WardName => nameWard(assessment.rules.book, code);
  return [
    ...ownerSteps(assessment, named),
    ...zoneSteps(assessment, named),
    ...(hypothetical || zone.agreement === null ? [] : detectionSteps(assessment, named)),
    {
      kind: 'lead',
      ward: decision.leadCode === null ? null : named(decision.leadCode),
      reason: decision.reason,
      assists: decision.assistCodes.length,
    },
    ...(hypothetical ? changeSteps(assessment, named) : []),
  ];
}

type Naming = (code: string) => WardName;

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
    const { cluster, regulation } = zone.agreement;
    steps.push({
      kind: 'cluster', id: cluster.id, name: cluster.name,
      regulationVersion: regulation.version, widthMetres: regulation.borderWidthMetres,
    });
  } else if (location.ownerCode !== null) {
    const unbound = zone.neighbours[0];
    if (unbound !== undefined) steps.push({ kind: 'no_cluster', pair: [named(location.ownerCode), named(unbound.code)] });
  }
  return steps;
}

/** Unrecorded times come last; a finite stand-in, since infinities do not subtract. */
const detectionOrder = ({ at }: Detection): number => (at === null ? Number.MAX_SAFE_INTEGER : Date.parse(at));

function detectionSteps({ detections, decision, zone }: PointAssessment, named: Naming): LeadTraceStep[] {
  const members = zone.agreement?.memberCodes;
  const steps: LeadTraceStep[] = [...detections]
    .sort((a, b) => detectionOrder(a) - detectionOrder(b))
    .map(({ wardCode, at }) => ({
      kind: 'detected', ward: named(wardCode), at: at as Instant | null, member: members?.has(wardCode) ?? false,
    }));
  if (steps.length === 0) steps.push({ kind: 'not_detected' });
  const tiedAt = detections.find((one) => one.wardCode === decision.tiedCodes[0])?.at;
  if (tiedAt !== undefined && tiedAt !== null) {
    steps.push({ kind: 'tie', wards: decision.tiedCodes.map(named), at: tiedAt as Instant });
  }
  return steps;
}

/** Which wards would lead instead if they had detected the incident first. */
function changeSteps({ zone, decision }: PointAssessment, named: Naming): LeadTraceStep[] {
  if (zone.agreement === null) return [];
  const others = [...zone.agreement.memberCodes].filter((code) => code !== decision.leadCode).sort();
  return others.length === 0 ? [] : [{ kind: 'would_change', wards: others.map(named) }];
}
