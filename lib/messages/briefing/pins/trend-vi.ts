import type { SlideTexts } from '../slide-texts';
import { isBeyond, nameGroup, when } from './pin-words';

const classes = {
  none: 'Không thuộc nhóm nào', border: 'Vùng giáp ranh', interior: 'Bên trong', all: 'Tất cả', reported: 'Mới tiếp nhận', in_progress: 'Đang xử lý', resolved: 'Đã giải quyết', closed: 'Đã kết thúc', owner: 'Phường sở tại', first_detector: 'Phát hiện trước',
  no_member_detected: 'Không thành viên nào phát hiện', no_agreement: 'Chưa có quy chế', decision: 'Chỉ huy quyết định', outside: 'Ngoài địa giới', regulation_owner: 'Quy chế: sở tại', standing_unit: 'Quy chế: cụm trưởng', handed_over: 'Nhận bàn giao',
};
const beyond = (isClear: boolean): string => (isClear ? 'vượt mức ngẫu nhiên' : 'chưa vượt mức ngẫu nhiên');

/** Words of a chart of the trends page. */
export const trendVi: SlideTexts = {
  title: 'Diễn biến',
  told: {
    more_rows: (v, s) => `Bảng chỉ nêu ${s.count(v.shown)} trong ${s.count(v.count)} dòng.`,
    trend_empty: (v, s) => `Không có vụ nào từ ${s.day(v.from)} đến ${s.day(v.to)}.`,
    trend_series: (v, s) => `${s.count(v.count)} vụ từ ${s.day(v.from)} đến ${s.day(v.to)}${v.has === 'year' ? `; các kỳ có số cùng kỳ năm trước: ${s.count(v.before)} → ${s.count(v.now)}` : ''}.`,
    trend_groups: (v, s) => `${s.count(v.count)} vụ từ ${s.day(v.from)} đến ${s.day(v.to)}, nhiều nhất: ${nameGroup(v, s, classes)} (${s.count(v.most)}).`,
    trend_wards: (v, s) => `${s.count(v.count)} vụ ở ${s.count(v.wards)} phường, xã từ ${s.day(v.from)} đến ${s.day(v.to)}: ${s.count(v.rises)} nơi tăng rõ, ${s.count(v.falls)} nơi giảm rõ so với cùng kỳ năm trước.`,
    trend_hours: (v, s) => `${s.count(v.count)} vụ từ ${s.day(v.from)} đến ${s.day(v.to)}, đông nhất vào giờ ${s.text(v.hour)} (${s.count(v.most)}).`,
    about_year: (v, s) => `Cùng kỳ năm trước: ${s.count(v.before)} → ${s.count(v.now)} vụ, z = ${s.number(v.z, 1)}: ${beyond(isBeyond(v.z))}.`,
    about_year_rates: (v, s) => `Cùng kỳ năm trước dài khác: ${s.count(v.before)} → ${s.count(v.now)} vụ${when(v.ratio, () => `, nhịp gấp ${s.number(v.ratio, 2)}`)}${when(v.low, () => ` (khoảng ${s.number(v.low, 2)}${when(v.high, () => ` – ${s.number(v.high, 2)}`)})`)}, ${s.p(v.p)}: ${beyond(isBeyond(null, v.p))}.`,
    about_wards: () => 'Tăng, giảm rõ là |z| trên 3 so với cùng kỳ năm trước; xét nhiều phường cùng lúc nên vài nơi có thể tình cờ vượt ngưỡng.',
    about_hours: (v, s) => `Nếu giờ nào cũng như nhau, giờ đông nhất có từng ấy vụ với ${s.p(v.p)}, đã tính đến 24 giờ: ${beyond(isBeyond(null, v.p))}.`,
    about_spans: (v, s) => `${s.count(v.uncertain)} vụ chỉ biết khoảng thời gian, được chia đều cho các giờ trong khoảng đó.`,
    records_end: (v, s) => `Ghi nhận dừng ở ngày ${s.day(v.day)}; sau đó là chưa biết, không phải không có.`,
  },
  facts: { count: { label: 'Số vụ' }, year_before: { label: 'Cùng kỳ năm trước' } },
  tables: {
    periods: { title: 'Theo kỳ', columns: { from: 'Từ ngày', now: 'Số vụ', year_before: 'Cùng kỳ năm trước' } },
    groups: { title: 'Theo nhóm', columns: { group: 'Nhóm', now: 'Số vụ', year_before: 'Cùng kỳ năm trước' } },
    wards: { title: 'Theo phường, xã', columns: { ward: 'Phường, xã', now: 'Số vụ', year_before: 'Cùng kỳ năm trước', z: 'z', most: 'Kỳ nhiều nhất' } },
    hours: { title: 'Theo giờ và thứ', columns: { hour: 'Giờ', mon: 'T2', tue: 'T3', wed: 'T4', thu: 'T5', fri: 'T6', sat: 'T7', sun: 'CN' } },
  },
  charts: {
    periods: { title: 'Số vụ theo kỳ', x: 'Ngày đầu kỳ', y: 'Số vụ', series: { now: 'Kỳ này', year_before: 'Cùng kỳ năm trước' } },
    groups: { title: 'Số vụ theo kỳ và nhóm', x: 'Ngày đầu kỳ', y: 'Số vụ', series: { rest: 'Các nhóm còn lại' } },
    wards: { title: 'Năm nay và năm trước, thay đổi lớn trước', x: 'Phường, xã', y: 'Số vụ', series: { now: 'Kỳ này', year_before: 'Cùng kỳ năm trước' } },
    hours: { title: 'Theo giờ trong ngày', x: 'Giờ', y: 'Số vụ', series: { all: 'Mọi ngày trong tuần' } },
  },
  classes,
};
