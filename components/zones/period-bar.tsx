'use client';

import { DEFAULT_COUNT_DAYS, type CountPeriod } from '@/lib/view/count-period';
import { addDays } from '@/lib/view/day-arithmetic';
import { DayInput } from '@/components/ui/day-input';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { countDays } from './incidents-link';

const PRESETS = { days: 28, quarter: DEFAULT_COUNT_DAYS, year: 365, all: 730 } as const;
type Preset = keyof typeof PRESETS;
/** The period whose counts are shown: a number of days up to its last day, or two days of one's own. */
export function PeriodBar({ period: { from, to }, onChange }: { readonly period: CountPeriod; readonly onChange: (period: CountPeriod) => void }) {
  const { messages } = usePreferences();
  const { counts: texts } = messages.zones;
  const preset = (Object.keys(PRESETS) as Preset[]).find((one) => PRESETS[one] === countDays(from, to)) ?? null;
  const put = (next: CountPeriod): void => onChange(next.from <= next.to ? next : { from: next.to, to: next.from });
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2" role="group" aria-label={texts.period}>
      <div className="w-full max-w-72"><Segmented<Preset> label={texts.period} value={preset} options={(Object.keys(PRESETS) as Preset[]).map((value) => ({ value, label: texts[value] }))} onChange={(value) => onChange({ from: addDays(to, 1 - PRESETS[value]), to })} /></div>
      <div className="w-32 text-xs text-ink-2"><span aria-hidden>{texts.from}</span><DayInput label={texts.from} value={from} onChange={(day) => put({ from: day, to })} testId="counts-from" /></div>
      <div className="w-32 text-xs text-ink-2"><span aria-hidden>{texts.to}</span><DayInput label={texts.to} value={to} onChange={(day) => put({ from, to: day })} testId="counts-to" /></div>
    </div>
  );
}
