import { BEAT_MS, LIVE_TOPICS, STALE_AFTER_MS, type LiveChange, type LiveState, type LiveTopic, type TopicVersions } from '../domain/live';
import type { LiveTransport, TransportEvent } from '../domain/live-transport';

/** Time and chance as the feed needs them; a test brings its own. */
export interface FeedClock {
  /** Milliseconds of a clock that goes on while the machine sleeps. */
  readonly nowMs: () => number;
  /** Runs something later; the returned function prevents it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** A number from 0 (included) to 1. */
  readonly random: () => number;
}

/** How the feed stands. */
export interface LiveSnapshot {
  readonly state: LiveState;
  /** When the server last gave a sign of life, in ms of the feed's clock; null before the first. */
  readonly lastHeardAtMs: number | null;
  /** The newest version of each topic; null before the first sign of life. */
  readonly versions: TopicVersions | null;
}

/** First and longest pause before another attempt, in milliseconds; halved at random so that 500 screens do not come at once. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** Silence after which a screen that wakes up does not trust its connection, in milliseconds. */
const DOUBTFUL_AFTER_MS = BEAT_MS * 1.5;

const BEGINNING: LiveSnapshot = { state: 'connecting', lastHeardAtMs: null, versions: null };

/**
 * The change feed of one page over any transport: connects, comes back after every cut, says when it is stale, and reports
 * each change once.
 *
 * After a cut it resumes at the version it has, and compares every topic's version with what it had: nothing is missed.
 */
export class LiveFeed {
  readonly #transport: LiveTransport;
  readonly #clock: FeedClock;
  readonly #watchers = new Set<() => void>();
  readonly #listeners = new Set<(change: LiveChange) => void>();
  #snapshot = BEGINNING;
  #close: (() => void) | null = null;
  #cancelTimer: () => void = () => undefined;
  #openedAtMs = 0;
  #failures = 0;
  #isRunning = false;

  constructor(transport: LiveTransport, clock: FeedClock) {
    this.#transport = transport;
    this.#clock = clock;
  }

  /** The present state; the same object until something changes. */
  readonly getSnapshot = (): LiveSnapshot => this.#snapshot;

  /** Tells whenever the snapshot changed. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };

  /** Tells each change; `changed` is empty when its ids are not known, and the reader asks for what it shows. */
  readonly onChange = (listener: (change: LiveChange) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#open();
  }

  stop(): void {
    this.#isRunning = false;
    this.#shut();
  }

  /** To be called when the page is seen again, when the network is back, and when somebody presses "try again". */
  wake(): void {
    if (!this.#isRunning) return;
    const silentMs = this.#clock.nowMs() - (this.#snapshot.lastHeardAtMs ?? this.#openedAtMs);
    if (this.#close !== null && silentMs <= DOUBTFUL_AFTER_MS) return;
    this.#failures = 0;
    if (this.#close !== null && silentMs > STALE_AFTER_MS) this.#publish({ state: this.#silentState() });
    this.#open();
  }

  #publish(change: Partial<LiveSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#watchers.forEach((watcher) => { watcher(); });
  }

  #shut(): void {
    this.#cancelTimer();
    this.#close?.();
    this.#close = null;
  }

  #open(): void {
    this.#shut();
    this.#openedAtMs = this.#clock.nowMs();
    let isCurrent = true;
    const close = this.#transport.open(this.#snapshot.versions?.incidents ?? null, (event) => { if (isCurrent) this.#take(event); });
    this.#close = () => {
      isCurrent = false;
      close();
    };
    this.#watchSilence();
  }

  /** A machine that slept runs the timer late: what counts is the clock. */
  #watchSilence(): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(STALE_AFTER_MS, () => {
      this.#publish({ state: this.#silentState() });
      this.#open();
    });
  }

  /** Silence after it once spoke is staleness; before, there was no connection. */
  #silentState(): LiveState {
    return this.#snapshot.lastHeardAtMs === null ? 'offline' : 'stale';
  }

  #take(event: TransportEvent): void {
    if (event.kind === 'closed') {
      this.#shut();
      this.#comeBack(event.reason);
      return;
    }
    this.#failures = 0;
    this.#watchSilence();
    const held = this.#snapshot.versions;
    const changes = event.kind === 'alive' ? listDifferences(held, event.versions) : listNews(held, event.change);
    const versions = event.kind === 'alive' ? event.versions : advance(held, changes);
    this.#publish({ state: 'live', lastHeardAtMs: this.#clock.nowMs(), versions });
    for (const change of changes) this.#listeners.forEach((listener) => { listener(change); });
  }

  #comeBack(reason: 'lost' | 'renew' | 'signed_out'): void {
    if (reason === 'signed_out') {
      this.#publish({ state: 'signed_out' });
      return;
    }
    if (reason === 'lost') this.#publish({ state: 'offline' });
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures) * (reason === 'lost' ? 0.5 + this.#clock.random() / 2 : this.#clock.random());
    // Also after `renew`: a server that renews again and again is not asked every moment.
    this.#failures += 1;
    this.#cancelTimer = this.#clock.after(pauseMs, () => { this.#open(); });
  }
}

/** Topics whose version is not the one held; every topic that ever changed when none is held, since it may have changed just now. */
function listDifferences(held: TopicVersions | null, told: TopicVersions): LiveChange[] {
  const isNews = (topic: LiveTopic): boolean => told[topic] !== (held?.[topic] ?? 0);
  return LIVE_TOPICS.filter(isNews).map((topic) => ({ topic, version: told[topic], changed: [] }));
}

/** A change that is told a second time, by two channels or after a resume, is no news. */
const listNews = (held: TopicVersions | null, change: LiveChange): LiveChange[] => (change.version > (held?.[change.topic] ?? 0) ? [change] : []);

/** Versions after changes; still unknown before the first sign of life. */
function advance(held: TopicVersions | null, changes: readonly LiveChange[]): TopicVersions | null {
  if (held === null) return null;
  return changes.reduce<TopicVersions>((versions, { topic, version }) => ({ ...versions, [topic]: version }), held);
}
