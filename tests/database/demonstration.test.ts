import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDossier } from '../../lib/db/coordination';
import { listSuccessions } from '../../lib/db/editions';
import { findIncident, listIncidents } from '../../lib/db/incidents';
import { loadRuleBook } from '../../lib/db/rule-book';
import { loadDemoIncidents, readDemoIncidents } from '../../lib/db/seed/demo-incidents';
import { loadLateReports, readLateReports, type LateReport } from '../../lib/db/seed/late-reports';
import { seedEditions, seedReference } from '../../lib/db/seed/seed-database';
import { dayOf, isInForce } from '../../lib/domain/instant';
import type { RuleBook } from '../../lib/rules/rule-book';
import { openTestDatabase, type TestDatabase } from './support/test-database';

const DATA = join(import.meta.dirname, '..', '..', 'data');
let demo: TestDatabase;
let rules: RuleBook;
let reports: LateReport[];
const leads = { before: new Map<string, string | null>(), after: new Map<string, string | null>() };

async function readLeads(into: Map<string, string | null>): Promise<void> {
  for (const { id } of reports) into.set(id, (await findIncident(demo.service, id))?.lead.ward?.code ?? null);
}

/** Whether a cluster bound both wards that day, by the dates of the data alone. */
function wereBound(edition: string, a: string, b: string, at: string): boolean {
  const day = dayOf(at);
  return rules.clusters.some(({ editionId, termFrom, termTo, members }) => editionId === edition && isInForce({ from: termFrom, to: termTo }, day)
    && [a, b].every((code) => members.some((one) => one.wardCode === code && isInForce(one, day))));
}

beforeAll(async () => {
  demo = await openTestDatabase();
  const options = { service: demo.service, dataFolder: DATA, say: () => undefined };
  await seedEditions(options);
  await seedReference(options);
  rules = await loadRuleBook(demo.service);
  reports = readLateReports(DATA);
  const wanted = new Set(reports.map(({ id }) => id));
  // The open ones too, for the clocks; the rest of the 20,000 says nothing about either.
  await loadDemoIncidents(demo.service, rules, readDemoIncidents(DATA).filter(({ id, status }) => wanted.has(id) || status === 'reported' || status === 'in_progress'), () => undefined);
  await readLeads(leads.before);
});
afterAll(() => demo.close());

describe('the late reports of the demonstration', () => {
  it('are all recorded, once', async () => {
    expect(await loadLateReports(demo.service, rules, reports.slice(0, 25))).toBe(25);
    expect(await loadLateReports(demo.service, rules, reports)).toBe(35);
    expect(await loadLateReports(demo.service, rules, reports)).toBe(0);
    await readLeads(leads.after);
  });

  it('change the lead exactly where a cluster binds both wards', async () => {
    let moved = 0;
    for (const { id, detectedBy } of reports) {
      const incident = await findIncident(demo.service, id);
      const before = leads.before.get(id) ?? '';
      const owner = incident?.ownership.owner?.code ?? '';
      const isBound = wereBound(incident?.editionId ?? '', owner, detectedBy, incident?.occurredAt ?? '') && incident?.borderZone === true;
      expect(leads.after.get(id), `${id}: ${before} → ${detectedBy}`).toBe(isBound ? detectedBy : before);
      if (isBound && before !== detectedBy) moved++;
    }
    expect(moved).toBeGreaterThan(10);
    expect(moved).toBeLessThan(60);
  });

  it('leave both leads in the history, and the day of the report with the detection', async () => {
    const [changed] = reports.filter(({ id }) => leads.before.get(id) !== leads.after.get(id));
    const incident = await findIncident(demo.service, changed?.id ?? '');
    if (incident === undefined || changed === undefined) throw new Error('nothing changed');
    const { history, coordination } = await readDossier(demo.service, incident);
    expect(history.at(-1)).toMatchObject({ kind: 'detected', before: { lead_code: leads.before.get(changed.id) }, after: { lead_code: changed.detectedBy } });
    expect(coordination.detections[0]?.recordedAt).toBe(new Date(changed.reportedAt).toISOString());
  });
});

describe('the clocks of the demonstration', () => {
  it('run for what was just reported, and for nothing whose deadlines nobody told', async () => {
    const open = await listIncidents(demo.service, { open: true }, 1_000);
    const over = await listIncidents(demo.service, { open: false }, 1_000);
    expect(open.incidents.length).toBeGreaterThan(50);
    // A later report that moved the lead asked the new one to confirm.
    const isTimed = ({ id, status }: (typeof open.incidents)[number]): boolean =>
      status === 'reported' || (leads.before.has(id) && leads.before.get(id) !== leads.after.get(id));
    expect(open.incidents.filter((one) => (one.due !== null) !== isTimed(one)).map(({ id }) => id)).toEqual([]);
    expect(new Set(open.incidents.map(({ status }) => status)).size).toBe(2);
    expect(over.incidents.length).toBeGreaterThan(10);
    expect(over.incidents.every(({ due }) => due === null)).toBe(true);
  });
});

describe('the successions of wards', () => {
  it('tell for either edition where a ward went, with names and shares', async () => {
    const old = await listSuccessions(demo.service, 'hn-hp-pre2025');
    const present = await listSuccessions(demo.service, 'hn-hp-2025');
    expect(old.length).toBeGreaterThan(900);
    expect(present).toEqual(old);
    const congVi = old.filter(({ from }) => from.code === '00007').map(({ to, relation, areaShare }) => [to.name, relation, Math.round((areaShare ?? 0) * 100)]);
    expect(congVi).toEqual([['Phường Ngọc Hà', 'part', 52], ['Phường Giảng Võ', 'part', 48]]);
    expect(await listSuccessions(demo.service, 'nowhere')).toEqual([]);
  });
});
