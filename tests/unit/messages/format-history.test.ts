import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/format/language';
import { formatHistoryEntry, type HistoryFacts } from '../../../lib/messages/format-history';
import { getMessages } from '../../../lib/messages/get-messages';

const WARDS: Readonly<Record<string, string>> = { '00160': 'P. Nghĩa Đô', '00008': 'P. Ngọc Hà' };
const names = { ward: (code: string) => WARDS[code] ?? 'khác', unit: (id: string) => `đơn vị ${WARDS[id.split(':')[1] ?? ''] ?? id}` };
const vi = getMessages('vi');
const entry = (kind: string, before: unknown, after: unknown): HistoryFacts => ({ actorRole: 'officer', actorUnit: 'e:00008', kind, before, after });
const tell = (facts: HistoryFacts) => formatHistoryEntry(facts, names, vi);

describe('a history entry', () => {
  it('names the ward of an assist, a hand-over, a detection and a decision', () => {
    expect(tell(entry('assist_accepted', { assist: { ward: '00008', status: 'asked' } }, { assist: { ward: '00008', status: 'accepted' } })).text).toBe('P. Ngọc Hà nhận phối hợp');
    expect(tell(entry('hand_over_offered', {}, { handOver: { ward: '00160', status: 'offered' } })).text).toBe('Đề nghị chuyển vụ việc cho P. Nghĩa Đô');
    expect(tell(entry('detected', {}, { detection: { ward: '00160', at: '2026-11-01T14:04:00Z' } })).text).toBe('Ghi nhận P. Nghĩa Đô phát hiện lúc 21:04 01/11/2026');
    expect(tell(entry('decision', { lead_code: '00008' }, { lead_code: '00160' })).text).toBe('Quyết định P. Nghĩa Đô chủ trì');
  });

  it('tells before and after of status, lead, assists and deadlines', () => {
    expect(tell(entry('status', { status: 'reported' }, { status: 'in_progress' })).changes).toEqual(['Trạng thái: Mới tiếp nhận → Đang xử lý']);
    expect(tell(entry('detected', { lead_code: null }, { lead_code: '00160' })).changes).toEqual(['Chủ trì: chưa có → P. Nghĩa Đô']);
    const assists = entry('decision', { assists: [{ ward: '00160', status: 'asked' }] }, { assists: [{ ward: '00160', status: 'cancelled' }, { ward: '00008', status: 'asked' }] });
    expect(tell(assists).changes).toEqual(['P. Nghĩa Đô: Chờ trả lời → Không cần nữa', 'P. Ngọc Hà: chưa phối hợp → Chờ trả lời']);
    expect(tell(entry('deadlines', {}, { resolve_due_at: '2026-11-02T10:00:00+07:00' })).changes).toEqual(['Giải quyết: hạn 10:00 02/11/2026']);
    expect(tell(entry('detected', {}, { resolve_due_at: '2026-11-02T10:00:00+07:00' })).changes).toEqual([]);
  });

  it('says who did it, and marks a refused attempt as no event', () => {
    expect(tell(entry('status', {}, {}))).toMatchObject({ who: 'đơn vị P. Ngọc Hà · Cán bộ phường', quiet: false });
    expect(tell({ ...entry('refused', null, { action: 'assist_accept' }), actorUnit: null, actorRole: 'viewer' })).toEqual({
      text: 'Bị từ chối vì không đủ quyền: nhận phối hợp', changes: [], who: 'Người xem', quiet: true,
    });
    expect(tell({ ...entry('reported', null, {}), actorUnit: null, actorRole: null }).who).toBe('Hệ thống');
  });

  it('never throws and never shows an object, whatever the columns hold', () => {
    const kinds = fc.oneof(fc.constantFrom('refused', 'detected', 'decision', 'deadlines', 'assist_asked', 'status', 'imported'), fc.string());
    fc.assert(fc.property(kinds, fc.jsonValue(), fc.jsonValue(), fc.constantFrom(...LANGUAGES), (kind, before, after, language) => {
      const line = formatHistoryEntry(entry(kind, before, after), names, getMessages(language));
      expect(line.text.length).toBeGreaterThan(0);
      expect([line.text, ...line.changes].join()).not.toMatch(/\[object|undefined|NaN/);
    }));
  });
});
