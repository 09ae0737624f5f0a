'use client';

import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { Segmented } from '@/components/ui/segmented';
import { CoverageView } from './coverage-view';
import { readPatrolView, writePatrolView, type PatrolView } from '@/lib/view/patrol-view';
import { WeekView } from './week-view';

interface PatrolsPageProps {
  readonly today: Day;
  readonly search: string;
}

const MAY_PLAN: readonly string[] = ['officer', 'commander', 'admin'];

/** The patrols of a week, or what patrols covered of the borders over a period; the address says which. */
export function PatrolsPage({ today, search }: PatrolsPageProps) {
  const { messages } = usePreferences();
  const { patrols: texts } = messages;
  const [view, setView] = useState(() => readPatrolView(new URLSearchParams(search), today));
  const query = useReference();
  const me = query.state === 'ready' ? query.data.me : null;
  const update = (part: Partial<PatrolView>): void => {
    const next = { ...view, ...part };
    setView(next);
    window.history.replaceState(null, '', `/patrols?${writePatrolView(next)}`);
  };
  const mayPlan = me !== null && MAY_PLAN.includes(me.role);
  return (
    <ConsolePage
      me={me} title={texts.title} lead={texts.lead} bare
      actions={
        <>
          <Segmented compact label={texts.title} value={view.tab} options={[{ value: 'week', label: texts.tabs.week }, { value: 'coverage', label: texts.tabs.coverage }]} onChange={(tab) => update({ tab })} />
          {mayPlan ? <Link href="/patrols/new" className="inline-flex h-9 items-center gap-2 rounded-lg bg-accent px-3.5 text-sm font-medium text-on-accent hover:bg-accent-strong" data-testid="plan-patrol"><Plus size={16} aria-hidden /> {texts.add}</Link> : null}
        </>
      }
    >
      <QueryState query={query} failed={texts.failed} lines={10}>
        {(reference) => (view.tab === 'week' ? <WeekView view={view} reference={reference} today={today} onUpdate={update} /> : <CoverageView view={view} reference={reference} today={today} onUpdate={update} />)}
      </QueryState>
    </ConsolePage>
  );
}
