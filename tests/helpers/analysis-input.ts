import { readFileSync } from 'node:fs';
import type { FeatureCollection, LineString } from 'geojson';
import { analysisScopeSchema, type AnalysisScope } from '../../lib/domain/analysis';
import { buildInput, type RawIncident, type RawInput, type RawStreet } from '../../lib/analysis/build-input';
import type { AnalysisInput } from '../../lib/analysis/method';
import { DEFAULT_TIME_ZONE } from '../../lib/domain/instant';
import { buildBorderTopology, type BorderTopology } from '../../lib/geo/border-topology';
import { findOwner } from '../../lib/geo/locate-ward';
import type { LngLat } from '../../lib/geo/types';
import { buildWardIndex, type WardIndex } from '../../lib/geo/ward-index';
import { readEditionFeatures, readEdition, type EditionName } from '../fixtures/geo/read-edition';

const readText = (path: string): string => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8');

/** The demonstration incidents as the database would hand them over, owners worked out anew. */
function readDemoIncidents(editionId: string, index: WardIndex): RawIncident[] {
  return readText('demo/incidents.csv').trim().split('\n').slice(1).map((line) => {
    const [id, category, occurredAt, lon, lat, , , , , , accuracy] = line.split(',');
    const position: LngLat = [Number(lon), Number(lat)];
    return {
      id: id!, category: category!, occurredAt: Date.parse(occurredAt!) / 1000, longitude: position[0], latitude: position[1], editionId,
      ownerCode: findOwner(index, position).ownerCode, accuracyMetres: accuracy === '' || accuracy === undefined ? null : Number(accuracy),
    };
  });
}

function readStreets(): RawStreet[] {
  const roads = JSON.parse(readText('basemap/hanoi-roads.geojson')) as FeatureCollection<LineString, { name?: string; class: string }>;
  return roads.features.map(({ properties, geometry }) => ({ name: properties.name ?? null, kind: properties.class, line: geometry.coordinates as unknown as LngLat[] }));
}

interface Shipped { readonly index: WardIndex; readonly topology: BorderTopology; readonly incidents: readonly RawIncident[]; readonly provinces: ReadonlyMap<string, string> }
const shipped = new Map<EditionName, Shipped>();
let streets: readonly RawStreet[] | undefined;

function readShipped(name: EditionName): Shipped {
  const known = shipped.get(name);
  if (known !== undefined) return known;
  const wards = readEdition(name);
  const index = buildWardIndex(wards);
  const provinces = new Map(readEditionFeatures(name).features.map(({ properties }) => [properties.code, (properties as unknown as { provinceCode: string }).provinceCode]));
  const made = { index, topology: buildBorderTopology(wards), incidents: readDemoIncidents(name, index), provinces };
  shipped.set(name, made);
  return made;
}

/** A scope over the demonstration data; `wards` of an edition, or a whole province. */
export function demoScope(given: { from: string; to: string; categories?: string[]; area: { kind: 'province'; provinceCode: string } | { kind: 'wards'; codes: string[] }; editionId?: EditionName }): AnalysisScope {
  return analysisScopeSchema.parse({ editionId: 'hn-hp-2025', categories: [], ...given });
}

/** What the worker would build from the shipped data for a scope; `change` alters the raw parts first. */
export function demoInput(scope: AnalysisScope, change: (raw: RawInput) => RawInput = (raw) => raw): AnalysisInput {
  const { index, topology, incidents, provinces } = readShipped(scope.editionId as EditionName);
  const { area } = scope;
  const wardCodes = area.kind === 'wards' ? area.codes : [...provinces].filter(([, province]) => area.kind === 'province' && province === area.provinceCode).map(([code]) => code);
  const [from, until] = [Date.parse(`${scope.from}T00:00:00+07:00`) / 1000, Date.parse(`${scope.to}T00:00:00+07:00`) / 1000 + 86_400];
  streets ??= readStreets();
  return buildInput(change({
    scope, timeZone: DEFAULT_TIME_ZONE, index, topology, wardCodes, zone: null, clusters: [], defaultWidthMetres: 100, streets, patrols: [], zones: [],
    incidents: incidents.filter(({ occurredAt, category }) => occurredAt >= from && occurredAt < until && (scope.categories.length === 0 || scope.categories.includes(category))),
  })).input;
}
