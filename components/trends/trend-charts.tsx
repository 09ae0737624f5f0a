'use client';

import Link from 'next/link';
import { useMemo, type ReactNode } from 'react';
import { formatCount } from '@/lib/format/format-number';
import { nameTableFile } from '@/lib/interop/typed-table';
import type { Trends } from '@/lib/trends/build-trends';
import { MOST_PERIODS } from '@/lib/trends/reporting-periods';
import type { TrendsView } from '@/lib/trends/trends-view';
import { PinButton, pathOfPage } from '@/components/briefing/pin-button';
import { DataTable } from '@/components/ui/data-table';
import { usePreferences } from '@/components/ui/preferences';
import { ChartFrame } from './chart-frame';
import { ComparisonFacts } from './comparison-facts';
import { describeFilters } from './describe-filters';
import { HourTable } from './hour-grid';
import { SeriesChart } from './series-chart';
import { linkRecords } from './trend-links';
import { buildHourTable, buildSeriesTable, buildWardTable } from './trend-tables';
import { describeSelection, listAllDays, listCountedDays, type TrendWords } from './trend-words';
import { WardMultiples } from './ward-multiples';
import { orderWards } from './ward-order';

interface TrendChartsProps {
  readonly trends: Trends;
  readonly view: TrendsView;
  readonly words: TrendWords;
}

/** The page's address with one more word in its query. */
const addToPath = (path: string, name: string, value: string): string => `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`;
const withLink = (href: string | null, text: string): ReactNode => (href === null ? text : <Link href={href} prefetch={false} className="text-accent underline">{text}</Link>);

/** Every chart of the page with its table, and the comparison with the year before. */
export function TrendCharts({ trends, view, words }: TrendChartsProps) {
  const { messages, language } = usePreferences();
  const { trends: texts } = messages;
  const { grouping, filter, reading } = view;
  const notes = useMemo(() => describeSelection(trends.span, trends.asOfSeconds, reading, describeFilters(filter, words), words), [trends, reading, filter, words]);
  const fileName = (title: string): string => nameTableFile(title, trends.span.from, trends.span.to);
  const seriesTitle = grouping === 'none' ? texts.series.title : texts.series.titleBy(texts.groupings[grouping]);
  const seriesTable = (): ReactNode => {
    const { table, places } = buildSeriesTable(trends, grouping, notes, words);
    const countColumn = table.columns.findIndex(({ id }) => id === 'count');
    const show = (row: number, column: number, text: string): ReactNode => {
      const place = places[row];
      const period = place === undefined ? undefined : trends.periods[place.period];
      return column !== countColumn || place === undefined || period === undefined ? text : withLink(linkRecords(filter, reading, listCountedDays(period), grouping, trends.groups.keys[place.group] ?? ''), text);
    };
    return <DataTable key={`${grouping}/${trends.calendar}`} table={table} fileName={fileName(seriesTitle)} show={show} testId="series-table" />;
  };
  const wardTable = (): ReactNode => {
    const { table, places } = buildWardTable(trends, orderWards(trends, '', words), notes, words);
    const show = (row: number, column: number, text: string): ReactNode => (column === 1 ? withLink(linkRecords(filter, reading, listAllDays(trends.periods), 'ward', trends.wards.keys[places[row]?.group ?? 0] ?? ''), text) : text);
    return <DataTable key={trends.calendar} table={table} fileName={fileName(texts.wards.title)} show={show} testId="ward-table" />;
  };
  const pin = (chart: string, title: string): ReactNode => (
    <PinButton role={words.reference.me.role} pin={() => ({ kind: 'chart', title, path: addToPath(pathOfPage(), 'chart', chart) })} />
  );
  const hourNote = trends.hours.uncertain === 0 ? texts.hours.exact : texts.hours.note(formatCount(trends.hours.uncertain, language));
  return (
    <>
      <ComparisonFacts trends={trends} view={view} />
      <ChartFrame title={seriesTitle} testId="trend-series" actions={pin('series', seriesTitle)} chart={<SeriesChart trends={trends} view={view} words={words} />} table={seriesTable} note={trends.periods.length === MOST_PERIODS ? texts.mostPeriods(formatCount(MOST_PERIODS, language)) : undefined} />
      <ChartFrame title={texts.hours.title} testId="trend-hours" actions={pin('hours', texts.hours.title)} chart={<HourTable hours={trends.hours} />} table={() => <DataTable table={buildHourTable(trends.hours, notes, words)} fileName={fileName(texts.hours.title)} testId="hour-table" />} note={hourNote} />
      <ChartFrame title={texts.wards.title} testId="trend-wards" actions={pin('wards', texts.wards.title)} chart={<WardMultiples trends={trends} view={view} words={words} />} table={wardTable} note={texts.wards.note} />
    </>
  );
}
