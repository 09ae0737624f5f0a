import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPoints } from '../../lib/db/points';
import type { WorkItem } from '../../lib/domain/coordination';
import type { Incident } from '../../lib/domain/incident';
import { openCoordinationTown, type CoordinationTown } from './support/coordination';
import { uuid } from './support/town';

let town: CoordinationTown;
beforeAll(async () => {
  town = await openCoordinationTown();
  await town.report(1);
  await town.report(2, { lon: 0.5, detectedBy: '00001' });
  const { incident } = await town.report(3, { lon: 2.5, detectedBy: '00003' });
  await town.patch('officer3', 3, { version: incident.version, status: 'resolved', outcome: 'Xong' });
  const fourth = await town.report(4, { lon: 2.5, detectedBy: '00003' });
  await town.post('officer3', 4, 'hand-overs', { action: 'offer', ward: '00001', version: fourth.incident.version, note: 'Nhờ' });
  // What was due yesterday.
  await town.database.owner`update incidents set confirm_due_at = now() - interval '1 day' where id = ${uuid(2)}`;
});
afterAll(() => town.close());

const tell = (items: readonly WorkItem[]): string[] => items.map(({ kind, incidentId, ward }) => `${kind} ${String(Number(incidentId.slice(-4)))} ${ward?.code ?? '-'}`);
const numbers = (items: readonly Incident[]): number[] => items.map(({ id }) => Number(id.slice(-4))).sort();

describe('what waits', () => {
  it('for an officer is what the own wards have to do, the most urgent first', async () => {
    expect(tell(await town.list<WorkItem>('officer1', 'work', {}))).toEqual(['confirm_lead 2 00001', 'acknowledge_assist 1 00001', 'hand_over 4 00001']);
    expect(tell(await town.list<WorkItem>('officer3', 'work', {}))).toEqual(['confirm_lead 4 00003', 'return_outcome 3 00003']);
  });

  it('for a commander is everything, or one ward\'s, or one cluster\'s', async () => {
    expect(await town.list<WorkItem>('commander', 'work', {})).toHaveLength(6);
    expect(tell(await town.list<WorkItem>('commander', 'work', { ward: 'old/00002' }))).toEqual(['confirm_lead 1 00002']);
    expect(tell(await town.list<WorkItem>('commander', 'work', { cluster: 'pair', limit: '1' }))).toEqual(['confirm_lead 2 00001']);
  });

  it('is nothing that the reader may not see', async () => {
    expect(tell(await town.list<WorkItem>('officer3', 'work', { ward: 'old/00002' }))).toEqual([]);
    expect(tell(await town.list<WorkItem>('officer2', 'work', { ward: 'old/00001' }))).toEqual(['confirm_lead 2 00001', 'acknowledge_assist 1 00001']);
  });

  it('goes on with an accepted assist until it is finished', async () => {
    const { coordination } = await town.see(1);
    const accepted = await town.post('officer1', 1, 'assists', { action: 'accept', ward: '00001', version: coordination.assists[0]?.version });
    expect(tell(await town.list<WorkItem>('officer1', 'work', {}))).toContain('finish_assist 1 00001');
    await town.post('officer1', 1, 'assists', { action: 'finish', ward: '00001', version: accepted.body.incident.version });
    expect(tell(await town.list<WorkItem>('officer1', 'work', {}))).not.toContain('finish_assist 1 00001');
  });
});

describe('lists', () => {
  it('are narrowed by lead, assist, open and overdue', async () => {
    const list = async (query: Record<string, string>): Promise<number[]> => numbers(await town.list<Incident>('commander', 'incidents', query));
    expect(await list({ lead: 'old/00003' })).toEqual([3, 4]);
    expect(await list({ lead: 'new/00003' })).toEqual([]);
    expect(await list({ open: 'true' })).toEqual([1, 2, 4]);
    expect(await list({ open: 'false' })).toEqual([3]);
    expect(await list({ overdue: 'true' })).toEqual([2]);
    expect(await list({ overdue: 'false', lead: 'old/00001' })).toEqual([]);
    await town.report(5);
    expect(await list({ assist: 'old/00001' })).toEqual([5]);
  });

  it('an incident says which step is late', async () => {
    const { incident, coordination } = await town.see(2);
    expect(incident.due?.step).toBe('confirm_lead');
    expect(Date.parse(incident.due?.at ?? '')).toBeLessThan(Date.now());
    expect(coordination.clock.find(({ step }) => step === 'confirm_lead')).toMatchObject({ dueAt: incident.due?.at, doneAt: null, ward: { code: '00001' } });
  });
});

describe('points', () => {
  it('carry the next deadline in seconds, and to an officer how many there are in all', async () => {
    const all = await readPoints(await town.clientOf('commander@test.local'));
    const { incident } = await town.see(2);
    const row = all.versions.indexOf(incident.version);
    expect(all.dueAt[row]).toBe(Math.floor(Date.parse(incident.due?.at ?? '') / 1000));
    expect(all.total).toBeNull();
    const own = await readPoints(await town.clientOf('officer3@test.local'), all.version);
    expect([own.count, own.total]).toEqual([0, 2]);
  });
});
