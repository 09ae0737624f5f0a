'use client';

import { useMemo, type ReactNode } from 'react';
import type { Day } from '@/lib/domain/instant';
import type { ArcCoverage, Patrol } from '@/lib/domain/patrol';
import { buildArcFeatures } from '@/lib/layers/border-zone-layer';
import { buildCoverageFeatures } from '@/lib/layers/coverage-layer';
import { buildFocusFeatures } from '@/lib/layers/focus-area-layer';
import { buildWardPoints } from '@/lib/layers/label-layers';
import { buildPatrolFeatures } from '@/lib/layers/patrol-layer';
import { listClustersAt } from '@/lib/view/in-force';
import type { Reference } from '@/components/data/api-types';
import { useArcs, useWards } from '@/components/data/use-reference';
import type { Bounds, MapController } from '@/components/map/map-controller';
import { PageMap } from '@/components/map/page-map';
import { usePageMapContext } from '@/components/map/use-page-map-context';

interface PatrolMapProps {
  readonly reference: Reference;
  readonly editionId: string;
  readonly day: Day;
  readonly title: string;
  readonly overlay: 'patrol' | 'coverage';
  readonly coverage: readonly ArcCoverage[];
  readonly patrols: readonly Pick<Patrol, 'plan' | 'tracks'>[];
  readonly bounds: Bounds | null;
  readonly asOfSeconds: number | null;
  readonly onReady?: (controller: MapController) => void;
  readonly className?: string;
  readonly children?: ReactNode;
  readonly testId: string;
}

const NOTHING: readonly never[] = [];

/** Borders, the coverage of each, and the routes of patrols. */
export function PatrolMap({ reference, editionId, day, title, overlay, coverage, patrols, bounds, asOfSeconds, onReady, className, children, testId }: PatrolMapProps) {
  const clusters = useMemo(() => listClustersAt(reference.clusters, editionId, day, reference.defaultWidthMetres), [reference, editionId, day]);
  const wardsQuery = useWards(editionId);
  const arcsQuery = useArcs(editionId);
  const context = usePageMapContext(reference, clusters, overlay);
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data.features : NOTHING;
  const ground = useMemo(() => ({
    arcs: buildArcFeatures(arcs, clusters, reference.defaultWidthMetres), 'focus-areas': buildFocusFeatures(clusters.flatMap(({ focusAreas }) => focusAreas)),
    ...(wards === null ? {} : { wards, 'ward-points': buildWardPoints(wards, new Set()) }),
  }), [arcs, clusters, wards, reference.defaultWidthMetres]);
  const drawn = useMemo(() => buildCoverageFeatures(arcs, coverage), [arcs, coverage]);
  const routes = useMemo(() => buildPatrolFeatures(patrols), [patrols]);
  return (
    <PageMap
      context={context} data={{ ...ground, coverage: drawn, patrols: routes }} title={title} bounds={bounds} day={day} asOfSeconds={asOfSeconds} testId={testId}
      {...(onReady === undefined ? {} : { onReady })} {...(className === undefined ? {} : { className })}
    >
      {children}
    </PageMap>
  );
}
