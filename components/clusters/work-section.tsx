'use client';

import { Clock, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { WorkItem } from '@/lib/domain/coordination';
import type { Category } from '@/lib/domain/category';
import { formatDuration } from '@/lib/format/format-duration';
import { formatInstant } from '@/lib/format/format-instant';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import { CategorySign } from '@/components/ui/category-sign';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Section } from '@/components/ui/section';
import { useClusterWork } from './use-cluster-data';

interface WorkSectionProps {
  readonly clusterId: string;
  readonly categories: readonly Category[];
}

/** What waits in the cluster: each open step of each open incident, overdue first. */
export function WorkSection({ clusterId, categories }: WorkSectionProps) {
  const { messages } = usePreferences();
  const { sections, work } = messages.clusters;
  const query = useClusterWork(clusterId);
  return (
    <Section title={sections.work} testId="work-section" actions={<a href={`/incidents?tab=all&cluster=${clusterId}&open=1`} className="text-xs font-medium text-accent underline">{work.all}</a>}>
      <QueryState query={query} failed={messages.states.loadFailed} lines={4}>
        {({ items, asOf, truncated }) => (items.length === 0 ? <p className="text-sm text-ink-2">{work.none}</p> : (
          <>
            <ul className="divide-y divide-line">
              {items.map((item) => <WorkRow key={`${item.incidentId}/${item.kind}/${item.ward?.code ?? ''}`} item={item} nowMs={Date.parse(asOf)} category={categories.find(({ code }) => code === item.category)} />)}
            </ul>
            {truncated ? <p className="mt-2 text-xs text-ink-3">{work.truncated}</p> : null}
          </>
        ))}
      </QueryState>
    </Section>
  );
}

/** A span in minutes, rounded down to whole hours from an hour on and to whole days from a day on. */
const roundSpan = (elapsedMs: number): number => {
  const minutes = Math.max(0, Math.floor(elapsedMs / 60_000));
  const unit = minutes >= 1440 ? 1440 : minutes >= 60 ? 60 : 1;
  return Math.floor(minutes / unit) * unit;
};

interface WorkRowProps {
  readonly item: WorkItem;
  readonly nowMs: number;
  readonly category: Category | undefined;
}

function WorkRow({ item, nowMs, category }: WorkRowProps) {
  const { messages, language } = usePreferences();
  const { work } = messages.clusters;
  const overdue = item.dueAt !== null && Date.parse(item.dueAt) < nowMs;
  const due = item.dueAt === null ? work.noDue : overdue ? work.overdue(formatInstant(item.dueAt)) : work.due(formatInstant(item.dueAt));
  const title = category === undefined ? item.category : language === 'vi' ? category.nameVi : category.nameEn;
  return (
    <li className="py-2">
      <Link href={`/incidents/${item.incidentId}`} className="group flex items-start gap-3">
        {category === undefined ? null : <span className="mt-0.5"><CategorySign shape={category.shape} colour={category.colour} size={20} ring={item.borderZone ? 'var(--accent)' : null} /></span>}
        <span className="min-w-0 flex-1">
          <span className="block text-sm font-medium group-hover:text-accent group-hover:underline">{work.kinds[item.kind]} · {title}</span>
          <span className="block text-xs text-ink-2">{item.ward === null ? work.nobody : work.who(formatWardInSentence(item.ward.name, language))} · {work.since(formatDuration(roundSpan(nowMs - Date.parse(item.since)), language))}</span>
          <span className={`tabular mt-0.5 flex items-center gap-1 text-xs ${overdue ? 'font-semibold text-alarm' : 'text-ink-3'}`}>{overdue ? <TriangleAlert size={13} aria-hidden /> : <Clock size={13} aria-hidden />} {due}</span>
        </span>
      </Link>
    </li>
  );
}
