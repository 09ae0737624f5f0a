'use client';

import { buildChartRows, extentOf } from './chart-rows';
import type { ChartProps } from './chart-props';

/** Ticks of an axis: about five round numbers within an extent. */
function listTicks([least, most]: readonly [number, number]): readonly number[] {
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough;
  const first = Math.ceil(least / step);
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)));
}

/** Estimates with their intervals, one line each, against the marks: a forest plot. The numbers stand beside it in words. */
export function IntervalsChart({ chart, title, xTitle, yTitle, names, colours, markNames, writeX, writeY }: ChartProps) {
  const extent = extentOf(chart);
  const at = (value: number): number => ((value - extent[0]) / (extent[1] - extent[0])) * 100;
  const marks = (chart.marks ?? []).filter(({ axis }) => axis === 'y');
  const ticks = listTicks(extent);
  return (
    <div tabIndex={0} role="group" aria-label={title} className="scroll-quiet h-full overflow-auto px-3 pb-2">
      <table className="w-full border-separate border-spacing-0 text-xs">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 z-10 bg-surface text-left text-ink-2">
          <tr><th scope="col" className="py-1 pr-3 font-medium">{xTitle}</th><th scope="col" className="w-1/2 py-1 font-medium"><span className="flex justify-between gap-2"><span>{yTitle}</span>{marks.map(({ id, at: value }) => <span key={id} className="font-normal">┆ {markNames[id] ?? id}: {writeY(value)}</span>)}</span></th><th scope="col" className="py-1 pl-3 text-right font-medium"><span className="sr-only">{yTitle}</span></th></tr>
        </thead>
        <tbody>
          {buildChartRows(chart).flatMap(({ place, x, values, bands }) => names.map((name, series) => {
            const value = values[series] ?? null;
            const band = bands[series] ?? null;
            return (
              <tr key={`${String(place)} ${name}`} className="hover:bg-sunken">
                <th scope="row" className="max-w-52 truncate py-0.5 pr-3 text-left font-normal">{writeX(x)}{names.length > 1 ? ` · ${name}` : ''}</th>
                <td className="py-0.5">
                  <svg width="100%" height={18} aria-hidden className="block overflow-visible">
                    {ticks.map((tick) => <line key={tick} x1={`${at(tick)}%`} x2={`${at(tick)}%`} y1={0} y2={18} stroke="var(--line)" />)}
                    {marks.map(({ id, at: mark }) => <line key={id} x1={`${at(mark)}%`} x2={`${at(mark)}%`} y1={0} y2={18} stroke="var(--ink-2)" strokeDasharray="3 2" />)}
                    {band === null ? null : <><line x1={`${at(band[0])}%`} x2={`${at(band[1])}%`} y1={9} y2={9} stroke={colours[series]} strokeWidth={2} />{band.map((end) => <line key={end} x1={`${at(end)}%`} x2={`${at(end)}%`} y1={5} y2={13} stroke={colours[series]} strokeWidth={2} />)}</>}
                    {value === null ? null : <circle cx={`${at(value)}%`} cy={9} r={4.5} fill={colours[series]} stroke="var(--surface)" strokeWidth={1} />}
                  </svg>
                </td>
                <td className="tabular py-0.5 pl-3 text-right whitespace-nowrap">{writeY(value)}{band === null ? '' : ` (${writeY(band[0])} – ${writeY(band[1])})`}</td>
              </tr>
            );
          }))}
          <tr aria-hidden><td /><td className="relative h-5 text-ink-3">{ticks.map((tick) => <span key={tick} className="tabular absolute -translate-x-1/2" style={{ left: `${at(tick)}%` }}>{writeY(tick)}</span>)}</td><td /></tr>
        </tbody>
      </table>
    </div>
  );
}
