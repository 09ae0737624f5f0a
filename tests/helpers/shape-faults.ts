import type { Position } from 'geojson';
import { MOST_FINDING_INCIDENTS, type AnalysisResult, type ResultFeature } from '../../lib/domain/analysis-result';
import { zoneGeometrySchema } from '../../lib/domain/zone';
import { findAreaFault } from '../../lib/geo/shape-faults';
import type { LngLat } from '../../lib/geo/types';

/** Most corners of a finding: it must stay editable by hand as a zone. */
const MOST_FINDING_CORNERS = 600;

const turnOf = (ring: readonly Position[]): number => ring.slice(1).reduce((sum, [x, y], k) => sum + ring[k]![0]! * y! - x! * ring[k]![1]!, 0);

function listRingFaults(ring: readonly Position[], isOuter: boolean): string[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return ['a ring is not closed or has fewer than four positions'];
  const turn = turnOf(ring);
  return turn === 0 ? ['a ring encloses nothing'] : turn > 0 === isOuter ? [] : [isOuter ? 'an outer ring runs clockwise' : 'a hole runs anticlockwise'];
}

const listPositions = (value: unknown): Position[] => (Array.isArray(value) && typeof value[0] === 'number' ? [value as Position] : Array.isArray(value) ? value.flatMap(listPositions) : []);

function listGeometryFaults({ geometry }: Pick<ResultFeature, 'geometry'>): string[] {
  if (geometry.type === 'GeometryCollection') return ['a collection of geometries'];
  const positions = listPositions(geometry.coordinates);
  const faults = positions.some(([x, y]) => !(x! > 90 && x! < 130 && y! > 0 && y! < 35)) ? ['a position that is not in degrees, longitude first, near Viet Nam'] : [];
  if (positions.some((position) => position.some((value) => Math.abs(value - Math.round(value * 1e7) / 1e7) > 1e-12))) faults.push('a position with more than 7 decimals');
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  return [...faults, ...polygons.flatMap((rings) => rings.flatMap((ring, place) => listRingFaults(ring, place === 0)))];
}

/** What is wrong with the parts of a result, whatever its words: shapes, lengths of rows, references, legend. */
export function listShapeFaults({ findings, features, legend, tables, charts, facts }: AnalysisResult): string[] {
  const faults: string[] = [];
  const ids = new Set(findings.map(({ id }) => id));
  if (ids.size !== findings.length) faults.push('findings share an id');
  findings.forEach(({ id, rank, incidents, count, geometry, p }, place) => {
    if (!/^[\w.-]{1,60}$/.test(id)) faults.push(`finding id ${id}`);
    if (rank !== place + 1) faults.push(`finding ${id} stands at ${String(place + 1)} with rank ${String(rank)}`);
    if (incidents.length !== Math.min(count, MOST_FINDING_INCIDENTS) || new Set(incidents).size !== incidents.length) faults.push(`finding ${id} keeps ${String(incidents.length)} of ${String(count)} incidents`);
    if (!zoneGeometrySchema.safeParse(geometry).success) faults.push(`finding ${id} is no zone`);
    if (listPositions(geometry.coordinates).length > MOST_FINDING_CORNERS) faults.push(`finding ${id} has ${String(listPositions(geometry.coordinates).length)} corners`);
    if (p !== null && !(p >= 0 && p <= 1)) faults.push(`finding ${id}: p ${String(p)}`);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const unfit = polygons.flatMap((rings) => findAreaFault(rings as unknown as LngLat[][]) ?? []);
    faults.push(...[...listGeometryFaults({ geometry }), ...unfit].map((fault) => `finding ${id}: ${fault}`));
  });
  const refer = (findingId: string | undefined, what: string): void => { if (findingId !== undefined && !ids.has(findingId)) faults.push(`${what} names the finding ${findingId}, which does not exist`); };
  const drawn = new Set(legend.map((entry) => `${entry.tone} ${entry.drawn}`));
  for (const feature of features) {
    refer(feature.findingId, 'a feature');
    if (!drawn.has(`${feature.tone} ${feature.drawn}`)) faults.push(`no legend entry for ${feature.tone} ${feature.drawn}`);
    faults.push(...listGeometryFaults(feature).map((fault) => `a feature: ${fault}`));
  }
  for (const { id, columns, rows } of tables) {
    for (const row of rows) {
      refer(row.findingId, `table ${id}`);
      if (row.cells.length !== columns.length) faults.push(`table ${id}: a row of ${String(row.cells.length)} cells under ${String(columns.length)} columns`);
    }
  }
  for (const { id, xs, series } of charts) {
    for (const { id: one, values, low, high } of series) {
      if ([values, low ?? values, high ?? values].some(({ length }) => length !== xs.length)) faults.push(`chart ${id}: series ${one} is not as long as its xs`);
    }
  }
  for (const { id, value, unit, low, high } of facts) {
    if (value !== null && (unit === 'p' || unit === 'share') && !(value >= 0 && value <= 1)) faults.push(`fact ${id}: ${unit} ${String(value)}`);
    if (value !== null && ((low ?? value) > value + 1e-9 || (high ?? value) < value - 1e-9)) faults.push(`fact ${id}: ${String(value)} lies outside its interval`);
  }
  if (new Set(facts.map(({ id }) => id)).size !== facts.length) faults.push('facts share an id');
  return [...new Set(faults)];
}
