'use client';

import { useState, type FormEvent } from 'react';
import type { WardName } from '@/lib/domain/boundary';
import type { Day, Instant } from '@/lib/domain/instant';
import { formatLocalInput, parseLocalInput } from '@/lib/format/format-instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Messages } from '@/lib/messages/messages';
import { Button } from '@/components/ui/button';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import type { ActionNeeds, ActionValues, IncidentAction } from './incident-action';
import type { IncidentHandle } from './use-incident';
import type { WardChoices } from './ward-choices';

interface ActionFormProps {
  readonly action: IncidentAction;
  readonly needs: ActionNeeds;
  readonly handle: IncidentHandle;
  readonly onClose: () => void;
}

type InstantField = NonNullable<ActionNeeds['instants']>[number];
type Errors = Readonly<Partial<Record<'ward' | 'text' | InstantField, string>>>;
interface DraftInstant { readonly day: Day | null; readonly time: string }

const EMPTY: DraftInstant = { day: null, time: '' };
const instantOf = ({ day, time }: DraftInstant): Instant | null => (day === null ? null : parseLocalInput(`${day}T${time.trim().padStart(5, '0')}`));
const isBlank = ({ day, time }: DraftInstant): boolean => time.trim() === '' && day === null;

function draftNow(): DraftInstant {
  const [day = '', time = ''] = formatLocalInput(Date.now()).split('T');
  return { day: day as Day, time };
}

/** Names of fields as the server says them, by ours. */
const SERVER_FIELDS = {
  ward: ['ward', 'lead.ward', 'detectedBy'], text: ['note', 'outcome', 'lead.reason', 'withdrawDecision.reason', 'lead', 'withdrawDecision'],
  confirmDue: ['deadlines.confirm_lead', 'deadlines'], resolveDue: ['deadlines.resolve'], detectedAt: ['detectedAt'],
} as const;

const errorsFromServer = (fields: Readonly<Record<string, string>>): Errors =>
  Object.fromEntries(Object.entries(SERVER_FIELDS).flatMap(([ours, theirs]) => {
    const found = theirs.map((name) => fields[name]).find((message) => message !== undefined);
    return found === undefined ? [] : [[ours, found]];
  }));

function findMistakes(needs: ActionNeeds, values: ActionValues, drafts: Readonly<Record<InstantField, DraftInstant>>, { field }: Messages['coordination']): Errors {
  const instants = needs.instants ?? [];
  const blank = instants.length > 0 && instants.every((name) => isBlank(drafts[name]));
  return {
    ...(needs.ward !== undefined && values.ward === '' ? { ward: field.needWard } : {}),
    ...(typeof needs.text?.missing === 'string' && values.text.trim() === '' ? { text: needs.text.missing } : {}),
    ...Object.fromEntries(instants.filter((name) => values[name] === null && !isBlank(drafts[name])).map((name) => [name, field.needTime])),
    ...(blank ? { [instants[0] ?? 'detectedAt']: instants.length > 1 ? field.needAnyTime : field.needTime } : {}),
  };
}

const firstWard = ({ onRequest, near, others }: WardChoices): string => {
  const all = [...onRequest, ...near, ...others];
  return all.length === 1 ? (all[0]?.code ?? '') : '';
};

/** The small form of one action; what was typed stays until it was done. */
export function ActionForm({ action, needs, handle, onClose }: ActionFormProps) {
  const { messages } = usePreferences();
  const { coordination } = messages;
  const [ward, setWard] = useState(needs.ward === undefined ? '' : firstWard(needs.ward));
  const [text, setText] = useState(needs.text?.initial ?? '');
  const [drafts, setDrafts] = useState<Readonly<Record<InstantField, DraftInstant>>>(() => ({ confirmDue: EMPTY, resolveDue: EMPTY, detectedAt: draftNow() }));
  const [errors, setErrors] = useState<Errors>({});
  const busy = handle.busy !== null;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const values: ActionValues = { ward, text, confirmDue: instantOf(drafts.confirmDue), resolveDue: instantOf(drafts.resolveDue), detectedAt: instantOf(drafts.detectedAt) };
    const mistakes = findMistakes(needs, values, drafts, coordination);
    setErrors(mistakes);
    if (Object.keys(mistakes).length > 0) return;
    const result = await handle.send(action.name, action.toCall(values));
    if (result?.kind === 'done') onClose();
    else if (result?.kind === 'failed') setErrors(errorsFromServer(result.error.fields));
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={action.label} className="mt-3 space-y-3 rounded-lg border border-line bg-raised p-3" data-testid={`form-${action.name}`}>
      {needs.ward === undefined ? null : <WardField choices={needs.ward} value={ward} error={errors.ward} onChange={setWard} />}
      {(needs.instants ?? []).map((name) => (
        <InstantInput key={name} name={name} draft={drafts[name]} error={errors[name]} onChange={(draft) => setDrafts({ ...drafts, [name]: draft })} />
      ))}
      {needs.text === undefined ? null : (
        <Field label={needs.text.label} hint={coordination.field.personHint} error={errors.text}>
          {(props) => <textarea {...props} rows={3} maxLength={2000} className="control h-auto py-2" value={text} onChange={(event) => setText(event.target.value)} data-testid="action-text" />}
        </Field>
      )}
      <div className="flex gap-2">
        <Button type="submit" kind="primary" size="small" className="max-md:h-11" disabled={busy} data-testid="action-submit">{busy ? coordination.action.sending : action.label}</Button>
        <Button size="small" className="max-md:h-11" onClick={onClose} disabled={busy}>{coordination.action.back}</Button>
      </div>
    </form>
  );
}

interface WardFieldProps {
  readonly choices: WardChoices;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (code: string) => void;
}

function WardField({ choices, value, error, onChange }: WardFieldProps) {
  const { messages, language } = usePreferences();
  const { field } = messages.coordination;
  const groups: readonly (readonly [string, readonly WardName[]])[] = [[field.groupRequest, choices.onRequest], [field.groupNear, choices.near], [field.groupOther, choices.others]];
  return (
    <Field label={field.ward} error={error}>
      {(props) => (
        <select {...props} className="control" value={value} onChange={(event) => onChange(event.target.value)} data-testid="action-ward">
          <option value="">{field.wardChoose}</option>
          {groups.map(([label, wards]) => (wards.length === 0 ? null : (
            <optgroup key={label} label={label}>
              {wards.map((ward) => <option key={ward.code} value={ward.code}>{formatWardInSentence(ward.name, language)}</option>)}
            </optgroup>
          )))}
        </select>
      )}
    </Field>
  );
}

interface InstantInputProps {
  readonly name: InstantField;
  readonly draft: DraftInstant;
  readonly error: string | undefined;
  readonly onChange: (draft: DraftInstant) => void;
}

function InstantInput({ name, draft, error, onChange }: InstantInputProps) {
  const { messages } = usePreferences();
  const { field } = messages.coordination;
  return (
    <Field label={`${field[name]}: ${field.time}`} error={error}>
      {(props) => (
        <span className="grid grid-cols-[1fr_88px] items-end gap-2">
          <DayInput label={`${field[name]}: ${field.day}`} value={draft.day} onChange={(day) => onChange({ ...draft, day })} testId={`${name}-day`} />
          <input {...props} inputMode="numeric" placeholder="hh:mm" autoComplete="off" className="control tabular" value={draft.time} onChange={(event) => onChange({ ...draft, time: event.target.value })} data-testid={`${name}-time`} />
        </span>
      )}
    </Field>
  );
}
