import type { Feature, FeatureCollection } from 'geojson';
import type { AnalysisRunDetail } from '../domain/analysis';
import type { AnalysisResult, ResultTable, Told } from '../domain/analysis-result';
import { writeCsvField } from './csv-field';

const told = (said: Told | undefined) => (said === undefined ? {} : { told: said.code, values: said.values });

/** What a result rests on, as members of the collection (RFC 7946, section 6.1): who opens the file can say where it is from. */
const provenance = ({ id, method, methodVersion, scope, seed, asOf, dataDigest, inputDigest, outcomeDigest, used, finishedAt }: AnalysisRunDetail) => ({
  run: id, method, methodVersion, scope, seed, asOf, dataDigest, inputDigest, outcomeDigest, computedAt: finishedAt,
  parameters: used?.parameters ?? [], data: used?.data ?? null,
});

/** A collection with members of its own. */
export type AnalysisCollection = FeatureCollection & { readonly analysis: ReturnType<typeof provenance> & { readonly headline: Told; readonly warnings: readonly Told[] } };

/** A result as GeoJSON: what is drawn (`part` "drawn") in its order, then the findings (`part` "finding") with the ids of their incidents. */
export function buildAnalysisCollection(run: AnalysisRunDetail, result: AnalysisResult): AnalysisCollection {
  const drawn = result.features.map((one): Feature => ({
    type: 'Feature', geometry: one.geometry,
    properties: { part: 'drawn', tone: one.tone, drawn: one.drawn, finding: one.findingId ?? null, ...told(one.told) },
  }));
  const findings = result.findings.map(({ geometry, told: said, ...rest }): Feature => ({
    type: 'Feature', id: rest.id, geometry, properties: { part: 'finding', ...rest, ...told(said) },
  }));
  return { type: 'FeatureCollection', features: [...drawn, ...findings], analysis: { ...provenance(run), headline: result.headline, warnings: result.warnings } };
}

/** A table as CSV (RFC 4180, UTF-8); the header has the columns' ids, a finding's id stands in front where rows have one. */
export function writeResultCsv({ columns, rows }: ResultTable): string {
  const hasFindings = rows.some(({ findingId }) => findingId !== undefined);
  const head = [...(hasFindings ? ['finding'] : []), ...columns.map(({ id }) => id)];
  const lines = rows.map(({ findingId, cells }) => [...(hasFindings ? [findingId ?? null] : []), ...cells].map(writeCsvField).join(','));
  return [head.map(writeCsvField).join(','), ...lines, ''].join('\r\n');
}

/** Name for a file of a run, without its ending: method, days, as of which day, and the table. */
export function nameAnalysisFile({ method, scope, asOf }: AnalysisRunDetail, table?: string): string {
  const known = asOf === null ? [] : [`as-of-${asOf.slice(0, 10)}`];
  return [method, scope.from, scope.to, ...known, ...(table === undefined ? [] : [table])].join('_').replaceAll(/[^\w.-]/g, '-');
}
