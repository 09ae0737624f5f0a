import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunControl } from '../../lib/cli/analyse/run-control';
import { beatBriefing, claimBriefing, endBriefing, finishBriefing, type ClaimedBriefing } from '../../lib/db/briefing-work';
import { beatExport, claimExport, endExport, finishExport } from '../../lib/db/export-files';
import type { BriefingDetail } from '../../lib/domain/briefing';
import type { ExportFile } from '../../lib/domain/export-file';
import { addYear, briefingOf, computerOf, detailOf, openLane, request, routesOf, untilSettled, type BriefLane } from './support/briefing-town';
import { exportsOf } from './support/export-calls';
import { buildPatrolTown } from './support/patrol-town';
import { openTestDatabase, type TestDatabase } from './support/test-database';

const ANALYST = 'analyst@test.local';
let town: TestDatabase;
let routes: ReturnType<typeof routesOf>;
let files: ReturnType<typeof exportsOf>;
let ready: BriefingDetail;
const open: BriefLane[] = [];

function lane(...given: Parameters<typeof openLane> extends [unknown, ...infer R] ? R : never): { lane: BriefLane; failures: unknown[] } {
  const made = openLane(town, ...given);
  open.push(made.lane);
  return made;
}

beforeAll(async () => {
  town = await openTestDatabase();
  await buildPatrolTown(town);
  await addYear(town, 60);
  [routes, files] = [routesOf(town), exportsOf(town)];
  const made = openLane(town);
  ready = await untilSettled(town, briefingOf(await routes.post(ANALYST, request())).id);
  await made.lane.end();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.end()));
  // Whatever a test left waiting would be the next one's first.
  await town.database.owner`update briefings set cancel_asked = true, state = 'cancelled', failure = null, finished_at = now() where state in ('queued', 'composing') and content is null`;
  await town.database.owner`update briefings set state = 'ready', pending_pins = '{}' where state in ('queued', 'composing')`;
  await town.database.owner`update export_files set state = 'cancelled', payload = null where state in ('queued', 'running')`;
});
afterAll(() => town.close());

const ask = async (more: object = {}): Promise<string> => briefingOf(await routes.post(ANALYST, request(more))).id;
const stateOf = async (id: string): Promise<BriefingDetail> => detailOf(await routes.get(ANALYST, id));
const claim = (): Promise<ClaimedBriefing | null> => claimBriefing(town.service, randomUUID());
/** As if whoever had it fell silent longer than is waited for. */
const fallSilent = (id: string) => town.database.owner`update briefings set beat_at = now() - (select silence from private.analysis_limits()) - interval '1 second' where id = ${id}`;
const silenceFile = (id: string) => town.database.owner`update export_files set beat_at = now() - (select silence from private.analysis_limits()) - interval '1 second' where id = ${id}`;
/** Work that goes on until it is told to stop. */
const untilStopped = (control: RunControl): Promise<void> => vi.waitFor(() => { if (control.report(0.4)) throw new Error('not yet'); }, { timeout: 60_000, interval: 10 });
/** Keeps the first job until it is told to stop; the others go on at once. */
const holdFirst = () => {
  let count = 0;
  return (control: RunControl): Promise<void> => { count += 1; return count === 1 ? untilStopped(control) : Promise.resolve(); };
};
const kindsOf = async (id: string): Promise<string[]> => (await town.database.owner`select kind from briefing_history where subject_id = ${id} order by id`).map(({ kind }) => kind as string);
const COMPOSED = { kind: 'composed', content: { slides: [], names: { area: '', wards: {}, clusters: {}, categories: {} }, incidents: 0, seed: 1 }, digest: 'd', texts: {}, deck: [] } as const;

describe('stopping a composing under way', () => {
  it('ends it cancelled and without content, lets go of its pins, and the lane goes on with the next one', async () => {
    const { failures } = lane(computerOf(town, holdFirst()));
    const pin = randomUUID();
    await routes.pin(ANALYST, { id: pin, kind: 'map', title: 'x', path: '/map' });
    const id = await ask({ pins: [pin] });
    await vi.waitFor(async () => { expect(await stateOf(id)).toMatchObject({ state: 'composing' }); }, { timeout: 20_000 });
    const next = await ask({ asOf: '2026-05-20T06:00:00+07:00' });
    expect((await routes.cancel(ANALYST, id)).status).toBe(200);
    expect((await routes.cancel(ANALYST, id)).status).toBe(200);
    expect(await untilSettled(town, id)).toMatchObject({ state: 'cancelled', content: null, digest: null, failure: null });
    expect(await kindsOf(id)).toEqual(['asked', 'cancelled']);
    expect(((await routes.pins(ANALYST)).body as { pins: { id: string }[] }).pins.map((one) => one.id)).toContain(pin);
    expect((await untilSettled(town, next)).state).toBe('ready');
    expect((await routes.present(ANALYST, id)).status).toBe(422);
    expect((await routes.cancel(ANALYST, next)).body).toMatchObject({ errors: [{ field: 'state' }] });
    expect(failures).toEqual([]);
  });

  it('of pins for a briefing that is ready leaves it ready as it was', async () => {
    lane(computerOf(town, holdFirst()));
    const pin = randomUUID();
    await routes.pin(ANALYST, { id: pin, kind: 'map', title: 'x', path: '/map' });
    const before = await stateOf(ready.id);
    expect((await routes.addPins(ANALYST, ready.id, { version: before.version, pins: [pin] })).status).toBe(200);
    await vi.waitFor(async () => { expect(await stateOf(ready.id)).toMatchObject({ state: 'composing' }); }, { timeout: 20_000 });
    expect((await routes.cancel(ANALYST, ready.id)).status).toBe(200);
    const after = await untilSettled(town, ready.id);
    expect([after.state, after.digest, after.content, after.deck]).toEqual(['ready', before.digest, before.content, before.deck]);
  });

  it('is too late for who finishes meanwhile: what was composed is not kept', async () => {
    const id = await ask();
    const held = await claim();
    expect((await routes.cancel(ANALYST, id)).status).toBe(200);
    expect(await beatBriefing(town.service, held!, 0.5)).toBe('cancel');
    expect(await finishBriefing(town.service, held!, COMPOSED, 1)).toBe('cancelled');
    expect(await stateOf(id)).toMatchObject({ state: 'cancelled', content: null });
  });
});

describe('a composing whose process died', () => {
  it('is taken again after a silence, and after three losses has failed; who lost it can not write any more', async () => {
    const id = await ask();
    const first = await claim();
    expect(first?.id).toBe(id);
    expect(await claim()).toBeNull();
    await fallSilent(id);
    const second = await claim();
    expect([second?.id, second?.claim === first?.claim]).toEqual([id, false]);
    expect(await beatBriefing(town.service, first!, 0.9)).toBe('lost');
    expect(await finishBriefing(town.service, first!, COMPOSED, 1)).toBe('lost');
    await endBriefing(town.service, first!, { state: 'cancelled', elapsedMs: 1 });
    expect(await stateOf(id)).toMatchObject({ state: 'composing', progress: 0, content: null });
    await fallSilent(id);
    expect((await claim())?.id).toBe(id);
    await fallSilent(id);
    expect(await claim()).toBeNull();
    expect(await stateOf(id)).toMatchObject({ state: 'failed', failure: 'interrupted', content: null });
  });

  it('is composed by the next process, and gives what it would have given', async () => {
    const id = await ask();
    expect((await claim())?.id).toBe(id);
    await fallSilent(id);
    lane();
    const briefing = await untilSettled(town, id);
    expect(briefing.state).toBe('ready');
    // The cover compares with a briefing before, which another test may have made.
    expect(briefing.content?.slides.slice(1)).toEqual(ready.content?.slides.slice(1));
  });

  it('is stopped at once when its process fell silent, and goes back into the queue when its process is being stopped', async () => {
    const left = await ask();
    await claim();
    await fallSilent(left);
    expect(briefingOf(await routes.cancel(ANALYST, left)).state).toBe('cancelled');
    const id = await ask();
    const made = openLane(town, computerOf(town, holdFirst()));
    await vi.waitFor(async () => { expect((await stateOf(id)).state).toBe('composing'); }, { timeout: 20_000 });
    await made.lane.end();
    expect(await stateOf(id)).toMatchObject({ state: 'queued', progress: 0 });
  });

  it('that takes longer than is allowed has failed as such', async () => {
    const id = await ask();
    lane(computerOf(town, untilStopped), { limitMs: 200 });
    expect(await untilSettled(town, id)).toMatchObject({ state: 'failed', failure: 'too_long', content: null });
  });
});

describe('a file under way', () => {
  const want = async (): Promise<string> => ((await files.post(ANALYST, { form: 'xlsx', source: { kind: 'briefing', id: ready.id } })).body as ExportFile).id;
  const fileOf = async (id: string): Promise<ExportFile> => (await files.get(ANALYST, id)).body as ExportFile;

  it('is stopped, holds nothing, and the lane goes on with the next one', async () => {
    const { failures } = lane(computerOf(town, holdFirst()));
    const id = await want();
    await vi.waitFor(async () => { expect((await fileOf(id)).state).toBe('running'); }, { timeout: 20_000 });
    const next = await want();
    expect((await files.cancel(ANALYST, id)).status).toBe(200);
    expect(await files.untilMade(ANALYST, id)).toMatchObject({ state: 'cancelled', bytes: null, digest: null });
    expect((await files.content(ANALYST, id)).status).toBe(422);
    expect((await town.database.owner`select payload from export_files where id = ${id}`)[0]?.['payload']).toBeNull();
    expect((await files.untilMade(ANALYST, next)).state).toBe('done');
    expect(failures).toEqual([]);
  });

  it('whose process died is made again after a silence, and after three losses has failed', async () => {
    const id = await want();
    const first = await claimExport(town.service, randomUUID());
    expect(first?.id).toBe(id);
    expect(await claimExport(town.service, randomUUID())).toBeNull();
    await silenceFile(id);
    expect((await claimExport(town.service, randomUUID()))?.id).toBe(id);
    expect(await beatExport(town.service, first!, 0.5)).toBe('lost');
    expect(await finishExport(town.service, first!, { kind: 'file', bytes: new Uint8Array([1]), digest: 'd' }, 1)).toBe('lost');
    await endExport(town.service, first!, { state: 'cancelled', elapsedMs: 1 });
    expect((await fileOf(id)).state).toBe('running');
    await silenceFile(id);
    expect((await claimExport(town.service, randomUUID()))?.id).toBe(id);
    await silenceFile(id);
    expect(await claimExport(town.service, randomUUID())).toBeNull();
    expect(await fileOf(id)).toMatchObject({ state: 'failed', failure: 'interrupted', bytes: null });
    const again = await want();
    expect((await claimExport(town.service, randomUUID()))?.id).toBe(again);
    await silenceFile(again);
    lane();
    expect((await files.untilMade(ANALYST, again)).state).toBe('done');
  });
});
