import type { Values } from '../../../domain/analysis-result';
import type { Phrases } from '../../../messages/analysis/method-texts';
import type { SlideTexts } from '../slide-texts';
import { when } from './pin-words';

const LEADS: Readonly<Record<string, string>> = { first_detector: 'đơn vị phát hiện trước chủ trì', owner: 'phường sở tại chủ trì', standing_unit: 'cụm trưởng chủ trì' };
const rule = (v: Values, s: Phrases): string => {
  const parts = [when(v.width, () => `bề rộng ${s.in('metres', v.width)}`), when(v.leadRule, () => LEADS[String(v.leadRule)] ?? ''), when(v.defaultWidth, () => `bề rộng chung ${s.in('metres', v.defaultWidth)}`)].filter((part) => part !== '');
  return `${when(v.cluster, () => `${s.cluster(v.cluster)}, `)}${parts.join(', ')}`;
};

/** Words of what another rule would have done. */
export const rulesVi: SlideTexts = {
  title: 'Thử quy tắc khác',
  told: {
    more_rows: (v, s) => `Bảng chỉ nêu ${s.count(v.shown)} trong ${s.count(v.count)} dòng.`,
    rules_empty: (v, s) => `Không có vụ nào từ ${s.day(v.from)} đến ${s.day(v.to)} để thử quy tắc (${rule(v, s)}).`,
    rules_same: (v, s) => `Với ${rule(v, s)}: đơn vị chủ trì của ${s.count(v.count)} vụ không đổi; số vụ trong vùng giáp ranh ${s.count(v.before)} → ${s.count(v.after)}.`,
    rules_moved: (v, s) => `Với ${rule(v, s)}: ${s.count(v.moved)} trong ${s.count(v.count)} vụ đổi đơn vị chủ trì; số vụ trong vùng giáp ranh ${s.count(v.before)} → ${s.count(v.after)}.`,
    about_rules: (v, s) => `Diễn lại các vụ từ ${s.day(v.from)} đến ${s.day(v.to)} theo quy chế đã biết vào thời điểm số liệu, trước và sau khi đổi. Đây là phép tính, không phải ngẫu nhiên; người ta có thể đã hành động khác nếu quy tắc khác.`,
    about_unknown: (v, s) => `${s.count(v.count)} vụ trong vùng không rõ ai phát hiện: quy tắc về phát hiện không làm chúng chuyển.`,
    about_recorded: (v, s) => `${s.count(v.count)} vụ đã có chủ trì khác với quy tắc, do quyết định, bàn giao hoặc hiểu biết sau này.`,
    about_edition: (v, s) => `${s.count(v.count)} vụ ở ngày không có địa giới nào nên không diễn lại được.`,
  },
  facts: { count: { label: 'Số vụ' }, moved: { label: 'Đổi chủ trì' }, before: { label: 'Trong vùng, trước' }, after: { label: 'Trong vùng, sau' } },
  tables: {
    pairs: { title: 'Từ ai sang ai', columns: { from: 'Trước', to: 'Sau', count: 'Số vụ' } }, wards: { title: 'Số vụ chủ trì', columns: { ward: 'Phường, xã', before: 'Trước', after: 'Sau' } },
  },
  charts: { wards: { title: 'Số vụ chủ trì, thay đổi lớn trước', x: 'Phường, xã', y: 'Số vụ', series: { before: 'Trước', after: 'Sau' } } },
  classes: {},
};
