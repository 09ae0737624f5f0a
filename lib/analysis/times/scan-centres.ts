import { buildDiscFamilies } from '../../stats/scan-families';
import type { PlanePoints } from '../../stats/grid-frame';
import type { ScanFamily } from '../../stats/scan-windows';

/** Where the discs of a scan are centred: on places of incidents, or on a square raster. */
export const CENTRE_KINDS = ['incidents', 'raster'] as const;
export type CentreKind = (typeof CENTRE_KINDS)[number];

export interface ScanCentre { readonly id: string; readonly x: number; readonly y: number }

/** Discs around centres that stand `spacingMetres` apart. */
export interface ScanDiscs {
  readonly centres: readonly ScanCentre[];
  readonly families: readonly ScanFamily[];
  readonly spacingMetres: number;
}

/** Windows of some discs when `share` of all days go into one: pairs of a first and a last event, times radii. */
const countWindows = (families: readonly ScanFamily[], share: number): number => families.reduce((sum, { events: { length } }) => sum + (length * (length * share + 1) ** 2) / 2, 0);

/** Most centres, and most windows that a permutation has to go through, about 50 ms of work. */
const MOST_CENTRES = 4_000;
const MOST_WINDOWS = 10_000_000;
/** Radii a centre is spaced by at first: fine enough that no place lies far from the middle of some disc. */
const SPACINGS_A_RADIUS = 4;

/** One centre for each square of the raster that holds an incident: its first incident, or the square's middle. */
function listCentres({ xs, ys }: PlanePoints, spacing: number, kind: CentreKind): ScanCentre[] {
  const centres = new Map<string, ScanCentre>();
  for (let i = 0; i < xs.length; i++) {
    const [column, row] = [Math.floor(xs[i]! / spacing), Math.floor(ys[i]! / spacing)];
    const id = `${String(column)} ${String(row)}`;
    if (!centres.has(id)) centres.set(id, kind === 'incidents' ? { id, x: xs[i]!, y: ys[i]! } : { id, x: (column + 0.5) * spacing, y: (row + 0.5) * spacing });
  }
  return [...centres.values()];
}

/**
 * The discs of a scan out to `radiusMetres`, centred a quarter of a radius apart, or farther where there would be too many to
 * go through in a permutation. `timeShare` is the longest duration over the whole period.
 *
 * Limits: squares without an incident have no centre; no incident gives none.
 */
export function buildScanDiscs(points: PlanePoints, radiusMetres: number, kind: CentreKind, leastEvents: number, timeShare: number): ScanDiscs {
  for (let spacing = Math.max(10, radiusMetres / SPACINGS_A_RADIUS); ; spacing *= 1.3) {
    const centres = listCentres(points, spacing, kind);
    if (centres.length > MOST_CENTRES && spacing < radiusMetres) continue;
    const families = buildDiscFamilies(points, centres, radiusMetres);
    if (countWindows(families, timeShare) > MOST_WINDOWS && spacing < radiusMetres) continue;
    const kept = families.flatMap(({ events }, place) => (events.length >= leastEvents ? [place] : []));
    return { centres: kept.map((place) => centres[place]!), families: kept.map((place) => families[place]!), spacingMetres: spacing };
  }
}
