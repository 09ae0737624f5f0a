'use client';

import { useState } from 'react';
import type { ScoreCriterion, ScoreEntry, WardScore } from '@/lib/domain/score';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { readNumber } from './read-number';
import { formatPoints } from './score-words';

interface EntryFormProps {
  readonly periodId: string;
  readonly ward: WardScore['ward'];
  readonly criterion: Extract<ScoreCriterion, { source: 'manual' }>;
  readonly correcting: ScoreEntry | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Gives points by hand with what they rest on, or corrects what was given. */
export function EntryForm({ periodId, ward, criterion, correcting, onClose, onSaved }: EntryFormProps) {
  const { messages: { scores: { forms } }, language } = usePreferences();
  const action = useAction();
  const [text, setText] = useState(correcting === null ? '' : String(correcting.value));
  const [basis, setBasis] = useState('');
  const [tried, setTried] = useState(false);
  const value = readNumber(text, 0, criterion.outOf);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (value === null || basis.trim() === '') return;
    const done = await action.run(async (id) => {
      await sendJson('POST', `/api/scores/${periodId}/entries`, { id, criterion: criterion.id, ward: `${ward.editionId}/${ward.code}`, value, basis: basis.trim(), supersedes: correcting?.id ?? null });
    });
    if (done || action.error?.kind === 'conflict') onSaved();
    if (done) onClose();
  };
  return (
    <FormDialog title={forms.giveOf(criterion.name, ward.name)} action={action} knownFields={['value', 'basis']} onSubmit={() => void submit()} onClose={onClose} testId="score-entry-form">
      <Field label={forms.value(formatPoints(criterion.outOf, language))} error={tried && value === null ? forms.bad : action.error?.fields['value']}>{(attributes) => <input {...attributes} className="control tabular" inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} data-testid="score-entry-value" />}</Field>
      <Field label={forms.basis} hint={forms.basisHint} error={tried && basis.trim() === '' ? forms.missing : action.error?.fields['basis']}>{(attributes) => <textarea {...attributes} className="control" rows={3} value={basis} onChange={(event) => setBasis(event.target.value)} data-testid="score-entry-basis" />}</Field>
    </FormDialog>
  );
}
