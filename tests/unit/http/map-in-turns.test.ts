import { expect, test } from 'vitest';
import { mapInTurns } from '../../../lib/http/map-in-turns';

test('what waits is let through between any two items, and the order holds', async () => {
  const seen: string[] = [];
  const mapped = await mapInTurns(['a', 'b', 'c'], (item, place) => {
    seen.push(item);
    setImmediate(() => { seen.push(`another after ${item}`); });
    return `${item}${String(place)}`;
  });
  expect(mapped).toEqual(['a0', 'b1', 'c2']);
  expect(seen.slice(0, 5)).toEqual(['a', 'another after a', 'b', 'another after b', 'c']);
});

test('nothing gives nothing', async () => {
  expect(await mapInTurns([], () => 1)).toEqual([]);
});
