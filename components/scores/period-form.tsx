'use client';

import { useState } from 'react';
import type { Cluster } from '@/lib/domain/boundary';
import type { Day } from '@/lib/domain/instant';
import type { ScoreSet } from '@/lib/domain/score';
import { nextPeriodStart, periodStartOf, type Calendar } from '@/lib/trends/reporting-periods';
import { addDays } from '@/lib/view/day-arithmetic';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';

interface PeriodFormProps {
  readonly today: Day;
  readonly sets: readonly ScoreSet[];
  readonly clusters: readonly Cluster[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const PRESETS = ['reporting_month', 'quarter', 'reporting_year', 'year'] as const satisfies readonly Calendar[];
type Preset = (typeof PRESETS)[number];

/** Days of an official period: the last whole one, and of years this one. */
export function presetDays(preset: Preset, today: Day): { readonly from: Day; readonly to: Day } {
  const current = periodStartOf(preset, today);
  const from = preset === 'year' ? current : periodStartOf(preset, addDays(current, -1));
  return { from, to: addDays(nextPeriodStart(preset, from), -1) };
}

/** Makes a period to be scored, of the whole area or of a cluster. */
export function PeriodForm({ today, sets, clusters, onClose, onSaved }: PeriodFormProps) {
  const { messages: { scores: { forms, scopes } } } = usePreferences();
  const action = useAction();
  const [draft, setDraft] = useState({ name: '', setId: sets[0]?.id ?? '', clusterId: '', ...presetDays('reporting_month', today) });
  const [preset, setPreset] = useState<Preset | ''>('reporting_month');
  const [tried, setTried] = useState(false);
  const isOrdered = draft.from <= draft.to;
  const submit = async (): Promise<void> => {
    setTried(true);
    const set = sets.find(({ id }) => id === draft.setId);
    if (draft.name.trim() === '' || !isOrdered || set === undefined) return;
    const done = await action.run(async (id) => {
      await sendJson('POST', '/api/scores', {
        id, name: draft.name.trim(), setId: set.id, setVersion: set.version, from: draft.from, to: draft.to, ...(draft.clusterId === '' ? { scope: 'city' } : { scope: 'cluster', clusterId: draft.clusterId }),
      });
    });
    if (!done) return;
    onSaved();
    onClose();
  };
  const choosePreset = (value: Preset | ''): void => {
    setPreset(value);
    if (value !== '') setDraft({ ...draft, ...presetDays(value, today) });
  };
  const order = tried && !isOrdered ? forms.order : action.error?.fields['to'];
  return (
    <FormDialog title={forms.newPeriod} action={action} knownFields={['name', 'to']} onSubmit={() => void submit()} onClose={onClose} testId="score-period-form">
      <Field label={forms.name} error={tried && draft.name.trim() === '' ? forms.missing : action.error?.fields['name']}>{(attributes) => <input {...attributes} className="control" value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} data-testid="score-period-name" />}</Field>
      <Field label={forms.set}>{(attributes) => <select {...attributes} className="control" value={draft.setId} onChange={(event) => setDraft({ ...draft, setId: event.target.value })}>{sets.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>}</Field>
      <Field label={forms.scope}>{(attributes) => <select {...attributes} className="control" value={draft.clusterId} onChange={(event) => setDraft({ ...draft, clusterId: event.target.value })}><option value="">{scopes.city}</option>{clusters.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>}</Field>
      <Field label={forms.preset}>{(attributes) => <select {...attributes} className="control" value={preset} onChange={(event) => choosePreset(event.target.value as Preset | '')}>{PRESETS.map((one) => <option key={one} value={one}>{forms.presets[one]}</option>)}<option value="">{forms.own}</option></select>}</Field>
      <div className="grid grid-cols-2 gap-3">
        <div><span className="text-xs font-medium text-ink-2">{forms.from}</span><DayInput label={forms.from} value={draft.from} onChange={(from) => { setPreset(''); setDraft({ ...draft, from }); }} testId="score-from" /></div>
        <div><span className="text-xs font-medium text-ink-2">{forms.to}</span><DayInput label={forms.to} value={draft.to} onChange={(to) => { setPreset(''); setDraft({ ...draft, to }); }} testId="score-to" />{order === undefined ? null : <p role="alert" className="mt-1 text-xs text-alarm">{order}</p>}</div>
      </div>
    </FormDialog>
  );
}
