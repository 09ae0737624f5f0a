import { randomUUID } from 'node:crypto';
import type { Computation, Computer, Left, Stopped } from './computer';

/** Times of a lane, in milliseconds; a test makes them short. */
export interface LaneTimes {
  /** Between two looks into the queue while it is empty; a notification comes sooner. */
  readonly idleMs: number;
  /** Between two signs of life of a job. */
  readonly beatMs: number;
  /** Longest that a job may take. */
  readonly limitMs: number;
}

/** Times of the product: a job begins within a second also where nothing notifies, and may take ten minutes. */
export const LANE_TIMES: LaneTimes = { idleMs: 1_000, beatMs: 500, limitMs: 10 * 60_000 };

/** Something a lane has done; `claim` is the number under which it is held. */
export interface LaneJob {
  readonly id: string;
  readonly claim: string;
}

/** How a job ends without a result; `queued`: it goes back to the queue. */
export type JobEnd =
  | { readonly state: 'failed'; readonly failure: 'too_long' | 'crashed'; readonly detail: string | null; readonly elapsedMs: number }
  | { readonly state: 'cancelled'; readonly elapsedMs: number }
  | { readonly state: 'queued' };

/** Where jobs wait, kept in the database: processes on one database share it. */
export interface JobQueue<J extends LaneJob, A> {
  /** Takes the next job under a claim; null when none waits that may be done now. */
  readonly take: (claim: string) => Promise<J | null>;
  /** Says that a job is being done and how far it is, 0 to 1; learns whether to go on. */
  readonly beat: (job: J, progress: number) => Promise<'go' | 'cancel' | 'lost'>;
  /** Writes what came of it; `gone`: it has to be done anew. */
  readonly finish: (job: J, answer: A, elapsedMs: number) => Promise<'done' | 'gone'>;
  readonly end: (job: J, end: JobEnd) => Promise<unknown>;
}

/** What a lane is made of. */
export interface LaneParts<J extends LaneJob, A> {
  readonly queue: JobQueue<J, A>;
  readonly computer: Computer<J, A>;
  readonly times: LaneTimes;
  readonly onFailure: (error: unknown) => void;
}

type Ending = 'cancel' | 'lost' | 'too_long' | 'release';

/** A job that a lane has done, and why it is to end early. */
interface Underway<A> { readonly computation: Computation<A>; ending: Ending | null }

/** Takes one job after the other from a queue, has it computed and writes what came of it, until it is ended. */
export class WorkLane<J extends LaneJob, A extends { readonly kind: string }> {
  readonly #parts: LaneParts<J, A>;
  readonly #finished: Promise<void>;
  #wake: () => void = () => undefined;
  #isWoken = false;
  #isEnded = false;
  #current: Underway<A> | null = null;

  constructor(parts: LaneParts<J, A>) {
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
      const job = await this.#parts.queue.take(randomUUID()).catch((error: unknown) => {
        this.#parts.onFailure(error);
        return null;
      });
      if (job === null) await this.#pause();
      else await this.#compute(job).catch(this.#parts.onFailure);
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

  async #compute(job: J): Promise<void> {
    const begunMs = performance.now();
    const computation = this.#parts.computer.compute(job);
    const current: Underway<A> = { computation, ending: this.#isEnded ? 'release' : null };
    this.#current = current;
    if (current.ending !== null) computation.stop();
    let isDone = false;
    const beating = this.#beat(job, begunMs, () => isDone);
    const answer = await computation.answer;
    isDone = true;
    await beating;
    this.#current = null;
    await this.#write(job, answer, current.ending, performance.now() - begunMs);
  }

  /** Signs of life while it computes; stops it when it is not wanted any more or takes too long. */
  async #beat(job: J, begunMs: number, isDone: () => boolean): Promise<void> {
    const { queue, times, onFailure } = this.#parts;
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
      const told = await queue.beat(job, this.#current?.computation.progress() ?? 0).catch((error: unknown) => { onFailure(error); return 'go' as const; });
      if (told !== 'go') end(told);
      if (lastMs - begunMs > times.limitMs) end('too_long');
    }
  }

  async #write(job: J, answer: A | Stopped | Left, ending: Ending | null, elapsedMs: number): Promise<void> {
    const { queue, onFailure } = this.#parts;
    const fail = (failure: 'too_long' | 'crashed', detail: string | null): Promise<unknown> => queue.end(job, { state: 'failed', failure, detail, elapsedMs });
    if (ending === 'lost') return;
    if (ending === 'release') await queue.end(job, { state: 'queued' });
    else if (ending === 'cancel') await queue.end(job, { state: 'cancelled', elapsedMs });
    else if (ending === 'too_long') await fail('too_long', null);
    // Nobody writes to it any more: after a while of silence it is taken up again.
    else if (isLeft(answer)) onFailure(new Error(`job ${job.id} was left: ${answer.detail}`));
    else if (isStopped(answer)) await fail('crashed', 'it stopped without being asked to');
    else if ((await queue.finish(job, answer, elapsedMs)) === 'gone') await queue.end(job, { state: 'queued' });
  }
}

const isLeft = (answer: { readonly kind: string }): answer is Left => answer.kind === 'left';
const isStopped = (answer: { readonly kind: string }): answer is Stopped => answer.kind === 'stopped';
