'use client';

import { useState } from 'react';
import type { Cluster } from '@/lib/domain/boundary';
import type { Day } from '@/lib/domain/instant';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';

interface ProgrammeFormProps {
  readonly today: Day;
  readonly clusters: readonly Cluster[];
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Makes a programme as a draft, of the whole area or of a cluster. */
export function ProgrammeForm({ today, clusters, onClose, onSaved }: ProgrammeFormProps) {
  const { messages: { programmes: { form, scopes } } } = usePreferences();
  const action = useAction();
  const [draft, setDraft] = useState({ name: '', basisNumber: '', clusterId: '', from: today, to: `${today.slice(0, 4)}-12-31` as Day, note: '' });
  const [tried, setTried] = useState(false);
  const faults = { name: tried && draft.name.trim() === '' ? form.missing : undefined, to: tried && draft.to < draft.from ? form.order : undefined };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (draft.name.trim() === '' || draft.to < draft.from) return;
    const said = (text: string): string | null => (text.trim() === '' ? null : text.trim());
    const done = await action.run(async (id) => {
      await sendJson('POST', '/api/programmes', {
        id, name: draft.name.trim(), basisNumber: said(draft.basisNumber), from: draft.from, to: draft.to, note: said(draft.note),
        ...(draft.clusterId === '' ? { scope: 'city' } : { scope: 'cluster', clusterId: draft.clusterId }),
      });
    });
    if (!done) return;
    onSaved();
    onClose();
  };
  const fieldError = (field: string): string | undefined => action.error?.fields[field];
  return (
    <FormDialog title={form.title} action={action} knownFields={['name', 'to']} onSubmit={() => void submit()} onClose={onClose} testId="programme-form">
      <Field label={form.name} error={faults.name ?? fieldError('name')}>{(attributes) => <input {...attributes} className="control" value={draft.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} data-testid="programme-name" />}</Field>
      <Field label={form.number}>{(attributes) => <input {...attributes} className="control" value={draft.basisNumber} onChange={(event) => setDraft({ ...draft, basisNumber: event.target.value })} />}</Field>
      <Field label={form.scope}>
        {(attributes) => (
          <select {...attributes} className="control" value={draft.clusterId} onChange={(event) => setDraft({ ...draft, clusterId: event.target.value })}>
            <option value="">{scopes.city}</option>{clusters.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <div><span className="text-xs font-medium text-ink-2">{form.from}</span><DayInput label={form.from} value={draft.from} onChange={(from) => setDraft({ ...draft, from })} testId="programme-from" /></div>
        <div><span className="text-xs font-medium text-ink-2">{form.to}</span><DayInput label={form.to} value={draft.to} onChange={(to) => setDraft({ ...draft, to })} testId="programme-to" />{(faults.to ?? fieldError('to')) === undefined ? null : <p role="alert" className="mt-1 text-xs text-alarm">{faults.to ?? fieldError('to')}</p>}</div>
      </div>
      <Field label={form.note} hint={form.noteHint}>{(attributes) => <textarea {...attributes} className="control" rows={3} value={draft.note} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />}</Field>
    </FormDialog>
  );
}
