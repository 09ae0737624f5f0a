import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BriefingDetail } from '../../lib/domain/briefing';
import type { ExportFile } from '../../lib/domain/export-file';
import type { BriefingPresentation } from '../../lib/messages/briefing/presented-slide';
import { addYear, briefingOf, detailOf, openLane, request, routesOf, untilSettled, type BriefLane } from './support/briefing-town';
import { exportsOf } from './support/export-calls';
import { buildPatrolTown } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';
import { importIncidents, uuid } from './support/town';

const ANALYST = 'analyst@test.local';
const VIEWER = 'viewer@test.local';
/** What was written about the incident of the last day, and about one of ward 4 that ward 2 leads: on the slide of open items, out of sight of wards 1 and 3. */
const LAST = 'vụ số 0';
const BEYOND = 'chữ của phường bốn';
let town: TestDatabase;
let routes: ReturnType<typeof routesOf>;
let files: ReturnType<typeof exportsOf>;
let worker: { lane: BriefLane; failures: unknown[] };
let shown: BriefingDetail;
let silent: BriefingDetail;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addYear(town);
  await importIncidents(town.service, [{
    id: uuid(700), category: 'theft', occurred_at: '2026-05-30T03:00:00Z', reported_at: '2026-05-30T04:00:00Z', lon: 105.835, lat: 21.005, edition_id: 'grid', ownership_status: 'inside', owner_code: '00004', candidate_codes: ['00004'],
    neighbours: [], border_zone: false, junction: false, width_metres: 100, lead_code: '00002', lead_reason: 'decision', assist_codes: [], on_request_codes: [], lead_trace: [], minutes: { confirm_lead: 30, resolve: 4320 }, status: 'reported', summary: BEYOND, cluster_id: null,
  }]);
  [routes, files, worker] = [routesOf(town), exportsOf(town), openLane(town)];
  shown = await untilSettled(town, briefingOf(await routes.post(ANALYST, request({ showsText: true }))).id);
  silent = await untilSettled(town, briefingOf(await routes.post(ANALYST, request())).id);
});
afterAll(async () => {
  await worker.lane.end();
  await town.close();
});

/** Everything of a presentation but its drawings, and its drawings. */
async function presented(email: string, id: string): Promise<{ words: string; maps: string; slides: BriefingPresentation['slides'] }> {
  const { maps, ...rest } = (await routes.present(email, id)).body as BriefingPresentation;
  return { words: JSON.stringify(rest), maps: JSON.stringify(maps), slides: rest.slides };
}

/** Every text within a file: its archive's parts, and the parts of workbooks inside it. */
function textsIn(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes)).map(([name, content]) => (name.endsWith('.xlsx') ? textsIn(content) : /\.(xml|rels)$/.test(name) ? strFromU8(content) : '')).join('\n');
}

async function make(email: string, form: 'xlsx' | 'pptx', masked = false): Promise<string> {
  const asked = await files.post(email, { form, masked, source: { kind: 'briefing', id: shown.id } });
  const file = await files.untilMade(email, (asked.body as ExportFile).id);
  expect(file.state, file.failure ?? '').toBe('done');
  return textsIn((await files.content(email, file.id)).bytes);
}

describe('free text of incidents', () => {
  it('stands under the rows of the slides that list them, of no others, and never in a drawing', async () => {
    const { slides, maps } = await presented(ANALYST, shown.id);
    const found = slides.flatMap(({ id, tables }) => tables.flatMap(({ id: table, rows, texts }) => (texts === undefined ? [] : [{ id, table, sameLength: texts.length === rows.length, texts }])));
    expect(found).toEqual([
      { id: 'last_day', table: 'incidents', sameLength: true, texts: [LAST] },
      { id: 'open_items', table: 'steps', sameLength: true, texts: expect.arrayContaining([LAST, BEYOND]) },
    ]);
    expect(Object.values(detailOf(await routes.get(ANALYST, shown.id)).texts ?? {}).sort()).toEqual([BEYOND, LAST].sort());
    expect(maps).not.toMatch(/vụ số|phường bốn/);
  });

  it.each([
    [ANALYST, [LAST, BEYOND]], ['commander@test.local', [LAST, BEYOND]], ['admin@test.local', [LAST, BEYOND]], [VIEWER, []],
    // An officer reads what the policy of incidents shows: own ward, its cluster, and what the own ward leads.
    ['one@test.local', [LAST]], ['two@test.local', [LAST, BEYOND]], ['three@test.local', [LAST]],
  ] as const)('%s reads %j of them', async (email, expected) => {
    const { words, maps } = await presented(email, shown.id);
    expect([LAST, BEYOND].filter((text) => words.includes(text))).toEqual(expected);
    const texts = detailOf(await routes.get(email, shown.id)).texts;
    expect(texts === null ? [] : [LAST, BEYOND].filter((text) => Object.values(texts).includes(text))).toEqual(expected);
    const raw = await (await town.clientOf(email)).rpc('find_briefing', { briefing: shown.id });
    expect([LAST, BEYOND].filter((text) => JSON.stringify(raw.data).includes(text))).toEqual(expected);
    expect(maps).not.toMatch(/vụ số|phường bốn/);
  });

  it('is not shown where the snapshot does not say so; the switch takes effect either way, without a new digest', async () => {
    expect((await presented(ANALYST, silent.id)).words).not.toContain(LAST);
    const on = briefingOf(await routes.patch(ANALYST, silent.id, { version: silent.version, showsText: true }));
    expect((await presented(ANALYST, silent.id)).words).toContain(LAST);
    expect((await presented(VIEWER, silent.id)).words).not.toContain(LAST);
    const off = briefingOf(await routes.patch(ANALYST, silent.id, { version: on.version, showsText: false }));
    expect((await presented(ANALYST, silent.id)).words).not.toContain(LAST);
    expect([on.digest, off.digest]).toEqual([silent.digest, silent.digest]);
  });

  it.each(['xlsx', 'pptx'] as const)('goes into %s of who may read it, not into one of a viewer, nor into one for outside', async (form) => {
    const [own, viewers, outside] = [await make(ANALYST, form), await make(VIEWER, form), await make(ANALYST, form, true)];
    expect(own).toContain(LAST);
    expect(own).toContain('Nội dung vụ việc');
    for (const text of [viewers, outside]) expect(text).not.toMatch(/vụ số|phường bốn|Nội dung vụ việc/);
    const kept = await town.database.owner`select 1 from export_files where payload::text like ${`%${LAST}%`}`;
    expect(kept).toHaveLength(0);
  });
});
