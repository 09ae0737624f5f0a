'use client';

import { ChartNoAxesColumn, ChevronDown, SlidersHorizontal } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { PointColumns } from '@/lib/domain/point-columns';
import { buildTrends } from '@/lib/trends/build-trends';
import type { TrendsView } from '@/lib/trends/trends-view';
import { getEditionAt, listClustersAt } from '@/lib/view/in-force';
import { buildAreaOptions } from '@/components/console/area-options';
import { useDueClock } from '@/components/console/use-due-clock';
import { useWardNames } from '@/components/console/use-ward-names';
import type { Reference } from '@/components/data/api-types';
import { useWards } from '@/components/data/use-reference';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { ReadingNote } from './reading-note';
import { TrendCharts } from './trend-charts';
import { TrendControls } from './trend-controls';
import type { TrendWords } from './trend-words';
import { useReading } from './use-owners';

interface TrendsBrowserProps {
  readonly reference: Reference;
  readonly points: PointColumns;
  readonly today: Day;
  readonly view: TrendsView;
  readonly onChange: (patch: Partial<TrendsView>) => void;
}

/** The controls and everything they change. */
export function TrendsBrowser({ reference, points, today, view, onChange }: TrendsBrowserProps) {
  const { messages, language } = usePreferences();
  const { trends: texts } = messages;
  const isWide = useMediaQuery('(min-width: 1100px)');
  const referenceDay = view.filter.at ?? today;
  const edition = useMemo(() => reference.editions.find(({ id }) => id === view.reading) ?? getEditionAt(reference.editions, referenceDay), [reference, view.reading, referenceDay]);
  const wards = useWards(edition.id);
  const areas = useMemo(
    () => buildAreaOptions(edition, wards.state === 'ready' ? wards.data : null, listClustersAt(reference.clusters, edition.id, referenceDay, reference.defaultWidthMetres)).filter(({ kind }) => kind !== 'focus'),
    [edition, wards, reference, referenceDay],
  );
  const wardNames = useWardNames(reference.editions);
  const words = useMemo<TrendWords>(() => ({ language, messages, reference, wardNames }), [language, messages, reference, wardNames]);
  const known = reference.editions.some(({ id }) => id === view.reading) ? view.reading : null;
  const standing = useReading(points, known);
  // The controls answer at once; the charts follow.
  const shown = useDeferredValue(view);
  const nowSeconds = useDueClock(points);
  const reading = standing?.reading;
  const trends = useMemo(() => (reading === undefined ? null : buildTrends(points, shown, reading, referenceDay, nowSeconds)), [points, shown, reading, referenceDay, nowSeconds]);
  const effective = useMemo(() => ({ ...shown, reading: standing?.state === 'ready' ? known : null }), [shown, standing, known]);
  const controls = <TrendControls view={view} reference={reference} referenceDay={referenceDay} areas={areas} onChange={onChange} />;
  const isEmpty = trends !== null && trends.all.total === 0 && trends.all.yearBeforeTotal === 0;
  const hasWard = view.filter.ward === null || reading?.wards.includes(view.filter.ward) === true;
  return (
    <div className={isWide ? 'flex h-full overflow-hidden' : 'scroll-quiet h-full overflow-y-auto'} data-testid="trends-page">
      {isWide ? <aside className="scroll-quiet w-72 shrink-0 overflow-y-auto border-r border-line bg-surface px-4 py-4" aria-label={texts.controls}>{controls}</aside> : (
        <details className="group border-b border-line bg-surface" data-testid="trends-controls-fold">
          <summary className="flex min-h-11 items-center gap-2 px-4 text-sm font-medium"><SlidersHorizontal size={16} aria-hidden /> {texts.controls}<ChevronDown size={16} aria-hidden className="ml-auto transition-transform group-open:rotate-180" /></summary>
          <div className="px-4 pb-4">{controls}</div>
        </details>
      )}
      <div className={`min-w-0 flex-1 space-y-4 px-4 py-4 md:px-6 ${isWide ? 'scroll-quiet overflow-y-auto' : ''}`}>
        {standing === null ? null : <ReadingNote standing={standing} edition={known} />}
        {trends === null ? null : isEmpty
          ? <StateNote icon={<ChartNoAxesColumn size={30} />} title={!hasWard && known !== null ? texts.noWard : trends.periods.length === 0 ? texts.emptyFuture : texts.empty} hint={!hasWard && known !== null ? texts.noWardHint : texts.emptyHint} testId="trends-empty" />
          : <TrendCharts trends={trends} view={effective} words={words} />}
      </div>
    </div>
  );
}
