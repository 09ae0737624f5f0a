'use client';

import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { useMemo } from 'react';
import { buildArcFeatures } from '@/lib/layers/border-zone-layer';
import { buildFocusFeatures } from '@/lib/layers/focus-area-layer';
import { buildIncidentFeatures } from '@/lib/layers/incident-layers';
import { buildWardPoints } from '@/lib/layers/label-layers';
import type { Basemap, LayerContext } from '@/lib/layers/layer-context';
import { buildZoneFeatures, type DrawnZone } from '@/lib/layers/zone-layer';
import { indexArcs } from '@/lib/view/nearest-on-arcs';
import type { MapView } from '@/lib/view/map-view';
import type { Reference } from '@/components/data/api-types';
import { fetchJson } from '@/components/data/fetch-json';
import { useQuery } from '@/components/data/use-query';
import { MAP_FONT_FACES } from '@/components/map/font-files';
import { usePreferences } from '@/components/ui/preferences';
import type { ConsoleModel } from './use-console-model';

const BUILTIN: Basemap = { kind: 'builtin' };

/** The ground of the map; null while a configured style is on its way. A style that can not be had gives way to the shipped ground. */
export function useBasemap(reference: Reference | null): Basemap | null {
  const url = reference?.basemap.kind === 'style' ? reference.basemap.url : null;
  const style = useQuery(url === null ? null : `style/${url}`, () => fetchJson<StyleSpecification>(url ?? ''));
  return useMemo(() => {
    if (reference === null) return null;
    if (reference.basemap.kind !== 'style') return reference.basemap;
    return style.state === 'ready' ? { kind: 'style', style: style.data } : style.state === 'failed' ? BUILTIN : null;
  }, [reference, style]);
}

/** What the map's style depends on; null until the reference data is here. */
export function useLayerContext(view: MapView, model: ConsoleModel, zones: readonly DrawnZone[]): LayerContext | null {
  const { theme, language } = usePreferences();
  const { reference, clusters, edition } = model;
  const basemap = useBasemap(reference);
  const { hiddenLayers, ward } = view;
  return useMemo(() => {
    if (reference === null || basemap === null) return null;
    const selectedWardCode = ward !== null && edition !== null && ward.startsWith(`${edition.id}/`) ? ward.slice(edition.id.length + 1) : null;
    return {
      theme, language, basemap, clusters, selectedWardCode, hidden: new Set(hiddenLayers), fontFaces: MAP_FONT_FACES,
      defaultWidthMetres: reference.defaultWidthMetres, categories: reference.categories, zones,
    };
  }, [theme, language, basemap, clusters, reference, edition, hiddenLayers, ward, zones]);
}

/** The data of each source, each rebuilt only when what it shows changed. */
export function useMapData(model: ConsoleModel, zones: readonly DrawnZone[]) {
  const { clusters, wardsQuery, arcsQuery, summary, feed, reference, nowSeconds } = model;
  const wards = wardsQuery.state === 'ready' ? wardsQuery.data : undefined;
  const arcs = arcsQuery.state === 'ready' ? arcsQuery.data : undefined;
  const rows = summary?.rows;
  const { points } = feed;
  const arcFeatures = useMemo(
    () => (arcs === undefined || reference === null ? undefined : buildArcFeatures(arcs.features, clusters, reference.defaultWidthMetres)),
    [arcs, clusters, reference],
  );
  const wardPoints = useMemo(() => {
    const leads = new Set(clusters.flatMap(({ leadCode }) => (leadCode === null ? [] : [leadCode])));
    return wards === undefined ? undefined : buildWardPoints(wards, leads);
  }, [wards, clusters]);
  const focusAreas = useMemo(() => buildFocusFeatures(clusters.flatMap((cluster) => cluster.focusAreas)), [clusters]);
  const incidents = useMemo(() => (points === null || rows === undefined ? undefined : buildIncidentFeatures(points, rows, nowSeconds)), [points, rows, nowSeconds]);
  const zoneFeatures = useMemo(() => buildZoneFeatures(zones), [zones]);
  const arcIndex = useMemo(() => indexArcs(arcs?.features ?? []), [arcs]);
  const data = useMemo(
    () => ({
      ...(wards === undefined ? {} : { wards }), ...(arcFeatures === undefined ? {} : { arcs: arcFeatures }),
      ...(wardPoints === undefined ? {} : { 'ward-points': wardPoints }), 'focus-areas': focusAreas, zones: zoneFeatures, ...(incidents === undefined ? {} : { incidents }),
    }),
    [wards, arcFeatures, wardPoints, focusAreas, zoneFeatures, incidents],
  );
  return { data, arcIndex };
}
