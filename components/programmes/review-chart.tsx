'use client';

import { Bar, BarChart, Legend, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatCount } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';

const TICK = { fill: 'var(--ink-2)', fontSize: 12 } as const;
const COLOURS = ['var(--accent)', 'var(--ink-3)', 'var(--edge)'] as const;

interface ReviewChartProps {
  readonly title: string;
  readonly series: readonly string[];
  readonly rows: readonly { readonly label: string; readonly values: readonly number[] }[];
  /** One upon the other instead of side by side. */
  readonly stacked?: boolean;
}

/** Counts by period as bars; the table beside it says the same in numbers. */
export function ReviewChart({ title, series, rows, stacked = false }: ReviewChartProps) {
  const { language } = usePreferences();
  return (
    <div role="img" aria-label={title} className="h-56 break-inside-avoid">
      <ResponsiveContainer width="100%" height="100%" minHeight={170}>
        <BarChart data={[...rows]} title={title} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <XAxis dataKey="label" tick={TICK} tickLine={false} minTickGap={8} axisLine={{ stroke: 'var(--edge)' }} />
          <YAxis width={48} tickCount={4} allowDecimals={false} tick={TICK} tickLine={false} axisLine={false} tickFormatter={(value: number) => formatCount(value, language)} />
          <Legend wrapperStyle={{ fontSize: 12 }} />
          {series.map((name, place) => <Bar key={name} name={name} dataKey={({ values }: (typeof rows)[number]) => values[place] ?? 0} fill={COLOURS[place] ?? 'var(--ink-2)'} isAnimationActive={false} {...(stacked ? { stackId: 'all' } : {})} />)}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
