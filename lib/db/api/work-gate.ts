/** Lets a few pieces of work run at once and a bounded number wait for their turn. */
export class WorkGate {
  readonly #mostUnderWay: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #underWay = 0;

  constructor(mostUnderWay: number, mostWaiting: number) {
    this.#mostUnderWay = mostUnderWay;
    this.#mostWaiting = mostWaiting;
  }

  /** Runs `work` when its turn comes; null at once when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#underWay >= this.#mostUnderWay) {
      if (this.#waiting.length >= this.#mostWaiting) return null;
      // Whoever ends hands its place on, so that nobody overtakes.
      await new Promise<void>((resolve) => { this.#waiting.push(resolve); });
    } else {
      this.#underWay++;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#underWay--;
      else next();
    }
  }
}
