'use client';

import { ZONE_KINDS, ZONE_STATUSES } from '@/lib/domain/zone';
import { DayInput } from '@/components/ui/day-input';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import type { ZoneDraft, ZoneFault } from './zone-draft';

interface ZoneFieldsProps {
  readonly draft: ZoneDraft;
  readonly faults: ReadonlySet<ZoneFault>;
  /** What the server said of each field. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether a version exists, so that a remark goes with the change. */
  readonly isChange: boolean;
  readonly onChange: (part: Partial<ZoneDraft>) => void;
}

/** Everything of a zone but its shape. */
export function ZoneFields({ draft, faults, fields, isChange, onChange }: ZoneFieldsProps) {
  const { messages } = usePreferences();
  const { form, kinds, statuses, list } = messages.zones;
  const dayError = faults.has('missingFrom') ? form.missingFrom : faults.has('order') ? form.order : (fields['validFrom'] ?? fields['validTo']);
  return (
    <>
      <Field label={form.name} error={faults.has('missingName') ? form.missingName : fields['name']}>
        {(attributes) => <input {...attributes} className="control" placeholder={form.namePlaceholder} value={draft.name} onChange={(event) => onChange({ name: event.target.value })} data-testid="zone-name" />}
      </Field>
      <Field label={form.kind} error={fields['kind']}>
        {(attributes) => (
          <select {...attributes} className="control" value={draft.kind} onChange={(event) => onChange({ kind: ZONE_KINDS.find((kind) => kind === event.target.value) ?? draft.kind })} data-testid="zone-kind">
            {ZONE_KINDS.map((kind) => <option key={kind} value={kind}>{kinds[kind]}</option>)}
          </select>
        )}
      </Field>
      <div>
        <p className="mb-1 text-xs font-medium text-ink-2">{form.status}</p>
        <Segmented label={form.status} value={draft.status} options={ZONE_STATUSES.filter((status) => isChange || status !== 'closed').map((value) => ({ value, label: statuses[value] }))} onChange={(status) => onChange({ status })} />
        <p className="mt-1 text-xs text-ink-3">{list.draftHint}</p>
      </div>
      <div>
        <div className="grid grid-cols-2 gap-3">
          <div><p className="mb-1 text-xs font-medium text-ink-2">{form.from}</p><DayInput label={form.from} value={draft.validFrom} onChange={(validFrom) => onChange({ validFrom })} testId="zone-from" /></div>
          <div>
            <p className="mb-1 text-xs font-medium text-ink-2">{form.to}</p>
            <DayInput label={form.to} value={draft.validTo} onChange={(validTo) => onChange({ validTo })} testId="zone-to" />
            {draft.validTo === null ? <p className="mt-1 text-xs text-ink-3">{form.noEnd}</p> : <button type="button" className="mt-1 text-xs font-medium text-accent underline" onClick={() => onChange({ validTo: null })}>{form.noEnd}</button>}
          </div>
        </div>
        {dayError === undefined ? null : <p role="alert" className="mt-1 text-xs text-alarm">{dayError}</p>}
      </div>
      <Field label={form.evidence} hint={form.evidenceHint} error={fields['evidence']}>
        {(attributes) => <textarea {...attributes} rows={3} className="control h-auto py-2" value={draft.evidence} onChange={(event) => onChange({ evidence: event.target.value })} data-testid="zone-evidence" />}
      </Field>
      {isChange ? (
        <Field label={form.remark} hint={form.remarkHint} error={fields['remark']}>
          {(attributes) => <input {...attributes} className="control" value={draft.remark} onChange={(event) => onChange({ remark: event.target.value })} data-testid="zone-remark" />}
        </Field>
      ) : null}
    </>
  );
}
