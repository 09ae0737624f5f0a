import type { SlideTexts } from '../slide-texts';

const told: SlideTexts['told'] = {
  more_rows: (v, s) => `Bảng chỉ nêu ${s.count(v.shown)} trong ${s.count(v.count)} dòng.`,
  about_open: (v, s) => `Điểm theo số liệu đã biết vào thời điểm số liệu, kỳ chưa đóng. Dưới ${s.in('share', v.share)} trọng số có số liệu thì không cho điểm chung. Mỗi tiêu chí là phần đã làm trên phần phải làm, không phải số vụ xảy ra.`,
  about_closed: (v, s) => `Điểm như đã chốt khi đóng kỳ. Dưới ${s.in('share', v.share)} trọng số có số liệu thì không cho điểm chung. Mỗi tiêu chí là phần đã làm trên phần phải làm, không phải số vụ xảy ra.`,
  about_steps: (v, s) => `${s.count(v.fewSteps)} trong ${s.count(v.wards)} phường có điểm dựa trên dưới ${s.count(v.limit)} việc: thêm bớt một việc làm điểm thay đổi nhiều, chênh lệch nhỏ không nói lên gì.`,
  about_assumed: () => 'Tiêu chí là giả định, chưa theo văn bản.',
};

/** Words of the scores of a period. */
export const scoresVi: SlideTexts = {
  title: 'Chấm điểm thi đua',
  told: {
    ...told,
    scores_none: (v, s) => `${s.text(v.name)}: chưa phường nào đủ số liệu để có điểm chung.`,
    scores_found: (v, s) => `${s.text(v.name)}: ${s.count(v.wardsScored)} trong ${s.count(v.wards)} phường, xã có điểm chung, từ ${s.number(v.lowest, 1)} đến ${s.number(v.highest, 1)}, ở giữa ${s.number(v.middle, 1)}.`,
  },
  facts: { wards: { label: 'Phường có điểm' }, least: { label: 'Thấp nhất' }, middle: { label: 'Ở giữa' }, most: { label: 'Cao nhất' } },
  tables: { wards: { title: 'Theo mã phường, không xếp hạng', columns: { ward: 'Phường, xã', total: 'Điểm', steps: 'Số việc', share: 'Trọng số có số liệu' } } },
  charts: { wards: { title: 'Điểm chung', x: 'Phường, xã', y: 'Điểm', series: { total: 'Điểm' } } },
  classes: {},
};

/** Words of one ward's score. */
export const wardScoreVi: SlideTexts = {
  title: 'Điểm của một phường',
  told: {
    ...told,
    ward_total: (v, s) => `${s.ward(v.ward)}, ${s.text(v.name)}: ${s.number(v.total, 1)} trên 100 điểm, dựa trên ${s.in('share', v.share)} trọng số.`,
    ward_no_total: (v, s) => `${s.ward(v.ward)}, ${s.text(v.name)}: chưa đủ số liệu để có điểm chung (${s.in('share', v.share)} trọng số).`,
  },
  facts: { total: { label: 'Điểm' }, share: { label: 'Trọng số có số liệu' } },
  tables: { criteria: { title: 'Tiêu chí', columns: { criterion: 'Tiêu chí', state: 'Tình trạng', part: 'Đã làm', whole: 'Phải làm', points: 'Điểm', share: 'Trọng số' } } },
  charts: { criteria: { title: 'Điểm từng tiêu chí', x: 'Tiêu chí', y: 'Điểm', series: { points: 'Điểm' } } },
  classes: { scored: 'Có điểm', no_data: 'Không có số liệu', too_few: 'Quá ít hồ sơ', not_given: 'Chưa chấm' },
};
