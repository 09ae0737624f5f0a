'use client';

import { ArrowLeft, MapPin } from 'lucide-react';
import Link from 'next/link';
import { useReference } from '@/components/data/use-reference';
import { useWardNames } from '@/components/console/use-ward-names';
import { ConsolePage } from '@/components/shell/console-page';
import { DisputeOfIncident } from '@/components/disputes/dispute-of-incident';
import { LiveBadge } from '@/components/shell/live-badge';
import { usePreferences } from '@/components/ui/preferences';
import { SkeletonLines } from '@/components/ui/state-note';
import { IncidentState } from './incident-card';
import { IncidentDetails } from './incident-details';
import { useIncident } from './use-incident';

const NOTHING: readonly never[] = [];
const LINK = 'inline-flex h-8 items-center gap-1.5 rounded-lg border border-edge px-2.5 text-xs font-medium hover:bg-sunken max-md:h-11';

/** One incident on a page of its own: all facts, all actions, the whole history. */
export function IncidentPage({ id }: { readonly id: string }) {
  const { messages } = usePreferences();
  const query = useReference();
  const reference = query.state === 'ready' ? query.data : null;
  const wardNames = useWardNames(reference?.editions ?? NOTHING);
  const handle = useIncident(id);
  const { answer } = handle;
  const [longitude, latitude] = answer?.incident.position ?? [0, 0];
  const actions = (
    <>
      <LiveBadge />
      <Link href="/incidents" prefetch={false} className={LINK}><ArrowLeft size={14} aria-hidden /> {messages.work.title}</Link>
      {answer === null || reference === null ? null : <DisputeOfIncident incident={answer.incident} me={reference.me} className={LINK} />}
      {answer === null ? null : <Link href={`/map?incident=${id}&c=${longitude.toFixed(6)},${latitude.toFixed(6)},16&period=all`} prefetch={false} className={LINK} data-testid="show-on-map"><MapPin size={14} aria-hidden /> {messages.coordination.onMap}</Link>}
    </>
  );
  return (
    <ConsolePage me={reference?.me ?? null} title={messages.incident.title} actions={actions}>
      {answer === null ? <div className="mx-auto max-w-3xl"><IncidentState handle={handle} /></div>
        : reference === null ? <SkeletonLines lines={8} label={messages.app.loading} />
          : (
            <IncidentDetails
              answer={answer} handle={handle} category={reference.categories.find(({ code }) => code === answer.incident.category)}
              mayReadText={reference.me.role !== 'viewer'} wardNames={wardNames} wide
            />
          )}
    </ConsolePage>
  );
}
