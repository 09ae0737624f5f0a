'use client';

import { CircleAlert, Download, LoaderCircle, RotateCcw, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useMemo, useState } from 'react';
import type { Category } from '@/lib/domain/category';
import type { Incident } from '@/lib/domain/incident';
import { formatInstant } from '@/lib/format/format-instant';
import { formatCount } from '@/lib/format/format-number';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { Reference } from '@/components/data/api-types';
import { Button } from '@/components/ui/button';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { downloadCsv } from './download-csv';
import { DueMark } from './due-mark';
import { IncidentFilters } from './incident-filters';
import { STATUS_STYLE } from './incident-head';
import { NO_LIST_FILTER, formatListFilter, toIncidentQuery, type ListFilter } from './list-filter';
import { useIncidentList, type IncidentList } from './use-incident-list';

interface IncidentBrowserProps {
  readonly initialFilter: ListFilter;
  readonly reference: Reference;
  readonly wardNames: ReadonlyMap<string, string>;
}

const PAGE_SIZE = 50;

/** All incidents within sight, newest first, narrowed by filters that live in the address bar. */
export function IncidentBrowser({ initialFilter, reference, wardNames }: IncidentBrowserProps) {
  const { messages, language } = usePreferences();
  const { work: texts } = messages;
  const [filter, setFilter] = useState(initialFilter);
  const query = toIncidentQuery(filter, PAGE_SIZE);
  const list = useIncidentList(query);
  const byCode = useMemo(() => new Map(reference.categories.map((category) => [category.code, category])), [reference.categories]);
  useEffect(() => {
    const search = formatListFilter(filter);
    window.history.replaceState(null, '', `?tab=all${search === '' ? '' : `&${search}`}`);
  }, [filter]);
  return (
    <div className="space-y-4" data-testid="incident-browser">
      <IncidentFilters filter={filter} reference={reference} wardNames={wardNames} onChange={setFilter} />
      <div className="flex flex-wrap items-center gap-3">
        <p className="tabular text-xs text-ink-2" role="status">{list.items === null ? messages.app.loading : (list.hasMore ? texts.shown : texts.shownAll)(formatCount(list.items.length, language))}</p>
        {list.isOutdated ? <Button size="small" onClick={list.reload} data-testid="list-reload"><RotateCcw size={13} aria-hidden /> {texts.changed}</Button> : null}
        <CsvButton query={toIncidentQuery(filter, 1000)} />
      </div>
      <Rows list={list} byCode={byCode} onClear={() => setFilter(NO_LIST_FILTER)} />
    </div>
  );
}

function CsvButton({ query }: { readonly query: string }) {
  const { messages } = usePreferences();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const press = (): void => {
    setState('busy');
    downloadCsv(query, 'giap-ranh-incidents.csv').then(() => setState('idle'), () => setState('failed'));
  };
  return (
    <span className="ml-auto flex items-center gap-2">
      {state === 'failed' ? <span role="alert" className="flex items-center gap-1 text-xs text-alarm"><CircleAlert size={13} aria-hidden /> {messages.states.loadFailed}</span> : null}
      <Button size="small" disabled={state === 'busy'} onClick={press} data-testid="csv-download">
        {state === 'busy' ? <LoaderCircle size={14} aria-hidden className="animate-spin" /> : <Download size={14} aria-hidden />} {messages.work.csv}
      </Button>
    </span>
  );
}

function Rows({ list, byCode, onClear }: { readonly list: IncidentList; readonly byCode: ReadonlyMap<string, Category>; readonly onClear: () => void }) {
  const { messages } = usePreferences();
  const { work: texts } = messages;
  if (list.error !== null && list.items === null) return <StateNote title={messages.states.loadFailed} hint={messages.states.loadFailedHint} action={<Button size="small" onClick={list.reload}>{messages.app.retry}</Button>} />;
  if (list.items === null) return <SkeletonLines lines={10} label={messages.app.loading} />;
  if (list.items.length === 0) return <StateNote icon={<SearchX size={30} />} title={messages.results.empty} hint={messages.results.emptyHint} action={<Button size="small" onClick={onClear}>{texts.filter.reset}</Button>} testId="browser-empty" />;
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface" data-testid="browser-rows">
        {list.items.map((incident) => <BrowserRow key={incident.id} incident={incident} category={byCode.get(incident.category)} />)}
      </ul>
      {list.hasMore ? <div className="flex justify-center pb-4"><Button onClick={list.loadMore} disabled={list.isLoading} data-testid="load-more">{list.isLoading ? messages.app.loading : texts.more}</Button></div> : null}
    </>
  );
}

function BrowserRow({ incident, category }: { readonly incident: Incident; readonly category: Category | undefined }) {
  const { messages, language } = usePreferences();
  const name = category === undefined ? incident.category : language === 'vi' ? category.nameVi : category.nameEn;
  const owner = incident.ownership.owner === null ? '—' : formatWardInSentence(incident.ownership.owner.name, language);
  const lead = incident.lead.ward === null ? messages.coordination.noLead : messages.work.feed.leads(formatWardInSentence(incident.lead.ward.name, language));
  return (
    <li>
      <Link href={`/incidents/${incident.id}`} prefetch={false} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-sunken" data-testid="browser-row">
        {category === undefined ? null : <CategorySign shape={category.shape} colour={category.colour} size={24} ring={incident.borderZone ? 'var(--accent)' : null} hollow={incident.resolvedAt !== null} />}
        <span className="min-w-44 flex-1">
          <span className="block text-sm font-medium">{name}{incident.borderZone ? <span className="ml-2 text-xs font-normal text-accent">{messages.work.feed.zone}</span> : null}</span>
          <span className="block text-xs text-ink-2">{owner} · {lead}</span>
        </span>
        <span className={`rounded-full px-2 py-0.5 text-xs font-medium ${STATUS_STYLE[incident.status]}`}>{messages.status[incident.status]}</span>
        {incident.due === null ? null : <DueMark dueAt={incident.due.at} />}
        <span className="tabular text-xs text-ink-2">{formatInstant(incident.occurredAt)}</span>
      </Link>
    </li>
  );
}
