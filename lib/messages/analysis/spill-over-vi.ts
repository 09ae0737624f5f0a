import type { MethodTexts } from './method-texts';

/** Vietnamese texts of the method `spill_over`. */
export const spillOverVi: MethodTexts = {
  title: 'Lan sang phường bên',
  question: 'Bao nhiêu phần số vụ của một phường là do tuần trước ở các phường giáp ranh?',
  reading: 'Tỷ lệ càng cao, phường càng nên theo dõi những gì vừa xảy ra bên kia ranh giới. Đây là liên hệ theo thời gian trong số liệu; nó chưa chứng tỏ bên này gây ra bên kia.',
  source: 'Mô hình số vụ theo tuần của Held, Höhle & Hofmann (2005), Meyer & Held (2014), trọng số theo chiều dài ranh giới chung.',
  parameters: {
    weekDays: { label: 'Số ngày một kỳ', help: 'Số vụ được đếm theo từng kỳ bấy nhiêu ngày; kỳ trước giải thích kỳ sau.' },
    counted: { label: 'Đếm', help: 'Đếm mọi vụ, hay chỉ vụ trong vùng giáp ranh của phường.', choices: { all: 'Mọi vụ', border_zone: 'Chỉ vùng giáp ranh' } },
    borderMetres: { label: 'Bề rộng vùng giáp ranh', help: 'Khi chỉ đếm vùng giáp ranh: vụ cách ranh giới của phường mình không quá mức này.' },
    family: { label: 'Phân phối', help: 'Cho phép số vụ dao động mạnh hơn ngẫu nhiên thuần túy, hoặc không.', choices: { negative_binomial: 'Nhị thức âm', poisson: 'Poisson' } },
  },
  told: {
    headline_spills: (v, s) => `${s.in('share', v['share'])} số vụ (95%: ${s.in('share', v['low'])}–${s.in('share', v['high'])}) được giải thích bởi ${s.in('days', v['days'])} trước đó ở các phường bên (${s.p(v['p'])}, tỷ số hợp lý); nhiều nhất từ ${s.ward(v['from'])} sang ${s.ward(v['to'])}, khoảng ${s.number(v['incidents'], 1)} vụ.`,
    headline_none: (v, s) => `Không thấy lan sang phường bên: ${s.in('share', v['share'])} số vụ được giải thích bởi ${s.in('days', v['days'])} trước đó ở phường bên, không khác ngẫu nhiên (${s.p(v['p'])}, tỷ số hợp lý).`,
    no_border: () => 'Địa bàn không có ranh giới giữa hai phường; hãy chọn ít nhất hai phường giáp nhau.',
    no_incident: () => 'Không có vụ nào để đếm trong kỳ và địa bàn này.',
    too_few: (v, s) => `Chỉ có ${s.count(v['incidents'])} vụ; cần ít nhất ${s.count(v['least'])}.`,
    period_too_short: (v, s) => `Chỉ có ${s.count(v['periods'])} kỳ trọn vẹn; cần ít nhất ${s.count(v['least'])}.`,
    width_agreed: (v, s) => `Bề rộng vùng giáp ranh đã thỏa thuận lớn nhất, hoặc mức chung: ${s.in('metres', v['width'])}.`,
    legend_most: (v, s) => `Từ ${s.in('share', v['least'])} số vụ trở lên đến từ bên kia`,
    legend_class: (v, s) => `${s.in('share', v['least'])} đến dưới ${s.in('share', v['most'])}`,
    legend_little: (v, s) => `Dưới ${s.in('share', v['most'])}`,
    arc: (v, s) => `Từ ${s.ward(v['from'])} sang ${s.ward(v['to'])}: khoảng ${s.number(v['incidents'], 1)} vụ, ${s.in('share', v['share'])} số vụ bên nhận.`,
    no_season: () => 'Mô hình không có mùa vụ và xu hướng: khi cả thành phố cùng tăng giảm, phần đó cũng bị tính là lan sang.',
    edge: () => 'Chỉ tính các phường trong địa bàn: phần đến từ bên ngoài không thấy được.',
    not_converged: () => 'Việc ước lượng dừng trước khi ổn định; chỉ đọc như gần đúng.',
    no_interval: () => 'Không tính được khoảng tin cậy: số liệu không đủ để xác định.',
    interval_at_zero: () => 'Phần lan sang ước lượng bằng không, nên không có khoảng tin cậy.',
    wide_interval: () => 'Khoảng tin cậy rộng; cần kỳ dài hơn hoặc nhiều vụ hơn.',
    sparse: (v, s) => `Số vụ thưa: trung bình ${s.number(v['mean'])} vụ mỗi phường trong ${s.in('days', v['days'])}; khó thấy liên hệ giữa các tuần.`,
  },
  facts: {
    spill_over_share: { label: 'Phần lan từ phường bên', help: 'Tỷ lệ số vụ mà kỳ trước ở các phường giáp ranh giải thích, kèm khoảng 95% (gần đúng).' },
    p: { label: 'p', help: 'Kiểm định tỷ số hợp lý rằng không có phần lan sang.' },
    neighbours: { label: 'Hệ số phường bên (φ)', help: 'Thêm một vụ ở kỳ trước bên kia thì kỳ này thêm bấy nhiêu vụ, chia theo chiều dài ranh giới.' },
    own: { label: 'Hệ số của chính phường (λ)', help: 'Thêm một vụ ở kỳ trước trong phường thì kỳ này thêm bấy nhiêu vụ.' },
    overdispersion: { label: 'Dao động thêm (ψ)', help: '0 là như Poisson; càng lớn số vụ càng thất thường.' },
    periods: { label: 'Số kỳ', help: 'Số kỳ trọn vẹn được dùng.' },
  },
  tables: {
    wards: { title: 'Theo phường', columns: { ward: 'Phường', count: 'Vụ', share: 'Từ phường bên', low: 'Từ', high: 'Đến', incidents: 'Số vụ ấy' } },
    arcs: { title: 'Theo ranh giới', columns: { from: 'Từ', to: 'Sang', incidents: 'Vụ', share: 'Phần của bên nhận' } },
  },
  charts: { shares: { title: 'Phần lan từ phường bên', x: 'Phường', y: 'Tỷ lệ', series: { share: 'Ước lượng, 95%' }, marks: { all: 'Cả địa bàn' } } },
  classes: {},
};
