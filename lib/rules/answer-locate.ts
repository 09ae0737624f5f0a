import type { WardName } from '../domain/boundary';
import type { Instant } from '../domain/instant';
import type { LocateAnswer } from '../domain/locate';
import type { PointAssessment } from './assess-point';
import { buildLeadTrace } from './lead-trace';
import { nameWard } from './rule-book';

/**
 * Shapes an assessment as the answer of `GET /api/locate`: codes become named wards.
 *
 * `hypothetical`: the detection is assumed, so the trace says what would change the lead instead of who detected what.
 */
export function answerLocate(position: readonly [number, number], at: Instant, assessment: PointAssessment, hypothetical: boolean): LocateAnswer {
  const { rules, location, zone, decision } = assessment;
  const named = (code: string): WardName => nameWard(rules.book, code);
  const { id, effectiveFrom, effectiveTo } = rules.book.edition;
  const agreement = zone.agreement ?? zone.ownerAgreement;
  return {
    position,
    at,
    edition: { id, effectiveFrom, effectiveTo },
    status: location.status,
    owner: location.ownerCode === null ? null : named(location.ownerCode),
    candidates: location.candidates.map(named),
    neighbours: zone.neighbours.map(({ code, distanceMetres }) => ({ ...named(code), distanceMetres })),
    borderZone: zone.isBorderZone,
    junction: zone.isJunction,
    widthMetres: zone.widthMetres,
    focusArea: zone.focusArea === null ? null : { id: zone.focusArea.id, name: zone.focusArea.name },
    cluster: agreement === null ? null : {
      id: agreement.cluster.id,
      name: agreement.cluster.name,
      members: [...agreement.memberCodes].sort().map(named),
      leadWard: agreement.leadWardCode === null ? null : named(agreement.leadWardCode),
    },
    lead: {
      ward: decision.leadCode === null ? null : named(decision.leadCode),
      reason: decision.reason,
      assists: decision.assistCodes.map(named),
      onRequest: decision.onRequestCodes.map(named),
      trace: buildLeadTrace(assessment, hypothetical),
    },
  };
}
