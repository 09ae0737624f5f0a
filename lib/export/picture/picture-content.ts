import type { Feature, FeatureCollection, Point } from 'geojson';
import type { Finding, ResultFeature } from '../../domain/analysis-result';
import type { SlidePoint } from '../../domain/briefing';
import type { ArcCoverage } from '../../domain/patrol';
import type { Bbox } from '../../geo/types';
import { buildAnalysisFeatures, buildFindingFeature, buildScopePoints } from '../../layers/analysis-layer';
import { buildCoverageFeatures } from '../../layers/coverage-layer';
import type { IncidentPoint } from '../../layers/incident-layers';
import type { AnalysisLegendLine } from '../../layers/layer-context';
import { buildModelFeatures, type DrawnModel } from '../../layers/model-layer';
import { buildPatrolFeatures, type DrawnPatrol } from '../../layers/patrol-layer';
import { buildSelectionFeatures, type Selection } from '../../layers/selection-layer';
import { buildZoneFeatures, type DrawnZone } from '../../layers/zone-layer';
import type { Camera, ToggleLayer } from '../../view/map-view';
import type { MapSurroundings } from './map-surroundings';

/** An incident on a picture; `late` marks that some step of it is overdue. */
export interface PicturePoint extends Omit<SlidePoint, 'id'> {
  readonly late?: boolean;
}

/** What a picture is about, over its surroundings. What is absent is not drawn. */
export interface PictureContent {
  /** What to show: a box of degrees, or where a page looks. */
  readonly place: Bbox | Camera;
  readonly hidden?: ReadonlySet<ToggleLayer>;
  readonly points?: readonly PicturePoint[];
  readonly features?: readonly ResultFeature[];
  /** Lines of the legend that tell the tones of `features`. */
  readonly legend?: readonly AnalysisLegendLine[];
  /** Positions of the incidents that an analysis looked at, drawn small. */
  readonly scopePositions?: readonly (readonly [number, number])[];
  readonly finding?: Finding | null;
  readonly zones?: readonly DrawnZone[];
  readonly chosenZones?: ReadonlySet<string>;
  readonly patrols?: readonly DrawnPatrol[];
  readonly coverage?: readonly ArcCoverage[];
  readonly models?: readonly DrawnModel[];
  readonly selection?: Selection;
  readonly selectedWardCode?: string | null;
}

function toFeature({ position, category, borderZone, resolved, late = false }: PicturePoint, row: number): Feature<Point, IncidentPoint> {
  return {
    type: 'Feature', geometry: { type: 'Point', coordinates: [...position] },
    properties: { row, category, zone: borderZone ? 1 : 0, done: resolved ? 1 : 0, late: late ? 1 : 0 },
  };
}

/** The sources of what a picture is about. */
export function buildContentSources(content: PictureContent, { arcs, day }: MapSurroundings): Record<string, FeatureCollection> {
  const { points = [], features = [], scopePositions = [], finding = null, zones = [], chosenZones, patrols = [], coverage = [], models = [], selection } = content;
  return {
    incidents: { type: 'FeatureCollection', features: points.map(toFeature) },
    analysis: buildAnalysisFeatures(features),
    'analysis-points': buildScopePoints(scopePositions),
    'analysis-finding': buildFindingFeature(finding),
    zones: buildZoneFeatures(zones, chosenZones),
    patrols: buildPatrolFeatures(patrols),
    coverage: buildCoverageFeatures(arcs, coverage),
    models: buildModelFeatures(models, day, null),
    selection: buildSelectionFeatures(selection),
  };
}
