'use client';

import { Layers, MapPinOff, MapPinPlus, X } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { LayerContext } from '@/lib/layers/layer-context';
import type { Camera } from '@/lib/view/map-view';
import { MapCanvas } from '@/components/map/map-canvas';
import type { Bounds, MapController, MapHit } from '@/components/map/map-controller';
import { Button } from '@/components/ui/button';
import { usePreferences } from '@/components/ui/preferences';
import { StateNote } from '@/components/ui/state-note';
import { LegendCard } from './legend-card';
import { MapControls } from './map-controls';
import { MapFooter } from './map-footer';
import type { PointerStore } from './pointer-store';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { useMapData } from './use-map-data';

interface MapPaneProps {
  readonly context: LayerContext | null;
  readonly data: ReturnType<typeof useMapData>['data'];
  readonly camera: Camera;
  readonly day: Day;
  readonly asOfSeconds: number | null;
  /** A configured ground was not to be had, so the shipped one is drawn. */
  readonly groundMissing: boolean;
  readonly picking: boolean;
  readonly phone: boolean;
  readonly controllerRef: RefObject<MapController | null>;
  readonly pointer: PointerStore;
  readonly onMoved: (camera: Camera, bounds: Bounds) => void;
  readonly onClick: (position: readonly [number, number], hit: MapHit) => void;
  readonly onHome: () => void;
  readonly onGoTo: (position: readonly [number, number]) => void;
  readonly onReport: (() => void) | null;
  readonly onCancelPick: () => void;
  /** What can be made of the view: into a briefing, as a picture. */
  readonly tools?: ReactNode;
  /** The banner and the locate bar, over the map. */
  readonly children: ReactNode;
}

const attributionOf = (context: LayerContext | null, text: string): string => {
  if (context?.basemap.kind !== 'style') return text;
  const credits = Object.values(context.basemap.style.sources).flatMap((source) => ('attribution' in source && typeof source.attribution === 'string' ? [source.attribution] : []));
  return [text, ...credits.map((credit) => credit.replace(/<[^>]*>/g, ''))].join(' · ');
};

/** The map with everything that always stands on it. */
export function MapPane(props: MapPaneProps) {
  const { context, data, camera, day, asOfSeconds, groundMissing, picking, phone, controllerRef, pointer, onMoved, onClick, onHome, onGoTo, onReport, onCancelPick, tools, children } = props;
  const { messages } = usePreferences();
  const roomy = useMediaQuery('(min-width: 1440px) and (min-height: 760px)');
  const [drawn, setDrawn] = useState(false);
  const [groundFailed, setGroundFailed] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const readCentre = (): void => {
    const centre = controllerRef.current?.centre;
    if (centre !== undefined) onClick(centre, { kind: 'ground' });
  };
  const onKeyDown = (event: KeyboardEvent): void => { if (event.key === 'Enter' && event.target instanceof HTMLCanvasElement) readCentre(); };
  return (
    <main id="map" className="map-shell relative flex min-h-0 min-w-0 flex-col overflow-hidden bg-canvas" data-picking={picking} data-drawn={drawn} data-testid="map-pane">
      <h1 className="sr-only">{messages.app.name}: {messages.app.map}</h1>
      <div className="relative min-h-0 flex-1" onKeyDown={onKeyDown} role="region" aria-label={`${messages.map.region}. ${messages.map.keyboard}`}>
        {context === null || failure !== null ? null : (
          <MapCanvas
            context={context} data={data} initialCamera={camera} title={messages.map.region} controllerRef={controllerRef}
            events={{ onReady: () => setDrawn(true), onMoved, onPointer: pointer.set, onClick, onFailed: setFailure, onGroundFailed: () => setGroundFailed(true) }}
          />
        )}
        {failure !== null ? <div className="absolute inset-0 flex items-center justify-center bg-surface"><StateNote icon={<MapPinOff size={30} />} title={messages.map.failed} hint={messages.map.failedHint} testId="map-failed" /></div> : null}
        {!drawn && failure === null ? <div role="status" className="absolute inset-0 flex items-center justify-center bg-sunken text-sm text-ink-2">{messages.map.drawing}</div> : null}
        <div aria-hidden className="crosshair pointer-events-none absolute top-1/2 left-1/2 size-8 -translate-x-1/2 -translate-y-1/2 opacity-0">
          <span className="absolute top-1/2 left-0 h-0.5 w-full -translate-y-1/2 bg-focus" /><span className="absolute top-0 left-1/2 h-full w-0.5 -translate-x-1/2 bg-focus" />
        </div>
        <div className={`pointer-events-none absolute inset-0 z-10 flex flex-col gap-2 p-3 ${phone ? 'pb-[180px]' : 'pr-15'}`}>
          {children}
          {groundFailed || groundMissing ? <p role="status" className="float-card flex items-center gap-2 self-start px-3 py-1.5 text-xs text-ink-2" data-testid="ground-failed"><Layers size={14} aria-hidden className="shrink-0" /> {messages.map.groundFailed}</p> : null}
          {picking ? <PickHint phone={phone} onCancel={onCancelPick} /> : null}
          <div className="flex min-h-0 flex-1 flex-col items-start justify-end">{context === null ? null : <LegendCard key={roomy ? 'roomy' : 'tight'} context={context} initiallyOpen={roomy} />}</div>
        </div>
        {/* Apart from the bar above, so that nothing moves when its sentence grows. */}
        <div className={`pointer-events-none absolute right-3 z-10 flex flex-col items-end gap-2 ${phone ? 'bottom-[180px]' : 'top-3 bottom-3 justify-between'}`}>
          <div className="flex flex-col items-end gap-2">
            <MapControls controllerRef={controllerRef} onHome={onHome} onGoTo={onGoTo} />
            {tools === undefined ? null : <div className="float-card pointer-events-auto flex flex-col p-0.5">{tools}</div>}
          </div>
          {onReport === null || picking ? null : (
            <Button kind="primary" size="large" className={`pointer-events-auto shadow-[var(--shadow-float)] ${phone ? 'rounded-full' : ''}`} onClick={onReport} data-testid="report-open">
              <MapPinPlus size={18} aria-hidden /> {messages.report.open}
            </Button>
          )}
        </div>
      </div>
      <div className={phone ? 'pointer-events-none fixed inset-x-0 bottom-[116px] z-10' : 'relative z-10'}>
        <MapFooter camera={camera} asOfSeconds={asOfSeconds} day={day} attribution={attributionOf(context, messages.map.attribution)} />
      </div>
    </main>
  );
}

function PickHint({ phone, onCancel }: { readonly phone: boolean; readonly onCancel: () => void }) {
  const { messages } = usePreferences();
  return (
    <div role="status" className="float-card pointer-events-auto flex items-center gap-3 border-accent bg-accent px-3 py-2 text-sm text-on-accent" data-testid="pick-hint">
      <MapPinPlus size={18} aria-hidden className="shrink-0" />
      <span className="flex-1"><b className="font-semibold">{messages.report.pick}.</b> {phone ? '' : messages.report.pickHint}</span>
      <button type="button" aria-label={messages.report.cancel} className="rounded p-1 hover:bg-accent-strong" onClick={onCancel}><X size={16} aria-hidden /></button>
    </div>
  );
}
