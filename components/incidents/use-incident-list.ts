'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Incident } from '@/lib/domain/incident';
import { RequestError, fetchJson } from '@/components/data/fetch-json';
import { useLive } from '@/components/data/use-live';

/** One page of `GET /api/incidents`. */
export interface IncidentListAnswer {
  readonly items: readonly Incident[];
  readonly nextCursor: string | null;
}

/** Incidents of a query as far as they were asked for. */
export interface IncidentList {
  readonly items: readonly Incident[] | null;
  readonly error: RequestError | null;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  /** Something changed since the pages were read. */
  readonly isOutdated: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

interface Loaded extends IncidentListAnswer {
  readonly query: string;
  readonly pages: number;
  readonly version: number | null;
}

/** Reads incidents page by page. While only the first page is on the screen it follows the change feed; later pages must not jump. */
export function useIncidentList(query: string): IncidentList {
  const version = useLive().versions?.incidents ?? null;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const [isLoading, setLoading] = useState(false);
  const asked = useRef(0);
  const versionRef = useRef(version);
  useEffect(() => { versionRef.current = version; });

  const load = useCallback((after: Loaded | null) => {
    const turn = ++asked.current;
    const versionThen = versionRef.current;
    const cursor = after?.nextCursor ?? null;
    const path = `/api/incidents?${query}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    fetchJson<IncidentListAnswer>(path).then(
      ({ items, nextCursor }) => {
        if (turn !== asked.current) return;
        setLoaded({ query, items: [...(after?.items ?? []), ...items], nextCursor, pages: (after?.pages ?? 0) + 1, version: after?.version ?? versionThen });
        setError(null);
      },
      (failure: unknown) => { if (turn === asked.current) setError(failure instanceof RequestError ? failure : new RequestError('network', String(failure))); },
    ).finally(() => { if (turn === asked.current) setLoading(false); });
  }, [query]);

  const current = loaded?.query === query ? loaded : null;
  const isOutdated = current !== null && version !== null && current.version !== version;
  useEffect(() => { load(null); }, [load]);
  useEffect(() => {
    // While another page is on its way a fresh first one would take its place.
    if (!isOutdated || isLoading || current.pages > 1) return undefined;
    const timer = setTimeout(() => load(null), 500);
    return () => clearTimeout(timer);
  }, [isOutdated, isLoading, current, load]);

  return {
    items: current?.items ?? null,
    error,
    isLoading,
    hasMore: current !== null && current.nextCursor !== null,
    isOutdated: isOutdated && current.pages > 1,
    loadMore: () => {
      if (current === null || isLoading) return;
      setLoading(true);
      load(current);
    },
    reload: () => load(null),
  };
}
