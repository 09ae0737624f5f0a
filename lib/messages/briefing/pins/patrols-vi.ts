import type { SlideTexts } from '../slide-texts';
import { when } from './pin-words';

const SIDES: Readonly<Record<string, string>> = { both: 'phủ cả hai bên ranh giới', one_side: 'chỉ phủ một bên ranh giới', none: 'chưa phủ ranh giới nào' };
const moreRows: SlideTexts['told'][string] = (v, s) => `Bảng chỉ nêu ${s.count(v.shown)} trong ${s.count(v.count)} dòng.`;

/** Words of what patrols covered. */
export const coverageVi: SlideTexts = {
  title: 'Độ phủ ranh giới',
  told: {
    more_rows: moreRows,
    coverage_empty: (v, s) => `Không ranh giới nào có tuần tra từ ${s.day(v.from)} đến ${s.day(v.to)}.`,
    coverage_found: (v, s) => `${when(v.cluster, () => `${s.cluster(v.cluster)}: `)}${s.count(v.bothSides)} trong ${s.count(v.arcs)} ranh giới được tuần tra từ cả hai bên, ${s.count(v.oneSide)} chỉ một bên, ${s.count(v.noSide)} chưa phủ (${s.day(v.from)} – ${s.day(v.to)}).`,
    coverage_full: (v, s) => `${when(v.cluster, () => `${s.cluster(v.cluster)}: `)}cả ${s.count(v.arcs)} ranh giới đều được tuần tra từ hai bên (${s.day(v.from)} – ${s.day(v.to)}).`,
    about_coverage: () => 'Phủ nghĩa là một cuộc tuần tra đã đi trong tầm nhìn của đoạn ranh giới; đó là nơi đã đi qua, không phải điều đã nhìn thấy. Chỉ tính hành trình đã nộp vào thời điểm số liệu.',
    gaps_only: () => 'Bảng và bản đồ chỉ nêu những ranh giới còn hở.',
    border_both: (v, s) => `${s.pair(v.pair)}: phủ cả hai bên.`, border_one_side: (v, s) => `${s.pair(v.pair)}: chỉ một bên.`, border_none: (v, s) => `${s.pair(v.pair)}: chưa phủ.`,
    legend_both: () => 'Phủ cả hai bên', legend_one_side: () => 'Chỉ một bên', legend_none: () => 'Chưa phủ',
  },
  facts: { both: { label: 'Cả hai bên' }, one_side: { label: 'Một bên' }, none: { label: 'Chưa phủ' }, share: { label: 'Chiều dài phủ hai bên' } },
  tables: { arcs: { title: 'Ranh giới, chỗ hở trước', columns: { border: 'Ranh giới', sides: 'Độ phủ', length: 'Dài', first: 'Bên thứ nhất', second: 'Bên thứ hai', both: 'Cả hai bên', patrols: 'Số cuộc', last: 'Lần cuối' } } },
  charts: {},
  classes: { both: 'Cả hai bên', one_side: 'Một bên', none: 'Chưa phủ' },
};

/** Words of one patrol. */
export const patrolPinVi: SlideTexts = {
  title: 'Cuộc tuần tra',
  told: {
    more_rows: moreRows,
    patrol_walked: (v, s) => `${s.text(v.name)} (${s.instant(v.from)}): đã đi, ${SIDES[String(v.sides)] ?? ''}; ${s.count(v.booked)} trong ${s.count(v.wards)} phường đã nhận.`,
    patrol_planned: (v, s) => `${s.text(v.name)} (${s.instant(v.from)}): chưa có hành trình, kế hoạch ${SIDES[String(v.sides)] ?? ''}; ${s.count(v.booked)} trong ${s.count(v.wards)} phường đã nhận.`,
    patrol_cancelled: (v, s) => `${s.text(v.name)} (${s.instant(v.from)}): đã hủy.`,
    patrol_untold: () => 'Cuộc tuần tra chưa đi: thời gian và tuyến không nêu trong bản ra ngoài.',
    about_reach: (v, s) => `Phủ nghĩa là đi cách ranh giới không quá ${s.in('metres', v.reach)}; chỉ tính hành trình đã nộp vào thời điểm số liệu.`,
    plan: () => 'Kế hoạch', walked: () => 'Đã đi', track: (v, s) => `Hành trình của ${s.ward(v.ward)}.`,
  },
  facts: { wards: { label: 'Phường tham gia' }, booked: { label: 'Đã nhận' }, tracks: { label: 'Hành trình' } },
  tables: {
    arcs: { title: 'Kế hoạch và thực hiện', columns: { border: 'Ranh giới', length: 'Dài', planned_both: 'Kế hoạch, hai bên', first: 'Bên thứ nhất', second: 'Bên thứ hai', both: 'Đã đi, hai bên' } },
    wards: { title: 'Phường tham gia', columns: { ward: 'Phường, xã', answer: 'Trả lời', tracks: 'Hành trình' } },
  },
  charts: { arcs: { title: 'Chiều dài phủ cả hai bên', x: 'Ranh giới', y: 'Mét', series: { planned_both: 'Kế hoạch', both: 'Đã đi' } } },
  classes: { asked: 'Chờ trả lời', booked: 'Đã nhận', declined: 'Từ chối' },
};
