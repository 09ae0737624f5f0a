'use client';

import type { Day } from '@/lib/domain/instant';
import { useReference } from '@/components/data/use-reference';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { ClusterIndex } from './cluster-index';

/** The page of all clusters. */
export function ClustersPage({ today }: { readonly today: Day }) {
  const { messages } = usePreferences();
  const query = useReference();
  return (
    <ConsolePage me={query.state === 'ready' ? query.data.me : null} title={messages.clusters.title} lead={messages.clusters.lead}>
      <QueryState query={query} failed={messages.clusters.failed} lines={10}>{(reference) => <ClusterIndex reference={reference} today={today} />}</QueryState>
    </ConsolePage>
  );
}
