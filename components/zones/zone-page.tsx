'use client';

import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { Zone } from '@/lib/domain/zone';
import { formatDayRange } from '@/lib/format/format-instant';
import { PinButton, pathOfPage } from '@/components/briefing/pin-button';
import { useReference } from '@/components/data/use-reference';
import { PngButton } from '@/components/exports/png-dialog';
import { ConsolePage } from '@/components/shell/console-page';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { StatusBadge } from './status-badge';
import { useZone, useZones } from './use-zones';
import { ZoneActions } from './zone-actions';
import { ZoneEditor } from './zone-editor';
import { ZoneView } from './zone-view';

interface ZonePageProps {
  readonly id: string;
  readonly today: Day;
  readonly search: string;
}

const NOTHING: readonly never[] = [];

/** One zone: what it is, what happened inside, how it changed; and its editor for who may draw. */
export function ZonePage({ id, today, search }: ZonePageProps) {
  const { messages } = usePreferences();
  const { zones: texts } = messages;
  const referenceQuery = useReference();
  const query = useZone(id);
  const others = useZones();
  const [mode, setMode] = useState<'view' | 'edit' | 'split'>('view');
  // The zone as it was when editing began: a change from elsewhere must not pull the drawing from under the pointer.
  const [seen, setSeen] = useState<Zone | null>(null);
  const reference = referenceQuery.state === 'ready' ? referenceQuery.data : null;
  const page = query.state === 'ready' ? query.data : null;
  const zone = page?.zone ?? null;
  const edit = (): void => {
    setSeen(zone);
    setMode('edit');
  };
  const leave = (): void => {
    setMode('view');
    query.refresh();
  };
  return (
    <ConsolePage
      bare me={reference?.me ?? null} title={zone === null ? texts.title : mode === 'edit' ? texts.form.editTitle(zone.name) : zone.name}
      lead={<Lead zone={zone} />} actions={zone === null || mode !== 'view' ? undefined : (
        <>
          <PinButton role={reference?.me.role ?? null} pin={() => ({ kind: 'zone', title: zone.name, path: `/zones/${zone.id}` })} />
          <PngButton source={() => ({ kind: 'page', path: pathOfPage() })} />
          {page?.permissions.change === true ? <ZoneActions zone={zone} onEdit={edit} onSplit={() => setMode('split')} onChanged={query.refresh} /> : null}
        </>
      )}
    >
      <QueryState query={query} notFound={texts.notFound} failed={texts.failed} lines={12}>
        {(ready) => (reference === null ? <QueryState query={referenceQuery} failed={texts.failed} lines={12}>{() => null}</QueryState> : mode === 'edit' ? (
          <ZoneEditor key={seen?.version} reference={reference} today={today} editionId={ready.zone.editionId} zone={seen ?? ready.zone} latestVersion={ready.zone.version} others={others.state === 'ready' ? others.data.zones : NOTHING}
            onSaved={leave} onCancel={leave} onRefresh={query.refresh} />
        ) : <ZoneView page={ready} reference={reference} today={today} search={search} isSplitting={mode === 'split'} onLeaveSplit={leave} onChanged={query.refresh} />)}
      </QueryState>
    </ConsolePage>
  );
}

function Lead({ zone }: { readonly zone: Zone | null }) {
  const { messages } = usePreferences();
  const { zones: texts } = messages;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link href="/zones" className="inline-flex items-center gap-1 font-medium text-accent underline"><ArrowLeft size={13} aria-hidden /> {texts.back}</Link>
      {zone === null ? null : (
        <>
          <StatusBadge status={zone.status} />
          <span>{texts.kinds[zone.kind]}</span>
          <span className="tabular">{formatDayRange(zone.validFrom, zone.validTo)}</span>
          <span className="tabular" data-testid="zone-version" data-version={zone.version}>{texts.version(String(zone.version))}</span>
        </>
      )}
    </span>
  );
}
