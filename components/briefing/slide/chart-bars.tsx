'use client';

import { Bar, BarChart, LabelList, ReferenceLine, XAxis, YAxis } from 'recharts';
import { TICK, TYPE_PIXELS, colourOf, isScale, wrapLabel, type SlideChartProps } from './chart-parts';
import { Hatchings } from './chart-series-legend';
import styles from './slide.module.css';

interface BarRow {
  readonly place: number;
  readonly label: string;
  readonly values: readonly (number | null)[];
}

const [BAR_PIXELS, GAP_PIXELS] = [30, 14];
const LINE_PIXELS = 38;
const VALUE_PIXELS = 120;
const MARK = { stroke: 'var(--slide-ink)', strokeWidth: 4, strokeDasharray: '10 8', ifOverflow: 'extendDomain' } as const;

const rowsOf = ({ xs, labels, series }: SlideChartProps['chart']): readonly BarRow[] =>
  xs.map((x, place) => ({ place, label: labels[place] ?? String(x), values: series.map(({ values }) => values[place] ?? null) }));

/** Bars over names lie down, so that the names can be read from afar; bars over a scale stand. */
export function SlideBars(props: SlideChartProps) {
  return isScale(props.chart) ? <StandingBars {...props} /> : <LyingBars {...props} />;
}

function Bars({ chart, write, vertical }: Pick<SlideChartProps, 'chart' | 'write'> & { readonly vertical: boolean }) {
  return chart.series.flatMap(({ id, name }, series) => {
    const dataKey = ({ values }: BarRow): number | null => values[series] ?? null;
    return [
      <Bar key={id} name={name} dataKey={dataKey} fill={colourOf(series)} stroke="var(--slide-ink)" strokeWidth={3} isAnimationActive={false} shape={(shape: unknown) => <HatchedBar {...(shape as BarShape)} series={series} />}>
        {vertical ? <LabelList position="right" offset={12} fill="var(--slide-ink)" fontSize={TYPE_PIXELS} fontWeight={600} valueAccessor={({ payload }: { payload?: BarRow }) => write(payload?.values[series] ?? null)} /> : null}
      </Bar>,
    ];
  });
}

interface BarShape { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function HatchedBar({ x, y, width, height, series }: BarShape & { readonly series: number }) {
  const box = { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) };
  if (!Number.isFinite(box.width) || !Number.isFinite(box.height)) return null;
  return <g><rect {...box} fill={colourOf(series)} />{series === 0 ? null : <rect {...box} fill={`url(#slide-hatch-${String(series)})`} />}<rect {...box} fill="none" stroke="var(--slide-ink)" strokeWidth={3} /></g>;
}

function LyingBars({ chart, width, height, write, tellMore }: SlideChartProps) {
  const all = rowsOf(chart);
  const labelWidth = Math.min(560, Math.round(width * 0.44));
  const lines = all.some(({ label }) => wrapLabel(label, labelWidth, 2).length > 1) ? 2 : 1;
  // Where all rows have room for it, bars are as high as the numbers beside them.
  const barPixels = Math.max(BAR_PIXELS, Math.min(LINE_PIXELS, Math.floor((height / all.length - GAP_PIXELS) / chart.series.length)));
  const rowHeight = Math.max(chart.series.length * barPixels, lines * LINE_PIXELS) + GAP_PIXELS;
  const fitting = Math.max(1, Math.floor(height / rowHeight));
  const rows = all.length <= fitting ? all : all.slice(0, Math.max(1, Math.floor((height - LINE_PIXELS - 8) / rowHeight)));
  const least = Math.min(0, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return (
    <>
      <BarChart width={width} height={rows.length * rowHeight} data={[...rows]} layout="vertical" margin={{ top: 0, right: VALUE_PIXELS, bottom: 0, left: 0 }} barSize={barPixels - 4} barGap={2} accessibilityLayer={false}>
        <Hatchings />
        <XAxis type="number" hide domain={[least, 'dataMax']} />
        <YAxis type="category" dataKey="place" width={labelWidth} interval={0} tickLine={false} axisLine={{ stroke: 'var(--slide-ink)', strokeWidth: 3 }} tick={({ x, y, payload }: { x: number | string; y: number | string; payload: { value: number } }) => <Label x={Number(x)} y={Number(y)} lines={wrapLabel(rows[payload.value]?.label ?? '', labelWidth - 24, 2)} />} />
        {chart.marks.filter(({ axis }) => axis === 'y').map(({ id, at }) => <ReferenceLine key={id} x={at} {...MARK} />)}
        {Bars({ chart, write, vertical: true })}
      </BarChart>
      {rows.length === all.length ? null : <p className={styles.more}>{tellMore(all.length - rows.length)}</p>}
    </>
  );
}

function Label({ x, y, lines }: { readonly x: number; readonly y: number; readonly lines: readonly string[] }) {
  return (
    <text x={x - 14} y={y - ((lines.length - 1) * LINE_PIXELS) / 2} textAnchor="end" dominantBaseline="central" {...TICK}>
      {lines.map((line, place) => <tspan key={line} x={x - 14} dy={place === 0 ? 0 : LINE_PIXELS}>{line}</tspan>)}
    </text>
  );
}

function StandingBars({ chart, width, height, write }: SlideChartProps) {
  const rows = rowsOf(chart);
  return (
    <BarChart width={width} height={height} data={[...rows]} margin={{ top: 16, right: 24, bottom: 8, left: 8 }} barGap={2} accessibilityLayer={false}>
      <Hatchings />
      <XAxis dataKey="label" tick={TICK} height={56} tickMargin={10} minTickGap={36} tickLine={false} axisLine={{ stroke: 'var(--slide-ink)', strokeWidth: 3 }} />
      <YAxis width={132} tick={TICK} tickCount={4} tickLine={false} axisLine={false} tickFormatter={(value: number) => write(value)} />
      {chart.marks.filter(({ axis }) => axis === 'y').map(({ id, at }) => <ReferenceLine key={id} y={at} {...MARK} />)}
      {Bars({ chart, write, vertical: false })}
    </BarChart>
  );
}
