'use client';

import { BellRing } from 'lucide-react';
import { useState } from 'react';
import type { AlarmList } from '@/lib/domain/alarm';
import { formatDay, formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import type { Reference } from '@/components/data/api-types';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Segmented } from '@/components/ui/segmented';
import { StateNote } from '@/components/ui/state-note';
import { AlarmCard } from './alarm-card';
import { formatOne } from './alarm-words';
import { useAlarms } from './use-alarms';

/** The inbox of alarms; `chosen` is the one a link opens. */
export function AlarmsPage({ chosen }: { readonly chosen: string | null }) {
  const { messages } = usePreferences();
  const { alarms: texts } = messages;
  const reference = useReference();
  const [shown, setShown] = useState<'open' | 'ended'>('open');
  const alarms = useAlarms(shown);
  return (
    <ConsolePage
      me={reference.state === 'ready' ? reference.data.me : null} title={texts.title} lead={texts.lead}
      actions={<div className="w-56"><Segmented compact label={texts.filter} value={shown} options={[{ value: 'open', label: texts.openOnes }, { value: 'ended', label: texts.endedOnes }]} onChange={setShown} /></div>}
    >
      <QueryState query={reference} failed={texts.failed} lines={8}>
        {(ready) => <QueryState query={alarms} failed={texts.failed} lines={8}>{(list) => <AlarmInbox list={list} reference={ready} chosen={chosen} onChanged={alarms.refresh} />}</QueryState>}
      </QueryState>
    </ConsolePage>
  );
}

interface AlarmInboxProps {
  readonly list: AlarmList;
  readonly reference: Reference;
  readonly chosen: string | null;
  readonly onChanged: () => void;
}

/** What the charts watch, and what they found. */
export function AlarmInbox({ list, reference, chosen, onChanged }: AlarmInboxProps) {
  const { messages, language } = usePreferences();
  const { alarms: texts } = messages;
  const { watch } = list;
  return (
    <div className="mx-auto max-w-5xl space-y-3">
      <p className="tabular text-xs text-ink-2" data-testid="alarm-watch">
        {watch === null ? texts.neverDrawn : texts.watch(formatCount(watch.charts, language), formatOne(watch.falseAlarmsPerMonth, language), formatDay(watch.watchedTo), formatInstant(watch.at))}
      </p>
      {list.alarms.length === 0 ? <StateNote icon={<BellRing size={30} />} title={texts.empty} hint={texts.emptyHint} testId="no-alarms" /> : (
        <ul className="space-y-3" data-testid="alarm-list">
          {list.alarms.map((alarm) => <AlarmCard key={alarm.id} alarm={alarm} reference={reference} work={list.permissions.work} isOpenAtFirst={alarm.id === chosen} onChanged={onChanged} />)}
        </ul>
      )}
      {list.more ? <p className="text-xs text-ink-2">{texts.more}</p> : null}
    </div>
  );
}
