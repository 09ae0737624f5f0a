import type { Position } from 'geojson';
import { GET as getZone, PATCH as patchZone } from '../../../app/api/zones/[id]/route';
import { GET as getCounts } from '../../../app/api/zones/[id]/counts/route';
import { POST as postSplit } from '../../../app/api/zones/[id]/split/route';
import { GET as getVersions } from '../../../app/api/zones/[id]/versions/route';
import { POST as postMerge } from '../../../app/api/zones/merge/route';
import { GET as listRoute, POST as makeRoute } from '../../../app/api/zones/route';
import type { ZonePage } from '../../../lib/domain/zone';
import { callAs } from './patrol-town';
import type { TestDatabase } from './test-database';
import { uuid } from './town';

/** A box in thousandths of a degree from the south-west corner of the town of patrols, whose wards are 10 wide: ward 1 is 0 to 10. */
export const boxRing = (west: number, south: number, east: number, north: number): Position[] => {
  const at = (x: number, y: number): Position => [Number((105.8 + x / 1000).toFixed(7)), Number((21 + y / 1000).toFixed(7))];
  return [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)];
};
export const box = (west: number, south: number, east: number, north: number) => ({ type: 'Polygon', coordinates: [boxRing(west, south, east, north)] });

/** Body of a zone across the border of wards 1 and 2. */
export const zoneBody = (number: number, more: object = {}) => ({
  id: uuid(number), name: `Vùng ${number}`, kind: 'hotspot', geometry: box(8, 2, 12, 6), editionId: 'grid', validFrom: '2026-01-01', validTo: null, evidence: 'ba vụ trong một tuần', ...more,
});

/** The routes of zones, called as accounts of a town. */
export function zoneCalls(town: () => TestDatabase) {
  const one = (email: string, handler: unknown, number: number, more: object = {}) => callAs(town(), email, handler, { params: { id: uuid(number) }, ...more });
  return {
    make: (email: string, body: unknown) => callAs(town(), email, makeRoute, { method: 'POST', body }),
    list: (email: string, query = '') => callAs(town(), email, listRoute, { path: `/?${query}` }),
    read: (email: string, number: number) => one(email, getZone, number),
    change: (email: string, number: number, body: unknown) => one(email, patchZone, number, { method: 'PATCH', body }),
    versions: (email: string, number: number) => one(email, getVersions, number),
    counts: (email: string, number: number, query: string) => one(email, getCounts, number, { path: `/?${query}` }),
    split: (email: string, number: number, body: unknown) => one(email, postSplit, number, { method: 'POST', body }),
    merge: (email: string, body: unknown) => callAs(town(), email, postMerge, { method: 'POST', body }),
    historyOf: async (number: number): Promise<string[]> =>
      (await town().database.owner<{ kind: string }[]>`select kind from zone_history where zone_id = ${uuid(number)} order by id`).map(({ kind }) => kind),
  };
}

export const pageOf = (answer: { body: unknown }) => answer.body as ZonePage;
export const fieldsOf = (answer: { body: unknown }) => ((answer.body as { errors?: { field: string }[] }).errors ?? []).map(({ field }) => field);
