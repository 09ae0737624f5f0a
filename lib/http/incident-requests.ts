import type { IncidentVerb } from '../db/incident-changes';
import type { AssistAction, HandOverAction, IncidentChange, NewDetection } from '../domain/coordination';
import { findDetectionFault } from './assess-report';
import type { IncidentRequest } from './incident-action';
import { fieldProblem } from './problem';

/** What a `PATCH` asks for, as a verb; the schema lets exactly one change through. */
function verbOf({ status, outcome, confirmLead, lead, withdrawDecision, deadlines }: IncidentChange): IncidentVerb {
  if (status !== undefined || outcome !== undefined) return { verb: 'status', status, outcome };
  if (confirmLead !== undefined) return { verb: 'confirm' };
  if (lead !== undefined) return { verb: 'decision', ...lead };
  if (withdrawDecision !== undefined) return { verb: 'withdrawal', ...withdrawDecision };
  if (deadlines !== undefined) return { verb: 'deadlines', deadlines };
  return { verb: 'returned' };
}

/** `PATCH /api/incidents/{id}` as a change. */
export function changeRequest(body: IncidentChange): IncidentRequest {
  const change = verbOf(body);
  return { action: change.verb, seenVersion: body.version, requestId: body.requestId, change, wanted: () => ({ kind: 'change', change: body }) };
}

/** `POST /api/incidents/{id}/assists` as a change. */
export function assistRequest({ action, ward, version, requestId, note }: AssistAction): IncidentRequest {
  return {
    action: `assist_${action}`, seenVersion: version, requestId,
    change: { verb: 'assist', action, ward, note },
    wanted: () => ({ kind: 'assist', action, ward }),
  };
}

/** `POST /api/incidents/{id}/hand-overs` as a change. Who answers speaks for the ward of the newest offer. */
export function handOverRequest({ action, ward, version, requestId, note }: HandOverAction): IncidentRequest {
  return {
    action: `hand_over_${action}`, seenVersion: version, requestId,
    change: { verb: 'hand_over', action, ward, note },
    wanted: ({ coordination }) => ({ kind: 'hand_over', action, ward: coordination.handOvers.at(-1)?.to.code ?? null }),
  };
}

/** `POST /api/incidents/{id}/detections` as a change; a detection stands whatever happened to the incident meanwhile. */
export function detectionRequest({ detectedBy, detectedAt, requestId }: NewDetection, nowMs: number): IncidentRequest {
  return {
    action: 'detection', seenVersion: null, requestId,
    change: { verb: 'detection', ward: detectedBy, detectedAt },
    wanted: () => ({ kind: 'detection', ward: detectedBy }),
    check: ({ incident }) => {
      const fault = findDetectionFault(detectedAt, incident.occurredAt, nowMs);
      return fault === null ? null : fieldProblem('detectedAt', fault);
    },
  };
}
