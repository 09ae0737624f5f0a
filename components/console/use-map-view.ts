'use client';

import { useCallback, useEffect, useState } from 'react';
import { formatView } from '@/lib/view/format-view';
import type { MapView } from '@/lib/view/map-view';
import { parseView } from '@/lib/view/parse-view';

/** Changes some fields of the view; `replace` keeps the browser's history short (camera moves), else a step back undoes it. */
export type UpdateView = (patch: Partial<MapView>, mode?: 'push' | 'replace') => void;

/** The view, kept in the address bar so that a link restores it. */
export function useMapView(initial: MapView): readonly [MapView, UpdateView] {
  const [view, setView] = useState(initial);

  useEffect(() => {
    const onPopState = () => setView(parseView(new URLSearchParams(window.location.search)));
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);

  const update = useCallback<UpdateView>((patch, mode = 'push') => {
    // The address bar is the record of the view; reading it back avoids a stale closure without a ref.
    const next = { ...parseView(new URLSearchParams(window.location.search)), ...patch };
    const search = formatView(next);
    const url = search === '' ? window.location.pathname : `?${search}`;
    if (mode === 'push') window.history.pushState(null, '', url);
    else window.history.replaceState(null, '', url);
    setView(next);
  }, []);

  return [view, update];
}
