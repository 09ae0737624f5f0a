'use client';

import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { RequestError } from './fetch-json';

/** What is known of one piece of server data. */
export type Query<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly data: T }
  | { readonly state: 'failed'; readonly error: RequestError };

interface Entry {
  query: Query<unknown>;
  running: boolean;
  /** What the data was current with when it was asked for; null for data that never changes, or before anything is known. */
  stamp: string | null;
  /** Asked for again while it was on its way. */
  waiting: (() => void) | null;
  lastStartMs: number;
  readonly listeners: Set<() => void>;
}

const LOADING: Query<never> = { state: 'loading' };
/** Shortest time in milliseconds between two refreshes of a key, however fast the changes come. */
const SPACING_MS = 1_000;
const cache = new Map<string, Entry>();

function entryOf(key: string): Entry {
  let entry = cache.get(key);
  if (entry === undefined) cache.set(key, (entry = { query: LOADING, running: false, stamp: null, waiting: null, lastStartMs: -SPACING_MS, listeners: new Set() }));
  return entry;
}

function publish(entry: Entry, query: Query<unknown>): void {
  entry.query = query;
  entry.listeners.forEach((listener) => { listener(); });
}

const asRequestError = (error: unknown): RequestError =>
  error instanceof RequestError ? error : new RequestError('network', error instanceof Error ? error.message : String(error));

/** Old data stays on the screen when the server can not be reached; when it says no, it goes. */
function takeFailure(entry: Entry, error: RequestError): void {
  const isPassing = error.kind === 'network' || error.kind === 'server';
  if (entry.query.state !== 'ready' || !isPassing) publish(entry, { state: 'failed', error });
  else entry.stamp = null;
}

/** What came is what was there: it keeps its identity, so that nothing is drawn again. */
function isSame(query: Query<unknown>, data: unknown): boolean {
  return query.state === 'ready' && JSON.stringify(query.data) === JSON.stringify(data);
}

function load<T>(key: string, fetcher: () => Promise<T>, stamp: string | null): void {
  const entry = entryOf(key);
  if (entry.running) return;
  entry.running = true;
  entry.stamp = stamp;
  entry.lastStartMs = performance.now();
  fetcher().then(
    (data) => { if (!isSame(entry.query, data)) publish(entry, { state: 'ready', data }); },
    (error: unknown) => { takeFailure(entry, asRequestError(error)); },
  ).finally(() => {
    entry.running = false;
    const { waiting } = entry;
    entry.waiting = null;
    waiting?.();
  });
}

/** Fetches a key again while its old data stays on the screen; a burst of changes makes one request a second. */
export function refreshQuery<T>(key: string, fetcher: () => Promise<T>, stamp: string | null): void {
  const entry = entryOf(key);
  if (entry.running) {
    entry.waiting = () => { refreshQuery(key, fetcher, stamp); };
    return;
  }
  const restMs = entry.lastStartMs + SPACING_MS - performance.now();
  if (restMs <= 0) {
    load(key, fetcher, stamp);
    return;
  }
  const isSet = entry.waiting !== null;
  entry.waiting = () => { load(key, fetcher, stamp); };
  if (!isSet) setTimeout(() => { const { waiting } = entry; entry.waiting = null; waiting?.(); }, restMs);
}

/** What the data of a key was current with; null when it was not stamped or a refresh of it failed. */
export const stampOf = (key: string): string | null => entryOf(key).stamp;

/**
 * Server data by key, fetched once a page and shared; a null key waits.
 *
 * For what never changes under its key (an edition's wards); `useLiveQuery` is for the rest. `retry` fetches again.
 */
export function useQuery<T>(key: string | null, fetcher: () => Promise<T>, stamp: string | null = null): Query<T> & { readonly retry: () => void } {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (key === null) return () => undefined;
      const { listeners } = entryOf(key);
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    [key],
  );
  const read = (): Query<unknown> => (key === null ? LOADING : entryOf(key).query);
  const query = useSyncExternalStore(subscribe, read, () => LOADING) as Query<T>;
  useEffect(() => {
    if (key !== null && entryOf(key).query.state === 'loading') load(key, fetcher, stamp);
    // A new closure of the fetcher finds the entry running or done and fetches nothing.
  }, [key, fetcher, stamp]);
  const retry = useCallback(() => {
    if (key === null) return;
    publish(entryOf(key), LOADING);
    load(key, fetcher, stamp);
  }, [key, fetcher, stamp]);
  return { ...query, retry };
}
