import type { SlideTexts } from '../slide-texts';
import { isBeyond, when } from './pin-words';

const moreRows: SlideTexts['told'][string] = (v, s) => `Bảng chỉ nêu ${s.count(v.shown)} trong ${s.count(v.count)} dòng.`;

/** Words of a review of a span. */
export const reviewVi: SlideTexts = {
  title: 'Sơ kết, tổng kết',
  told: {
    more_rows: moreRows,
    review_empty: (v, s) => `Không có vụ việc hay tin báo nào từ ${s.day(v.from)} đến ${s.day(v.to)}.`,
    review_counts: (v, s) => `${when(v.cluster, () => `${s.cluster(v.cluster)}: `)}${s.count(v.count)} vụ từ ${s.day(v.from)} đến ${s.day(v.to)}, ${s.count(v.near)} ở giáp ranh; ${s.count(v.handled)} trong ${s.count(v.received)} tin báo đã giải quyết.`,
    review_found: (v, s) => `${when(v.cluster, () => `${s.cluster(v.cluster)}: `)}${s.count(v.count)} vụ từ ${s.day(v.from)} đến ${s.day(v.to)}, ${s.count(v.near)} ở giáp ranh; ${s.count(v.handled)} trong ${s.count(v.received)} tin báo đã giải quyết, ${s.count(v.inTime)} trong ${s.count(v.due)} việc có hạn đúng hạn.`,
    about_last: (v, s) => `Hai kỳ trọn gần nhất (từ ${s.day(v.first)} và ${s.day(v.second)}), giáp ranh: ${s.count(v.before)} → ${s.count(v.after)} vụ, z = ${s.number(v.z, 1)}: ${isBeyond(v.z) ? 'vượt mức ngẫu nhiên' : 'chưa vượt mức ngẫu nhiên'}.`,
    about_review: () => 'Số vụ theo lúc xảy ra, tin báo theo lúc tiếp nhận, kết quả như đã biết vào thời điểm số liệu. "Đúng hạn" chỉ nói về việc có thời hạn và có ghi giờ.',
    about_cluster: () => 'Của một cụm: mọi phường từng là thành viên, theo địa giới của cụm.',
  },
  facts: { count: { label: 'Số vụ' }, border: { label: 'Ở giáp ranh' }, received: { label: 'Tin báo' }, handled: { label: 'Đã giải quyết' } },
  tables: {
    periods: { title: 'Vụ việc và tin báo', columns: { from: 'Kỳ từ', border: 'Giáp ranh', outside: 'Bên trong', received: 'Tin báo', handled: 'Đã giải quyết', resolve_due: 'Có hạn', resolved_in_time: 'Đúng hạn' } },
    work: { title: 'Việc đã làm', columns: { from: 'Kỳ từ', joint: 'Tuần tra chung', single: 'Tuần tra riêng', zones_closed: 'Khu vực đã đóng', models: 'Mô hình', tasks_done: 'Nhiệm vụ xong', tasks_due: 'Đến hạn', drug_free: 'Phường trắng ma túy' } },
  },
  charts: { incidents: { title: 'Số vụ theo kỳ', x: 'Kỳ từ', y: 'Số vụ', series: { border: 'Giáp ranh', outside: 'Bên trong' } } },
  classes: {},
};

/** Words of the wards that are free of drugs. */
export const drugFreeVi: SlideTexts = {
  title: 'Địa bàn trắng về ma túy',
  told: {
    more_rows: moreRows,
    drug_free_none: (v, s) => `Không có phường nào để xét vào ngày ${s.day(v.day)}.`,
    drug_free_found: (v, s) => `Ngày ${s.day(v.day)}: ${s.count(v.wardsFree)} trong ${s.count(v.wards)} phường, xã trắng về ma túy, ${s.count(v.wardsNot)} có vụ việc, ${s.count(v.wardsUnknown)} chưa đủ dữ liệu.`,
    about_drug_free: (v, s) => `Trắng nghĩa là không ghi nhận vụ ma túy nào trong ${s.count(v.months)} tháng, từ ${s.day(v.window)}; không ghi nhận chưa chắc là không có. Số tháng theo cài đặt hiện nay.`,
  },
  facts: { free: { label: 'Trắng về ma túy' }, not_free: { label: 'Có vụ việc' }, not_known: { label: 'Chưa đủ dữ liệu' } },
  tables: { wards: { title: 'Phường, xã', columns: { ward: 'Phường, xã', status: 'Tình trạng', since: 'Từ ngày', last: 'Vụ gần nhất', incidents: 'Số vụ' } } },
  charts: { statuses: { title: 'Theo tình trạng', x: 'Tình trạng', y: 'Số phường', series: { wards: 'Phường, xã' } } },
  classes: { free: 'Trắng về ma túy', not_free: 'Có vụ việc', not_known: 'Chưa đủ dữ liệu' },
};

/** Words of a programme's tasks. */
export const programmeVi: SlideTexts = {
  title: 'Chương trình',
  told: {
    more_rows: moreRows,
    programme_empty: (v, s) => `${s.text(v.name)}: chưa có nhiệm vụ nào.`,
    programme_timely: (v, s) => `${s.text(v.name)}: ${s.count(v.tasksDone)} trong ${s.count(v.tasks)} nhiệm vụ đã xong, chưa việc nào quá hạn.`,
    programme_late: (v, s) => `${s.text(v.name)}: ${s.count(v.tasksDone)} trong ${s.count(v.tasks)} nhiệm vụ đã xong, ${s.count(v.tasksLate)} quá hạn.`,
    about_programme: (v, s) => `Tiến độ như các đơn vị đã báo đến ngày ${s.day(v.day)}; thời gian của chương trình: ${s.day(v.from)} – ${s.day(v.to)}.`,
  },
  facts: { tasks: { label: 'Nhiệm vụ' }, done: { label: 'Đã xong' }, late: { label: 'Quá hạn' } },
  tables: { tasks: { title: 'Nhiệm vụ, quá hạn trước', columns: { task: 'Nhiệm vụ', state: 'Tình trạng', progress: 'Tiến độ', due: 'Hạn', done: 'Xong ngày' } } },
  charts: { states: { title: 'Theo tình trạng', x: 'Tình trạng', y: 'Số nhiệm vụ', series: { tasks: 'Nhiệm vụ' } } },
  classes: { late: 'Quá hạn', open: 'Đang làm', done_late: 'Xong, trễ hạn', done: 'Xong' },
};
