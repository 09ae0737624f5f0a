import { randomUUID } from 'node:crypto';
import { beatRun, claimRun, endRun, finishRun, type ClaimedRun } from '../../db/analysis-work';
import type { DatabaseClient } from '../../db/clients';
import { toRunEnd } from './compute-run';
import type { Computation, Computer } from './computer';
import type { ThreadAnswer } from './thread';

/** Times of a lane, in milliseconds; a test makes them short. */
export interface LaneTimes {
  /** Between two looks into the queue while it is empty; a notification comes sooner. */
  readonly idleMs: number;
  /** Between two signs of life of a run. */
  readonly beatMs: number;
  /** Longest that a run may take. */
  readonly limitMs: number;
}

/** Times of the product: a run begins within a second also where nothing notifies, and may take ten minutes. */
export const LANE_TIMES: LaneTimes = { idleMs: 1_000, beatMs: 500, limitMs: 10 * 60_000 };

/** What a lane is made of. */
export interface LaneParts {
  readonly service: DatabaseClient;
  readonly computer: Computer;
  /** Runs of one account at a time, over all lanes. */
  readonly mostPerAuthor: number;
  readonly times: LaneTimes;
  readonly onFailure: (error: unknown) => void;
}

type Ending = 'cancel' | 'lost' | 'too_long' | 'release';

/** A run that a lane computes, and why it is to end early. */
interface Underway { readonly computation: Computation; ending: Ending | null }

/** Takes one run after the other from the queue, has it computed and writes what came of it, until it is ended. */
export class WorkLane {
  readonly #parts: LaneParts;
  readonly #finished: Promise<void>;
  #wake: () => void = () => undefined;
  #isWoken = false;
  #isEnded = false;
  #current: Underway | null = null;

  constructor(parts: LaneParts) {
    this.#parts = parts;
    this.#finished = this.#run();
  }

  /** Something may be in the queue. */
  wake(): void {
    this.#isWoken = true;
    this.#wake();
  }

  /** Gives back what it computes, and ends. */
  async end(): Promise<void> {
    this.#isEnded = true;
    if (this.#current !== null) {
      this.#current.ending ??= 'release';
      this.#current.computation.stop();
    }
    this.wake();
    await this.#finished;
    await this.#parts.computer.close();
  }

  async #run(): Promise<void> {
    while (!this.#isEnded) {
      this.#isWoken = false;
      const run = await claimRun(this.#parts.service, randomUUID(), this.#parts.mostPerAuthor).catch((error: unknown) => {
        this.#parts.onFailure(error);
        return null;
      });
      if (run === null) await this.#pause();
      else await this.#compute(run).catch(this.#parts.onFailure);
    }
  }

  /** Waits for a call or a while; a call that came since the last look is not missed. */
  #pause(): Promise<void> {
    if (this.#isWoken || this.#isEnded) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#parts.times.idleMs);
      this.#wake = () => { clearTimeout(timer); resolve(); };
    });
  }

  async #compute(run: ClaimedRun): Promise<void> {
    const begunMs = performance.now();
    const computation = this.#parts.computer.compute(run);
    const current: Underway = { computation, ending: this.#isEnded ? 'release' : null };
    this.#current = current;
    if (current.ending !== null) computation.stop();
    let isDone = false;
    const beating = this.#beat(run, begunMs, () => isDone);
    const answer = await computation.answer;
    isDone = true;
    await beating;
    this.#current = null;
    await this.#write(run, answer, current.ending, performance.now() - begunMs);
  }

  /** Signs of life while it computes; stops it when it is not wanted any more or takes too long. */
  async #beat(run: ClaimedRun, begunMs: number, isDone: () => boolean): Promise<void> {
    const { service, times, onFailure } = this.#parts;
    const end = (ending: Ending): void => {
      const current = this.#current;
      if (current === null || current.ending !== null) return;
      current.ending = ending;
      current.computation.stop();
    };
    let lastMs = performance.now();
    while (!isDone()) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(50, times.beatMs)));
      if (isDone() || performance.now() - lastMs < times.beatMs) continue;
      lastMs = performance.now();
      // Where the database is down for a moment, the next beat counts.
      const told = await beatRun(service, run, this.#current?.computation.progress() ?? 0).catch((error: unknown) => { onFailure(error); return 'go' as const; });
      if (told !== 'go') end(told);
      if (lastMs - begunMs > times.limitMs) end('too_long');
    }
  }

  async #write(run: ClaimedRun, answer: ThreadAnswer, ending: Ending | null, elapsedMs: number): Promise<void> {
    const { service, onFailure } = this.#parts;
    if (ending === 'lost') return;
    if (ending === 'release') await endRun(service, run, { state: 'queued' });
    else if (ending === 'cancel') await endRun(service, run, { state: 'cancelled', elapsedMs });
    else if (ending === 'too_long') await endRun(service, run, toRunEnd('too_long', null, elapsedMs));
    // Nobody writes to it any more: after a while of silence it is taken up again.
    else if (answer.kind === 'left') onFailure(new Error(`run ${run.id} was left: ${answer.detail}`));
    else if (answer.kind === 'stopped') await endRun(service, run, toRunEnd('crashed', 'it stopped without being asked to', elapsedMs));
    else if (answer.kind === 'failed') await endRun(service, run, toRunEnd(answer.failure, answer.detail, elapsedMs));
    else if ((await finishRun(service, run, { ...answer, elapsedMs })) === 'gone') await endRun(service, run, { state: 'queued' });
  }
}
