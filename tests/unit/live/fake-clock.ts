import type { FeedClock } from '../../../lib/live/live-feed';

/** A clock that a test moves by hand. */
export class FakeClock implements FeedClock {
  #now = 1_000_000;
  #timers: { readonly atMs: number; readonly run: () => void }[] = [];

  readonly nowMs = (): number => this.#now;
  readonly random = (): number => 0.5;
  readonly after = (delayMs: number, run: () => void): (() => void) => {
    const timer = { atMs: this.#now + delayMs, run };
    this.#timers.push(timer);
    return () => { this.#timers = this.#timers.filter((one) => one !== timer); };
  };

  get pending(): number {
    return this.#timers.length;
  }

  /** Time goes by; timers run when they are due. */
  pass(elapsedMs: number): void {
    const end = this.#now + elapsedMs;
    for (;;) {
      const [next] = [...this.#timers].sort((a, b) => a.atMs - b.atMs);
      if (next === undefined || next.atMs > end) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.#now = Math.max(this.#now, next.atMs);
      next.run();
    }
    this.#now = end;
  }

  /** The machine sleeps: time goes by, no timer runs. */
  sleep(elapsedMs: number): void {
    this.#now += elapsedMs;
  }
}
