import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldMarks, isNameMatch } from '../../../lib/format/fold-marks';
import { formatAge, formatDay, formatDayRange, formatInstant, formatLocalInput, formatMonth, parseDayInput, parseLocalInput } from '../../../lib/format/format-instant';
import { formatCount, formatMetres, formatPosition, formatShare } from '../../../lib/format/format-number';
import { formatShortWardName, formatWardInSentence } from '../../../lib/format/format-ward-name';
import { parseLanguage } from '../../../lib/format/language';

describe('numbers', () => {
  it('group and divide as each language does', () => {
    expect(formatCount(1_234_567, 'vi')).toBe('1.234.567');
    expect(formatCount(1_234_567, 'en')).toBe('1,234,567');
    expect(formatShare(0.3485, 'vi', 2)).toBe('34,85%');
    expect(formatShare(NaN, 'vi')).toBe('—');
  });
  it.each([[0, '0 m'], [0.4, '<1 m'], [27.6, '28 m'], [999.4, '999 m'], [999.6, '1 km'], [1234, '1,2 km']])('%s metres is %s', (metres, text) => {
    expect(formatMetres(metres, 'vi')).toBe(text);
  });
  it('writes a position latitude first, with the letters of the language', () => {
    expect(formatPosition([105.80616, 21.038981], 'vi')).toBe('21,03898° B, 105,80616° Đ');
    expect(formatPosition([-70, -33.5], 'en')).toBe('33.50000° S, 70.00000° W');
  });
});

describe('instants', () => {
  it('are in Viet Nam, two-digit day and month, time first', () => {
    expect(formatInstant('2025-06-30T18:05:00Z')).toBe('01:05 01/07/2025');
    expect(formatDay('2025-07-01')).toBe('01/07/2025');
    expect(formatDayRange('2025-07-01', null)).toBe('01/07/2025 – …');
    expect(formatMonth('2025-07-01')).toBe('07/2025');
  });
  it('survive the form', () => {
    // From 1976 on: until June 1975 Sài Gòn's clocks, which the zone follows, were an hour ahead.
    fc.assert(fc.property(fc.integer({ min: 200_000_000, max: 4_000_000_000 }), (seconds) => {
      const minute = Math.floor(seconds / 60) * 60_000;
      expect(Date.parse(parseLocalInput(formatLocalInput(minute)) ?? '')).toBe(minute);
    }));
    expect(parseLocalInput('2024-05-01T21:04')).toBe('2024-05-01T21:04:00+07:00');
    for (const bad of ['', '2024-05-01', '2024-02-30T10:00', '2024-05-01T25:00']) expect(parseLocalInput(bad)).toBeNull();
  });
  it('read typed days', () => {
    expect(parseDayInput('1/7/2025')).toBe('2025-07-01');
    expect(parseDayInput(' 01-07-2025 ')).toBe('2025-07-01');
    for (const bad of ['30/02/2025', '7/2025', '13/13/2025', '']) expect(parseDayInput(bad)).toBeNull();
  });
  it('say how old something is, in the largest fitting unit', () => {
    expect(formatAge(12_000, 'vi')).toBe('12 giây trước');
    expect(formatAge(3 * 60_000, 'en')).toBe('3 minutes ago');
    expect(formatAge(26 * 3_600_000, 'vi')).toBe('1 ngày trước');
    expect(formatAge(-5, 'en')).toBe('0 seconds ago');
  });
});

describe('names', () => {
  it('are short on the map and in NFC', () => {
    expect(formatShortWardName('Phường Quan Hoa')).toBe('P. Quan Hoa');
    expect(formatShortWardName('Xã Bát Tràng'.normalize('NFD'))).toBe('X. Bát Tràng');
    expect(formatShortWardName('Đặc khu Cát Hải')).toBe('ĐK. Cát Hải');
    expect(formatShortWardName('Cầu T11')).toBe('Cầu T11');
    expect(formatWardInSentence('Phường Quan Hoa', 'en')).toBe('Quan Hoa Ward');
  });
  it('are found with and without marks', () => {
    expect(foldMarks('Đống Đa')).toBe('dong da');
    expect(isNameMatch('Phường Nghĩa Đô', 'nghia do')).toBe(true);
    expect(isNameMatch('Phường Nghĩa Đô', 'Nghĩa'.normalize('NFD'))).toBe(true);
    expect(isNameMatch('Phường Láng', 'lạng')).toBe(false);
    expect(isNameMatch('Cụm Hoa – Đô – Phúc – Vị', 'phuc')).toBe(true);
    expect(isNameMatch('Phường Láng', '')).toBe(true);
  });
  it('fall back to Vietnamese', () => {
    expect([parseLanguage('en'), parseLanguage('fr'), parseLanguage(undefined)]).toEqual(['en', 'vi', 'vi']);
  });
});
