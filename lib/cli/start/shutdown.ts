/** Steps that undo what was started, newest first; each runs once, also when another fails. */
export class Shutdown {
  readonly #steps: (() => Promise<void> | void)[] = [];
  readonly #underway: Promise<unknown>[] = [];
  #running: Promise<void> | undefined;

  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** Remembers how to undo something that is still being started: asked to stop meanwhile, we wait for it, then undo it. */
  track<T>(work: Promise<T>, undo: (started: T) => Promise<void> | void): Promise<T> {
    const tracked = work.then((started) => {
      this.add(() => undo(started));
      return started;
    });
    this.#underway.push(tracked);
    return tracked;
  }

  get hasBegun(): boolean {
    return this.#running !== undefined;
  }

  run(): Promise<void> {
    return (this.#running ??= this.#undo());
  }

  async #undo(): Promise<void> {
    await Promise.allSettled(this.#underway);
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (error) {
        process.stderr.write(`while stopping: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
  }
}

/** Ends the process in order when it is asked to. */
export function stopOnSignals(shutdown: Shutdown, say: (line: string) => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!shutdown.hasBegun) say('stopping');
      void shutdown.run().then(() => process.exit(0));
    });
  }
}

/** How often, in milliseconds, we look whether npm still stands above us. */
const WATCH_MS = 500;

/**
 * Ends the process in order when the npm that started it was ended: npm passes a signal on to its shell, which dies of it
 * without telling us.
 */
export function stopWithNpm(shutdown: Shutdown, say: (line: string) => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent || shutdown.hasBegun) return;
    say('npm was ended: stopping');
    void shutdown.run().then(() => process.exit(0));
  }, WATCH_MS).unref();
}
