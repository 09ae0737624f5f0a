'use client';

import { Area, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { buildChartRows, dayOfScale, isScale, type ChartRow } from './chart-rows';
import { ChartTip } from './chart-tip';
import type { ChartProps } from './chart-props';

const TICK = { fill: 'var(--ink-2)', fontSize: 12 } as const;
/** Keeps a word readable where a line passes under it. */
const HALO = { style: { paintOrder: 'stroke', stroke: 'var(--surface)', strokeWidth: 4 } } as const;
/** Lines are told apart by their dash too. */
const DASHES = ['', '7 4', '2 3', '9 3 2 3', '4 4', '1 4'];

/** The band of a series as the chart wants it; null where there is none. */
const bandOf = ({ bands }: ChartRow, series: number): [number, number] | null => { const band = bands[series]; return band === undefined || band === null ? null : [band[0], band[1]]; };

/** Lines over a number, a day or names, each with its band; a value that can not be said leaves a gap. */
export function LinesChart({ chart, title, xTitle, yTitle, names, colours, markNames, writeX, writeY }: ChartProps) {
  const rows = buildChartRows(chart);
  const scale = isScale(chart);
  const showX = (value: number | string): string => (scale && chart.x === 'day' && typeof value === 'number' ? writeX(dayOfScale(value)) : writeX(value));
  return (
    <ResponsiveContainer width="100%" height="100%" minHeight={170}>
      <ComposedChart data={rows} title={title} margin={{ top: 12, right: 20, bottom: 22, left: 14 }}>
        <XAxis dataKey="x" type={scale ? 'number' : 'category'} {...(scale ? { domain: ['dataMin', 'dataMax'] } : {})} tickFormatter={showX} tick={TICK} tickLine={false} minTickGap={24} axisLine={{ stroke: 'var(--edge)' }} label={{ value: xTitle, position: 'bottom', offset: 4, fill: 'var(--ink-2)', fontSize: 12 }} />
        <YAxis width="auto" tick={TICK} tickLine={false} axisLine={false} tickFormatter={(value: number) => writeY(value)} label={{ value: yTitle, angle: -90, position: 'insideLeft', offset: 0, fill: 'var(--ink-2)', fontSize: 12, style: { textAnchor: 'middle' } }} />
        <Tooltip isAnimationActive={false} content={({ active, payload }) => <ChartTip row={active ? payload[0]?.payload : undefined} names={names} colours={colours} showX={showX} writeY={writeY} />} />
        {names.map((name, series) => <Area key={`band ${name}`} dataKey={(row: ChartRow) => bandOf(row, series)} stroke="none" fill={colours[series] ?? "none"} fillOpacity={0.18} isAnimationActive={false} activeDot={false} />)}
        {(chart.marks ?? []).map(({ id, axis, at }) => <ReferenceLine key={id} {...(axis === 'x' ? { x: at } : { y: at })} stroke="var(--ink-3)" strokeDasharray="4 3" ifOverflow="extendDomain" label={{ value: markNames[id] ?? id, position: axis === 'x' ? 'insideTopRight' : 'insideBottomRight', fill: 'var(--ink-2)', fontSize: 12, ...HALO }} />)}
        {names.map((name, series) => <Line key={name} type="linear" dataKey={({ values }: (typeof rows)[number]) => values[series] ?? null} name={name} stroke={colours[series] ?? 'none'} strokeWidth={2} strokeDasharray={DASHES[series % DASHES.length] ?? ''} dot={rows.length <= 16 ? { r: 3, strokeDasharray: '' } : false} isAnimationActive={false} connectNulls={false} />)}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
