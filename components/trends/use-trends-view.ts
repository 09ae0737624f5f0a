'use client';

import { useCallback, useEffect, useState } from 'react';
import { formatTrendsView, parseTrendsView, type TrendsView } from '@/lib/trends/trends-view';

/** The view, kept in the address bar so that a link restores it; every change is a step that the browser can go back. */
export function useTrendsView(search: string): readonly [TrendsView, (patch: Partial<TrendsView>) => void] {
  const [view, setView] = useState(() => parseTrendsView(new URLSearchParams(search)));
  useEffect(() => {
    const onPopState = (): void => setView(parseTrendsView(new URLSearchParams(window.location.search)));
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
  const update = useCallback((patch: Partial<TrendsView>) => {
    const next = { ...parseTrendsView(new URLSearchParams(window.location.search)), ...patch };
    const text = formatTrendsView(next);
    window.history.pushState(null, '', text === '' ? window.location.pathname : `?${text}`);
    setView(next);
  }, []);
  return [view, update];
}
