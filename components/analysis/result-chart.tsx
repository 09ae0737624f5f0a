'use client';

import { ChartLine, Table2 } from 'lucide-react';
import { useState } from 'react';
import type { ResultChart as ChartSpec } from '@/lib/domain/analysis-result';
import { TONE_COLOURS } from '@/lib/layers/analysis-tones';
import { formatCell } from '@/lib/messages/analysis/format-cell';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { BarsChart } from './chart-bars';
import { IntervalsChart } from './chart-intervals';
import { LinesChart } from './chart-lines';
import { hasNumbers } from './chart-rows';
import type { ChartProps } from './chart-props';
import { ChartTable } from './chart-table';

interface ResultChartProps {
  readonly chart: ChartSpec;
  readonly texts: MethodTexts;
  readonly phrases: Phrases;
}

const SERIES = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6'] as const;
const DRAWINGS = { lines: LinesChart, bars: BarsChart, intervals: IntervalsChart } as const;

/** A chart of a result, or the same numbers as a table. */
export function ResultChart({ chart, texts, phrases }: ResultChartProps) {
  const { messages, theme } = usePreferences();
  const { chart: words } = messages.analysis;
  const [isTable, setTable] = useState(false);
  const own = texts.charts[chart.id];
  const props: ChartProps = {
    chart, title: own?.title ?? chart.id, xTitle: own?.x ?? '', yTitle: own?.y ?? '', markNames: own?.marks ?? {},
    names: chart.series.map(({ id }) => own?.series[id] ?? id), colours: chart.series.map((_, place) => TONE_COLOURS[theme][SERIES[place % SERIES.length] ?? 'series1']),
    writeX: (value) => formatCell(chart.x, value, phrases, texts.classes), writeY: (value) => phrases.in(chart.y, value),
  };
  const Drawing = DRAWINGS[chart.kind];
  if (!hasNumbers(chart)) return <p className="p-4 text-sm text-ink-2">{words.none}</p>;
  return (
    <div className="flex h-full min-h-0 flex-col" data-testid="result-chart" data-chart={chart.id}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 pt-1.5">
        <ul className="flex flex-wrap gap-x-3 text-xs text-ink-2">
          {chart.series.length < 2 ? null : props.names.map((name, place) => <li key={name} className="flex items-center gap-1.5"><span aria-hidden className="size-2.5 rounded-sm" style={{ background: props.colours[place] }} />{name}</li>)}
        </ul>
        <Button kind="ghost" size="small" className="ml-auto" onClick={() => setTable(!isTable)} data-testid="chart-toggle">{isTable ? <ChartLine size={14} aria-hidden /> : <Table2 size={14} aria-hidden />} {isTable ? words.asChart : words.asTable}</Button>
      </div>
      <div className="min-h-0 flex-1">{isTable ? <ChartTable {...props} /> : <Drawing {...props} />}</div>
    </div>
  );
}
