'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { LiveTopic } from '@/lib/domain/live';
import { useLiveQuery } from './use-live-query';
import { refreshQuery, stampOf } from './use-query';

/**
 * A live query that can also be fetched again on demand while its old data stay: after a change of one's own, so that the
 * screen follows even when the feed is cut. `retry` is for an attempt that failed.
 */
export function useRefreshableQuery<T>(key: string | null, topic: LiveTopic | readonly LiveTopic[], fetcher: () => Promise<T>) {
  const query = useLiveQuery(key, topic, fetcher);
  const fetcherRef = useRef(fetcher);
  useEffect(() => { fetcherRef.current = fetcher; });
  const refresh = useCallback((): void => {
    if (key !== null) refreshQuery(key, () => fetcherRef.current(), stampOf(key));
  }, [key]);
  return { ...query, refresh };
}
