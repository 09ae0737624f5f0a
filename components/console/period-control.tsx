'use client';

import type { Day } from '@/lib/domain/instant';
import { PERIOD_PRESETS, type Period, type PeriodPreset } from '@/lib/view/map-view';
import type { DayRange } from '@/lib/view/resolve-period';
import { DayInput } from '@/components/ui/day-input';
import { Segmented } from '@/components/ui/segmented';
import { usePreferences } from '@/components/ui/preferences';

interface PeriodControlProps {
  readonly period: Period;
  readonly range: DayRange;
  readonly onChange: (period: Period) => void;
}

/** Presets that end on the day shown, or two days of one's own. */
export function PeriodControl({ period, range, onChange }: PeriodControlProps) {
  const { messages } = usePreferences();
  const preset = period.kind === 'preset' ? period.preset : null;
  const options = PERIOD_PRESETS.map((value) => ({ value, label: messages.period[value] }));
  const setDays = (from: Day | null, to: Day | null): void => {
    if (from !== null && to !== null && from > to) onChange({ kind: 'days', from: to, to: from });
    else onChange({ kind: 'days', from, to });
  };
  return (
    <div className="space-y-2">
      <Segmented<PeriodPreset> wrapped label={messages.filters.period} value={preset} options={options} onChange={(value) => onChange({ kind: 'preset', preset: value })} />
      <div className="grid grid-cols-2 gap-2">
        <div className="text-xs text-ink-2">
          <span aria-hidden>{messages.filters.from}</span>
          <DayInput label={messages.filters.from} value={range.from} onChange={(day) => setDays(day, range.to)} testId="period-from" />
        </div>
        <div className="text-xs text-ink-2">
          <span aria-hidden>{messages.filters.to}</span>
          <DayInput label={messages.filters.to} value={range.to} onChange={(day) => setDays(range.from, day)} testId="period-to" />
        </div>
      </div>
    </div>
  );
}
