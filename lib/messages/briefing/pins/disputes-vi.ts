import type { Values } from '../../../domain/analysis-result';
import type { Phrases } from '../../../messages/analysis/method-texts';
import type { SlideTexts } from '../slide-texts';
import { when } from './pin-words';

const RISKS: Readonly<Record<string, string>> = { high: 'nguy cơ cao', medium: 'nguy cơ vừa', low: 'nguy cơ thấp' };
const about = (v: Values, s: Phrases): string => `${when(v.ward, () => ` ở ${s.ward(v.ward)}`)}${when(v.risk, () => `, ${RISKS[String(v.risk)] ?? ''}`)}`;

/** Words of the disputes. */
export const disputesVi: SlideTexts = {
  title: 'Mâu thuẫn, tranh chấp',
  told: {
    disputes_none: (v, s) => `Không có mâu thuẫn nào${about(v, s)} vào thời điểm số liệu.`,
    disputes_timely: (v, s) => `${s.count(v.count)} mâu thuẫn${about(v, s)}, ${s.count(v.open)} còn mở, chưa vụ nào quá hạn.`,
    disputes_overdue: (v, s) => `${s.count(v.count)} mâu thuẫn${about(v, s)}, ${s.count(v.open)} còn mở, trong đó ${s.count(v.overdue)} đã quá hạn.`,
    about_disputes: () => 'Đếm theo giai đoạn vào thời điểm số liệu; không có nội dung vụ nào.',
    about_judged: (v, s) => `Giải quyết đúng hạn: ${s.count(v.inTime)} trong ${s.count(v.judged)} vụ đã giải quyết hoặc đã qua hạn; vụ đã rút, hoặc chuyển đúng hạn, không tính.`,
  },
  facts: { count: { label: 'Mâu thuẫn' }, open: { label: 'Còn mở' }, overdue: { label: 'Quá hạn' }, in_time: { label: 'Giải quyết đúng hạn' } },
  tables: { stages: { title: 'Theo giai đoạn', columns: { stage: 'Giai đoạn', count: 'Số vụ', overdue: 'Quá hạn' } } },
  charts: { stages: { title: 'Theo giai đoạn', x: 'Giai đoạn', y: 'Số vụ', series: { count: 'Số vụ' } } },
  classes: { received: 'Mới tiếp nhận', mediating: 'Đang hòa giải', settled: 'Đã giải quyết', handed_over: 'Đã chuyển', withdrawn: 'Đã rút' },
};
