'use client';

import { useMemo, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { ZonePage, ZoneVersion } from '@/lib/domain/zone';
import type { DrawnZone } from '@/lib/layers/zone-layer';
import { listRowsAround, readCountPeriod, type CountPeriod } from '@/lib/view/count-period';
import { boundsOfParts, toZoneParts } from '@/lib/view/zone-rings';
import { MapWords } from '@/components/clusters/cluster-map';
import { useWardNames } from '@/components/console/use-ward-names';
import type { Reference } from '@/components/data/api-types';
import { sendJson } from '@/components/data/fetch-json';
import { useAction } from '@/components/data/use-action';
import { usePoints } from '@/components/data/use-points';
import { usePreferences } from '@/components/ui/preferences';
import { QueryState } from '@/components/ui/query-state';
import type { ComparedVersions } from './compare-versions';
import { SplitPanel } from './split-panel';
import { useZoneCounts, useZoneVersions } from './use-zones';
import { ZoneBorders } from './zone-borders';
import { ZoneCountsSection } from './zone-counts';
import { ZoneFacts } from './zone-facts';
import { ZoneHistory } from './zone-history';
import { ZoneMap } from './zone-map';
import { ZoneVersions } from './zone-versions';
import { describeZone, nameUnit, toDrawnZone } from './zone-words';

interface ZoneViewProps {
  readonly page: ZonePage;
  readonly reference: Reference;
  readonly today: Day;
  readonly search: string;
  readonly isSplitting: boolean;
  readonly onLeaveSplit: () => void;
  readonly onChanged: () => void;
}

/** A zone to be read: the map with the incidents of the period, and beside it everything that is known of it. */
export function ZoneView({ page, reference, today, search, isSplitting, onLeaveSplit, onChanged }: ZoneViewProps) {
  const { messages, language } = usePreferences();
  const { zones: texts } = messages;
  const { zone } = page;
  const [period, setPeriod] = useState(() => readCountPeriod(new URLSearchParams(search), today));
  const [compared, setCompared] = useState<ComparedVersions | null>(null);
  const { points } = usePoints();
  const counts = useZoneCounts(zone.id, zone.version, period.from, period.to);
  const wardNames = useWardNames(reference.editions);
  const unitName = (unit: string): string => nameUnit(unit, wardNames, language, messages);
  const restoring = useAction();
  const bounds = useMemo(() => boundsOfParts(toZoneParts(zone.geometry)), [zone.geometry]);
  const drawn = useMemo((): readonly DrawnZone[] => {
    if (compared === null) return [toDrawnZone(zone)];
    const { first, second } = compared;
    return [{ id: zone.id, name: second.name, kind: second.kind, geometry: second.geometry, state: 'active' }, { id: 'before', name: first.name, kind: first.kind, geometry: first.geometry, state: 'before' }];
  }, [zone, compared]);
  const incidents = useMemo(() => (points === null || bounds === null ? null : { columns: points, rows: listRowsAround(points, bounds, period) }), [points, bounds, period]);
  const changePeriod = (next: CountPeriod): void => {
    setPeriod(next);
    window.history.replaceState(null, '', `/zones/${zone.id}?${new URLSearchParams({ ...next }).toString()}`);
  };
  const restore = async ({ geometry, version }: ZoneVersion): Promise<void> => {
    const done = await restoring.run(async () => { await sendJson('PATCH', `/api/zones/${zone.id}`, { version: zone.version, geometry, remark: `${texts.versions.restore}: ${texts.versions.row(String(version))}` }); });
    if (done) setCompared(null);
    onChanged();
  };
  if (isSplitting) return <SplitPanel zone={zone} reference={reference} today={today} onLeave={onLeaveSplit} />;
  return (
    <div className="scroll-quiet h-full overflow-y-auto lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(400px,44%)] lg:overflow-hidden" data-testid="zone-page">
      <div className="flex h-[52dvh] flex-col border-b border-line lg:h-full lg:min-h-0 lg:border-r lg:border-b-0">
        <ZoneMap reference={reference} editionId={zone.editionId} day={period.to} title={texts.mapTitleOf(zone.name)} zones={drawn} points={compared === null ? incidents : null} bounds={bounds} className="min-h-0 flex-1" legendOpen={compared !== null} testId="zone-map" />
        <MapWords lines={[describeZone(zone, language, messages)]} />
      </div>
      <div tabIndex={0} role="group" aria-label={zone.name} className="scroll-quiet space-y-4 px-4 py-4 lg:min-h-0 lg:overflow-y-auto">
        <ZoneCountsSection zone={zone} categories={reference.categories} period={period} onPeriod={changePeriod} />
        <ZoneFacts zone={zone} editions={reference.editions} role={reference.me.role} />
        {counts.state === 'ready' ? <ZoneBorders borders={counts.data.borders} /> : null}
        <Versions id={zone.id} nameUnit={unitName} compared={compared} onCompare={setCompared} onRestore={page.permissions.change ? (version) => void restore(version) : null} />
        <ZoneHistory history={page.history} nameUnit={unitName} />
        {restoring.error === null ? null : <p role="alert" className="text-sm text-alarm">{restoring.error.message}</p>}
      </div>
    </div>
  );
}

interface VersionsProps {
  readonly id: string;
  readonly compared: ComparedVersions | null;
  readonly onCompare: (compared: ComparedVersions | null) => void;
  readonly onRestore: ((version: ZoneVersion) => void) | null;
  readonly nameUnit: (unit: string) => string;
}

function Versions({ id, ...rest }: VersionsProps) {
  const { messages } = usePreferences();
  const query = useZoneVersions(id);
  return <QueryState query={query} failed={messages.zones.versions.failed} lines={4}>{({ versions }) => <ZoneVersions versions={versions} {...rest} />}</QueryState>;
}
