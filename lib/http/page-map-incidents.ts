import type { Polygon, MultiPolygon } from 'geojson';
import { findRunDetail } from '../db/analyses';
import { readPoints } from '../db/points';
import { findZone } from '../db/zones';
import { getMessages } from '../messages/get-messages';
import { buildPhrases } from '../messages/analysis/build-phrases';
import { getMethodTexts } from '../messages/analysis/get-method-texts';
import { tell } from '../messages/analysis/tell';
import { findDayRules } from '../rules/rule-book';
import { buildPointFilter } from '../view/build-point-filter';
import { listRowsAround, readCountPeriod } from '../view/count-period';
import { filterPoints } from '../view/filter-points';
import { getEditionAt } from '../view/in-force';
import { parseView } from '../view/parse-view';
import { listScopePositions } from '../view/points-in-area';
import { boundsOfParts, toZoneParts } from '../view/zone-rings';
import { listShownZones, readZonesView } from '../view/zones-view';
import { asInstant, listHomeWards, listSeenZones, readToday, toDrawnZone, toPagePoints, type PageReader } from './page-map-reading';
import { uuidSchema } from './queries';

/** The map page: incidents and zones as its address filters them, without the layers that it hides. */
export const readIncidentMap: PageReader = async (reading, search) => {
  const { client, rules, nowMs, language } = reading;
  const view = parseView(search);
  const day = view.at ?? readToday(reading);
  const found = findDayRules(rules, `${day}T12:00:00+07:00`);
  if (found === null) return null;
  const points = await readPoints(client);
  const { rows } = filterPoints(points, buildPointFilter(view, day, nowMs / 1_000), { unit: 'month', starts: [], startSeconds: new Float64Array() });
  const zones = view.hiddenLayers.includes('zones') ? [] : await listSeenZones(reading, { statuses: ['active'], day });
  const title = getMessages(language).app.map;
  return {
    page: { kind: 'map', view, points: view.hiddenLayers.includes('incidents') ? [] : toPagePoints(points, rows, nowMs / 1_000), zones: zones.map(toDrawnZone) },
    editionId: found.book.edition.id, day, asOf: asInstant(points.asOf), title, outsideTitle: title,
  };
};

/** One zone with the incidents of the page's period in and around it. */
export const readZoneMap: PageReader = async (reading, search, id) => {
  const zone = uuidSchema.safeParse(id).success ? await findZone(reading.client, id) : undefined;
  const box = zone === undefined ? null : boundsOfParts(toZoneParts(zone.geometry));
  if (zone === undefined || box === null) return null;
  const points = await readPoints(reading.client);
  const period = readCountPeriod(search, readToday(reading));
  return {
    page: { kind: 'zone', zone: toDrawnZone(zone), points: toPagePoints(points, listRowsAround(points, box, period), points.asOf) },
    editionId: zone.editionId, day: period.to, asOf: asInstant(points.asOf), title: zone.name, outsideTitle: getMessages(reading.language).zones.card.title,
  };
};

/** The zones that the list shows. */
export const readZonesMap: PageReader = async (reading, search) => {
  const day = readToday(reading);
  const editionId = getEditionAt(reading.rules.editions.map(({ edition }) => edition), day).id;
  const zones = listShownZones(await listSeenZones(reading), readZonesView(search)).map(toDrawnZone);
  const { title } = getMessages(reading.language).zones;
  return { page: { kind: 'zones', zones, wardCodes: listHomeWards(reading, editionId, day) }, editionId, day, asOf: asInstant(reading.nowMs / 1_000), title, outsideTitle: title };
};

/** The result of an analysis over the incidents it looked at, with the zones. */
export const readAnalysisMap: PageReader = async (reading, search) => {
  const { client, rules, language } = reading;
  const run = search.get('run') ?? '';
  const found = uuidSchema.safeParse(run).success ? await findRunDetail(client, run) : undefined;
  if (found?.outcome?.kind !== 'found') return null;
  const { scope, outcome, used } = found;
  const book = rules.editions.find(({ edition }) => edition.id === scope.editionId);
  const texts = getMethodTexts(language, found.method);
  const phrases = buildPhrases(language, { ward: (code) => book?.names.get(code), cluster: (id) => rules.clusters.find((cluster) => cluster.id === id)?.name, category: (code) => code });
  const wardCodes = used?.data.wards ?? [];
  const [points, zones] = [await readPoints(client), await listSeenZones(reading)];
  const { area } = scope;
  const areas: readonly (Polygon | MultiPolygon)[] = area.kind === 'zone' ? zones.filter(({ id }) => id === area.id).map(({ geometry }) => geometry)
    : (book?.index.wards ?? []).filter(({ code }) => wardCodes.includes(code)).map(({ geometry }) => geometry);
  return {
    page: {
      kind: 'analysis', features: outcome.features, legend: outcome.legend.map(({ tone, drawn, told }) => ({ tone, drawn, label: tell(told, texts, phrases) })),
      scopePositions: listScopePositions(points, { ...scope, areas }), wardCodes, zones: zones.map(toDrawnZone), cluster: area.kind === 'cluster' ? area.id : null,
    },
    editionId: scope.editionId, day: scope.to, asOf: found.asOf ?? found.createdAt, title: found.name ?? texts.title, outsideTitle: texts.title,
  };
};
