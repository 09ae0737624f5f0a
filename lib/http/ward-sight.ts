import { getRuleBook } from '../db/rule-book';
import type { Session } from '../db/session';
import { dayOf, isInForce, type Day } from '../domain/instant';
import { findOwner } from '../geo/locate-ward';
import { boxOf } from '../geo/clean-area';
import type { Bbox, LngLat } from '../geo/types';
import type { EditionBook, RuleBook } from '../rules/rule-book';
import { listSpokenWards } from './spoken-wards';

/** Wards of one edition that are looked at. */
export interface WardScope {
  readonly book: EditionBook;
  /** Null = every ward of the edition, and with the incidents also what lies in none. */
  readonly codes: ReadonlySet<string> | null;
  readonly clusterId: string | null;
}

/** The calendar day now. */
export const todayOf = ({ timeZone }: Pick<RuleBook, 'timeZone'>): Day => dayOf(new Date().toISOString(), timeZone);

/** The edition in force on a day, else the latest. @throws when there is none at all. */
export function bookOn({ editions }: RuleBook, day: Day): EditionBook {
  const inForce = editions.find(({ edition }) => isInForce({ from: edition.effectiveFrom, to: edition.effectiveTo }, day));
  const latest = inForce ?? [...editions].sort((a, b) => (a.edition.effectiveFrom < b.edition.effectiveFrom ? 1 : -1))[0];
  if (latest === undefined) throw new Error('no boundary edition is loaded');
  return latest;
}

/** The wards of a cluster, every one that was ever a member, in its edition; undefined when there is no such cluster. */
export function clusterScope(rules: RuleBook, clusterId: string): WardScope | undefined {
  const cluster = rules.clusters.find(({ id }) => id === clusterId);
  const book = rules.editions.find(({ edition }) => edition.id === cluster?.editionId);
  return cluster === undefined || book === undefined ? undefined : { book, codes: new Set(cluster.members.map(({ wardCode }) => wardCode)), clusterId };
}

/** The wards named by their keys, all of one edition; undefined when that is not loaded. */
export function wardScope(rules: RuleBook, keys: readonly string[]): WardScope | undefined {
  const book = rules.editions.find(({ edition }) => edition.id === keys[0]?.split('/')[0]);
  return book === undefined ? undefined : { book, codes: new Set(keys.map((key) => key.split('/')[1] ?? '')), clusterId: null };
}

/** The codes of a scope: those named, or all of its edition, by code. */
export const codesOf = ({ book, codes }: WardScope): string[] => (codes === null ? book.index.wards.map(({ code }) => code) : [...codes].sort());

/** Whose ward a position lies in by today's lines of the scope; null when in none. */
export const ownerIn = ({ book }: WardScope, position: LngLat): string | null => findOwner(book.index, position).ownerCode;

/** Degrees around a ward: an incident in a gap of the source belongs to the nearest ward within 30 m. */
const MARGIN = 0.001;

/** The box around the wards of a scope. */
export function scopeBox(scope: WardScope): Bbox {
  const named = scope.codes;
  const boxes = scope.book.index.wards.filter(({ code }) => named === null || named.has(code)).flatMap(({ geometry }) => (geometry === null ? [] : [boxOf(geometry)]));
  const edge = (place: 0 | 1 | 2 | 3, pick: (...numbers: number[]) => number, none: number): number => (boxes.length === 0 ? none : pick(...boxes.map((box) => box[place])));
  return [edge(0, Math.min, 0) - MARGIN, edge(1, Math.min, 0) - MARGIN, edge(2, Math.max, 0) + MARGIN, edge(3, Math.max, 0) + MARGIN];
}

/** Codes of an edition whose wards an account may know of: null = all; an officer's own and the fellow members of the clusters in force. */
export async function wardsInSight(session: Session, book: EditionBook): Promise<ReadonlySet<string> | null> {
  if (session.role !== 'officer') return null;
  const rules = await getRuleBook();
  const today = todayOf(rules);
  const own = listSpokenWards(session, book.edition, today);
  const fellows = rules.clusters
    .filter((cluster) => cluster.editionId === book.edition.id && isInForce({ from: cluster.termFrom, to: cluster.termTo }, today))
    .map(({ members }) => members.filter((member) => isInForce(member, today)).map(({ wardCode }) => wardCode))
    .filter((codes) => codes.some((code) => own.includes(code)));
  return new Set([...own, ...fellows.flat()]);
}
