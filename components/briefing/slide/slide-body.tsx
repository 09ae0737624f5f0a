'use client';

import { useMemo } from 'react';
import type { ExportTheme } from '@/lib/domain/export-file';
import type { PresentedChart, PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import { withoutIds, type WriteNumber } from './list-faces';
import { SlideChart } from './slide-chart';
import { SlideFacts } from './slide-facts';
import { SlideLegend } from './slide-legend';
import { SlideMap } from './slide-map';
import { SlideTable } from './slide-table';
import styles from './slide.module.css';

interface SlideBodyProps {
  readonly slide: PresentedSlide;
  readonly svg: string | null;
  readonly theme: ExportTheme;
  readonly writeOf: (chart: PresentedChart) => WriteNumber;
  readonly tellMore: (hidden: number) => string;
  readonly missing: string;
  readonly mapLabel: string;
  readonly fitKey: string;
}

/** Columns of a table that stand beside a map; wider ones get more of the width. */
const NARROW_COLUMNS = 3;
/** Slides that are lists: their rows come before their charts, which stand behind the slide. */
const LISTS: readonly PresentedSlide['kind'][] = ['last_day', 'watch_list', 'open_items'];
/** Letters of uncertainty from which the figures beside a chart give their room to it: the chart shows the same numbers. */
const LONG_SURENESS = 180;

/** The evidence of a slide: its map, and beside it figures and the first chart or table; without a map these alone. */
export function SlideBody({ slide, svg, theme, writeOf, tellMore, missing, mapLabel, fitKey }: SlideBodyProps) {
  const table = useMemo(() => slide.tables.filter(({ rows }) => rows.length > 0).map(withoutIds)[0] ?? null, [slide]);
  const isList = LISTS.includes(slide.kind) && table !== null;
  const chart = isList ? null : slide.charts.find(({ xs, series }) => xs.length > 0 && series.some(({ values }) => values.some((value) => value !== null))) ?? null;
  const isWideTable = chart === null && table !== null && table.columns.length > NARROW_COLUMNS;
  const most = evidenceFacts(chart !== null, table !== null, slide.uncertainty.join(' ').length);
  const evidence = chart !== null ? <SlideChart key={chart.id} chart={chart} write={writeOf(chart)} tellMore={tellMore} /> : table !== null ? <SlideTable key={table.id} table={table} tellMore={tellMore} fitKey={fitKey} /> : null;
  if (!slide.hasMap) return <div className={styles.alone}><SlideFacts facts={slide.facts} most={4} />{evidence}</div>;
  return (
    <div className={styles.beside} data-wide={isWideTable} data-evidence={evidence !== null}>
      <div className={styles.mapColumn}>
        <SlideMap svg={svg} id={`${slide.id}-${theme}`} label={mapLabel} missing={missing} />
        <SlideLegend entries={slide.legend} theme={theme} />
      </div>
      <div className={styles.evidence}><SlideFacts facts={slide.facts} most={most} />{evidence}</div>
    </div>
  );
}

const evidenceFacts = (hasChart: boolean, hasTable: boolean, letters: number): number => (hasChart ? (letters > LONG_SURENESS ? 0 : 2) : hasTable ? 2 : 4);
