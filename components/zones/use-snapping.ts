'use client';

import type { FeatureCollection, LineString, MultiLineString } from 'geojson';
import { useCallback, useMemo, useState } from 'react';
import { formatWardInSentence } from '@/lib/format/format-ward-name';
import type { WardCollection } from '@/lib/layers/label-layers';
import { buildLineSnapper, type LineSnapper } from '@/lib/geo/snap-to-lines';
import type { ArcFeature } from '@/lib/view/nearest-on-arcs';
import type { Corner } from '@/lib/view/zone-rings';
import { fetchJson } from '@/components/data/fetch-json';
import { useQuery } from '@/components/data/use-query';
import { usePreferences } from '@/components/ui/preferences';

type Roads = FeatureCollection<LineString | MultiLineString, { readonly name?: string }>;
type Lines = readonly (readonly Corner[])[];

/** What corners snap to, and what the latest one snapped to, in words. */
export interface Snapping {
  readonly borders: boolean;
  readonly streets: boolean;
  readonly setBorders: (on: boolean) => void;
  readonly setStreets: (on: boolean) => void;
  /** Lines that corners are to snap to and that are not here yet. */
  readonly loading: 'borders' | 'streets' | null;
  readonly hint: string | null;
  readonly snap: (position: Corner) => Corner | null;
}

/** Reach in metres: about a finger's width at street zooms, less than half a narrow street block. */
const SNAP_METRES = 30;
const NO_LINES: LineSnapper = { nearest: () => null };

const toLines = (geometry: LineString | MultiLineString): Lines =>
  (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).map((line) => line.map(([x = 0, y = 0]): Corner => [x, y]));

/** Lines with the number of the feature each belongs to. */
function indexLines(geometries: readonly (LineString | MultiLineString)[]): { readonly snapper: LineSnapper; readonly owners: readonly number[] } {
  const lines: (readonly Corner[])[] = [];
  const owners: number[] = [];
  geometries.forEach((geometry, owner) => toLines(geometry).forEach((line) => {
    lines.push(line);
    owners.push(owner);
  }));
  return { snapper: lines.length === 0 ? NO_LINES : buildLineSnapper(lines), owners };
}

function useBorderLines(arcs: readonly ArcFeature[], wards: WardCollection | null) {
  const { messages, language } = usePreferences();
  return useMemo(() => {
    const { snapper, owners } = indexLines(arcs.map(({ geometry }) => geometry));
    const names = new Map((wards?.features ?? []).map(({ properties: { code, name } }) => [code, formatWardInSentence(name, language)]));
    const nameOf = (line: number): string => {
      const arc = arcs[owners[line] ?? -1];
      return arc === undefined ? '' : messages.zones.draw.border(names.get(arc.properties.wardA) ?? arc.properties.wardA, names.get(arc.properties.wardB) ?? arc.properties.wardB);
    };
    return { snapper, nameOf };
  }, [arcs, wards, messages, language]);
}

function useStreetLines(wanted: boolean) {
  const { messages } = usePreferences();
  const query = useQuery(wanted ? 'ground/hanoi-roads' : null, () => fetchJson<Roads>('/api/basemap/hanoi-roads.geojson'));
  const roads = query.state === 'ready' ? query.data : null;
  return useMemo(() => {
    const { snapper, owners } = indexLines((roads?.features ?? []).map(({ geometry }) => geometry));
    const { street, namelessStreet } = messages.zones.draw;
    const nameOf = (line: number): string => {
      const name = roads?.features[owners[line] ?? -1]?.properties.name;
      return name === undefined || name === '' ? namelessStreet : /^(đường|phố|cầu|ngõ|quốc lộ|đại lộ)\s/i.test(name) ? name : street(name);
    };
    return { snapper, nameOf, isLoading: wanted && roads === null && query.state !== 'failed' };
  }, [roads, messages, wanted, query.state]);
}

/** Snapping of drawn corners to ward borders and streets: the nearer of the two within 30 m. */
export function useSnapping(arcs: readonly ArcFeature[], wards: WardCollection | null, areArcsLoading: boolean): Snapping {
  const [borders, setBorders] = useState(true);
  const [streets, setStreets] = useState(false);
  const [hint, setHint] = useState<string | null>(null);
  const border = useBorderLines(arcs, wards);
  const street = useStreetLines(streets);
  const snap = useCallback((position: Corner): Corner | null => {
    const toBorder = borders ? border.snapper.nearest(position, SNAP_METRES) : null;
    const toStreet = streets ? street.snapper.nearest(position, SNAP_METRES) : null;
    const isBorder = toBorder !== null && (toStreet === null || toBorder.distanceMetres <= toStreet.distanceMetres);
    const hit = isBorder ? toBorder : toStreet;
    setHint(hit === null ? null : (isBorder ? border : street).nameOf(hit.line));
    return hit?.position ?? null;
  }, [borders, streets, border, street]);
  return { borders, streets, setBorders, setStreets, loading: borders && areArcsLoading ? 'borders' : street.isLoading ? 'streets' : null, hint, snap };
}
