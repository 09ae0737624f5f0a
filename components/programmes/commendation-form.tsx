'use client';

import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import { COMMENDATION_LEVELS, type CommendationLevel } from '@/lib/domain/prevention-model';
import { WardChooser } from '@/components/analysis/ward-chooser';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { useWards } from '@/components/data/use-reference';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { readCount, saidOrNull } from './part-draft';

interface CommendationFormProps {
  readonly programmeId: string;
  readonly editionId: string;
  readonly today: Day;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Adds a decision to commend, as counts. */
export function CommendationForm({ programmeId, editionId, today, onClose, onSaved }: CommendationFormProps) {
  const { messages: { programmes: { commendations: texts, form } } } = usePreferences();
  const action = useAction();
  const wards = useWards(editionId);
  const [draft, setDraft] = useState({ level: 'city' as CommendationLevel, number: '', date: today, collectives: '1', individuals: '0', note: '' });
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const [collectives, individuals] = [readCount(draft.collectives), readCount(draft.individuals)];
  const isNobody = collectives !== null && individuals !== null && collectives + individuals === 0;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (collectives === null || individuals === null || isNobody) return;
    const ward = draft.level === 'ward' && codes[0] !== undefined ? `${editionId}/${codes[0]}` : null;
    const done = await action.run(async (id) => {
      await sendJson('POST', '/api/commendations', { id, programmeId, level: draft.level, ward, decisionNumber: saidOrNull(draft.number), decisionDate: draft.date, collectives, individuals, note: saidOrNull(draft.note) });
    });
    if (!done) return;
    onSaved();
    onClose();
  };
  const count = (field: 'collectives' | 'individuals', value: number | null) => (
    <Field label={texts[field]} error={!tried ? undefined : value === null ? texts.bad : isNobody && field === 'collectives' ? texts.nobody : action.error?.fields[field]}>
      {(attributes) => <input {...attributes} className="control tabular" inputMode="numeric" value={draft[field]} onChange={(event) => setDraft({ ...draft, [field]: event.target.value })} data-testid={`commendation-${field}`} />}
    </Field>
  );
  return (
    <FormDialog title={texts.add} hint={texts.hint} action={action} knownFields={['collectives', 'individuals']} onSubmit={() => void submit()} onClose={onClose} testId="commendation-form">
      <Field label={texts.level}>{(attributes) => <select {...attributes} className="control" value={draft.level} onChange={(event) => setDraft({ ...draft, level: event.target.value as CommendationLevel })}>{COMMENDATION_LEVELS.map((one) => <option key={one} value={one}>{texts.levels[one]}</option>)}</select>}</Field>
      {draft.level === 'ward' ? <div><p className="mb-1 text-xs font-medium text-ink-2">{texts.ward}</p><WardChooser single wards={wards.state === 'ready' ? wards.data : null} chosen={codes} onChange={setCodes} testId="commendation-ward" /></div> : null}
      <div className="grid grid-cols-2 gap-3">
        <Field label={texts.number} error={action.error?.fields['decisionNumber']}>{(attributes) => <input {...attributes} className="control" value={draft.number} onChange={(event) => setDraft({ ...draft, number: event.target.value })} data-testid="commendation-number" />}</Field>
        <div><span className="text-xs font-medium text-ink-2">{texts.day}</span><DayInput label={texts.day} value={draft.date} onChange={(date) => setDraft({ ...draft, date })} testId="commendation-date" /></div>
      </div>
      <div className="grid grid-cols-2 gap-3">{count('collectives', collectives)}{count('individuals', individuals)}</div>
      <Field label={form.note} hint={form.noteHint}>{(attributes) => <textarea {...attributes} className="control h-auto py-2" rows={2} value={draft.note} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />}</Field>
    </FormDialog>
  );
}
