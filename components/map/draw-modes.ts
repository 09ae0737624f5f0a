import {
  TerraDrawCircleMode, TerraDrawFreehandMode, TerraDrawLineStringMode, TerraDrawPolygonMode, TerraDrawSelectMode, ValidateNotSelfIntersecting, type GeoJSONStoreFeatures,
} from 'terra-draw';
import type { Corner } from '@/lib/view/zone-rings';
import type { DrawnKind } from './drawn-shape';

/** How the drawing looks and where its corners may jump to. */
export interface DrawModeOptions {
  readonly colours: { readonly line: `#${string}`; readonly point: `#${string}` };
  /** A nearby position to snap to, or null; asked for each corner. */
  readonly snap: (position: Corner) => Corner | null;
  /** Rings of an area are chosen by the tool itself, and keys do not delete them. */
  readonly area: boolean;
}

/** Names of the modes in which each kind is drawn. */
export const MODE = { circle: 'circle', line: 'linestring', polygon: 'polygon', freehand: 'freehand' } as const satisfies Record<DrawnKind, string>;
/** Wide enough for a finger. */
export const POINTER_PIXELS = 24;
/** Spacing of the corners of a line drawn by hand. */
const FREEHAND_PIXELS = 18;

/** An area may not cross itself once it is finished; while it is being drawn it may. */
const crossingCheck = (feature: GeoJSONStoreFeatures, { updateType }: { readonly updateType: string }): ReturnType<typeof ValidateNotSelfIntersecting> =>
  updateType === 'finish' || updateType === 'commit' ? ValidateNotSelfIntersecting(feature) : { valid: true };

const isHole = ({ properties }: GeoJSONStoreFeatures): boolean => typeof properties['ring'] === 'number' && properties['ring'] > 0;

/** The modes in which shapes are drawn and edited. */
export function buildDrawModes({ colours: { line, point }, snap, area }: DrawModeOptions) {
  const snapping = {
    toCustom: ({ lng, lat }: { readonly lng: number; readonly lat: number }) => {
      const to = snap([lng, lat]);
      return to === null ? undefined : [...to];
    },
  };
  const fill = (feature: GeoJSONStoreFeatures): `#${string}` => (isHole(feature) ? point : line);
  const opacity = (feature: GeoJSONStoreFeatures): number => (isHole(feature) ? 0.6 : 0.15);
  const look = { fillColor: fill, fillOpacity: opacity, outlineColor: line, outlineWidth: 3 };
  const closing = { closingPointColor: point, closingPointWidth: 6, closingPointOutlineColor: line, closingPointOutlineWidth: 2 };
  const corners = { selectionPointColor: point, selectionPointWidth: 6, selectionPointOutlineColor: line, selectionPointOutlineWidth: 2, midPointColor: line, midPointWidth: 4 };
  const editing = { draggable: false, coordinates: { midpoints: true, draggable: true, deletable: true, snappable: snapping } };
  return [
    new TerraDrawLineStringMode({ pointerDistance: POINTER_PIXELS, snapping, styles: { lineStringColor: line, lineStringWidth: 4, ...closing } }),
    new TerraDrawPolygonMode({ pointerDistance: POINTER_PIXELS, snapping, validation: crossingCheck, styles: { ...look, ...closing } }),
    new TerraDrawCircleMode({ styles: look }),
    new TerraDrawFreehandMode({ pointerDistance: POINTER_PIXELS, minDistance: FREEHAND_PIXELS, drawInteraction: 'click-move-or-drag', autoClose: true, validation: crossingCheck, styles: { ...look, ...closing } }),
    new TerraDrawSelectMode({
      pointerDistance: POINTER_PIXELS, allowManualDeselection: false, allowManualSelection: !area, ...(area ? { keyEvents: null } : {}),
      styles: { selectedLineStringColor: line, selectedLineStringWidth: 4, selectedPolygonColor: fill, selectedPolygonFillOpacity: opacity, selectedPolygonOutlineColor: line, selectedPolygonOutlineWidth: 3, ...corners },
      flags: {
        linestring: { feature: editing },
        polygon: { feature: { ...editing, validation: crossingCheck } },
        freehand: { feature: { ...editing, validation: crossingCheck } },
        circle: { feature: { draggable: true, coordinates: { resizable: 'center-fixed', midpoints: false } } },
      },
    }),
  ];
}
