import type { LiveTransport } from '../domain/live-transport';
import { SharedTransport } from './browser-shared-feed';
import { SseTransport } from './browser-sse-transport';
import { LiveFeed, type FeedClock, type LiveSnapshot } from './live-feed';

export type { FeedClock, LiveFeed, LiveSnapshot };

/** What a page's feed is made of. */
export interface BrowserFeedOptions {
  /** The account that is signed in: tabs of another account do not share the stream. */
  readonly account: string;
  /** Absent = Server-Sent Events of the server that served the page. */
  readonly transport?: LiveTransport | undefined;
  readonly clock: FeedClock;
}

/** A page's feed, and whether its stream is shared with the other tabs. */
export interface BrowserFeed {
  readonly feed: LiveFeed;
  readonly isShared: boolean;
}

/**
 * The feed of a page, one stream for all tabs where the browser can do that.
 *
 * Limits: Web Locks need https or localhost; elsewhere each tab has a stream, and browsers allow six an origin.
 */
export function createBrowserFeed({ account, transport = new SseTransport('/api/live', (input, init) => fetch(input, init)), clock }: BrowserFeedOptions): BrowserFeed {
  const isShared = typeof BroadcastChannel !== 'undefined' && typeof navigator !== 'undefined' && 'locks' in navigator;
  if (!isShared) return { feed: new LiveFeed(transport, clock), isShared };
  const name = `giap-ranh-live/${account}`;
  const shared = new SharedTransport({ name, transport, locks: navigator.locks, makeChannel: () => new BroadcastChannel(name), after: clock.after });
  return { feed: new LiveFeed(shared, clock), isShared };
}
