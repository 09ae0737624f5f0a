import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNITS } from '../../../../lib/domain/analysis-result';
import { buildPhrases, type NameLookups } from '../../../../lib/messages/analysis/build-phrases';
import { formatCell } from '../../../../lib/messages/analysis/format-cell';

const NAMES: NameLookups = {
  ward: (code) => ({ '00169': 'Phường Quan Hoa', '00007': 'Phường Cống Vị'.normalize('NFD') })[code],
  category: (code) => (code === 'theft' ? 'Trộm cắp' : undefined),
  cluster: (id) => (id === 't11' ? 'Cụm Hoa – Đô – Phúc – Vị' : undefined),
};
const vi = buildPhrases('vi', NAMES);
const en = buildPhrases('en', NAMES);

describe('phrases in Vietnamese', () => {
  it('writes numbers with a decimal comma and points between thousands', () => {
    expect(vi.count(20_014)).toBe('20.014');
    expect(vi.number(15.828, 1)).toBe('15,8');
    expect(vi.number(1234.567)).toBe('1.234,57');
    expect(vi.number(-3.25)).toBe('−3,25');
  });

  it.each([
    ['metres', 38.4, '38 m'], ['metres', 1234, '1,2 km'], ['metres', -120, '−120 m'], ['km', 3.456, '3,46 km'], ['km2', 12.5, '12,5 km²'], ['share', 0.1254, '12,5%'], ['share', 0.00018, '0,018%'], ['share', 6.2e-11, '< 0,001%'], ['share', 0, '0%'], ['days', 28, '28 ngày'],
    ['perKm2', 345.6, '346/km²'], ['perKm', 2.5, '2,5/km'], ['perDay', 0.25, '0,25/ngày'], ['p', 0.0121, '0,012'], ['p', 0.0002, '< 0,001'], ['z', 2.104, '2,1'], ['ratio', 3.4, '3,4'], ['count', 7, '7'], ['number', 0.000_34, '0,00034'],
  ] as const)('writes %s %d as %s', (unit, value, text) => { expect(vi.in(unit, value)).toBe(text); });

  it('writes probabilities as people print them', () => {
    expect(vi.p(0.012)).toBe('p = 0,012');
    expect(vi.p(0.001)).toBe('p = 0,001');
    expect(vi.p(0.000_999)).toBe('p < 0,001');
    expect(vi.p(1)).toBe('p = 1');
  });

  it('names wards, pairs, days, categories and clusters, composed, never by code', () => {
    expect(vi.ward('00169')).toBe('P. Quan Hoa');
    expect(vi.pair('00169/00007')).toBe('P. Quan Hoa – P. Cống Vị');
    expect(vi.pair('00169/00007')).toBe(vi.pair('00169/00007').normalize('NFC'));
    expect(vi.day('2026-10-31')).toBe('31/10/2026');
    expect(vi.category('theft')).toBe('Trộm cắp');
    expect(vi.cluster('t11')).toBe('Cụm Hoa – Đô – Phúc – Vị');
    expect([vi.ward('99999'), vi.category('99999'), vi.cluster('99999')]).toEqual(['…', '…', '…']);
  });
});

describe('phrases in English', () => {
  it('writes numbers, units and names the English way', () => {
    expect([en.count(20_014), en.number(15.828, 1), en.in('share', 0.1254), en.in('days', 1), en.in('days', 28), en.in('perDay', 0.25), en.in('metres', 1234)]).toEqual(['20,014', '15.8', '12.5%', '1 day', '28 days', '0.25/day', '1.2 km']);
    expect([en.p(0.012), en.p(0.0001), en.ward('00169'), en.pair('00169/00007')]).toEqual(['p = 0.012', 'p < 0.001', 'Quan Hoa Ward', 'Quan Hoa Ward – Cống Vị Ward']);
  });
});

describe('what can not be said', () => {
  it('is a dash, for null, absent values, NaN and infinities, in every unit', () => {
    for (const phrases of [vi, en]) {
      for (const value of [null, undefined, NaN, Infinity, -Infinity]) {
        for (const unit of UNITS) expect(phrases.in(unit, value)).toBe('–');
        expect([phrases.count(value), phrases.number(value), phrases.p(value), phrases.text(value)]).toEqual(['–', '–', '–', '–']);
      }
      expect([phrases.ward(null), phrases.pair(null), phrases.day(null), phrases.category(undefined), phrases.cluster(null)]).toEqual(['–', '–', '–', '–', '–']);
    }
  });

  it('never lets a number that is not zero read as zero, nor NaN through', () => {
    fc.assert(fc.property(fc.constantFrom(...UNITS), fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (unit, value) => {
      const text = en.in(unit, value);
      expect(text).not.toMatch(/NaN|∞|Infinity/);
      if (unit !== 'count' && unit !== 'metres') expect(text).not.toMatch(/^0(?![.\d])/);
    }));
  });
});

describe('a cell', () => {
  it('is written by its kind, a word of the method by its name', () => {
    const classes = { directed: 'Có chiều rõ' };
    expect(formatCell('code', 'directed', vi, classes)).toBe('Có chiều rõ');
    expect(formatCell('code', null, vi, classes)).toBe('–');
    expect(formatCell('pair', '00169/00007', vi, classes)).toBe('P. Quan Hoa – P. Cống Vị');
    expect(formatCell('day', '2026-10-31', vi, classes)).toBe('31/10/2026');
    expect(formatCell('metres', 28, vi, classes)).toBe('28 m');
    expect(formatCell('text', 'Đường Láng'.normalize('NFD'), vi, classes)).toBe('Đường Láng'.normalize('NFC'));
  });
});
