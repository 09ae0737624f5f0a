'use client';

import { CloudOff, Map as MapIcon } from 'lucide-react';
import Link from 'next/link';
import type { Day } from '@/lib/domain/instant';
import { usePoints } from '@/components/data/use-points';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { linkMap } from './trend-links';
import { TrendsBrowser } from './trends-browser';
import { useTrendsView } from './use-trends-view';

interface TrendsPageProps {
  readonly today: Day;
  readonly search: string;
}

/** How incidents develop over time, under the filter that the map has. */
export function TrendsPage({ today, search }: TrendsPageProps) {
  const { messages } = usePreferences();
  const { trends: texts } = messages;
  const query = useReference();
  const feed = usePoints();
  const [view, update] = useTrendsView(search);
  const { points, error } = feed;
  return (
    <ConsolePage
      bare me={query.state === 'ready' ? query.data.me : null} title={texts.title} lead={texts.lead}
      actions={<Link href={linkMap(view.filter)} className="inline-flex h-9 items-center gap-2 rounded-lg border border-edge bg-surface px-3.5 text-sm font-medium hover:bg-sunken" data-testid="trends-map"><MapIcon size={16} aria-hidden /> {texts.openMap}</Link>}
    >
      <QueryState query={query} failed={texts.failed} lines={10}>
        {(reference) => points === null
          ? error === null ? <div className="p-4"><SkeletonLines lines={10} label={messages.app.loading} /></div>
            : <StateNote icon={<CloudOff size={30} />} title={texts.failed} hint={messages.states.loadFailedHint} action={<Button size="small" onClick={feed.refresh}>{messages.app.retry}</Button>} testId="load-failed" />
          : <TrendsBrowser reference={reference} points={points} today={today} view={view} onChange={update} />}
      </QueryState>
    </ConsolePage>
  );
}
