import { describe, expect, it } from 'vitest';
import { buildAreaOptions, nameWard, rankOptions } from '../../../components/console/area-options';
import type { Day } from '../../../lib/domain/instant';
import type { WardCollection } from '../../../lib/layers/label-layers';

const edition = { id: 'e', title: '', effectiveFrom: '2025-07-01' as Day, effectiveTo: null, source: '', licence: '', accuracyNote: '' };
const wards: WardCollection = {
  type: 'FeatureCollection',
  features: ['Phường Đống Đa', 'Phường Nghĩa Đô', 'Phường Ngọc Hà', 'Xã Đông Anh'].map((name, i) => ({
    type: 'Feature', geometry: { type: 'Polygon', coordinates: [] },
    properties: { code: `0000${i}`, name, kind: '', provinceName: 'Hà Nội', districtName: null, labelLon: 0, labelLat: 0 },
  })),
};
const options = buildAreaOptions(edition, wards, [{ id: 'c', name: 'Cụm Nghĩa Đô – Ngọc Hà', focusAreas: [{ id: 't11', name: 'Cầu T11', shape: { kind: 'circle', centre: [105.8, 21], radiusMetres: 100 }, from: null, to: null }] }]);
const labels = (query: string): string[] => rankOptions(options, query).map(({ label }) => label);

describe('areas to filter by', () => {
  it('list clusters, their focus areas, then wards in Vietnamese order', () => {
    expect(labels('')).toEqual(['Cụm Nghĩa Đô – Ngọc Hà', 'Cầu T11', 'Phường Đống Đa', 'Phường Nghĩa Đô', 'Phường Ngọc Hà', 'Xã Đông Anh']);
  });
  it('put the ward of that name before the cluster that mentions it, with or without marks', () => {
    for (const query of ['nghia do', 'Nghĩa Đô']) expect(labels(query)).toEqual(['Phường Nghĩa Đô', 'Cụm Nghĩa Đô – Ngọc Hà']);
    expect(labels('dong')).toEqual(['Xã Đông Anh', 'Phường Đống Đa']);
    expect(labels('đông')).toEqual(['Xã Đông Anh']);
    expect(labels('zzz')).toEqual([]);
  });
  it('find a focus area by any of its words, with its cluster beside it', () => {
    for (const query of ['T11', 'cau t11', 'Cầu T11']) expect(labels(query)).toEqual(['Cầu T11']);
    expect(rankOptions(options, 't11')[0]).toMatchObject({ kind: 'focus', value: 't11', hint: 'Cụm Nghĩa Đô – Ngọc Hà' });
  });
  it('never show a code', () => {
    expect(nameWard(new Map([['e/00001', 'Phường Nghĩa Đô']]), 'e/00001')).toBe('P. Nghĩa Đô');
    expect(nameWard(new Map(), 'e/00001')).toBe('…');
  });
});
