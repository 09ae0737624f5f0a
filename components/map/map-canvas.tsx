'use client';

import 'maplibre-gl/dist/maplibre-gl.css';
import type { FeatureCollection } from 'geojson';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { LayerContext } from '@/lib/layers/layer-context';
import { buildMapStyle } from '@/lib/layers/layer-registry';
import { DATA_SOURCES, type DataSource } from '@/lib/layers/map-sources';
import type { Camera } from '@/lib/view/map-view';
import { drawMapImages } from './draw-map-images';
import { MapController, type MapEvents } from './map-controller';

interface MapCanvasProps {
  readonly context: LayerContext;
  readonly data: Readonly<Partial<Record<DataSource, FeatureCollection>>>;
  /** Read once, when the map is made. */
  readonly initialCamera: Camera;
  readonly title: string;
  readonly events: MapEvents;
  readonly controllerRef: RefObject<MapController | null>;
}

/** Events that always reach the newest handlers, so that the map is made once. */
function useSteadyEvents(events: MapEvents): MapEvents {
  const latest = useRef(events);
  useEffect(() => { latest.current = events; });
  return useMemo<MapEvents>(
    () => ({
      onReady: () => latest.current.onReady(),
      onMoved: (camera, bounds) => latest.current.onMoved(camera, bounds),
      onPointer: (position) => latest.current.onPointer(position),
      onClick: (position, hit) => latest.current.onClick(position, hit),
      onFailed: (message) => latest.current.onFailed(message),
      onGroundFailed: () => latest.current.onGroundFailed(),
    }),
    [],
  );
}

/** The map itself: a style from the context, data by source, events out. */
export function MapCanvas({ context, data, initialCamera, title, events, controllerRef }: MapCanvasProps) {
  const containerRef = useRef<HTMLDivElement>(null);
  const steadyEvents = useSteadyEvents(events);
  const style = useMemo(() => buildMapStyle(context), [context]);
  const first = useRef({ style, initialCamera, title, images: context });

  useEffect(() => {
    const container = containerRef.current;
    if (container === null) return undefined;
    const { style: firstStyle, initialCamera: camera, title: firstTitle, images } = first.current;
    try {
      controllerRef.current = new MapController({
        container, style: firstStyle, camera, title: firstTitle, events: steadyEvents, images: drawMapImages(images.categories, images.theme),
      });
    } catch (error) {
      steadyEvents.onFailed(error instanceof Error ? error.message : String(error));
    }
    return () => {
      controllerRef.current?.destroy();
      controllerRef.current = null;
    };
  }, [controllerRef, steadyEvents]);

  useEffect(() => controllerRef.current?.setStyle(style), [style, controllerRef]);
  useEffect(() => controllerRef.current?.setImages(drawMapImages(context.categories, context.theme)), [context.categories, context.theme, controllerRef]);
  useData(controllerRef, data);

  // MapLibre makes its container `position: relative`, so the frame that fills the pane is another element.
  return <div className="absolute inset-0" data-testid="map"><div ref={containerRef} className="size-full" /></div>;
}

/** Sends each source's data when, and only when, it changed. */
function useData(controllerRef: RefObject<MapController | null>, data: MapCanvasProps['data']): void {
  const sent = useRef(new Map<MapController, Partial<Record<DataSource, FeatureCollection>>>());
  useEffect(() => {
    const controller = controllerRef.current;
    if (controller === null) return;
    const before = sent.current.get(controller) ?? {};
    for (const source of DATA_SOURCES) {
      const next = data[source];
      if (next !== undefined && next !== before[source]) controller.setData(source, next);
    }
    sent.current = new Map([[controller, { ...data }]]);
  });
}
