'use client';

import { Combine, SquareDashed } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import { ZONE_KINDS, ZONE_STATUSES, type Zone } from '@/lib/domain/zone';
import { formatCount } from '@/lib/format/format-number';
import { getEditionAt } from '@/lib/view/in-force';
import { boundsOfParts, toZoneParts } from '@/lib/view/zone-rings';
import { MapWords } from '@/components/clusters/cluster-map';
import type { Reference } from '@/components/data/api-types';
import type { Bounds } from '@/components/map/map-controller';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { MergeForm } from './merge-form';
import { useHomeBounds } from './use-home-bounds';
import { ZoneMap } from './zone-map';
import { ZoneRow } from './zone-row';
import { describeZone, toDrawnZone } from './zone-words';
import { listShownZones, readZonesView, writeZonesView, type ZonesView } from '@/lib/view/zones-view';

interface ZonesBrowserProps {
  readonly reference: Reference;
  readonly today: Day;
  readonly zones: readonly Zone[];
  readonly search: string;
  readonly mayDraw: boolean;
  readonly onChanged: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** The zones: a list that filters and chooses, and the map beside it. */
export function ZonesBrowser({ reference, today, zones, search, mayDraw, onChanged }: ZonesBrowserProps) {
  const { messages, language } = usePreferences();
  const { zones: texts } = messages;
  const router = useRouter();
  const [view, setView] = useState(() => readZonesView(new URLSearchParams(search)));
  const [chosen, setChosen] = useState(NONE);
  const [focus, setFocus] = useState<Bounds | null>(null);
  const [merging, setMerging] = useState(false);
  useEffect(() => { window.history.replaceState(null, '', `/zones${writeZonesView(view) === '' ? '' : `?${writeZonesView(view)}`}`); }, [view]);
  const shown = useMemo(() => listShownZones(zones, view), [zones, view]);
  const drawn = useMemo(() => shown.map(toDrawnZone), [shown]);
  const picked = useMemo(() => zones.filter(({ id, status }) => chosen.has(id) && status !== 'closed'), [zones, chosen]);
  const edition = getEditionAt(reference.editions, today);
  const home = useHomeBounds(reference, edition.id, today);
  // What is there at first; later changes of the list must not move the map under the reader.
  const [start] = useState(() => (shown.length === 0 ? null : boundsOfParts(shown.filter(({ status }) => status !== 'closed').flatMap(({ geometry }) => toZoneParts(geometry)))));
  const toggle = (id: string): void => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <div className="scroll-quiet flex h-full flex-col overflow-y-auto lg:grid lg:grid-cols-[minmax(320px,400px)_minmax(0,1fr)] lg:overflow-hidden" data-testid="zones-page">
      <div className="flex min-h-0 flex-col border-line lg:border-r">
        <ZoneFilters view={view} onChange={setView} />
        <p className="tabular border-b border-line px-3 pb-2 text-xs text-ink-2" role="status" data-testid="zone-count">{texts.list.count(formatCount(shown.length, language))}</p>
        {picked.length === 0 ? null : (
          <div className="flex items-center gap-2 border-b border-line bg-accent-soft px-3 py-2 text-sm" role="status">
            <span className="tabular font-medium">{texts.list.chosen(formatCount(picked.length, language))}</span>
            <Button size="small" kind="ghost" onClick={() => setChosen(NONE)}>{texts.list.clear}</Button>
            <Button size="small" kind="primary" className="ml-auto" disabled={picked.length < 2} onClick={() => setMerging(true)} data-testid="zones-merge"><Combine size={14} aria-hidden /> {texts.merge.button}</Button>
          </div>
        )}
        {shown.length === 0 ? <Nothing isFiltered={zones.length > 0} mayDraw={mayDraw} /> : (
          <ul className="scroll-quiet divide-y divide-line bg-surface lg:min-h-0 lg:flex-1 lg:overflow-y-auto" aria-label={texts.list.label} data-testid="zone-list">
            {shown.map((zone) => <ZoneRow key={zone.id} zone={zone} chosen={chosen.has(zone.id)} onChoose={mayDraw ? () => toggle(zone.id) : null} onShow={() => setFocus(boundsOfParts(toZoneParts(zone.geometry)))} />)}
          </ul>
        )}
      </div>
      <div className="flex h-[60dvh] shrink-0 flex-col border-t border-line lg:h-full lg:min-h-0 lg:border-t-0">
        <ZoneMap reference={reference} editionId={edition.id} day={today} title={texts.mapTitle} zones={drawn} chosen={chosen} bounds={focus ?? start ?? home} onZone={(id) => router.push(`/zones/${id}`)} className="min-h-0 flex-1" testId="zones-map" />
        <MapWords lines={shown.map((zone) => describeZone(zone, language, messages))} />
      </div>
      {merging && picked.length > 1 ? <MergeForm reference={reference} today={today} zones={picked} onClose={() => setMerging(false)} onMerged={({ id }) => { setChosen(NONE); onChanged(); router.push(`/zones/${id}`); }} /> : null}
    </div>
  );
}

function ZoneFilters({ view, onChange }: { readonly view: ZonesView; readonly onChange: (view: ZonesView) => void }) {
  const { messages } = usePreferences();
  const { zones: texts } = messages;
  return (
    <div className="grid grid-cols-2 gap-3 bg-canvas px-3 py-3">
      <Field label={texts.list.status}>
        {(attributes) => (
          <select {...attributes} className="control" value={view.status ?? ''} onChange={(event) => onChange({ ...view, status: ZONE_STATUSES.find((one) => one === event.target.value) ?? null })} data-testid="filter-status">
            <option value="">{texts.list.all}</option>{ZONE_STATUSES.map((one) => <option key={one} value={one}>{texts.statuses[one]}</option>)}
          </select>
        )}
      </Field>
      <Field label={texts.list.kind}>
        {(attributes) => (
          <select {...attributes} className="control" value={view.kind ?? ''} onChange={(event) => onChange({ ...view, kind: ZONE_KINDS.find((one) => one === event.target.value) ?? null })} data-testid="filter-kind">
            <option value="">{texts.list.all}</option>{ZONE_KINDS.map((one) => <option key={one} value={one}>{texts.kinds[one]}</option>)}
          </select>
        )}
      </Field>
    </div>
  );
}

function Nothing({ isFiltered, mayDraw }: { readonly isFiltered: boolean; readonly mayDraw: boolean }) {
  const { messages } = usePreferences();
  const { list } = messages.zones;
  if (isFiltered) return <StateNote icon={<SquareDashed size={30} />} title={list.none} hint={list.noneHint} testId="zones-none" />;
  return <StateNote icon={<SquareDashed size={30} />} title={list.empty} hint={mayDraw ? list.emptyHint : list.emptyReader} testId="zones-empty" />;
}
