'use client';

import type { BoundaryEdition } from '@/lib/domain/boundary';
import type { Day } from '@/lib/domain/instant';
import { formatDay, formatDayRange } from '@/lib/format/format-instant';
import { DayInput } from '@/components/ui/day-input';
import { Segmented } from '@/components/ui/segmented';
import { usePreferences } from '@/components/ui/preferences';

interface EditionControlProps {
  readonly editions: readonly BoundaryEdition[];
  readonly edition: BoundaryEdition | null;
  readonly day: Day;
  readonly today: Day;
  /** Null is today. */
  readonly onChange: (at: Day | null) => void;
}

/** Which day's boundaries and clusters are drawn: by edition, or by any day. */
export function EditionControl({ editions, edition, day, today, onChange }: EditionControlProps) {
  const { messages, language } = usePreferences();
  const sorted = [...editions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const labelOf = (one: BoundaryEdition, index: number): string => {
    const next = sorted[index + 1];
    if (next !== undefined) return `${language === 'vi' ? 'Trước' : 'Before'} ${formatDay(next.effectiveFrom)}`;
    return `${language === 'vi' ? 'Từ' : 'Since'} ${formatDay(one.effectiveFrom)}`;
  };
  const choose = (id: string): void => {
    const chosen = sorted.find((one) => one.id === id);
    if (chosen === undefined) return;
    onChange(chosen.effectiveTo !== null && chosen.effectiveTo < today ? chosen.effectiveTo : null);
  };
  return (
    <div className="space-y-2" data-testid="edition-control">
      <Segmented label={messages.filters.edition} value={edition?.id ?? null} options={sorted.map((one, index) => ({ value: one.id, label: labelOf(one, index) }))} onChange={choose} />
      <div className="flex items-center gap-2">
        <span className="w-32"><DayInput label={messages.filters.edition} value={day} onChange={(chosen) => onChange(chosen === today ? null : chosen)} testId="edition-day" /></span>
        {edition === null ? null : <p className="tabular flex-1 text-xs text-ink-3">{formatDayRange(edition.effectiveFrom, edition.effectiveTo)}</p>}
      </div>
    </div>
  );
}
