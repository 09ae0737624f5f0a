import { Worker } from 'node:worker_threads';
import { RunControl } from './run-control';

/** How long, in milliseconds, a thread that was asked to stop may go on before it is ended. */
const STOP_PATIENCE_MS = 3_000;
/** Memory of a thread for objects, in MiB; numbers in typed arrays come on top. */
const HEAP_MIB = 2_048;

/** The computation ended before its end. */
export interface Stopped { readonly kind: 'stopped' }
/** The database did not answer: the job is to be taken up again later. */
export interface Left { readonly kind: 'left'; readonly detail: string }
/** The thread itself broke. */
export interface Broken { readonly kind: 'failed'; readonly failure: 'too_large' | 'crashed'; readonly detail: string | null }

/** A computation under way. */
export interface Computation<A> {
  /** How far it is, 0 to 1. */
  readonly progress: () => number;
  /** Asks it to stop; ends its thread when it does not. */
  readonly stop: () => void;
  readonly answer: Promise<A | Stopped | Left>;
}

/** Whatever does jobs, one at a time. */
export interface Computer<J, A> {
  compute(job: J): Computation<A>;
  close(): Promise<void>;
}

/** What a thread is sent, one job at a time. */
export interface ThreadTask<J> {
  readonly job: J;
  readonly control: SharedArrayBuffer;
}

/** Where a thread begins, and what it is told at its begin. */
export interface ThreadParts {
  /** A file of JavaScript. */
  readonly file: string;
  readonly root: string;
  readonly dataFolder: string;
  /** When it is started, in milliseconds from now, unless a job needs it sooner; null = when a job needs it. */
  readonly warmAfterMs: number | null;
}

/** A thread of this process that does jobs; kept warm between them, replaced when it was ended or died. */
export class ThreadComputer<J, A extends { readonly kind: string }> implements Computer<J, A | Broken> {
  readonly #parts: ThreadParts;
  #thread: Worker | null = null;
  #isClosed = false;

  constructor(parts: ThreadParts) {
    this.#parts = parts;
    if (parts.warmAfterMs !== null) setTimeout(() => { if (this.#thread === null && !this.#isClosed) this.#open(); }, parts.warmAfterMs).unref();
  }

  #open(): Worker {
    const { file, root, dataFolder } = this.#parts;
    const thread = new Worker(file, { workerData: { root, dataFolder }, resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } });
    // Also an error while nothing is computed must not end the process.
    thread.on('error', (error) => { console.error('a computing thread broke:', error instanceof Error ? error.message : error); });
    thread.once('exit', () => { if (this.#thread === thread) this.#thread = null; });
    this.#thread = thread;
    return thread;
  }

  compute(job: J): Computation<A | Broken> {
    const thread = this.#thread ?? this.#open();
    const control = new RunControl();
    let isStopped = false;
    let patience: NodeJS.Timeout | undefined;
    const answer = new Promise<A | Broken | Stopped | Left>((resolve) => {
      const onMessage = (answered: A | Stopped | Left): void => { settle(answered); };
      const onError = (error: unknown): void => {
        const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle({ kind: 'failed', failure: isMemory ? 'too_large' : 'crashed', detail: error instanceof Error ? error.message : String(error) });
      };
      const onExit = (): void => { settle(isStopped ? { kind: 'stopped' } : { kind: 'failed', failure: 'crashed', detail: 'the computing thread ended' }); };
      const settle = (answered: A | Broken | Stopped | Left): void => {
        clearTimeout(patience);
        thread.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(answered);
      };
      thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
    thread.postMessage({ job, control: control.buffer } satisfies ThreadTask<J>);
    const stop = (): void => {
      if (isStopped) return;
      isStopped = true;
      control.stop();
      patience = setTimeout(() => { this.#replace(thread); }, STOP_PATIENCE_MS);
      void answer.then(() => { clearTimeout(patience); });
    };
    return { progress: () => control.progress, stop, answer };
  }

  #replace(thread: Worker): void {
    if (this.#thread === thread) this.#thread = null;
    void thread.terminate();
    if (!this.#isClosed && this.#thread === null) this.#open();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }
}
