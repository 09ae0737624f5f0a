import { NO_CODE, readUuid, type PointColumns } from '../domain/point-columns';
import type { OwnerColumns } from '../domain/owner-columns';
import { locateWard } from '../geo/locate-ward';
import type { WardIndex } from '../geo/ward-index';
import type { EditionBook } from '../rules/rule-book';
import { mapInTurns } from './map-in-turns';

/** Incidents located between two turns of the server's loop: about 10 ms. */
const A_TURN = 2_000;

/** What is known of an edition at one width: owner and nearest other ward by incident, as `owner × 65,536 + neighbour`. */
type Located = Map<string, number>;

/** A recorded incident never moves, so what was found for one reader holds for all; it goes with the index when an edition is loaded anew. */
const known = new WeakMap<WardIndex, Map<number, Located>>();

function locatedOf(index: WardIndex, widthMetres: number): Located {
  const byWidth = known.get(index) ?? new Map<number, Located>();
  known.set(index, byWidth);
  const located = byWidth.get(widthMetres) ?? new Map<string, number>();
  byWidth.set(widthMetres, located);
  return located;
}

function locate({ index }: EditionBook, position: readonly [number, number], widthMetres: number): number {
  const { ownerCode, neighbours } = locateWard(index, position, widthMetres);
  const numberOf = (code: string | undefined | null): number => (code === undefined || code === null ? NO_CODE : (index.numberOfCode.get(code) ?? NO_CODE));
  return numberOf(ownerCode) * 65_536 + numberOf(neighbours[0]?.code);
}

/**
 * Which ward of an edition covers each incident, whenever it occurred, and which other ward is nearest within a width in metres.
 *
 * Limits: `points` holds what the reader may see, and nothing else goes into the answer. Lets other requests through as it works.
 */
export async function findOwnersIn(book: EditionBook, points: PointColumns, widthMetres: number): Promise<OwnerColumns> {
  const located = locatedOf(book.index, widthMetres);
  const owners = new Uint16Array(points.count);
  const neighbours = new Uint16Array(points.count);
  const turns = Array.from({ length: Math.ceil(points.count / A_TURN) }, (_, turn) => turn * A_TURN);
  await mapInTurns(turns, (first) => {
    for (let row = first; row < Math.min(points.count, first + A_TURN); row++) {
      const id = readUuid(points.ids, row);
      const found = located.get(id) ?? locate(book, [points.longitudes[row] ?? NaN, points.latitudes[row] ?? NaN], widthMetres);
      located.set(id, found);
      owners[row] = Math.floor(found / 65_536);
      neighbours[row] = found % 65_536;
    }
  });
  return {
    count: points.count, version: points.version, edition: book.edition.id, widthMetres, ids: points.ids, owners, neighbours,
    wards: book.index.wards.map(({ code }) => `${book.edition.id}/${code}`),
  };
}
