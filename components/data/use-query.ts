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
  readonly listeners: Set<() => void>;
}

const LOADING: Query<never> = { state: 'loading' };
const cache = new Map<string, Entry>();

function entryOf(key: string): Entry {
  let entry = cache.get(key);
  if (entry === undefined) cache.set(key, (entry = { query: LOADING, running: false, listeners: new Set() }));
  return entry;
}

function publish(entry: Entry, query: Query<unknown>): void {
  entry.query = query;
  entry.running = false;
  entry.listeners.forEach((listener) => listener());
}

const asRequestError = (error: unknown): RequestError =>
  error instanceof RequestError ? error : new RequestError('network', error instanceof Error ? error.message : String(error));

function load<T>(key: string, fetcher: () => Promise<T>): void {
  const entry = entryOf(key);
  if (entry.running) return;
  entry.running = true;
  fetcher().then(
    (data) => publish(entry, { state: 'ready', data }),
    (error: unknown) => publish(entry, { state: 'failed', error: asRequestError(error) }),
  );
}

/**
 * Server data by key, fetched once a page and shared; a null key waits.
 *
 * What a key stands for never changes under it (an edition's wards, an incident at a version), so nothing expires; `retry` fetches again.
 */
export function useQuery<T>(key: string | null, fetcher: () => Promise<T>): Query<T> & { readonly retry: () => void } {
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
    if (key !== null && entryOf(key).query.state === 'loading') load(key, fetcher);
    // A new closure of the fetcher finds the entry running or done and fetches nothing.
  }, [key, fetcher]);
  const retry = useCallback(() => {
    if (key === null) return;
    publish(entryOf(key), LOADING);
    load(key, fetcher);
  }, [key, fetcher]);
  return { ...query, retry };
}
