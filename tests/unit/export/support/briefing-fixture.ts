import type { ExportTheme } from '../../../../lib/domain/export-file';
import type { Instant } from '../../../../lib/domain/instant';
import type { BriefingDocument } from '../../../../lib/export/briefing-document';
import type { Language } from '../../../../lib/format/language';
import type { PresentedCell, PresentedChart, PresentedSlide, PresentedTable } from '../../../../lib/messages/briefing/presented-slide';
import { tinyPng } from './tiny-png';

const number = (value: number | null, text = value === null ? '–' : new Intl.NumberFormat('vi-VN').format(value)): PresentedCell => ({ text, value });
const word = (text: string): PresentedCell => ({ text, value: text });
const day = (value: string): PresentedCell => ({ text: value.split('-').reverse().join('/'), value });

const PLACES = ['P. Quan Hoa – P. Cống Vị', 'P. Nghĩa Đô – P. Vĩnh Phúc', 'P. Ngọc Hà – P. Giảng Võ', 'P. Đống Đa – P. Ô Chợ Dừa', 'P. Yên Hòa – P. Láng', 'P. Phú Thượng – P. Xuân Đỉnh', 'P. Bồ Đề – P. Việt Hưng'];

/** Sixty rows with names, counts, shares, days and gaps. */
export const longTable: PresentedTable = {
  id: 'league', title: 'Bảng xếp hạng ranh giới',
  columns: [
    { id: 'rank', label: 'Hạng', kind: 'count', alignsRight: true }, { id: 'pair', label: 'Ranh giới', kind: 'pair', alignsRight: false },
    { id: 'count', label: 'Số vụ', kind: 'count', alignsRight: true }, { id: 'relative', label: 'Gấp mức chung', kind: 'ratio', alignsRight: true },
    { id: 'share', label: 'Tỉ lệ giáp ranh', kind: 'share', alignsRight: true }, { id: 'last', label: 'Vụ cuối', kind: 'day', alignsRight: false },
  ],
  rows: Array.from({ length: 60 }, (_, place) => [
    number(place + 1), word(`${PLACES[place % PLACES.length]!}${place < 7 ? '' : ` (đoạn ${String(Math.floor(place / 7) + 1)})`}`), number(place % 9 === 4 ? null : 120 - place * 2),
    number(Number((3.21 - place * 0.05).toFixed(2))), number(Number((0.75 - place / 100).toFixed(4)), `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(75 - place)}%`), day(`2026-10-${String(28 - (place % 28)).padStart(2, '0')}`),
  ]),
};

const wideTable: PresentedTable = {
  id: 'open', title: 'Đầu việc phối hợp còn mở',
  columns: ['Mã', 'Việc phối hợp', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Từ ngày', 'Hạn', 'Quá hạn (giờ)', 'Tình trạng', 'Căn cứ quy chế', 'Ghi chú'].map((label, place) => ({ id: `c${String(place)}`, label, kind: place === 4 || place === 5 ? 'day' as const : place === 6 ? 'count' as const : 'text' as const, alignsRight: place === 6 })),
  rows: Array.from({ length: 14 }, (_, place) => [
    word(`PH-${String(101 + place)}`), word(place % 2 === 0 ? 'Tuần tra khép kín hai bên cầu T11 từ 22:00 đến 02:00' : 'Giải quyết điểm tụ tập, gây rối trật tự'), word('P. Quan Hoa'), word('P. Cống Vị, P. Vĩnh Phúc'),
    day('2026-10-21'), day('2026-10-27'), number(place === 0 ? 0 : place === 3 ? null : 36 - place), word(place < 5 ? 'Quá hạn' : 'Đang làm'), word('Quy chế số 03, Điều 5 khoản 2'), word(place % 3 === 0 ? '' : 'Đã nhắc lần một'),
  ]),
};

/** Days over which a value is zero once and unknown once. */
export const linesChart: PresentedChart = {
  id: 'days', kind: 'lines', title: 'Số vụ theo ngày', xTitle: 'Ngày', yTitle: 'Số vụ', y: 'count',
  xs: Array.from({ length: 28 }, (_, place) => `2026-10-${String(place + 1).padStart(2, '0')}`), labels: Array.from({ length: 28 }, (_, place) => `${String(place + 1).padStart(2, '0')}/10`),
  series: [
    { id: 'now', name: 'Vùng giáp ranh', values: Array.from({ length: 28 }, (_, place) => (place === 9 ? null : place === 5 ? 0 : 4 + (place * 7) % 9)) },
    { id: 'usual', name: 'Bình thường', values: Array.from({ length: 28 }, () => 6.5), low: Array.from({ length: 28 }, () => 3), high: Array.from({ length: 28 }, () => 11) },
  ],
  marks: [{ id: 'limit', name: 'Ngưỡng báo động', axis: 'y', at: 12 }],
};

const stepChart: PresentedChart = {
  id: 'distance', kind: 'lines', title: 'Nguy cơ theo khoảng cách đến ranh giới', xTitle: 'Mét tính từ ranh giới', yTitle: 'Gấp mức chung', y: 'ratio',
  xs: [-200, -150, -100, -50, 0, 50, 100, 150, 200], labels: ['−200', '−150', '−100', '−50', '0', '50', '100', '150', '200'],
  series: [{ id: 'ratio', name: 'Tỉ số, 95%', values: [0.8, 0.9, 1.1, 1.6, 2.4, 1.9, 1.2, 0.9, 0.7], low: [0.5, 0.6, 0.8, 1.2, 1.9, 1.4, 0.8, 0.6, 0.4], high: [1.1, 1.3, 1.5, 2.1, 3, 2.5, 1.7, 1.3, 1.1] }],
  marks: [{ id: 'border', name: 'Ranh giới', axis: 'x', at: 3 }, { id: 'mean', name: 'Mức chung', axis: 'y', at: 1 }],
};

/** Bars by place, one of them zero, one unknown. */
export const barsChart: PresentedChart = {
  id: 'wards', kind: 'bars', title: 'Số vụ trong 28 ngày theo phường và theo ranh giới', xTitle: 'Nơi', yTitle: 'Số vụ', y: 'count',
  xs: ['00169', '00007', '00006', '00157', 't11'], labels: ['P. Quan Hoa', 'P. Cống Vị', 'P. Vĩnh Phúc', 'P. Nghĩa Đô', 'Ranh giới (cả bốn phường)'],
  series: [{ id: 'count', name: 'Số vụ', values: [4, 4, 0, null, 14] }], marks: [],
};

const hoursChart: PresentedChart = {
  id: 'hours', kind: 'bars', title: 'Theo giờ trong ngày', xTitle: 'Giờ', yTitle: 'Tỉ lệ', y: 'share',
  xs: [0, 4, 8, 12, 16, 20], labels: ['0–4', '4–8', '8–12', '12–16', '16–20', '20–24'],
  series: [{ id: 'now', name: '28 ngày qua', values: [0.25, 0.03, 0.1, 0.12, 0.2, 0.3] }, { id: 'before', name: '28 ngày trước', values: [0.2, 0.05, 0.15, 0.15, 0.2, 0.25] }],
  marks: [{ id: 'even', name: 'Chia đều', axis: 'y', at: 1 / 6 }],
};

/** Estimates with intervals on both sides of the usual. */
export const intervalsChart: PresentedChart = {
  id: 'league', kind: 'intervals', title: 'Gấp mấy lần mức chung', xTitle: 'Ranh giới', yTitle: 'Gấp (lần)', y: 'ratio',
  xs: PLACES.map((_, place) => `pair${String(place)}`), labels: PLACES,
  series: [{ id: 'relative', name: 'Sau khi co, khoảng 95%', values: [3.2, 2.4, 1.7, 1.2, 1, 0.8, null], low: [2.1, 1.5, 1.1, 0.7, 0.6, 0.4, null], high: [4.6, 3.6, 2.6, 1.9, 1.6, 1.4, null] }],
  marks: [{ id: 'mean', name: 'Mức chung', axis: 'y', at: 1 }, { id: 'threshold', name: 'Ngưỡng', axis: 'y', at: 2 }],
};

const slide = (id: string, kind: PresentedSlide['kind'], title: string, claim: string, more: Partial<PresentedSlide> = {}): PresentedSlide => ({
  id, kind, title, claim, claimOfData: claim, uncertainty: [], facts: [], tables: [], charts: [], legend: [], hasMap: false, note: null, link: null, ...more,
});

/** The claim of the slide whose claim a person rewrote. */
export const CLAIM = 'Cầu T11: 14 vụ trong 28 ngày, bình thường 2; không phường nào thấy quá 4 vụ vì điểm nóng nằm trên ranh giới bốn phường.';

const slides: readonly PresentedSlide[] = [
  slide('cover', 'cover', 'Tổng quan', 'Trong 28 ngày, vùng giáp ranh có 214 vụ, tăng 31 vụ (+16,9%) so với kỳ trước; 3 điểm nóng ẩn cần hai phường cùng làm.', {
    facts: [{ id: 'all', label: 'Vụ trong vùng giáp ranh', text: '214', value: 214 }, { id: 'change', label: 'So với kỳ trước', text: '+16,9%', value: 0.169 }, { id: 'open', label: 'Việc phối hợp còn mở', text: '14', value: 14 }, { id: 'late', label: 'Quá hạn', text: '5', value: 5 }],
    uncertainty: ['Mức tăng có thể do ngẫu nhiên với xác suất 4%.'],
    tables: [{ id: 'before', title: 'So với hôm trước', columns: [{ id: 'what', label: 'Chỉ tiêu', kind: 'text', alignsRight: false }, { id: 'now', label: 'Hôm nay', kind: 'count', alignsRight: true }, { id: 'then', label: 'Hôm trước', kind: 'count', alignsRight: true }], rows: [[word('Số vụ'), number(214), number(209)], [word('Điểm nóng ẩn'), number(3), number(0)]] }],
  }),
  slide('last_day', 'last_day', '24 giờ qua tại ranh giới', '9 vụ mới tại ranh giới trong 24 giờ; 7 vụ đã có đơn vị chủ trì, 2 vụ ở P. Ô Chợ Dừa chưa xác nhận.', {
    hasMap: true, note: 'Hỏi P. Ô Chợ Dừa vì sao chưa xác nhận.\nNhắc lại Điều 5 quy chế.',
    uncertainty: ['Hai vụ có vị trí chỉ chính xác đến 80 m, có thể thuộc phường bên.'],
    tables: [{ ...longTable, id: 'new', title: 'Vụ mới', columns: longTable.columns.slice(1, 4), rows: longTable.rows.slice(0, 9).map((row) => row.slice(1, 4)) }],
  }),
  slide('hidden_hotspots', 'hidden_hotspots', 'Điểm nóng ẩn', CLAIM, {
    hasMap: true, claimOfData: 'Cầu T11: 14 vụ trong 28 ngày, bình thường 2; không phường nào thấy quá 4.', charts: [barsChart, hoursChart],
    uncertainty: ['p = 0,004 sau khi tính đến số nơi đã xem (999 lần hoán vị).', 'Bán kính 150 m do dữ liệu đề xuất.'],
    facts: [{ id: 'n', label: 'Vụ trong bán kính 150 m', text: '14', value: 14 }, { id: 'e', label: 'Bình thường', text: '2,1', value: 2.1 }, { id: 'p', label: 'Xác suất ngẫu nhiên', text: '0,004', value: 0.004 }],
  }),
  slide('border_league', 'border_league', 'Bảng xếp hạng ranh giới', 'P. Quan Hoa – P. Cống Vị vượt mức chung 3,2 lần; 5 ranh giới khác không khác mức chung.', { charts: [intervalsChart], tables: [longTable], uncertainty: ['Khoảng 95% sau khi co về mức chung; ranh giới ngắn dao động nhiều hơn.'] }),
  slide('change_map', 'change_map', 'Thay đổi trong 28 ngày', 'Tăng rõ ở hai đoạn dọc sông Tô Lịch, giảm ở đường Bưởi.', { hasMap: true, uncertainty: ['Chỉ tô nơi có ý nghĩa ở mức 5% sau điều chỉnh nhiều phép thử.'] }),
  slide('watch_list', 'watch_list', 'Cần để ý đêm nay', 'Hai nơi có nguy cơ lặp lại đêm nay: ngã ba Cầu Giấy – Bưởi và ngõ 381 Nguyễn Khang.', { hasMap: true, charts: [linesChart, stepChart], uncertainty: ['Nguy cơ lặp lại gấp 2,4 lần (khoảng 95%: 1,9–3,0) trong 7 ngày và 200 m.'] }),
  slide('patrol', 'patrol', 'Đánh giá tuần tra', 'Tuần tra khép kín giảm 12 vụ (khoảng 95%: từ −21 đến −3) mà không đẩy sang nơi khác.', { charts: [{ ...intervalsChart, id: 'wdd', title: 'Chênh lệch theo cách tính', xs: ['a', 'b', 'c'], labels: ['Vùng đệm 100 m', 'Vùng đệm 200 m', 'Không vùng đệm'], y: 'number', yTitle: 'Số vụ', series: [{ id: 'wdd', name: 'WDD, 95%', values: [-12, -10.5, -13], low: [-21, -22, -20], high: [-3, 1, -6] }], marks: [{ id: 'none', name: 'Không đổi', axis: 'y', at: 0 }] }], uncertainty: ['So với nơi đối chứng được chọn trước; 24 ngày giả không cho chênh lệch lớn như vậy.'] }),
  slide('open_items', 'open_items', 'Việc phối hợp còn mở', '14 việc còn mở, 5 việc quá hạn; lâu nhất 36 giờ do P. Quan Hoa chủ trì.', { tables: [wideTable] }),
];

/** A briefing of eight slides as the composer hands it over. */
export function briefingFixture(more: { readonly language?: Language; readonly theme?: ExportTheme } = {}): BriefingDocument {
  const picture = { png: tinyPng(720, 560), widthPixels: 720, heightPixels: 560 };
  return {
    frame: {
      number: 'GB-2026-0012', title: 'Giao ban tuần cụm Hoa – Đô – Phúc – Vị: giữ đường biên giữa các phường', area: 'Cụm Hoa – Đô – Phúc – Vị', period: '01/10/2026 – 28/10/2026',
      asOf: 'Số liệu đến 06:00 29/10/2026', classification: 'Nội bộ', masked: null,
    },
    slides, pictures: new Map(slides.filter(({ hasMap }) => hasMap).map(({ id }) => [id, picture])), language: 'vi', theme: 'light',
    asOf: '2026-10-29T06:00:00+07:00' as Instant, digest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', ...more,
  };
}
