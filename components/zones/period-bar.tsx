'use client';

import type { Day } from '@/lib/domain/instant';
import { addDays } from '@/lib/view/day-arithmetic';
import { DayInput } from '@/components/ui/day-input';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { countDays } from './incidents-link';
import { readDay } from './zone-draft';

/** The days that are counted, both included. */
export interface CountPeriod {
  readonly from: Day;
  readonly to: Day;
}

const PRESETS = { days: 28, quarter: 90, year: 365, all: 730 } as const;
type Preset = keyof typeof PRESETS;
const DEFAULT_DAYS = PRESETS.quarter;
/** Longest period in days that is counted at once. */
const MOST_DAYS = 3_660;

/** The period an address names; the 90 days up to today without one, or when it is turned round or too long. */
export function readCountPeriod(params: URLSearchParams, today: Day): CountPeriod {
  const [from, to] = [readDay(params.get('from')), readDay(params.get('to'))];
  if (from === null || to === null || from > to || countDays(from, to) > MOST_DAYS) return { from: addDays(today, 1 - DEFAULT_DAYS), to: today };
  return { from, to };
}

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
