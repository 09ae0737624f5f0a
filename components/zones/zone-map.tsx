'use client';

import { useMemo, type ReactNode } from 'react';
import type { Day } from '@/lib/domain/instant';
import { buildArcFeatures } from '@/lib/layers/border-zone-layer';
import { buildIncidentFeatures } from '@/lib/layers/incident-layers';
import { buildWardPoints } from '@/lib/layers/label-layers';
import { buildZoneFeatures, type DrawnZone } from '@/lib/layers/zone-layer';
import type { PointColumns } from '@/lib/domain/point-columns';
import { listClustersAt } from '@/lib/view/in-force';
import type { Reference } from '@/components/data/api-types';
import { useArcs, useWards } from '@/components/data/use-reference';
import type { Bounds, MapController } from '@/components/map/map-controller';
import { PageMap } from '@/components/map/page-map';
import { usePageMapContext } from '@/components/map/use-page-map-context';

interface ZoneMapProps {
  readonly reference: Reference;
  readonly editionId: string;
  readonly day: Day;
  readonly title: string;
  readonly zones: readonly DrawnZone[];
  readonly chosen?: ReadonlySet<string>;
  /** Incidents drawn beneath the zones' names; none without. */
  readonly points?: { readonly columns: PointColumns; readonly rows: Uint32Array } | null;
  readonly bounds: Bounds | null;
  readonly onReady?: (controller: MapController) => void;
  readonly onZone?: (id: string) => void;
  readonly className?: string;
  readonly legendOpen?: boolean;
  readonly children?: ReactNode;
  readonly testId: string;
}

const NOTHING: readonly never[] = [];
const NONE: ReadonlySet<string> = new Set();

/** Borders and zones. */
export function ZoneMap({ reference, editionId, day, title, zones, chosen = NONE, points = null, bounds, onReady, onZone, className, legendOpen, children, testId }: ZoneMapProps) {
  const clusters = useMemo(() => listClustersAt(reference.clusters, editionId, day, reference.defaultWidthMetres), [reference, editionId, day]);
  const wardsQuery = useWards(editionId);
  const arcsQuery = useArcs(editionId);
  const ground = usePageMapContext(reference, clusters);
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data.features : NOTHING;
  const context = useMemo(() => (ground === null ? null : { ...ground, zones }), [ground, zones]);
  const data = useMemo(() => ({
    arcs: buildArcFeatures(arcs, clusters, reference.defaultWidthMetres),
    ...(wards === null ? {} : { wards, 'ward-points': buildWardPoints(wards, new Set()) }),
  }), [arcs, clusters, wards, reference.defaultWidthMetres]);
  const drawn = useMemo(() => buildZoneFeatures(zones, chosen), [zones, chosen]);
  const incidents = useMemo(() => (points === null ? undefined : buildIncidentFeatures(points.columns, points.rows, points.columns.asOf)), [points]);
  return (
    <PageMap
      context={context} data={{ ...data, zones: drawn, ...(incidents === undefined ? {} : { incidents }) }} title={title} bounds={bounds} day={day} asOfSeconds={null} testId={testId}
      onHit={(hit) => { if (hit.kind === 'zone') onZone?.(hit.id); }}
      {...(onReady === undefined ? {} : { onReady })} {...(className === undefined ? {} : { className })} {...(legendOpen === undefined ? {} : { legendOpen })}
    >
      {children}
    </PageMap>
  );
}
