import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ClaimedRun } from '../../db/analysis-work';
import { RunControl } from './run-control';
import type { ThreadAnswer, ThreadTask } from './thread';

/** How long, in milliseconds, a thread that was asked to stop may go on before it is ended. */
const STOP_PATIENCE_MS = 3_000;
/** Memory of a thread for objects, in MiB; numbers in typed arrays come on top. */
const HEAP_MIB = 2_048;

/** A computation under way. */
export interface Computation {
  /** How far it is, 0 to 1. */
  readonly progress: () => number;
  /** Asks it to stop; ends its thread when it does not. */
  readonly stop: () => void;
  readonly answer: Promise<ThreadAnswer>;
}

/** Whatever computes runs, one at a time. */
export interface Computer {
  compute(run: ClaimedRun): Computation;
  close(): Promise<void>;
}

/** A thread of this process that computes runs; kept warm between them, replaced when it was ended or died. */
export class ThreadComputer implements Computer {
  readonly #folders: { readonly root: string; readonly dataFolder: string };
  #thread: Worker | null = null;
  #isClosed = false;

  /** `warmAfterMs`: when its thread is started, unless a run needs it sooner. */
  constructor(root: string, dataFolder: string, warmAfterMs: number) {
    this.#folders = { root, dataFolder };
    setTimeout(() => { if (this.#thread === null && !this.#isClosed) this.#open(); }, warmAfterMs).unref();
  }

  #open(): Worker {
    const thread = new Worker(join(import.meta.dirname, 'thread.mjs'), { workerData: this.#folders, resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } });
    // Also an error while nothing is computed must not end the process.
    thread.on('error', (error) => { console.error('a computing thread broke:', error instanceof Error ? error.message : error); });
    thread.once('exit', () => { if (this.#thread === thread) this.#thread = null; });
    this.#thread = thread;
    return thread;
  }

  compute(run: ClaimedRun): Computation {
    const thread = this.#thread ?? this.#open();
    const control = new RunControl();
    let isStopped = false;
    let patience: NodeJS.Timeout | undefined;
    const answer = new Promise<ThreadAnswer>((resolve) => {
      const onMessage = (answered: ThreadAnswer): void => { settle(answered); };
      const onError = (error: unknown): void => {
        const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle({ kind: 'failed', failure: isMemory ? 'too_large' : 'crashed', detail: error instanceof Error ? error.message : String(error) });
      };
      const onExit = (): void => { settle(isStopped ? { kind: 'stopped' } : { kind: 'failed', failure: 'crashed', detail: 'the computing thread ended' }); };
      const settle = (answered: ThreadAnswer): void => {
        clearTimeout(patience);
        thread.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(answered);
      };
      thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
    thread.postMessage({ run, control: control.buffer } satisfies ThreadTask);
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
