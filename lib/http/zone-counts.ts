import type { z } from 'zod';
import { listIncidentsInBox, type PlacedIncident } from '../db/box-incidents';
import type { DatabaseClient } from '../db/clients';
import { readWardNames } from '../db/editions';
import { getRuleBook } from '../db/rule-book';
import type { Day } from '../domain/instant';
import { binDays, countDays, shiftDay, suggestUnit } from '../domain/zone-bins';
import type { Zone, ZoneCounts } from '../domain/zone';
import { listBordersNear } from '../geo/area-borders';
import { buildAreaTest } from '../geo/area-test';
import { boxOf } from '../geo/clean-area';
import { compareRates } from '../stats/count-tails';
import { nameWard } from '../rules/rule-book';
import { getEditionArcs } from './edition-arcs';
import type { zoneCountsQuerySchema } from './zone-queries';

/** How far from a zone borders are listed, in metres. */
const BORDER_REACH_METRES = 1_000;

/** Counts the incidents inside a zone that the client may see, over some days and over as many days just before. */
export async function countZone(client: DatabaseClient, zone: Zone, { from, to, category, unit }: z.output<typeof zoneCountsQuerySchema>): Promise<ZoneCounts> {
  const before = { from: shiftDay(from, -countDays(from, to)), to: shiftDay(from, -1) };
  const { asOf, incidents } = await listIncidentsInBox(client, boxOf(zone.geometry), before.from, to, category);
  const covers = buildAreaTest(zone.geometry);
  const inside = incidents.filter(({ position }) => covers(position));
  const now = inside.filter(({ day }) => day >= from);
  return {
    from, to, total: now.length, inBorderZone: now.filter(({ borderZone }) => borderZone).length,
    perCategory: tally(now.map((one) => one.category)).map(([code, count]) => ({ category: code, count })),
    perWard: await tallyWards(client, now),
    bins: binDays(now.map(({ day }) => day), from, to, unit ?? suggestUnit(from, to)),
    before: compare(before, inside.length - now.length, now.length),
    borders: await listBorders(zone),
    asOf,
  };
}

/** How often each comes, most frequent first (ties: in their order). */
function tally(values: readonly string[]): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

async function tallyWards(client: DatabaseClient, incidents: readonly PlacedIncident[]): Promise<ZoneCounts['perWard']> {
  const counts = tally(incidents.map(({ ownerKey }) => ownerKey ?? ''));
  const nameOf = await readWardNames(client, new Set(counts.map(([key]) => key).filter((key) => key !== '')));
  return counts.map(([key, count]) => {
    const [editionId = '', code = ''] = key.split('/');
    return key === '' ? { ward: null, editionId: null, count } : { ward: nameOf(editionId, code), editionId, count };
  });
}

function compare(period: { readonly from: Day; readonly to: Day }, total: number, now: number): ZoneCounts['before'] {
  if (total === 0 && now === 0) return null;
  const { ratio, p, interval: [low, high] } = compareRates(total, 1, now, 1);
  return { ...period, total, ratio, low, high, p };
}

async function listBorders(zone: Zone): Promise<ZoneCounts['borders']> {
  const book = (await getRuleBook()).editions.find(({ edition }) => edition.id === zone.editionId);
  if (book === undefined) return [];
  return listBordersNear(zone.geometry, await getEditionArcs(book), BORDER_REACH_METRES)
    .map(({ wardA, wardB, distanceMetres }) => ({ wards: [nameWard(book, wardA), nameWard(book, wardB)] as const, distanceMetres: Math.round(distanceMetres * 10) / 10 }));
}
