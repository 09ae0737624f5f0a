import type { Values } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';
import { timesCommonVi } from './times-common-vi';

const METHODS: Readonly<Record<string, string>> = {
  naive: 'Đếm đơn giản (cả thời gian học)', recent_counts: 'Đếm mấy tuần gần nhất', kde_narrow: 'Mật độ, bán kính một nửa', kde: 'Mật độ', kde_wide: 'Mật độ, bán kính gấp đôi',
  kde_recent: 'Mật độ, vụ gần đây nặng hơn', getis_ord: 'Gi*', density_clusters: 'Cụm DBSCAN', border_band: 'Đếm trong vùng giáp ranh', saved_zones: 'Các vùng đã lưu',
};
const nameOf = (v: Values): string => METHODS[String(v.method)] ?? '–';
const span = (v: Values, say: Phrases): string => `${say.number(v.low, 1)} – ${say.number(v.high, 1)}`;

/** Vietnamese words of the back-test. */
export const backTestVi: MethodTexts = {
  title: 'Kiểm nghiệm ngược',
  question: 'Nếu tuần nào cũng chọn nơi theo từng phương pháp, tuần sau sẽ trúng được bao nhiêu vụ?',
  reading: 'Mỗi tuần, từng phương pháp chỉ được xem các vụ trước tuần đó rồi chọn một phần diện tích bằng nhau; sau đó mới đếm các vụ của tuần. PAI là số lần trúng nhiều hơn chọn bừa. Cách đếm đơn giản là mốc: phương pháp nào không vượt mốc này thì không đáng dùng.',
  source: 'PAI: Chainey và cộng sự (2008); PEI*: White, Hunt và Green (2023); RRI: Levine (2008); khoảng tin cậy bootstrap theo tuần (Efron, 1979).',
  parameters: {
    areaShare: { label: 'Phần diện tích được chọn', help: 'Mỗi tuần mỗi phương pháp chọn chừng này diện tích của phạm vi; nên bằng phần mà lực lượng có thể tuần tra được.' },
    testWeeks: { label: 'Số tuần kiểm nghiệm', help: 'Bấy nhiêu tuần cuối được dự báo từng tuần một.' },
    historyWeeks: { label: 'Số tuần học', help: 'Trước mỗi tuần, phương pháp được xem bấy nhiêu tuần.' },
    recentWeeks: { label: 'Số tuần gần', help: 'Dùng cho cách đếm mấy tuần gần nhất; cũng là số tuần để một vụ chỉ còn nặng một nửa trong mật độ có trọng số.' },
    radiusMetres: { label: 'Bán kính mật độ', help: 'Bán kính của hạt nhân mật độ, tính bằng mét; một nửa và gấp đôi cũng được thử.' },
    cellMetres: { label: 'Cỡ ô', help: 'Cạnh ô vuông được chọn hay không chọn, tính bằng mét.' },
  },
  told: {
    ...timesCommonVi,
    radius_from_neighbours: (v, say) => `Một nửa số vụ có ${say.count(v.neighbours)} vụ khác trong vòng ${say.in('metres', v.radius)}.`,
    cell_from_area: (v, say) => `Theo số vụ và diện tích, không quá bán kính mật độ nếu phạm vi cho phép: ${say.in('metres', v.metres)}.`,
    share_of_large_area: (v, say) => `Phạm vi rộng ${say.in('km2', v.km2)}: 5% sẽ là nhiều hơn mức tuần tra nổi.`,
    test_from_period: (v, say) => `Một phần ba của ${say.count(v.all)} tuần, không quá 26 tuần: ${say.count(v.weeks)} tuần.`,
    history_from_period: (v, say) => `Những tuần còn lại, không quá một năm: ${say.count(v.weeks)} tuần.`,
    weeks_beyond_period: (v, say) => `Số tuần học và kiểm nghiệm cộng lại là ${say.count(v.asked)}, thời gian đã chọn chỉ có ${say.count(v.weeks)} tuần.`,
    cells_too_small: (v, say) => `Ô ${say.in('metres', v.metres)} quá nhỏ cho phạm vi này; ô nhỏ nhất tính được là ${say.in('metres', v.least)}.`,
    cells_too_large: (v, say) => `Ô ${say.in('metres', v.metres)} quá lớn: phạm vi không đủ bốn ô để chọn.`,
    no_incident_tested: (v, say) => `Không có vụ nào trong ${say.count(v.weeks)} tuần kiểm nghiệm.`,
    winner: (v, say) => `${nameOf(v)} trúng nhiều nhất: PAI ${say.number(v.pai, 1)} (${span(v, say)}), cách đếm đơn giản ${say.number(v.naive, 1)}; hơn từ ${say.number(v.leadLow, 1)} đến ${say.number(v.leadHigh, 1)} qua ${say.count(v.weeks)} tuần. Chọn ${say.in('share', v.areaShare)} diện tích thì trúng ${say.in('share', v.hitShare)} số vụ.`,
    no_winner: (v, say) => `Không phương pháp nào trong ${say.count(v.methods)} phương pháp hơn hẳn cách đếm đơn giản (PAI ${say.number(v.pai, 1)}, ${span(v, say)}) qua ${say.count(v.weeks)} tuần. Chọn ${say.in('share', v.areaShare)} diện tích theo cách đó thì trúng ${say.in('share', v.hitShare)} số vụ.`,
    next_week: (v, say) => `Nơi nên chú ý tuần tới${v.ward === null ? '' : ` (${say.ward(v.ward)})`}: ${say.count(v.count)} vụ trong ${say.count(v.days)} ngày qua, ${say.count(v.cells)} ô, chọn theo: ${nameOf(v)}`,
    legend_next_week: (v) => `Được chọn cho tuần tới (${nameOf(v)})`,
    few_a_week: (v, say) => `Trung bình mỗi tuần chỉ có ${say.number(v.perWeek, 1)} vụ: số của từng tuần dao động mạnh, hãy xem cả thời gian.`,
    in_no_cell: (v, say) => `${say.count(v.count)} vụ nằm ở nơi nhỏ hơn một ô nên không tính.`,
    zones_with_hindsight: () => 'Các vùng đã lưu được giữ nguyên suốt thời gian kiểm nghiệm; vùng nào vẽ khi đã biết các vụ này thì điểm của nó cao hơn thực tế.',
    more_zones: (v, say) => `Chỉ chấm riêng ${say.count(v.told)} trong ${say.count(v.all)} vùng đã lưu; dòng chung tính tất cả.`,
    smaller_areas: () => 'Cụm DBSCAN, vùng giáp ranh và vùng đã lưu có thể có diện tích khác; vùng càng nhỏ PAI càng dễ cao, nên chúng không được xét là hơn hay kém. Hãy xem cột diện tích bên cạnh.',
  },
  facts: {
    best_pai: { label: 'PAI của phương pháp đứng đầu', help: 'Số lần trúng nhiều hơn chọn bừa cùng diện tích; khoảng 95% khi bốc lại các tuần.' },
    naive_pai: { label: 'PAI của cách đếm đơn giản', help: 'Mốc để so: chọn các ô có nhiều vụ nhất trong thời gian học.' },
    lead: { label: 'Hơn cách đếm đơn giản', help: 'PAI trừ PAI của mốc trong cùng các tuần; khoảng đã tính đến việc so nhiều phương pháp.' },
    best_pei: { label: 'PEI* của phương pháp đứng đầu', help: 'Phần trúng được so với mức cao nhất mà cùng diện tích có thể trúng.' },
    best_hit_share: { label: 'Phần số vụ trúng', help: 'Phần các vụ của những tuần kiểm nghiệm rơi vào nơi đã chọn.' },
    area: { label: 'Diện tích được chọn mỗi tuần', help: 'Phần diện tích đã chọn, tính ra km².' },
    weeks: { label: 'Số tuần kiểm nghiệm', help: 'Mỗi tuần được dự báo một lần.' },
    incidents: { label: 'Số vụ trong các tuần kiểm nghiệm', help: 'Những vụ phải trúng.' },
  },
  tables: {
    methods: {
      title: 'Các phương pháp',
      columns: {
        method: 'Phương pháp', area_share: 'Diện tích', hit_share: 'Trúng', pai: 'PAI', low: 'PAI, từ', high: 'đến', pei: 'PEI*', recapture: 'RRI', lead: 'Hơn mốc', lead_low: 'từ', lead_high: 'đến',
        better: 'Tuần hơn mốc', worse: 'Tuần kém mốc', p: 'p (dấu)',
      },
    },
    zones: { title: 'Từng vùng đã lưu', columns: { zone: 'Vùng', area_share: 'Diện tích', hits: 'Số vụ trúng', pai: 'PAI' } },
    weeks: { title: 'PAI từng tuần', columns: { week: 'Tuần từ', incidents: 'Số vụ', ...METHODS } },
  },
  charts: {
    pai: { title: 'PAI và khoảng 95%', x: 'Phương pháp', y: 'PAI', series: { pai: 'PAI' }, marks: { naive: 'Cách đếm đơn giản' } },
    weeks: { title: 'PAI từng tuần', x: 'Tuần từ', y: 'PAI', series: METHODS, marks: { chance: 'Chọn bừa' } },
  },
  classes: METHODS,
};
