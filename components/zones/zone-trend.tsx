'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Bar, BarChart, Cell, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { ZoneCounts } from '@/lib/domain/zone';
import { formatDay, formatMonth } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { linkIncidents, listTrendBins, type TrendBin } from './incidents-link';

const MOST_TICKS = 6;

/** Incidents of a zone by week or month, as bars or as a table; each leads to its records. */
export function ZoneTrend({ zone, counts }: { readonly zone: string; readonly counts: ZoneCounts }) {
  const { messages } = usePreferences();
  const { counts: texts } = messages.zones;
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const { unit } = counts.bins;
  const bins = listTrendBins(counts.bins, counts.from, counts.to);
  const title = unit === 'week' ? texts.trendWeek : texts.trendMonth;
  const label = ({ start }: TrendBin): string => (unit === 'week' ? formatDay(start) : formatMonth(start));
  return (
    <section className="mt-4" aria-label={title} data-testid="zone-trend">
      <div className="mb-1 flex items-center gap-2">
        <h3 className="text-xs font-semibold">{title}</h3>
        <div className="ml-auto w-36"><Segmented compact label={title} value={form} options={[{ value: 'chart', label: texts.chart }, { value: 'table', label: texts.table }]} onChange={setForm} /></div>
      </div>
      {form === 'chart' ? <TrendChart zone={zone} bins={bins} title={title} label={label} /> : <TrendTable zone={zone} bins={bins} head={unit === 'week' ? texts.week : texts.month} label={label} />}
    </section>
  );
}

interface TrendProps {
  readonly zone: string;
  readonly bins: readonly TrendBin[];
  readonly label: (bin: TrendBin) => string;
}

function TrendChart({ zone, bins, title, label }: TrendProps & { readonly title: string }) {
  const { messages, language } = usePreferences();
  const router = useRouter();
  const step = Math.max(1, Math.ceil(bins.length / MOST_TICKS));
  const rows = bins.map((bin) => ({ ...bin, name: label(bin) }));
  const open = (_: unknown, index: number): void => {
    const bin = bins[index];
    if (bin !== undefined) router.push(linkIncidents(zone, bin.from, bin.to));
  };
  return (
    <div role="img" aria-label={title}>
      <div className="h-40" aria-hidden>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={rows} margin={{ top: 6, right: 8, bottom: 0, left: 0 }} barCategoryGap={bins.length > 40 ? 1 : 3} accessibilityLayer={false}>
            <XAxis dataKey="name" interval={step - 1} height={20} tickLine={false} axisLine={{ stroke: 'var(--edge)' }} tick={{ fill: 'var(--ink-2)', fontSize: 12 }} tickFormatter={(value: string) => (value.length > 7 ? value.slice(0, 5) : value)} />
            <YAxis width={32} tickCount={3} allowDecimals={false} axisLine={false} tickLine={false} tick={{ fill: 'var(--ink-2)', fontSize: 12 }} tickFormatter={(value: number) => formatCount(value, language)} />
            <Bar dataKey="count" fill="var(--accent)" isAnimationActive={false} onClick={open} cursor="pointer">
              {bins.map(({ start, isPartial }) => <Cell key={start} fillOpacity={isPartial ? 0.45 : 1} />)}
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      {bins.some(({ isPartial }) => isPartial) ? <p className="text-xs text-ink-3">{messages.zones.counts.pale}</p> : null}
    </div>
  );
}

function TrendTable({ zone, bins, head, label }: TrendProps & { readonly head: string }) {
  const { messages, language } = usePreferences();
  const { counts: texts } = messages.zones;
  return (
    <div tabIndex={0} role="group" aria-label={texts.table} className="scroll-quiet max-h-60 overflow-y-auto">
      <table className="w-full text-sm" data-testid="trend-table">
        <thead className="sticky top-0 bg-surface text-xs text-ink-2"><tr><th scope="col" className="py-1 text-left font-medium">{head}</th><th scope="col" className="py-1 text-right font-medium">{texts.number}</th></tr></thead>
        <tbody className="tabular">
          {bins.map((bin) => (
            <tr key={bin.start} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">{label(bin)}{bin.isPartial ? <span className="ml-2 text-xs text-ink-3">{texts.partial}</span> : null}</th>
              <td className="py-1 text-right"><Link href={linkIncidents(zone, bin.from, bin.to)} prefetch={false} className="text-accent underline">{formatCount(bin.count, language)}<span className="sr-only">: {label(bin)}</span></Link></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
