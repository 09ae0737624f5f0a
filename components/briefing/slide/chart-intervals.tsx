'use client';

import { colourOf, extentOf, wrapLabel, type SlideChartProps } from './chart-parts';
import styles from './slide.module.css';

const NARROW_PIXELS = 1_050;
/** Share of a wide row that its label takes. */
const LABEL_SHARE = 0.38;
const [WIDE_ROW, NARROW_ROW, LINE, AXIS] = [62, 96, 42, 12];

/** Estimates with their intervals against the marks, one line each: a forest plot. What does not fit is counted. */
export function SlideIntervals({ chart, width, height, write, tellMore }: SlideChartProps) {
  const [least, most] = extentOf(chart);
  const at = (value: number): string => `${(((value - least) / (most - least)) * 100).toFixed(2)}%`;
  const marks = chart.marks.filter(({ axis }) => axis === 'y');
  const isNarrow = width < NARROW_PIXELS;
  const all = chart.xs.flatMap((x, place) => chart.series.map((series, number) => ({ place, label: chart.labels[place] ?? String(x), series, number })));
  const rowHeight = isNarrow ? NARROW_ROW : WIDE_ROW;
  const fitting = Math.floor((height - AXIS) / rowHeight);
  const rows = all.length <= fitting ? all : all.slice(0, Math.max(1, Math.floor((height - AXIS - LINE) / rowHeight)));
  return (
    <div className={styles.intervals} data-narrow={isNarrow}>
      {rows.map(({ place, label, series, number }) => {
        const value = series.values[place] ?? null;
        const [low, high] = [series.low?.[place] ?? null, series.high?.[place] ?? null];
        const band = low === null || high === null ? null : [low, high] as const;
        return (
          <div key={`${String(place)} ${series.id}`} className={styles.intervalRow} style={{ height: rowHeight }}>
            <span className={styles.intervalLabel}>{wrapLabel(chart.series.length > 1 ? `${label} · ${series.name}` : label, width * (isNarrow ? 1 : LABEL_SHARE), 1).join(' ')}</span>
            <svg className={styles.intervalPlot} height={isNarrow ? 40 : WIDE_ROW} width="100%" aria-hidden>
              {marks.map(({ id, at: mark }) => <line key={id} x1={at(mark)} x2={at(mark)} y1={0} y2="100%" stroke="var(--slide-ink)" strokeWidth={4} strokeDasharray="8 6" />)}
              {band === null ? null : <><line x1={at(band[0])} x2={at(band[1])} y1="50%" y2="50%" stroke={colourOf(number)} strokeWidth={7} />{band.map((end) => <line key={end} x1={at(end)} x2={at(end)} y1="22%" y2="78%" stroke={colourOf(number)} strokeWidth={7} />)}</>}
              {value === null ? null : <circle cx={at(value)} cy="50%" r={13} fill={number === 0 ? colourOf(0) : 'var(--slide-paper)'} stroke={number === 0 ? 'var(--slide-paper)' : colourOf(number)} strokeWidth={4} />}
            </svg>
            <span className={styles.intervalText}>{write(value)}{band === null ? '' : ` (${write(band[0])} – ${write(band[1])})`}</span>
          </div>
        );
      })}
      {rows.length === all.length ? null : <p className={styles.more}>{tellMore(all.length - rows.length)}</p>}
    </div>
  );
}
