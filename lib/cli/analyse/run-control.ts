/** Progress in parts of a million, and whether to stop. */
const PROGRESS = 0;
const STOP = 1;
const MILLION = 1_000_000;

/** What the process and its thread share about a run while the thread computes and hears nothing. */
export class RunControl {
  readonly buffer: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(8)) {
    this.buffer = buffer;
    this.#cells = new Int32Array(buffer);
  }

  /** How far the run is, 0 to 1. */
  get progress(): number {
    return Atomics.load(this.#cells, PROGRESS) / MILLION;
  }

  /** Asks the thread to stop at its next look. */
  stop(): void {
    Atomics.store(this.#cells, STOP, 1);
  }

  /** Says how far the run is; false when it is to stop. */
  report(share: number): boolean {
    Atomics.store(this.#cells, PROGRESS, Math.round(Math.min(1, Math.max(0, share)) * MILLION));
    return Atomics.load(this.#cells, STOP) === 0;
  }
}
