'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnalysisRun, AnalysisRunDetail } from '@/lib/domain/analysis';
import { RequestError, fetchJson } from '@/components/data/fetch-json';
import { useLive } from '@/components/data/use-live';

/** A run that is looked at, or why it can not be. */
export type RunQuery =
  | { readonly state: 'none' }
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly run: AnalysisRunDetail }
  | { readonly state: 'failed'; readonly error: RequestError };

/** Between two questions while a run computes, and after one that was not answered, in milliseconds. */
const POLL_MS = 400;
const RETRY_MS = 2_000;
const NONE: RunQuery = { state: 'none' };
const LOADING: RunQuery = { state: 'loading' };

export const isUnderWay = ({ state }: Pick<AnalysisRun, 'state'>): boolean => state === 'queued' || state === 'running';

const pathOf = (id: string): string => `/api/stats/runs/${encodeURIComponent(id)}`;

/** The run as it is now; its outcome only once it is done, and only once. */
async function fetchRun(id: string, known: AnalysisRunDetail | null): Promise<AnalysisRunDetail> {
  const now = await fetchJson<AnalysisRunDetail>(`${pathOf(id)}?outcome=0`);
  if (now.state !== 'done') return { ...now, used: now.used ?? null, outcome: null };
  if (known !== null && known.outcome !== null && known.outcomeDigest === now.outcomeDigest) return { ...now, used: known.used, outcome: known.outcome };
  return fetchJson<AnalysisRunDetail>(pathOf(id));
}

interface Kept { readonly id: string; readonly query: RunQuery }

/** Follows a run: asks often while it computes, and again when the feed says that runs have changed. */
export function useRun(id: string | null): { readonly query: RunQuery; readonly put: (run: AnalysisRun) => void; readonly refresh: () => void } {
  const [kept, setKept] = useState<Kept | null>(null);
  const [turn, setTurn] = useState(0);
  const version = useLive().versions?.analyses ?? null;
  const known = useRef<AnalysisRunDetail | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      try {
        const run = await fetchRun(id, known.current?.id === id ? known.current : null);
        if (stopped) return;
        known.current = run;
        setKept({ id, query: { state: 'ready', run } });
        if (isUnderWay(run)) timer = setTimeout(() => void ask(), POLL_MS);
      } catch (reason) {
        if (stopped) return;
        const error = reason instanceof RequestError ? reason : new RequestError('server', String(reason));
        const isPassing = error.kind === 'network' && known.current?.id === id;
        if (!isPassing) setKept({ id, query: { state: 'failed', error } });
        else timer = setTimeout(() => void ask(), RETRY_MS);
      }
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id, turn, version]);
  const put = useCallback((run: AnalysisRun): void => {
    const before = known.current?.id === run.id ? known.current : null;
    const detail = { ...run, used: before?.used ?? null, outcome: before?.outcome ?? null };
    known.current = detail;
    setKept({ id: run.id, query: { state: 'ready', run: detail } });
  }, []);
  const refresh = useCallback(() => setTurn((count) => count + 1), []);
  return { query: id === null ? NONE : kept?.id === id ? kept.query : LOADING, put, refresh };
}
