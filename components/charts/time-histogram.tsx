'use client';

import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatDay, formatMonth } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import type { Language } from '@/lib/format/language';
import type { TimeBins } from '@/lib/view/time-bins';
import { BrushOverlay, type BinRange } from './brush-overlay';

interface TimeHistogramProps {
  readonly bins: TimeBins;
  readonly total: Uint32Array;
  readonly inZone: Uint32Array;
  readonly selection: BinRange | null;
  readonly onSelect: (range: BinRange) => void;
  readonly language: Language;
  readonly labels: { readonly title: string; readonly from: string; readonly to: string };
  readonly describe: (bin: number) => string;
}

/** Space around the bars, shared with the brush so that both count the same pixels. */
const INSET = { left: 40, right: 12, top: 4, bottom: 20 } as const;
const TICKS = 7;

/** Bars over time, border-zone part in the accent colour, under a brush that chooses the period. */
export function TimeHistogram({ bins, total, inZone, selection, onSelect, language, labels, describe }: TimeHistogramProps) {
  const rows = Array.from(total, (count, bin) => ({ bin, zone: inZone[bin] ?? 0, rest: count - (inZone[bin] ?? 0) }));
  const step = Math.max(1, Math.ceil(rows.length / TICKS));
  const ticks = rows.filter(({ bin }) => bin % step === Math.floor(step / 2)).map(({ bin }) => bin);
  const tickLabel = (bin: number): string => {
    const day = bins.starts[bin];
    return day === undefined ? '' : bins.unit === 'day' ? formatDay(day).slice(0, 5) : formatMonth(day);
  };
  return (
    <div className="relative h-full" data-testid="time-histogram">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={rows} margin={{ top: INSET.top, right: INSET.right, bottom: 0, left: 0 }} barCategoryGap={rows.length > 90 ? 0.5 : 1.5} title={labels.title} accessibilityLayer={false}>
          <XAxis dataKey="bin" ticks={ticks} tickFormatter={tickLabel} interval={0} height={INSET.bottom} tickLine={false} axisLine={{ stroke: 'var(--edge)' }} tick={{ fill: 'var(--ink-2)', fontSize: 12 }} />
          <YAxis width={INSET.left} tickCount={3} allowDecimals={false} axisLine={false} tickLine={false} tick={{ fill: 'var(--ink-2)', fontSize: 12 }} tickFormatter={(value: number) => formatCount(value, language)} />
          <Bar dataKey="zone" stackId="count" fill="var(--accent)" isAnimationActive={false} />
          <Bar dataKey="rest" stackId="count" fill="var(--quiet)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
      <BrushOverlay binCount={rows.length} inset={INSET} selection={selection} onSelect={onSelect} labels={labels} describe={describe} />
    </div>
  );
}
