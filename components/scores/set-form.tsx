'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { SCORE_FORMULAS, type ScoreFormula, type ScoreSet } from '@/lib/domain/score';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { readNumber } from './read-number';
import { draftsOf, emptyCriterion, findFaults, isSound, toCriteria, type CriterionDraft, type CriterionFaults } from './set-draft';

/** Makes a set of criteria, or the next version of one. */
export function SetForm({ set, onClose, onSaved }: { readonly set: ScoreSet | null; readonly onClose: () => void; readonly onSaved: () => void }) {
  const { messages: { scores: { forms } } } = usePreferences();
  const action = useAction();
  const [name, setName] = useState(set?.name ?? '');
  const [basisNumber, setBasisNumber] = useState(set?.basisNumber ?? '');
  const [least, setLeast] = useState(String(Math.round((set?.leastShare ?? 0.5) * 100)));
  const [criteria, setCriteria] = useState(() => draftsOf(set));
  const [tried, setTried] = useState(false);
  const leastShare = readNumber(least, 0, 100);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === '' || leastShare === null || !isSound(criteria)) return;
    const said = { name: name.trim(), basisNumber: basisNumber.trim() === '' ? null : basisNumber.trim(), basisDate: set?.basisDate ?? null, criteria: toCriteria(criteria), leastShare: leastShare / 100 };
    const done = await action.run(async (id) => {
      await (set === null ? sendJson('POST', '/api/scores/sets', { id, ...said }) : sendJson('PUT', `/api/scores/sets/${set.id}`, { version: set.version, ...said }));
    });
    if (done || action.error?.kind === 'conflict') onSaved();
    if (done) onClose();
  };
  const change = (key: number, patch: Partial<CriterionDraft>): void => setCriteria(criteria.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  return (
    <FormDialog wide title={set === null ? forms.newSet : forms.editSetOf(set.name)} hint={forms.noCounts} action={action} knownFields={['name']} onSubmit={() => void submit()} onClose={onClose} testId="score-set-form">
      <div className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_1fr]">
        <Field label={forms.name} error={tried && name.trim() === '' ? forms.missing : action.error?.fields['name']}>{(attributes) => <input {...attributes} className="control" value={name} onChange={(event) => setName(event.target.value)} data-testid="score-set-name" />}</Field>
        <Field label={forms.number}>{(attributes) => <input {...attributes} className="control" value={basisNumber} onChange={(event) => setBasisNumber(event.target.value)} />}</Field>
        <Field label={forms.least} error={tried && leastShare === null ? forms.bad : undefined}>{(attributes) => <input {...attributes} className="control tabular" inputMode="decimal" value={least} onChange={(event) => setLeast(event.target.value)} />}</Field>
      </div>
      <ol className="space-y-3">
        {criteria.map((one, place) => (
          <CriterionFields key={one.key} draft={one} number={place + 1} faults={tried ? findFaults(one, criteria) : null} onChange={(patch) => change(one.key, patch)}
            onRemove={criteria.length === 1 ? null : () => setCriteria(criteria.filter(({ key }) => key !== one.key))} />
        ))}
      </ol>
      <Button size="small" disabled={criteria.length >= 20} onClick={() => setCriteria([...criteria, emptyCriterion(Math.max(...criteria.map(({ key }) => key)) + 1, criteria.map(({ source }) => source))])} data-testid="criterion-add"><Plus size={14} aria-hidden /> {forms.add}</Button>
    </FormDialog>
  );
}

interface CriterionFieldsProps {
  readonly draft: CriterionDraft;
  readonly number: number;
  readonly faults: CriterionFaults | null;
  readonly onChange: (patch: Partial<CriterionDraft>) => void;
  readonly onRemove: (() => void) | null;
}

function CriterionFields({ draft, number, faults, onChange, onRemove }: CriterionFieldsProps) {
  const { messages: { scores: { forms, formulas } } } = usePreferences();
  const numeric = (field: 'weight' | 'full' | 'least' | 'outOf', label: string) => (
    <Field label={label} error={faults?.[field] === true ? forms.bad : undefined}>{(attributes) => <input {...attributes} className="control tabular" inputMode="decimal" value={draft[field]} onChange={(event) => onChange({ [field]: event.target.value })} data-testid={`criterion-${field}`} />}</Field>
  );
  const title = draft.name.trim() === '' ? forms.criterion(String(number)) : draft.name;
  return (
    <li className="rounded-lg border border-line p-3" data-testid="criterion-fields">
      <div className="mb-2 flex items-center"><h3 className="text-xs font-semibold">{forms.criterion(String(number))}</h3>{onRemove === null ? null : <IconButton label={forms.remove(title)} className="-my-1 ml-auto" onClick={onRemove}><Trash2 size={15} aria-hidden /></IconButton>}</div>
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_6rem_6rem_6rem]">
        <Field label={forms.criterionName} error={faults?.name === true ? forms.missing : undefined}>{(attributes) => <input {...attributes} className="control" value={draft.name} onChange={(event) => onChange({ name: event.target.value })} data-testid="criterion-name" />}</Field>
        <Field label={forms.source} error={faults?.twice === true ? forms.twice : undefined}>
          {(attributes) => <select {...attributes} className="control" value={draft.source} onChange={(event) => onChange({ source: event.target.value as ScoreFormula | 'manual' })} data-testid="criterion-source">{SCORE_FORMULAS.map((one) => <option key={one} value={one}>{formulas[one]}</option>)}<option value="manual">{forms.manual}</option></select>}
        </Field>
        {numeric('weight', forms.weight)}
        {draft.source === 'manual' ? numeric('outOf', forms.outOf) : <>{numeric('full', forms.full)}{numeric('least', forms.leastRecords)}</>}
      </div>
    </li>
  );
}
