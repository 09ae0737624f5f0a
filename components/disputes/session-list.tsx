'use client';

import type { Dispute } from '@/lib/domain/dispute';
import { formatInstant } from '@/lib/format/format-instant';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/section';
import { usePreferences } from '@/components/ui/preferences';

interface SessionListProps {
  readonly sessions: Dispute['sessions'];
  /** Null for a reader who may not record how one went. */
  readonly onRecord: ((session: number) => void) | null;
}

/** The mediation sessions of a dispute, planned and held. */
export function SessionList({ sessions, onRecord }: SessionListProps) {
  const { messages } = usePreferences();
  const { sessions: texts, outcomes } = messages.disputes;
  return (
    <Section title={texts.title} testId="dispute-sessions">
      {sessions.length === 0 ? <p className="text-sm text-ink-3">{texts.none}</p> : (
        <ol className="divide-y divide-line text-sm">
          {sessions.map(({ number, plannedAt, heldAt, team, outcome, nextStep }) => (
            <li key={number} className="py-2 first:pt-0 last:pb-0" data-testid="dispute-session" data-number={number} data-outcome={outcome ?? 'planned'}>
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{texts.number(String(number))}</span>
                <span className="tabular text-xs text-ink-2">{heldAt === null ? texts.planned(formatInstant(plannedAt ?? '')) : texts.held(formatInstant(heldAt))}</span>
                {outcome === null ? null : <span className="rounded-full bg-sunken px-2 py-0.5 text-xs font-medium">{outcomes[outcome]}</span>}
                {outcome !== null || onRecord === null ? null : <Button size="small" className="ml-auto max-md:h-11" onClick={() => onRecord(number)} data-testid="session-record">{texts.record}</Button>}
              </p>
              <p className="text-xs text-ink-2">{team}</p>
              {nextStep === null ? null : <p className="mt-1 border-l-2 border-quiet pl-2 text-sm whitespace-pre-line">{texts.next}: {nextStep}</p>}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
