import { describe, expect, it } from 'vitest';
import { LEAD_REASONS, type Incident, type LeadReason, type LeadTraceStep } from '../../../lib/domain/incident';
import type { Instant } from '../../../lib/domain/instant';
import { LANGUAGES } from '../../../lib/format/language';
import { formatIncidentSentence } from '../../../lib/messages/format-locate';

const ward = (code: string, name: string) => ({ code, name: `Phường ${name}` });
const quanHoa = ward('00169', 'Quan Hoa');
const vinhPhuc = ward('00006', 'Vĩnh Phúc');
const nghiaDo = ward('00157', 'Nghĩa Đô');
const congVi = ward('00007', 'Cống Vị');
const AT = '2024-05-01T21:04:00+07:00' as Instant;

const detected = (of: typeof quanHoa, at: string | null = AT): LeadTraceStep => ({ kind: 'detected', ward: of, at: at as Instant | null, member: true });
const CLUSTER: LeadTraceStep = { kind: 'cluster', id: 'hdpv', name: 'Cụm Hoa – Đô – Phúc – Vị', regulationVersion: 3, widthMetres: 100 };

/** An incident at the T11 bridge, on the bank of Cống Vị, that Quan Hoa detected first. */
function atBridge(reason: LeadReason, steps: readonly LeadTraceStep[], patch: Partial<Incident> = {}): Incident {
  return {
    id: 'a', version: 1, category: 'drugs', occurredAt: '2024-05-01T20:58:00+07:00' as Instant, occurredUntil: null, position: [105.80616, 21.038981], accuracyMetres: null, status: 'reported', source: 'patrol',
    summary: null, editionId: 'e', ownership: { status: 'inside', owner: congVi, candidates: [congVi] }, neighbours: [{ ...vinhPhuc, distanceMetres: 38.2 }],
    borderZone: true, junction: false, widthMetres: 100, clusterId: 'hdpv', focusAreaId: null, detectedBy: quanHoa, detectedAt: AT,
    lead: { ward: quanHoa, reason, assists: [vinhPhuc, congVi, nghiaDo], onRequest: [], trace: [CLUSTER, ...steps] },
    reportedAt: AT, reportedByUnit: null, regulationVersion: 3, leadConfirmedAt: null, resolvedAt: null, outcomeReturnedAt: null, due: null, ...patch,
  };
}

describe('the sentence about a recorded incident', () => {
  it('reads as the regulation would be explained', () => {
    const incident = atBridge('first_detector', [detected(quanHoa)]);
    expect(formatIncidentSentence(incident, 'vi')).toBe(
      'thuộc P. Cống Vị; cách ranh giới P. Vĩnh Phúc 38 m; vùng giáp ranh 100 m; P. Quan Hoa phát hiện trước 21:04 → P. Quan Hoa chủ trì, 3 phường phối hợp; quy chế v3',
    );
    expect(formatIncidentSentence(incident, 'en')).toBe(
      'in Cống Vị Ward; 38 m from the border of Vĩnh Phúc Ward; border zone of 100 m; Quan Hoa Ward detected it first at 21:04 → Quan Hoa Ward leads, 3 wards assist; regulation v3',
    );
  });

  it('tells the lead\'s own detection, not an outsider\'s earlier one, and its day when that is another', () => {
    const incident = atBridge('first_detector', [detected(nghiaDo, '2024-05-01T20:59:00+07:00'), detected(quanHoa, '2024-05-02T00:10:00+07:00')]);
    expect(formatIncidentSentence(incident, 'vi')).toContain('P. Quan Hoa phát hiện trước 00:10 02/05/2024 →');
    expect(formatIncidentSentence(atBridge('first_detector', [detected(quanHoa, null)]), 'vi')).toContain('P. Quan Hoa phát hiện trước → P. Quan Hoa chủ trì');
  });

  const rule = (leadRule: 'owner' | 'standing_unit' | 'first_detector', mayLead: (typeof quanHoa)[] | null = null): LeadTraceStep => ({ kind: 'lead_rule', rule: leadRule, mayLead });
  it.each<[LeadReason, LeadTraceStep[], string, string]>([
    ['no_member_detected', [], 'không phường nào trong cụm phát hiện trước → P. Quan Hoa (sở tại) chủ trì, 3 phường phối hợp; quy chế v3', 'no ward of the cluster detected it → Quan Hoa Ward (owner) leads, 3 wards assist; regulation v3'],
    ['no_member_detected', [rule('first_detector', [congVi])], 'không phường nào được giao chủ trì khi phát hiện (P. Cống Vị) phát hiện trước → P. Quan Hoa (sở tại) chủ trì, 3 phường phối hợp; quy chế v3', 'no ward that may lead by detecting (Cống Vị Ward) detected it → Quan Hoa Ward (owner) leads, 3 wards assist; regulation v3'],
    ['regulation_owner', [rule('owner')], 'quy chế giao phường sở tại chủ trì → P. Quan Hoa (sở tại) chủ trì, 3 phường phối hợp; quy chế v3', 'the regulation lets the owner lead → Quan Hoa Ward (owner) leads, 3 wards assist; regulation v3'],
    ['regulation_owner', [rule('standing_unit')], 'quy chế giao đơn vị thường trực, nhưng cụm đang khuyết cụm trưởng → P. Quan Hoa (sở tại) chủ trì, 3 phường phối hợp; quy chế v3', 'the regulation lets the standing unit lead, but none is appointed → Quan Hoa Ward (owner) leads, 3 wards assist; regulation v3'],
    ['standing_unit', [rule('standing_unit')], 'quy chế giao đơn vị thường trực (cụm trưởng) chủ trì → P. Quan Hoa chủ trì, 3 phường phối hợp; quy chế v3', 'the regulation lets the standing unit lead → Quan Hoa Ward leads, 3 wards assist; regulation v3'],
    ['decision', [detected(congVi), { kind: 'decision', ward: quanHoa, at: AT }], 'theo quyết định của chỉ huy → P. Quan Hoa chủ trì, 3 phường phối hợp; quy chế v3', 'by decision of the commander → Quan Hoa Ward leads, 3 wards assist; regulation v3'],
    ['handed_over', [detected(congVi), { kind: 'handed_over', from: congVi, ward: quanHoa, at: AT }], 'P. Cống Vị bàn giao → P. Quan Hoa chủ trì, 3 phường phối hợp; quy chế v3', 'Cống Vị Ward handed it over → Quan Hoa Ward leads, 3 wards assist; regulation v3'],
    ['handed_over', [{ kind: 'handed_over', from: null, ward: quanHoa, at: AT }], 'được bàn giao → P. Quan Hoa chủ trì', 'handed over → Quan Hoa Ward leads'],
  ])('words %s', (reason, steps, vi, en) => {
    const incident = atBridge(reason, steps);
    expect(formatIncidentSentence(incident, 'vi').split('; ').slice(3).join('; ')).toContain(vi);
    expect(formatIncidentSentence(incident, 'en').split('; ').slice(3).join('; ')).toContain(en);
  });

  it('says that nobody leads, and has something to say for every reason', () => {
    const nobody = atBridge('outside', [], { ownership: { status: 'outside', owner: null, candidates: [] }, borderZone: false });
    const { lead } = nobody;
    expect(formatIncidentSentence({ ...nobody, lead: { ...lead, ward: null, trace: [] } }, 'vi')).toBe('ngoài mọi phường, xã đã nạp; cách ranh giới P. Vĩnh Phúc 38 m; chưa có đơn vị chủ trì');
    for (const language of LANGUAGES) for (const reason of LEAD_REASONS) expect(formatIncidentSentence(atBridge(reason, []), language)).not.toContain('undefined');
  });
});
