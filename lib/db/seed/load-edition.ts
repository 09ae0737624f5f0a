import { buildBorderTopology, type BorderArc } from '../../geo/border-topology';
import { checkEdition } from '../../geo/quality-gate/check-edition';
import type { QualityReport } from '../../geo/quality-gate/quality-report';
import type { WardPolygon } from '../../geo/types';
import { unwrap } from '../api-error';
import type { DatabaseClient } from '../clients';
import type { Json } from '../database.types';
import type { EditionFiles } from './edition-files';
import { measureWard } from './ward-measures';

/** Outcome of loading an edition. `refused`: it can not be used; what was there is untouched. */
export type LoadEditionResult =
  | { readonly kind: 'loaded'; readonly wards: number; readonly arcs: number; readonly report: QualityReport }
  | { readonly kind: 'refused'; readonly report: QualityReport };

function wardRow({ properties, geometry }: EditionFiles['wards'][number], perimeterMetres: number): Record<string, Json> {
  const { bbox: [west, south, east, north], areaSquareMetres, labelPosition } = measureWard(geometry);
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

function editionRow({ edition, checksum }: EditionFiles): Record<string, Json> {
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

const arcRow = ({ wardA, wardB, lengthMetres, lines }: BorderArc): Record<string, Json> => ({
  ward_a: wardA,
  ward_b: wardB,
  length_metres: lengthMetres,
  geometry: { type: 'MultiLineString', coordinates: lines as unknown as Json },
});

const toPolygon = ({ properties: { code, name }, geometry }: EditionFiles['wards'][number]): WardPolygon => ({ code, name, geometry });

async function noteRefusal(service: DatabaseClient, { edition, checksum }: EditionFiles, report: QualityReport): Promise<LoadEditionResult> {
  const row = { edition_id: edition.id, accepted: false, checksum, report: report as unknown as Json };
  unwrap(`noting that edition ${edition.id} was refused`, await service.from('edition_loads').insert(row).select('id'));
  return { kind: 'refused', report };
}

/** Checks an edition, measures its wards and borders, and writes all of it in one transaction, or only that it was refused. */
export async function loadEdition(service: DatabaseClient, files: EditionFiles): Promise<LoadEditionResult> {
  const polygons = files.wards.map(toPolygon);
  const report = checkEdition(polygons);
  if (report.verdict === 'refuse') return noteRefusal(service, files, report);
  const { arcs, outlines } = buildBorderTopology(polygons);
  const perimeters = new Map(outlines.map(({ code, perimeterMetres }) => [code, perimeterMetres]));
  const wards = files.wards.map((ward) => wardRow(ward, perimeters.get(ward.properties.code) ?? Number.NaN));
  const payload = { edition: editionRow(files), wards, arcs: arcs.map(arcRow), report: report as unknown as Json };
  const answer = await service.rpc('load_edition', { payload });
  if (answer.error !== null) unwrap(`loading edition ${files.edition.id}`, answer);
  return { kind: 'loaded', wards: wards.length, arcs: arcs.length, report };
}
