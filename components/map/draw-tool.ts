import { Marker, type Map as MapLibreMap, type MapMouseEvent } from 'maplibre-gl';
import { TerraDraw, TerraDrawModeUndoRedo, type GeoJSONStoreFeatures } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { buildCircleRing } from '@/lib/layers/focus-area-layer';
import { addHole, addPart, deleteCorner, listRings, replaceRing, type Corner, type CornerRef, type Ring, type RingRef, type ZoneParts } from '@/lib/view/zone-rings';
import { MODE, POINTER_PIXELS, buildDrawModes, type DrawModeOptions } from './draw-modes';
import { readDrawn, type DrawnKind, type DrawnShape, type DrawnUse } from './drawn-shape';
import { findMovedCorner, pickRing } from './pick-ring';

export interface DrawToolOptions extends DrawModeOptions {
  /** The shape after each finished step: drawn, a corner moved or taken away; null when it was deleted. */
  readonly onChange: (shape: DrawnShape | null) => void;
  /** The corner of an area that was chosen. */
  readonly onCorner?: (corner: CornerRef | null) => void;
  /** A line drawn over an area to cut it. */
  readonly onCut?: (line: readonly Corner[]) => void;
  /** A step that could not be taken. */
  readonly onRefused?: (why: DrawRefusal) => void;
  /** Whether a shape is being drawn, and how many of its corners can be taken back or put again. */
  readonly onSteps?: (steps: DrawSteps) => void;
}

export type DrawRefusal = 'bad_hole' | 'too_few';
export interface DrawSteps {
  readonly drawing: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Decimals of a coordinate: 0.1 mm on the ground. */
const PRECISION = 9;
/** The tool refuses coordinates of more decimals than it keeps. */
const trim = (position: Corner): [number, number] => [Number(position[0].toFixed(PRECISION)), Number(position[1].toFixed(PRECISION))];

const kindOf = (feature: GeoJSONStoreFeatures): DrawnKind | undefined =>
  (Object.keys(MODE) as DrawnKind[]).find((kind) => MODE[kind] === feature.properties['mode']);

const sameRing = (a: RingRef | null, b: RingRef): boolean => a?.part === b.part && a.ring === b.ring;

/**
 * Draws and edits on a map: one shape, or an area of several parts with holes.
 *
 * The drawing library knows no holes and no parts, so that each ring of an area is a feature of its own there.
 */
export class DrawTool {
  private readonly draw: TerraDraw;
  private readonly map: MapLibreMap;
  private readonly options: DrawToolOptions;
  private readonly marker: Marker;
  private parts: ZoneParts = [];
  private use: DrawnUse = 'replace';
  private chosen: RingRef | null = null;
  private corner: CornerRef | null = null;

  constructor(map: MapLibreMap, options: DrawToolOptions) {
    this.map = map;
    this.options = options;
    this.marker = buildMarker(options.colours.line);
    this.draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: PRECISION }),
      modes: buildDrawModes(options),
      undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    });
    this.draw.start();
    this.draw.on('finish', (id, { action }) => this.onFinish(id, action));
    this.draw.on('history', () => this.tellSteps());
    this.draw.on('change', (_, type, context) => {
      const byReader = context === undefined || !('origin' in context);
      if (!options.area && type === 'delete' && byReader && this.listShapes().length === 0) options.onChange(null);
    });
    if (options.area) {
      map.on('click', this.onClick);
      map.getCanvasContainer().addEventListener('keydown', this.onKey);
    }
  }

  private listShapes(): GeoJSONStoreFeatures[] {
    return this.draw.getSnapshot().filter((feature) => kindOf(feature) !== undefined && feature.geometry.type !== 'Point');
  }

  private tellSteps(): void {
    const drawing = this.draw.getMode() !== 'select' && this.draw.getMode() !== 'static';
    this.options.onSteps?.({ drawing, canUndo: drawing && this.draw.canUndo(), canRedo: drawing && this.draw.canRedo() });
  }

  private onFinish(id: string | number, action: string): void {
    const feature = this.draw.getSnapshotFeature(id);
    const kind = feature === undefined ? undefined : kindOf(feature);
    if (feature === undefined || kind === undefined) return;
    const shape = readDrawn(kind, feature.geometry);
    if (action !== 'draw') {
      if (this.options.area) this.takeEdit(feature, shape);
      else this.options.onChange(shape);
      return;
    }
    if (this.options.area) {
      this.takeDrawn(id, shape);
      return;
    }
    this.draw.removeFeatures(this.listShapes().flatMap((one) => (one.id === undefined || one.id === id ? [] : [one.id])));
    this.draw.selectFeature(id);
    this.tellSteps();
    this.options.onChange(shape);
  }

  /** A ring was drawn: it becomes the area, a part of it or a hole in it; a line waits to cut it. */
  private takeDrawn(id: string | number, shape: ReturnType<typeof readDrawn>): void {
    if (shape?.kind === 'line') {
      this.draw.setMode('static');
      this.tellSteps();
      this.options.onCut?.(shape.coordinates);
      return;
    }
    this.draw.removeFeatures([id]);
    const ring: Ring | undefined = shape?.kind === 'circle' ? buildCircleRing(shape.centre, shape.radiusMetres) : shape?.coordinates[0];
    const next = ring === undefined ? null : this.use === 'hole' ? addHole(this.parts, ring) : addPart(this.use === 'part' ? this.parts : [], ring);
    if (next === null) {
      this.showParts(this.parts);
      this.options.onRefused?.('bad_hole');
      return;
    }
    this.showParts(next, listRings(next).find(({ corners }) => corners === ring));
    this.options.onChange({ kind: 'area', parts: next });
  }

  private takeEdit({ properties }: GeoJSONStoreFeatures, shape: ReturnType<typeof readDrawn>): void {
    const at = { part: Number(properties['part']), ring: Number(properties['ring']) };
    const before = this.parts[at.part]?.[at.ring];
    const corners = shape?.kind === 'polygon' ? shape.coordinates[0] : undefined;
    if (before === undefined || corners === undefined) return;
    this.parts = replaceRing(this.parts, at, corners);
    const moved = findMovedCorner(before, corners);
    this.chooseCorner(moved === null ? null : { ...at, corner: moved });
    this.options.onChange({ kind: 'area', parts: this.parts });
  }

  private readonly onClick = ({ lngLat }: MapMouseEvent): void => {
    if (this.draw.getMode() !== 'select') return;
    const toPixel = ([longitude, latitude]: Corner): [number, number] => {
      const { x, y } = this.map.project([longitude, latitude]);
      return [x, y];
    };
    const pick = pickRing(this.parts, [lngLat.lng, lngLat.lat], toPixel, POINTER_PIXELS);
    if (pick !== null) this.chooseRing(pick.at);
    this.chooseCorner(pick?.kind === 'corner' ? pick.at : null);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if ((event.key !== 'Delete' && event.key !== 'Backspace') || this.corner === null) return;
    event.preventDefault();
    this.deleteCorner();
  };

  private chooseRing(at: RingRef): void {
    if (sameRing(this.chosen, at)) return;
    const found = this.listShapes().find(({ properties }) => sameRing(at, { part: Number(properties['part']), ring: Number(properties['ring']) }));
    if (found?.id === undefined) return;
    this.chosen = { part: at.part, ring: at.ring };
    this.draw.selectFeature(found.id);
  }

  /** Marks a corner of the area, or none. */
  chooseCorner(corner: CornerRef | null): void {
    const position = corner === null ? undefined : this.parts[corner.part]?.[corner.ring]?.[corner.corner];
    this.corner = position === undefined ? null : corner;
    if (position === undefined) this.marker.remove();
    else this.marker.setLngLat([position[0], position[1]]).addTo(this.map);
    if (this.corner !== null) this.chooseRing(this.corner);
    this.options.onCorner?.(this.corner);
  }

  /** Takes the marked corner away. */
  deleteCorner(): void {
    if (this.corner === null) return;
    const next = deleteCorner(this.parts, this.corner);
    if (next === null) {
      this.options.onRefused?.('too_few');
      return;
    }
    this.showParts(next, this.corner);
    this.options.onChange({ kind: 'area', parts: next });
  }

  /** Begins to draw: anew, or as a part, a hole or a cut of the area there is. */
  begin(kind: DrawnKind, use: DrawnUse = 'replace'): void {
    this.use = use;
    if (use === 'replace' || !this.options.area) this.draw.clear();
    else this.showParts(this.parts);
    this.chooseCorner(null);
    this.chosen = null;
    this.draw.setMode(MODE[kind]);
    this.tellSteps();
  }

  /** Shows a shape ready to be edited, or nothing. */
  show(shape: DrawnShape | null): void {
    if (shape?.kind === 'area' || this.options.area) {
      this.showParts(shape?.kind === 'area' ? shape.parts : []);
      return;
    }
    this.draw.clear();
    this.draw.setMode('select');
    this.tellSteps();
    if (shape === null) return;
    const id = this.draw.getFeatureId();
    const geometry = shape.kind === 'line'
      ? { type: 'LineString' as const, coordinates: shape.coordinates.map(trim) }
      : { type: 'Polygon' as const, coordinates: (shape.kind === 'circle' ? [buildCircleRing(shape.centre, shape.radiusMetres)] : shape.coordinates).map((ring) => ring.map(trim)) };
    const radius = shape.kind === 'circle' ? { radiusKilometers: shape.radiusMetres / 1000 } : {};
    const [outcome] = this.draw.addFeatures([{ id, type: 'Feature', geometry, properties: { mode: MODE[shape.kind], ...radius } }]);
    if (outcome?.valid === true) this.draw.selectFeature(id);
  }

  /** Shows the rings of an area, one of them ready to be edited. */
  private showParts(parts: ZoneParts, choose: RingRef = { part: 0, ring: 0 }): void {
    this.draw.clear();
    this.draw.setMode('select');
    this.parts = parts;
    this.chosen = null;
    this.chooseCorner(null);
    this.draw.addFeatures(listRings(parts).map(({ part, ring, corners }) => ({
      id: this.draw.getFeatureId(), type: 'Feature', geometry: { type: 'Polygon', coordinates: [corners.map(trim)] }, properties: { mode: MODE.polygon, part, ring },
    })));
    this.chooseRing(choose);
    this.tellSteps();
  }

  /** Takes back the last corner of a shape that is being drawn; false when none is. */
  undoCorner(): boolean {
    return this.draw.canUndo() && this.draw.undo();
  }

  /** Puts a corner again that was taken back while drawing; false when none was. */
  redoCorner(): boolean {
    return this.draw.canRedo() && this.draw.redo();
  }

  destroy(): void {
    this.map.off('click', this.onClick);
    this.map.getCanvasContainer().removeEventListener('keydown', this.onKey);
    this.marker.remove();
    this.draw.stop();
  }
}

function buildMarker(colour: string): Marker {
  const element = document.createElement('div');
  element.className = 'corner-marker';
  element.style.cssText = `pointer-events:none;width:26px;height:26px;border-radius:50%;border:3px solid ${colour};box-shadow:0 0 0 2px rgb(255 255 255 / 0.8)`;
  return new Marker({ element });
}
