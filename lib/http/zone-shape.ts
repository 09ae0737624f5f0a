import type { ZoneShape } from '../db/zone-changes';
import { getRuleBook } from '../db/rule-book';
import type { ZoneGeometry } from '../domain/zone';
import { listAreaShares } from '../geo/area-shares';
import { boxOf, cleanArea, CORNER_DECIMALS } from '../geo/clean-area';
import { areaOf } from '../geo/ellipsoid-area';
import type { Bbox } from '../geo/types';
import { extentOf, findZoneFault } from '../geo/zone-faults';
import type { EditionBook } from '../rules/rule-book';

/** A shape checked and measured, or what is wrong with it. */
export type ShapeCheck = { readonly kind: 'ok'; readonly shape: ZoneShape } | { readonly kind: 'fault'; readonly reason: string };

const extents = new WeakMap<EditionBook, Bbox>();

/** An edition and the box of its wards; undefined for one that does not exist. */
export async function findEditionExtent(editionId: string): Promise<{ readonly book: EditionBook; readonly extent: Bbox } | undefined> {
  const book = (await getRuleBook()).editions.find(({ edition }) => edition.id === editionId);
  const extent = book === undefined ? null : (extents.get(book) ?? extentOf(book.index.wards));
  if (book === undefined || extent === null) return undefined;
  extents.set(book, extent);
  return { book, extent };
}

/** Cleans a shape, looks for faults, and measures which wards of an edition it touches. `decimals`: of what it was cut from. */
export function checkZoneShape(given: ZoneGeometry, { book, extent }: { readonly book: EditionBook; readonly extent: Bbox }, decimals = CORNER_DECIMALS): ShapeCheck {
  const geometry = cleanArea(given, decimals);
  if (geometry === null) return { kind: 'fault', reason: 'has no area: fewer than three corners, or under 1 m²' };
  const reason = findZoneFault(geometry, extent);
  if (reason !== null) return { kind: 'fault', reason };
  const shares = listAreaShares(geometry, book.index.wards);
  if (shares.length === 0) return { kind: 'fault', reason: 'touches no ward of this edition' };
  return { kind: 'ok', shape: { geometry: geometry as ZoneGeometry, areaSquareMetres: areaOf(geometry), bbox: boxOf(geometry), shares } };
}
