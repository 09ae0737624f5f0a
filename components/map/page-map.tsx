'use client';

import { MapPinOff, Minus, Plus, Scan } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { FeatureCollection } from 'geojson';
import type { Day } from '@/lib/domain/instant';
import type { LayerContext } from '@/lib/layers/layer-context';
import type { DataSource } from '@/lib/layers/map-sources';
import type { Camera } from '@/lib/view/map-view';
import { LegendCard } from '@/components/console/legend-card';
import { MapFooter } from '@/components/console/map-footer';
import { useLive } from '@/components/data/use-live';
import { IconButton } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { MapCanvas } from './map-canvas';
import type { Bounds, MapController, MapHit } from './map-controller';

interface PageMapProps {
  readonly context: LayerContext | null;
  readonly data: Readonly<Partial<Record<DataSource, FeatureCollection>>>;
  /** What the map is about, in words; its name for those who do not see it. */
  readonly title: string;
  /** What to show at first, and again when it becomes another place. */
  readonly bounds: Bounds | null;
  readonly day: Day;
  /** Null: as of the last sign of the server, for data that follow the change feed. */
  readonly asOfSeconds: number | null;
  readonly onReady?: (controller: MapController) => void;
  readonly onHit?: (hit: MapHit) => void;
  /** Where the map was clicked, longitude first. */
  readonly onPick?: ((position: readonly [number, number]) => void) | undefined;
  /** Whether the legend begins unfolded, where there is room for it. */
  readonly legendOpen?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
  readonly testId: string;
}

const BEGINNING: Camera = { longitude: 105.8105, latitude: 21.0375, zoom: 11 };

/** A map as part of a page: zoom, legend, scale, north and data-as-of always on it. */
export function PageMap({ context, data, title, bounds, day, asOfSeconds, onReady, onHit, onPick, legendOpen = false, className = '', children, testId }: PageMapProps) {
  const { messages } = usePreferences();
  const isUnfolded = useMediaQuery('(min-width: 640px)') && legendOpen;
  const controllerRef = useRef<MapController | null>(null);
  const [camera, setCamera] = useState(BEGINNING);
  const [drawn, setDrawn] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { lastHeardAtMs } = useLive();
  const heardSeconds = lastHeardAtMs === null ? null : Math.floor(lastHeardAtMs / 1000);
  const place = bounds?.join() ?? '';
  const fit = (): void => { if (bounds !== null) controllerRef.current?.fit(bounds); };
  const fitRef = useRef(fit);
  useEffect(() => { fitRef.current = fit; });
  useEffect(() => { if (drawn && place !== '') fitRef.current(); }, [drawn, place]);
  const start = (): void => {
    setDrawn(true);
    if (controllerRef.current !== null) onReady?.(controllerRef.current);
  };
  return (
    <section aria-label={title} className={`relative flex min-h-0 flex-col overflow-hidden bg-canvas ${className}`} data-testid={testId} data-drawn={drawn}>
      <div className="map-shell relative min-h-0 flex-1">
        {context === null || failure !== null ? null : (
          <MapCanvas
            context={context} data={data} initialCamera={BEGINNING} title={title} controllerRef={controllerRef}
            events={{ onReady: start, onMoved: setCamera, onPointer: () => undefined, onClick: (position, hit) => { onHit?.(hit); onPick?.(position); }, onFailed: setFailure, onGroundFailed: () => undefined }}
          />
        )}
        {failure === null ? null : <div className="absolute inset-0 flex items-center justify-center bg-surface"><StateNote icon={<MapPinOff size={30} />} title={messages.map.failed} hint={messages.map.failedHint} /></div>}
        {drawn || failure !== null ? null : <div role="status" className="absolute inset-0 flex items-center justify-center bg-sunken text-sm text-ink-2">{messages.map.drawing}</div>}
        <div className="pointer-events-none absolute inset-0 z-10 flex flex-col gap-2 p-2 pr-12">
          {children}
          <div className="flex min-h-0 flex-1 flex-col items-start justify-end">{context === null ? null : <LegendCard key={String(isUnfolded)} context={context} initiallyOpen={isUnfolded} />}</div>
        </div>
        <div className="float-card absolute top-2 right-2 z-10 flex flex-col p-0.5">
          <IconButton label={messages.map.zoomIn} className="size-8" onClick={() => controllerRef.current?.zoomBy(1)}><Plus size={17} aria-hidden /></IconButton>
          <IconButton label={messages.map.zoomOut} className="size-8" onClick={() => controllerRef.current?.zoomBy(-1)}><Minus size={17} aria-hidden /></IconButton>
          <IconButton label={messages.map.home} className="size-8" onClick={fit}><Scan size={16} aria-hidden /></IconButton>
        </div>
      </div>
      <div className="relative z-10"><MapFooter camera={camera} asOfSeconds={asOfSeconds ?? heardSeconds} day={day} attribution={messages.map.attribution} /></div>
    </section>
  );
}
