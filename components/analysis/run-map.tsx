'use client';

import { useEffect, useMemo, useState, type ReactNode, type RefObject } from 'react';
import type { MultiPolygon, Polygon } from 'geojson';
import type { AnalysisScope } from '@/lib/domain/analysis';
import type { AnalysisResult, Finding } from '@/lib/domain/analysis-result';
import type { Day } from '@/lib/domain/instant';
import type { Zone } from '@/lib/domain/zone';
import { buildAnalysisFeatures, buildFindingFeature, buildScopePoints } from '@/lib/layers/analysis-layer';
import { buildArcFeatures } from '@/lib/layers/border-zone-layer';
import { buildWardPoints } from '@/lib/layers/label-layers';
import type { LayerContext } from '@/lib/layers/layer-context';
import { buildZoneFeatures } from '@/lib/layers/zone-layer';
import { tell } from '@/lib/messages/analysis/tell';
import type { MethodTexts, Phrases } from '@/lib/messages/analysis/method-texts';
import { listClustersAt } from '@/lib/view/in-force';
import { listScopePositions } from '@/lib/view/points-in-area';
import type { Reference } from '@/components/data/api-types';
import type { PointColumns } from '@/lib/domain/point-columns';
import { useArcs, useWards } from '@/components/data/use-reference';
import type { MapController, MapHit } from '@/components/map/map-controller';
import { PageMap } from '@/components/map/page-map';
import { usePageMapContext } from '@/components/map/use-page-map-context';
import { usePreferences } from '@/components/ui/preferences';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { boundsOfFindings, boundsOfShapes } from './bounds-of-shapes';

interface RunMapProps {
  readonly reference: Reference;
  readonly points: PointColumns | null;
  readonly editionId: string | null;
  /** What is looked at; null while the form is not complete. */
  readonly scope: AnalysisScope | null;
  readonly day: Day;
  readonly shapes: readonly (Polygon | MultiPolygon)[];
  readonly zones: readonly Zone[];
  readonly result: AnalysisResult | null;
  readonly texts: MethodTexts | null;
  readonly phrases: Phrases;
  readonly asOfSeconds: number | null;
  readonly chosen: Finding | null;
  readonly onChoose: (findingId: string) => void;
  readonly mapRef: RefObject<{ readonly controller: MapController; readonly context: LayerContext } | null>;
  readonly className: string;
}

const NOTHING: readonly never[] = [];
/** The result is what is looked at: single incidents are drawn faintly by its own layer. */
const HIDDEN: LayerContext['hidden'] = new Set(['incidents', 'focusAreas']);

/** What the result draws, told for the legend; the incidents under it come last. */
function useLegend(result: AnalysisResult | null, texts: MethodTexts | null, phrases: Phrases): LayerContext['analysis'] {
  return useMemo(
    () => (result === null || texts === null ? [] : result.legend.map(({ tone, drawn, told }) => ({ tone, drawn, label: tell(told, texts, phrases) }))),
    [result, texts, phrases],
  );
}

/** The scope's borders, its incidents faintly, and what the method found; a tap on it says what it is. */
export function RunMap({ reference, points, editionId, scope, day, shapes, zones, result, texts, phrases, asOfSeconds, chosen, onChoose, mapRef, className }: RunMapProps) {
  const { messages } = usePreferences();
  const [tapped, setTapped] = useState<{ readonly result: AnalysisResult; readonly index: number } | null>(null);
  const only = scope?.area.kind === 'cluster' ? scope.area.id : null;
  const clusters = useMemo(
    () => (editionId === null ? [] : listClustersAt(reference.clusters, editionId, day, reference.defaultWidthMetres).filter(({ id }) => only === null || id === only)),
    [reference, editionId, day, only],
  );
  const wardsQuery = useWards(editionId);
  const arcsQuery = useArcs(editionId);
  const page = usePageMapContext(reference, clusters);
  const analysis = useLegend(result, texts, phrases);
  const context = useMemo(() => (page === null || analysis === undefined ? null : { ...page, hidden: HIDDEN, analysis, zones: zones.map(({ kind, status }) => ({ kind, state: status })) }), [page, analysis, zones]);
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data.features : NOTHING;
  const ground = useMemo(() => ({
    arcs: buildArcFeatures(arcs, clusters, reference.defaultWidthMetres), zones: buildZoneFeatures(zones.map(({ id, name, kind, status, geometry }) => ({ id, name, kind, state: status, geometry }))),
    ...(wards === null ? {} : { wards, 'ward-points': buildWardPoints(wards, new Set()) }),
  }), [arcs, clusters, wards, zones, reference.defaultWidthMetres]);
  const drawn = useMemo(() => buildAnalysisFeatures(result?.features ?? NOTHING), [result]);
  const scopePoints = useMemo(() => buildScopePoints(points === null || scope === null ? [] : listScopePositions(points, { ...scope, areas: shapes })), [points, scope, shapes]);
  const selected = useMemo(() => buildFindingFeature(chosen), [chosen]);
  const roomy = useMediaQuery('(min-width: 1600px) and (min-height: 900px)');
  const bounds = useMemo(() => boundsOfFindings(result) ?? boundsOfShapes(shapes), [result, shapes]);
  const onHit = (hit: MapHit): void => {
    if (hit.kind !== 'result' || result === null) return setTapped(null);
    setTapped({ result, index: hit.index });
    const findingId = result.features[hit.index]?.findingId;
    if (findingId !== undefined) onChoose(findingId);
  };
  const told = tapped !== null && tapped.result === result ? result.features[tapped.index]?.told : undefined;
  useEffect(() => { if (context !== null && mapRef.current !== null) mapRef.current = { ...mapRef.current, context }; }, [context, mapRef]);
  return (
    <PageMap
      context={context} data={{ ...ground, analysis: drawn, 'analysis-points': scopePoints, 'analysis-finding': selected }} title={messages.analysis.result.map} bounds={bounds} day={day} asOfSeconds={asOfSeconds}
      onReady={(controller: MapController) => { if (context !== null) mapRef.current = { controller, context }; }} onHit={onHit} legendOpen={result !== null && roomy} className={className} testId="analysis-map"
    >
      {told === undefined || texts === null ? null : <MapNote>{tell(told, texts, phrases)}</MapNote>}
    </PageMap>
  );
}

function MapNote({ children }: { readonly children: ReactNode }) {
  return <p role="status" className="float-card pointer-events-auto max-w-96 px-3 py-2 text-sm" data-testid="map-note">{children}</p>;
}

