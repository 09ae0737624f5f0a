import { getBackend } from '../db/backend';
import { listenToChanges } from '../db/change-listener';
import { createServiceClient } from '../db/clients';
import { readLiveAccounts, readTopicVersions } from '../db/live-view';
import { BEAT_MS, type TopicVersions } from '../domain/live';
import { ChangeBus, type BusSubscriber } from '../live/change-bus';

/** One open stream and the account behind it. */
export interface LiveStream {
  readonly account: string;
  /** When its access token ends, in ms since 1970. */
  readonly expiresAtMs: number;
  readonly subscriber: BusSubscriber;
}

/** Why no further stream is opened. */
export interface Refusal {
  readonly kind: 'too_many_here' | 'too_many';
}

/** Streams one account may have; a browser has one. */
const MOST_AN_ACCOUNT = 20;
const DEFAULT_MOST = 2_000;
const GATHER_MS = 40;
/** How often, in milliseconds, accounts and what they see are looked at again. */
const RECHECK_MS = 15_000;
/** How often, in milliseconds, versions are compared in case a notification was lost; without LISTEN it is the only way. */
const COMPARE_MS = 10_000;
const COMPARE_HOSTED_MS = 2_000;

const mostStreams = (): number => {
  const given = Number(process.env['GIAP_RANH_MAX_STREAMS'] ?? '');
  return Number.isInteger(given) && given > 0 ? given : DEFAULT_MOST;
};

const sameVersions = (one: TopicVersions, other: TopicVersions): boolean => JSON.stringify(one) === JSON.stringify(other);

/** All streams of this process: one listener, one bus, one set of timers, whatever their number. */
export class LiveHub {
  readonly bus = new ChangeBus({ after: (delayMs, run) => void setTimeout(run, delayMs), gatherMs: GATHER_MS });
  readonly #streams = new Set<LiveStream>();
  readonly #marks = new Map<string, string>();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #endListening: () => Promise<void>;
  #known: TopicVersions | null = null;

  constructor() {
    const { databaseUrl } = getBackend();
    this.#endListening = databaseUrl === null ? () => Promise.resolve() : this.#listen(databaseUrl);
    this.#every(BEAT_MS, () => { this.bus.beat(); });
    this.#every(RECHECK_MS, () => this.#recheck());
    this.#every(databaseUrl === null ? COMPARE_HOSTED_MS : COMPARE_MS, () => this.#compare());
  }

  #listen(databaseUrl: string): () => Promise<void> {
    return listenToChanges(databaseUrl, {
      onNotice: ({ topic, version, keys }) => {
        if (this.#known !== null) this.#known = { ...this.#known, [topic]: version };
        this.bus.notice({ topic, keys });
      },
      onListening: () => { this.bus.checkAll(); },
      onFailure: (error) => { console.error('the change feed could not listen; it tries again:', error instanceof Error ? error.message : error); },
    });
  }

  /** Ends every stream and all that looks after them. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const { subscriber } of [...this.#streams]) subscriber.tell({ kind: 'bye', reason: 'moved' });
    await this.#endListening();
  }

  /** Number of open streams. */
  get size(): number {
    return this.#streams.size;
  }

  /** Takes a stream in; `leave` has to be called once, however it ends. */
  admit(stream: LiveStream): Refusal | { readonly kind: 'admitted'; readonly leave: () => void } {
    if (this.#streams.size >= mostStreams()) return { kind: 'too_many' };
    if ([...this.#streams].filter(({ account }) => account === stream.account).length >= MOST_AN_ACCOUNT) return { kind: 'too_many_here' };
    this.#streams.add(stream);
    return { kind: 'admitted', leave: () => { this.#leave(stream); } };
  }

  #leave(stream: LiveStream): void {
    this.#streams.delete(stream);
    this.bus.remove(stream.subscriber);
    if (![...this.#streams].some(({ account }) => account === stream.account)) this.#marks.delete(stream.account);
  }

  #every(periodMs: number, work: () => void | Promise<void>): void {
    const timer = setInterval(() => { if (this.#streams.size > 0) this.#quietly(Promise.resolve().then(work)); }, periodMs);
    timer.unref();
    this.#timers.push(timer);
  }

  /** The database is down now and then; the next round comes. */
  #quietly(work: Promise<void>): void {
    work.catch((error: unknown) => { console.error('the change feed could not look after its streams:', error instanceof Error ? error.message : error); });
  }

  /** Ends the streams whose session opens nothing any more or other things than before. */
  async #recheck(): Promise<void> {
    const nowMs = Date.now();
    const accounts = [...new Set([...this.#streams].map(({ account }) => account))];
    const marks = await readLiveAccounts(createServiceClient(), accounts);
    for (const stream of [...this.#streams]) {
      const before = this.#marks.get(stream.account);
      const now = marks.get(stream.account);
      const isChanged = now === undefined || (before !== undefined && before !== now);
      if (isChanged || stream.expiresAtMs <= nowMs + RECHECK_MS) stream.subscriber.tell({ kind: 'bye', reason: 'session' });
    }
    // What an account could see when its stream opened is known to the bus alone: each new one is asked itself, once.
    const fresh = [...this.#streams].filter(({ account }) => accounts.includes(account) && !this.#marks.has(account));
    for (const account of accounts) this.#remember(account, marks.get(account));
    for (const { subscriber } of fresh) await this.bus.recheckOne(subscriber);
    await this.bus.recheck();
  }

  #remember(account: string, mark: string | undefined): void {
    if (mark === undefined) this.#marks.delete(account);
    else this.#marks.set(account, mark);
  }

  async #compare(): Promise<void> {
    const versions = await readTopicVersions(createServiceClient());
    const isMissed = this.#known === null || !sameVersions(versions, this.#known);
    this.#known = versions;
    if (isMissed) this.bus.checkAll();
  }
}

/** On `globalThis`, so that hot reload and Next's several module graphs share one listener. */
const shared = globalThis as typeof globalThis & { giapRanhLive?: LiveHub };

/** The streams of this process; opened by the first of them. */
export const getLiveHub = (): LiveHub => (shared.giapRanhLive ??= new LiveHub());

/** Number of open streams, without opening anything. */
export const countLiveStreams = (): number => shared.giapRanhLive?.size ?? 0;
