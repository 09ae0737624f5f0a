import type { SlideTexts } from '../slide-texts';

/** Words of pinned maps and zones, and of what is not there. */
export const pinVi: SlideTexts = {
  title: 'Đưa vào giao ban',
  told: {
    legend_incident: () => 'Vụ việc',
    pin_map: (v, s) => `${s.count(v.count)} vụ trong khung nhìn từ ${s.day(v.from)} đến ${s.day(v.to)}, ${s.count(v.near)} ở giáp ranh; ${s.count(v.days)} ngày trước đó ${s.count(v.before)}.`,
    pin_zone: (v, s) => `${s.count(v.count)} vụ trong khu vực từ ${s.day(v.from)} đến ${s.day(v.to)}, ${s.count(v.near)} ở giáp ranh; ${s.count(v.days)} ngày trước đó ${s.count(v.before)}.`,
    pin_map_alone: (v, s) => `${s.count(v.count)} vụ trong khung nhìn từ ${s.day(v.from)} đến ${s.day(v.to)}, ${s.count(v.near)} ở giáp ranh.`,
    pin_zone_alone: (v, s) => `${s.count(v.count)} vụ trong khu vực từ ${s.day(v.from)} đến ${s.day(v.to)}, ${s.count(v.near)} ở giáp ranh.`,
    pin_empty: (v, s) => `Không có vụ nào ở đây từ ${s.day(v.from)} đến ${s.day(v.to)}.`,
    pin_gone: () => 'Nội dung này chưa có vào thời điểm số liệu, hoặc không còn đọc được.',
    about_pin: (v, s) => `So với ${s.count(v.days)} ngày trước đó: ${s.count(v.before)} → ${s.count(v.count)} vụ, z = ${s.number(v.z, 1)}; |z| dưới 3 thì chưa vượt mức ngẫu nhiên.`,
    about_state: () => 'Trạng thái, quá hạn như đã biết vào thời điểm số liệu; vụ còn mở trước kia nay có thể đã xong, nên không so với trước.',
    // Of snapshots that were made before charts had words of their own.
    pin_chart: (v, s) => `${s.count(v.count)} vụ từ ${s.day(v.from)} đến ${s.day(v.to)}; ${s.count(v.days)} ngày trước đó ${s.count(v.before)}.`,
    about_status: () => 'Bộ lọc theo trạng thái của khung nhìn không áp dụng được cho quá khứ nên đã bỏ.',
    more_points: (v, s) => `Bản đồ chỉ vẽ ${s.count(v.shown)} trong ${s.count(v.count)} vụ.`,
    zone: (v, s) => s.text(v.name),
  },
  facts: { count: { label: 'Số vụ' }, before: { label: 'Kỳ trước' }, near: { label: 'Ở giáp ranh' }, z: { label: 'z thay đổi' } },
  tables: {
    periods: { title: 'Theo kỳ', columns: { from: 'Từ ngày', now: 'Số vụ', year_before: 'Cùng kỳ năm trước' } },
    categories: { title: 'Theo loại', columns: { name: 'Loại', count: 'Số vụ' } }, wards: { title: 'Theo phường, xã', columns: { name: 'Phường, xã', count: 'Số vụ' } },
  },
  charts: { periods: { title: 'Số vụ theo kỳ', x: 'Ngày đầu kỳ', y: 'Số vụ', series: { now: 'Kỳ này', year_before: 'Cùng kỳ năm trước' } } },
  classes: {},
};
