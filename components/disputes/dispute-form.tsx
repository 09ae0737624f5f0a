'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { DISPUTE_KINDS, DISPUTE_RISKS, DISPUTE_SOURCES, type DisputePage, type DisputeRule } from '@/lib/domain/dispute';
import { formatLocalInput } from '@/lib/format/format-instant';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { MomentInput } from '@/components/ui/moment-input';
import { usePreferences } from '@/components/ui/preferences';
import { listDisputeFaults, startDispute, toNewDispute, type DisputeDraft, type DisputeFault } from './dispute-draft';
import { PartyFields } from './party-fields';

interface DisputeFormProps {
  /** The incident whose place it is; null: by coordinates. */
  readonly incident: string | null;
  /** The rule in force, to say what each risk means; null while it loads. */
  readonly rule: DisputeRule | null;
}

const NO_FAULTS: ReadonlySet<DisputeFault> = new Set();

/** The form that takes a dispute in. */
export function DisputeForm({ incident, rule }: DisputeFormProps) {
  const { messages } = usePreferences();
  const { form, kinds, sources, risks } = messages.disputes;
  const router = useRouter();
  const [draft, setDraft] = useState(() => startDispute(formatLocalInput(Date.now())));
  const [faults, setFaults] = useState(NO_FAULTS);
  const action = useAction();
  const set = (part: Partial<DisputeDraft>): void => setDraft({ ...draft, ...part });
  const said = (name: DisputeFault, text: string, ...fields: readonly string[]): string | undefined =>
    (faults.has(name) ? text : fields.map((field) => action.error?.fields[field]).find((one) => one !== undefined));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = listDisputeFaults(draft, incident);
    setFaults(found);
    if (found.size > 0) return;
    await action.run(async (id) => {
      const page = await sendJson<DisputePage>('POST', '/api/disputes', toNewDispute(draft, incident, id));
      router.push(`/disputes/${page.id}`);
    });
  };
  const choice = <T extends string>(label: string, value: T, values: readonly T[], name: (value: T) => string, onChange: (value: T) => void, testId: string) => (
    <Field label={label}>
      {(props) => <select {...props} className="control" value={value} onChange={(event) => onChange(event.target.value as T)} data-testid={testId}>{values.map((one) => <option key={one} value={one}>{name(one)}</option>)}</select>}
    </Field>
  );
  const known = ['lon', 'lat', 'receivedAt', 'parties'].some((field) => action.error?.fields[field] !== undefined);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="mx-auto max-w-xl space-y-4 rounded-xl border border-line bg-surface p-5" data-testid="dispute-form">
      {incident !== null ? <p className="text-sm text-ink-2">{form.from}</p> : (
        <Field label={form.place} hint={form.placeHint} error={said('place', form.badPlace, 'lon', 'lat')}>
          {(props) => <input {...props} className="control tabular" autoComplete="off" value={draft.place} onChange={(event) => set({ place: event.target.value })} data-testid="dispute-place" />}
        </Field>
      )}
      {choice(form.kind, draft.kind, DISPUTE_KINDS, (one) => kinds[one], (kind) => set({ kind }), 'dispute-kind')}
      <PartyFields parties={draft.parties} error={said('parties', form.badParties, 'parties')} onChange={(parties) => set({ parties })} />
      {choice(form.risk, draft.risk, DISPUTE_RISKS, (one) => (rule === null ? risks[one] : form.riskDays(risks[one], String(rule.days[one]))), (risk) => set({ risk }), 'dispute-risk')}
      {choice(form.source, draft.source, DISPUTE_SOURCES, (one) => sources[one], (source) => set({ source }), 'dispute-source')}
      <MomentInput label={form.received} value={draft.received} onChange={(received) => set({ received })} error={said('received', form.badReceived, 'receivedAt')} testId="dispute-received" />
      <Field label={form.description} hint={form.descriptionHint}>
        {(props) => <textarea {...props} rows={4} maxLength={2000} className="control h-auto py-2" value={draft.description} onChange={(event) => set({ description: event.target.value })} data-testid="dispute-description" />}
      </Field>
      {action.error === null || known ? null : <p role="alert" className="text-xs text-alarm" data-testid="form-error">{action.error.message}</p>}
      <Button type="submit" kind="primary" size="large" disabled={action.busy} data-testid="dispute-submit">{action.busy ? form.sending : form.submit}</Button>
    </form>
  );
}
