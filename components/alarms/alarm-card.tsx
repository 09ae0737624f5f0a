'use client';

import { ListChecks, MapPin } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { Alarm, AlarmState } from '@/lib/domain/alarm';
import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Reference } from '@/components/data/api-types';
import { PinButton } from '@/components/briefing/pin-button';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { AlarmActions } from './alarm-actions';
import { AlarmEvidenceView } from './alarm-evidence';
import { formatWeeks, linkIncidents, linkMap, namePlace, sayAlarm } from './alarm-words';

const STYLES: Readonly<Record<AlarmState, string>> = {
  new: 'bg-alarm text-surface', acknowledged: 'bg-accent-soft text-accent', snoozed: 'border border-dashed border-edge text-ink-2', ended: 'bg-sunken text-ink-2',
};
const LINK = 'inline-flex h-8 items-center gap-1.5 rounded-lg px-2 text-xs font-medium text-accent underline hover:bg-sunken';

interface AlarmCardProps {
  readonly alarm: Alarm;
  readonly reference: Pick<Reference, 'categories' | 'me'>;
  readonly work: boolean;
  readonly isOpenAtFirst: boolean;
  readonly onChanged: () => void;
}

/** An alarm: what, since when, how sure, where to look, and what can be done with it. */
export function AlarmCard({ alarm, reference, work, isOpenAtFirst, onChanged }: AlarmCardProps) {
  const { messages, language } = usePreferences();
  const { alarms: texts } = messages;
  const [open, setOpen] = useState(isOpenAtFirst);
  const { evidence, subject } = alarm;
  const recordPlaces = subject.kind === 'arc' ? subject.wards.map((ward, place) => ({ href: linkIncidents(alarm, place), label: `${texts.records}: ${formatWardInSentence(ward.name, language)}` })) : [{ href: linkIncidents(alarm), label: texts.records }];
  return (
    <li className="rounded-xl border border-line bg-surface px-4 py-3" data-testid="alarm" data-alarm={alarm.id} data-state={alarm.state}>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <span className={`rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap ${STYLES[alarm.state]}`}>{texts.states[alarm.state]}</span>
        <h2 className="tabular min-w-60 flex-1 text-sm font-semibold" data-testid="alarm-sentence">{sayAlarm(alarm, reference.categories, language, messages)}</h2>
      </div>
      <p className="tabular mt-1 text-xs text-ink-2">
        {texts.methods[alarm.method]} · {texts.detected(formatDay(alarm.detectedWeek))}{alarm.snoozedUntil === null ? '' : ` · ${texts.until(formatInstant(alarm.snoozedUntil))}`}
      </p>
      <p className="tabular mt-1 text-xs text-ink-2" data-testid="alarm-sureness">{texts.falseRate(formatWeeks(evidence.runLengthWeeks, language, messages))} {texts.recurrence(formatWeeks(evidence.recurrenceWeeks, language, messages))}</p>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Link href={linkMap(alarm)} prefetch={false} className={LINK} data-testid="alarm-map"><MapPin size={14} aria-hidden /> {texts.onMap}</Link>
        {recordPlaces.map(({ href, label }) => <Link key={href} href={href} prefetch={false} className={LINK} data-testid="alarm-records"><ListChecks size={14} aria-hidden /> {label}</Link>)}
        <Button size="small" kind="ghost" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="alarm-evidence-toggle">{open ? texts.hide : texts.show}</Button>
        <span className="flex-1" />
        <PinButton role={reference.me.role} pin={() => ({ kind: 'chart', title: `${texts.title}: ${namePlace(alarm, language)}`, path: `/alarms?alarm=${alarm.id}` })} />
        {work && alarm.state !== 'ended' ? <AlarmActions alarm={alarm} onChanged={onChanged} /> : null}
      </div>
      {open ? <AlarmEvidenceView alarm={alarm} /> : null}
    </li>
  );
}
