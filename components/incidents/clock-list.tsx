'use client';

import type { ClockReading } from '@/lib/domain/coordination';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { usePreferences } from '@/components/ui/preferences';
import { DueMark } from './due-mark';

/** Every timed step: who has to take it, and how its deadline stands. */
export function ClockList({ clock }: { readonly clock: readonly ClockReading[] }) {
  const { messages, language } = usePreferences();
  const texts = messages.coordination.clock;
  if (clock.length === 0) return null;
  return (
    <section aria-label={texts.title} data-testid="incident-clock">
      <h3 className="eyebrow">{texts.title}</h3>
      <ul className="mt-1 divide-y divide-line">
        {clock.map(({ step, ward, startedAt, dueAt, doneAt }) => (
          <li key={`${step}/${ward?.code ?? ''}/${startedAt}`} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-1.5">
            <span className="min-w-0 flex-1 text-sm">
              {texts[step]}{ward === null ? null : <span className="text-ink-2"> · {formatWardInSentence(ward.name, language)}</span>}
            </span>
            <DueMark dueAt={dueAt} doneAt={doneAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}
