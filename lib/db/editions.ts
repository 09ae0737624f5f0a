import type { MultiPolygon, Polygon } from 'geojson';
import type { BoundaryEdition, WardName } from '../domain/boundary';
import { isInForce, type Day } from '../domain/instant';
import type { BorderArc } from '../geo/border-topology';
import type { Bbox, LngLat, WardPolygon } from '../geo/types';
import { readAll, unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import type { Database } from './database.types';

/** A ward with everything a map or a list shows of it. */
export interface Ward extends WardPolygon {
  readonly kind: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly districtName: string | null;
  readonly bbox: Bbox;
  readonly areaSquareMetres: number;
  readonly perimeterMetres: number;
  /** A point inside the ward, for its label. */
  readonly labelPosition: LngLat;
  /** Origin of the outline, as named in `data/README.md`. */
  readonly lineSource: string;
}

type Tables = Database['public']['Tables'];

function toEdition(row: Tables['boundary_editions']['Row']): BoundaryEdition {
  return {
    id: row.id,
    title: row.title,
    effectiveFrom: row.effective_from as Day,
    effectiveTo: row.effective_to as Day | null,
    source: row.source,
    licence: row.licence,
    accuracyNote: row.accuracy_note,
  };
}

/** The boundary editions that count, oldest first. */
export async function listEditions(client: DatabaseClient): Promise<BoundaryEdition[]> {
  const answer = await client.from('boundary_editions').select('*').is('superseded_at', null).order('effective_from');
  return unwrap('boundary editions', answer).map(toEdition);
}

/** The edition in force on a day, if any. */
export async function findEditionInForce(client: DatabaseClient, day: Day): Promise<BoundaryEdition | undefined> {
  const editions = await listEditions(client);
  return editions.find(({ effectiveFrom, effectiveTo }) => isInForce({ from: effectiveFrom, to: effectiveTo }, day));
}

function toWard(row: Tables['wards']['Row']): Ward {
  return {
    code: row.code,
    name: row.name,
    // The table's check and the quality gate admit nothing else.
    geometry: row.geometry as unknown as Polygon | MultiPolygon,
    kind: row.kind,
    provinceCode: row.province_code,
    provinceName: row.province_name,
    districtName: row.district_name,
    bbox: [row.west, row.south, row.east, row.north],
    areaSquareMetres: row.area_square_metres,
    perimeterMetres: row.perimeter_metres,
    labelPosition: [row.label_lon, row.label_lat],
    lineSource: row.line_source,
  };
}

/** The wards of an edition with their polygons, smallest code first. */
export async function loadWards(client: DatabaseClient, editionId: string): Promise<Ward[]> {
  const rows = await readAll(`wards of ${editionId}`, (from, to) =>
    client.from('wards').select('*').eq('edition_id', editionId).order('code').range(from, to));
  return rows.map(toWard);
}

/** The border arcs of an edition, by their pair of codes. */
export async function loadArcs(client: DatabaseClient, editionId: string): Promise<BorderArc[]> {
  const rows = await readAll(`border arcs of ${editionId}`, (from, to) =>
    client.from('border_arcs').select('*').eq('edition_id', editionId).order('ward_a').order('ward_b').range(from, to));
  return rows.map((row) => ({
    wardA: row.ward_a,
    wardB: row.ward_b,
    lengthMetres: row.length_metres,
    // Written by loadEdition and by nobody else.
    lines: (row.geometry as unknown as { coordinates: LngLat[][] }).coordinates,
  }));
}

/** An old ward and one that took over from it. */
export interface WardSuccession {
  readonly from: WardName & { readonly editionId: string };
  readonly to: WardName & { readonly editionId: string };
  readonly relation: 'whole' | 'part';
  /** Share (0 to 1) of the old ward's area; null when not measured. */
  readonly areaShare: number | null;
  readonly note: string;
}

/** The successions from or to the wards of an edition, by old code, the largest share first. */
export async function listSuccessions(client: DatabaseClient, editionId: string): Promise<WardSuccession[]> {
  const rows = await readAll(`successions of ${editionId}`, (from, to) =>
    client.from('ward_successions').select('*').is('superseded_at', null).or(`from_edition.eq."${editionId}",to_edition.eq."${editionId}"`)
      .order('from_edition').order('from_code').order('area_share', { ascending: false }).order('to_code').range(from, to));
  const nameOf = await readWardNames(client, new Set(rows.flatMap((row) => [`${row.from_edition}/${row.from_code}`, `${row.to_edition}/${row.to_code}`])));
  return rows.map((row) => ({
    from: { editionId: row.from_edition, ...nameOf(row.from_edition, row.from_code) },
    to: { editionId: row.to_edition, ...nameOf(row.to_edition, row.to_code) },
    // The table's check admits nothing else.
    relation: row.relation as 'whole' | 'part',
    areaShare: row.area_share,
    note: row.note,
  }));
}

/** The name of a ward; its code where the edition does not know it. */
export type WardNaming = (editionId: string, code: string) => WardName;

/** Names of the given wards, each `editionId/code`. */
export async function readWardNames(client: DatabaseClient, keys: ReadonlySet<string>): Promise<WardNaming> {
  const names = new Map<string, string>();
  const codes = [...new Set([...keys].map((key) => key.slice(key.indexOf('/') + 1)))];
  const editions = [...new Set([...keys].map((key) => key.slice(0, key.indexOf('/'))))];
  if (codes.length > 0) {
    const rows = await readAll('ward names', (from, to) =>
      client.from('wards').select('edition_id, code, name').in('edition_id', editions).in('code', codes)
        .order('edition_id').order('code').range(from, to));
    for (const row of rows) names.set(`${row.edition_id}/${row.code}`, row.name);
  }
  return (editionId, code) => ({ code, name: names.get(`${editionId}/${code}`) ?? code });
}
