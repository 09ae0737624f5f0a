'use client';

import { Play } from 'lucide-react';
import type { FormEvent } from 'react';
import { LEAD_RULES, type LeadRule } from '@/lib/domain/regulation';
import type { Reference } from '@/components/data/api-types';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import type { SimulationFault, SimulationView } from '@/lib/view/simulation-view';

interface SimulationFormProps {
  readonly view: SimulationView;
  readonly faults: ReadonlySet<SimulationFault>;
  readonly reference: Reference;
  readonly running: boolean;
  readonly onChange: (part: Partial<SimulationView>) => void;
  readonly onRun: () => void;
}

/** Period, scope, and what to try. */
export function SimulationForm({ view, faults, reference, running, onChange, onRun }: SimulationFormProps) {
  const { messages } = usePreferences();
  const { rules, clusters } = messages;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onRun();
  };
  return (
    <form onSubmit={submit} noValidate className="space-y-4 self-start rounded-xl border border-line bg-surface p-4" data-testid="simulation-form">
      <fieldset>
        <legend className="eyebrow mb-1">{rules.period}</legend>
        <div className="grid grid-cols-2 gap-2 text-xs text-ink-2">
          <div><span aria-hidden>{rules.from}</span><DayInput label={rules.from} value={view.from} onChange={(from) => onChange({ from })} testId="simulation-from" /></div>
          <div><span aria-hidden>{rules.to}</span><DayInput label={rules.to} value={view.to} onChange={(to) => onChange({ to })} testId="simulation-to" /></div>
        </div>
        {faults.has('order') ? <p role="alert" className="mt-1 text-xs text-alarm">{rules.order}</p> : null}
      </fieldset>
      <Field label={rules.scope}>
        {(attributes) => (
          <select {...attributes} className="control" value={view.cluster ?? ''} onChange={(event) => onChange({ cluster: event.target.value === '' ? null : event.target.value })} data-testid="simulation-cluster">
            <option value="">{rules.allClusters}</option>
            {reference.clusters.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        )}
      </Field>
      <fieldset className="space-y-3">
        <legend className="eyebrow mb-1">{rules.change}</legend>
        <Field label={rules.width} hint={rules.widthHint} error={faults.has('width') ? rules.badWidth : undefined}>
          {(attributes) => <input {...attributes} inputMode="decimal" className="control tabular" value={view.width} onChange={(event) => onChange({ width: event.target.value })} data-testid="simulation-width" />}
        </Field>
        <Field label={rules.leadRule}>
          {(attributes) => (
            <select {...attributes} className="control" value={view.leadRule ?? ''} onChange={(event) => onChange({ leadRule: event.target.value === '' ? null : (event.target.value as LeadRule) })} data-testid="simulation-rule">
              <option value="">{rules.keepRule}</option>
              {LEAD_RULES.map((rule) => <option key={rule} value={rule}>{clusters.regulation.leadRules[rule]}</option>)}
            </select>
          )}
        </Field>
        {view.cluster === null ? (
          <Field label={rules.defaultWidth} hint={rules.defaultWidthHint} error={faults.has('defaultWidth') ? rules.badWidth : undefined}>
            {(attributes) => <input {...attributes} inputMode="decimal" className="control tabular" value={view.defaultWidth} onChange={(event) => onChange({ defaultWidth: event.target.value })} data-testid="simulation-default-width" />}
          </Field>
        ) : null}
      </fieldset>
      {faults.has('nothing') ? <p role="alert" className="text-xs text-alarm" data-testid="simulation-nothing">{rules.nothing}</p> : null}
      <Button type="submit" kind="primary" className="w-full" disabled={running} data-testid="simulation-run"><Play size={15} aria-hidden /> {rules.run}</Button>
    </form>
  );
}
