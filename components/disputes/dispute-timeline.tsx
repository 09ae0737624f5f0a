'use client';

import { ROLES } from '@/lib/domain/role';
import type { DisputeHistoryEntry } from '@/lib/domain/dispute';
import { formatInstant } from '@/lib/format/format-instant';
import { Section } from '@/components/ui/section';
import { usePreferences } from '@/components/ui/preferences';
import { describeChanges } from './dispute-words';

interface DisputeTimelineProps {
  readonly history: readonly DisputeHistoryEntry[];
  readonly nameUnit: (unit: string) => string;
}

/** All that happened to a dispute, newest first: what, by which role and unit, and what was said. Refused attempts stand there too. */
export function DisputeTimeline({ history, nameUnit }: DisputeTimelineProps) {
  const { messages } = usePreferences();
  const { history: texts } = messages.disputes;
  const labelOf = (kind: string): string => (kind in texts && typeof texts[kind as keyof typeof texts] === 'string' ? String(texts[kind as keyof typeof texts]) : texts.changed);
  const whoOf = ({ actorRole, actorUnit }: DisputeHistoryEntry): string => {
    const role = ROLES.find((one) => one === actorRole);
    return [role === undefined ? texts.server : messages.role[role], ...(actorUnit === null ? [] : [nameUnit(actorUnit)])].join(' · ');
  };
  return (
    <Section title={texts.title} testId="dispute-history">
      <ol className="divide-y divide-line">
        {[...history].reverse().map((entry) => (
          <li key={entry.id} className="py-2 text-sm first:pt-0 last:pb-0" data-testid="dispute-history-entry" data-kind={entry.kind}>
            <p className={entry.kind === 'refused' ? 'text-ink-3' : 'font-medium'}>{labelOf(entry.kind)}</p>
            {describeChanges(entry, messages).map((text) => <p key={text} className="tabular text-xs text-ink-2">{text}</p>)}
            {entry.remark === null ? null : <p className="mt-1 border-l-2 border-quiet pl-2 break-words whitespace-pre-line text-ink-2">{entry.remark}</p>}
            <p className="tabular text-xs text-ink-3">{formatInstant(entry.at)} · {whoOf(entry)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
