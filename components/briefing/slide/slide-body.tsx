'use client';

import { useMemo } from 'react';
import type { ExportTheme } from '@/lib/domain/export-file';
import type { PresentedChart, PresentedSlide } from '@/lib/messages/briefing/presented-slide';
import { withoutColumns, withoutIds, type WriteNumber } from './list-faces';
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

const NO_SIGNS: readonly never[] = [];
/** Columns of a table that stand beside a map; wider ones get more of the width. */
const NARROW_COLUMNS = 3;
/** Slides that are lists: their rows come before their charts, which stand behind the slide. */
const LISTS: readonly PresentedSlide['kind'][] = ['last_day', 'watch_list', 'open_items'];
/** Columns that a list can do without beside its map; the numbers behind the slide have them all. */
const BEHIND: readonly string[] = ['reason', 'confirmed', 'due', 'ward', 'from', 'forth', 'back', 'adjusted', 'rank'];
/** With these too, so that an open item takes one line and more of them stand there. */
const ALSO_BEHIND: Readonly<Partial<Record<PresentedSlide['kind'], readonly string[]>>> = { open_items: ['category'] };
/** Letters of uncertainty from which the figures beside a chart give their room to it: the chart shows the same numbers. */
const LONG_SURENESS = 180;

/** The evidence of a slide: its map, and beside it figures and the first chart or table; without a map these alone. */
export function SlideBody({ slide, svg, theme, writeOf, tellMore, missing, mapLabel, fitKey }: SlideBodyProps) {
  const table = useMemo(() => slide.tables.filter(({ rows }) => rows.length > 0).map(withoutIds).map((one) => (slide.hasMap && LISTS.includes(slide.kind) ? withoutColumns(one, ({ id }) => BEHIND.includes(id) || ALSO_BEHIND[slide.kind]?.includes(id) === true) : one))[0] ?? null, [slide]);
  const isList = LISTS.includes(slide.kind) && table !== null;
  const chart = isList ? null : slide.charts.find(({ xs, series }) => xs.length > 0 && series.some(({ values }) => values.some((value) => value !== null))) ?? null;
  const isWideTable = chart === null && table !== null && table.columns.length > NARROW_COLUMNS;
  const most = evidenceFacts(chart, table !== null, slide.uncertainty.join(' ').length);
  const evidence = chart !== null ? <SlideChart key={chart.id} chart={chart} write={writeOf(chart)} tellMore={tellMore} /> : table !== null ? <SlideTable key={table.id} table={table} tellMore={tellMore} fitKey={fitKey} /> : null;
  if (!slide.hasMap) return <div className={styles.alone}><SlideFacts facts={slide.facts} most={4} />{evidence}</div>;
  return (
    <div className={styles.beside} data-wide={isWideTable} data-evidence={evidence !== null}>
      <div className={styles.mapColumn}>
        <SlideMap svg={svg} id={`${slide.id}-${theme}`} label={mapLabel} missing={missing} />
        <SlideLegend entries={slide.legend} signs={slide.signs ?? NO_SIGNS} theme={theme} />
      </div>
      <div className={styles.evidence}><SlideFacts facts={slide.facts} most={most} />{evidence}</div>
    </div>
  );
}

/** A forest plot writes its numbers itself; beside a table and beside nothing there is room for more. */
function evidenceFacts(chart: PresentedChart | null, hasTable: boolean, letters: number): number {
  if (chart === null) return hasTable ? 2 : 4;
  return chart.kind === 'intervals' || chart.series.length > 2 || letters > LONG_SURENESS ? 0 : 2;
}
