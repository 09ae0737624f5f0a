import { z } from 'zod';
import type { MultiPolygon, Polygon } from 'geojson';
import type { RawInput, RawPatrol, RawStreet, RawZone } from '../analysis/build-input';
import type { AnalysisScope } from '../domain/analysis';
import type { Cluster } from '../domain/boundary';
import type { BorderTopology } from '../geo/border-topology';
import type { LngLat } from '../geo/types';
import { listAgreements } from '../rules/agreement';
import type { EditionBook, RuleBook } from '../rules/rule-book';
import type { KnownFacts } from './analysis-changes';
import { readKnownIncidents } from './analysis-incidents';
import { readAll, unwrap } from './api-error';
import type { DatabaseClient } from './clients';
import { listClusters } from './clusters';
import { loadArcs } from './editions';

/** Borders by the edition they belong to; forgotten with it when the edition is loaded anew. */
const topologies = new WeakMap<EditionBook, Promise<BorderTopology>>();

function getTopology(service: DatabaseClient, book: EditionBook): Promise<BorderTopology> {
  const known = topologies.get(book) ?? loadArcs(service, book.edition.id).then((arcs) => ({ arcs, outlines: [] }));
  topologies.set(book, known);
  known.catch(() => topologies.delete(book));
  return known;
}

type LinesOrArea = { readonly type: 'LineString'; readonly coordinates: LngLat[] } | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: LngLat[][] };
// Written by the server from parsed shapes and by nobody else.
const patrolsSchema = z.array(z.object({
  id: z.string(), name: z.string(), from: z.number(), to: z.number(), reach: z.number(), wards: z.array(z.string()),
  shapes: z.array(z.custom<LinesOrArea>((value) => typeof value === 'object' && value !== null)),
}));
const zonesSchema = z.array(z.object({
  id: z.string(), version: z.number(), name: z.string(), edition: z.string(), wards: z.array(z.string()),
  geometry: z.custom<Polygon | MultiPolygon>((value) => typeof value === 'object' && value !== null),
}));

const linesOf = (shape: LinesOrArea): LngLat[][] => (shape.type === 'LineString' ? [shape.coordinates] : shape.type === 'MultiLineString' ? shape.coordinates : []);

async function readPatrols(service: DatabaseClient, { editionId, from, to }: AnalysisScope, codes: readonly string[], at: string): Promise<RawPatrol[]> {
  const answer = await service.rpc('analysis_patrols', { edition: editionId, codes: [...codes], first_day: from, last_day: to, known_at: at });
  return patrolsSchema.parse(unwrap('patrols of an analysis', answer)).map(({ reach, wards, shapes, ...patrol }): RawPatrol => ({
    ...patrol, reachMetres: reach, wardCodes: wards, lines: shapes.flatMap(linesOf),
    areas: shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : [])),
  }));
}

/** A zone with the wards it touches in its edition. */
export interface StoredZone extends RawZone { readonly editionId: string; readonly wardCodes: readonly string[] }

/** Active zones that touch some wards, and those that are named whatever their state, as they were at a moment; absent = now. */
export async function readAnalysisZones(service: DatabaseClient, editionId: string, codes: readonly string[], named: readonly string[], at?: string): Promise<StoredZone[]> {
  const answer = await service.rpc('analysis_zones', { edition: editionId, codes: [...codes], named: [...named], ...(at === undefined ? {} : { known_at: at }) });
  return zonesSchema.parse(unwrap('zones of an analysis', answer)).map(({ id, name, geometry, edition, wards }) => ({ id, name, geometry, editionId: edition, wardCodes: wards }));
}

/** Codes of the wards of a province in an edition, in order. */
export async function listProvinceWards(client: DatabaseClient, editionId: string, provinceCode: string): Promise<string[]> {
  const rows = await readAll('wards of a province', (from, to) =>
    client.from('wards').select('code').eq('edition_id', editionId).eq('province_code', provinceCode).order('code').range(from, to));
  return rows.map(({ code }) => code);
}

/** Members of a cluster in force on the last day of a scope; none when it is not in force then. */
export function listClusterWards(clusters: readonly Cluster[], { editionId, to }: Pick<AnalysisScope, 'editionId' | 'to'>, id: string): string[] {
  return [...(listAgreements(clusters, editionId, to).find(({ cluster }) => cluster.id === id)?.memberCodes ?? [])].sort();
}

/** The wards of a scope's area, and its zone when it is one; null when there is no such area (any more). */
async function findArea(service: DatabaseClient, scope: AnalysisScope, clusters: readonly Cluster[], at: string): Promise<{ codes: readonly string[]; zone: StoredZone | null } | null> {
  const { area, editionId } = scope;
  const listed = (codes: readonly string[]) => (codes.length === 0 ? null : { codes, zone: null });
  switch (area.kind) {
    case 'wards': return listed(area.codes);
    case 'province': return listed(await listProvinceWards(service, editionId, area.provinceCode));
    case 'cluster': return listed(listClusterWards(clusters, scope, area.id));
    case 'zone': {
      const zone = (await readAnalysisZones(service, editionId, [], [area.id], at)).find(({ id }) => id === area.id);
      return zone === undefined || zone.editionId !== editionId ? null : { codes: zone.wardCodes, zone };
    }
    default: return area satisfies never;
  }
}

/** What is read for a run. */
export interface AnalysisQuestion {
  readonly scope: AnalysisScope;
  /** Zones that the parameters name. */
  readonly namedZones: readonly string[];
  /** The facts to begin with; null = what is known now. */
  readonly known: KnownFacts | null;
  /** Leaves out incidents that occurred or were reported after an instant; absent = none. */
  readonly reportedUntil?: string | undefined;
}

/** The data of a run and up to where they were known; `gone`: the edition or the area is not there (any more). */
export type AnalysisData = { readonly kind: 'read'; readonly raw: RawInput; readonly known: KnownFacts } | { readonly kind: 'gone' };

/**
 * Reads everything that the methods may look at, as it was known at one moment: incidents by the version up to which they were
 * recorded, all else by when it was written. `streetsOf` gives the streets near some wards.
 *
 * Limits: an edition that was loaded anew, and the streets, are as they are now; the digests of the inputs tell.
 */
export async function readAnalysisData(
  service: DatabaseClient, rules: RuleBook, { scope, namedZones, known: begun, reportedUntil }: AnalysisQuestion, streetsOf: (codes: readonly string[], book: EditionBook) => Promise<readonly RawStreet[]>,
): Promise<AnalysisData> {
  const book = rules.editions.find(({ edition }) => edition.id === scope.editionId);
  if (book === undefined) return { kind: 'gone' };
  const { incidents, version, at: readAt } = await readKnownIncidents(service, scope, begun?.version ?? null, reportedUntil);
  const known: KnownFacts = begun ?? { version, at: readAt, width: rules.defaultWidthMetres, timeZone: rules.timeZone };
  const clusters = await listClusters(service, known.at);
  const area = await findArea(service, scope, clusters, known.at);
  if (area === null) return { kind: 'gone' };
  const [topology, patrols, zones, streets] = await Promise.all([
    getTopology(service, book), readPatrols(service, scope, area.codes, known.at),
    readAnalysisZones(service, scope.editionId, area.codes, namedZones, known.at), streetsOf(area.codes, book),
  ]);
  const raw: RawInput = {
    scope, timeZone: known.timeZone, index: book.index, topology, wardCodes: area.codes, zone: area.zone, incidents, clusters,
    defaultWidthMetres: known.width, streets, patrols, zones: zones.map(({ id, name, geometry }) => ({ id, name, geometry })),
  };
  return { kind: 'read', raw, known };
}
