'use client';

import { Pencil, Phone, PhoneOff } from 'lucide-react';
import { useState } from 'react';
import type { ClusterPage, DutyDesk } from '@/lib/domain/cluster-work';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Me } from '@/components/data/api-types';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';

interface DeskSectionProps {
  readonly page: ClusterPage;
  readonly me: Me;
  readonly onSaved: () => void;
}

/** The duty desks of the members: a unit and its number. */
export function DeskSection({ page, me, onSaved }: DeskSectionProps) {
  const { messages } = usePreferences();
  const { desks: texts, sections } = messages.clusters;
  const [editing, setEditing] = useState<DutyDesk | null>(null);
  const mayEdit = (desk: DutyDesk): boolean => me.role === 'admin' || (me.role === 'officer' && me.unit?.id === desk.unitId);
  return (
    <Section title={sections.desks} testId="desk-section">
      {page.desks.length === 0 ? <p className="text-sm text-ink-2">{texts.none}</p> : (
        <ul className="divide-y divide-line">
          {page.desks.map((desk) => <DeskRow key={`${desk.unitId}/${desk.ward.code}`} desk={desk} onEdit={mayEdit(desk) ? () => setEditing(desk) : null} />)}
        </ul>
      )}
      {editing === null ? null : <DeskForm desk={editing} onSaved={() => { setEditing(null); onSaved(); }} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function DeskRow({ desk, onEdit }: { readonly desk: DutyDesk; readonly onEdit: (() => void) | null }) {
  const { messages, language } = usePreferences();
  const { desks: texts, edit } = messages.clusters;
  return (
    <li className="flex min-h-12 items-center gap-3 py-1.5" data-testid="desk" data-ward={desk.ward.code}>
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm font-medium">{desk.unitName}</p>
        <p className="text-xs text-ink-3">{formatWardInSentence(desk.ward.name, language)}</p>
      </div>
      {desk.phone === null
        ? <span className="flex items-center gap-1.5 text-xs text-ink-3"><PhoneOff size={14} aria-hidden /> {texts.noPhone}</span>
        : (
          <a href={`tel:${desk.phone.replace(/[^0-9+]/g, '')}`} aria-label={`${texts.call(desk.unitName)}: ${desk.phone}`} className="tabular inline-flex h-9 items-center gap-1.5 rounded-lg border border-edge px-3 text-sm font-medium hover:bg-sunken">
            <Phone size={14} aria-hidden /> {desk.phone}
          </a>
        )}
      {onEdit === null ? null : <IconButton label={`${edit}: ${texts.phone}, ${desk.unitName}`} className="size-8" onClick={onEdit}><Pencil size={15} aria-hidden /></IconButton>}
    </li>
  );
}

interface DeskFormProps {
  readonly desk: DutyDesk;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const PHONE = /^[0-9+ ().-]{3,30}$/;

function DeskForm({ desk, onSaved, onClose }: DeskFormProps) {
  const { messages } = usePreferences();
  const { desks: texts } = messages.clusters;
  const [phone, setPhone] = useState(desk.phone ?? '');
  const [bad, setBad] = useState(false);
  const action = useAction();
  const submit = async (): Promise<void> => {
    const dutyDeskPhone = phone.trim() === '' ? null : phone.trim();
    setBad(dutyDeskPhone !== null && !PHONE.test(dutyDeskPhone));
    if (dutyDeskPhone !== null && !PHONE.test(dutyDeskPhone)) return;
    if (await action.run(() => send('PATCH', `/api/units/${encodeURIComponent(desk.unitId)}`, { dutyDeskPhone }))) onSaved();
  };
  return (
    <FormDialog title={desk.unitName} action={action} knownFields={['dutyDeskPhone']} onSubmit={() => void submit()} onClose={onClose} testId="desk-form">
      <Field label={texts.phone} hint={texts.hint} error={bad ? texts.bad : action.error?.fields['dutyDeskPhone']}>
        {(attributes) => <input {...attributes} type="tel" className="control tabular" value={phone} onChange={(event) => setPhone(event.target.value)} data-testid="desk-phone" />}
      </Field>
    </FormDialog>
  );
}
