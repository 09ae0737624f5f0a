'use client';

import type { Role } from '@/lib/domain/role';
import type { MapView } from '@/lib/view/map-view';
import { PinButton, pathOfPage } from '@/components/briefing/pin-button';
import { PngButton } from '@/components/exports/png-dialog';
import { usePreferences } from '@/components/ui/preferences';
import { formatDayRange } from '@/lib/format/format-instant';

interface MapToolsProps {
  readonly role: Role;
  readonly view: MapView;
}

/** What can be made of the map as it is looked at: a slide of a briefing, a picture. */
export function MapTools({ role, view }: MapToolsProps) {
  const { messages } = usePreferences();
  const { period } = view;
  const title = messages.briefings.pins.mapTitle(period.kind === 'preset' ? messages.period[period.preset].toLowerCase() : formatDayRange(period.from, period.to));
  return (
    <>
      <PinButton asIcon role={role} pin={() => ({ kind: 'map', title, path: pathOfPage() })} />
      <PngButton asIcon source={() => ({ kind: 'page', path: pathOfPage() })} />
    </>
  );
}
