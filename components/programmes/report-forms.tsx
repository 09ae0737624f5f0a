'use client';

import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { IndicatorEntry, Programme, ProgrammeIndicator, ProgrammeTask } from '@/lib/domain/programme';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';

interface FormProps {
  readonly programme: Programme;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** Reports how far a task is. */
export function TaskReportForm({ programme, task, onClose, onSaved }: FormProps & { readonly task: ProgrammeTask }) {
  const { messages: { programmes: { tasks, form } } } = usePreferences();
  const action = useAction();
  const [progress, setProgress] = useState(String(task.progress));
  const [note, setNote] = useState('');
  const isNumber = /^(100|\d{1,2})$/.test(progress.trim());
  const submit = async (): Promise<void> => {
    if (!isNumber) return;
    const done = await action.run(async () => { await sendJson('PATCH', `/api/programmes/${programme.id}/tasks/${task.id}`, { version: task.version, progress: Number(progress), note: said(note) }); });
    if (done || action.error?.kind === 'conflict') onSaved();
    if (done) onClose();
  };
  return (
    <FormDialog title={tasks.reportOf(task.title)} action={action} knownFields={['progress']} onSubmit={() => void submit()} onClose={onClose} testId="task-report">
      <Field label={tasks.value} error={isNumber ? action.error?.fields['progress'] : tasks.badValue}>{(attributes) => <input {...attributes} className="control tabular" inputMode="numeric" value={progress} onChange={(event) => setProgress(event.target.value)} data-testid="task-progress" />}</Field>
      <Field label={tasks.note} hint={form.noteHint}>{(attributes) => <textarea {...attributes} className="control" rows={3} value={note} onChange={(event) => setNote(event.target.value)} />}</Field>
    </FormDialog>
  );
}

/** Enters a value of an indicator, or corrects one that was entered. */
export function EntryForm({ programme, indicator, correcting, today, onClose, onSaved }: FormProps & { readonly indicator: ProgrammeIndicator; readonly correcting: IndicatorEntry | null; readonly today: Day }) {
  const { messages: { programmes: { indicators, form } } } = usePreferences();
  const action = useAction();
  const [from, setFrom] = useState<Day>(correcting?.from ?? programme.from);
  const [to, setTo] = useState<Day>(correcting?.to ?? (today < programme.to ? today : programme.to));
  const [text, setText] = useState(correcting === null ? '' : String(correcting.value));
  const [basis, setBasis] = useState('');
  const [tried, setTried] = useState(false);
  const value = /^-?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (value === null) return;
    const done = await action.run(async (id) => {
      await sendJson('POST', `/api/programmes/indicators/${indicator.id}/entries`, { id, from, to, value, basis: said(basis) ?? null, supersedes: correcting?.id ?? null });
    });
    if (!done) return;
    onSaved();
    onClose();
  };
  return (
    <FormDialog title={indicators.enterOf(indicator.name)} action={action} knownFields={['value']} onSubmit={() => void submit()} onClose={onClose} testId="entry-form">
      <div className="grid grid-cols-2 gap-3">
        <div><span className="text-xs font-medium text-ink-2">{indicators.from}</span><DayInput label={indicators.from} value={from} onChange={setFrom} testId="entry-from" /></div>
        <div><span className="text-xs font-medium text-ink-2">{indicators.to}</span><DayInput label={indicators.to} value={to} onChange={setTo} testId="entry-to" /></div>
      </div>
      <Field label={`${indicators.number} (${indicator.unitOfMeasure})`} error={tried && value === null ? indicators.badNumber : action.error?.fields['value']}>{(attributes) => <input {...attributes} className="control tabular" inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} data-testid="entry-value" />}</Field>
      <Field label={indicators.basis} hint={form.noteHint}>{(attributes) => <textarea {...attributes} className="control" rows={2} value={basis} onChange={(event) => setBasis(event.target.value)} />}</Field>
    </FormDialog>
  );
}
