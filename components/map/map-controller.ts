import { diff, type StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { Map as MapLibreMap, Marker, type GeoJSONSource, type MapMouseEvent } from 'maplibre-gl';
import { ANALYSIS_HIT_LAYERS } from '@/lib/layers/analysis-layer';
import { DATA_SOURCES, type DataSource } from '@/lib/layers/map-sources';
import { ZONE_HIT_LAYER } from '@/lib/layers/zone-layer';
import type { Camera } from '@/lib/view/map-view';
import { IMAGE_PIXEL_RATIO } from './draw-map-images';
import { DrawTool, type DrawToolOptions } from './draw-tool';
import { prepareMapLibre } from './map-worker';

/** `[west, south, east, north]` in degrees. */
export type Bounds = readonly [number, number, number, number];

/** What lies under a click. */
export type MapHit = { readonly kind: 'incident'; readonly row: number } | { readonly kind: 'group'; readonly id: number } | { readonly kind: 'result'; readonly index: number } | { readonly kind: 'zone'; readonly id: string } | { readonly kind: 'ground' };

/** What the map tells the page. */
export interface MapEvents {
  readonly onReady: () => void;
  readonly onMoved: (camera: Camera, bounds: Bounds) => void;
  readonly onPointer: (position: readonly [number, number] | null) => void;
  readonly onClick: (position: readonly [number, number], hit: MapHit) => void;
  readonly onFailed: (message: string) => void;
  /** Some of the ground could not be had; all else is drawn. */
  readonly onGroundFailed: () => void;
}

interface ControllerOptions {
  readonly container: HTMLElement;
  readonly style: StyleSpecification;
  readonly camera: Camera;
  readonly images: ReadonlyMap<string, ImageData>;
  readonly title: string;
  readonly events: MapEvents;
}

const HIT_RADIUS_PIXELS = 7;
const PULSE_MS = 20_000;
const MAX_PULSES = 30;

/** The one owner of a MapLibre map: it takes styles and data, and reports what the reader does. */
export class MapController {
  private readonly map: MapLibreMap;
  private readonly events: MapEvents;
  private readonly data = new Map<DataSource, FeatureCollection>();
  private style: StyleSpecification;
  private wantedStyle: StyleSpecification;
  private wantedImages: ReadonlyMap<string, ImageData>;
  private loaded = false;
  /** Shows again what was last asked for by `fit`; null once the map shows another place. */
  private fitted: (() => void) | null = null;

  constructor({ container, style, camera, images, title, events }: ControllerOptions) {
    prepareMapLibre();
    this.events = events;
    this.style = style;
    this.wantedStyle = style;
    this.wantedImages = images;
    this.map = new MapLibreMap({
      container, style, center: [camera.longitude, camera.latitude], zoom: camera.zoom, minZoom: 3.5, maxZoom: 20,
      attributionControl: false, dragRotate: false, pitchWithRotate: false, maxPitch: 0, fadeDuration: 120, locale: { 'Map.Title': title },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.on('style.load', () => this.start());
    this.map.on('error', (event) => this.onError(event));
    this.listen();
  }

  /** A source that fails is the ground's, for the page sets all others itself; what fails before the style is there leaves no map. */
  private onError(event: { readonly error: { readonly message: string }; readonly sourceId?: string }): void {
    if (event.sourceId !== undefined && !DATA_SOURCES.some((source) => source === event.sourceId)) this.events.onGroundFailed();
    else if (!this.loaded) this.events.onFailed(event.error.message);
  }

  /** Everything asked for before the style was there is done now. */
  private start(): void {
    this.loaded = true;
    this.setImages(this.wantedImages);
    this.setStyle(this.wantedStyle);
    for (const [source, data] of this.data) this.push(source, data);
    this.events.onReady();
    this.reportMove();
  }

  private listen(): void {
    this.map.on('moveend', () => this.reportMove());
    this.map.on('movestart', ({ originalEvent }) => { if (originalEvent !== undefined) this.fitted = null; });
    this.map.on('resize', () => this.fitted?.());
    this.map.on('mousemove', (event) => this.onPointer(event));
    this.map.on('mouseout', () => this.events.onPointer(null));
    this.map.on('click', ({ point, lngLat }) => this.events.onClick([lngLat.lng, lngLat.lat], this.hitAt([point.x, point.y])));
  }

  private onPointer({ point, lngLat }: MapMouseEvent): void {
    this.map.getCanvas().style.cursor = ['ground', 'zone'].includes(this.hitAt([point.x, point.y]).kind) ? 'crosshair' : 'pointer';
    this.events.onPointer([lngLat.lng, lngLat.lat]);
  }

  private reportMove(): void {
    const { lng, lat } = this.map.getCenter();
    const bounds = this.map.getBounds();
    this.events.onMoved(
      { longitude: lng, latitude: lat, zoom: this.map.getZoom() },
      [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    );
  }

  private hitAt([x, y]: readonly [number, number]): MapHit {
    const layers = ['incidents', 'incident-groups', ...ANALYSIS_HIT_LAYERS, ZONE_HIT_LAYER].filter((id) => this.map.getLayer(id) !== undefined);
    if (!this.loaded || layers.length === 0) return { kind: 'ground' };
    const box: [[number, number], [number, number]] = [[x - HIT_RADIUS_PIXELS, y - HIT_RADIUS_PIXELS], [x + HIT_RADIUS_PIXELS, y + HIT_RADIUS_PIXELS]];
    const [feature] = this.map.queryRenderedFeatures(box, { layers });
    if (feature === undefined) return { kind: 'ground' };
    const { row, cluster_id: id, index } = feature.properties as { row?: number; cluster_id?: number; index?: number };
    if (feature.source === 'zones') return { kind: 'zone', id: String((feature.properties as { id: string }).id) };
    if (feature.source === 'analysis' && typeof index === 'number') return { kind: 'result', index };
    if (typeof id === 'number') return { kind: 'group', id };
    return typeof row === 'number' ? { kind: 'incident', row } : { kind: 'ground' };
  }

  /** Applies the difference between two styles we built; `setStyle` would wipe data set by `setData`. */
  setStyle(next: StyleSpecification): void {
    this.wantedStyle = next;
    if (!this.loaded || next === this.style) return;
    for (const { command, args } of diff(this.style, next)) {
      const method = (this.map as unknown as Record<string, (...parameters: unknown[]) => unknown>)[command];
      if (method === undefined) throw new Error(`the map has no ${command}`);
      method.apply(this.map, args as unknown[]);
    }
    this.style = next;
  }

  setImages(images: ReadonlyMap<string, ImageData>): void {
    this.wantedImages = images;
    if (!this.loaded) return;
    for (const [id, image] of images) {
      if (this.map.hasImage(id)) this.map.updateImage(id, image);
      else this.map.addImage(id, image, { pixelRatio: IMAGE_PIXEL_RATIO });
    }
  }

  setData(source: DataSource, data: FeatureCollection): void {
    this.data.set(source, data);
    if (this.loaded) this.push(source, data);
  }

  private push(source: DataSource, data: FeatureCollection): void {
    void this.map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  /** Zooms to where a group falls apart. */
  async expandGroup(id: number, [longitude, latitude]: readonly [number, number]): Promise<void> {
    const zoom = await this.map.getSource<GeoJSONSource>('incidents')?.getClusterExpansionZoom(id);
    this.fitted = null;
    if (zoom !== undefined) this.map.easeTo({ center: [longitude, latitude], zoom: Math.min(zoom + 0.3, 18) });
  }

  /** Moves there; `liftPixels` puts the place that far above the middle, clear of a sheet over the map. */
  moveTo({ longitude, latitude, zoom }: Camera, liftPixels = 0): void {
    this.fitted = null;
    this.map.easeTo({ center: [longitude, latitude], zoom, offset: [0, -liftPixels], duration: 200 });
  }

  /** Shows all of a box, and goes on showing it while the map changes its size, until the reader moves it; `coveredPixels` at the lower edge are under a sheet. */
  fit(bounds: Bounds, coveredPixels = 0, durationMs = 200): void {
    const [west, south, east, north] = bounds;
    const padding = { top: 56, right: 56, bottom: 56 + coveredPixels, left: 56 };
    this.fitted = () => this.fit(bounds, coveredPixels, 0);
    this.map.fitBounds([[west, south], [east, north]], { padding, maxZoom: 15.8, duration: durationMs });
  }

  zoomBy(levels: number): void {
    this.fitted = null;
    this.map.easeTo({ zoom: this.map.getZoom() + levels, duration: 150 });
  }

  /** What is on the screen, as a picture of its own; drawn anew, for the browser has forgotten the last frame's pixels. */
  takePicture(): HTMLCanvasElement {
    this.map.redraw();
    const drawn = this.map.getCanvas();
    const copy = document.createElement('canvas');
    copy.width = drawn.width;
    copy.height = drawn.height;
    copy.getContext('2d')?.drawImage(drawn, 0, 0);
    return copy;
  }

  /** Where the map looks. */
  get camera(): Camera {
    const { lng, lat } = this.map.getCenter();
    return { longitude: lng, latitude: lat, zoom: this.map.getZoom() };
  }

  get centre(): readonly [number, number] {
    const { lng, lat } = this.map.getCenter();
    return [lng, lat];
  }

  /** Rings around new incidents, once, for 20 s. */
  pulse(positions: readonly (readonly [number, number])[]): void {
    for (const [longitude, latitude] of positions.slice(0, MAX_PULSES)) {
      const element = document.createElement('div');
      element.className = 'pulse-marker';
      const marker = new Marker({ element }).setLngLat([longitude, latitude]).addTo(this.map);
      setTimeout(() => marker.remove(), PULSE_MS);
    }
  }

  /** A tool that draws one shape on this map. @throws Error before the map is ready. */
  openDrawTool(options: DrawToolOptions): DrawTool {
    if (!this.loaded) throw new Error('the map is not ready to be drawn on');
    return new DrawTool(this.map, options);
  }

  /** Resolves when everything asked for is on the screen. */
  whenIdle(): Promise<void> {
    return new Promise((resolve) => { this.map.once('idle', () => resolve()); });
  }

  destroy(): void {
    this.map.remove();
  }
}
