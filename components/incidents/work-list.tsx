'use client';

import { CircleCheckBig } from 'lucide-react';
import { useMemo } from 'react';
import type { Category } from '@/lib/domain/category';
import type { WorkItem } from '@/lib/domain/coordination';
import { CLOCK_STEPS } from '@/lib/domain/regulation';
import { formatCount } from '@/lib/format/format-number';
import type { Me } from '@/components/data/api-types';
import { useWork } from '@/components/shell/use-work';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { useNow } from '@/components/ui/use-now';
import { WorkRow } from './work-row';

interface WorkListProps {
  readonly me: Me;
  readonly categories: readonly Category[];
  readonly wardNames: ReadonlyMap<string, string>;
}

const STEPS = [...CLOCK_STEPS, 'finish_assist'] as const;
const TICK_MS = 15_000;

/** Late ones first, longest late on top; then by deadline, those without one last. The server sends them so; a passed minute changes nothing. */
function groupByStep(items: readonly WorkItem[]): readonly (readonly [WorkItem['kind'], readonly WorkItem[]])[] {
  return STEPS.map((step) => [step, items.filter(({ kind }) => kind === step)] as const).filter(([, group]) => group.length > 0);
}

/** What waits for the reader, by step, the late first. */
export function WorkList({ me, categories, wardNames }: WorkListProps) {
  const { messages, language } = usePreferences();
  const { work: texts } = messages;
  const work = useWork();
  const nowMs = useNow(TICK_MS);
  const items = work.state === 'ready' ? work.data.items : null;
  const groups = useMemo(() => groupByStep(items ?? []), [items]);
  const byCode = useMemo(() => new Map(categories.map((category) => [category.code, category])), [categories]);
  if (work.state === 'failed') return <StateNote title={messages.states.loadFailed} hint={messages.states.loadFailedHint} action={<Button size="small" onClick={work.retry}>{messages.app.retry}</Button>} testId="work-failed" />;
  if (items === null || work.state !== 'ready') return <SkeletonLines lines={8} label={messages.app.loading} />;
  if (items.length === 0) return <StateNote icon={<CircleCheckBig size={32} />} title={texts.nothing} hint={texts.nothingHint} testId="work-empty" />;
  return (
    <div className="space-y-5" data-testid="work-list">
      {work.data.truncated ? <p className="text-xs text-ink-2">{texts.truncated(formatCount(items.length, language))}</p> : null}
      {groups.map(([step, group]) => {
        const late = group.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < nowMs).length;
        return (
          <section key={step} aria-label={texts.group[step]} data-testid={`work-${step}`} className="overflow-hidden rounded-xl border border-line bg-surface">
            <h2 className="flex flex-wrap items-baseline gap-x-3 border-b border-line bg-raised px-4 py-2 text-sm font-semibold">
              {texts.group[step]}
              <span className="tabular text-xs font-normal text-ink-2">{texts.groupCount(formatCount(group.length, language))}</span>
              {late === 0 ? null : <span className="tabular text-xs font-semibold text-alarm">{texts.groupOverdue(formatCount(late, language))}</span>}
            </h2>
            <ul className="divide-y divide-line">
              {group.map((item) => <WorkRow key={`${item.incidentId}/${item.kind}/${item.ward?.code ?? ''}`} item={item} me={me} category={byCode.get(item.category)} wardNames={wardNames} />)}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
