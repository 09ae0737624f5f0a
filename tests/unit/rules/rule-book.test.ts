import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../lib/domain/boundary';
import type { Day } from '../../../lib/domain/instant';
import { findDayRules, type RuleBook } from '../../../lib/rules/rule-book';
import { TOWN, TOWN_CLUSTER, townRules } from '../../fixtures/rule-town';

const day = (text: string): Day => text as Day;
/** Everything that is dated changes on a day of its own in 2024. */
const CHANGING: Cluster = {
  ...TOWN_CLUSTER,
  members: [...TOWN_CLUSTER.members, { wardCode: TOWN.C.code, from: day('2024-02-01'), to: null }],
  leads: [{ wardCode: TOWN.A.code, from: null, to: day('2024-03-31') }, { wardCode: TOWN.B.code, from: day('2024-04-01'), to: null }],
  focusAreas: TOWN_CLUSTER.focusAreas.map((area, place) => (place === 0 ? { ...area, to: day('2024-05-31') } : area)),
  regulations: TOWN_CLUSTER.regulations.map((one) => (one.version === 2 ? { ...one, from: day('2023-07-01'), to: day('2024-06-30') } : one))
    .concat(TOWN_CLUSTER.regulations.slice(1).map((one) => ({ ...one, version: 3, from: day('2024-07-01'), borderWidthMetres: 80 }))),
};
const DAYS = ['2024-01-15', '2024-02-15', '2024-04-15', '2024-06-15', '2024-07-15', '2025-02-01', '2025-08-01'];

function describeDay(rules: RuleBook, on: string) {
  const found = findDayRules(rules, `${on}T12:00:00+07:00`);
  const agreement = found?.agreements[0];
  return [found?.book.edition.id, agreement?.regulation.version, [...(agreement?.memberCodes ?? [])].length, agreement?.leadWardCode, found?.focusAreas.map(({ hit }) => hit.id).join(' '), found?.searchWidthMetres];
}

describe('the rules of a day', () => {
  it('follow every dated part of a cluster, in whatever order days are asked for', () => {
    const expected = [
      ['town', 2, 3, TOWN.A.code, 'market bridge', 150], ['town', 2, 4, TOWN.A.code, 'market bridge', 150], ['town', 2, 4, TOWN.B.code, 'market bridge', 150],
      ['town', 2, 4, TOWN.B.code, 'bridge', 150], ['town', 3, 4, TOWN.B.code, 'bridge', 100], ['town', undefined, 0, undefined, '', 100], ['merged', undefined, 0, undefined, '', 100],
    ];
    const forward = townRules([CHANGING]);
    expect(DAYS.map((on) => describeDay(forward, on))).toEqual(expected);
    const backward = townRules([CHANGING]);
    expect([...DAYS].reverse().map((on) => describeDay(backward, on))).toEqual([...expected].reverse());
  });

  it('are worked out once for days on which nothing changes', () => {
    const rules = townRules([CHANGING]);
    expect(findDayRules(rules, '2024-01-15T12:00:00Z')).toBe(findDayRules(rules, '2024-01-16T12:00:00Z'));
  });
});
