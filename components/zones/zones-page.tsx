'use client';

import { FileUp, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import { MAY_DRAW_ZONES } from '@/lib/domain/zone';
import { pathOfPage } from '@/components/briefing/pin-button';
import { useReference } from '@/components/data/use-reference';
import { PngButton } from '@/components/exports/png-dialog';
import { ConsolePage } from '@/components/shell/console-page';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import { ImportForm } from './import-form';
import { useZones } from './use-zones';
import { ZonesBrowser } from './zones-browser';

interface ZonesPageProps {
  readonly today: Day;
  readonly search: string;
}

/** All zones within sight, as a list and on the map. */
export function ZonesPage({ today, search }: ZonesPageProps) {
  const { messages } = usePreferences();
  const { zones: texts } = messages;
  const query = useReference();
  const zones = useZones();
  const [importing, setImporting] = useState(false);
  const reference = query.state === 'ready' ? query.data : null;
  const mayDraw = reference !== null && MAY_DRAW_ZONES.includes(reference.me.role);
  return (
    <ConsolePage
      bare me={reference?.me ?? null} title={texts.title} lead={texts.lead}
      actions={reference === null ? undefined : (
        <>
          <PngButton source={() => ({ kind: 'page', path: pathOfPage() })} />
          {mayDraw ? <>
          <Button onClick={() => setImporting(true)} data-testid="zones-import"><FileUp size={16} aria-hidden /> {texts.importing.button}</Button>
          <Link href="/zones/new" className="inline-flex h-9 items-center gap-2 rounded-lg bg-accent px-3.5 text-sm font-medium text-on-accent hover:bg-accent-strong" data-testid="zone-new"><Plus size={16} aria-hidden /> {texts.add}</Link>
          </> : null}
        </>
      )}
    >
      <QueryState query={query} failed={texts.failed} lines={10}>
        {(ready) => (
          <QueryState query={zones} failed={texts.failed} lines={10}>
            {(data) => <ZonesBrowser reference={ready} today={today} zones={data.zones} search={search} mayDraw={mayDraw} onChanged={zones.refresh} />}
          </QueryState>
        )}
      </QueryState>
      {importing && reference !== null ? <ImportForm reference={reference} today={today} onClose={() => setImporting(false)} onStored={zones.refresh} /> : null}
    </ConsolePage>
  );
}
