import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBackend } from '../../lib/db/backend';
import { countReplayed, readReplayPages } from '../../lib/db/replay';
import { getRuleBook } from '../../lib/db/rule-book';
import type { DatabaseClient } from '../../lib/db/clients';
import { createVisitorClient } from '../../lib/db/clients';
import type { Day, Instant } from '../../lib/domain/instant';
import type { SimulationLine } from '../../lib/domain/simulation';
import { simulate, streamLines } from '../../lib/http/simulation-stream';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { buildTown, importIncidents, incidentRow, uuid } from './support/town';

const [FROM, TO] = ['2023-03-01' as Day, '2023-03-31' as Day];
/** More than one page. */
const MANY = 2_300;
let town: TestDatabase;

beforeAll(async () => {
  town = await openTestDatabase();
  useBackend(town.api);
  await buildTown(town);
  await importIncidents(town.service, [
    // Days are Viet Nam's: 17:00 UTC is their midnight.
    incidentRow(1, { occurred_at: '2023-02-28T16:59:59Z' }), incidentRow(2, { occurred_at: '2023-02-28T17:00:00Z', detected_by_code: '00002', detected_at: '2023-02-28T17:30:00Z' }),
    incidentRow(3, { occurred_at: '2023-03-31T16:59:59Z', owner_code: '00003' }), incidentRow(4, { occurred_at: '2023-03-31T17:00:00Z' }),
    incidentRow(5, { occurred_at: '2023-03-10T00:00:00Z', owner_code: null, ownership_status: 'outside', candidate_codes: [], lead_code: null, lead_reason: 'outside', lon: 9 }),
  ]);
  await town.database.owner`insert into incident_detections (incident_id, ward_code, detected_at) values (${uuid(2)}, '00001', '2023-02-28T17:05:00Z')`;
});
afterAll(() => town.close());

async function read(client: DatabaseClient, from = FROM, to = TO) {
  const pages = [];
  for await (const page of readReplayPages(client, from, to)) pages.push(page);
  return pages;
}
const numbers = (pages: Awaited<ReturnType<typeof read>>) => pages.flat().map(({ id }) => Number(id.slice(-12)));

describe('reading what is to be replayed', () => {
  it('gives the days of the period, both included, oldest first, with every detection', async () => {
    const pages = await read(await town.clientOf('analyst@test.local'));
    expect(numbers(pages)).toEqual([2, 5, 3]);
    expect(pages.flat()[0]).toMatchObject({ leadCode: '00001', leadReason: 'owner', position: [0.5, 0.5], detections: [{ wardCode: '00002' }, { wardCode: '00001' }] });
    expect(pages.flat()[0]?.detections.map(({ at }) => Date.parse(at ?? ''))).toEqual([Date.parse('2023-02-28T17:30:00Z'), Date.parse('2023-02-28T17:05:00Z')]);
    expect(pages.flat()[1]).toMatchObject({ leadCode: null, detections: [] });
  });

  it('gives an officer what he may see, and counts the same', async () => {
    const officer = await town.clientOf('officer3@test.local');
    expect(numbers(await read(officer))).toEqual([3]);
    expect([await countReplayed(officer, FROM, TO), await countReplayed(town.service, FROM, TO)]).toEqual([1, 3]);
  });

  it('gives a visitor nothing', async () => {
    await expect(read(createVisitorClient(town.api))).rejects.toThrow(/permission denied|not find the function/);
  });
});

describe('a simulation as a stream', () => {
  const request = { from: '2024-01-01' as Day, to: '2024-01-31' as Day, change: { widthMetres: 0 } };
  beforeAll(async () => {
    const occurredAt = (number: number) => new Date(Date.UTC(2024, 0, 2) + Math.floor(number / 3) * 60_000).toISOString();
    // 50 m on ward 1's side of the border with ward 2, at the same minute in threes; ward 2 detected every other one.
    await importIncidents(town.service, Array.from({ length: MANY }, (_, place) => incidentRow(1_000 + place, {
      occurred_at: occurredAt(place), lon: 1 - 50 / 111_320, lat: 0.1, border_zone: true, cluster_id: 'pair',
      ...(place % 2 === 0 ? { detected_by_code: '00002', lead_code: '00002', lead_reason: 'first_detector' } : { lead_reason: 'no_member_detected' }),
    })));
  });
  const linesOf = async (lines: AsyncIterable<SimulationLine>) => {
    const all: SimulationLine[] = [];
    for await (const line of lines) all.push(line);
    return all;
  };
  const start = async (client: DatabaseClient) => simulate(client, await getRuleBook(), request, '2026-11-22T00:00:00Z' as Instant);

  it('tells how far it is, never backwards, and ends with the result', async () => {
    const lines = await linesOf(await start(town.service));
    const progress = lines.flatMap((line) => ('progress' in line ? [line.progress] : []));
    expect([progress[0], progress.at(-1), progress.length > 10]).toEqual([0, 1, true]);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(lines.at(-1)).toMatchObject({ result: { incidents: MANY, inZoneBefore: MANY, inZoneAfter: 0, moved: MANY / 2, unknown: MANY / 2, recordedDiffers: { byOverride: 0, otherwise: 0 } } });
    const last = lines.at(-1);
    if (last === undefined || !('result' in last)) throw new Error('no result');
    expect(new Set(last.result.movedIds).size).toBe(MANY / 2);
    expect(last.result.byPair).toMatchObject([{ from: { code: '00002', name: 'Phường Đại Kim', editionId: 'old' }, to: { code: '00001' }, count: MANY / 2 }]);
  });

  it('stops reading when the reader goes away', async () => {
    const lines = await start(town.service);
    const reader = streamLines(lines, () => undefined).getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"progress":0}\n');
    await reader.cancel();
    expect(await lines.next()).toEqual({ value: undefined, done: true });
  });

  it('says so in its last line when the server breaks, and tells the log why', async () => {
    const failures: unknown[] = [];
    const visitor = createVisitorClient(town.api);
    const text = await new Response(streamLines(await start(visitor), (error) => failures.push(error))).text();
    expect(text.trim().split('\n').map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(['progress', 'failed']);
    expect(String(failures[0])).toContain('counting incidents to replay');
    expect(text).not.toContain('permission');
  });
});
