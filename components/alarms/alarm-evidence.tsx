'use client';

import type { Alarm } from '@/lib/domain/alarm';
import { ROLES } from '@/lib/domain/role';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { AlarmChart } from './alarm-chart';
import { formatOne } from './alarm-words';
import { useAlarm } from './use-alarms';

/** The chart of an alarm with its numbers, and what was done with it. */
export function AlarmEvidenceView({ alarm }: { readonly alarm: Alarm }) {
  const { messages, language } = usePreferences();
  const { alarms: texts } = messages;
  const { countChange, baseline, ewma } = alarm.evidence;
  const count = (value: number): string => formatCount(value, language);
  return (
    <div className="mt-3 space-y-3 border-t border-line pt-3" data-testid="alarm-evidence">
      <AlarmChart alarm={alarm} />
      <ul className="tabular list-disc space-y-1 pl-5 text-xs text-ink-2">
        <li>{texts.change(formatOne(countChange.z, language), count(countChange.after), count(countChange.afterDays), count(countChange.before), count(countChange.beforeDays))}</li>
        <li>{texts.dispersion(formatOne(baseline.dispersion, language))}</li>
        {ewma === null ? null : <li>{ewma.isOver ? texts.second.yes : texts.second.no}</li>}
      </ul>
      <AlarmHistory id={alarm.id} />
    </div>
  );
}

function AlarmHistory({ id }: { readonly id: string }) {
  const { messages } = usePreferences();
  const { history: kinds, failed } = messages.alarms;
  const query = useAlarm(id);
  const labelOf = (kind: string): string => Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? kind;
  const actorOf = (role: string | null): string => {
    const known = ROLES.find((one) => one === role);
    return known === undefined ? kinds.charts : messages.role[known];
  };
  return (
    <section aria-label={kinds.title}>
      <h3 className="text-xs font-semibold">{kinds.title}</h3>
      <QueryState query={query} failed={failed} lines={2}>
        {({ history }) => (
          <ol className="tabular mt-1 space-y-1 text-xs" data-testid="alarm-history">
            {[...history].reverse().map((entry) => (
              <li key={entry.id} data-kind={entry.kind}><span className="font-medium">{labelOf(entry.kind)}</span> <span className="text-ink-2">{formatInstant(entry.at)} · {actorOf(entry.actorRole)}</span>{entry.remark === null ? null : <span className="block whitespace-pre-wrap">{entry.remark}</span>}</li>
            ))}
          </ol>
        )}
      </QueryState>
    </section>
  );
}
