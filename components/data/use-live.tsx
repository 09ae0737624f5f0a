'use client';

import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { LiveChange } from '@/lib/domain/live';
import type { LiveTransport } from '@/lib/domain/live-transport';
import { createBrowserFeed, type BrowserFeed, type LiveSnapshot } from '@/lib/live/browser-feed';
import { BROWSER_CLOCK } from './browser-clock';

const BEGINNING: LiveSnapshot = { state: 'connecting', lastHeardAtMs: null, versions: null };

/** One feed an account, however many providers a page has. */
interface SharedFeed {
  readonly own: BrowserFeed;
  users: number;
}
const feeds = new Map<string, SharedFeed>();

function getFeed(account: string, makeTransport: (() => LiveTransport) | undefined): SharedFeed {
  const known = feeds.get(account);
  if (known !== undefined) return known;
  const made = { own: createBrowserFeed({ account, transport: makeTransport?.(), clock: BROWSER_CLOCK }), users: 0 };
  feeds.set(account, made);
  return made;
}

const LiveContext = createContext<BrowserFeed | null>(null);

interface LiveProviderProps {
  /** The account that is signed in (`session.userId`). */
  readonly account: string;
  /** Absent = Server-Sent Events of this server; on the hosted tier `() => new RealtimeTransport(getBrowserClient(backend))`. */
  readonly makeTransport?: (() => LiveTransport) | undefined;
  readonly children: ReactNode;
}

/** Without a shared stream a tab that nobody sees gives its own up: browsers allow six an origin. */
function followPage({ feed, isShared }: BrowserFeed): () => void {
  const onChange = (): void => {
    if (document.visibilityState === 'hidden') {
      if (!isShared) feed.stop();
      return;
    }
    feed.start();
    feed.wake();
  };
  document.addEventListener('visibilitychange', onChange);
  window.addEventListener('online', onChange);
  window.addEventListener('pageshow', onChange);
  return () => {
    document.removeEventListener('visibilitychange', onChange);
    window.removeEventListener('online', onChange);
    window.removeEventListener('pageshow', onChange);
  };
}

/** Runs a feed as long as anybody uses it. */
function runFeed(shared: SharedFeed): () => void {
  shared.users += 1;
  shared.own.feed.start();
  const unfollow = followPage(shared.own);
  return () => {
    unfollow();
    shared.users -= 1;
    if (shared.users === 0) shared.own.feed.stop();
  };
}

/** Gives the components below it the change feed; once around every page that is signed in. */
export function LiveProvider({ account, makeTransport, children }: LiveProviderProps) {
  const entry = useMemo(() => (typeof window === 'undefined' ? null : getFeed(account, makeTransport)), [account, makeTransport]);
  useEffect(() => (entry === null ? undefined : runFeed(entry)), [entry]);
  return <LiveContext value={entry?.own ?? null}>{children}</LiveContext>;
}

const watchNothing = (): (() => void) => () => undefined;

/** How the feed stands: its state, when the server was last heard (ms of the browser's clock), the version of each topic. */
export function useLive(): LiveSnapshot {
  const own = useContext(LiveContext);
  return useSyncExternalStore(own?.feed.watch ?? watchNothing, own?.feed.getSnapshot ?? (() => BEGINNING), () => BEGINNING);
}

/** Calls a listener with each change; its `changed` may be empty, then only the topic is known. */
export function useLiveChanges(listener: (change: LiveChange) => void): void {
  const own = useContext(LiveContext);
  useEffect(() => own?.feed.onChange(listener), [own, listener]);
}

/** Makes the feed try again now. */
export function useLiveRetry(): () => void {
  const own = useContext(LiveContext);
  return useMemo(() => () => own?.feed.wake(), [own]);
}
