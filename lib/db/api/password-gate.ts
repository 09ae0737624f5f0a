import type { ApiRefusal } from './api-refusal';
import { TokenBuckets, type BucketSize } from './token-buckets';
import { WorkGate } from './work-gate';

/** Guesses at one account: as many as a person mistypes, then one every 3 s (28,800 a day). */
const PER_ACCOUNT: BucketSize = { burst: 20, refillMs: 3_000 };
/** Checks of all accounts together: a check costs about 0.1 s of the one thread that answers everybody. */
const OVERALL: BucketSize = { burst: 60, refillMs: 200 };
const MOST_UNDER_WAY = 2;
const MOST_WAITING = 30;

const tooMany = (waitMs: number): ApiRefusal => ({
  status: 429, code: 'over_request_rate_limit', message: 'Too many attempts, try again later', retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)),
});

/** Stands in front of every password check, so that guessing is slow and does not stop the server for others. */
export class PasswordGate {
  readonly #accounts = new TokenBuckets(PER_ACCOUNT);
  readonly #overall = new TokenBuckets(OVERALL);
  readonly #work = new WorkGate(MOST_UNDER_WAY, MOST_WAITING);
  readonly #now: () => number;
  readonly #leastRefusalMs: number;

  /** `now` gives milliseconds. A refusal takes at least `leastRefusalMs`: Supabase Lite is quick where there is no such account. */
  constructor(now: () => number, leastRefusalMs: number) {
    this.#now = now;
    this.#leastRefusalMs = leastRefusalMs;
  }

  /** Runs one check for an account (its e-mail address, in any spelling), or tells when to try again. A right password costs no attempt. */
  async check(account: string, work: () => Promise<Response>): Promise<Response | ApiRefusal> {
    const key = account.trim().toLowerCase();
    const waitMs = this.#accounts.take(key, this.#now()) || this.#overall.take('', this.#now());
    if (waitMs > 0) return tooMany(waitMs);
    let startedMs = 0;
    const answer = await this.#work.run(() => {
      startedMs = this.#now();
      return work();
    });
    if (answer === null) return tooMany(1_000);
    if (answer.ok) this.#accounts.giveBack(key, this.#now());
    else await new Promise((resolve) => setTimeout(resolve, startedMs + this.#leastRefusalMs - this.#now()));
    return answer;
  }
}
