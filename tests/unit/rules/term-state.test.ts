import { expect, it } from 'vitest';
import type { Day } from '../../../lib/domain/instant';
import { findTermState } from '../../../lib/rules/term-state';

const term = { termFrom: '2026-01-01' as Day, termTo: '2026-12-31' as Day };

it.each<[string, object]>([
  ['2025-12-31', { state: 'not_yet', days: 1 }],
  ['2026-01-01', { state: 'in_force', days: 364 }],
  ['2026-10-31', { state: 'in_force', days: 61 }],
  ['2026-11-01', { state: 'ending', days: 60 }],
  ['2026-12-31', { state: 'ending', days: 0 }],
  ['2027-01-01', { state: 'lapsed', days: 1 }],
])('on %s', (day, state) => {
  expect(findTermState(term, day as Day)).toEqual(state);
});

it('without an end is in force for ever', () => {
  expect(findTermState({ ...term, termTo: null }, '2999-01-01' as Day)).toEqual({ state: 'in_force', days: null });
});
