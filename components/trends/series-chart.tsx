'use client';

import { Bar, Cell, ComposedChart, Line, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useId } from 'react';
import { formatCount } from '@/lib/format/format-number';
import { TONE_COLOURS } from '@/lib/layers/analysis-tones';
import { placeOfDay, type Trends } from '@/lib/trends/build-trends';
import type { TrendsView } from '@/lib/trends/trends-view';
import { usePreferences } from '@/components/ui/preferences';
import { chooseDrawnGroups, countDrawn } from '@/lib/trends/drawn-groups';
import { listBreaks, nameGroup, namePeriod, shortenPeriod, type TrendWords } from './trend-words';

const TICK = { fill: 'var(--ink-2)', fontSize: 12 } as const;
const TONES = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6'] as const;
/** Lines are told apart by their dash too. */
const DASHES = ['', '7 4', '2 3', '9 3 2 3', '4 4', '1 4'];

interface SeriesChartProps {
  readonly trends: Trends;
  readonly view: TrendsView;
  readonly words: TrendWords;
}

interface ChartRow {
  readonly place: number;
  readonly label: string;
  readonly values: readonly number[];
  readonly before: number | null;
  readonly isComplete: boolean;
}

/** Counts by period: bars with last year as a line, or a line or layer a group; a change of boundaries as an upright line. */
export function SeriesChart({ trends, view, words }: SeriesChartProps) {
  const { theme, language, messages } = usePreferences();
  const { series: texts } = messages.trends;
  const hatch = useId();
  const { groups, periods, calendar } = trends;
  const parted = view.grouping !== 'none';
  const drawn = chooseDrawnGroups(groups);
  const colours = TONES.map((tone) => TONE_COLOURS[theme][tone]);
  const names = drawn.map((one) => (one.isRest ? texts.others : nameGroup(view.grouping, groups.keys[one.groups[0] ?? 0] ?? '', words)));
  const rows = periods.map((period, place): ChartRow => ({
    place, label: namePeriod(calendar, period), values: drawn.map((one) => countDrawn(groups, one, place)),
    before: parted || period.yearBefore === null ? null : (groups.yearBefore[place] ?? 0), isComplete: period.isComplete,
  }));
  const breaks = listBreaks(words.reference.editions, { from: periods[0]?.from ?? trends.span.from, to: trends.span.to })
    .flatMap((edition) => { const place = placeOfDay(periods, edition.effectiveFrom); return place < 0 ? [] : [{ id: edition.id, place, title: edition.title }]; });
  const colourOf = (series: number): string => (drawn[series]?.isRest === true ? 'var(--ink-3)' : parted ? (colours[series % colours.length] ?? 'var(--accent)') : 'var(--accent)');
  const stacked = !parted || view.form === 'stacked';
  const summary = texts.describe(formatCount(periods.length, language), formatCount(trends.all.total, language));
  return (
    <div data-testid="series-chart">
      <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        {parted ? names.map((name, series) => <li key={name} className="flex items-center gap-1.5"><span aria-hidden className="size-2.5 rounded-sm" style={{ background: colourOf(series) }} />{name}</li>)
          : <><li className="flex items-center gap-1.5"><span aria-hidden className="size-2.5 rounded-sm bg-accent" />{texts.count}</li><li className="flex items-center gap-1.5"><span aria-hidden className="w-4 border-t-2 border-dashed border-ink-3" />{texts.yearBefore}</li></>}
      </ul>
      <div role="img" aria-label={summary}><div className="h-72" aria-hidden>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={rows} margin={{ top: 22, right: 12, bottom: 0, left: 0 }} barCategoryGap={rows.length > 60 ? 1 : '14%'} accessibilityLayer={false}>
            <defs>
              <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width={6} height={6} fill="var(--accent-soft)" /><rect width={2} height={6} fill="var(--accent)" /></pattern>
            </defs>
            <XAxis dataKey="place" tick={TICK} tickLine={false} axisLine={{ stroke: 'var(--edge)' }} minTickGap={28} tickFormatter={(place: number) => { const period = periods[place]; return period === undefined ? '' : shortenPeriod(calendar, period); }} />
            <YAxis width={44} allowDecimals={false} tick={TICK} tickLine={false} axisLine={false} tickFormatter={(value: number) => formatCount(value, language)} />
            <Tooltip isAnimationActive={false} cursor={{ fill: 'var(--sunken)' }} content={({ active, payload }) => <SeriesTip row={active ? (payload[0]?.payload as ChartRow | undefined) : undefined} names={parted ? names : [texts.count]} colours={drawn.map((_, series) => colourOf(series))} />} />
            {breaks.map(({ id, place, title }) => <ReferenceLine key={id} x={place} stroke="var(--ink-2)" strokeWidth={1.5} strokeDasharray="2 2" label={{ value: texts.break(title), position: 'insideTopLeft', fill: 'var(--ink-2)', fontSize: 12, dy: -20 }} />)}
            {stacked ? drawn.map((one, series) => (
              <Bar key={names[series]} name={names[series] ?? ''} dataKey={({ values }: ChartRow) => values[series] ?? 0} stackId="all" fill={colourOf(series)} isAnimationActive={false}>
                {rows.map(({ place, isComplete }) => <Cell key={place} fill={parted || isComplete ? colourOf(series) : `url(#${hatch})`} fillOpacity={parted && !isComplete ? 0.45 : 1} />)}
              </Bar>
            )) : drawn.map((one, series) => (
              <Line key={names[series]} name={names[series] ?? ''} type="linear" dataKey={({ values }: ChartRow) => values[series] ?? 0} stroke={colourOf(series)} strokeWidth={2} strokeDasharray={DASHES[series % DASHES.length] ?? ''} dot={rows.length <= 16 ? { r: 3, strokeDasharray: '' } : false} isAnimationActive={false} />
            ))}
            {parted ? null : <Line name={texts.yearBefore} type="linear" dataKey="before" stroke="var(--ink-3)" strokeWidth={2} strokeDasharray="5 4" dot={false} isAnimationActive={false} connectNulls={false} />}
          </ComposedChart>
        </ResponsiveContainer>
      </div></div>
      <div className="mt-1 space-y-0.5 text-xs text-ink-3">
        {rows.some(({ isComplete }) => !isComplete) ? <p>{texts.incompleteNote}</p> : null}
        {drawn.filter(({ isRest }) => isRest).map((one) => <p key="rest">{texts.othersNote(formatCount(one.groups.length, language))}</p>)}
      </div>
    </div>
  );
}

function SeriesTip({ row, names, colours }: { readonly row: ChartRow | undefined; readonly names: readonly string[]; readonly colours: readonly string[] }) {
  const { messages, language } = usePreferences();
  const { series: texts } = messages.trends;
  if (row === undefined) return null;
  return (
    <div className="float-card tabular px-2.5 py-1.5 text-xs">
      <p className="font-semibold">{row.label}{row.isComplete ? '' : ` (${texts.incomplete})`}</p>
      {names.map((name, series) => <p key={name} className="flex items-center gap-1.5"><span aria-hidden className="size-2 rounded-sm" style={{ background: colours[series] }} />{name}: <b>{formatCount(row.values[series] ?? 0, language)}</b></p>)}
      {row.before === null ? null : <p>{texts.yearBefore}: <b>{formatCount(row.before, language)}</b></p>}
    </div>
  );
}
