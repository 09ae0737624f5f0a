'use client';

import { useState } from 'react';
import { Bar, ComposedChart, Line, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Alarm, AlarmWeek } from '@/lib/domain/alarm';
import { formatDay } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { nameTableFile, type TableCell, type TypedTable } from '@/lib/interop/typed-table';
import { usePreferences } from '@/components/ui/preferences';
import { Segmented } from '@/components/ui/segmented';
import { TableActions } from '@/components/ui/table-actions';
import { formatOne } from './alarm-words';

const TICK = { fill: 'var(--ink-2)', fontSize: 12 } as const;
const SHOWN_WEEKS = 52;

/** Weeks of an alarm: counts beside what is usual, and the chart's statistic beside its limit; as a picture or as a table. */
export function AlarmChart({ alarm }: { readonly alarm: Alarm }) {
  const { messages } = usePreferences();
  const { chart: texts } = messages.alarms;
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const weeks = alarm.evidence.weeks.slice(-SHOWN_WEEKS);
  return (
    <section aria-label={texts.title}>
      <div className="mb-1 flex items-center gap-2">
        <h3 className="text-xs font-semibold">{texts.title}</h3>
        <div className="ml-auto w-40"><Segmented compact label={texts.form} value={form} options={[{ value: 'chart', label: texts.asChart }, { value: 'table', label: texts.asTable }]} onChange={setForm} /></div>
      </div>
      {form === 'chart' ? <WeekChart alarm={alarm} weeks={weeks} /> : <AlarmTable weeks={weeks} />}
    </section>
  );
}

function WeekChart({ alarm, weeks }: { readonly alarm: Alarm; readonly weeks: readonly AlarmWeek[] }) {
  const { messages, language } = usePreferences();
  const { chart: texts, methodNotes } = messages.alarms;
  const rows = weeks.map((week) => ({ ...week, name: formatDay(week.start) }));
  const since = rows.findLast(({ start }) => start <= alarm.sinceDay)?.name;
  const number = (value: number): string => formatOne(value, language);
  const mark = since === undefined ? null : <ReferenceLine x={since} stroke="var(--alarm)" strokeDasharray="4 3" label={{ value: texts.since, position: 'insideTopLeft', fill: 'var(--ink-2)', fontSize: 12 }} />;
  // The statistic of a comparison with years is the count itself: one picture holds both.
  const hasOwn = alarm.method !== 'years';
  return (
    <div role="img" aria-label={`${texts.title}: ${texts.counts}, ${texts.expected}, ${methodNotes[alarm.method]}`}>
      <div className="h-40" aria-hidden>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
            <XAxis dataKey="name" minTickGap={40} height={20} tick={TICK} tickLine={false} axisLine={{ stroke: 'var(--edge)' }} />
            <YAxis width={36} allowDecimals={false} tick={TICK} tickLine={false} axisLine={false} tickFormatter={number} />
            <Bar dataKey="count" fill="var(--accent)" isAnimationActive={false} />
            <Line dataKey="expected" stroke="var(--ink-2)" dot={false} strokeWidth={1.5} isAnimationActive={false} />
            {hasOwn ? null : <Line dataKey="limit" stroke="var(--alarm)" dot={false} strokeDasharray="6 3" isAnimationActive={false} />}
            {mark}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <p className="mt-1 text-xs text-ink-2"><span className="text-accent" aria-hidden>■</span> {texts.counts} · <span aria-hidden>—</span> {texts.expected}{hasOwn ? '' : ` · ┄ ${texts.limit}`}</p>
      {hasOwn ? (
        <>
          <h4 className="mt-2 text-xs font-medium">{methodNotes[alarm.method]}</h4>
          <div className="h-28" aria-hidden>
            <ResponsiveContainer width="100%" height="100%">
              <ComposedChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
                <XAxis dataKey="name" minTickGap={40} height={20} tick={TICK} tickLine={false} axisLine={{ stroke: 'var(--edge)' }} />
                <YAxis width={36} tick={TICK} tickLine={false} axisLine={false} tickFormatter={number} />
                <Line dataKey="statistic" stroke="var(--accent)" dot={alarm.method === 'events' ? { r: 2 } : false} strokeWidth={1.5} connectNulls={false} isAnimationActive={false} />
                <Line dataKey="limit" stroke="var(--alarm)" dot={false} strokeDasharray="6 3" connectNulls isAnimationActive={false} />
                {mark}
              </ComposedChart>
            </ResponsiveContainer>
          </div>
        </>
      ) : null}
    </div>
  );
}

/** The weeks as a table, newest first. */
export function AlarmTable({ weeks }: { readonly weeks: readonly AlarmWeek[] }) {
  const { messages, language } = usePreferences();
  const { chart: texts } = messages.alarms;
  const heads = [texts.counts, texts.expected, texts.statistic, texts.limit, texts.over];
  const number = (value: number | null): string => (value === null ? '—' : formatOne(value, language));
  const table: TypedTable = {
    title: texts.title, notes: [],
    columns: [{ id: 'week', title: texts.week, kind: 'day' }, { id: 'count', title: texts.counts, kind: 'count' }, { id: 'expected', title: texts.expected, kind: 'number' }, { id: 'statistic', title: texts.statistic, kind: 'number' }, { id: 'limit', title: texts.limit, kind: 'number' }, { id: 'over', title: texts.over, kind: 'text' }],
    rows: [...weeks].reverse().map(({ start, count, expected, statistic, limit, isOver }): TableCell[] => [start, count, expected, statistic, limit, isOver ? texts.yes : null]),
  };
  return (
    <div tabIndex={0} role="group" aria-label={texts.asTable} className="scroll-quiet max-h-72 overflow-auto">
      <table className="w-full text-sm" data-testid="alarm-table">
        <thead className="sticky top-0 bg-surface text-xs text-ink-2">
          <tr><th scope="col" className="py-1 text-left font-medium">{texts.week}</th>{heads.map((head) => <th key={head} scope="col" className="py-1 pl-3 text-right font-medium">{head}</th>)}</tr>
        </thead>
        <tbody className="tabular">
          {[...weeks].reverse().map(({ start, count, expected, statistic, limit, isOver }) => (
            <tr key={start} className="border-t border-line">
              <th scope="row" className="py-1 text-left font-normal">{formatDay(start)}</th>
              <td className="py-1 pl-3 text-right">{formatCount(count, language)}</td>
              {[expected, statistic, limit].map((value, place) => <td key={heads[place + 1]} className="py-1 pl-3 text-right">{number(value)}</td>)}
              <td className="py-1 pl-3 text-right">{isOver ? texts.yes : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap items-center gap-1"><TableActions table={table} fileName={nameTableFile(texts.title)} /></div>
    </div>
  );
}
