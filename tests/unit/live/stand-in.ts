import type { LiveChange, TopicVersions } from '../../../lib/domain/live';
import type { LiveTransport } from '../../../lib/domain/live-transport';
import type { FeedClock } from '../../../lib/live/live-feed';
import { topicVersions } from '../../helpers/topic-versions';

/** Time runs this many times faster in the contract tests, so that staleness takes a second. */
export const SPEED = 20;

/** A real clock that runs fast. */
export const FAST_CLOCK: FeedClock = {
  nowMs: () => performance.now() * SPEED,
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs / SPEED);
    return () => { clearTimeout(timer); };
  },
  random: () => 0.5,
};

/** What a server behind a transport knows, and how it misbehaves. */
export class StandInFeed {
  readonly beatMs = 10_000 / SPEED;
  versions: TopicVersions = topicVersions({ incidents: 3, clusters: 1 });
  isDown = false;
  isMute = false;
  isSignedOut = false;
  openings = 0;
  readonly #log: { readonly id: string; readonly version: number }[] = [];

  /** Something happened; whether anybody hears of it is another matter. */
  happen(topic: LiveChange['topic'] = 'incidents'): LiveChange {
    const version = this.versions[topic] + 1;
    this.versions = { ...this.versions, [topic]: version };
    if (topic !== 'incidents') return { topic, version, changed: [] };
    const entry = { id: `i${String(version)}`, version };
    this.#log.push(entry);
    return { topic, version, changed: [entry] };
  }

  changeSince(since: number): LiveChange {
    return { topic: 'incidents', version: this.versions.incidents, changed: this.#log.filter(({ version }) => version > since) };
  }
}

/** A server that a transport is tried against. */
export interface StandIn {
  readonly feed: StandInFeed;
  makeTransport(): LiveTransport;
  /** Tells a change to whoever is connected. */
  deliver(change: LiveChange): void;
  /** Cuts every connection without a word. */
  cut(): void;
  connections(): number;
  /** The session ends. */
  signOut(): Promise<void>;
  close(): Promise<void>;
}
