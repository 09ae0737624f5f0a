'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { simulationLineSchema, type SimulationLine, type SimulationRequest, type SimulationResult } from '@/lib/domain/simulation';
import { RequestError, fetchOk } from '@/components/data/fetch-json';
import { readLines } from './read-lines';

/** A simulation and how far it is. */
export type Simulation =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: number }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'ready'; readonly result: SimulationResult };

const IDLE: Simulation = { state: 'idle' };

async function runSimulation(request: SimulationRequest, signal: AbortSignal, onState: (next: Simulation) => void): Promise<void> {
  const response = await fetchOk('/api/rules/simulations', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request), signal });
  if (response.body === null) throw new RequestError('server', 'the answer has no body');
  for await (const text of readLines(response.body)) {
    const line = simulationLineSchema.parse(JSON.parse(text)) as SimulationLine;
    if ('progress' in line) onState({ state: 'running', progress: line.progress });
    else if ('result' in line) return onState({ state: 'ready', result: line.result });
    else return onState({ state: 'failed', message: line.failed });
  }
  throw new RequestError('network', 'the answer broke off');
}

/** Runs one simulation at a time; a new one, and leaving the page, stops the one before on the server too. */
export function useSimulation() {
  const [simulation, setSimulation] = useState<Simulation>(IDLE);
  const abortRef = useRef<AbortController | null>(null);
  const run = useCallback((request: SimulationRequest): void => {
    abortRef.current?.abort();
    const abort = new AbortController();
    abortRef.current = abort;
    setSimulation({ state: 'running', progress: 0 });
    const onState = (next: Simulation): void => { if (!abort.signal.aborted) setSimulation(next); };
    runSimulation(request, abort.signal, onState).catch((error: unknown) => onState({ state: 'failed', message: error instanceof Error ? error.message : String(error) }));
  }, []);
  const cancel = useCallback((): void => {
    abortRef.current?.abort();
    setSimulation({ state: 'cancelled' });
  }, []);
  useEffect(() => () => abortRef.current?.abort(), []);
  return { simulation, run, cancel };
}
