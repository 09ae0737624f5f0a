import type { Assist, HandOver } from '@/lib/domain/coordination';
import type { Instant } from '@/lib/domain/instant';
import type { WardName } from '@/lib/domain/boundary';
import type { Messages } from '@/lib/messages/messages';
import type { IncidentAnswer } from '@/components/data/api-types';
import type { CoordinationCall } from './coordination-call';
import { listNotAskable, listWardChoices, type WardChoices } from './ward-choices';

/** What a person filled in. */
export interface ActionValues {
  readonly ward: string;
  readonly text: string;
  readonly confirmDue: Instant | null;
  readonly resolveDue: Instant | null;
  readonly detectedAt: Instant | null;
}

/** What an action must be told before it can be sent. */
export interface ActionNeeds {
  readonly ward?: WardChoices;
  readonly text?: { readonly label: string; readonly missing: string | null; readonly initial?: string };
  readonly instants?: readonly ('confirmDue' | 'resolveDue' | 'detectedAt')[];
}

/** Something the reader may do to an incident now: one button, perhaps with a small form behind it. */
export interface IncidentAction {
  /** Unique on the page; also the name of its request. */
  readonly name: string;
  readonly label: string;
  readonly primary: boolean;
  /** Null = the button does it at once. */
  readonly needs: ActionNeeds | null;
  readonly toCall: (values: ActionValues) => CoordinationCall;
}

type Texts = Messages['coordination'];

const needReason = ({ field }: Texts) => ({ label: field.reason, missing: field.needText });
const needOutcome = ({ field }: Texts, initial = '') => ({ label: field.outcome, missing: field.needOutcome, initial });
const optionalNote = ({ field }: Texts) => ({ label: field.note, missing: null });
const noteOf = (text: string): { note: string } | object => (text.trim() === '' ? {} : { note: text.trim() });

function listStatusActions({ incident, coordination }: IncidentAnswer, texts: Texts): IncidentAction[] {
  const { version, status } = incident;
  const { action } = texts;
  const change = (name: string, label: string, next: 'in_progress' | 'closed', primary = false): IncidentAction => ({
    name, label, primary, needs: null, toCall: () => ({ to: 'incident', body: { version, status: next } }),
  });
  const resolve: IncidentAction = {
    name: 'resolve', label: action.resolve, primary: status === 'in_progress', needs: { text: needOutcome(texts) },
    toCall: ({ text }) => ({ to: 'incident', body: { version, status: 'resolved', outcome: text.trim() } }),
  };
  const correct: IncidentAction = {
    name: 'outcome', label: action.outcome, primary: false, needs: { text: needOutcome(texts, coordination.outcome ?? '') },
    toCall: ({ text }) => ({ to: 'incident', body: { version, outcome: text.trim() } }),
  };
  switch (status) {
    case 'reported': return [change('start', action.start, 'in_progress', incident.leadConfirmedAt !== null), resolve, change('close', action.close, 'closed')];
    case 'in_progress': return [resolve, change('close', action.close, 'closed')];
    case 'resolved': return [change('close', action.close, 'closed'), correct, change('reopen', action.reopen, 'in_progress')];
    case 'closed': return [change('reopen', action.reopen, 'in_progress')];
    default: return status satisfies never;
  }
}

function listDecisionActions(answer: IncidentAnswer, everyWard: readonly WardName[], texts: Texts): IncidentAction[] {
  const { version, lead } = answer.incident;
  const { action } = texts;
  const decide: IncidentAction = {
    name: 'decide', label: action.decide, primary: false,
    needs: { ward: listWardChoices(answer, everyWard, lead.ward === null ? [] : [lead.ward.code]), text: needReason(texts) },
    toCall: ({ ward, text }) => ({ to: 'incident', body: { version, lead: { ward, reason: text.trim() } } }),
  };
  const withdraw: IncidentAction = {
    name: 'withdraw', label: action.withdraw, primary: false, needs: { text: needReason(texts) },
    toCall: ({ text }) => ({ to: 'incident', body: { version, withdrawDecision: { reason: text.trim() } } }),
  };
  return answer.coordination.decisions.some(({ withdrawnAt }) => withdrawnAt === null) ? [decide, withdraw] : [decide];
}

/** Wards that can be said to have detected it: the own ones for an officer, any for those who may name any. */
function listDetectionWards(answer: IncidentAnswer, everyWard: readonly WardName[]): WardChoices {
  const { speaksFor, addDetection } = answer.permissions;
  const all = listWardChoices(answer, everyWard, []);
  if (addDetection === 'any') return all;
  const own = [...all.onRequest, ...all.near, ...all.others].filter(({ code }) => speaksFor.includes(code));
  return { onRequest: [], near: own, others: [] };
}

/** What the reader may do with the incident as a whole, the likeliest first. */
export function listIncidentActions(answer: IncidentAnswer, everyWard: readonly WardName[], texts: Texts): IncidentAction[] {
  const { incident, permissions } = answer;
  const { version } = incident;
  const { action } = texts;
  const simple = (name: string, label: string, body: { confirmLead: true } | { outcomeReturned: true }): IncidentAction => ({
    name, label, primary: true, needs: null, toCall: () => ({ to: 'incident', body: { version, ...body } }),
  });
  const leadCode = incident.lead.ward === null ? [] : [incident.lead.ward.code];
  return [
    ...(permissions.confirmLead ? [simple('confirm', action.confirmLead, { confirmLead: true })] : []),
    ...(permissions.returnOutcome ? [simple('return', action.returnOutcome, { outcomeReturned: true })] : []),
    ...(permissions.changeStatus ? listStatusActions(answer, texts) : []),
    ...(permissions.askAssist ? [{
      name: 'ask', label: action.ask, primary: false, needs: { ward: listWardChoices(answer, everyWard, listNotAskable(answer)), text: optionalNote(texts) },
      toCall: ({ ward, text }: ActionValues): CoordinationCall => ({ to: 'assists', body: { action: 'ask', ward, version, ...noteOf(text) } }),
    }] : []),
    ...(permissions.offerHandOver ? [{
      name: 'offer', label: action.offer, primary: false, needs: { ward: listWardChoices(answer, everyWard, leadCode), text: needReason(texts) },
      toCall: ({ ward, text }: ActionValues): CoordinationCall => ({ to: 'hand-overs', body: { action: 'offer', ward, version, note: text.trim() } }),
    }] : []),
    ...(permissions.decideLead ? listDecisionActions(answer, everyWard, texts) : []),
    ...(permissions.setDeadlines ? [{
      name: 'deadlines', label: action.deadlines, primary: false, needs: { instants: ['confirmDue', 'resolveDue'] as const },
      toCall: ({ confirmDue, resolveDue }: ActionValues): CoordinationCall => ({
        to: 'incident',
        body: { version, deadlines: { ...(confirmDue === null ? {} : { confirm_lead: confirmDue }), ...(resolveDue === null ? {} : { resolve: resolveDue }) } },
      }),
    }] : []),
    ...(permissions.addDetection === 'no' ? [] : [{
      name: 'detection', label: action.detection, primary: false, needs: { ward: listDetectionWards(answer, everyWard), instants: ['detectedAt'] as const },
      toCall: ({ ward, detectedAt }: ActionValues): CoordinationCall => ({ to: 'detections', body: { detectedBy: ward, detectedAt: detectedAt ?? incident.occurredAt } }),
    }]),
  ];
}

/** What the reader may do about one ward's assistance. */
export function listAssistActions({ permissions }: IncidentAnswer, { ward, status, version }: Assist, texts: Texts): IncidentAction[] {
  const { action, field } = texts;
  const speaks = permissions.speaksFor.includes(ward.code);
  const answerWith = (verb: 'accept' | 'decline' | 'finish' | 'cancel', label: string, primary: boolean, needs: ActionNeeds | null): IncidentAction => ({
    name: `${verb}-${ward.code}`, label, primary, needs, toCall: ({ text }) => ({ to: 'assists', body: { action: verb, ward: ward.code, version, ...noteOf(text) } }),
  });
  return [
    ...(speaks && status === 'asked' ? [answerWith('accept', action.accept, true, null), answerWith('decline', action.decline, false, { text: { label: field.declineReason, missing: field.needText } })] : []),
    ...(speaks && status === 'accepted' ? [answerWith('finish', action.finish, true, { text: optionalNote(texts) })] : []),
    ...(permissions.askAssist && (status === 'asked' || status === 'accepted') ? [answerWith('cancel', action.cancel, false, null)] : []),
  ];
}

/** What the reader may do about an open offer to hand the incident over. */
export function listHandOverActions({ permissions }: IncidentAnswer, { from, to, status, version }: HandOver, texts: Texts): IncidentAction[] {
  if (status !== 'offered') return [];
  const { action, field } = texts;
  const answerWith = (verb: 'accept' | 'decline' | 'withdraw', label: string, primary: boolean, needs: ActionNeeds | null): IncidentAction => ({
    name: `hand-over-${verb}`, label, primary, needs, toCall: ({ text }) => ({ to: 'hand-overs', body: { action: verb, version, ...noteOf(text) } }),
  });
  const mayWithdraw = permissions.changeStatus || (from !== null && permissions.speaksFor.includes(from.code));
  return [
    ...(permissions.speaksFor.includes(to.code)
      ? [answerWith('accept', action.takeOver, true, null), answerWith('decline', action.refuseOver, false, { text: { label: field.declineReason, missing: field.needText } })] : []),
    ...(mayWithdraw ? [answerWith('withdraw', action.withdrawOver, false, null)] : []),
  ];
}
