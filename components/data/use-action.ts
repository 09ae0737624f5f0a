'use client';

import { useCallback, useRef, useState } from 'react';
import { RequestError } from './fetch-json';

/** A change under way: whether it runs, and why the latest attempt failed. */
export interface Action {
  readonly busy: boolean;
  readonly error: RequestError | null;
  /** Runs one change; true when it succeeded. A second call while one runs does nothing and answers false. */
  readonly run: (change: (requestId: string) => Promise<void>) => Promise<boolean>;
  readonly clear: () => void;
}

const asRequestError = (error: unknown): RequestError => (error instanceof RequestError ? error : new RequestError('server', String(error)));

/** One change at a time: a double click sends once, and a retry after a lost answer carries the same request id. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const running = useRef(false);
  const requestId = useRef<string | null>(null);
  const run = useCallback(async (change: (id: string) => Promise<void>): Promise<boolean> => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setError(null);
    requestId.current ??= crypto.randomUUID();
    try {
      await change(requestId.current);
      requestId.current = null;
      return true;
    } catch (reason) {
      const failure = asRequestError(reason);
      // The server heard and refused: the next attempt is another request. Without an answer it may have been carried out.
      if (failure.kind !== 'network') requestId.current = null;
      setError(failure);
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setError(null), []);
  return { busy, error, run, clear };
}
