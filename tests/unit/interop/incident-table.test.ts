import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { Incident } from '../../../lib/domain/incident';
import type { Instant } from '../../../lib/domain/instant';
import { buildIncidentCollection, writeIncidentCsv } from '../../../lib/interop/incident-table';

const incident = (summary: string | null): Incident => ({
  id: '0190c3a0-0000-7000-8000-000000000001', version: 1, category: 'theft', occurredAt: '2024-05-01T14:04:00.000Z' as Instant, occurredUntil: null, position: [105.8061, 21.04],
  accuracyMetres: null, status: 'reported', source: 'patrol', summary, editionId: 'hn', borderZone: true, junction: false, widthMetres: 100, clusterId: null, focusAreaId: null,
  ownership: { status: 'inside', owner: { code: '00160', name: 'Phường Nghĩa Đô' }, candidates: [] }, neighbours: [{ code: '00006', name: 'Phường Vĩnh Phúc', distanceMetres: 2.25 }],
  detectedBy: null, detectedAt: null, lead: { ward: { code: '00160', name: 'Phường Nghĩa Đô' }, reason: 'no_agreement', assists: [], onRequest: [], trace: [] },
  reportedAt: '2024-05-01T14:10:00.000Z' as Instant, reportedByUnit: null, regulationVersion: null, leadConfirmedAt: null, resolvedAt: null, outcomeReturnedAt: null, due: null,
});

it('writes CSV that reads back, with every kind of text', () => {
  const [row] = parse(writeIncidentCsv([incident('mất "xe", trước\nnhà')]), { columns: true }) as unknown as Record<string, string>[];
  expect(row).toMatchObject({ ward: '00160', ward_name: 'Phường Nghĩa Đô', neighbours: '00006', border_zone: 'true', summary: 'mất "xe", trước\nnhà', detected_by: '' });
});

it.each(['=HYPERLINK("x")', '+1', '-1', '@x', '\tx'])('gives a spreadsheet no formula to run: %s', (summary) => {
  const [row] = parse(writeIncidentCsv([incident(summary)]), { columns: true }) as unknown as Record<string, string>[];
  expect(row?.['summary']).toBe(`'${summary}`);
});

it('writes the clock of the coordination, empty where there is none', () => {
  const due = { step: 'acknowledge_assist', at: '2024-05-01T14:25:00.000Z' as Instant } as const;
  const csv = writeIncidentCsv([{ ...incident(null), due, regulationVersion: 3, leadConfirmedAt: '2024-05-01T14:12:00.000Z' as Instant }, incident(null)]);
  const [timed, untimed] = parse(csv, { columns: true }) as unknown as Record<string, string>[];
  expect(timed).toMatchObject({ due_step: 'acknowledge_assist', due_at: due.at, regulation_version: '3', lead_confirmed_at: '2024-05-01T14:12:00.000Z', resolved_at: '' });
  expect(untimed).toMatchObject({ due_step: '', due_at: '', regulation_version: '', lead_confirmed_at: '' });
});

it('leaves a western longitude a number', () => {
  const [row] = parse(writeIncidentCsv([{ ...incident(null), position: [-87.6, 41.8] }]), { columns: true }) as unknown as Record<string, string>[];
  expect(row?.['lon']).toBe('-87.6');
});

it('writes GeoJSON points, longitude first', () => {
  expect(buildIncidentCollection([incident(null)])).toMatchObject({ features: [{ geometry: { type: 'Point', coordinates: [105.8061, 21.04] }, properties: { lead_reason: 'no_agreement', summary: null } }] });
});
