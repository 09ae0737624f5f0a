import { buildDiscFamilies, buildLineFamily, type PlacedEvent } from '../../stats/scan-families';
import { clusterByDensity } from '../../stats/density-clusters';
import type { PlanePoints } from '../../stats/grid-frame';
import type { ScanFamily } from '../../stats/scan-windows';
import type { ArcIndex } from '../plane/arc-index';
import { pointOnArc } from './arc-stretch';
import type { AnalysisInput } from '../method';
import { listArcPlaces } from '../plane/place-on-arcs';

/** What a family of candidate windows is made of. */
export type BorderPlace =
  /** Stretches of a run of a border; positions are metres along the arc from `originMetres` on. */
  | { readonly kind: 'run'; readonly arc: number; readonly widthMetres: number; readonly originMetres: number }
  /** Discs around a junction or a place on a border. */
  | { readonly kind: 'disc'; readonly x: number; readonly y: number }
  /** A cluster of all incidents of the scope that has incidents of more than one ward; one window. */
  | { readonly kind: 'cluster' };

/** Candidate windows along the borders of an area; `places[k]` says what `families[k]` is. */
export interface BorderWindows {
  readonly families: readonly ScanFamily[];
  readonly places: readonly BorderPlace[];
}

/** Lengths in metres; a radius of 0 leaves the discs out. Families with fewer than `leastEvents` events are left out. */
export interface BorderWindowOptions {
  readonly widthsMetres: readonly number[];
  readonly longestMetres: number;
  readonly discMetres: number;
  /** Discs at junctions only, or also along every border. */
  readonly discs: 'junctions' | 'borders';
  readonly clusters: boolean;
  readonly leastEvents: number;
}

/** Events within `widthMetres` of each run of a border, whichever ward they lie in, by their place along it. */
function listRunFamilies({ points }: AnalysisInput, index: ArcIndex, widthMetres: number, longestMetres: number): { family: ScanFamily; place: BorderPlace }[] {
  const placed = new Map<number, PlacedEvent[]>();
  for (let event = 0; event < points.count; event++) {
    for (const { run, alongMetres } of listArcPlaces(index, points.xs[event]!, points.ys[event]!, widthMetres, true)) {
      const known = placed.get(run);
      if (known === undefined) placed.set(run, [{ event, metres: alongMetres }]);
      else known.push({ event, metres: alongMetres });
    }
  }
  return [...placed].sort(([a], [b]) => a - b).map(([run, events]) => ({
    family: buildLineFamily(`run-${String(run)}-${String(widthMetres)}`, events, longestMetres),
    place: { kind: 'run', arc: index.runs[run]!.arc, widthMetres, originMetres: 0 },
  }));
}

interface Centre { readonly id: string; readonly x: number; readonly y: number }

/** Junctions, and places every half radius along the borders. */
export function listBorderCentres({ junctions }: AnalysisInput, index: ArcIndex, radiusMetres: number, discs: 'junctions' | 'borders'): Centre[] {
  const centres = junctions.map(({ x, y }, k): Centre => ({ id: `junction-${String(k)}`, x, y }));
  if (discs === 'junctions') return centres;
  index.runs.forEach(({ arc, fromMetres, toMetres }, run) => {
    const steps = Math.max(1, Math.ceil((toMetres - fromMetres) / (radiusMetres / 2)));
    for (let k = 0; k < steps; k++) {
      const at = pointOnArc(index, arc, fromMetres + ((k + 0.5) / steps) * (toMetres - fromMetres));
      if (at !== null) centres.push({ id: `border-${String(run)}-${String(k)}`, x: at[0], y: at[1] });
    }
  });
  return centres;
}

/** Clusters (DBSCAN, 5 incidents within half a width) with incidents of two wards or more, each as one window. */
function listClusterFamilies({ points }: AnalysisInput, widthMetres: number): { family: ScanFamily; place: BorderPlace }[] {
  const plane: PlanePoints = points;
  const { labels, count } = clusterByDensity(plane, widthMetres / 2, 5);
  const members = Array.from({ length: count }, (): PlacedEvent[] => []);
  labels.forEach((label, event) => { if (label >= 0) members[label]!.push({ event, metres: 0 }); });
  return members.flatMap((events, k) => {
    const wards = new Set(events.map(({ event }) => points.wards[event]!).filter((ward) => ward >= 0));
    return wards.size < 2 ? [] : [{ family: { ...buildLineFamily(`cluster-${String(k)}`, events, 0), kind: 'disc' as const }, place: { kind: 'cluster' as const } }];
  });
}

/**
 * The candidate windows of a scan along the borders of an area: stretches of each border, discs, clusters that straddle.
 *
 * Limits: an event within the width of several borders is in the windows of each, so nothing is lost around junctions; an
 * area without a border between two of its wards has stretches of none.
 */
export function buildBorderWindows(input: AnalysisInput, index: ArcIndex, options: BorderWindowOptions): BorderWindows {
  const { widthsMetres, longestMetres, discMetres, leastEvents } = options;
  const found = [...new Set(widthsMetres)].flatMap((width) => listRunFamilies(input, index, width, longestMetres));
  if (discMetres > 0) {
    const centres = listBorderCentres(input, index, discMetres, options.discs);
    buildDiscFamilies(input.points, centres, discMetres).forEach((family, k) => found.push({ family, place: { kind: 'disc', x: centres[k]!.x, y: centres[k]!.y } }));
  }
  if (options.clusters) found.push(...listClusterFamilies(input, widthsMetres[0] ?? 100));
  const kept = found.filter(({ family }) => family.events.length >= leastEvents);
  return { families: kept.map(({ family }) => family), places: kept.map(({ place }) => place) };
}

/**
 * The same windows for a scan whose families are all prefixes: stretches begin at places `spacingMetres` apart.
 *
 * Limits: a stretch so begins up to one spacing before its first event.
 */
export function toPrefixWindows({ families, places }: BorderWindows, spacingMetres: number, leastEvents: number): BorderWindows {
  const found = families.flatMap((family, k): { family: ScanFamily; place: BorderPlace }[] => {
    const place = places[k]!;
    if (place.kind !== 'run') return [{ family, place }];
    const { events, positions, reachMetres } = family;
    const origins = [...new Set(Array.from(positions, (position) => Math.floor(position / spacingMetres) * spacingMetres))];
    return origins.map((originMetres) => {
      const placed = Array.from(events, (event, at): PlacedEvent => ({ event, metres: positions[at]! - originMetres })).filter(({ metres }) => metres >= 0 && metres <= reachMetres);
      return { family: { ...buildLineFamily(`${family.id}-${String(originMetres)}`, placed, reachMetres), kind: 'disc' as const }, place: { ...place, originMetres } };
    });
  }).filter(({ family }) => family.events.length >= leastEvents);
  return { families: found.map(({ family }) => family), places: found.map(({ place }) => place) };
}
