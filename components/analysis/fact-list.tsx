'use client';

import type { Fact } from '@/lib/domain/analysis-result';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import { usePreferences } from '@/components/ui/preferences';

interface FactListProps {
  readonly facts: readonly Fact[];
  readonly texts: MethodTexts;
  readonly phrases: Phrases;
}

/** The figures of a result, each with its interval and what it means. */
export function FactList({ facts, texts, phrases }: FactListProps) {
  const { messages } = usePreferences();
  const { result } = messages.analysis;
  if (facts.length === 0) return null;
  return (
    <section aria-label={result.facts}>
      <h3 className="eyebrow mb-1">{result.facts}</h3>
      <dl className="divide-y divide-line border-y border-line" data-testid="facts">
        {facts.map(({ id, unit, value, low, high }) => {
          const { label = id, help = '' } = texts.facts[id] ?? {};
          const hasInterval = (low ?? null) !== null || (high ?? null) !== null;
          return (
            <div key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-1.5" data-testid="fact" data-fact={id}>
              <dt className="text-sm">{label}<span className="block text-xs text-ink-3">{help}</span></dt>
              <dd className="tabular text-right">
                <span className={`block text-base font-semibold ${value === null ? 'text-ink-3' : ''}`}>{value === null ? result.unknown : phrases.in(unit, value)}</span>
                {hasInterval ? <span className="block text-xs text-ink-2">{result.interval(phrases.in(unit, low), phrases.in(unit, high))}</span> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
