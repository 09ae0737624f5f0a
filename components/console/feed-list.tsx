'use client';

import { CircleAlert, RadioTower } from 'lucide-react';
import { useMemo } from 'react';
import { POINT_FLAGS, STATUS_ORDER } from '@/lib/domain/point-columns';
import { formatAge } from '@/lib/format/format-instant';
import { isOverdueAt } from '@/lib/view/overdue';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { useNow } from '@/components/ui/use-now';
import { nameWard } from './area-options';
import type { ConsoleModel } from './use-console-model';
import type { FeedEntry } from './use-feed-entries';

interface FeedListProps {
  readonly model: ConsoleModel;
  readonly entries: readonly FeedEntry[];
  readonly wardNames: ReadonlyMap<string, string>;
  /** Null where nothing can be selected, as on a wall. */
  readonly onIncident: ((row: number) => void) | null;
}

const TICK_MS = 5000;
const RESOLVED = STATUS_ORDER.indexOf('resolved');

/** The newest incidents and changes that pass the filters, as they come. */
export function FeedList({ model, entries, wardNames, onIncident }: FeedListProps) {
  const { messages } = usePreferences();
  const { feed: texts } = messages.work;
  const nowMs = useNow(TICK_MS);
  if (entries.length === 0) return <StateNote icon={<RadioTower size={28} />} title={texts.empty} hint={texts.emptyHint} testId="feed-empty" />;
  const firstEarlier = entries.findIndex(({ kind }) => kind === 'earlier');
  return (
    <ul data-testid="feed-list">
      {entries.map((entry, index) => (
        <li key={entry.id} className={`border-b border-line ${entry.kind === 'earlier' ? '' : 'feed-fresh'}`}>
          {index === firstEarlier && index > 0 ? <p className="eyebrow bg-sunken px-4 py-1">{texts.earlier}</p> : null}
          <FeedRow entry={entry} model={model} wardNames={wardNames} onIncident={onIncident} nowMs={nowMs} />
        </li>
      ))}
    </ul>
  );
}

function useFeedFacts({ row }: FeedEntry, { feed, reference, nowSeconds }: ConsoleModel, wardNames: ReadonlyMap<string, string>) {
  const { language } = usePreferences();
  const { points } = feed;
  const categories = useMemo(() => new Map((reference?.categories ?? []).map((category) => [category.code, category])), [reference]);
  if (points === null) return null;
  const { dictionaries } = points;
  const category = categories.get(dictionaries.categories[points.categories[row] ?? -1] ?? '');
  const ward = dictionaries.wards[points.wards[row] ?? -1];
  const lead = dictionaries.wards[points.leads[row] ?? -1];
  return {
    category, name: category === undefined ? '' : language === 'vi' ? category.nameVi : category.nameEn,
    ward: ward === undefined ? '—' : nameWard(wardNames, ward), lead: lead === undefined ? null : nameWard(wardNames, lead),
    inZone: ((points.flags[row] ?? 0) & POINT_FLAGS.borderZone) !== 0, isDone: (points.statuses[row] ?? 0) >= RESOLVED,
    status: STATUS_ORDER[points.statuses[row] ?? 0] ?? 'reported', isOverdue: isOverdueAt(points, row, nowSeconds), occurredAtMs: (points.occurredAt[row] ?? 0) * 1000,
  };
}

function FeedRow({ entry, model, wardNames, onIncident, nowMs }: Omit<FeedListProps, 'entries'> & { readonly entry: FeedEntry; readonly nowMs: number }) {
  const { messages, language } = usePreferences();
  const { work: { feed: texts }, coordination, status } = messages;
  const facts = useFeedFacts(entry, model, wardNames);
  if (facts === null) return null;
  const kind = entry.kind === 'earlier' ? null : entry.kind === 'incident' ? texts.incident : texts.changed;
  const content = (
    <>
      {facts.category === undefined ? null : <CategorySign shape={facts.category.shape} colour={facts.category.colour} size={24} ring={facts.inZone ? 'var(--accent)' : null} hollow={facts.isDone} />}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="truncate text-sm font-medium">{facts.name}</span>
          {kind === null ? null : <span className={`shrink-0 rounded px-1 text-xs font-medium ${entry.kind === 'incident' ? 'bg-accent text-on-accent' : 'bg-accent-soft text-accent'}`}>{kind}</span>}
        </span>
        <span className="block truncate text-xs text-ink-2">{facts.ward}{facts.inZone ? <span className="text-accent"> · {texts.zone}</span> : null}</span>
        <span className="block text-xs text-ink-2">{facts.lead === null ? coordination.noLead : texts.leads(facts.lead)}</span>
      </span>
      <span className="tabular flex shrink-0 flex-col items-end gap-0.5 text-right text-xs text-ink-2">
        {formatAge(nowMs - (entry.seenAtMs ?? facts.occurredAtMs), language)}
        <span>{status[facts.status]}</span>
        {facts.isOverdue ? <span className="inline-flex items-center gap-1 font-semibold text-alarm" data-testid="overdue-mark"><CircleAlert size={13} aria-hidden /> {coordination.due.overdue}</span> : null}
      </span>
    </>
  );
  const frame = 'flex w-full items-center gap-3 px-4 py-2 text-left';
  return onIncident === null ? <div className={frame} data-id={entry.id} data-kind={entry.kind}>{content}</div>
    : <button type="button" className={`${frame} hover:bg-sunken`} onClick={() => onIncident(entry.row)} data-id={entry.id} data-kind={entry.kind} data-testid="feed-row">{content}</button>;
}
