import { ASSIST_STATUSES, type AssistStatus } from '../domain/coordination';
import { INCIDENT_STATUSES, type IncidentStatus } from '../domain/incident';
import type { ClockStep } from '../domain/regulation';
import { ROLES } from '../domain/role';
import { formatInstant } from '../format/format-instant';
import type { Messages } from './messages';

/** What a history entry is told from. */
export interface HistoryFacts {
  readonly actorRole: string | null;
  readonly actorUnit: string | null;
  readonly kind: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A history entry as people read it. */
export interface HistoryLine {
  /** What happened. */
  readonly text: string;
  /** What changed by it, each as before → after. */
  readonly changes: readonly string[];
  /** Unit and role of who did it. */
  readonly who: string;
  /** An attempt that was refused: shown, but not as an event. */
  readonly quiet: boolean;
}

/** Names in the reader's language: a ward by its code, a unit by its id. */
export interface HistoryNames {
  readonly ward: (code: string) => string;
  readonly unit: (unitId: string) => string;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {});

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The ward an entry is about: of its assist, hand-over or detection, else the lead it made. */
function wardOf(fields: Fields): string | null {
  for (const part of ['assist', 'handOver', 'detection']) {
    const code = textOf(fieldsOf(fields[part]).ward);
    if (code !== null) return code;
  }
  return textOf(fields.lead_code);
}

const statusOf = (fields: Fields): IncidentStatus | undefined => INCIDENT_STATUSES.find((status) => status === fields.status);

const WARD_KINDS = [
  'assist_asked', 'assist_accepted', 'assist_declined', 'assist_finished', 'assist_cancelled', 'hand_over_offered', 'hand_over_accepted', 'hand_over_declined',
  'hand_over_withdrawn', 'decision',
] as const;
const PLAIN_KINDS = ['reported', 'imported', 'lead_confirmed', 'decision_withdrawn', 'status', 'outcome', 'outcome_returned', 'deadlines'] as const;

function detectedText(after: Fields, names: HistoryNames, { history, unnamed }: Messages['coordination']): string {
  const code = wardOf(after);
  const ward = code === null ? unnamed : names.ward(code);
  const at = textOf(fieldsOf(after.detection).at);
  return at === null || Number.isNaN(Date.parse(at)) ? history.detected(ward) : history.detectedAt(ward, formatInstant(at));
}

function refusedText(after: Fields, { history, refusedAction }: Messages['coordination']): string {
  const action = textOf(after.action);
  const known = Object.entries(refusedAction).find(([name]) => name === action)?.[1];
  return known === undefined ? history.refusedPlain : history.refused(known);
}

function textFor({ kind, before, after }: HistoryFacts, names: HistoryNames, coordination: Messages['coordination']): string {
  const { history, unnamed } = coordination;
  const now = fieldsOf(after);
  const plain = PLAIN_KINDS.find((one) => one === kind);
  if (plain !== undefined) return history[plain];
  const withWard = WARD_KINDS.find((one) => one === kind);
  if (withWard !== undefined) {
    const code = wardOf(now) ?? wardOf(fieldsOf(before));
    return history[withWard](code === null ? unnamed : names.ward(code));
  }
  if (kind === 'detected') return detectedText(now, names, coordination);
  return kind === 'refused' ? refusedText(now, coordination) : history.other;
}

function leadChange(before: Fields, after: Fields, names: HistoryNames, { history }: Messages['coordination']): string[] {
  if (!('lead_code' in before) || !('lead_code' in after) || before.lead_code === after.lead_code) return [];
  const nameOf = (code: unknown): string => (typeof code === 'string' ? names.ward(code) : history.nobody);
  return [history.change(history.lead, nameOf(before.lead_code), nameOf(after.lead_code))];
}

function statusChange(before: Fields, after: Fields, { coordination, status }: Messages): string[] {
  const [from, to] = [statusOf(before), statusOf(after)];
  return from === undefined || to === undefined || from === to ? [] : [coordination.history.change(coordination.history.statusWord, status[from], status[to])];
}

/** Wards with the state of their assistance, as an entry lists them. */
function assistsOf(fields: Fields): ReadonlyMap<string, AssistStatus> {
  const listed = Array.isArray(fields.assists) ? fields.assists.map(fieldsOf) : [];
  return new Map(listed.flatMap(({ ward, status }) => {
    const known = ASSIST_STATUSES.find((one) => one === status);
    return typeof ward === 'string' && known !== undefined ? [[ward, known] as const] : [];
  }));
}

function assistChanges(before: Fields, after: Fields, names: HistoryNames, { history, assist }: Messages['coordination']): string[] {
  const earlier = assistsOf(before);
  return [...assistsOf(after)].flatMap(([ward, status]) => {
    const was = earlier.get(ward);
    return was === status ? [] : [history.change(names.ward(ward), was === undefined ? history.nothing : assist.status[was], assist.status[status])];
  });
}

/** Deadlines as the columns of an incident name them. */
const DUE_COLUMNS = [['confirm_lead', 'confirm_due_at'], ['resolve', 'resolve_due_at']] as const satisfies readonly (readonly [ClockStep, string])[];

function dueChanges(after: Fields, { history, clock }: Messages['coordination']): string[] {
  return DUE_COLUMNS.flatMap(([step, column]) => {
    const value = after[column];
    if (value === null) return [history.dueCleared(clock[step])];
    return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? [history.dueTo(clock[step], formatInstant(value))] : [];
  });
}

function whoFor({ actorRole, actorUnit }: HistoryFacts, names: HistoryNames, { role, coordination }: Messages): string {
  const known = ROLES.find((one) => one === actorRole);
  const parts = [actorUnit === null ? null : names.unit(actorUnit), known === undefined ? null : role[known]].filter((part) => part !== null);
  return parts.length === 0 ? coordination.history.unknownActor : parts.join(' · ');
}

/**
 * A history entry as a sentence with what it changed and who did it.
 *
 * Limits: a kind this version does not know is told as an update; a field that is absent or of another type is left out.
 */
export function formatHistoryEntry(entry: HistoryFacts, names: HistoryNames, messages: Messages): HistoryLine {
  const before = fieldsOf(entry.before);
  const after = fieldsOf(entry.after);
  const { coordination } = messages;
  const changes = [
    ...leadChange(before, after, names, coordination),
    ...statusChange(before, after, messages),
    ...assistChanges(before, after, names, coordination),
    ...(entry.kind === 'deadlines' ? dueChanges(after, coordination) : []),
  ];
  return { text: textFor(entry, names, coordination), changes, who: whoFor(entry, names, messages), quiet: entry.kind === 'refused' };
}
