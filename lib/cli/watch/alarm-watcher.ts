import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { claimAlarmWatch, releaseAlarmWatch, wakeAlarms } from '../../db/alarm-watch';
import type { DatabaseClient } from '../../db/clients';
import type { WatchTask } from './watch-pass';

/** Times of the watcher, in milliseconds. */
export interface WatcherTimes {
  /** First look after the start. */
  readonly firstMs: number;
  /** Between two looks whether there is something new. */
  readonly lookMs: number;
  /** Least between two drawings; a drawing that takes long is drawn less often. */
  readonly restMs: number;
}

/** Times of the product: a minute after something new, but at most every ten minutes. */
export const WATCHER_TIMES: WatcherTimes = { firstMs: 8_000, lookMs: 60_000, restMs: 10 * 60_000 };
/** A drawing rests so many times as long as it took: one core in twenty at most. */
const REST_FACTOR = 20;

/** What the watcher is made of; `draw` does one claimed drawing. */
export interface WatcherParts {
  readonly service: DatabaseClient;
  readonly draw: (task: WatchTask, signal: AbortSignal) => Promise<void>;
  readonly times: WatcherTimes;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Draws the charts when the day or the records changed, and brings back what was snoozed, until it is ended.
 *
 * The database says whether there is something new and who draws: processes on one database do not draw twice.
 */
export function watchAlarms({ service, draw, times, onFailure }: WatcherParts): () => Promise<void> {
  let restUntilMs = 0;
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    await wakeAlarms(service);
    if (performance.now() < restUntilMs) return;
    const claim = randomUUID();
    const mark = await claimAlarmWatch(service, claim);
    if (mark === null) return;
    const begunMs = performance.now();
    try {
      ending.signal.throwIfAborted();
      await draw({ claim, mark }, ending.signal);
    } catch (error) {
      // A thread that was ended gives nothing back itself.
      await releaseAlarmWatch(service, claim);
      if (!ending.signal.aborted) throw error;
    } finally {
      restUntilMs = performance.now() + Math.max(times.restMs, REST_FACTOR * (performance.now() - begunMs));
    }
  };
  let current = Promise.resolve();
  const next = (afterMs: number): void => {
    timer = setTimeout(() => { current = look().catch(onFailure).then(() => { if (!ending.signal.aborted) next(times.lookMs); }); }, afterMs);
  };
  next(times.firstMs);
  return async () => {
    ending.abort();
    clearTimeout(timer);
    await current;
  };
}

/** One drawing in a thread of its own, which ends with it: analyses and their signs of life go on beside it. */
export function drawInThread(task: WatchTask, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(join(import.meta.dirname, 'thread.mjs'), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: 2_048 } });
    const stop = (): void => { void thread.terminate(); };
    signal.addEventListener('abort', stop, { once: true });
    thread.once('error', reject);
    thread.once('exit', (code) => { signal.removeEventListener('abort', stop); if (code === 0) resolve(); else reject(new Error(`the drawing of charts ended with ${String(code)}`)); });
  });
}
