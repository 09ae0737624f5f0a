'use client';

import { Area, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { DASHES, TICK, colourOf, type SlideChartProps } from './chart-parts';

interface LineRow {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly bands: readonly (readonly [number, number] | null)[];
}

/** Lines with their bands; a value that can not be said leaves a gap. */
export function SlideLines({ chart, width, height, write }: SlideChartProps) {
  const rows: LineRow[] = chart.xs.map((x, place) => ({
    label: chart.labels[place] ?? String(x), values: chart.series.map(({ values }) => values[place] ?? null),
    bands: chart.series.map(({ low, high }) => {
      const [from, to] = [low?.[place] ?? null, high?.[place] ?? null];
      return from === null || to === null ? null : [from, to] as const;
    }),
  }));
  const mark = { stroke: 'var(--slide-ink)', strokeWidth: 4, strokeDasharray: '10 8', ifOverflow: 'extendDomain' } as const;
  return (
    <ComposedChart width={width} height={height} data={rows} margin={{ top: 16, right: 40, bottom: 8, left: 8 }} accessibilityLayer={false}>
      <XAxis dataKey="label" tick={TICK} height={56} tickMargin={10} padding={{ left: 56, right: 56 }} minTickGap={48} tickLine={false} axisLine={{ stroke: 'var(--slide-ink)', strokeWidth: 3 }} />
      <YAxis width={132} tick={TICK} tickCount={4} tickLine={false} axisLine={false} tickFormatter={(value: number) => write(value)} />
      {chart.series.map(({ id }, series) => <Area key={`band ${id}`} dataKey={({ bands }: LineRow): [number, number] | null => { const band = bands[series]; return band === undefined || band === null ? null : [band[0], band[1]]; }} stroke="none" fill={colourOf(series)} fillOpacity={0.22} isAnimationActive={false} activeDot={false} />)}
      {chart.marks.map(({ id, axis, at }) => (axis === 'y' ? <ReferenceLine key={id} y={at} {...mark} /> : <ReferenceLine key={id} x={chart.labels[chart.xs.indexOf(at)] ?? String(at)} {...mark} />))}
      {chart.series.map(({ id, name }, series) => <Line key={id} type="linear" name={name} dataKey={({ values }: LineRow) => values[series] ?? null} stroke={colourOf(series)} strokeWidth={6} strokeDasharray={DASHES[series] ?? ''} dot={rows.length <= 16 ? { r: 8, strokeDasharray: '', strokeWidth: 3 } : false} isAnimationActive={false} connectNulls={false} />)}
    </ComposedChart>
  );
}
