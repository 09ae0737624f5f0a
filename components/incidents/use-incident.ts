'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveChange } from '@/lib/domain/live';
import type { HistoryEntry, IncidentAnswer } from '@/components/data/api-types';
import { RequestError, fetchJson } from '@/components/data/fetch-json';
import { useLiveChanges } from '@/components/data/use-live';
import { sendCall, type CoordinationCall } from './coordination-call';

/** What came of a call: done, or somebody was faster (`meanwhile` tells what they did), or why it failed. */
export type CallResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'conflict'; readonly meanwhile: readonly HistoryEntry[] }
  | { readonly kind: 'failed'; readonly error: RequestError };

/** An incident on the screen: how it stands, and the way to act on it. */
export interface IncidentHandle {
  readonly answer: IncidentAnswer | null;
  readonly error: RequestError | null;
  /** Name of the call under way; while there is one, no other is sent. */
  readonly busy: string | null;
  readonly result: (CallResult & { readonly name: string }) | null;
  readonly send: (name: string, call: CoordinationCall) => Promise<CallResult | null>;
  readonly retry: () => void;
}

const asRequestError = (error: unknown): RequestError => (error instanceof RequestError ? error : new RequestError('network', String(error)));

/** An older answer that comes late must not replace a newer one. */
const newer = (known: IncidentAnswer | null, next: IncidentAnswer): IncidentAnswer =>
  known !== null && (known.incident.version > next.incident.version || (known.incident.version === next.incident.version && known.history.length > next.history.length)) ? known : next;

function listMeanwhile(known: IncidentAnswer | null, current: IncidentAnswer): readonly HistoryEntry[] {
  const seen = new Set(known?.history.map(({ id }) => id) ?? []);
  return current.history.filter(({ id, kind }) => !seen.has(id) && kind !== 'refused');
}

const isAnswer = (value: unknown): value is IncidentAnswer => typeof value === 'object' && value !== null && 'incident' in value && 'history' in value;

/** Loads an incident and follows its changes. */
function useAnswer(id: string) {
  const [answer, setAnswer] = useState<IncidentAnswer | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const take = useCallback((next: IncidentAnswer) => { if (next.incident.id === id) setAnswer((known) => newer(known?.incident.id === id ? known : null, next)); }, [id]);
  const load = useCallback(() => {
    fetchJson<IncidentAnswer>(`/api/incidents/${id}`).then(
      (next) => { take(next); setError(null); },
      (failure: unknown) => { setError(asRequestError(failure)); },
    );
  }, [id, take]);
  useEffect(() => { load(); }, [load]);
  useLiveChanges(useCallback((change: LiveChange) => {
    if (change.topic === 'incidents' && (change.changed.length === 0 || change.changed.some((one) => one.id === id))) load();
  }, [id, load]));
  return { answer: answer?.incident.id === id ? answer : null, error, load, take };
}

/** An incident that stays up to date, with one call at a time: a second press while one is under way sends nothing. */
export function useIncident(id: string): IncidentHandle {
  const { answer, error, load, take } = useAnswer(id);
  const [busy, setBusy] = useState<string | null>(null);
  const [result, setResult] = useState<IncidentHandle['result']>(null);
  const underWay = useRef(false);
  // What got no answer may have been done: it is sent again under the same id.
  const unanswered = useRef(new Map<string, string>());

  const send = useCallback(async (name: string, call: CoordinationCall): Promise<CallResult | null> => {
    if (underWay.current) return null;
    underWay.current = true;
    const key = `${name} ${JSON.stringify(call)}`;
    const requestId = unanswered.current.get(key) ?? crypto.randomUUID();
    setBusy(name);
    setResult(null);
    const outcome = await attempt(id, call, requestId, answer);
    if (outcome.kind === 'failed' && outcome.error.kind === 'network') unanswered.current.set(key, requestId);
    else unanswered.current.delete(key);
    if ('next' in outcome && outcome.next !== null) take(outcome.next);
    else load();
    setResult({ ...outcome, name });
    setBusy(null);
    underWay.current = false;
    return outcome;
  }, [id, answer, take, load]);

  return { answer, error, busy, result, send, retry: load };
}

type Outcome = CallResult & { readonly next: IncidentAnswer | null };

async function attempt(id: string, call: CoordinationCall, requestId: string, known: IncidentAnswer | null): Promise<Outcome> {
  try {
    return { kind: 'done', next: await sendCall(id, call, requestId) };
  } catch (failure) {
    const error = asRequestError(failure);
    if (error.kind !== 'conflict') return { kind: 'failed', error, next: null };
    const current = isAnswer(error.current) ? error.current : null;
    return { kind: 'conflict', meanwhile: current === null ? [] : listMeanwhile(known, current), next: current };
  }
}
