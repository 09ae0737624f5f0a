import { describe, expect, it } from 'vitest';
import { disputeChangeSchema, disputeExtendSchema, disputeSessionSchema, disputeSettleSchema, newDisputeRuleSchema, newDisputeSchema } from '../../../lib/domain/dispute';
import { parseDisputeCursor, cursorAfterDispute, splitWard } from '../../../lib/http/dispute-queries';
import { permissionsOfDispute } from '../../../lib/http/dispute-permissions';
import { DISPUTE_ACTIONS, type DisputeStage } from '../../../lib/domain/dispute';
import type { Instant } from '../../../lib/domain/instant';

const NEW = { lon: 105.8, lat: 21, kind: 'neighbours', parties: [{ role: 'neighbour', count: 2 }], source: 'resident', receivedAt: '2026-11-01T08:00:00+07:00', risk: 'low' };
const fault = (schema: { safeParse: (given: unknown) => { success: boolean; error?: { issues: { path: PropertyKey[] }[] } } }, given: object): string =>
  schema.safeParse(given).error?.issues.map(({ path }) => path.join('.')).filter((one, place, all) => all.indexOf(one) === place).join(' ') ?? 'ok';

describe('what a dispute may say', () => {
  it.each<[string, object, string]>([
    ['a place', {}, 'ok'],
    ['an incident instead', { lon: undefined, lat: undefined, incidentId: crypto.randomUUID() }, 'ok'],
    ['both', { incidentId: crypto.randomUUID() }, 'incidentId'],
    ['neither', { lon: undefined, lat: undefined }, 'lon lat'],
    ['half a place', { lat: undefined }, 'lat'],
    ['two roles of one', { parties: [{ role: 'landlord', count: 1 }, { role: 'tenant', count: 3 }] }, 'ok'],
    ['one party alone', { parties: [{ role: 'trader', count: 1 }] }, 'parties'],
    ['a role twice', { parties: [{ role: 'trader', count: 1 }, { role: 'trader', count: 2 }] }, 'parties'],
    ['a role nobody knows', { parties: [{ role: 'Nguyễn Văn A', count: 2 }] }, 'parties.0.role'],
    ['a name beside the role', { parties: [{ role: 'trader', count: 2, name: 'x' }] }, 'parties.0'],
    ['no instant', { receivedAt: '2026-11-01T08:00' }, 'receivedAt'],
    ['an unknown kind', { kind: 'war' }, 'kind'],
  ])('%s', (_, more, expected) => {
    expect(fault(newDisputeSchema, { ...NEW, ...more })).toBe(expected);
  });

  it.each<[string, Parameters<typeof fault>[0], object, string]>([
    ['a change of nothing', disputeChangeSchema, { version: 1 }, ''],
    ['a withdrawal', disputeChangeSchema, { version: 1, withdraw: { reason: 'rút đơn' } }, 'ok'],
    ['a withdrawal with more', disputeChangeSchema, { version: 1, withdraw: { reason: 'rút đơn' }, risk: 'low' }, 'withdraw'],
    ['no follow-up', disputeChangeSchema, { version: 1, followUpDay: null }, 'ok'],
    ['a session held that was not planned', disputeSessionSchema, { version: 1, action: 'hold', heldAt: NEW.receivedAt, outcome: 'agreed' }, 'team'],
    ['a planned session held', disputeSessionSchema, { version: 1, action: 'hold', number: 1, heldAt: NEW.receivedAt, outcome: 'agreed' }, 'ok'],
    ['a settlement without words', disputeSettleSchema, { version: 1, settledOn: '2026-11-02' }, 'outcome'],
    ['a follow-up before it', disputeSettleSchema, { version: 1, settledOn: '2026-11-02', outcome: 'x', followUpDay: '2026-11-02' }, 'followUpDay'],
    ['an extension without its reason', disputeExtendSchema, { version: 1, dueDay: '2026-11-02', reason: ' ' }, 'reason'],
    ['a rule without an end', newDisputeRuleSchema, { version: 1, rule: { days: { high: 0, medium: 10, low: 20 }, warnShare: 0.3, failedSessions: 2, highRiskSessionHours: 48 } }, 'rule.days.high'],
  ])('%s', (_, schema, given, expected) => {
    expect(fault(schema, given)).toBe(expected);
  });
});

describe('who may do what', () => {
  const allowed = (role: 'viewer' | 'officer' | 'analyst' | 'commander' | 'admin', speaks: boolean, stage: DisputeStage) => {
    const may = permissionsOfDispute({ role, speaks }, { stage });
    return DISPUTE_ACTIONS.filter((action) => may[action]).join(' ');
  };
  it.each([
    ['officer', true, 'received', 'change session escalate settle hand_over withdraw'],
    ['officer', true, 'mediating', 'change session escalate settle hand_over withdraw'],
    ['officer', true, 'settled', 'change reopen'],
    ['officer', true, 'handed_over', 'reopen'],
    ['officer', false, 'received', ''],
    ['analyst', false, 'received', ''],
    ['viewer', false, 'received', ''],
    ['commander', false, 'mediating', 'change session escalate settle hand_over withdraw extend'],
    ['admin', false, 'withdrawn', 'reopen'],
  ] as const)('%s, speaks %s, %s', (role, speaks, stage, expected) => {
    expect(allowed(role, speaks, stage)).toBe(expected);
  });
});

it('a cursor is ours or none', () => {
  const place = { receivedAt: '2026-11-01T01:00:00.123Z' as Instant, id: crypto.randomUUID() };
  expect(parseDisputeCursor(cursorAfterDispute(place))).toEqual(place);
  for (const bad of ['', 'x', Buffer.from('[1,2]').toString('base64url'), Buffer.from('["2026-11-01T01:00:00Z","1"]').toString('base64url')]) expect(parseDisputeCursor(bad)).toBeNull();
  expect([splitWard('grid/00001'), splitWard('00001'), splitWard(undefined)]).toEqual([{ edition: 'grid', ward: '00001' }, { edition: undefined, ward: '00001' }, { edition: undefined, ward: undefined }]);
});
