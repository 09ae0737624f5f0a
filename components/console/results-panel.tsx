'use client';

import { BarChart3, SearchX, Table2, TrendingUp } from 'lucide-react';
import Link from 'next/link';
import { Tabs } from 'radix-ui';
import { useMemo, useState } from 'react';
import type { Category } from '@/lib/domain/category';
import { formatCount, formatShare } from '@/lib/format/format-number';
import type { MapView } from '@/lib/view/map-view';
import { BarList, type BarItem } from '@/components/charts/bar-list';
import { BarTable } from '@/components/charts/bar-table';
import { linkTrends } from '@/components/trends/trend-links';
import { Button, IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { nameWard } from './area-options';
import { ArrivalNotice } from './arrival-notice';
import { FeedList } from './feed-list';
import { NO_FILTERS } from './filter-panel';
import { IncidentList } from './incident-list';
import type { ConsoleModel } from './use-console-model';
import type { FeedEntry } from './use-feed-entries';
import type { UpdateView } from './use-map-view';

interface ResultsPanelProps {
  readonly view: MapView;
  readonly model: ConsoleModel;
  readonly wardNames: ReadonlyMap<string, string>;
  readonly rowsInView: readonly number[];
  readonly feedEntries: readonly FeedEntry[];
  readonly onUpdate: UpdateView;
  readonly onIncident: (row: number) => void;
}

const MAX_WARDS = 40;

/** How many incidents, how many of them at a border, and where: bars, table, list. */
export function ResultsPanel(props: ResultsPanelProps) {
  const { model, rowsInView } = props;
  const { messages, language } = usePreferences();
  const [asTable, setAsTable] = useState(false);
  const { summary } = model;
  const tab = '-mb-px rounded-t-md border-b-2 border-transparent px-1.5 py-2.5 text-xs font-medium whitespace-nowrap text-ink-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-accent';
  return (
    <div className="flex h-full min-h-0 flex-col" data-testid="results">
      <Totals model={model} view={props.view} />
      <Tabs.Root defaultValue="ward" className="flex min-h-0 flex-1 flex-col">
        <div className="flex items-center border-b border-line pr-1 pl-2">
          <Tabs.List className="flex flex-1" aria-label={messages.results.title}>
            <Tabs.Trigger value="ward" className={tab}>{messages.results.tabWard}</Tabs.Trigger>
            <Tabs.Trigger value="category" className={tab}>{messages.results.tabCategory}</Tabs.Trigger>
            <Tabs.Trigger value="list" className={tab} data-testid="tab-list">
              {messages.results.inView} <span className="tabular text-ink-3">{formatCount(rowsInView.length, language)}</span>
            </Tabs.Trigger>
            <Tabs.Trigger value="feed" className={tab} data-testid="tab-feed">{messages.work.feed.title}</Tabs.Trigger>
          </Tabs.List>
          <ArrivalNotice model={model} wardNames={props.wardNames} />
          <IconButton label={asTable ? messages.results.chartView : messages.results.tableView} className="size-8" data-testid="table-toggle" onClick={() => setAsTable(!asTable)}>
            {asTable ? <BarChart3 size={16} aria-hidden /> : <Table2 size={16} aria-hidden />}
          </IconButton>
        </div>
        {summary === null ? <div className="p-4"><SkeletonLines lines={9} label={messages.app.loading} /></div> : (
          <>
            <Tabs.Content value="ward" className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 py-3"><WardBars {...props} asTable={asTable} /></Tabs.Content>
            <Tabs.Content value="category" className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 py-3"><CategoryBars {...props} asTable={asTable} /></Tabs.Content>
            <Tabs.Content value="list" className="scroll-quiet min-h-0 flex-1 overflow-y-auto"><IncidentList {...props} /></Tabs.Content>
            <Tabs.Content value="feed" className="scroll-quiet min-h-0 flex-1 overflow-y-auto"><FeedList model={model} entries={props.feedEntries} wardNames={props.wardNames} onIncident={props.onIncident} /></Tabs.Content>
          </>
        )}
      </Tabs.Root>
    </div>
  );
}

function Totals({ model, view }: Pick<ResultsPanelProps, 'model' | 'view'>) {
  const { messages, language } = usePreferences();
  const { summary } = model;
  if (summary === null) return <div className="space-y-2 px-4 pt-4 pb-3"><div className="skeleton h-7 w-32" /><div className="skeleton h-4 w-44" /><div className="skeleton h-1.5 w-full" /></div>;
  const share = summary.total === 0 ? 0 : summary.borderZoneTotal / summary.total;
  return (
    <div className="px-4 pt-3 pb-3">
      <p className="flex items-baseline gap-2">
        <span className="tabular text-xl font-semibold" data-testid="total-count">{formatCount(summary.total, language)}</span>
        <span className="text-sm text-ink-2">{messages.results.incidents}</span>
        <Link href={linkTrends(view)} prefetch={false} className="ml-auto inline-flex items-center gap-1 self-center rounded-md px-1.5 py-0.5 text-xs font-medium text-accent hover:bg-accent-soft" data-testid="open-trends"><TrendingUp size={13} aria-hidden /> {messages.trends.title}</Link>
      </p>
      <p className="tabular text-sm">
        <span className="font-semibold text-accent" data-testid="zone-count">{formatCount(summary.borderZoneTotal, language)}</span>
        <span className="text-xs text-ink-2"> · {messages.results.share(formatShare(share, language))}</span>
      </p>
      <div className="mt-2 h-1.5 overflow-hidden rounded-full bg-quiet/50" aria-hidden>
        <div className="h-full rounded-full bg-accent" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}

function Bars({ items, selected, onSelect, label, asTable, onClear }: { items: readonly BarItem[]; selected: readonly string[]; onSelect: (key: string) => void; label: string; asTable: boolean; onClear: () => void }) {
  const { messages, language } = usePreferences();
  if (items.length === 0) return <StateNote icon={<SearchX size={28} />} title={messages.results.empty} hint={messages.results.emptyHint} action={<Button size="small" onClick={onClear}>{messages.filters.reset}</Button>} testId="results-empty" />;
  return asTable
    ? <BarTable items={items} selected={selected} onSelect={onSelect} label={label} />
    : <BarList items={items} selected={selected} onSelect={onSelect} language={language} label={label} />;
}

function WardBars({ view, model, wardNames, onUpdate, asTable }: ResultsPanelProps & { readonly asTable: boolean }) {
  const { messages, language } = usePreferences();
  const { summary, feed, edition } = model;
  const all = useMemo(() => {
    const wards = feed.points?.dictionaries.wards ?? [];
    return wards
      .map((key, index): BarItem => {
        const former = edition !== null && !key.startsWith(`${edition.id}/`) ? ` (${messages.results.oldWard})` : '';
        return { key, label: nameWard(wardNames, key) + former, total: summary?.byWard[index] ?? 0, inZone: summary?.borderZoneByWard[index] ?? 0 };
      })
      .filter((item) => item.total > 0)
      .sort((a, b) => b.total - a.total);
  }, [feed.points, summary, wardNames, edition, messages]);
  const rest = all.length - MAX_WARDS;
  if (wardNames.size === 0) return <SkeletonLines lines={12} label={messages.app.loading} />;
  return (
    <>
      <Bars items={all.slice(0, MAX_WARDS)} selected={view.ward === null ? [] : [view.ward]} label={messages.results.byWard} asTable={asTable} onClear={() => onUpdate(NO_FILTERS)}
        onSelect={(ward) => onUpdate({ ward: view.ward === ward ? null : ward, cluster: null })} />
      {rest > 0 ? <p className="pt-2 text-xs text-ink-3">{messages.results.others(formatCount(rest, language))}</p> : null}
    </>
  );
}

const labelOf = (category: Category, language: string): string => (language === 'vi' ? category.nameVi : category.nameEn);

function CategoryBars({ view, model, onUpdate, asTable }: ResultsPanelProps & { readonly asTable: boolean }) {
  const { messages, language } = usePreferences();
  const { summary, feed, reference } = model;
  const items = useMemo(() => {
    const indexOf = new Map((feed.points?.dictionaries.categories ?? []).map((code, index) => [code, index]));
    return (reference?.categories ?? [])
      .map((category): BarItem => {
        const index = indexOf.get(category.code);
        return { key: category.code, label: labelOf(category, language), total: index === undefined ? 0 : (summary?.byCategory[index] ?? 0), inZone: null, colour: category.colour };
      })
      .filter((item) => item.total > 0)
      .sort((a, b) => b.total - a.total);
  }, [feed.points, reference, summary, language]);
  const toggle = (code: string) => (view.categories.includes(code) ? view.categories.filter((one) => one !== code) : [...view.categories, code].sort());
  return <Bars items={items} selected={view.categories} label={messages.results.byCategory} asTable={asTable} onClear={() => onUpdate(NO_FILTERS)} onSelect={(code) => onUpdate({ categories: toggle(code) })} />;
}
