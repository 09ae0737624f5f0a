import { expect, it } from 'vitest';
import type { Session } from '../../../lib/db/session';
import type { Day } from '../../../lib/domain/instant';
import { listSpokenWards } from '../../../lib/http/spoken-wards';

const day = (text: string) => text as Day;
const unit = (editionId: string, code: string, from: string, to: string | null) => ({ id: `${editionId}:${code}`, name: code, from: day(from), to: to === null ? null : day(to), wards: [{ editionId, code, name: code }] });
const officer = (...units: Session['units']): Session => ({ userId: 'u', role: 'officer', units, accessToken: '', email: null });
const OLD = { id: 'old', effectiveTo: day('2025-06-30') };
const NEW = { id: 'new', effectiveTo: null };
const TODAY = day('2026-05-01');
const through = officer(unit('old', '00169', '2010-01-01', '2025-06-30'), unit('new', '00160', '2025-07-01', null));

it('an officer speaks for the ward of today, and for the one that ended with its edition', () => {
  expect(listSpokenWards(through, NEW, TODAY)).toEqual(['00160']);
  expect(listSpokenWards(through, OLD, TODAY)).toEqual(['00169']);
});

it('who moved away does not speak for the ward left behind', () => {
  const moved = officer(unit('new', '00004', '2025-07-01', '2025-12-31'), unit('new', '00003', '2026-01-01', null));
  expect(listSpokenWards(moved, NEW, TODAY)).toEqual(['00003']);
});

it('who serves nowhere today, or is no officer, speaks for no ward', () => {
  expect(listSpokenWards(officer(unit('old', '00169', '2010-01-01', '2025-06-30')), OLD, TODAY)).toEqual([]);
  expect(listSpokenWards({ ...through, role: 'analyst' }, NEW, TODAY)).toEqual([]);
});
