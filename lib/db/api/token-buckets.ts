/** How many tokens a bucket holds and how long one takes to come back. */
export interface BucketSize {
  readonly burst: number;
  readonly refillMs: number;
}

interface Bucket {
  tokens: number;
  atMs: number;
}

/** Buckets kept at once: an attacker who makes up keys must not fill the memory. */
const MOST_BUCKETS = 10_000;

/**
 * One token bucket for each key; the clock is an argument.
 *
 * Limits: of more than 10,000 keys, the ones longest unused start anew.
 */
export class TokenBuckets {
  readonly #size: BucketSize;
  readonly #buckets = new Map<string, Bucket>();

  constructor(size: BucketSize) {
    this.#size = size;
  }

  #filled(key: string, nowMs: number): Bucket {
    const { burst, refillMs } = this.#size;
    const { tokens, atMs } = this.#buckets.get(key) ?? { tokens: burst, atMs: nowMs };
    const bucket = { tokens: Math.min(burst, tokens + Math.max(0, nowMs - atMs) / refillMs), atMs: nowMs };
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MOST_BUCKETS && oldest !== undefined) this.#buckets.delete(oldest);
    return bucket;
  }

  /** Takes one token: 0 when there was one, else the milliseconds until there is. */
  take(key: string, nowMs: number): number {
    const bucket = this.#filled(key, nowMs);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) * this.#size.refillMs);
    bucket.tokens--;
    return 0;
  }

  /** Puts a token back. */
  giveBack(key: string, nowMs: number): void {
    const bucket = this.#filled(key, nowMs);
    bucket.tokens = Math.min(this.#size.burst, bucket.tokens + 1);
  }
}
