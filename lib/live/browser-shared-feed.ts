import type { TopicVersions } from '../domain/live';
import type { LiveTransport, TransportEvent } from '../domain/live-transport';

/** The part of a BroadcastChannel that is used. */
export interface TabChannel {
  addEventListener(type: 'message', listener: (message: MessageEvent<unknown>) => void): void;
  postMessage(message: unknown): void;
  close(): void;
}

/** The part of `navigator.locks` that is used. */
export interface TabLocks {
  request(name: string, options: { readonly signal?: AbortSignal; readonly steal?: boolean }, held: () => Promise<void>): Promise<unknown>;
}

/** What sharing needs of the browser. */
export interface SharedParts {
  readonly name: string;
  readonly transport: LiveTransport;
  readonly locks: TabLocks;
  readonly makeChannel: () => TabChannel;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** Between tabs: an event, a newcomer's question, or "I am here but not connected yet". Only tabs of this origin can speak. */
type TabMessage = TransportEvent | { readonly kind: 'ask' } | { readonly kind: 'waiting' };

/** Longest time in milliseconds that the tab with the stream may take to answer before another takes over. */
const ANSWER_MS = 4_000;

/** One tab's part: a follower that hears what the leader tells, until the lock makes it the leader. */
class Tab {
  readonly #parts: SharedParts;
  readonly #tell: (event: TransportEvent) => void;
  readonly #channel: TabChannel;
  readonly #abort = new AbortController();
  readonly #cancelTimer: () => void;
  #lead: { readonly close: () => void; readonly release: () => void } | null = null;
  #versions: TopicVersions | null = null;
  /** The version of `incidents` this tab has: where it resumes if the stream becomes its own. */
  #since: number | null;
  #isAnswered = false;
  #isClosed = false;

  constructor(parts: SharedParts, since: number | null, tell: (event: TransportEvent) => void) {
    this.#parts = parts;
    this.#since = since;
    this.#tell = tell;
    this.#channel = parts.makeChannel();
    this.#channel.addEventListener('message', ({ data }) => { this.#hear(data as TabMessage); });
    this.#queue({ signal: this.#abort.signal });
    this.#post({ kind: 'ask' });
    // A tab that the browser froze keeps the lock and says nothing.
    this.#cancelTimer = parts.after(ANSWER_MS, () => { if (!this.#isAnswered && this.#lead === null) this.#queue({ steal: true }); });
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelTimer();
    this.#abort.abort();
    this.#lead?.close();
    this.#lead?.release();
    this.#channel.close();
  }

  #post(message: TabMessage): void {
    this.#channel.postMessage(message);
  }

  #queue(options: { readonly signal?: AbortSignal; readonly steal?: boolean }): void {
    this.#parts.locks.request(this.#parts.name, options, () => this.#leadUntilReleased()).catch(() => {
      // Given up by ourselves, or stolen while we led: then another tab has the stream, and we come back as a follower.
      if (this.#isClosed || this.#lead === null) return;
      this.#lead.close();
      this.#tell({ kind: 'closed', reason: 'renew' });
    });
  }

  #leadUntilReleased(): Promise<void> {
    if (this.#isClosed || this.#lead !== null) return Promise.resolve();
    return new Promise((release) => {
      const close = this.#parts.transport.open(this.#since, (event) => {
        this.#post(event);
        this.#take(event);
      });
      this.#lead = { close, release };
    });
  }

  #hear(message: TabMessage): void {
    if (this.#lead !== null) {
      if (message.kind === 'ask') this.#post(this.#versions === null ? { kind: 'waiting' } : { kind: 'alive', versions: this.#versions });
      return;
    }
    if (message.kind === 'ask') return;
    this.#isAnswered = true;
    if (message.kind !== 'waiting') this.#take(message);
  }

  #take(event: TransportEvent): void {
    if (event.kind === 'alive') this.#versions = event.versions;
    if (event.kind === 'change' && this.#versions !== null) this.#versions = { ...this.#versions, [event.change.topic]: event.change.version };
    this.#since = this.#versions?.incidents ?? this.#since;
    this.#tell(event);
  }
}

/** One stream for all tabs of a browser: the tab that holds a Web Lock has it and tells the others by a BroadcastChannel. */
export class SharedTransport implements LiveTransport {
  readonly #parts: SharedParts;

  constructor(parts: SharedParts) {
    this.#parts = parts;
  }

  open(since: number | null, tell: (event: TransportEvent) => void): () => void {
    const tab = new Tab(this.#parts, since, tell);
    return () => { tab.close(); };
  }
}
