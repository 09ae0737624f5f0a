import type { DatabaseClient } from '../db/clients';
import type { Session } from '../db/session';
import { listZones, type ZoneFilter } from '../db/zones';
import { dayOf, type Day, type Instant } from '../domain/instant';
import { POINT_FLAGS, readUuid, type PointColumns } from '../domain/point-columns';
import type { Zone } from '../domain/zone';
import type { PagePoint, PicturePage } from '../export/picture/picture-page';
import type { Language } from '../format/language';
import type { DrawnZone } from '../layers/zone-layer';
import type { RuleBook } from '../rules/rule-book';
import { listClustersAt } from '../view/in-force';
import { isOpenAt, isOverdueAt } from '../view/overdue';
import { listSpokenWards } from './spoken-wards';

/** The map of a page as whoever asks may see it, ready to be drawn later without asking anybody. */
export interface PageMap {
  readonly page: PicturePage;
  readonly editionId: string;
  /** The day whose boundaries are drawn. */
  readonly day: Day;
  readonly asOf: Instant;
  readonly title: string;
  /** The title of a picture for outside the building: without what somebody wrote. */
  readonly outsideTitle: string;
}

/** What reading a page's map needs. */
export interface PageReading {
  readonly client: DatabaseClient;
  readonly session: Session;
  readonly rules: RuleBook;
  readonly nowMs: number;
  readonly language: Language;
}

/** Reads the map of a page; null where there is none, or the reader may not see it. `id` is the last part of the address, if it names something. */
export type PageReader = (reading: PageReading, search: URLSearchParams, id: string) => Promise<PageMap | null>;

/** As many zones as the pages ask for at once. */
const MOST_ZONES = 500;

/** The day that the pages call today. */
export const readToday = ({ nowMs, rules }: Pick<PageReading, 'nowMs' | 'rules'>): Day => dayOf(new Date(nowMs).toISOString(), rules.timeZone);
/** Seconds since 1970 as an instant. */
export const asInstant = (seconds: number): Instant => new Date(seconds * 1_000).toISOString() as Instant;

/** The incidents of rows as a picture shows them; late as they stand at an instant. */
export const toPagePoints = (points: PointColumns, rows: Iterable<number>, nowSeconds: number): PagePoint[] => Array.from(rows, (row) => ({
  id: readUuid(points.ids, row), position: [points.longitudes[row] ?? 0, points.latitudes[row] ?? 0], category: points.dictionaries.categories[points.categories[row] ?? 0] ?? 'other',
  borderZone: ((points.flags[row] ?? 0) & POINT_FLAGS.borderZone) !== 0, resolved: !isOpenAt(points, row), late: isOverdueAt(points, row, nowSeconds),
}));

/** A zone as a map shows it. */
export const toDrawnZone = ({ id, name, kind, geometry, status }: Zone): DrawnZone => ({ id, name, kind, geometry, state: status });

/** The zones that the reader may see. */
export const listSeenZones = ({ client }: Pick<PageReading, 'client'>, filter: ZoneFilter = {}): Promise<Zone[]> => listZones(client, filter, MOST_ZONES);

/** The wards that pages show at first: the reader's own and those of its clusters, or the first cluster's for who serves no ward. */
export function listHomeWards({ session, rules }: PageReading, editionId: string, day: Day): readonly string[] {
  const edition = rules.editions.find((one) => one.edition.id === editionId)?.edition;
  const own = edition === undefined ? [] : listSpokenWards(session, edition, day);
  const members = listClustersAt(rules.clusters, editionId, day, rules.defaultWidthMetres).map(({ memberCodes }) => memberCodes);
  return own.length === 0 ? (members[0] ?? []) : [...own, ...members.filter((codes) => codes.some((code) => own.includes(code))).flat()];
}
