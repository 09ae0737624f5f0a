'use client';

import { usePreferences } from '@/components/ui/preferences';
import type { ChartProps } from './chart-props';

/** The numbers of a chart as a table. */
export function ChartTable({ chart, title, xTitle, names, writeX, writeY }: ChartProps) {
  const { messages } = usePreferences();
  const { chart: words } = messages.analysis;
  const head = 'px-2 py-1.5 text-right text-xs font-medium text-ink-2';
  return (
    <div tabIndex={0} role="group" aria-label={title} className="scroll-quiet h-full overflow-auto">
      <table className="w-full text-sm" data-testid="chart-table">
        <caption className="sr-only">{title}</caption>
        <thead className="sticky top-0 bg-surface">
          <tr className="border-b border-line">
            <th scope="col" className="px-2 py-1.5 text-left text-xs font-medium text-ink-2">{xTitle}</th>
            {chart.series.flatMap(({ id, low, high }, place) => [
              <th key={id} scope="col" className={head}>{names[place]}</th>,
              ...(low === undefined || high === undefined ? [] : [<th key={`${id} low`} scope="col" className={head}>{words.low}</th>, <th key={`${id} high`} scope="col" className={head}>{words.high}</th>]),
            ])}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {chart.xs.map((x, row) => (
            <tr key={String(x)}>
              <th scope="row" className="px-2 py-1 text-left font-normal">{writeX(x)}</th>
              {chart.series.flatMap(({ id, values, low, high }) => [
                <td key={id} className="px-2 py-1 text-right">{writeY(values[row])}</td>,
                ...(low === undefined || high === undefined ? [] : [<td key={`${id} low`} className="px-2 py-1 text-right text-ink-2">{writeY(low[row])}</td>, <td key={`${id} high`} className="px-2 py-1 text-right text-ink-2">{writeY(high[row])}</td>]),
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
