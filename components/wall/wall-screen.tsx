'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { Day } from '@/lib/domain/instant';
import { DEFAULT_VIEW, type Camera, type MapView } from '@/lib/view/map-view';
import { countForWall } from '@/lib/view/wall-counts';
import { FeedList } from '@/components/console/feed-list';
import { MapFooter } from '@/components/console/map-footer';
import { useConsoleModel, type ConsoleModel } from '@/components/console/use-console-model';
import { useFeedEntries } from '@/components/console/use-feed-entries';
import { useMapZones } from '@/components/console/use-map-zones';
import { useLayerContext, useMapData } from '@/components/console/use-map-data';
import { usePulse } from '@/components/console/use-pulse';
import { useWardNames } from '@/components/console/use-ward-names';
import { boundsOfRows, boundsOfWards } from '@/components/console/ward-bounds';
import { MapCanvas } from '@/components/map/map-canvas';
import type { MapController } from '@/components/map/map-controller';
import { LiveBanner } from '@/components/shell/live-banner';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { toggleFullScreen } from '@/components/ui/full-screen';
import { usePreferences } from '@/components/ui/preferences';
import { SkeletonLines, StateNote } from '@/components/ui/state-note';
import { useIdlePointer } from './use-idle-pointer';
import { useRotation } from './use-rotation';
import { WallControls } from './wall-controls';
import { WallCounters } from './wall-counters';
import { WallHead } from './wall-head';
import { listWallSlides, type WallSlide } from './wall-slides';

interface WallScreenProps {
  readonly today: Day;
  /** Ids of the clusters to rotate through; none = everything in force. */
  readonly clusters: readonly string[];
  readonly everySeconds: number;
}

const HOME: Camera = { longitude: 105.8105, latitude: 21.0375, zoom: 12.5 };
const NOTHING: readonly never[] = [];
const VIEW: MapView = { ...DEFAULT_VIEW, period: { kind: 'preset', preset: '28' } };

/** Map, feed and counters for a wall: turns by itself through the clusters, needs no pointer, shows no word anyone wrote. */
export function WallScreen({ today, clusters: wanted, everySeconds }: WallScreenProps) {
  const { toggleTheme, toggleLanguage } = usePreferences();
  const [view, setView] = useState(VIEW);
  const model = useConsoleModel(view, today);
  const slides = useMemo(() => listWallSlides(model.clusters, wanted), [model.clusters, wanted]);
  const rotation = useRotation(slides.length, everySeconds * 1000);
  const slide = slides[rotation.index] ?? { cluster: null };
  const clusterId = slide.cluster?.id ?? null;
  if (view.cluster !== clusterId) setView({ ...VIEW, cluster: clusterId });
  const isIdle = useIdlePointer();
  const leave = (): void => { if (document.fullscreenElement === null) window.location.assign('/map'); else void document.exitFullscreen(); };
  useShortcuts({
    arrowright: () => rotation.step(1), arrowleft: () => rotation.step(-1), ' ': rotation.togglePause, escape: leave, f: toggleFullScreen, d: toggleTheme, l: toggleLanguage,
  });
  return (
    <div className={`wall grid h-dvh grid-rows-[auto_minmax(0,1fr)] bg-canvas ${isIdle ? 'cursor-none' : ''}`} data-testid="wall" data-cluster={clusterId ?? 'all'} data-paused={rotation.isPaused}>
      <WallHead slide={slide} rotation={rotation} total={slides.length} everySeconds={everySeconds} model={model} />
      <div className="wall-body relative grid min-h-0">
        <WallMap view={view} model={model} slide={slide} />
        <WallSide model={model} clusterId={clusterId} />
        <div className="pointer-events-none absolute inset-x-0 top-3 z-20 flex justify-center"><LiveBanner /></div>
        <WallControls isHidden={isIdle} rotation={rotation} onFullScreen={toggleFullScreen} onLeave={leave} />
      </div>
    </div>
  );
}

function WallMap({ view, model, slide }: { readonly view: MapView; readonly model: ConsoleModel; readonly slide: WallSlide }) {
  const { messages } = usePreferences();
  const { drawn } = useMapZones(model.referenceDay);
  const context = useLayerContext(view, model, drawn);
  const { data } = useMapData(model, drawn);
  const controllerRef = useRef<MapController | null>(null);
  const [camera, setCamera] = useState(HOME);
  const [isDrawn, setDrawn] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  usePulse(model.feed, controllerRef);
  const wards = model.wardsQuery.state === 'ready' ? model.wardsQuery.data : null;
  const { feed } = model;
  const rows = model.summary?.rows;
  const bounds = useMemo(() => {
    if (slide.cluster !== null) return wards === null ? null : boundsOfWards(wards, new Set(slide.cluster.memberCodes));
    return feed.points === null || rows === undefined ? null : boundsOfRows(feed.points, rows);
  }, [wards, slide, feed.points, rows]);
  // A new incident must not move the map: it is framed anew only with another slide.
  const framed = useRef<string | null>(null);
  const slideKey = slide.cluster?.id ?? '';
  useEffect(() => {
    if (!isDrawn || bounds === null || framed.current === slideKey) return;
    framed.current = slideKey;
    controllerRef.current?.fit(bounds);
  }, [isDrawn, bounds, slideKey]);
  return (
    <main className="relative flex min-h-0 min-w-0 flex-col" data-testid="wall-map" data-drawn={isDrawn}>
      <div className="relative min-h-0 flex-1">
        {context === null || failure !== null ? null : (
          <MapCanvas
            context={context} data={data} initialCamera={HOME} title={messages.map.region} controllerRef={controllerRef}
            events={{ onReady: () => setDrawn(true), onMoved: setCamera, onPointer: () => undefined, onClick: () => undefined, onFailed: setFailure, onGroundFailed: () => undefined }}
          />
        )}
        {failure === null ? null : <StateNote title={messages.map.failed} hint={messages.map.failedHint} />}
      </div>
      <MapFooter camera={camera} asOfSeconds={model.feed.points?.asOf ?? null} day={model.referenceDay} attribution={messages.map.attribution} />
    </main>
  );
}

function WallSide({ model, clusterId }: { readonly model: ConsoleModel; readonly clusterId: string | null }) {
  const { messages } = usePreferences();
  const { work: texts, app } = messages;
  const { feed, summary, nowSeconds, reference } = model;
  const wardNames = useWardNames(reference?.editions ?? NOTHING);
  const entries = useFeedEntries(feed, summary?.rows);
  const counts = useMemo(() => (feed.points === null ? null : countForWall(feed.points, clusterId, nowSeconds)), [feed.points, clusterId, nowSeconds]);
  return (
    <aside className="flex min-h-0 flex-col border-l border-line bg-surface" aria-label={texts.wall.latest} data-testid="wall-side">
      <WallCounters counts={counts} />
      <h2 className="eyebrow border-b border-line px-4 pb-2">{texts.wall.latest}</h2>
      <div className="min-h-0 flex-1 overflow-hidden">
        {summary === null ? <div className="p-4"><SkeletonLines lines={6} label={app.loading} /></div>
          : entries.length === 0 ? <StateNote title={texts.wall.none} /> : <FeedList model={model} entries={entries.slice(0, 12)} wardNames={wardNames} onIncident={null} />}
      </div>
    </aside>
  );
}
