'use client';

import { useEffect, useMemo, useState } from 'react';
import type { LocateAnswer } from '@/lib/domain/locate';
import { fetchJson } from './fetch-json';

/** An answer about a position, or why there is none yet. */
export type Located =
  | { readonly state: 'none' }
  | { readonly state: 'loading'; readonly previous: LocateAnswer | null }
  | { readonly state: 'ready'; readonly answer: LocateAnswer }
  | { readonly state: 'failed' };

const DEBOUNCE_MS = 60;
const NONE: Located = { state: 'none' };

/** What came back for a question; null: nothing usable did. */
interface Outcome {
  readonly query: string;
  readonly answer: LocateAnswer | null;
}

function toLocated(query: string | null, outcome: Outcome | null): Located {
  if (query === null) return NONE;
  if (outcome?.query !== query) return { state: 'loading', previous: outcome?.answer ?? null };
  return outcome.answer === null ? { state: 'failed' } : { state: 'ready', answer: outcome.answer };
}

/** Whose a position is at an instant (null: now), asked 60 ms after it last changed; an answer to an older question is dropped. */
export function useLocate(position: readonly [number, number] | null, at: string | null): Located {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const query = position === null ? null : `lon=${position[0].toFixed(7)}&lat=${position[1].toFixed(7)}${at === null ? '' : `&at=${encodeURIComponent(at)}`}`;
  useEffect(() => {
    if (query === null) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetchJson<LocateAnswer>(`/api/locate?${query}`, { signal: abort.signal }).then(
        (answer) => setOutcome({ query, answer }),
        () => { if (!abort.signal.aborted) setOutcome({ query, answer: null }); },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return useMemo(() => toLocated(query, outcome), [query, outcome]);
}
