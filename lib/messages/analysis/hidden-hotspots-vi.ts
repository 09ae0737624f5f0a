import type { Values } from '../../domain/analysis-result';
import { borderCommonVi } from './border-common-vi';
import type { MethodTexts, Phrases } from './method-texts';
import { placeVi } from './place-words';

const where = (v: Values, say: Phrases): string => `${v.street === null ? '' : `${say.text(v.street)}, `}giáp ranh ${placeVi(v, say)}`;
const what = (v: Values, say: Phrases): string => `${say.count(v.count)} vụ trong ${say.count(v.days)} ngày, bình thường ${say.number(v.expected, 1)}`;

/** Vietnamese words of the hidden-hotspot detector. */
export const hiddenHotspotsVi: MethodTexts = {
  title: 'Điểm nóng bị ranh giới che khuất',
  question: 'Có nơi nào dọc ranh giới tăng rõ rệt khi nhìn chung, nhưng bị chia cho nhiều phường nên không phường nào thấy bất thường?',
  reading: 'Vùng tô màu báo động là nơi gộp lại thì tăng vượt mức ngẫu nhiên, còn từng phường tính riêng cả địa bàn thì vẫn như bình thường: chỉ các phường ngồi lại với nhau mới thấy. Bảng đặt số của cụm vụ việc cạnh số của từng phường.',
  source: 'Phương pháp riêng của hệ thống (B-15) trên phép quét Bernoulli của Kulldorff (1997); p của từng phường là xác suất Poisson hoặc nhị thức âm.',
  parameters: {
    window: { label: 'Xét lúc nào', help: 'Những ngày cuối so với thời gian trước đó, hay một khoảng ngày bất kỳ trong thời gian đã chọn so với phần còn lại.', choices: { last: 'Những ngày cuối', any: 'Khoảng ngày bất kỳ' } },
    recentDays: { label: 'Số ngày xét', help: 'Những ngày cuối được coi là "gần đây"; khi xét khoảng bất kỳ thì đây là khoảng dài nhất.' },
    candidates: { label: 'Xét những hình nào', help: 'Dải dọc ranh giới và vòng quanh điểm giáp ba phường; thêm vòng tròn rải dọc ranh giới; thêm các chùm vụ việc vắt qua ranh giới.', choices: { corridors: 'Dải và điểm giáp ba phường', discs: 'Thêm vòng tròn dọc ranh giới', clusters: 'Thêm chùm vắt qua ranh giới' } },
    widthMetres: { label: 'Bề rộng mỗi bên', help: 'Vụ việc cách ranh giới không quá chừng này mét ở cả hai bên thuộc dải; nửa bề rộng cũng được xét.' },
    longestMetres: { label: 'Dải dài nhất', help: 'Đoạn ranh giới dài nhất được xét làm một điểm nóng, tính bằng mét.' },
    discMetres: { label: 'Vòng tròn lớn nhất', help: 'Bán kính lớn nhất quanh một điểm trên ranh giới, tính bằng mét; mọi bán kính nhỏ hơn cũng được xét.' },
    leastEvents: { label: 'Ít nhất mấy vụ', help: 'Nơi có ít vụ gần đây hơn số này thì bỏ qua.' },
    level: { label: 'Ngưỡng p của điểm nóng', help: 'Điểm nóng gộp được coi là có thật khi p (đã tính cả việc tìm khắp nơi) dưới ngưỡng này.' },
    wardLevel: { label: 'Ngưỡng p của phường', help: 'Phường được coi là không thấy gì khi p của cả phường trên ngưỡng này.' },
    tails: { label: 'Dao động của phường', help: 'Số vụ của phường dao động như ngẫu nhiên thuần túy (Poisson), hay mạnh hơn (nhị thức âm, ước lượng từ thời gian bình thường).', choices: { poisson: 'Poisson', negative_binomial: 'Nhị thức âm' } },
    permutations: { label: 'Số lần xáo ngày', help: 'Ngày của các vụ được xáo lại bấy nhiêu lần để biết ngẫu nhiên tạo ra nơi tăng mạnh đến đâu.' },
  },
  told: {
    ...borderCommonVi,
    found: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); không phường nào thấy quá ${say.count(v.most)} (nhiều nhất so với bình thường: ${say.p(v.wardP)}).${Number(v.others) > 0 ? ` Còn ${say.count(v.others)} điểm nóng bị che khuất khác.` : ''}`,
    none_hidden: (v, say) => `Không có điểm nóng nào bị ranh giới che khuất: ${say.count(v.sure)} nơi tăng vượt mức ngẫu nhiên đều đã lộ ra ở ít nhất một phường hoặc nằm gọn trong một phường.`,
    none: (v, say) => `Không có nơi nào dọc ranh giới tăng vượt mức ngẫu nhiên. Mạnh nhất là ${where(v, say)}: ${what(v, say)} (${say.p(v.p)}, ngưỡng ${say.number(v.level, 3)}).`,
    none_at_all: () => 'Không có nơi nào dọc ranh giới có đủ số vụ gần đây để xét.',
    hidden: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); ${say.count(v.wards)} phường, không phường nào thấy quá ${say.count(v.most)} (${say.p(v.wardP)}).`,
    seen: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); một phường tự thấy được (${say.p(v.wardP)}).`,
    one_ward: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); nằm gọn trong một phường.`,
    legend_hidden: () => 'Điểm nóng bị ranh giới che khuất', legend_incident: () => 'Vụ việc trong những ngày đó',
    legend_seen: () => 'Điểm nóng giáp ranh mà một phường tự thấy được', legend_one_ward: () => 'Điểm nóng sát ranh, trong một phường',
    about_p: (v, say) => `p đã tính cả việc tìm khắp nơi (${say.count(v.permutations)} lần xáo ngày): nếu không có gì, khả năng báo nhầm dù chỉ một nơi không quá ${say.in('share', v.level)}.`,
    dispersion_unknown: () => 'Thời gian bình thường quá ngắn để ước lượng mức dao động của phường; đã dùng Poisson.',
    zone_cuts_wards: () => 'Phạm vi là một vùng vẽ tay: số của phường chỉ đếm phần nằm trong vùng, nên "phường không thấy gì" chỉ đúng với phần ấy.',
  },
  facts: {
    count: { label: 'Số vụ của nơi mạnh nhất', help: 'Vụ việc gần đây trong nơi đứng đầu bảng.' }, expected: { label: 'Bình thường', help: 'Số vụ mà thời gian bình thường ở chính nơi đó cho phép chờ đợi: (số vụ lúc thường + ½) × số ngày / số ngày lúc thường.' },
    p: { label: 'p của nơi đó', help: 'Thứ hạng trong những nơi mạnh nhất của các lần xáo ngày; đã tính cả việc tìm khắp nơi.' }, wardP: { label: 'p nhỏ nhất của các phường', help: 'Phường "thấy" nhiều nhất so với bình thường của chính mình.' },
    concealment: { label: 'Mức che khuất', help: 'log₁₀ của p phường nhỏ nhất trừ log₁₀ của p điểm nóng: càng lớn càng bị che kín.' }, evenness: { label: 'Độ chia đều', help: '100% là chia đều cho các phường, 0% là nằm trọn trong một phường.' },
    hidden: { label: 'Điểm nóng bị che khuất', help: 'Số nơi tăng thật khi gộp mà mọi phường đều như bình thường.' }, seen: { label: 'Điểm nóng đã lộ', help: 'Số nơi giáp ranh tăng thật mà ít nhất một phường tự thấy.' },
    families: { label: 'Số dải và vòng đã xét', help: 'Trong mỗi dải, vòng, mọi đoạn hoặc bán kính đều được xét.' }, dispersion: { label: 'Mức dao động thêm (ψ)', help: 'Phương sai = trung bình + ψ × trung bình²; 0 là Poisson.' },
  },
  tables: {
    candidates: { title: 'Các nơi mạnh nhất', columns: { rank: 'Hạng', kind: 'Loại', wards: 'Phường', from: 'Từ ngày', to: 'Đến ngày', count: 'Số vụ', expected: 'Bình thường', p: 'p', wardMost: 'Phường nhiều nhất', wardP: 'p nhỏ nhất của phường', concealment: 'Mức che khuất', evenness: 'Độ chia đều' } },
    wards: { title: 'Từng phường thấy gì', columns: { rank: 'Hạng', ward: 'Phường', inCluster: 'Trong điểm nóng', count: 'Cả phường', expected: 'Bình thường của phường', p: 'p của phường' } },
  },
  charts: {
    history: { title: 'Số vụ tại nơi mạnh nhất theo thời gian', x: 'Ngày đầu kỳ', y: 'Số vụ', series: { cluster: 'Tại nơi đó' }, marks: { normal: 'Bình thường' } },
    wards: { title: 'Các phường của nơi mạnh nhất', x: 'Phường', y: 'Số vụ', series: { count: 'Cả phường', expected: 'Bình thường', inCluster: 'Trong điểm nóng' } },
  },
  classes: { hidden: 'Bị che khuất', seen: 'Một phường tự thấy', one_ward: 'Trong một phường', weak: 'Chưa vượt mức ngẫu nhiên' },
};
