'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { decodePointColumns, type PointColumns } from '@/lib/domain/point-columns';
import { isComplete, listNewIds, mergePoints } from '@/lib/view/merge-points';
import { RequestError, fetchOk } from './fetch-json';
import { useLive } from './use-live';

/** The columns and how fresh they are. */
export interface PointFeed {
  readonly points: PointColumns | null;
  /** When the last answer came, in ms of the browser's clock. */
  readonly receivedAtMs: number | null;
  /** Why the latest attempt failed; null after a success. */
  readonly error: RequestError | null;
  /** Ids that came with the latest answer and were not known before; none with the first. */
  readonly newIds: readonly string[];
  readonly refresh: () => void;
}

/** Asked this often in milliseconds although the feed says that nothing changed. */
const SAFETY_NET_MS = 60_000;
/** Shortest time in milliseconds between two requests, however fast the changes come. */
const SPACING_MS = 250;
const NO_IDS: readonly string[] = [];

type Snapshot = Omit<PointFeed, 'refresh'>;
const EMPTY: Snapshot = { points: null, receivedAtMs: null, error: null, newIds: NO_IDS };

async function fetchPoints(since: number | null): Promise<PointColumns> {
  const response = await fetchOk(since === null ? '/api/points' : `/api/points?since=${String(since)}`);
  return decodePointColumns(await response.arrayBuffer());
}

/** The columns brought up to date: what changed, or everything when something left the reader's sight or came into it. */
async function fetchNext(known: PointColumns | null): Promise<{ readonly points: PointColumns; readonly newIds: readonly string[] }> {
  if (known === null) return { points: await fetchPoints(null), newIds: NO_IDS };
  const changes = await fetchPoints(known.version);
  const merged = mergePoints(known, changes);
  if (!isComplete(merged)) {
    const points = await fetchPoints(null);
    return { points, newIds: listNewIds(known, points) };
  }
  // Nothing changed: the columns keep their identity, so that no chart is drawn again.
  return changes.count === 0 ? { points: known, newIds: NO_IDS } : { points: merged, newIds: listNewIds(known, changes) };
}

/** One request at a time; what is asked meanwhile makes one more after it. */
function useRequests(): Snapshot & { readonly request: () => void } {
  const [snapshot, setSnapshot] = useState<Snapshot>(EMPTY);
  const known = useRef<PointColumns | null>(null);
  const state = useRef<'idle' | 'busy' | 'again'>('idle');
  const request = useCallback(() => {
    if (state.current !== 'idle') {
      state.current = 'again';
      return;
    }
    const run = (): void => {
      state.current = 'busy';
      fetchNext(known.current).then(
        ({ points, newIds }) => {
          const isSame = points === known.current;
          known.current = points;
          setSnapshot((previous) => ({ points, receivedAtMs: Date.now(), error: null, newIds: isSame ? previous.newIds : newIds }));
        },
        (error: unknown) => {
          const failure = error instanceof RequestError ? error : new RequestError('server', String(error));
          setSnapshot((previous) => ({ ...previous, error: failure }));
        },
      ).finally(() => {
        setTimeout(() => {
          if (state.current === 'again') run();
          else state.current = 'idle';
        }, SPACING_MS);
      });
    };
    run();
  }, []);
  return { ...snapshot, request };
}

/**
 * All incidents the reader may see, kept fresh by the change feed: asked for what changed when the feed tells of a change, when
 * it comes back after a cut, and once a minute in any case.
 */
export function usePoints(): PointFeed {
  const { request, ...snapshot } = useRequests();
  const { versions, state } = useLive();
  const newest = versions?.incidents ?? null;
  const isFailed = snapshot.error !== null;
  useEffect(() => { request(); }, [request, newest]);
  useEffect(() => { if (state === 'live' && isFailed) request(); }, [request, state, isFailed]);
  useEffect(() => {
    const onVisible = (): void => { if (document.visibilityState === 'visible') request(); };
    const timer = setInterval(onVisible, SAFETY_NET_MS);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [request]);
  return { ...snapshot, refresh: request };
}
