'use client';

import { useState } from 'react';
import type { Alarm } from '@/lib/domain/alarm';
import { formatCount } from '@/lib/format/format-number';
import { send } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormDialog } from '@/components/ui/form-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';

type Act = 'acknowledge' | 'snooze' | 'reopen';
const SNOOZE_DAYS = ['7', '14', '28'] as const;
const DAY_MS = 86_400_000;

interface AlarmActionsProps {
  readonly alarm: Alarm;
  readonly onChanged: () => void;
}

/** Buttons of who works on alarms, each with a form for a remark. */
export function AlarmActions({ alarm, onChanged }: AlarmActionsProps) {
  const { messages } = usePreferences();
  const { act: texts } = messages.alarms;
  const [asked, setAsked] = useState<Act | null>(null);
  const acts: readonly Act[] = alarm.state === 'new' ? ['acknowledge', 'snooze'] : alarm.state === 'acknowledged' ? ['snooze', 'reopen'] : ['acknowledge', 'reopen'];
  return (
    <>
      {acts.map((act) => <Button key={act} size="small" kind={act === 'acknowledge' ? 'primary' : 'plain'} onClick={() => setAsked(act)} data-testid={`alarm-${act}`}>{texts[act]}</Button>)}
      {asked === null ? null : <ActDialog alarm={alarm} act={asked} onChanged={onChanged} onClose={() => setAsked(null)} />}
    </>
  );
}

function ActDialog({ alarm, act, onChanged, onClose }: AlarmActionsProps & { readonly act: Act; readonly onClose: () => void }) {
  const { messages, language } = usePreferences();
  const { act: texts } = messages.alarms;
  const action = useAction();
  const [remark, setRemark] = useState('');
  const [days, setDays] = useState<(typeof SNOOZE_DAYS)[number]>('7');
  // Worked out once a choice of days: a second attempt after a lost answer sends the same moment, and is done once.
  const [until, setUntil] = useState(() => new Date(Date.now() + Number(days) * DAY_MS).toISOString());
  const choose = (next: (typeof SNOOZE_DAYS)[number]): void => {
    setDays(next);
    setUntil(new Date(Date.now() + Number(next) * DAY_MS).toISOString());
  };
  const submit = async (): Promise<void> => {
    const said = remark.trim() === '' ? {} : { remark: remark.trim() };
    const isDone = await action.run(() => send('POST', `/api/alarms/${alarm.id}/${act}`, { version: alarm.version, ...said, ...(act === 'snooze' ? { until } : {}) }));
    onChanged();
    if (isDone) onClose();
  };
  return (
    <FormDialog title={texts[act]} {...(act === 'snooze' ? { hint: texts.snoozeHint } : {})} action={action} submitLabel={texts[act]} knownFields={['remark']} onSubmit={() => void submit()} onClose={onClose} testId="alarm-form">
      {act === 'snooze' ? <Segmented label={texts.until} value={days} options={SNOOZE_DAYS.map((value) => ({ value, label: texts.days(formatCount(Number(value), language)) }))} onChange={choose} /> : null}
      <Field label={texts.remark} hint={texts.remarkHint} error={action.error?.fields['remark']}>
        {(control) => <textarea {...control} rows={3} maxLength={1_000} className="control h-auto py-2" value={remark} onChange={(event) => setRemark(event.target.value)} data-testid="alarm-remark" />}
      </Field>
    </FormDialog>
  );
}
