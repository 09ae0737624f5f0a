import type { Feature, FeatureCollection } from 'geojson';
import type { DatabaseClient } from '../db/clients';
import { loadArcs, loadWards } from '../db/editions';
import { getRuleBook } from '../db/rule-book';
import type { EditionBook } from '../rules/rule-book';
import { keepAnswer, type KeptAnswer } from './json-answer';

const GEOJSON = 'application/geo+json';

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

async function wardsOf(client: DatabaseClient, id: string): Promise<FeatureCollection> {
  const wards = await loadWards(client, id);
  return collection(wards.map((ward) => ({
    type: 'Feature',
    id: Number(ward.code),
    properties: {
      code: ward.code, name: ward.name, kind: ward.kind, provinceCode: ward.provinceCode, provinceName: ward.provinceName, districtName: ward.districtName,
      labelLon: ward.labelPosition[0], labelLat: ward.labelPosition[1],
      areaSquareMetres: ward.areaSquareMetres, perimeterMetres: ward.perimeterMetres,
    },
    geometry: ward.geometry,
  })));
}

async function arcsOf(client: DatabaseClient, id: string): Promise<FeatureCollection> {
  const arcs = await loadArcs(client, id);
  return collection(arcs.map(({ wardA, wardB, lengthMetres, lines }) => ({
    type: 'Feature',
    properties: { wardA, wardB, lengthMetres },
    geometry: { type: 'MultiLineString', coordinates: lines.map((line) => line.map((position) => [...position])) },
  })));
}

const MAKERS = { wards: wardsOf, arcs: arcsOf } as const;
export type GeometryKind = keyof typeof MAKERS;

/** Geometry by the edition it was made from; forgotten with it when the edition is loaded anew. */
const kept = new WeakMap<EditionBook, Map<GeometryKind, Promise<KeptAnswer>>>();

/** The wards or arcs of an edition as GeoJSON; undefined for an edition that does not exist. */
export async function findEditionGeometry(client: DatabaseClient, id: string, kind: GeometryKind): Promise<KeptAnswer | undefined> {
  const book = (await getRuleBook()).editions.find(({ edition }) => edition.id === id);
  if (book === undefined) return undefined;
  const kinds = kept.get(book) ?? new Map<GeometryKind, Promise<KeptAnswer>>();
  kept.set(book, kinds);
  const known = kinds.get(kind) ?? MAKERS[kind](client, id).then((one) => keepAnswer(JSON.stringify(one), GEOJSON));
  kinds.set(kind, known);
  known.catch(() => kinds.delete(kind));
  return known;
}

/** Makes the geometry of the newest edition before a browser asks for it. */
export async function prepareGeometry(client: DatabaseClient): Promise<void> {
  const newest = (await getRuleBook()).editions.at(-1)?.edition.id;
  if (newest !== undefined) await Promise.all([findEditionGeometry(client, newest, 'wards'), findEditionGeometry(client, newest, 'arcs')]);
}
