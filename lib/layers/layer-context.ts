import type { FontFacesSpecification, LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LegendEntry } from '../domain/analysis-result';
import type { Category, CategoryShape } from '../domain/category';
import type { ZoneKind, ZoneStatus } from '../domain/zone';
import type { Language } from '../format/language';
import type { Messages } from '../messages/messages';
import type { ClusterAtDay } from '../view/in-force';
import type { ToggleLayer } from '../view/map-view';
import type { MapTheme } from './map-colours';

/** What the ground is drawn from: the shipped files, a PMTiles archive, or a complete style of another maker. */
export type Basemap =
  | { readonly kind: 'builtin' }
  | { readonly kind: 'pmtiles'; readonly url: string }
  | { readonly kind: 'style'; readonly style: StyleSpecification };

/** What a tone drawn so means, in the reader's words. */
export type AnalysisLegendLine = Pick<LegendEntry, 'tone' | 'drawn'> & { readonly label: string };

/** All a layer may depend on. Data comes apart from it, through `setData`. */
export interface LayerContext {
  readonly theme: MapTheme;
  readonly language: Language;
  readonly basemap: Basemap;
  readonly hidden: ReadonlySet<ToggleLayer>;
  readonly clusters: readonly ClusterAtDay[];
  readonly defaultWidthMetres: number;
  readonly categories: readonly Category[];
  /** Code of the ward that is filtered by, in the edition shown. */
  readonly selectedWardCode: string | null;
  /** What a page of its own draws over the borders; absent on the map page. */
  readonly overlay?: 'patrol' | 'coverage';
  /** Kinds and states of the zones on the map, for the legend; absent where none are drawn. */
  readonly zones?: readonly { readonly kind: ZoneKind; readonly state: ZoneStatus | 'before' }[];
  /** Whether named models are on the map, for the legend. */
  readonly models?: boolean;
  /** The result of an analysis that is drawn, told for its legend; absent where none is. */
  readonly analysis?: readonly AnalysisLegendLine[];
  /** Font files for the text of the map; without them the page's own fonts are used. */
  readonly fontFaces: FontFacesSpecification | null;
}

/** One line of the legend, drawn with the same colours and widths as the map. */
export type LegendItem =
  | { readonly kind: 'line'; readonly label: string; readonly colour: string; readonly widthPixels: number; readonly dashed: boolean }
  | { readonly kind: 'fill'; readonly label: string; readonly colour: string; readonly opacity: number; readonly edge: string | null }
  | { readonly kind: 'sign'; readonly label: string; readonly shape: CategoryShape; readonly colour: string; readonly ring: string | null; readonly hollow: boolean }
  | { readonly kind: 'group'; readonly label: string; readonly disc: string; readonly rim: string; readonly zone: string }
  | { readonly kind: 'late'; readonly label: string; readonly colour: string; readonly text: string }
  | { readonly kind: 'flag'; readonly label: string; readonly colour: string };

/** A map layer as data: what it is called, how it is drawn, how the legend explains it. */
export interface MapLayer {
  readonly id: string;
  readonly titleKey: keyof Messages['layers'];
  /** The switch that hides it; null when it is always drawn. */
  readonly toggle: ToggleLayer | null;
  readonly layers: (context: LayerContext) => LayerSpecification[];
  readonly legend: (context: LayerContext, messages: Messages) => LegendItem[];
}
