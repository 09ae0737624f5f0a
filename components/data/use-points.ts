'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { decodePointColumns, type PointColumns } from '@/lib/domain/point-columns';
import { listNewIds, mergePoints } from '@/lib/view/merge-points';
import { RequestError, fetchOk } from './fetch-json';

/** The columns and how fresh they are. */
export interface PointFeed {
  readonly points: PointColumns | null;
  /** When the last answer came, in ms of the browser's clock. */
  readonly receivedAtMs: number | null;
  /** Why the latest attempt failed; null after a success. */
  readonly error: RequestError | null;
  /** Ids that came with the latest incremental answer and were not known before. */
  readonly newIds: readonly string[];
  readonly refresh: () => void;
}

const POLL_MS = 15_000;
const NO_IDS: readonly string[] = [];

type Snapshot = Omit<PointFeed, 'refresh'>;
const EMPTY: Snapshot = { points: null, receivedAtMs: null, error: null, newIds: NO_IDS };

function absorb(previous: Snapshot, changes: PointColumns): Snapshot {
  const receivedAtMs = Date.now();
  const { points } = previous;
  if (points === null) return { points: changes, receivedAtMs, error: null, newIds: NO_IDS };
  // Nothing changed: the columns keep their identity, so that no chart is drawn again.
  if (changes.count === 0) return { ...previous, receivedAtMs, error: null };
  return { points: mergePoints(points, changes), receivedAtMs, error: null, newIds: listNewIds(points, changes) };
}

/** All incidents the reader may see, kept fresh by asking for what changed every 15 s while the page is visible. */
export function usePoints(): PointFeed {
  const [snapshot, setSnapshot] = useState<Snapshot>(EMPTY);
  const versionRef = useRef<number | null>(null);
  const busyRef = useRef(false);

  const refresh = useCallback(() => {
    if (busyRef.current) return;
    busyRef.current = true;
    const since = versionRef.current;
    fetchOk(since === null ? '/api/points' : `/api/points?since=${since}`)
      .then(async (response) => decodePointColumns(await response.arrayBuffer()))
      .then((changes) => {
        versionRef.current = Math.max(since ?? 0, changes.version);
        setSnapshot((previous) => absorb(previous, changes));
      })
      .catch((error: unknown) => {
        const failure = error instanceof RequestError ? error : new RequestError('server', String(error));
        setSnapshot((previous) => ({ ...previous, error: failure }));
      })
      .finally(() => { busyRef.current = false; });
  }, []);

  useEffect(() => {
    refresh();
    const timer = setInterval(() => { if (document.visibilityState === 'visible') refresh(); }, POLL_MS);
    const onVisible = () => { if (document.visibilityState === 'visible') refresh(); };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [refresh]);

  return { ...snapshot, refresh };
}
