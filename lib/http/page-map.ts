import { findRunDetail } from '../db/analyses';
import type { DatabaseClient } from '../db/clients';
import { readPoints } from '../db/points';
import { findZone } from '../db/zones';
import type { SlidePoint } from '../domain/briefing';
import { dayOf, type Day, type Instant } from '../domain/instant';
import { POINT_FLAGS, readUuid, type PointColumns } from '../domain/point-columns';
import type { PicturePage } from '../export/picture/build-page-picture';
import type { Language } from '../format/language';
import { buildAreaTest } from '../geo/area-test';
import { buildPhrases } from '../messages/analysis/build-phrases';
import { getMethodTexts } from '../messages/analysis/get-method-texts';
import { tell } from '../messages/analysis/tell';
import { getMessages } from '../messages/get-messages';
import { findDayRules, type RuleBook } from '../rules/rule-book';
import { buildPointFilter } from '../view/build-point-filter';
import { filterPoints } from '../view/filter-points';
import { parseView } from '../view/parse-view';
import { isOpenAt, isOverdueAt } from '../view/overdue';
import { uuidSchema } from './queries';

/** The map of a page as whoever asks may see it, ready to be drawn later without asking anybody. */
export interface PageMap {
  readonly page: PicturePage;
  readonly editionId: string;
  /** The day whose boundaries are drawn. */
  readonly day: Day;
  readonly asOf: Instant;
  readonly title: string;
}

/** What reading a page's map needs. */
export interface PageReading {
  readonly client: DatabaseClient;
  readonly rules: RuleBook;
  readonly nowMs: number;
  readonly language: Language;
}

type PagePoint = SlidePoint & { readonly late: boolean };

const pointOf = (points: PointColumns, row: number, nowSeconds: number): PagePoint => ({
  id: readUuid(points.ids, row), position: [points.longitudes[row] ?? 0, points.latitudes[row] ?? 0], category: points.dictionaries.categories[points.categories[row] ?? 0] ?? 'other',
  borderZone: ((points.flags[row] ?? 0) & POINT_FLAGS.borderZone) !== 0, resolved: !isOpenAt(points, row), late: isOverdueAt(points, row, nowSeconds),
});

const asInstant = (seconds: number): Instant => new Date(seconds * 1_000).toISOString() as Instant;

async function readMapPage({ client, rules, nowMs, language }: PageReading, search: URLSearchParams): Promise<PageMap | null> {
  const view = parseView(search);
  const today = dayOf(new Date(nowMs).toISOString(), rules.timeZone);
  const day = view.at ?? today;
  const found = findDayRules(rules, `${day}T12:00:00+07:00`);
  if (found === null) return null;
  const points = await readPoints(client);
  const { rows } = filterPoints(points, buildPointFilter(view, day, nowMs / 1_000), { unit: 'month', starts: [], startSeconds: new Float64Array() });
  return {
    page: { kind: 'map', view, points: view.hiddenLayers.includes('incidents') ? [] : Array.from(rows, (row) => pointOf(points, row, nowMs / 1_000)) },
    editionId: found.book.edition.id, day, asOf: asInstant(points.asOf), title: getMessages(language).app.map,
  };
}

async function readZonePage({ client, nowMs }: PageReading, id: string): Promise<PageMap | null> {
  if (!uuidSchema.safeParse(id).success) return null;
  const zone = await findZone(client, id);
  if (zone === undefined) return null;
  const points = await readPoints(client);
  const isInside = buildAreaTest(zone.geometry);
  const rows = Array.from({ length: points.count }, (_, row) => row).filter((row) => isInside([points.longitudes[row] ?? 0, points.latitudes[row] ?? 0]));
  return {
    page: { kind: 'zone', zone: { id: zone.id, name: zone.name, kind: zone.kind, geometry: zone.geometry, state: zone.status }, points: rows.map((row) => pointOf(points, row, nowMs / 1_000)) },
    editionId: zone.editionId, day: zone.validFrom, asOf: asInstant(points.asOf), title: zone.name,
  };
}

async function readAnalysisPage({ client, rules, language }: PageReading, run: string): Promise<PageMap | null> {
  if (!uuidSchema.safeParse(run).success) return null;
  const found = await findRunDetail(client, run);
  if (found?.outcome?.kind !== 'found') return null;
  const book = rules.editions.find(({ edition }) => edition.id === found.scope.editionId);
  const texts = getMethodTexts(language, found.method);
  const phrases = buildPhrases(language, { ward: (code) => book?.names.get(code), cluster: (id) => rules.clusters.find((cluster) => cluster.id === id)?.name, category: (code) => code });
  return {
    page: {
      kind: 'analysis', features: found.outcome.features, legend: found.outcome.legend.map(({ tone, drawn, told }) => ({ tone, drawn, label: tell(told, texts, phrases) })), scopePositions: [],
      wardCodes: found.used?.data.wards ?? [],
    },
    editionId: found.scope.editionId, day: found.scope.to, asOf: found.asOf ?? found.createdAt, title: found.name ?? texts.title,
  };
}

/** The map of the page at a path, read with the rights of whoever asks; null for a page that has no map, or that the reader may not see. */
export async function readPageMap(reading: PageReading, path: string): Promise<PageMap | null> {
  const { pathname, searchParams } = new URL(path, 'http://here.invalid');
  const [, page, id = ''] = pathname.split('/');
  if (page === 'map') return readMapPage(reading, searchParams);
  if (page === 'zones') return readZonePage(reading, id);
  return page === 'analysis' ? readAnalysisPage(reading, searchParams.get('run') ?? '') : null;
}
