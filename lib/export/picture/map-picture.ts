import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { LegendItem } from '../../layers/layer-context';
import type { MapImage } from '../../layers/map-images';
import type { Camera } from '../../view/map-view';

/** A rectangle in picture pixels, y downward. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How points are grouped, as the source of the live map says it; sums are kept of the named properties. */
export interface PointGrouping {
  readonly source: string;
  readonly maxZoom: number;
  readonly radiusPixels: number;
  readonly sums: readonly string[];
}

/** Colours of what stands around the map. */
export interface FurnitureColours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
}

/** Text and scale around the map, in the reader's language. */
export interface Furniture {
  readonly title: string | null;
  /** Stands at the right of the title and, without a title, at the lower edge. */
  readonly mark: string | null;
  /** Data-as-of, boundary day, snapshot number: whatever must be on it. */
  readonly notes: readonly string[];
  readonly attribution: string;
  readonly north: string;
  readonly scaleLabel: string;
  readonly scalePixels: number;
  readonly legendTitle: string;
  readonly legend: readonly LegendItem[];
  readonly colours: FurnitureColours;
}

/**
 * A map as it will be drawn: everything is data, nothing is asked for while drawing.
 *
 * The layers are those of the live map. One of their pixels takes `pixelRatio` pixels of the picture, and `camera.zoom` counts in theirs.
 */
export interface MapPicture {
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly pixelRatio: number;
  /** Least height of a text and width of a border in picture pixels; 0 leaves them as the layers say. */
  readonly leastTextPixels: number;
  readonly leastBorderPixels: number;
  /** Where in the picture the map lies. */
  readonly frame: Box;
  /** Where names stand, if not in all of the frame: what lies beyond may be cut off by whoever shows the picture. */
  readonly namesWithin?: Box;
  /** Looks at the middle of the frame. */
  readonly camera: Camera;
  readonly layers: readonly LayerSpecification[];
  readonly sources: Readonly<Record<string, FeatureCollection>>;
  readonly grouping: PointGrouping | null;
  readonly images: ReadonlyMap<string, MapImage>;
  readonly furniture: Furniture;
}
