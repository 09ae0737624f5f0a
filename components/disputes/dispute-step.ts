import { DISPUTE_RISKS, ESCALATION_TARGETS, HAND_OVER_TARGETS, SESSION_OUTCOMES, type Dispute, type DisputeAction, type DisputePage } from '@/lib/domain/dispute';
import type { Day } from '@/lib/domain/instant';
import { parseLocalInput } from '@/lib/format/format-instant';
import type { Messages } from '@/lib/messages/messages';

/** A step that a form asks for; `hold` with the number of a planned session, or without. */
export type StepKind = 'plan' | 'hold' | 'escalate' | 'settle' | 'hand_over' | 'reopen' | 'extend' | 'risk' | 'note' | 'follow_up' | 'withdraw';
export interface StepWanted {
  readonly kind: StepKind;
  readonly session?: number;
}

/** What was typed so far. */
export interface StepDraft {
  /** `YYYY-MM-DDTHH:mm` in Viet Nam's time. */
  readonly moment: string;
  readonly team: string;
  readonly choice: string;
  readonly day: Day | null;
  readonly followUp: Day | null;
  readonly text: string;
}

/** What a step asks for. */
export interface StepNeeds {
  readonly moment: boolean;
  readonly team: boolean;
  readonly choices: readonly string[] | null;
  readonly day: boolean;
  readonly followUp: boolean;
  readonly text: 'needed' | 'optional' | null;
}

const NOTHING: StepNeeds = { moment: false, team: false, choices: null, day: false, followUp: false, text: null };

/** The fields of a step's form. */
export function needsOf({ kind, session }: StepWanted): StepNeeds {
  switch (kind) {
    case 'plan': return { ...NOTHING, moment: true, team: true };
    case 'hold': return { ...NOTHING, moment: true, team: session === undefined, choices: SESSION_OUTCOMES, text: 'optional' };
    case 'escalate': return { ...NOTHING, choices: ESCALATION_TARGETS, text: 'needed' };
    case 'settle': return { ...NOTHING, day: true, followUp: true, text: 'needed' };
    case 'hand_over': return { ...NOTHING, choices: HAND_OVER_TARGETS, text: 'needed' };
    case 'extend': return { ...NOTHING, day: true, text: 'needed' };
    case 'risk': return { ...NOTHING, choices: DISPUTE_RISKS, text: 'optional' };
    case 'follow_up': return { ...NOTHING, followUp: true };
    case 'note': case 'withdraw': case 'reopen': return { ...NOTHING, text: 'needed' };
  }
}

/** What each choice of a step is called. */
export function nameChoices(kind: StepKind, { outcomes, escalateTo, targets, risks }: Messages['disputes']): Readonly<Record<string, string>> {
  return kind === 'hold' ? outcomes : kind === 'escalate' ? escalateTo : kind === 'hand_over' ? targets : kind === 'risk' ? risks : {};
}

export type StepFault = 'moment' | 'team' | 'choice' | 'day' | 'text';

/** What a draft lacks. */
export function listStepFaults(wanted: StepWanted, { moment, team, choice, day, text, followUp }: StepDraft): ReadonlySet<StepFault> {
  const needs = needsOf(wanted);
  return new Set<StepFault>([
    ...(needs.moment && parseLocalInput(moment) === null ? ['moment' as const] : []),
    ...(needs.team && team.trim() === '' ? ['team' as const] : []),
    ...(needs.choices !== null && !needs.choices.includes(choice) ? ['choice' as const] : []),
    ...((needs.day && day === null) || (wanted.kind === 'follow_up' && followUp === null) ? ['day' as const] : []),
    ...(needs.text === 'needed' && text.trim() === '' ? ['text' as const] : []),
  ]);
}

/** A request that takes a step. */
export interface StepRequest {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The request of a draft without faults. */
export function toStepRequest({ kind, session }: StepWanted, draft: StepDraft, { id, version }: Pick<Dispute, 'id' | 'version'>, requestId: string): StepRequest {
  const [text, team, at] = [draft.text.trim(), draft.team.trim(), parseLocalInput(draft.moment)];
  const post = (name: string, body: object): StepRequest => ({ method: 'POST', path: `/api/disputes/${id}/${name}`, body: { version, requestId, ...body } });
  const patch = (body: object): StepRequest => ({ method: 'PATCH', path: `/api/disputes/${id}`, body: { version, requestId, ...body } });
  const note = text === '' ? {} : { note: text };
  switch (kind) {
    case 'plan': return post('sessions', { action: 'plan', plannedAt: at, team });
    case 'hold': return post('sessions', { action: 'hold', heldAt: at, outcome: draft.choice, ...(session === undefined ? { team } : { number: session }), ...(text === '' ? {} : { nextStep: text }) });
    case 'escalate': return post('escalations', { to: draft.choice, reason: text });
    case 'settle': return post('settle', { settledOn: draft.day, outcome: text, ...(draft.followUp === null ? {} : { followUpDay: draft.followUp }) });
    case 'hand_over': return post('hand-over', { to: draft.choice, reason: text });
    case 'reopen': return post('reopen', { reason: text });
    case 'extend': return post('extend', { dueDay: draft.day, reason: text });
    case 'risk': return patch({ risk: draft.choice, ...note });
    case 'note': return patch(note);
    case 'follow_up': return patch({ followUpDay: draft.followUp });
    case 'withdraw': return patch({ withdraw: { reason: text } });
  }
}

const STEPS: readonly (readonly [StepKind, DisputeAction])[] = [
  ['plan', 'session'], ['hold', 'session'], ['escalate', 'escalate'], ['settle', 'settle'], ['hand_over', 'hand_over'], ['extend', 'extend'], ['risk', 'change'], ['note', 'change'], ['withdraw', 'withdraw'], ['reopen', 'reopen'],
];

/** The steps that a reader can take with a dispute now, in the order of their buttons. */
export function listSteps({ permissions, dispute: { stage } }: Pick<DisputePage, 'permissions' | 'dispute'>): readonly StepKind[] {
  const settled = stage === 'settled';
  return STEPS.flatMap(([kind, action]): StepKind[] => (!permissions[action] || (settled && kind === 'risk') ? [] : settled && kind === 'note' ? ['note', 'follow_up'] : [kind]));
}
