import { describe, expect, it } from 'vitest';
import { LEAD_REASONS, type LeadReason, type LeadTraceStep } from '../../../lib/domain/incident';
import type { Day, Instant } from '../../../lib/domain/instant';
import type { LocateAnswer } from '../../../lib/domain/locate';
import { LANGUAGES } from '../../../lib/format/language';
import { formatLead, formatLocate, formatPlace } from '../../../lib/messages/format-locate';
import { en } from '../../../lib/messages/en';
import { vi } from '../../../lib/messages/vi';

const ward = (code: string, name: string) => ({ code, name: `Phường ${name}` });
const quanHoa = ward('00169', 'Quan Hoa');
const vinhPhuc = ward('00006', 'Vĩnh Phúc');
const nghiaDo = ward('00157', 'Nghĩa Đô');
const congVi = ward('00007', 'Cống Vị');

function buildAnswer(patch: Partial<LocateAnswer>, reason: LeadReason, trace: readonly LeadTraceStep[] = [], assists = [vinhPhuc, nghiaDo, congVi]): LocateAnswer {
  return {
    position: [105.80616, 21.038981], at: '2024-05-01T21:04:00+07:00' as Instant, edition: { id: 'e', effectiveFrom: '2008-08-01' as Day, effectiveTo: null }, status: 'inside',
    owner: quanHoa, candidates: [quanHoa], neighbours: [{ ...vinhPhuc, distanceMetres: 27.8 }], borderZone: true, junction: false, widthMetres: 100,
    focusArea: { id: 't11', name: 'Cầu T11' }, cluster: null, lead: { ward: quanHoa, reason, assists, onRequest: [], trace }, ...patch,
  };
}
const clusterStep: LeadTraceStep = { kind: 'cluster', id: 'hdpv', name: 'Cụm Hoa – Đô – Phúc – Vị', regulationVersion: 1, widthMetres: 100 };

describe('the sentence about a point', () => {
  it('says owner, neighbours, zone, lead and regulation', () => {
    const answer = buildAnswer({}, 'first_detector', [clusterStep]);
    expect(formatLocate(answer, 'vi')).toBe(
      'Thuộc P. Quan Hoa; cách P. Vĩnh Phúc 28 m; vùng giáp ranh 100 m, khu trọng điểm Cầu T11; nếu P. Quan Hoa phát hiện trước → P. Quan Hoa chủ trì, 3 phường phối hợp: P. Vĩnh Phúc, P. Nghĩa Đô, P. Cống Vị (quy chế v1, Cụm Hoa – Đô – Phúc – Vị).',
    );
    expect(formatLocate(answer, 'en')).toBe(
      'In Quan Hoa Ward; 28 m from Vĩnh Phúc Ward; border zone of 100 m, focus area Cầu T11; if Quan Hoa Ward detects it first → Quan Hoa Ward leads, 3 wards assist: Vĩnh Phúc Ward, Nghĩa Đô Ward, Cống Vị Ward (regulation v1, Cụm Hoa – Đô – Phúc – Vị).',
    );
  });

  it('says the place alone where the lead is said apart', () => {
    expect(formatPlace(buildAnswer({}, 'first_detector', [clusterStep]), 'vi')).toBe('Thuộc P. Quan Hoa; cách P. Vĩnh Phúc 28 m; vùng giáp ranh 100 m, khu trọng điểm Cầu T11.');
    expect(formatPlace(buildAnswer({ status: 'outside', owner: null, candidates: [], borderZone: false, neighbours: [], focusArea: null }, 'outside'), 'en')).toBe('Outside every loaded ward.');
  });

  it('says when nobody is near', () => {
    expect(formatLocate(buildAnswer({ neighbours: [], borderZone: false, focusArea: null }, 'owner', [], []), 'vi'))
      .toBe('Thuộc P. Quan Hoa; không thuộc vùng giáp ranh (100 m); P. Quan Hoa (sở tại) chủ trì, phường khác phối hợp khi có yêu cầu.');
  });

  it('names the pair without an agreement', () => {
    const answer = buildAnswer({ focusArea: null, junction: true }, 'no_agreement', [{ kind: 'no_cluster', pair: [quanHoa, vinhPhuc] }], []);
    expect(formatLocate(answer, 'vi')).toContain('ngã ba địa giới; chưa có quy chế phối hợp giữa P. Quan Hoa, P. Vĩnh Phúc → P. Quan Hoa (sở tại) chủ trì');
  });

  it('says that nobody owns a point outside, and how near the nearest ward is', () => {
    const answer = buildAnswer({ status: 'outside', owner: null, candidates: [], borderZone: false, focusArea: null }, 'outside', [], []);
    expect(formatLocate({ ...answer, lead: { ...answer.lead, ward: null } }, 'vi')).toBe('Ngoài mọi phường, xã đã nạp; cách P. Vĩnh Phúc 28 m; chưa có đơn vị chủ trì.');
  });

  it.each([['on_border', 'Trên ranh giới P. Quan Hoa, P. Cống Vị, tính cho P. Quan Hoa'], ['overlap', 'Nơi địa giới chồng lấn (P. Quan Hoa, P. Cống Vị), tính cho P. Quan Hoa'], ['gap', 'Trong khe hở địa giới, gần nhất là P. Quan Hoa']] as const)('words %s', (status, text) => {
    expect(formatLocate(buildAnswer({ status, candidates: [quanHoa, congVi] }, 'owner'), 'vi')).toMatch(new RegExp(`^${text.replace(/[()]/g, '\\$&')};`));
  });

  it('names four neighbours and counts the rest', () => {
    const neighbours = Array.from({ length: 6 }, (_, i) => ({ ...ward(`0000${i}`, `W${i}`), distanceMetres: i + 1 }));
    expect(formatLocate(buildAnswer({ neighbours }, 'owner'), 'vi')).toContain('P. W3 4 m, và 2 phường khác;');
  });

  it('tells what was from what would be, a tie, and a decision', () => {
    const { lead } = buildAnswer({}, 'first_detector', [clusterStep]);
    expect(formatLead(lead, 'vi', false)).toMatch(/^P\. Quan Hoa phát hiện trước →/);
    expect(formatLead({ ...lead, trace: [{ kind: 'tie', wards: [quanHoa, congVi], at: '2024-05-01T21:04:00Z' as Instant }] }, 'vi', false)).toMatch(/^P\. Quan Hoa, P\. Cống Vị cùng phát hiện →/);
    expect(formatLead({ ...lead, reason: 'decision' }, 'vi', false)).toMatch(/^theo quyết định của chỉ huy/);
    expect(formatLead({ ...lead, reason: 'no_member_detected' }, 'en', false)).toMatch(/^no ward of the cluster detected it → Quan Hoa Ward \(owner\) leads/);
  });

  it('has something to say for every reason in every language', () => {
    for (const language of LANGUAGES) for (const reason of LEAD_REASONS) {
      expect(formatLead(buildAnswer({}, reason).lead, language, true).length).toBeGreaterThan(10);
    }
  });
});

interface Tree { readonly [key: string]: string | Tree | ((...parameters: never[]) => string) }

/** Every text by its path; a function is asked with its own parameter names. */
function* texts(tree: Tree, path = ''): Generator<readonly [string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [`${path}${key}`, value];
    else if (typeof value === 'function') yield [`${path}${key}()`, (value as (...parameters: string[]) => string)('«1»', '«2»')];
    else yield* texts(value, `${path}${key}.`);
  }
}

describe('the dictionaries', () => {
  const vietnamese = new Map(texts(vi));
  const english = new Map(texts(en));
  it('have the same keys and no empty text', () => {
    expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort());
    for (const [, text] of [...vietnamese, ...english]) expect(text.trim()).not.toBe('');
  });
  it('use the same parameters', () => {
    const used = (text: string | undefined) => [...(text?.matchAll(/«\d»/g) ?? [])].map(String).sort();
    for (const [key, text] of vietnamese) expect([key, used(english.get(key))]).toEqual([key, used(text)]);
  });
  it('are in NFC', () => {
    for (const [, text] of vietnamese) expect(text).toBe(text.normalize('NFC'));
  });
});
