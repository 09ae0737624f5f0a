import { setImmediate as nextTurn } from 'node:timers/promises';

/** Maps a list one item a turn of the event loop, so that work of seconds lets other requests through between any two items. */
export async function mapInTurns<T, R>(items: readonly T[], map: (item: T, place: number) => R): Promise<R[]> {
  const mapped: R[] = [];
  for (const [place, item] of items.entries()) {
    if (place > 0) await nextTurn();
    mapped.push(map(item, place));
  }
  return mapped;
}
