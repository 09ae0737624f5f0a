import type { AnalysisScope } from '../domain/analysis';
import type { Cluster } from '../domain/boundary';
import type { UsedData } from '../domain/analysis-result';
import type { MultiPolygon, Polygon } from 'geojson';
import { dayOf, type Day } from '../domain/instant';
import type { BorderTopology } from '../geo/border-topology';
import { listJunctions } from '../geo/border-junctions';
import { findOwner } from '../geo/locate-ward';
import { buildMetricPlane, type MetricPlane } from '../geo/transverse-mercator';
import type { LngLat, WardPolygon } from '../geo/types';
import type { WardIndex } from '../geo/ward-index';
import { listAgreements, type Agreement } from '../rules/agreement';
import { agreedWidthMetres } from '../rules/border-zone';
import { isInRings, ringsAreaSquareMetres } from './plane/plane-rings';
import {
  dayNumber, type AnalysisInput, type PlaneLine, type PlaneRings, type ScopeArc, type ScopeCluster, type ScopeJunction, type ScopePatrol,
  type ScopePoints, type ScopeStreet, type ScopeWard, type ScopeZone,
} from './method';

/** An incident as the database keeps it, as far as an analysis may know it. */
export interface RawIncident {
  readonly id: string;
  readonly longitude: number;
  readonly latitude: number;
  /** Seconds since 1970 (UTC). */
  readonly occurredAt: number;
  readonly category: string;
  readonly editionId: string;
  readonly ownerCode: string | null;
  readonly accuracyMetres: number | null;
}

/** Degrees, longitude first. */
export interface RawStreet { readonly name: string | null; readonly kind: string; readonly line: readonly LngLat[] }
export interface RawPatrol {
  readonly id: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly reachMetres: number;
  readonly wardCodes: readonly string[];
  readonly lines: readonly (readonly LngLat[])[];
  readonly areas: readonly (readonly (readonly LngLat[])[])[];
}
export interface RawZone { readonly id: string; readonly name: string; readonly geometry: Polygon | MultiPolygon }

/** What an input is built from; incidents of the scope's days and kinds, in any order, of any place. */
export interface RawInput {
  readonly scope: AnalysisScope;
  readonly timeZone: string;
  readonly index: WardIndex;
  readonly topology: BorderTopology;
  /** Codes of the wards of the area; for a zone those it touches. */
  readonly wardCodes: readonly string[];
  readonly zone: RawZone | null;
  readonly incidents: readonly RawIncident[];
  readonly clusters: readonly Cluster[];
  readonly defaultWidthMetres: number;
  readonly streets: readonly RawStreet[];
  readonly patrols: readonly RawPatrol[];
  readonly zones: readonly RawZone[];
}

const polygonsOf = (geometry: Polygon | MultiPolygon): readonly (readonly (readonly LngLat[])[])[] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as unknown as readonly (readonly (readonly LngLat[])[])[];

/** The meridian in the middle of some wards. */
function middleMeridian(wards: readonly WardPolygon[]): number {
  let [west, east] = [Infinity, -Infinity];
  for (const { geometry } of wards) {
    for (const [x] of polygonsOf(geometry).flat(2)) [west, east] = [Math.min(west, x), Math.max(east, x)];
  }
  return (west + east) / 2;
}

/**
 * Brings the incidents of a scope and everything around them into one metric plane.
 *
 * Incidents are given to the wards of the scope's edition by their points, whatever edition they were recorded in, and those
 * outside the area are counted and left out. Limits: an area without wards has none of anything.
 */
export function buildInput(raw: RawInput): { readonly input: AnalysisInput; readonly used: UsedData } {
  const { scope, index, zone } = raw;
  const chosen = new Set(raw.wardCodes);
  const polygons = index.wards.filter(({ code }) => chosen.has(code));
  const plane = buildMetricPlane(polygons.length === 0 ? 105 : middleMeridian(polygons));
  const flat = (line: readonly LngLat[]): PlaneLine => line.map(([longitude, latitude]) => plane.toPlane(longitude, latitude));
  const ringsOf = (geometry: Polygon | MultiPolygon): PlaneRings[] => polygonsOf(geometry).map((rings) => rings.map(flat));
  const wards = polygons.map(({ code, name, geometry }): ScopeWard => {
    const rings = ringsOf(geometry);
    return { code, name, polygons: rings, areaSquareMetres: rings.reduce((sum, one) => sum + ringsAreaSquareMetres(one), 0) };
  });
  const area = zone === null ? wards.flatMap((ward) => ward.polygons) : ringsOf(zone.geometry);
  const agreements = listAgreements(raw.clusters, scope.editionId, scope.to);
  const { points, leftOut } = buildPoints(raw, plane, new Map(wards.map(({ code }, place) => [code, place])), zone === null ? null : area);
  const areaSquareMetres = area.reduce((sum, one) => sum + ringsAreaSquareMetres(one), 0);
  const input: AnalysisInput = Object.freeze({
    scope, plane, points, wards, area, areaSquareMetres,
    firstDay: dayNumber(scope.from), lastDay: dayNumber(scope.to),
    categories: scope.categories.length > 0 ? scope.categories : [...new Set(raw.incidents.map(({ category }) => category))].sort(),
    arcs: listScopeArcs(raw, wards, agreements, flat),
    junctions: listScopeJunctions(raw.topology, wards, plane),
    clusters: agreements.map(({ cluster, memberCodes }): ScopeCluster => ({ id: cluster.id, name: cluster.name, members: [...memberCodes].sort() })),
    streets: raw.streets.map(({ name, kind, line }): ScopeStreet => ({ name, kind, line: flat(line) })),
    patrols: raw.patrols.map(({ lines, areas, ...patrol }): ScopePatrol => ({ ...patrol, lines: lines.map(flat), areas: areas.map((rings) => rings.map(flat)) })),
    zones: raw.zones.map(({ id, name, geometry }): ScopeZone => ({ id, name, polygons: ringsOf(geometry) })),
    defaultWidthMetres: raw.defaultWidthMetres,
  });
  return { input, used: { incidents: points.count, wards: wards.map(({ code }) => code), areaKm2: areaSquareMetres / 1e6, leftOut } };
}

function buildPoints(raw: RawInput, plane: MetricPlane, placeOfWard: ReadonlyMap<string, number>, zone: readonly PlaneRings[] | null): { points: ScopePoints; leftOut: UsedData['leftOut'] } {
  const { scope, timeZone, index } = raw;
  const left = { outside_every_ward: 0, not_in_area: 0 };
  const kept = raw.incidents.flatMap((incident) => {
    const { longitude, latitude, editionId, ownerCode } = incident;
    const owner = editionId === scope.editionId ? ownerCode : findOwner(index, [longitude, latitude]).ownerCode;
    const [x, y] = plane.toPlane(longitude, latitude);
    const ward = owner === null ? -1 : (placeOfWard.get(owner) ?? -1);
    const inside = zone === null ? ward >= 0 : zone.some((rings) => isInRings(rings, x, y));
    if (inside) return [{ incident, x, y, ward }];
    left[owner === null ? 'outside_every_ward' : 'not_in_area']++;
    return [];
  }).sort((a, b) => a.incident.occurredAt - b.incident.occurredAt || (a.incident.id < b.incident.id ? -1 : 1));
  const categories = scope.categories.length > 0 ? scope.categories : [...new Set(raw.incidents.map(({ category }) => category))].sort();
  const placeOfKind = new Map(categories.map((category, place) => [category, place]));
  const dayAt = (seconds: number): number => dayNumber(dayOf(new Date(seconds * 1000).toISOString(), timeZone) as Day);
  const points: ScopePoints = {
    count: kept.length,
    ids: kept.map(({ incident }) => incident.id),
    longitudes: Float64Array.from(kept, ({ incident }) => incident.longitude),
    latitudes: Float64Array.from(kept, ({ incident }) => incident.latitude),
    xs: Float64Array.from(kept, ({ x }) => x),
    ys: Float64Array.from(kept, ({ y }) => y),
    times: Float64Array.from(kept, ({ incident }) => incident.occurredAt),
    days: Int32Array.from(kept, ({ incident }) => dayAt(incident.occurredAt)),
    kinds: Uint8Array.from(kept, ({ incident }) => placeOfKind.get(incident.category) ?? 255),
    wards: Int16Array.from(kept, ({ ward }) => ward),
    accuracies: Float64Array.from(kept, ({ incident }) => incident.accuracyMetres ?? NaN),
  };
  const leftOut = (['outside_every_ward', 'not_in_area'] as const).filter((reason) => left[reason] > 0).map((reason) => ({ reason, count: left[reason] }));
  return { points, leftOut };
}

function listScopeArcs({ topology, defaultWidthMetres }: RawInput, wards: readonly ScopeWard[], agreements: readonly Agreement[], flat: (line: readonly LngLat[]) => PlaneLine): ScopeArc[] {
  const placeOf = new Map(wards.map(({ code }, place) => [code, place]));
  return topology.arcs.flatMap(({ wardA, wardB, lines, lengthMetres }): ScopeArc[] => {
    const [a, b] = [placeOf.get(wardA), placeOf.get(wardB)];
    if (a === undefined || b === undefined) return [];
    const agreement = agreements.find(({ memberCodes }) => memberCodes.has(wardA) && memberCodes.has(wardB));
    const borderWidthMetres = agreement === undefined ? defaultWidthMetres : agreedWidthMetres(agreement.regulation, wardA, wardB);
    return [{ wardA: a, wardB: b, lines: lines.map(flat), lengthMetres, borderWidthMetres, clusterId: agreement?.cluster.id ?? null }];
  });
}

function listScopeJunctions(topology: BorderTopology, wards: readonly ScopeWard[], plane: MetricPlane): ScopeJunction[] {
  const placeOf = new Map(wards.map(({ code }, place) => [code, place]));
  return listJunctions(topology).flatMap(({ position, wards: codes }): ScopeJunction[] => {
    const places = codes.flatMap((code) => placeOf.get(code) ?? []);
    const [x, y] = plane.toPlane(position[0], position[1]);
    return places.length < 2 ? [] : [{ x, y, position, wards: places }];
  });
}
