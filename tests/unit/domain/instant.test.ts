import { describe, expect, it } from 'vitest';
import { dayOf, daySchema, instantSchema, isInForce, type Day } from '../../../lib/domain/instant';

describe('instants and days', () => {
  it.each(['2024-05-01T21:04:00+07:00', '2024-05-01T14:04:00Z', '2024-05-01T14:04:00.123Z'])('takes %s', (text) => {
    expect(instantSchema.safeParse(text).success).toBe(true);
  });
  it.each(['2024-05-01T21:04:00', '2024-05-01', '2024-02-30T00:00:00Z', '2024-05-01T25:00:00Z', '1024-05-01T00:00:00Z', '2024-05-01T21:04:00+15:00', '2024-05-01T21:04:00.0000000000000000000000000001Z', 'yesterday', ''])('refuses %s', (text) => {
    expect(instantSchema.safeParse(text).success).toBe(false);
  });
  it.each([['2024-02-29', true], ['2023-02-29', false], ['2024-13-01', false], ['2024-1-1', false], ['0000-01-01', false], ['0001-01-01', true]])('day %s: %s', (text, valid) => {
    expect(daySchema.safeParse(text).success).toBe(valid);
  });
  it.each([
    ['2024-05-01T21:04:00.123999+07:00', '2024-05-01T21:04:00.123+07:00'], ['2024-05-01T14:04:00.5Z', '2024-05-01T14:04:00.5Z'],
  ])('keeps of %s what it compares: %s', (text, kept) => {
    expect(instantSchema.parse(text)).toBe(kept);
  });
  it('reads days in Vietnamese time', () => {
    expect(dayOf('2025-06-30T16:59:59Z')).toBe('2025-06-30');
    expect(dayOf('2025-06-30T17:00:00Z')).toBe('2025-07-01');
  });
  it('counts both ends of a validity in', () => {
    const validity = { from: '2023-01-01', to: '2023-12-31' };
    expect(['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'].map((day) => isInForce(validity, day as Day))).toEqual([false, true, true, false]);
    expect(isInForce({ from: null, to: null }, '1900-01-01' as Day)).toBe(true);
  });
});
