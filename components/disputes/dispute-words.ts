import { DISPUTE_STATES, type Dispute, type DisputeHistoryEntry, type DisputeRisk, type DisputeStage, type DisputeState } from '@/lib/domain/dispute';
import { formatDay, formatDuration } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import type { Language } from '@/lib/format/language';
import type { Messages } from '@/lib/messages/messages';
import { readDisputeClock, type DisputeClock } from '@/lib/rules/dispute-clock';

/** `hàng xóm × 2, chủ nhà` – roles and how many of each. */
export function describeParties(parties: Dispute['parties'], language: Language, { disputes }: Messages): string {
  return parties.map(({ role, count }) => (count === 1 ? disputes.parties[role] : `${disputes.parties[role]} × ${formatCount(count, language)}`)).join(', ');
}

/** A clock in words: the state, why, and how much time is left or how late it is. */
export function describeClock({ state, causes, leftMs }: DisputeClock, language: Language, { disputes }: Messages): string {
  const { clock, states, causes: names } = disputes;
  const why = state === 'must_escalate' ? `: ${causes.map(({ cause }) => names[cause]).join(', ')}` : '';
  const time = formatDuration(Math.abs(leftMs), language);
  return `${states[state]}${why} · ${leftMs > 0 ? clock.left(time) : clock.late(time)}`;
}

/** A dispute with its clock as it stands now; null once it has ended. */
export interface ClockedCard {
  readonly dispute: Dispute;
  readonly clock: DisputeClock | null;
}

const placeOf = (state: DisputeState | undefined): number => (state === undefined ? DISPUTE_STATES.length : DISPUTE_STATES.indexOf(state));

/** The cards of one stage: what must be escalated first, then what is due soon; within a state the oldest first. Ended ones: the latest end first. */
export function listCards(disputes: readonly Dispute[], stage: DisputeStage, nowMs: number): ClockedCard[] {
  return disputes.filter((one) => one.stage === stage).map((dispute) => ({ dispute, clock: readDisputeClock(dispute, nowMs) }))
    .sort((a, b) => placeOf(a.clock?.state) - placeOf(b.clock?.state)
      || (b.dispute.endedOn ?? '').localeCompare(a.dispute.endedOn ?? '') || Date.parse(a.dispute.receivedAt) - Date.parse(b.dispute.receivedAt));
}

const part = (facts: unknown, name: string): string | null => {
  const value = typeof facts === 'object' && facts !== null ? (facts as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : null;
};

/** What an entry of the history changed, in words: stage, last day, risk, outcome of a session, to whom. */
export function describeChanges({ kind, before, after }: DisputeHistoryEntry, { disputes }: Messages): string[] {
  const { history, stages, risks, outcomes, escalateTo, targets } = disputes;
  const named = (names: Readonly<Record<string, string>>, key: string | null): string | null => (key === null ? null : (names[key] ?? null));
  const moved = (name: string, say: (before: string, after: string) => string, word: (value: string) => string | null): string | null => {
    const [from, to] = [part(before, name), part(after, name)];
    const [was, is] = [from === null ? null : word(from), to === null ? null : word(to)];
    return was === null || is === null ? null : say(was, is);
  };
  return [
    moved('stage', history.stage, (value) => stages[value as DisputeStage]),
    kind === 'received' ? null : moved('due_day', history.due, formatDay),
    moved('risk', history.risk, (value) => risks[value as DisputeRisk]),
    kind === 'session_held' ? named(outcomes, part(after, 'outcome')) : null,
    kind === 'escalated' ? named(escalateTo, part(after, 'raised_to')) : null,
    kind === 'handed_over' ? named(targets, part(after, 'handed_over_to')) : null,
    kind === 'refused' ? part(after, 'action') : null,
  ].filter((text) => text !== null);
}
