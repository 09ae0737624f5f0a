import type { Values } from '../../domain/analysis-result';
import { borderCommonVi } from './border-common-vi';
import type { MethodTexts, Phrases } from './method-texts';
import { placeVi } from './place-words';

const where = (v: Values, say: Phrases): string => `${v.street === null ? '' : `${say.text(v.street)}, `}${v.shape === 'stretch' ? `${say.in('metres', v.metres)} ranh giới` : 'quanh điểm giáp ranh'} ${placeVi(v, say)}`;
const what = (v: Values, say: Phrases): string => `${say.count(v.count)} vụ trong ${say.count(v.days)} ngày qua, chờ đợi ${say.number(v.expected, 1)}`;

/** Vietnamese words of the corridor scan. */
export const corridorScanVi: MethodTexts = {
  title: 'Quét dọc ranh giới',
  question: 'Đoạn ranh giới hay điểm giáp ba phường nào trong những ngày qua có nhiều vụ hơn hẳn mức mà nơi đó và những ngày đó cho phép chờ đợi?',
  reading: 'Mỗi dải là một đoạn ranh giới tính cả hai bên, gộp các phường. Chu kỳ lặp cho biết nếu cứ quét đều đặn thì bao lâu ngẫu nhiên mới tạo ra một dải mạnh như vậy: càng dài càng đáng tin.',
  source: 'Quét hoán vị không gian – thời gian của Kulldorff và cộng sự (2005), cửa sổ chạy dọc ranh giới (B-16); đuôi Gumbel theo Abrams và cộng sự (2010).',
  parameters: {
    widthMetres: { label: 'Bề rộng mỗi bên', help: 'Vụ việc cách ranh giới không quá chừng này mét ở cả hai bên được xét.' },
    longestMetres: { label: 'Đoạn dài nhất', help: 'Đoạn ranh giới dài nhất được xét làm một chùm, tính bằng mét.' },
    discMetres: { label: 'Vòng quanh điểm giáp ba phường', help: 'Bán kính lớn nhất quanh nơi ba phường gặp nhau, tính bằng mét.' },
    longestDays: { label: 'Kéo dài nhiều nhất', help: 'Chùm còn đang diễn ra có thể bắt đầu trước ngày cuối nhiều nhất chừng này ngày; các khoảng ngắn hơn cũng được xét.' },
    leastEvents: { label: 'Ít nhất mấy vụ', help: 'Nơi có ít vụ gần đây hơn số này thì bỏ qua.' },
    level: { label: 'Ngưỡng p', help: 'Chùm có p dưới ngưỡng này mới được coi là vượt mức ngẫu nhiên.' },
    everyDays: { label: 'Bao lâu quét một lần', help: 'Dùng để tính chu kỳ lặp: số ngày giữa hai lần quét chia cho p.' },
    permutations: { label: 'Số lần xáo ngày', help: 'Ngày của các vụ được xáo lại bấy nhiêu lần để biết ngẫu nhiên tạo ra chùm mạnh đến đâu.' },
  },
  told: {
    ...borderCommonVi,
    found: (v, say) => `${where(v, say)}: ${what(v, say)} (${say.p(v.p)}); ngẫu nhiên tạo ra như vậy khoảng ${say.in('days', v.recurrence)} một lần.${Number(v.others) > 0 ? ` Còn ${say.count(v.others)} nơi khác vượt mức ngẫu nhiên.` : ''}`,
    none: (v, say) => `Không đoạn ranh giới nào vượt mức ngẫu nhiên. Mạnh nhất là ${where(v, say)}: ${what(v, say)} (${say.p(v.p)}, ngưỡng ${say.number(v.level, 3)}).`,
    none_at_all: () => 'Không đoạn ranh giới nào có đủ số vụ gần đây và vượt mức chờ đợi.',
    cluster: (v, say) => `${where(v, say)}: ${what(v, say)}; ${say.p(v.p)}.`,
    weak_cluster: (v, say) => `${where(v, say)}: ${what(v, say)}; ${say.p(v.p)}, ngẫu nhiên cũng tạo ra được.`,
    legend_sure: () => 'Dải vượt mức ngẫu nhiên', legend_incident: () => 'Vụ việc trong những ngày đó', legend_weak: () => 'Dải mạnh nhưng ngẫu nhiên cũng tạo ra được',
    about_p: (v, say) => `p đã tính cả việc tìm khắp nơi (${say.count(v.permutations)} lần xáo ngày, ngưỡng ${say.number(v.level, 3)}); từ dải thứ hai trở đi p chỉ có thể quá lớn. Số chờ đợi gồm cả chính những vụ của dải nên hơi cao. Chu kỳ lặp tính cho việc quét ${say.count(v.everyDays)} ngày một lần, không nói quá 100 năm.`,
  },
  facts: {
    count: { label: 'Số vụ của dải mạnh nhất', help: 'Vụ việc gần đây trong dải đứng đầu.' }, expected: { label: 'Chờ đợi', help: 'Số vụ của nơi đó nhân phần của những ngày đó trong tất cả.' },
    p: { label: 'p', help: 'Thứ hạng trong những dải mạnh nhất của các lần xáo ngày.' }, gumbelP: { label: 'p theo Gumbel', help: 'Kéo dài thứ hạng bằng phân bố Gumbel khớp với các lần xáo.' },
    recurrence: { label: 'Chu kỳ lặp', help: 'Trung bình bao nhiêu ngày ngẫu nhiên mới tạo ra một dải mạnh như vậy; không nói quá 100 năm.' }, likelihood: { label: 'Độ mạnh', help: 'Logarit của tỷ số hợp lý.' },
    sure: { label: 'Dải vượt mức ngẫu nhiên', help: 'Số dải có p dưới ngưỡng.' }, families: { label: 'Ranh giới và điểm đã xét', help: 'Số đoạn ranh giới và điểm giáp ba phường có đủ vụ việc để xét.' }, scanned: { label: 'Chiều dài ranh giới', help: 'Tổng chiều dài ranh giới chung trong phạm vi.' },
  },
  tables: {
    clusters: {
      title: 'Các dải mạnh nhất',
      columns: { rank: 'Hạng', sure: 'Kết luận', shape: 'Hình', border: 'Ranh giới', from: 'Từ mét', to: 'Đến mét', since: 'Từ ngày', days: 'Số ngày', count: 'Số vụ', expected: 'Chờ đợi', ratio: 'Gấp', likelihood: 'Độ mạnh', p: 'p', recurrence: 'Chu kỳ lặp' },
    },
  },
  charts: {
    history: { title: 'Số vụ tại dải mạnh nhất theo thời gian', x: 'Ngày đầu kỳ', y: 'Số vụ', series: { cluster: 'Tại dải đó' }, marks: { normal: 'Chờ đợi' } },
    along: { title: 'Dọc ranh giới của dải mạnh nhất', x: 'Mét tính từ đầu ranh giới', y: 'Số vụ', series: { recent: 'Những ngày qua', usual: 'Trung bình cả kỳ, cùng số ngày' }, marks: { from: 'Đầu dải', to: 'Cuối dải' } },
  },
  classes: { sure: 'Vượt mức ngẫu nhiên', weak: 'Chưa vượt', stretch: 'Đoạn ranh giới', junction: 'Quanh điểm giáp ba phường' },
};
