import type { Finding, ResultFeature } from '../../domain/analysis-result';
import type { ArcCoverage } from '../../domain/patrol';
import type { AnalysisLegendLine } from '../../layers/layer-context';
import type { DrawnModel } from '../../layers/model-layer';
import type { DrawnPatrol } from '../../layers/patrol-layer';
import type { DrawnZone } from '../../layers/zone-layer';
import type { MapView } from '../../view/map-view';
import type { PicturePoint } from './picture-content';

/** An incident of a page; its id decides whereto it is moved when the picture leaves the building. */
export interface PagePoint extends PicturePoint {
  readonly id: string;
}

/**
 * The map of a page of the product. Everything on it is what whoever asks may see, filtered as the page filters it; free text
 * beyond names never enters.
 */
export type PicturePage =
  | { readonly kind: 'map'; readonly view: MapView; readonly points: readonly PagePoint[]; readonly zones?: readonly DrawnZone[] }
  | { readonly kind: 'zone'; readonly zone: DrawnZone; readonly points: readonly PagePoint[] }
  | { readonly kind: 'zones'; readonly zones: readonly DrawnZone[]; /** Wards that are shown where there is no zone. */ readonly wardCodes: readonly string[] }
  | {
    readonly kind: 'analysis';
    readonly features: readonly ResultFeature[];
    readonly legend: readonly AnalysisLegendLine[];
    readonly scopePositions: readonly (readonly [number, number])[];
    /** Wards that were looked at: shown whole. */
    readonly wardCodes: readonly string[];
    readonly zones?: readonly DrawnZone[];
    /** The only cluster that is drawn; absent: all. */
    readonly cluster?: string | null;
    readonly finding?: Finding | null;
  }
  | { readonly kind: 'coverage'; readonly coverage: readonly ArcCoverage[]; /** Every border that is spoken of, also where only gaps are drawn: shown whole. */ readonly pairs: readonly (readonly [string, string])[] }
  | {
    readonly kind: 'patrol';
    /** Null: its routes are nobody's business. */
    readonly patrol: DrawnPatrol | null;
    readonly coverage: readonly ArcCoverage[];
    /** Whether `coverage` is of what was walked; else of what is planned. */
    readonly isDone: boolean;
    /** Wards that take part. */
    readonly wardCodes: readonly string[];
  }
  | { readonly kind: 'cluster'; readonly cluster: string; readonly points: readonly PagePoint[] }
  | { readonly kind: 'models'; readonly models: readonly DrawnModel[]; /** Wards that the page shows at first. */ readonly wardCodes: readonly string[] };
