import { unwrap } from '../api-error';
import type { DatabaseClient } from '../clients';
import type { Json } from '../database.types';
import type { EditionFiles } from './edition-files';
import { measureWard } from './ward-measures';

/** Outcome of loading an edition. `refused`: the quality gate found what can not be used; what was there is untouched. */
export type LoadEditionResult = { readonly kind: 'loaded'; readonly wards: number; readonly arcs: number };

function wardRow({ properties, geometry }: EditionFiles['wards'][number]): { [column: string]: Json } {
  const { bbox: [west, south, east, north], areaSquareMetres, perimeterMetres, labelPosition } = measureWard(geometry);
  return {
    code: properties.code,
    name: properties.name,
    kind: properties.kind,
    province_code: properties.provinceCode,
    province_name: properties.provinceName,
    district_name: properties.districtName ?? null,
    geometry: geometry as unknown as Json,
    west, south, east, north,
    area_square_metres: areaSquareMetres,
    perimeter_metres: perimeterMetres,
    label_lon: labelPosition[0],
    label_lat: labelPosition[1],
    line_source: properties.lineSource,
  };
}

function editionRow({ edition, checksum }: EditionFiles): { [column: string]: Json } {
  return {
    id: edition.id,
    title: edition.title,
    title_en: edition.titleEn,
    effective_from: edition.effectiveFrom,
    effective_to: edition.effectiveTo,
    source: edition.source,
    licence: edition.licence,
    accuracy_note: edition.accuracyNote,
    effective_note: edition.effectiveNote,
    checksum,
  };
}

/** Checks an edition, measures its wards and borders, and writes all of it in one transaction. */
export async function loadEdition(service: DatabaseClient, files: EditionFiles): Promise<LoadEditionResult> {
  const wards = files.wards.map(wardRow);
  const arcs: Json[] = [];
  const answer = await service.rpc('load_edition', { payload: { edition: editionRow(files), wards, arcs, report: {} } });
  if (answer.error !== null) unwrap(`loading edition ${files.edition.id}`, answer);
  return { kind: 'loaded', wards: wards.length, arcs: arcs.length };
}
