import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maskContent } from '../../lib/briefing/mask-content';
import { getRuleBook } from '../../lib/db/rule-book';
import type { BriefingDetail } from '../../lib/domain/briefing';
import type { ExportFile } from '../../lib/domain/export-file';
import type { BriefingPresentation } from '../../lib/messages/briefing/presented-slide';
import { addYear, briefingOf, openLane, request, routesOf, untilSettled, type BriefLane } from './support/briefing-town';
import { exportsOf } from './support/export-calls';
import { buildPatrolTown } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';

const ANALYST = 'analyst@test.local';
const VIEWER = 'viewer@test.local';
let town: TestDatabase;
let files: ReturnType<typeof exportsOf>;
let worker: { lane: BriefLane; failures: unknown[] };
let briefing: BriefingDetail;

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addYear(town);
  files = exportsOf(town);
  worker = openLane(town);
  briefing = await untilSettled(town, briefingOf(await routesOf(town).post(ANALYST, request())).id);
});
afterAll(async () => {
  await worker.lane.end();
  await town.close();
});

const make = async (wish: object, email = ANALYST): Promise<ExportFile> => {
  const asked = await files.post(email, { source: { kind: 'briefing', id: briefing.id }, ...wish });
  expect(asked.status).toBe(202);
  return files.untilMade(email, (asked.body as ExportFile).id);
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('files', () => {
  it.each([['pptx', 'PK'], ['pdf', '%PDF'], ['xlsx', 'PK']] as const)('%s is made of a briefing, the same bytes twice', async (form, head) => {
    const first = await make({ form });
    expect([first.state, first.failure]).toEqual(['done', null]);
    expect(first.fileName).toBe(`${briefing.number}.${form}`);
    const { status, bytes } = await files.content(ANALYST, first.id);
    expect([status, text(bytes).slice(0, head.length), bytes.byteLength]).toEqual([200, head, first.bytes]);
    expect((await make({ form })).digest).toBe(first.digest);
  });

  it('png is made of a slide and of the map page, in the size asked for', async () => {
    for (const source of [{ kind: 'slide', id: briefing.id, slide: 'last_day' }, { kind: 'page', path: '/map?period=all&c=105.81,21.005,13' }]) {
      const file = await make({ form: 'png', source, size: { width: 800, height: 600, dpi: 192 } });
      expect(file.state, file.failure ?? '').toBe('done');
      const { bytes, type } = await files.content(ANALYST, file.id);
      expect(type).toBe('image/png');
      const view = new DataView(bytes.buffer);
      expect([view.getUint32(16), view.getUint32(20)]).toEqual([800, 600]);
    }
  });

  it('hold nothing of single incidents when they are for outside', async () => {
    const masked = maskContent(briefing.content!, await getRuleBook(), briefing.id, briefing.asOf);
    const kept = JSON.stringify(masked);
    for (const { position, id } of briefing.content!.slides.flatMap(({ map }) => map?.points ?? [])) {
      expect(masked.slides.flatMap(({ map }) => map?.points ?? []).map((point) => point.position)).not.toContainEqual(position);
      expect(masked.slides.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))).not.toContain(id);
    }
    expect(kept).not.toContain('"drawn":"dot","findingId"');
    expect(masked.slides[1]?.claim.values).toMatchObject({ count: '<5', most: '<5' });
    const file = await make({ form: 'xlsx', masked: true });
    expect([file.state, file.fileName]).toEqual(['done', `${briefing.number}_ngoai.xlsx`]);
  });

  it('belong to whoever asked: nobody else sees or stops them', async () => {
    const file = await make({ form: 'xlsx' }, VIEWER);
    for (const email of [ANALYST, 'admin@test.local', 'one@test.local']) {
      expect((await files.get(email, file.id)).status).toBe(404);
      expect((await files.content(email, file.id)).status).toBe(404);
      expect((await files.cancel(email, file.id)).status).toBe(404);
      const client = await town.clientOf(email);
      expect((await client.from('export_files').select('id').eq('id', file.id)).data).toEqual([]);
      expect((await client.rpc('export_content', { file: file.id })).data).toBeNull();
    }
    const client = await town.clientOf(VIEWER);
    for (const column of ['payload', 'content', 'author']) expect((await client.from('export_files').select(column)).error?.code).toBe('42501');
    expect((await client.rpc('submit_export', { payload: {} })).error?.code).toBe('42501');
  });

  it('name what is wrong with a request', async () => {
    const field = async (body: object): Promise<string> => ((await files.post(ANALYST, body)).body as { errors: { field: string }[] }).errors[0]!.field;
    expect(await field({ form: 'png', source: { kind: 'briefing', id: briefing.id } })).toBe('form');
    expect(await field({ form: 'pdf', source: { kind: 'briefing', id: randomUUID() } })).toBe('source.id');
    expect(await field({ form: 'png', source: { kind: 'slide', id: briefing.id, slide: 'none' } })).toBe('source.slide');
    expect(await field({ form: 'png', source: { kind: 'page', path: '/clusters' } })).toBe('source.path');
    expect(await field({ form: 'png', source: { kind: 'page', path: '/map' }, size: { width: 9_000 } })).toBe('size.width');
  });

  it('are cleared after a day; what they were made of is gone at once', async () => {
    const file = await make({ form: 'xlsx' });
    expect((await town.database.owner`select payload from export_files where id = ${file.id}`)[0]?.['payload']).toBeNull();
    await town.database.owner`update export_files set finished_at = now() - interval '25 hours' where id = ${file.id}`;
    await town.service.rpc('prune_exports');
    expect((await files.content(ANALYST, file.id)).status).toBe(404);
    expect((await files.get(ANALYST, file.id)).body).toMatchObject({ state: 'done', digest: file.digest });
  });
});

describe('a presentation', () => {
  it('brings every map as SVG in the theme asked for', async () => {
    const { body } = await routesOf(town).present(VIEWER, briefing.id, '?theme=dark');
    const { maps, slides } = body as BriefingPresentation;
    for (const { id, hasMap } of slides) if (hasMap) expect(maps[id], id).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
    expect(worker.failures).toEqual([]);
  });
});
