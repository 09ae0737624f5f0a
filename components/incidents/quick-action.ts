import type { WorkItem } from '@/lib/domain/coordination';
import type { Messages } from '@/lib/messages/messages';
import type { HistoryEntry, IncidentAnswer } from '@/components/data/api-types';
import { RequestError, fetchJson } from '@/components/data/fetch-json';
import { sendCall } from './coordination-call';
import { listAssistActions, listHandOverActions, listIncidentActions, type IncidentAction } from './incident-action';

/** What became of a press on the work list. `gone`: the step no longer waits; the newest entry of the history says why. */
export type QuickResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'gone'; readonly answer: IncidentAnswer; readonly last: HistoryEntry | undefined }
  | { readonly kind: 'failed'; readonly error: RequestError };

/** The one action that ends a step without a word being written; null for steps that need more than a press. */
export function quickActionName({ kind, ward }: WorkItem): string | null {
  if (ward === null) return null;
  if (kind === 'confirm_lead') return 'confirm';
  if (kind === 'return_outcome') return 'return';
  if (kind === 'acknowledge_assist') return `accept-${ward.code}`;
  return kind === 'hand_over' ? 'hand-over-accept' : null;
}

/** What its button says. */
export function quickActionLabel({ kind }: WorkItem, { action }: Messages['coordination']): string {
  if (kind === 'confirm_lead') return action.confirmLead;
  if (kind === 'return_outcome') return action.returnOutcome;
  return kind === 'hand_over' ? action.takeOver : action.accept;
}

function findAction(answer: IncidentAnswer, name: string, texts: Messages['coordination']): IncidentAction | undefined {
  const all = [
    ...listIncidentActions(answer, [], texts),
    ...answer.coordination.assists.flatMap((assist) => listAssistActions(answer, assist, texts)),
    ...answer.coordination.handOvers.flatMap((handOver) => listHandOverActions(answer, handOver, texts)),
  ];
  return all.find((action) => action.name === name && action.needs === null);
}

const lastEvent = ({ history }: IncidentAnswer): HistoryEntry | undefined => history.filter(({ kind }) => kind !== 'refused').at(-1);

/** Reads the incident as it stands and, if the step still waits, does it. */
export async function runQuickAction(item: WorkItem, requestId: string, texts: Messages['coordination']): Promise<QuickResult> {
  try {
    const answer = await fetchJson<IncidentAnswer>(`/api/incidents/${item.incidentId}`);
    const action = findAction(answer, quickActionName(item) ?? '', texts);
    if (action === undefined) return { kind: 'gone', answer, last: lastEvent(answer) };
    await sendCall(item.incidentId, action.toCall({ ward: '', text: '', confirmDue: null, resolveDue: null, detectedAt: null }), requestId);
    return { kind: 'done' };
  } catch (failure) {
    const error = failure instanceof RequestError ? failure : new RequestError('network', String(failure));
    if (error.kind !== 'conflict') return { kind: 'failed', error };
    const current = error.current as IncidentAnswer | undefined;
    return current === undefined ? { kind: 'failed', error } : { kind: 'gone', answer: current, last: lastEvent(current) };
  }
}
