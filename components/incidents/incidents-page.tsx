'use client';

import { Tabs } from 'radix-ui';
import { useState } from 'react';
import { useReference } from '@/components/data/use-reference';
import { useWardNames } from '@/components/console/use-ward-names';
import { ConsolePage } from '@/components/shell/console-page';
import { LiveBadge } from '@/components/shell/live-badge';
import { useWorkCounts } from '@/components/shell/use-work';
import { WorkBadge } from '@/components/shell/work-badge';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { IncidentBrowser } from './incident-browser';
import type { ListFilter } from './list-filter';
import { WorkList } from './work-list';

interface IncidentsPageProps {
  /** Null lets the role decide: work for who acts, the list for who looks. */
  readonly initialTab: 'work' | 'all' | null;
  readonly initialFilter: ListFilter;
}

const NOTHING: readonly never[] = [];
const TAB = 'border-b-2 border-transparent px-1 pb-2 text-sm font-medium text-ink-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:text-accent';

/** What waits for the reader, and the list of all incidents within sight. */
export function IncidentsPage({ initialTab, initialFilter }: IncidentsPageProps) {
  const { messages } = usePreferences();
  const { work: texts } = messages;
  const query = useReference();
  const reference = query.state === 'ready' ? query.data : null;
  const wardNames = useWardNames(reference?.editions ?? NOTHING);
  const [chosen, setChosen] = useState(initialTab);
  const counts = useWorkCounts(true);
  const me = reference?.me ?? null;
  const tab = chosen ?? (me?.role === 'viewer' || me?.role === 'analyst' ? 'all' : 'work');
  return (
    <ConsolePage me={me} title={texts.title} lead={texts.lead} actions={<LiveBadge />}>
      {query.state === 'failed' ? <StateNote title={messages.states.loadFailed} hint={messages.states.loadFailedHint} action={<Button size="small" onClick={query.retry}>{messages.app.retry}</Button>} /> : null}
      {reference === null ? (query.state === 'failed' ? null : <SkeletonLines lines={8} label={messages.app.loading} />) : (
        <Tabs.Root value={tab} onValueChange={(next) => setChosen(next === 'all' ? 'all' : 'work')} className="mx-auto max-w-6xl">
          <Tabs.List className="mb-4 flex gap-6 border-b border-line" aria-label={texts.title}>
            <Tabs.Trigger value="work" className={TAB} data-testid="tab-work">
              <span className="inline-flex items-center gap-2">{me?.role === 'officer' ? texts.mine : texts.waiting}{counts === null ? null : <WorkBadge counts={counts} inline />}</span>
            </Tabs.Trigger>
            <Tabs.Trigger value="all" className={TAB} data-testid="tab-all">{texts.all}</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="work"><WorkList me={reference.me} categories={reference.categories} wardNames={wardNames} /></Tabs.Content>
          <Tabs.Content value="all"><IncidentBrowser initialFilter={initialFilter} reference={reference} wardNames={wardNames} /></Tabs.Content>
        </Tabs.Root>
      )}
    </ConsolePage>
  );
}
