'use client';

import { useMemo, useState } from 'react';
import { useRouter } from 'next/navigation';
import type { ClusterPage } from '@/lib/domain/cluster-work';
import type { Day } from '@/lib/domain/instant';
import { readUuid } from '@/lib/domain/point-columns';
import { buildArcFeatures } from '@/lib/layers/border-zone-layer';
import { buildFocusFeatures } from '@/lib/layers/focus-area-layer';
import { buildIncidentFeatures } from '@/lib/layers/incident-layers';
import { buildWardPoints } from '@/lib/layers/label-layers';
import { clampToTerm } from '@/lib/view/clamp-to-term';
import { listClustersAt } from '@/lib/view/in-force';
import { listOpenRows } from '@/lib/view/open-rows';
import { boundsOfWards } from '@/components/console/ward-bounds';
import type { Reference } from '@/components/data/api-types';
import { usePoints } from '@/components/data/use-points';
import { useArcs, useWards } from '@/components/data/use-reference';
import { PageMap } from '@/components/map/page-map';
import { usePageMapContext } from '@/components/map/use-page-map-context';
import { usePreferences } from '@/components/ui/preferences';
import { describeClusterMap } from './cluster-map-words';

interface ClusterMapProps {
  readonly page: ClusterPage;
  readonly reference: Reference;
  readonly today: Day;
  readonly className?: string;
}

const NOTHING: readonly never[] = [];

/** Members, border zones, focus areas and open incidents of a cluster, on a map and in words. */
export function ClusterMap({ page, reference, today, className = '' }: ClusterMapProps) {
  const { messages, language } = usePreferences();
  const router = useRouter();
  const { cluster } = page;
  const day = clampToTerm(cluster, today);
  const clusters = useMemo(() => {
    const all = reference.clusters.map((one) => (one.id === cluster.id ? cluster : one));
    return listClustersAt(all, cluster.editionId, day, reference.defaultWidthMetres).filter(({ id }) => id === cluster.id);
  }, [reference, cluster, day]);
  const wardsQuery = useWards(cluster.editionId);
  const arcsQuery = useArcs(cluster.editionId);
  const { points } = usePoints();
  const context = usePageMapContext(reference, clusters);
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : null;
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data.features : NOTHING;
  const rows = useMemo(() => (points === null ? new Uint32Array() : listOpenRows(points, cluster.id)), [points, cluster.id]);
  const asOfSeconds = Math.floor(Date.parse(page.asOf) / 1000);
  const data = useMemo(() => {
    const members = new Set(clusters.flatMap(({ memberCodes }) => memberCodes));
    const near = arcs.filter(({ properties: { wardA, wardB } }) => members.has(wardA) || members.has(wardB));
    const leads = new Set(clusters.flatMap(({ leadCode }) => (leadCode === null ? [] : [leadCode])));
    return {
      arcs: buildArcFeatures(near, clusters, reference.defaultWidthMetres), 'focus-areas': buildFocusFeatures(clusters.flatMap(({ focusAreas }) => focusAreas)),
      ...(wards === null ? {} : { wards, 'ward-points': buildWardPoints(wards, leads) }),
    };
  }, [arcs, clusters, wards, reference.defaultWidthMetres]);
  const incidents = useMemo(() => (points === null ? undefined : buildIncidentFeatures(points, rows, asOfSeconds)), [points, rows, asOfSeconds]);
  const bounds = useMemo(() => (wards === null ? null : boundsOfWards(wards, new Set(clusters.flatMap(({ memberCodes }) => memberCodes)))), [wards, clusters]);
  const shown = clusters[0];
  const words = shown === undefined ? [] : describeClusterMap({ cluster: shown, members: page.members, arcs, openCount: rows.length, messages, language });
  return (
    <div className={`flex flex-col ${className}`}>
      <PageMap
        context={context} data={{ ...data, ...(incidents === undefined ? {} : { incidents }) }} title={messages.clusters.mapTitle(cluster.name)} bounds={bounds} day={day} asOfSeconds={asOfSeconds} className="min-h-0 flex-1" testId="cluster-map"
        onHit={(hit) => { if (hit.kind === 'incident' && points !== null) router.push(`/incidents/${readUuid(points.ids, hit.row)}`); }}
      />
      <MapWords lines={words} />
    </div>
  );
}

/** The same in words, for who can not or would rather not look at the map. */
export function MapWords({ lines }: { readonly lines: readonly string[] }) {
  const { messages } = usePreferences();
  const [open, setOpen] = useState(false);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="relative z-10 shrink-0 border-t border-line bg-surface text-xs" data-testid="map-words">
      <summary className="px-3 py-1.5 font-medium text-ink-2">{messages.clusters.mapText}</summary>
      <ul tabIndex={0} aria-label={messages.clusters.mapText} className="scroll-quiet tabular max-h-40 space-y-1 overflow-y-auto px-3 pb-2 text-ink-2">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </details>
  );
}
