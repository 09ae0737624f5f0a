'use client';

import { useState } from 'react';
import type { Dispute } from '@/lib/domain/dispute';
import type { Day } from '@/lib/domain/instant';
import { formatLocalInput } from '@/lib/format/format-instant';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { MomentInput } from '@/components/ui/moment-input';
import { usePreferences } from '@/components/ui/preferences';
import { listStepFaults, nameChoices, needsOf, toStepRequest, type StepDraft, type StepFault, type StepWanted } from './dispute-step';

interface StepDialogProps {
  readonly wanted: StepWanted;
  readonly dispute: Dispute;
  readonly onClose: () => void;
  /** Fetches the dispute anew: after the step, and when somebody else was faster. */
  readonly onChanged: () => void;
}

const NO_FAULTS: ReadonlySet<StepFault> = new Set();

function startDraft({ kind }: StepWanted, { risk, followUpDay }: Dispute): StepDraft {
  const now = formatLocalInput(Date.now());
  const day = now.slice(0, 10) as Day;
  return { moment: kind === 'hold' ? now : `${day}T`, team: '', choice: kind === 'risk' ? risk : '', day: kind === 'settle' ? day : null, followUp: followUpDay, text: '' };
}

/** The form of one step; what was typed stays when sending fails, also when somebody was faster. */
export function StepDialog({ wanted, dispute, onClose, onChanged }: StepDialogProps) {
  const { messages } = usePreferences();
  const { disputes } = messages;
  const { fields, steps } = disputes;
  const { kind } = wanted;
  const needs = needsOf(wanted);
  const [draft, setDraft] = useState(() => startDraft(wanted, dispute));
  const [faults, setFaults] = useState(NO_FAULTS);
  const action = useAction();
  const set = (part: Partial<StepDraft>): void => setDraft({ ...draft, ...part });
  const fault = (name: StepFault, text: string): string | undefined => (faults.has(name) ? text : undefined);
  const told = (...names: readonly string[]): string | undefined => names.map((name) => action.error?.fields[name]).find((text) => text !== undefined);
  const submit = async (): Promise<void> => {
    const found = listStepFaults(wanted, draft);
    setFaults(found);
    if (found.size > 0) return;
    const done = await action.run((requestId) => {
      const { method, path, body } = toStepRequest(wanted, draft, dispute, requestId);
      return send(method, path, body);
    });
    onChanged();
    if (done) onClose();
  };
  const textLabel = kind in fields.text ? fields.text[kind as keyof typeof fields.text] : '';
  const dayError = fault('day', fields.needDay) ?? told('settledOn', 'dueDay', 'followUpDay');
  return (
    <FormDialog
      title={wanted.session === undefined ? steps[kind] : `${steps[kind]}: ${disputes.sessions.number(String(wanted.session)).toLowerCase()}`} action={action} submitLabel={steps[kind]} knownFields={['heldAt', 'plannedAt', 'settledOn', 'dueDay', 'followUpDay', 'version']}
      onSubmit={() => void submit()} onClose={onClose} testId="step-dialog"
    >
      {action.error?.kind === 'conflict' ? <p role="alert" className="text-xs text-alarm" data-testid="step-conflict">{fields.conflict}</p> : null}
      {needs.moment ? <MomentInput label={kind === 'plan' ? fields.moment.plan : fields.moment.hold} value={draft.moment} onChange={(moment) => set({ moment })} error={fault('moment', fields.needMoment) ?? told('heldAt', 'plannedAt')} testId="step-moment" /> : null}
      {needs.team ? (
        <Field label={fields.team} hint={fields.teamHint} error={fault('team', fields.needTeam)}>
          {(props) => <input {...props} className="control" maxLength={200} autoComplete="off" value={draft.team} onChange={(event) => set({ team: event.target.value })} data-testid="step-team" />}
        </Field>
      ) : null}
      {needs.choices === null ? null : (
        <Field label={kind === 'hold' ? fields.outcome : kind === 'escalate' ? fields.target : kind === 'risk' ? fields.risk : fields.handOver} error={fault('choice', fields.needChoice)}>
          {(props) => (
            <select {...props} className="control" value={draft.choice} onChange={(event) => set({ choice: event.target.value })} data-testid="step-choice">
              <option value="">{fields.choose}</option>
              {needs.choices?.map((choice) => <option key={choice} value={choice}>{nameChoices(kind, disputes)[choice] ?? choice}</option>)}
            </select>
          )}
        </Field>
      )}
      {needs.day ? <DayField label={kind === 'settle' ? fields.settledOn : fields.dueDay} value={draft.day} onChange={(day) => set({ day })} error={dayError} testId="step-day" /> : null}
      {needs.followUp ? <DayField label={fields.followUp} value={draft.followUp} onChange={(followUp) => set({ followUp })} error={needs.day ? told('followUpDay') : dayError} testId="step-follow-up" /> : null}
      {needs.text === null ? null : (
        <Field label={textLabel} hint={fields.noNames} error={fault('text', fields.needText)}>
          {(props) => <textarea {...props} rows={3} maxLength={2000} className="control h-auto py-2" value={draft.text} onChange={(event) => set({ text: event.target.value })} data-testid="step-text" />}
        </Field>
      )}
    </FormDialog>
  );
}

function DayField({ label, value, onChange, error, testId }: { readonly label: string; readonly value: Day | null; readonly onChange: (day: Day) => void; readonly error: string | undefined; readonly testId: string }) {
  return (
    <div>
      <span aria-hidden className="block text-xs font-medium text-ink-2">{label}</span>
      <DayInput label={label} value={value} onChange={onChange} testId={testId} />
      {error === undefined ? null : <p role="alert" className="mt-1 text-xs text-alarm">{error}</p>}
    </div>
  );
}
