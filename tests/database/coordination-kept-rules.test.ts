import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCoordinationTown, type CoordinationTown } from './support/coordination';

let town: CoordinationTown;
beforeAll(async () => { town = await openCoordinationTown(); });
afterAll(() => town.close());

const EARLIER = '2023-06-01T11:58:00+07:00';

it('a focus area that was moved keeps calling those whom it called when the incident occurred', async () => {
  const { owner } = town.database;
  const circle = (centre: readonly [number, number], radiusMetres: number) => owner.json({ kind: 'circle', centre, radiusMetres });
  // Three shapes of one id, of which the middle one reaches into ward 2: whichever comes first, the others would be taken for it.
  await owner`insert into focus_areas (id, cluster_id, name, shape, valid_from, valid_to) values
    ('moved', 'pair', 'Chợ', ${circle([0.5, 0.5], 100)}, '2023-01-01', '2023-05-01'), ('moved', 'pair', 'Chợ', ${circle([0.997, 0.4], 500)}, '2023-05-02', '2023-12-31'),
    ('moved', 'pair', 'Chợ', ${circle([0.5, 0.6], 100)}, '2024-01-01', null)`;
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  const { incident } = await town.report(80, { lon: 0.997, lat: 0.4, detectedBy: '00001' }, 'analyst');
  expect(incident).toMatchObject({ focusAreaId: 'moved', lead: { ward: { code: '00001' }, assists: [{ code: '00002' }] } });
  const decided = await town.patch('commander', 80, { version: incident.version, lead: { ward: '00002', reason: 'Bên đó đủ người' } });
  const withdrawn = await town.patch('commander', 80, { version: decided.body.incident.version, withdrawDecision: { reason: 'Thôi' } });
  expect(withdrawn.body.incident.lead).toMatchObject({ ward: { code: '00001' }, assists: [{ code: '00002' }] });
});

it('an incident keeps the regulation it was assessed by, also when the next one was signed a moment before it was recorded', async () => {
  const { incident } = await town.report(70);
  expect(incident).toMatchObject({ regulationVersion: 1, lead: { reason: 'first_detector' } });
  // As if this server had still held the rules of a moment ago: version 2 was known when the incident was recorded.
  const { owner } = town.database;
  await owner`update regulations set superseded_at = '2020-01-02Z' where cluster_id = 'pair'`;
  await owner`insert into regulations (cluster_id, version, valid_from, valid_to, border_width_metres, rules, recorded_at) values
    ('pair', 1, '2023-01-01', '2023-05-31', 100, '{}', '2020-01-02Z'), ('pair', 2, '2023-06-01', null, 100, '{"leadRule": "owner"}', '2020-01-02Z')`;
  const moved = await town.post('officer1', 70, 'detections', { detectedBy: '00001', detectedAt: EARLIER });
  expect(moved.status).toBe(200);
  expect(moved.body.incident).toMatchObject({ regulationVersion: 1, lead: { ward: { code: '00001' }, reason: 'first_detector' } });
});
