'use client';

import { useRef } from 'react';
import type { PresentedChart } from '@/lib/messages/briefing/presented-slide';
import { SlideBars } from './chart-bars';
import { SlideIntervals } from './chart-intervals';
import { SlideLines } from './chart-lines';
import { MOST_SERIES } from './chart-parts';
import { SeriesLegend } from './chart-series-legend';
import type { WriteNumber } from './list-faces';
import styles from './slide.module.css';
import { useBoxSize } from './use-box-size';

interface SlideChartBoxProps {
  readonly chart: PresentedChart;
  readonly write: WriteNumber;
  readonly tellMore: (hidden: number) => string;
}

const DRAWINGS = { bars: SlideBars, lines: SlideLines, intervals: SlideIntervals } as const;

/** A chart that takes the room it is given, with its title, its legend and what its axes are. The same numbers stand in a table behind it. */
export function SlideChart({ chart, write, tellMore }: SlideChartBoxProps) {
  const ref = useRef<HTMLDivElement>(null);
  const size = useBoxSize(ref);
  const shown = chart.series.length > MOST_SERIES ? { ...chart, series: chart.series.slice(0, MOST_SERIES) } : chart;
  const Drawing = DRAWINGS[chart.kind];
  return (
    <figure className={styles.chart} aria-label={chart.title} data-testid="slide-chart">
      <figcaption className={styles.chartTitle}>{chart.title}{chart.yTitle === '' ? '' : <span className={styles.quiet}> · {chart.yTitle}</span>}</figcaption>
      <SeriesLegend names={shown.series.map(({ name }) => name)} kind={chart.kind} marks={chart.marks.filter(({ axis }) => axis === 'y').map(({ name, at }) => `${name}: ${write(at)}`)} />
      <div ref={ref} className={styles.chartBox}>{size === null || size.width === 0 ? null : <Drawing chart={shown} width={size.width} height={size.height} write={write} tellMore={tellMore} />}</div>
    </figure>
  );
}
