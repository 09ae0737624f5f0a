import type { WardName } from '../domain/boundary';
import type { Assist, ClockReading, HandOver } from '../domain/coordination';
import type { Instant } from '../domain/instant';
import type { ClockStep, Deadlines } from '../domain/regulation';

const MINUTE_MS = 60_000;

/**
 * The instant a step is due, counted from what starts it; null without a deadline.
 *
 * Source: what starts a step: `confirm_lead`, `resolve` the report; `acknowledge_assist` the asking; `hand_over` the offer;
 * `return_outcome` the resolution.
 */
export function dueInstant(step: ClockStep, startedAt: Instant, deadlines: Deadlines): Instant | null {
  const minutes = deadlines[step];
  return minutes === null ? null : (new Date(Date.parse(startedAt) + minutes * MINUTE_MS).toISOString() as Instant);
}

/** Whether an open step is past its deadline at `nowMs` (milliseconds since 1970); the very instant is still in time. */
export function isOverdue({ dueAt, doneAt }: Pick<ClockReading, 'dueAt' | 'doneAt'>, nowMs: number): boolean {
  return doneAt === null && dueAt !== null && nowMs > Date.parse(dueAt);
}

/** Whether a step was taken after its deadline. */
export function wasLate({ dueAt, doneAt }: Pick<ClockReading, 'dueAt' | 'doneAt'>): boolean {
  return doneAt !== null && dueAt !== null && Date.parse(doneAt) > Date.parse(dueAt);
}

/** What the clock of one incident is read from. Due instants set by a commander win over the regulation's. */
export interface ClockFacts {
  readonly reportedAt: Instant;
  readonly lead: WardName | null;
  readonly leadConfirmedAt: Instant | null;
  readonly resolvedAt: Instant | null;
  readonly outcomeReturnedAt: Instant | null;
  /** When it was closed without ever being resolved (a mistake, a duplicate): ends every step; null otherwise. */
  readonly closedAt: Instant | null;
  readonly assists: readonly Pick<Assist, 'ward' | 'status' | 'askedAt' | 'answeredAt' | 'finishedAt' | 'dueAt'>[];
  readonly handOvers: readonly Pick<HandOver, 'to' | 'status' | 'offeredAt' | 'answeredAt' | 'dueAt'>[];
  readonly deadlines: Deadlines;
  readonly setDue: { readonly confirm_lead?: Instant | null; readonly resolve?: Instant | null };
}

/**
 * Every timed step of an incident as it stands, in the order in which the steps began.
 *
 * Limits: without a lead, nobody has to confirm or resolve, so `ward` is null there; a withdrawn hand-over is no step, a
 * cancelled assist one only when it had been answered; the outcome is awaited from the resolution on.
 */
export function listClockReadings(facts: ClockFacts): ClockReading[] {
  const readings = [leadReading(facts), ...assistReadings(facts), ...handOverReadings(facts), resolveReading(facts), ...outcomeReading(facts)];
  return readings.map((one, place) => ({ one, place }))
    .sort((a, b) => Date.parse(a.one.startedAt) - Date.parse(b.one.startedAt) || a.place - b.place)
    .map(({ one }) => one);
}

/** The open steps that are overdue at `nowMs`, the longest overdue first. */
export function listOverdue(readings: readonly ClockReading[], nowMs: number): ClockReading[] {
  return readings.filter((one) => isOverdue(one, nowMs)).sort((a, b) => Date.parse(a.dueAt ?? '') - Date.parse(b.dueAt ?? ''));
}

/** The earliest deadline among the open steps; null when nothing is open or nothing is timed. */
export function findNextDue(readings: readonly ClockReading[]): { readonly step: ClockStep; readonly at: Instant } | null {
  let next: { readonly step: ClockStep; readonly at: Instant } | null = null;
  for (const { step, dueAt, doneAt } of readings) {
    if (doneAt === null && dueAt !== null && (next === null || Date.parse(dueAt) < Date.parse(next.at))) next = { step, at: dueAt };
  }
  return next;
}

/** A resolved or closed incident needs no confirmation any more: the lead has shown that it leads. */
function leadReading({ lead, reportedAt, leadConfirmedAt, resolvedAt, closedAt, deadlines, setDue }: ClockFacts): ClockReading {
  const dueAt = setDue.confirm_lead ?? dueInstant('confirm_lead', reportedAt, deadlines);
  return { step: 'confirm_lead', ward: lead, startedAt: reportedAt, dueAt, doneAt: leadConfirmedAt ?? resolvedAt ?? closedAt };
}

function resolveReading({ lead, reportedAt, resolvedAt, closedAt, deadlines, setDue }: ClockFacts): ClockReading {
  const dueAt = setDue.resolve ?? dueInstant('resolve', reportedAt, deadlines);
  return { step: 'resolve', ward: lead, startedAt: reportedAt, dueAt, doneAt: resolvedAt ?? closedAt };
}

function assistReadings({ assists, resolvedAt, closedAt, deadlines }: ClockFacts): ClockReading[] {
  return assists
    .filter(({ status, answeredAt }) => status !== 'cancelled' || answeredAt !== null)
    .map(({ ward, askedAt, answeredAt, finishedAt, dueAt }): ClockReading => ({
      step: 'acknowledge_assist', ward, startedAt: askedAt,
      dueAt: dueAt ?? dueInstant('acknowledge_assist', askedAt, deadlines),
      doneAt: answeredAt ?? finishedAt ?? resolvedAt ?? closedAt,
    }));
}

function handOverReadings({ handOvers, resolvedAt, closedAt, deadlines }: ClockFacts): ClockReading[] {
  return handOvers
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ to, offeredAt, answeredAt, dueAt }): ClockReading => ({
      step: 'hand_over', ward: to, startedAt: offeredAt,
      dueAt: dueAt ?? dueInstant('hand_over', offeredAt, deadlines),
      doneAt: answeredAt ?? resolvedAt ?? closedAt,
    }));
}

function outcomeReading({ lead, resolvedAt, outcomeReturnedAt, deadlines }: ClockFacts): ClockReading[] {
  if (resolvedAt === null) return [];
  return [{ step: 'return_outcome', ward: lead, startedAt: resolvedAt, dueAt: dueInstant('return_outcome', resolvedAt, deadlines), doneAt: outcomeReturnedAt }];
}
