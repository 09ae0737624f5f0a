import type { Values } from '../../../domain/analysis-result';
import type { Phrases } from '../../../messages/analysis/method-texts';
import type { SlideTexts } from '../slide-texts';
import { when } from './pin-words';

const METHODS: Readonly<Record<string, string>> = { years: 'So với cùng mùa bốn năm trước (Farrington–Noufaily)', cusum: 'Tổng tích lũy theo tuần (CUSUM)', events: 'Khoảng cách giữa các vụ' };
const placeOf = (v: Values, s: Phrases): string => (typeof v.cluster === 'string' ? s.cluster(v.cluster) : s.pair(v.pair));
const kindOf = (v: Values, s: Phrases): string => (v.category === null ? 'mọi loại' : s.category(v.category).toLocaleLowerCase('vi'));

/** Words of an alarm's control chart. */
export const alarmVi: SlideTexts = {
  title: 'Cảnh báo',
  told: {
    alarm_on: (v, s) => `${placeOf(v, s)}, ${kindOf(v, s)}: ${s.count(v.count)} vụ trong ${s.count(v.days)} ngày, thường ${s.number(v.expected, 1)}; từ ${s.day(v.since)}.`,
    alarm_quiet: (v, s) => `${placeOf(v, s)}, ${kindOf(v, s)}: ${s.count(v.count)} vụ trong ${s.count(v.days)} ngày đến ${s.day(v.to)}; biểu đồ không vượt giới hạn vào thời điểm số liệu.`,
    about_chart: (v, s) => `${METHODS[String(v.method)] ?? ''}. Khi không có gì thay đổi, biểu đồ này báo động giả không quá một lần trong ${s.count(v.runLength)} tuần; ${v.recurrence === null ? 'tín hiệu rõ như thế hầu như không xuất hiện ngẫu nhiên' : `tín hiệu rõ như thế ngẫu nhiên xuất hiện một lần trong ${s.count(v.recurrence)} tuần`}. ${s.count(v.charts)} biểu đồ cùng lúc: tối đa ${s.number(v.perMonth, 1)} báo động giả mỗi tháng.`,
    about_change: (v, s) => `${s.count(v.days)} ngày gần nhất so với nền: z = ${s.number(v.z, 1)} (${s.count(v.count)} vụ, nền ${s.count(v.before)} vụ trong ${s.count(v.beforeDays)} ngày); từ 3 trở lên là đáng kể.`,
    about_ewma: (v) => (v.over === 'over' ? 'Mức trung bình trượt (EWMA) cũng vượt giới hạn.' : 'Mức trung bình trượt (EWMA) chưa vượt giới hạn.'),
    about_quiet: (v, s) => `So với các tuần trước đó: ${s.count(v.before)} vụ${when(v.z, () => `, z = ${s.number(v.z, 1)}`)}; |z| dưới 3 thì chưa vượt mức ngẫu nhiên.`,
  },
  facts: { count: { label: 'Số vụ' }, expected: { label: 'Thường có' }, per_week: { label: 'Nền mỗi tuần' }, z: { label: 'z thay đổi' } },
  tables: { weeks: { title: 'Từng tuần, mới nhất trước', columns: { week: 'Tuần từ', count: 'Số vụ', expected: 'Thường có', statistic: 'Chỉ số', limit: 'Giới hạn', over: 'So với giới hạn' } } },
  charts: {
    weeks: { title: 'Số vụ mỗi tuần', x: 'Tuần từ', y: 'Số vụ', series: { count: 'Số vụ', expected: 'Thường có', limit: 'Ngưỡng' } },
    cusum: { title: 'Tổng tích lũy và giới hạn', x: 'Tuần từ', y: 'Tổng tích lũy', series: { statistic: 'Tổng tích lũy', limit: 'Giới hạn' } },
    events: { title: 'Độ bất ngờ −log₁₀ p và giới hạn', x: 'Tuần từ', y: '−log₁₀ p', series: { statistic: 'Độ bất ngờ', limit: 'Giới hạn' } },
  },
  classes: { over: 'Vượt', within: 'Trong giới hạn' },
};
