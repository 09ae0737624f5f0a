'use client';

import { useState } from 'react';
import type { ProgrammeTask } from '@/lib/domain/programme';
import type { ProgrammePage } from '@/lib/domain/programme-page';
import { WardChooser } from '@/components/analysis/ward-chooser';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { useWards } from '@/components/data/use-reference';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { isPlace, nextPlace, saidOrNull } from './part-draft';

interface TaskFormProps {
  readonly page: ProgrammePage;
  /** Null for a new one. */
  readonly task: ProgrammeTask | null;
  /** Whose wards can be named. */
  readonly editionId: string;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Gives out a task, or changes one. */
export function TaskForm({ page, task, editionId, onClose, onSaved }: TaskFormProps) {
  const { messages: { programmes: { tasks: texts, form } } } = usePreferences();
  const action = useAction();
  const wards = useWards(editionId);
  const { programme } = page;
  const [draft, setDraft] = useState({ place: String(task?.place ?? nextPlace(page.tasks)), title: task?.title ?? '', due: task?.due ?? programme.to, note: '' });
  const [codes, setCodes] = useState<readonly string[]>(() => (task?.owners ?? []).filter((owner) => owner.editionId === editionId).map(({ code }) => code));
  const [tried, setTried] = useState(false);
  // Wards of earlier borders stay with the task.
  const earlier = (task?.owners ?? []).filter((owner) => owner.editionId !== editionId).map((owner) => `${owner.editionId}/${owner.code}`);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (draft.title.trim() === '' || !isPlace(draft.place)) return;
    const said = { place: Number(draft.place), title: draft.title.trim(), owners: [...earlier, ...codes.map((code) => `${editionId}/${code}`)], due: draft.due };
    const path = `/api/programmes/${programme.id}/tasks`;
    const note = saidOrNull(draft.note);
    const done = await action.run(async (id) => {
      await (task === null ? sendJson('POST', path, { id, ...said, note }) : sendJson('PATCH', `${path}/${task.id}`, { version: task.version, ...said, ...(note === null ? {} : { note }) }));
    });
    if (done || action.error?.kind === 'conflict') onSaved();
    if (done) onClose();
  };
  const errorAt = (field: string): string | undefined => action.error?.fields[field];
  return (
    <FormDialog title={task === null ? texts.add : texts.editOf(task.title)} action={action} knownFields={['title', 'place', 'due']} onSubmit={() => void submit()} onClose={onClose} testId="task-form">
      <Field label={texts.name} error={tried && draft.title.trim() === '' ? form.missing : errorAt('title')}>{(attributes) => <textarea {...attributes} className="control h-auto py-2" rows={2} value={draft.title} onChange={(event) => setDraft({ ...draft, title: event.target.value })} data-testid="task-title" />}</Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={texts.place} error={tried && !isPlace(draft.place) ? texts.badPlace : errorAt('place')}>{(attributes) => <input {...attributes} className="control tabular" inputMode="numeric" value={draft.place} onChange={(event) => setDraft({ ...draft, place: event.target.value })} />}</Field>
        <div><span className="text-xs font-medium text-ink-2">{texts.due}</span><DayInput label={texts.due} value={draft.due} onChange={(due) => setDraft({ ...draft, due })} testId="task-due" />{errorAt('due') === undefined ? null : <p role="alert" className="mt-1 text-xs text-alarm">{errorAt('due')}</p>}</div>
      </div>
      <div><p className="mb-1 text-xs font-medium text-ink-2">{texts.ward}</p><WardChooser wards={wards.state === 'ready' ? wards.data : null} chosen={codes} onChange={setCodes} testId="task-wards" /><p className="mt-1 text-xs text-ink-3">{texts.ownersHint}</p></div>
      <Field label={texts.formNote} hint={form.noteHint}>{(attributes) => <textarea {...attributes} className="control h-auto py-2" rows={2} value={draft.note} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />}</Field>
    </FormDialog>
  );
}
