import type { BoundaryEdition, Cluster, WardName } from '../domain/boundary';
import { dayOf, isInForce, type Day } from '../domain/instant';
import type { WardIndex } from '../geo/ward-index';
import { listAgreements, type Agreement } from './agreement';
import { widestZoneMetres } from './border-zone';
import { listFocusAreaTests, type FocusAreaTest } from './focus-area';

/** One edition ready for questions: its dates, its index, its wards' names. */
export interface EditionBook {
  readonly edition: BoundaryEdition;
  readonly index: WardIndex;
  readonly names: ReadonlyMap<string, string>;
}

/** What is in force on one day: the edition, the agreements, their focus areas. */
export interface DayRules {
  readonly book: EditionBook;
  readonly agreements: readonly Agreement[];
  readonly focusAreas: readonly FocusAreaTest[];
  readonly searchWidthMetres: number;
}

/** Everything needed to assess a point at any time: editions, clusters, the city's default width, the time zone of its days. */
export interface RuleBook {
  readonly editions: readonly EditionBook[];
  readonly clusters: readonly Cluster[];
  readonly defaultWidthMetres: number;
  readonly timeZone: string;
  /** Rules by day, filled as days are asked for. */
  readonly days: Map<Day, DayRules | null>;
  /** The same rules by what is in force: most days differ from the one before in nothing. */
  readonly compiled: Map<string, DayRules>;
}

/** Most days remembered at once; a ten-year replay fits. */
const REMEMBERED_DAYS = 5_000;

/** Binds editions, clusters and settings to a rule book. */
export function buildRuleBook(parts: Omit<RuleBook, 'days' | 'compiled'>): RuleBook {
  return { ...parts, days: new Map(), compiled: new Map() };
}

/** The rules in force at an instant; null when no edition covers its day. */
export function findDayRules(rules: RuleBook, at: string): DayRules | null {
  const day = dayOf(at, rules.timeZone);
  const known = rules.days.get(day);
  if (known !== undefined) return known;
  if (rules.days.size >= REMEMBERED_DAYS) rules.days.clear();
  const found = compileDay(rules, day);
  rules.days.set(day, found);
  return found;
}

function compileDay(rules: RuleBook, day: Day): DayRules | null {
  const book = rules.editions.find(({ edition }) => isInForce({ from: edition.effectiveFrom, to: edition.effectiveTo }, day));
  if (book === undefined) return null;
  const agreements = listAgreements(rules.clusters, book.edition.id, day);
  const key = `${book.edition.id} ${agreements.map((one) => describeAgreement(one, day)).join(' ')}`;
  const known = rules.compiled.get(key);
  if (known !== undefined) return known;
  const compiled: DayRules = {
    book,
    agreements,
    focusAreas: listFocusAreaTests(agreements, book.index, day),
    searchWidthMetres: widestZoneMetres(agreements, rules.defaultWidthMetres),
  };
  rules.compiled.set(key, compiled);
  return compiled;
}

/** Everything about an agreement that can differ from one day to another. */
function describeAgreement({ cluster, regulation, memberCodes, leadWardCode }: Agreement, day: Day): string {
  const areas = cluster.focusAreas.flatMap((area, place) => (isInForce(area, day) ? [place] : []));
  return JSON.stringify([cluster.id, regulation.version, regulation.from, [...memberCodes], leadWardCode, areas]);
}

/** The name of a ward in an edition; its code when the edition does not know it. */
export function nameWard(book: EditionBook, code: string): WardName {
  return { code, name: book.names.get(code) ?? code };
}
