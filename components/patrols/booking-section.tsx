'use client';

import { Check, CircleCheck, CircleX, Hourglass, X } from 'lucide-react';
import { useState } from 'react';
import type { PatrolBooking, PatrolPage } from '@/lib/domain/patrol';
import { formatInstant } from '@/lib/format/format-instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { Section } from '@/components/ui/section';

interface BookingSectionProps {
  readonly page: PatrolPage;
  readonly onChanged: () => void;
}

const LOOKS = {
  asked: { icon: Hourglass, className: 'bg-warn-soft text-warn' },
  booked: { icon: CircleCheck, className: 'bg-accent-soft text-accent' },
  declined: { icon: CircleX, className: 'bg-sunken text-ink-2' },
} as const;

/** The answer of each ward; who speaks for a ward answers here. */
export function BookingSection({ page, onChanged }: BookingSectionProps) {
  const { messages } = usePreferences();
  const { patrol, permissions } = page;
  return (
    <Section title={messages.patrols.detail.wards} testId="booking-section">
      <ul className="divide-y divide-line">
        {patrol.bookings.map((booking) => (
          <BookingRow key={booking.ward.code} patrolId={patrol.id} booking={booking} mayAnswer={patrol.status === 'planned' && permissions.speaksFor.includes(booking.ward.code)} onChanged={onChanged} />
        ))}
      </ul>
    </Section>
  );
}

interface BookingRowProps {
  readonly patrolId: string;
  readonly booking: PatrolBooking;
  readonly mayAnswer: boolean;
  readonly onChanged: () => void;
}

function BookingRow({ patrolId, booking, mayAnswer, onChanged }: BookingRowProps) {
  const { messages, language } = usePreferences();
  const { patrols: texts } = messages;
  const { icon: Icon, className } = LOOKS[booking.status];
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const action = useAction();
  const answer = async (body: { readonly action: 'book' } | { readonly action: 'decline'; readonly note: string }): Promise<void> => {
    const done = await action.run(() => send('POST', `/api/patrols/${patrolId}/bookings`, { ward: booking.ward.code, version: booking.version, ...body }));
    if (done) setDeclining(false);
    // A lost race too: what happened meanwhile is then on the screen.
    onChanged();
  };
  const decline = (): void => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') void answer({ action: 'decline', note: reason });
  };
  const name = formatWardInSentence(booking.ward.name, language);
  return (
    <li className="py-2" data-testid="booking" data-ward={booking.ward.code} data-status={booking.status}>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-sm font-medium">{name}</span>
        <span className={`inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-xs font-medium ${className}`}><Icon size={13} aria-hidden /> {texts.booking[booking.status]}</span>
        {booking.answeredAt === null ? null : <span className="tabular text-xs text-ink-3">{texts.detail.answered(formatInstant(booking.answeredAt))}</span>}
        {mayAnswer ? (
          <span className="ml-auto flex gap-2">
            {booking.status === 'booked' ? null : <Button size="small" kind="primary" disabled={action.busy} onClick={() => void answer({ action: 'book' })} data-testid="book"><Check size={14} aria-hidden /> {texts.detail.book}</Button>}
            {booking.status === 'declined' ? null : <Button size="small" disabled={action.busy} onClick={() => setDeclining(true)} data-testid="decline"><X size={14} aria-hidden /> {texts.detail.decline}</Button>}
          </span>
        ) : null}
      </div>
      {booking.note === null ? null : <p className="mt-1 text-xs text-ink-2">{booking.note}</p>}
      {action.error === null || declining ? null : <p role="alert" className="mt-1 text-xs text-alarm">{action.error.message}</p>}
      {declining ? (
        <FormDialog title={`${texts.detail.decline}: ${name}`} action={action} submitLabel={texts.detail.decline} knownFields={['note']} onSubmit={decline} onClose={() => setDeclining(false)} testId="decline-form">
          <Field label={texts.detail.declineReason} error={missing ? texts.detail.declineMissing : action.error?.fields['note']}>
            {(attributes) => <textarea {...attributes} rows={3} maxLength={2000} className="control h-auto py-2" value={reason} onChange={(event) => setReason(event.target.value)} data-testid="decline-reason" />}
          </Field>
        </FormDialog>
      ) : null}
    </li>
  );
}
