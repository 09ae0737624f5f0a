'use client';

import { Play } from 'lucide-react';
import type { FormEvent } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { UsedParameter } from '@/lib/domain/analysis-result';
import type { Phrases } from '@/lib/messages/analysis/method-texts';
import type { Reference } from '@/components/data/api-types';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import type { Areas } from './area-of-scope';
import { MethodPicker } from './method-picker';
import { ParameterForm } from './parameter-form';
import { ScopeForm } from './scope-form';
import type { MethodInfo } from './use-analyses';
import type { useWorkbench } from './use-workbench';

interface RunFormProps {
  readonly bench: ReturnType<typeof useWorkbench>;
  readonly reference: Reference;
  readonly methods: readonly MethodInfo[];
  readonly areas: Areas;
  readonly phrases: Phrases;
  readonly today: Day;
  readonly used: readonly UsedParameter[];
}

/** What is asked: the question, where and when, how. */
export function RunForm({ bench, reference, methods, areas, phrases, today, used }: RunFormProps) {
  const { messages } = usePreferences();
  const { run: words, scope } = messages.analysis;
  const { draft, editionId, method, faults, fault, action, change, start } = bench;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    start();
  };
  const faultText = fault === 'area' ? words.missingArea : fault === 'method' ? words.missingMethod : fault === 'order' ? scope.order : null;
  const refused = action.error === null ? null : [action.error.message, ...Object.entries(action.error.fields).map(([field, text]) => `${field}: ${text}`)].join(' ');
  return (
    <form onSubmit={submit} noValidate className="space-y-4" data-testid="run-form">
      <MethodPicker methods={methods} method={draft.method} onChange={(next) => change({ method: next })} />
      <ScopeForm draft={draft} editionId={editionId} reference={reference} areas={areas} today={today} onChange={change} />
      {method === undefined ? null : <ParameterForm key={method.id} method={method} draft={draft} faults={faults} used={used} phrases={phrases} areas={areas} editionId={editionId} onChange={change} />}
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-surface px-4 py-3">
        {faultText === null ? null : <p role="alert" className="mb-2 text-xs text-alarm" data-testid="form-fault">{faultText}</p>}
        {refused === null ? null : <p role="alert" className="mb-2 text-xs text-alarm" data-testid="form-refused">{words.failed}: {refused}</p>}
        <Button type="submit" kind="primary" size="large" className="w-full" disabled={action.busy || !bench.isReady} data-testid="run-start"><Play size={15} aria-hidden /> {action.busy ? words.sending : words.start}</Button>
      </div>
    </form>
  );
}
