import type { SlideTexts } from '../slide-texts';
import { isBeyond, when } from './pin-words';

/** Words of a cluster; the words of its open steps are those of the slide of open items. */
export const clusterVi = ({ tables, charts, classes, facts }: SlideTexts): SlideTexts => ({
  title: 'Cụm liên kết',
  told: {
    cluster_calm: (v, s) => `${s.cluster(v.cluster)}: ${s.count(v.count)} vụ trong ${s.count(v.days)} ngày${when(v.before, () => ` (trước đó ${s.count(v.before)})`)}, không còn việc phối hợp nào mở.`,
    cluster_timely: (v, s) => `${s.cluster(v.cluster)}: ${s.count(v.count)} vụ trong ${s.count(v.days)} ngày${when(v.before, () => ` (trước đó ${s.count(v.before)})`)}, ${s.count(v.open)} việc còn mở, chưa việc nào quá hạn.`,
    cluster_late: (v, s) => `${s.cluster(v.cluster)}: ${s.count(v.count)} vụ trong ${s.count(v.days)} ngày${when(v.before, () => ` (trước đó ${s.count(v.before)})`)}; ${s.count(v.overdue)} trong ${s.count(v.open)} việc còn mở đã quá hạn, lâu nhất ${v.ward === null ? 'chưa rõ đơn vị' : s.ward(v.ward)}, quá ${s.minutes(v.late)}.`,
    about_change: (v, s) => `So với ${s.count(v.days)} ngày trước đó: ${s.count(v.before)} → ${s.count(v.count)} vụ, z = ${s.number(v.z, 1)}: ${isBeyond(v.z) ? 'vượt mức ngẫu nhiên' : 'chưa vượt mức ngẫu nhiên'}.`,
    about_open: () => 'Việc còn mở và thời hạn tính đến thời điểm số liệu.',
    legend_incident: () => 'Vụ việc',
  },
  facts: { count: { label: 'Vụ trong 28 ngày' }, before: { label: '28 ngày trước' }, open: facts.open ?? { label: 'Việc còn mở' }, overdue: facts.overdue ?? { label: 'Quá hạn' } },
  tables, charts, classes,
});
