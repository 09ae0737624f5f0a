'use client';

import { FlaskConical, Info } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import { formatDay } from '@/lib/format/format-instant';
import { formatShare } from '@/lib/format/format-number';
import type { Reference } from '@/components/data/api-types';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { SimulationForm } from './simulation-form';
import { SimulationOutcome } from './simulation-outcome';
import { readSimulationRequest, readSimulationView, writeSimulationView, type SimulationFault, type SimulationView } from '@/lib/view/simulation-view';
import { useSimulation, type Simulation } from './use-simulation';

interface SimulatorProps {
  readonly reference: Reference;
  readonly today: Day;
  readonly search: string;
}

/** Replays a past period under another rule; the address restores and reruns it. */
export function Simulator({ reference, today, search }: SimulatorProps) {
  const [view, setView] = useState(() => readSimulationView(new URLSearchParams(search), today));
  const [faults, setFaults] = useState<ReadonlySet<SimulationFault>>(new Set());
  const { simulation, run, cancel } = useSimulation();
  const start = useCallback((wanted: SimulationView): void => {
    const result = readSimulationRequest(wanted);
    setFaults(result.kind === 'wrong' ? result.faults : new Set());
    if (result.kind === 'wrong') return;
    window.history.replaceState(null, '', `/rules?${writeSimulationView(wanted, true)}`);
    run(result.request);
  }, [run]);
  const firstRef = useRef(new URLSearchParams(search).get('run') === '1' ? view : null);
  useEffect(() => {
    const wanted = firstRef.current;
    // StrictMode runs effects twice in development; the second run takes the first one's place.
    if (wanted === null) return undefined;
    const timer = setTimeout(() => start(wanted), 0);
    return () => clearTimeout(timer);
  }, [start]);
  return (
    <div className="mx-auto grid max-w-6xl gap-4 lg:grid-cols-[320px_minmax(0,1fr)]" data-testid="simulator">
      <SimulationForm view={view} faults={faults} reference={reference} running={simulation.state === 'running'} onChange={(part) => setView((before) => ({ ...before, ...part }))} onRun={() => start(view)} />
      <div className="min-w-0 space-y-4">
        <LapsedNote view={view} reference={reference} />
        <Progress simulation={simulation} onCancel={cancel} />
        {simulation.state === 'ready' ? <SimulationOutcome result={simulation.result} reference={reference} /> : null}
      </div>
    </div>
  );
}

/** Says so when the chosen cluster has no day in common with the period. */
function LapsedNote({ view, reference }: { readonly view: SimulationView; readonly reference: Reference }) {
  const { messages } = usePreferences();
  const cluster = reference.clusters.find(({ id }) => id === view.cluster);
  if (cluster === undefined || (view.from <= (cluster.termTo ?? view.from) && view.to >= cluster.termFrom)) return null;
  return (
    <p role="status" className="flex gap-2 rounded-lg bg-warn-soft px-3 py-2.5 text-sm text-warn" data-testid="lapsed-note">
      <Info size={16} aria-hidden className="mt-0.5 shrink-0" /> {messages.rules.lapsed(cluster.name, formatDay(cluster.termFrom), cluster.termTo === null ? '…' : formatDay(cluster.termTo))}
    </p>
  );
}

function Progress({ simulation, onCancel }: { readonly simulation: Simulation; readonly onCancel: () => void }) {
  const { messages, language } = usePreferences();
  const { rules } = messages;
  switch (simulation.state) {
    case 'idle':
      return <StateNote icon={<FlaskConical size={30} />} title={rules.idle} hint={rules.idleHint} />;
    case 'running': {
      const share = formatShare(simulation.progress, language);
      return (
        <div className="flex items-center gap-3 rounded-xl border border-line bg-surface p-4" data-testid="simulation-running">
          <div className="min-w-0 flex-1">
            <p className="tabular text-sm">{rules.running(share)}</p>
            <div role="progressbar" aria-label={rules.title} aria-valuenow={Math.round(simulation.progress * 100)} aria-valuemin={0} aria-valuemax={100} className="mt-2 h-2 overflow-hidden rounded-full bg-sunken">
              <div className="h-full rounded-full bg-accent" style={{ width: `${(simulation.progress * 100).toFixed(1)}%` }} />
            </div>
          </div>
          <Button onClick={onCancel} data-testid="simulation-cancel">{rules.cancel}</Button>
        </div>
      );
    }
    case 'cancelled':
      return <p role="status" className="rounded-xl border border-line bg-surface p-4 text-sm" data-testid="simulation-cancelled">{rules.cancelled}</p>;
    case 'failed':
      return <p role="alert" className="rounded-xl border border-line bg-alarm-soft p-4 text-sm text-alarm" data-testid="simulation-failed">{rules.failed}: {simulation.message}</p>;
    case 'ready':
      return null;
    default:
      return simulation satisfies never;
  }
}
