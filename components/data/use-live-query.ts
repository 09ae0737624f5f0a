'use client';

import { useEffect, useRef } from 'react';
import type { LiveTopic } from '@/lib/domain/live';
import { useLive } from './use-live';
import { refreshQuery, stampOf, useQuery, type Query } from './use-query';

/**
 * Server data that follows the change feed: fetched again whenever a version of its topics differs from what it was fetched
 * with, also after a cut; the old data stays until the new has come. Share a key only between the same topics.
 */
export function useLiveQuery<T>(key: string | null, topic: LiveTopic | readonly LiveTopic[], fetcher: () => Promise<T>): Query<T> & { readonly retry: () => void } {
  const { versions, state } = useLive();
  const topics = typeof topic === 'string' ? [topic] : topic;
  const stamp = versions === null ? null : topics.map((name) => `${name} ${String(versions[name])}`).join(', ');
  const query = useQuery(key, fetcher, stamp);
  const fetcherRef = useRef(fetcher);
  useEffect(() => { fetcherRef.current = fetcher; });
  useEffect(() => {
    if (key === null || stamp === null || state !== 'live' || query.state === 'loading') return;
    if (stampOf(key) !== stamp) refreshQuery(key, () => fetcherRef.current(), stamp);
  }, [key, stamp, state, query.state]);
  return query;
}
