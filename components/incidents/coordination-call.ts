import type { AssistAction, HandOverAction, IncidentChange, NewDetection } from '@/lib/domain/coordination';
import type { IncidentAnswer } from '@/components/data/api-types';
import { sendJson } from '@/components/data/fetch-json';

type WithoutRequest<T> = Omit<T, 'requestId'>;

/** One thing somebody does to an incident, as the server takes it, but for the id of the request. */
export type CoordinationCall =
  | { readonly to: 'incident'; readonly body: WithoutRequest<IncidentChange> }
  | { readonly to: 'assists'; readonly body: WithoutRequest<AssistAction> }
  | { readonly to: 'hand-overs'; readonly body: WithoutRequest<HandOverAction> }
  | { readonly to: 'detections'; readonly body: WithoutRequest<NewDetection> };

/** Sends it; the answer is the incident as it stands then. A call sent twice with one id is done once. @throws RequestError */
export function sendCall(incidentId: string, { to, body }: CoordinationCall, requestId: string): Promise<IncidentAnswer> {
  const path = `/api/incidents/${incidentId}`;
  return to === 'incident'
    ? sendJson<IncidentAnswer>('PATCH', path, { ...body, requestId })
    : sendJson<IncidentAnswer>('POST', `${path}/${to}`, { ...body, requestId });
}
