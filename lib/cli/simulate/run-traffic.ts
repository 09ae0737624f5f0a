import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { UsageError } from '../usage-error';
import { drawReport, drawWalkIn, type WalkIn } from './draw-report';
import type { Ground } from './read-ground';
import type { RunningServer } from './running-server';
import type { SeededRandom } from './seeded-random';

/** How much to send, and when to stop. */
export interface TrafficPlan {
  readonly perMinute: number;
  readonly minutes: number | null;
  readonly once: number | null;
  readonly stop: AbortSignal;
}

/** What was sent. `answersMs`: how long each answered report took, in milliseconds. */
export interface TrafficCounts {
  sent: number;
  recorded: number;
  refused: number;
  walkIns: number;
  readonly answersMs: number[];
}

/** Reports on their way at once, at most; more would only wait in the server. */
const MOST_IN_FLIGHT = 32;
/** Reports without an answer in a row after which the server counts as gone. */
const MOST_LOST = 10;

const ward = z.object({ code: z.string(), name: z.string() }).nullable();
const answerSchema = z.object({
  borderZone: z.boolean(),
  ownership: z.object({ owner: ward }),
  lead: z.object({ ward, reason: z.string(), assists: z.array(z.unknown()) }),
});

/** Sends drawn reports through the public API until the plan is done or stopped; walks over borders go on with the next report. */
export async function runTraffic(server: RunningServer, ground: Ground, random: SeededRandom, plan: TrafficPlan, tell: (line: string) => void): Promise<TrafficCounts> {
  const traffic = new Traffic(server, ground, random, tell);
  const startMs = performance.now();
  const intervalMs = 60_000 / plan.perMinute;
  for (let number = 0; !plan.stop.aborted && (plan.once === null || number < plan.once); number++) {
    const sinceStartMs = number * intervalMs;
    if (plan.once === null && plan.minutes !== null && sinceStartMs >= plan.minutes * 60_000) break;
    if (plan.once === null) await waitUntil(startMs + sinceStartMs, plan.stop);
    if (plan.stop.aborted) break;
    await traffic.sendNext(plan.once === null ? MOST_IN_FLIGHT : 1);
  }
  await traffic.settle();
  return traffic.counts;
}

async function waitUntil(dueMs: number, stop: AbortSignal): Promise<void> {
  const leftMs = dueMs - performance.now();
  if (leftMs > 0) await pause(leftMs, undefined, { signal: stop }).catch(() => undefined);
}

class Traffic {
  readonly counts: TrafficCounts = { sent: 0, recorded: 0, refused: 0, walkIns: 0, answersMs: [] };
  readonly #walkIns: { readonly walkIn: WalkIn; readonly ownerCode: string | null }[] = [];
  readonly #inFlight = new Set<Promise<void>>();
  #lostInARow = 0;
  #gone: UsageError | null = null;

  constructor(readonly server: RunningServer, readonly ground: Ground, readonly random: SeededRandom, readonly tell: (line: string) => void) {}

  /** Sends the next report once fewer than `most` are on their way. */
  async sendNext(most: number): Promise<void> {
    while (this.#inFlight.size >= most) await Promise.race(this.#inFlight);
    if (this.#gone !== null) throw this.#gone;
    const sending = this.#send().finally(() => this.#inFlight.delete(sending));
    this.#inFlight.add(sending);
    if (most === 1) await sending;
  }

  async settle(): Promise<void> {
    await Promise.all(this.#inFlight);
  }

  async #send(): Promise<void> {
    const nowMs = Date.now();
    const waiting = this.#walkIns.shift();
    const { report, walkIn } = waiting === undefined ? drawReport(this.random, this.ground, nowMs)
      : { report: drawWalkIn(this.random, this.ground, waiting.walkIn, waiting.ownerCode, nowMs), walkIn: null };
    if (waiting !== undefined) this.counts.walkIns++;
    this.counts.sent++;
    const startMs = performance.now();
    try {
      const { status, body } = await this.server.report({ id: randomUUID(), ...report });
      this.#lostInARow = 0;
      this.#take(report.category, waiting !== undefined, walkIn, { status, body, elapsedMs: performance.now() - startMs });
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.counts.refused++;
      this.#lostInARow++;
      if (this.#lostInARow >= MOST_LOST) this.#gone = error;
    }
  }

  #take(category: string, isWalkIn: boolean, walkIn: WalkIn | null, answer: { readonly status: number; readonly body: unknown; readonly elapsedMs: number }): void {
    this.counts.answersMs.push(answer.elapsedMs);
    const incident = answerSchema.safeParse(answer.body);
    if (answer.status >= 300 || !incident.success) {
      this.counts.refused++;
      this.tell(`refused ${String(answer.status)} ${category}: ${detailOf(answer.body)}`);
      return;
    }
    this.counts.recorded++;
    const { ownership: { owner }, lead, borderZone } = incident.data;
    if (walkIn !== null) this.#walkIns.push({ walkIn, ownerCode: owner?.code ?? null });
    this.tell([
      isWalkIn ? '  ↪ over the border:' : category.padEnd(18), isWalkIn ? category : '', owner?.name ?? 'outside', borderZone ? '(border zone)' : '',
      `→ ${lead.ward?.name ?? 'nobody'} leads, ${lead.reason}, ${String(lead.assists.length)} assist`, `${answer.elapsedMs.toFixed(0)} ms`,
    ].filter((part) => part !== '').join(' '));
  }
}

function detailOf(body: unknown): string {
  const parsed = z.object({ detail: z.string() }).safeParse(body);
  return parsed.success ? parsed.data.detail : 'no reason given';
}
