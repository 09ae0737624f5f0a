import { OPEN_STAGES, type Dispute, type DisputeRisk, type DisputeRule, type DisputeState } from '../domain/dispute';
import type { Day, Instant } from '../domain/instant';

/** Why a dispute has to be brought before somebody higher up. */
export type EscalationCause = 'overdue' | 'failed_sessions' | 'no_session';

/** How a dispute stands at an instant. */
export interface DisputeClock {
  readonly state: DisputeState;
  /** What made it `must_escalate`, the earliest first; what was answered when it is `escalated`; else empty. */
  readonly causes: readonly { readonly cause: EscalationCause; readonly since: Instant }[];
  /** Time to the end of the last day in milliseconds; negative once overdue. */
  readonly leftMs: number;
}

/** What the clock of a dispute is read from. */
export type ClockedDispute = Pick<Dispute, 'stage' | 'risk' | 'beganAt' | 'dueAt' | 'rule'> & {
  readonly sessions: readonly Pick<Dispute['sessions'][number], 'heldAt' | 'outcome'>[];
  readonly escalations: readonly Pick<Dispute['escalations'][number], 'at' | 'to'>[];
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FAILED: readonly (string | null)[] = ['not_agreed', 'absent'];
const toInstant = (ms: number): Instant => new Date(ms).toISOString() as Instant;

/**
 * How a dispute stands at `nowMs` (milliseconds since 1970); null when it is not open.
 *
 * A cause counts from when it arose: the end of the last day, the session that failed once too often, so many hours at high
 * risk without a session. An escalation answers the causes up to its instant; a later cause needs another one, unless it went
 * to the commander already, above whom there is nobody. What happened before it was opened again does not count.
 *
 * Limits: at exactly the share of the time that warns it is due soon; the last day is in time to its end.
 */
export function readDisputeClock(dispute: ClockedDispute, nowMs: number): DisputeClock | null {
  if (!OPEN_STAGES.includes(dispute.stage)) return null;
  const [beganMs, dueMs] = [Date.parse(dispute.beganAt), Date.parse(dispute.dueAt)];
  const leftMs = dueMs - nowMs;
  const causes = listCauses(dispute, nowMs);
  const made = dispute.escalations.filter(({ at }) => Date.parse(at) >= beganMs);
  const lastMs = Math.max(-Infinity, ...made.map(({ at }) => Date.parse(at)));
  const isAtTop = made.some(({ to }) => to === 'commander');
  const open = causes.filter(({ since }) => !isAtTop && Date.parse(since) > lastMs);
  if (open.length > 0) return { state: 'must_escalate', causes: open, leftMs };
  if (made.length > 0) return { state: 'escalated', causes, leftMs };
  return { state: leftMs <= dispute.rule.warnShare * (dueMs - beganMs) ? 'due_soon' : 'fresh', causes: [], leftMs };
}

function listCauses({ risk, beganAt, dueAt, rule, sessions }: ClockedDispute, nowMs: number): DisputeClock['causes'] {
  const beganMs = Date.parse(beganAt);
  const held = sessions.flatMap(({ heldAt, outcome }) => (heldAt === null || Date.parse(heldAt) < beganMs ? [] : [{ heldMs: Date.parse(heldAt), outcome }]))
    .sort((a, b) => a.heldMs - b.heldMs);
  const failed = held.filter(({ outcome }) => FAILED.includes(outcome)).at(rule.failedSessions - 1);
  const waitedMs = beganMs + rule.highRiskSessionHours * HOUR_MS;
  const causes: { cause: EscalationCause; since: Instant }[] = [
    ...(nowMs >= Date.parse(dueAt) ? [{ cause: 'overdue' as const, since: dueAt }] : []),
    ...(failed === undefined ? [] : [{ cause: 'failed_sessions' as const, since: toInstant(failed.heldMs) }]),
    ...(risk === 'high' && held.length === 0 && nowMs >= waitedMs ? [{ cause: 'no_session' as const, since: toInstant(waitedMs) }] : []),
  ];
  return causes.sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
}

const addDays = (day: Day, count: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10) as Day;

/** Last day in time of a dispute whose clock begins on a day. */
export function dueDayOf(begins: Day, risk: DisputeRisk, rule: DisputeRule): Day {
  return addDays(begins, rule.days[risk]);
}

/**
 * Last day after the risk of a dispute was set anew on a day: counted from that day when that is sooner, never later than it
 * was. Only an extension gives more time.
 */
export function dueDayAfter(present: Day, today: Day, risk: DisputeRisk, rule: DisputeRule): Day {
  const counted = dueDayOf(today, risk, rule);
  return counted < present ? counted : present;
}
