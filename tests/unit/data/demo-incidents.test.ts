import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readClusterFile } from '../../../data/tools/demo/cluster-file';
import { formatDemoFiles } from '../../../data/tools/demo/demo-files';
import { DEFAULT_SEED, generateDemo } from '../../../data/tools/demo/generate';
import { loadGround, type Ground } from '../../../data/tools/demo/places';
import { CATEGORY_CODES } from '../../../lib/domain/category';
import { INCIDENT_STATUSES, newIncidentSchema } from '../../../lib/domain/incident';
import { dayOf, instantSchema } from '../../../lib/domain/instant';
import { DATA_FOLDER, readRows, readWards, sha256Of } from './data-files';

const rows = readRows('demo/incidents.csv');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the generator', () => {
  let ground: Ground;
  beforeAll(() => (ground = loadGround(DATA_FOLDER)), 60_000);

  it('makes the committed files again, byte for byte', () => {
    const files = formatDemoFiles(ground, DEFAULT_SEED, generateDemo(ground, DEFAULT_SEED), readClusterFile(DATA_FOLDER));
    expect(Object.keys(files)).toHaveLength(5);
    for (const [name, text] of Object.entries(files)) expect(sha256(text), name).toBe(sha256Of(`demo/${name}`));
  });

  it('makes other incidents from another seed', () => {
    const ids = new Set(rows.map((row) => row.id));
    expect(generateDemo(ground, DEFAULT_SEED + 1).incidents.some(({ id }) => ids.has(id))).toBe(false);
  });
});

describe('the demonstration incidents', () => {
  it('are about 20,000, sorted by time, from 2020 to October 2026, none twice', () => {
    expect(rows.length).toBeGreaterThan(19_500);
    expect(rows.length).toBeLessThan(20_500);
    const times = rows.map((row) => String(row.occurredAt));
    expect(times).toEqual([...times].sort());
    expect(times[0]?.slice(0, 7)).toBe('2020-01');
    expect(times.at(-1)?.slice(0, 7)).toBe('2026-10');
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  it('show every category', () => {
    expect(new Set(rows.map((row) => row.category))).toEqual(new Set(CATEGORY_CODES));
  });

  it('are all usable as reports', () => {
    for (const row of rows) {
      const parsed = newIncidentSchema.safeParse({
        id: row.id, category: row.category, occurredAt: row.occurredAt, lon: Number(row.lon), lat: Number(row.lat), source: row.source,
        summary: row.summary, accuracyM: Number(row.accuracyM),
        ...(row.detectedBy === '' ? {} : { detectedBy: row.detectedBy, detectedAt: row.detectedAt }),
      });
      expect(parsed.error, row.id).toBeUndefined();
      expect(instantSchema.safeParse(row.reportedAt).success, row.id).toBe(true);
      expect(INCIDENT_STATUSES as readonly string[]).toContain(row.status);
      expect((row.detectedBy === '') === (row.detectedAt === ''), row.id).toBe(true);
    }
  });

  it('were detected by wards of the edition in force, after they happened and before they were reported', () => {
    const codes = (id: 'hn-hp-pre2025' | 'hn-hp-2025'): Set<string> => new Set(readWards(id).map((ward) => ward.properties.code));
    const [before, since] = [codes('hn-hp-pre2025'), codes('hn-hp-2025')];
    for (const row of rows.filter(({ detectedBy }) => detectedBy !== '')) {
      const edition = dayOf(String(row.occurredAt)) < '2025-07-01' ? before : since;
      expect(edition.has(String(row.detectedBy)), row.id).toBe(true);
      expect(String(row.occurredAt) <= String(row.detectedAt) && String(row.detectedAt) < String(row.reportedAt), row.id).toBe(true);
    }
  });

  it('speak of places and events, never of a person, a plate or a telephone number', () => {
    for (const { summary, id } of rows) {
      expect(summary, id).toBe(String(summary).normalize('NFC'));
      expect(summary, id).not.toMatch(/\d{4,}|\d{2}[A-Z]\d?-|(?<!\p{L})(ông|bà|anh|chị|đối tượng|sinh năm)(?!\p{L})/u);
    }
  });
});

describe('the late reports', () => {
  const late = readRows('demo/late-reports.csv');
  const byId = new Map(rows.map((row) => [row.id, row]));

  it('tell of an earlier detection by another ward, later', () => {
    expect(late.length).toBe(60);
    for (const report of late) {
      const incident = byId.get(report.id);
      expect(incident, report.id).toBeDefined();
      expect(report.detectedBy).not.toBe(incident?.detectedBy);
      expect(String(report.detectedAt) < String(incident?.detectedAt)).toBe(true);
      expect(String(report.detectedAt) >= String(incident?.occurredAt)).toBe(true);
      expect(String(report.reportedAt) > String(incident?.reportedAt)).toBe(true);
    }
  });
});
