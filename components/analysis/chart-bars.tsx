'use client';

import { Bar, BarChart, LabelList, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { buildChartRows, dayOfScale, isScale } from './chart-rows';
import { ChartTip } from './chart-tip';
import type { ChartProps } from './chart-props';

const TICK = { fill: 'var(--ink-2)', fontSize: 12 } as const;
const BAR_PIXELS = 17;
const GAP_PIXELS = 11;

/** Bars over names lie down, so that the names can be read; bars over a scale stand. */
export function BarsChart(props: ChartProps) {
  return isScale(props.chart) ? <StandingBars {...props} /> : <LyingBars {...props} />;
}

function StandingBars({ chart, title, xTitle, yTitle, names, colours, markNames, writeX, writeY }: ChartProps) {
  const rows = buildChartRows(chart);
  const showX = (value: number | string): string => (chart.x === 'day' && typeof value === 'number' ? writeX(dayOfScale(value)) : writeX(value));
  return (
    <ResponsiveContainer width="100%" height="100%" minHeight={170}>
      <BarChart data={rows} title={title} margin={{ top: 12, right: 20, bottom: 22, left: 14 }} barGap={1}>
        <XAxis dataKey="x" tickFormatter={showX} tick={TICK} tickLine={false} minTickGap={24} axisLine={{ stroke: 'var(--edge)' }} label={{ value: xTitle, position: 'bottom', offset: 4, fill: 'var(--ink-2)', fontSize: 12 }} />
        <YAxis width="auto" tick={TICK} tickLine={false} axisLine={false} tickFormatter={(value: number) => writeY(value)} label={{ value: yTitle, angle: -90, position: 'insideLeft', offset: 0, fill: 'var(--ink-2)', fontSize: 12, style: { textAnchor: 'middle' } }} />
        <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--sunken)' }} content={({ active, payload }) => <ChartTip row={active ? payload[0]?.payload : undefined} names={names} colours={colours} showX={showX} writeY={writeY} />} />
        {names.map((name, series) => <Bar key={name} name={name} dataKey={({ values }: (typeof rows)[number]) => values[series] ?? null} fill={colours[series]} isAnimationActive={false} />)}
        {(chart.marks ?? []).filter(({ axis }) => axis === 'y').map(({ id, at }) => <ReferenceLine key={id} y={at} stroke="var(--ink-3)" strokeDasharray="4 3" ifOverflow="extendDomain" label={{ value: markNames[id] ?? id, position: 'insideTopRight', fill: 'var(--ink-2)', fontSize: 12 }} />)}
      </BarChart>
    </ResponsiveContainer>
  );
}

function LyingBars({ chart, title, names, colours, markNames, writeX, writeY }: ChartProps) {
  const rows = buildChartRows(chart);
  const height = rows.length * (names.length * BAR_PIXELS + GAP_PIXELS) + 12;
  return (
    <div tabIndex={0} role="group" aria-label={title} className="scroll-quiet h-full overflow-y-auto">
      <div style={{ height }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={rows} layout="vertical" title={title} margin={{ top: 4, right: 64, bottom: 4, left: 8 }} barGap={1} barSize={BAR_PIXELS - 3}>
            <XAxis type="number" hide domain={[(least: number) => Math.min(0, least), 'dataMax']} />
            <YAxis type="category" dataKey="place" width={190} interval={0} tick={TICK} tickLine={false} axisLine={{ stroke: 'var(--edge)' }} tickFormatter={(place: number) => { const text = writeX(rows[place]?.x ?? ''); return text.length > 32 ? `${text.slice(0, 31)}…` : text; }} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--sunken)' }} content={({ active, payload }) => <ChartTip row={active ? payload[0]?.payload : undefined} names={names} colours={colours} showX={writeX} writeY={writeY} />} />
            {(chart.marks ?? []).filter(({ axis }) => axis === 'y').map(({ id, at }) => <ReferenceLine key={id} x={at} stroke="var(--ink-3)" strokeDasharray="4 3" ifOverflow="extendDomain" label={{ value: markNames[id] ?? id, position: 'insideTopRight', fill: 'var(--ink-2)', fontSize: 12 }} />)}
            {names.map((name, series) => (
              <Bar key={name} name={name} dataKey={({ values }: (typeof rows)[number]) => values[series] ?? null} fill={colours[series]} isAnimationActive={false}>
                <LabelList position="right" fill="var(--ink-2)" fontSize={12} className="tabular" valueAccessor={({ payload }: { payload?: (typeof rows)[number] }) => writeY(payload?.values[series])} />
              </Bar>
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}
