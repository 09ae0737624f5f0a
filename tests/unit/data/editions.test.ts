import { describe, expect, it } from 'vitest';
import { EDITION_IDS, positionsOf, readJson, readWards, sha256Of } from './data-files';

interface EditionFile {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly source: string;
  readonly licence: string;
  readonly accuracyNote: string;
  readonly sha256: string;
  readonly command: string;
}
interface SuccessionRow {
  readonly fromCode: string;
  readonly fromName: string;
  readonly toCode: string;
  readonly toName: string;
  readonly relation: string;
  readonly share: number;
  readonly shareBasis: string;
}

const PROPERTIES = ['code', 'name', 'kind', 'provinceCode', 'provinceName', 'districtName', 'areaSquareKm', 'lineSource'];
const hasAtMost = (decimals: number, value: number): boolean => Number(value.toFixed(decimals)) === value;

describe.each(EDITION_IDS)('edition %s', (id) => {
  const wards = readWards(id);
  const edition = readJson<EditionFile>(`editions/${id}/edition.json`);

  it('is described, and the checksum is that of its wards', () => {
    expect(edition.id).toBe(id);
    expect(edition.sha256).toBe(sha256Of(`editions/${id}/wards.geojson`));
    for (const key of ['title', 'titleEn', 'source', 'licence', 'accuracyNote', 'command'] as const) {
      expect(edition[key].length, key).toBeGreaterThan(10);
    }
  });

  it('has wards with exactly the agreed properties, sorted by code, none twice', () => {
    const codes = wards.map((ward) => ward.properties.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const { properties } of wards) {
      expect(Object.keys(properties)).toEqual(PROPERTIES);
      expect(properties.code).toMatch(/^\d{5}$/);
      expect(['phuong', 'xa', 'thi_tran', 'dac_khu']).toContain(properties.kind);
      expect(properties.areaSquareKm).toBeGreaterThan(0.01);
      expect(properties.districtName === null).toBe(id === 'hn-hp-2025');
    }
  });

  it('is in NFC and at six decimals', () => {
    for (const { properties, geometry } of wards) {
      expect(properties.name).toBe(properties.name.normalize('NFC'));
      const tooFine = positionsOf(geometry).find((position) => !position.every((value) => hasAtMost(6, value)));
      expect(tooFine, properties.code).toBeUndefined();
    }
  });
});

describe('the two editions', () => {
  it('follow each other without a gap and have the official number of wards', () => {
    const [before, since] = EDITION_IDS.map((id) => readJson<EditionFile>(`editions/${id}/edition.json`));
    expect([before?.effectiveFrom, before?.effectiveTo]).toEqual(['2008-08-01', '2025-06-30']);
    expect([since?.effectiveFrom, since?.effectiveTo]).toEqual(['2025-07-01', null]);
    const count = (id: (typeof EDITION_IDS)[number], province: string): number =>
      readWards(id).filter((ward) => ward.properties.provinceCode === province).length;
    // 126 and 114: resolutions 1656 and 1669/NQ-UBTVQH15; 526 and 207: list of the General Statistics Office of 2025-03-01.
    expect([count('hn-hp-2025', '01'), count('hn-hp-2025', '31')]).toEqual([126, 114]);
    expect([count('hn-hp-pre2025', '01'), count('hn-hp-pre2025', '31'), count('hn-hp-pre2025', '30')]).toEqual([526, 167, 207]);
  });

  it('cover the same area, Bạch Long Vĩ apart, which had no ward before', () => {
    const total = (id: (typeof EDITION_IDS)[number]): number =>
      readWards(id)
        .filter((ward) => ward.properties.code !== '11948')
        .reduce((sum, ward) => sum + (ward.properties.areaSquareKm ?? 0), 0);
    expect(Math.abs(total('hn-hp-pre2025') / total('hn-hp-2025') - 1)).toBeLessThan(0.001);
  });
});

describe('the lines around Hoàng Mai, where OpenStreetMap outlines were put in', () => {
  const wards = readWards('hn-hp-pre2025');
  const osm = wards.filter((ward) => ward.properties.lineSource === 'osm-historic').map((ward) => ward.properties.code);
  const segments = new Map<string, string[]>();
  for (const { properties, geometry } of wards) {
    for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) {
      for (const [i, b] of ring.slice(1).entries()) {
        const key = [String(ring[i]), String(b)].sort().join(' ');
        segments.set(key, [...(segments.get(key) ?? []), properties.code]);
      }
    }
  }

  it('are those of the seven wards', () => {
    expect(osm).toEqual(['00307', '00316', '00328', '00331', '00334', '00337', '00340']);
  });

  it('are shared by exactly two wards each: no gap and no overlap', () => {
    // The seven lie inside Hà Nội, so each of their segments has a ward on the other side.
    const own = [...segments.values()].filter((codes) => codes.some((code) => osm.includes(code)));
    expect(own.length).toBeGreaterThan(800);
    expect(own.filter((codes) => codes.length !== 2 || codes[0] === codes[1])).toEqual([]);
  });
});

describe('succession', () => {
  const rows = readJson<SuccessionRow[]>('editions/succession.json');
  const names = (id: (typeof EDITION_IDS)[number]): Map<string, string> =>
    new Map(readWards(id).map((ward) => [ward.properties.code, ward.properties.name]));

  it('leads from wards of the old edition to wards of the new one', () => {
    const [before, since] = [names('hn-hp-pre2025'), names('hn-hp-2025')];
    for (const row of rows) {
      expect(before.get(row.fromCode), row.fromCode).toBe(row.fromName);
      expect(since.has(row.toCode), row.toCode).toBe(true);
    }
    expect(new Set(rows.map((row) => row.fromCode))).toEqual(new Set(before.keys()));
  });

  it('gives shares that add up to no more than the whole, and nearly to it for nearly all', () => {
    const sums = new Map<string, number>();
    for (const row of rows) sums.set(row.fromCode, (sums.get(row.fromCode) ?? 0) + row.share);
    expect(Math.max(...sums.values())).toBeLessThan(1.002);
    expect([...sums.values()].filter((sum) => sum < 0.95).length / sums.size).toBeLessThan(0.02);
  });

  it('knows that Hoàng Liệt of 2024 was split, most of it to Hoàng Liệt of 2025', () => {
    const parts = rows.filter((row) => row.fromCode === '00337');
    expect(parts.map((row) => row.toName).sort()).toEqual(['Phường Hoàng Liệt', 'Phường Hoàng Mai', 'Phường Yên Sở', 'Phường Định Công'].sort());
    expect(parts.find((row) => row.toCode === '00337')?.share).toBeGreaterThan(0.55);
  });
});
