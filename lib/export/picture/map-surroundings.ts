import type { Position } from 'geojson';
import type { BoundaryEdition, Cluster } from '../../domain/boundary';
import type { Category } from '../../domain/category';
import type { Day } from '../../domain/instant';
import type { BorderArc } from '../../geo/border-topology';
import type { LngLat, WardPolygon } from '../../geo/types';
import type { WardCollection } from '../../layers/label-layers';
import { listClustersAt, type ClusterAtDay } from '../../view/in-force';
import type { ArcFeature } from '../../view/nearest-on-arcs';

/** What lies under and around everything that a map shows: the wards, their borders and the clusters of one day. */
export interface MapSurroundings {
  readonly edition: Pick<BoundaryEdition, 'id' | 'licence'>;
  readonly day: Day;
  readonly wards: WardCollection;
  readonly arcs: readonly ArcFeature[];
  readonly clusters: readonly ClusterAtDay[];
  readonly defaultWidthMetres: number;
  readonly categories: readonly Category[];
}

/** What an edition's files and tables say, from which the surroundings of a day are put together. */
export interface SurroundingParts {
  readonly edition: Pick<BoundaryEdition, 'id' | 'licence'>;
  readonly day: Day;
  readonly wards: readonly (WardPolygon & { readonly labelPosition: LngLat })[];
  readonly arcs: readonly BorderArc[];
  /** Clusters of every edition and term; those in force that day are taken. */
  readonly clusters: readonly Cluster[];
  readonly defaultWidthMetres: number;
  readonly categories: readonly Category[];
}

/** Wards and arcs of an edition as the layers want them: kept, so that a second day of the same edition shares them. */
const keptWards = new WeakMap<SurroundingParts['wards'], WardCollection>();
const keptArcs = new WeakMap<SurroundingParts['arcs'], readonly ArcFeature[]>();

function toWards(wards: SurroundingParts['wards']): WardCollection {
  return {
    type: 'FeatureCollection',
    features: wards.map(({ code, name, geometry, labelPosition }) => ({
      type: 'Feature', geometry,
      properties: { code, name, kind: '', provinceName: '', districtName: null, labelLon: labelPosition[0], labelLat: labelPosition[1] },
    })),
  };
}

const toArcs = (arcs: SurroundingParts['arcs']): ArcFeature[] => arcs.map(({ wardA, wardB, lengthMetres, lines }) => ({
  type: 'Feature', properties: { wardA, wardB, lengthMetres },
  geometry: { type: 'MultiLineString', coordinates: lines.map((line) => line.map((position): Position => [...position])) },
}));

/** Puts together what surrounds a map on a day. Give the same lists of wards and arcs again: what was made of them is kept. */
export function collectSurroundings({ edition, day, wards, arcs, clusters, defaultWidthMetres, categories }: SurroundingParts): MapSurroundings {
  const wardCollection = keptWards.get(wards) ?? toWards(wards);
  keptWards.set(wards, wardCollection);
  const arcFeatures = keptArcs.get(arcs) ?? toArcs(arcs);
  keptArcs.set(arcs, arcFeatures);
  return { edition, day, wards: wardCollection, arcs: arcFeatures, clusters: listClustersAt(clusters, edition.id, day, defaultWidthMetres), defaultWidthMetres, categories };
}

/** The same day with one cluster alone; `onlyItsBorders` keeps also no other borders than those of its members. */
export function narrowToCluster(surroundings: MapSurroundings, id: string, onlyItsBorders: boolean): MapSurroundings {
  const clusters = surroundings.clusters.filter((cluster) => cluster.id === id);
  const members = new Set(clusters.flatMap(({ memberCodes }) => memberCodes));
  const arcs = surroundings.arcs.filter(({ properties: { wardA, wardB } }) => members.has(wardA) || members.has(wardB));
  return { ...surroundings, clusters, ...(onlyItsBorders ? { arcs } : {}) };
}
