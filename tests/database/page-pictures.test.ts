import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as postTrack } from '../../app/api/patrols/[id]/tracks/route';
import { POST as planRoute } from '../../app/api/patrols/route';
import { todayOf } from '../../lib/http/ward-sight';
import { getRuleBook } from '../../lib/db/rule-book';
import type { ExportFile } from '../../lib/domain/export-file';
import type { PageMap } from '../../lib/http/page-map-reading';
import type { PicturePage } from '../../lib/export/picture/picture-page';
import { readPicture } from '../helpers/read-picture';
import { addIncidents, openLane as openRunLane, request as runRequest, routesOf as runsOf, untilEnded } from './support/analysis-town';
import { openLane, type BriefLane } from './support/briefing-town';
import { exportsOf } from './support/export-calls';
import { alongBorder, buildPatrolTown, callAs } from './support/patrol-town';
import { modelBody, programmeCalls } from './support/programme-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { uuid } from './support/town';
import { box, fieldsOf, zoneBody, zoneCalls } from './support/zone-town';

const [ANALYST, VIEWER, ONE, FOUR] = ['analyst@test.local', 'viewer@test.local', 'one@test.local', 'four@test.local'] as const;
const [WALKED, PLANNED, ACTIVE, DRAFT, SMALL, MODEL] = [1, 2, 11, 12, 13, 21] as const;
const COVERAGE = '/patrols?tab=coverage&from=2026-04-20&to=2026-05-10';
let town: TestDatabase;
let files: ReturnType<typeof exportsOf>;
let worker: { lane: BriefLane; failures: unknown[] } | null = null;
let run = '';

const line = (metres: number) => ({ type: 'LineString', coordinates: alongBorder(metres) });
async function expectStatus(answer: Promise<{ status: number; body: unknown }>, status: number): Promise<void> {
  const { status: given, body } = await answer;
  expect(given, JSON.stringify(body)).toBe(status);
}

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addIncidents(town, [101, 102, 103, 104, 105], { status: 'reported', cluster_id: 'trio' });
  files = exportsOf(town);
  const plan = (number: number) => callAs(town, ONE, planRoute, { method: 'POST', body: { id: uuid(number), name: `Tuần tra ${String(number)}`, from: '2026-05-01T20:00:00+07:00', to: '2026-05-01T23:00:00+07:00', wards: ['00001', '00002'], clusterId: 'trio', plan: line(-20), note: 'ghi chú riêng' } });
  for (const number of [WALKED, PLANNED]) await expectStatus(plan(number), 201);
  await expectStatus(callAs(town, ONE, postTrack, { method: 'POST', path: '/?ward=00001', body: line(-20), type: 'application/geo+json', params: { id: uuid(WALKED) } }), 201);
  await town.database.owner`update patrols set status = 'done' where id = ${uuid(WALKED)}`;
  const zones = zoneCalls(() => town);
  await expectStatus(zones.make(ANALYST, zoneBody(ACTIVE, { status: 'active' })), 201);
  await expectStatus(zones.make(ANALYST, zoneBody(DRAFT, { geometry: box(1, 5, 4, 8) })), 201);
  await expectStatus(zones.make(ANALYST, zoneBody(SMALL, { status: 'active', geometry: box(2, 2, 2.4, 2.4) })), 201);
  await expectStatus(programmeCalls(() => town).addModel('admin@test.local', modelBody(MODEL)), 201);
  const lane = openRunLane(town);
  const asked = await runsOf(town).post(ANALYST, runRequest());
  run = (await untilEnded(town, (asked.body as { id: string }).id)).id;
  await lane.lane.end();
});
afterAll(async () => {
  await worker?.lane.end();
  await town.close();
});

const ask = (email: string, path: string, more: object = {}) => files.post(email, { id: randomUUID(), form: 'png', source: { kind: 'page', path }, size: { width: 640, height: 400, dpi: 96 }, ...more });

/** What a picture would be drawn from, as the queue keeps it for whoever asked. */
async function readAsked(email: string, path: string, more: object = {}): Promise<PageMap> {
  const { status, body } = await ask(email, path, more);
  expect(status, JSON.stringify(body)).toBe(202);
  const { id } = body as ExportFile;
  const [row] = await town.database.owner<{ payload: { map: PageMap } }[]>`select payload from export_files where id = ${id}`;
  await files.cancel(email, id);
  return row!.payload.map;
}
const pageAsked = async <K extends PicturePage['kind']>(kind: K, email: string, path: string): Promise<Extract<PicturePage, { kind: K }>> => {
  const { page } = await readAsked(email, path);
  if (page.kind !== kind) throw new Error(page.kind);
  return page as Extract<PicturePage, { kind: K }>;
};
const refused = async (email: string, path: string, more: object = {}): Promise<readonly [number, string | undefined]> => {
  const answer = await ask(email, path, more);
  return [answer.status, fieldsOf(answer)[0]];
};

describe('what a picture is drawn from', () => {
  it('is the coverage that the page lists, with every border of a cluster, gaps alone where the address says so', async () => {
    expect((await pageAsked('coverage', VIEWER, COVERAGE)).coverage.map(({ wards, sides }) => [wards.map(({ code }) => code), sides])).toEqual([[['00001', '00002'], 'one_side']]);
    const ofCluster = await pageAsked('coverage', ONE, `${COVERAGE}&cluster=trio&gaps=1`);
    expect(ofCluster.coverage.map(({ sides }) => sides).sort()).toEqual(['none', 'one_side']);
    expect(ofCluster.pairs).toHaveLength(2);
  });

  it('is a patrol’s route, track and coverage, without the remark', async () => {
    const map = await readAsked(VIEWER, `/patrols/${uuid(WALKED)}`);
    expect(map).toMatchObject({ title: 'Tuần tra 1', outsideTitle: 'Bản đồ độ phủ ranh giới', day: '2026-05-01', editionId: 'grid', page: { isDone: true, wardCodes: ['00001', '00002'] } });
    const { patrol } = await pageAsked('patrol', ONE, `/patrols/${uuid(WALKED)}`);
    expect([patrol?.plan, patrol?.tracks.length]).toEqual([line(-20), 1]);
    expect(JSON.stringify(map)).not.toContain('ghi chú');
  });

  it('is a cluster’s open incidents that the reader may see', async () => {
    expect((await pageAsked('cluster', ANALYST, '/clusters/trio')).points).toHaveLength(5);
    expect((await pageAsked('cluster', FOUR, '/clusters/trio')).points).toEqual([]);
  });

  it('is the named models, without remarks', async () => {
    const map = await readAsked(VIEWER, '/programmes/models');
    expect(map.page).toMatchObject({ kind: 'models', models: [{ id: uuid(MODEL), name: '3 quản, 4 giữ', position: [105.805, 21.005] }] });
    expect(JSON.stringify(map)).not.toContain('ghi riêng');
    expect((await pageAsked('models', ONE, '/programmes/models')).wardCodes).toEqual(expect.arrayContaining(['00001', '00002', '00003']));
  });

  it('is the zones that the reader may see: drafts for those who draw, none where the address hides them', async () => {
    const ids = (page: { zones?: readonly { id: string }[] }) => (page.zones ?? []).map(({ id }) => id).sort();
    expect(ids(await pageAsked('zones', ANALYST, '/zones'))).toEqual([ACTIVE, DRAFT, SMALL].map(uuid).sort());
    expect(ids(await pageAsked('zones', VIEWER, '/zones'))).toEqual([ACTIVE, SMALL].map(uuid).sort());
    expect(ids(await pageAsked('zones', ANALYST, '/zones?status=draft'))).toEqual([uuid(DRAFT)]);
    expect(ids(await pageAsked('map', ANALYST, '/map?period=all'))).toEqual([ACTIVE, SMALL].map(uuid).sort());
    expect(ids(await pageAsked('map', ANALYST, '/map?period=all&hide=zones'))).toEqual([]);
    expect((await pageAsked('map', ANALYST, '/map?period=all&hide=incidents')).points).toEqual([]);
    expect((await pageAsked('map', ANALYST, '/map?period=all')).points).toHaveLength(5);
    expect((await pageAsked('map', FOUR, '/map?period=all')).points).toEqual([]);
  });

  it('is a zone with what happened in and around it in the days of the address', async () => {
    expect((await pageAsked('zone', ANALYST, `/zones/${uuid(ACTIVE)}?from=2026-05-01&to=2026-05-31`)).points.length).toBeGreaterThan(0);
    expect((await pageAsked('zone', ANALYST, `/zones/${uuid(ACTIVE)}?from=2025-05-01&to=2025-05-31`)).points).toEqual([]);
  });

  it('is an analysis with the incidents it looked at and the zones', async () => {
    const page = await pageAsked('analysis', ANALYST, `/analysis?run=${run}`);
    expect([page.cluster, page.scopePositions.length, page.zones?.length]).toEqual(['trio', 5, 3]);
    expect(page.features.length).toBeGreaterThan(0);
  });

  it('bears the day that the page shows', async () => {
    const { timeZone } = await getRuleBook();
    expect((await readAsked(ANALYST, '/clusters/past')).day).toBe('2019-12-31');
    expect((await readAsked(ANALYST, '/clusters/trio')).day <= todayOf({ timeZone })).toBe(true);
  });
});

describe('a page that the reader may not see, or that is none', () => {
  it.each([
    [FOUR, `/patrols/${uuid(WALKED)}`], [FOUR, COVERAGE], [VIEWER, `/zones/${uuid(DRAFT)}`], [FOUR, `/zones/${uuid(ACTIVE)}`],
    [ANALYST, '/patrols/../x'], [ANALYST, `/zones/../patrols/${uuid(WALKED)}`], [ANALYST, '/patrols/%2e%2e/map'], [ANALYST, '/patrols/not-a-uuid'], [ANALYST, '/patrols/new'], [ANALYST, `/patrols/${uuid(WALKED)}/x`],
    [ANALYST, `/patrols/${uuid(999)}`], [ANALYST, '/patrols'], [ANALYST, '/patrols?tab=coverage&from=2020-01-01&to=2026-01-01'], [ANALYST, '/patrols?tab=coverage&cluster=nowhere&from=2026-04-20&to=2026-05-10'],
    [ANALYST, '/clusters'], [ANALYST, '/clusters/nowhere'], [ANALYST, '/clusters/TRIO'], [ANALYST, `/clusters/${'x'.repeat(200)}`], [ANALYST, '/clusters/trio%00'], [ANALYST, "/clusters/trio'--"],
    [ANALYST, '/programmes'], [ANALYST, '/programmes/models/x'], [ANALYST, '/analysis?run=x'], [ANALYST, '/analysis'], [ANALYST, '/zones/zones'], [ANALYST, '/disputes'],
  ])('%s: %s', async (email, path) => {
    const [status, field] = await refused(email, path);
    expect([status, field], path).toEqual([422, 'source.path']);
  });

  it.each(['/x'.padEnd(2_001, 'x'), 'patrols', '//evil.example/map', 'https://evil.example/map', '/\\evil'])('%.40s… is no path', async (path) => {
    expect(await refused(ANALYST, path)).toEqual([400, 'source.path']);
  });

  it('is not for outside: a draft, a zone of one house, a patrol still to be walked', async () => {
    for (const path of [`/zones/${uuid(DRAFT)}`, `/zones/${uuid(SMALL)}`, `/patrols/${uuid(PLANNED)}`]) expect(await refused(ANALYST, path, { masked: true }), path).toEqual([422, 'masked']);
  });
});

describe('the pictures', () => {
  beforeAll(() => { worker = openLane(town); });

  it.each([
    ['/map?period=all', 'Ban-do'], [`/zones/${uuid(ACTIVE)}`, 'Vung'], ['/zones', 'Vung-phan-tich'], [COVERAGE, 'Ban-do-do-phu-ranh-gioi'], [`/patrols/${uuid(WALKED)}`, 'Ban-do-do-phu-ranh-gioi'],
    ['/clusters/trio', 'Cum-trio'], ['/programmes/models', 'Ban-do-cac-mo-hinh'], ['run', ''],
  ])('%s is made in the size asked for, also for outside', async (given, outside) => {
    const path = given === 'run' ? `/analysis?run=${run}` : given;
    for (const masked of [false, true]) {
      const asked = await ask(ANALYST, path, { masked });
      expect(asked.status, JSON.stringify(asked.body)).toBe(202);
      const file = await files.untilMade(ANALYST, (asked.body as ExportFile).id);
      expect([file.state, file.failure]).toEqual(['done', null]);
      if (masked && outside !== '') expect(file.fileName).toMatch(new RegExp(`^${outside}_\\d{4}-\\d{2}-\\d{2}_ngoai\\.png$`));
      const { bytes, type } = await files.content(ANALYST, file.id);
      const picture = readPicture(bytes);
      expect([type, picture.width, picture.height]).toEqual(['image/png', 640, 400]);
      expect(new Set(Array.from({ length: 4_000 }, (_, i) => picture.at((i * 37) % 640, (i * 53) % 400).join())).size).toBeGreaterThan(12);
    }
    expect(worker?.failures).toEqual([]);
  });
});
