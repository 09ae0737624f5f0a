'use client';

import { useEffect, useMemo, useState } from 'react';
import type { LocateAnswer } from '@/lib/domain/locate';
import { RequestError, fetchJson } from './fetch-json';

/** An answer about a position, or why there is none yet. */
export type Located =
  | { readonly state: 'none' }
  | { readonly state: 'loading'; readonly previous: LocateAnswer | null }
  | { readonly state: 'ready'; readonly answer: LocateAnswer }
  | { readonly state: 'failed'; readonly error: RequestError };

const DEBOUNCE_MS = 60;
const NONE: Located = { state: 'none' };

/** What came back for a question. */
interface Outcome {
  readonly query: string;
  readonly answer: LocateAnswer | RequestError;
}

function toLocated(query: string | null, outcome: Outcome | null): Located {
  if (query === null) return NONE;
  if (outcome?.query !== query) return { state: 'loading', previous: outcome === null || outcome.answer instanceof RequestError ? null : outcome.answer };
  return outcome.answer instanceof RequestError ? { state: 'failed', error: outcome.answer } : { state: 'ready', answer: outcome.answer };
}

function buildQuery([longitude, latitude]: readonly [number, number], at: string | null, detectedBy: string | null): string {
  const params = new URLSearchParams({ lon: longitude.toFixed(7), lat: latitude.toFixed(7) });
  if (at !== null) params.set('at', at);
  if (detectedBy !== null) params.set('detectedBy', detectedBy);
  return params.toString();
}

/**
 * Whose a position is at an instant (null: now), asked 60 ms after it last changed; an answer to an older question is dropped.
 *
 * `detectedBy`: the ward that detected it, or `none`; null assumes the owner did.
 */
export function useLocate(position: readonly [number, number] | null, at: string | null, detectedBy: string | null = null): Located {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const query = position === null ? null : buildQuery(position, at, detectedBy);
  useEffect(() => {
    if (query === null) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetchJson<LocateAnswer>(`/api/locate?${query}`, { signal: abort.signal }).then(
        (answer) => setOutcome({ query, answer }),
        (error: unknown) => { if (!abort.signal.aborted) setOutcome({ query, answer: error instanceof RequestError ? error : new RequestError('server', String(error)) }); },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return useMemo(() => toLocated(query, outcome), [query, outcome]);
}
