import { borderCommonVi } from './border-common-vi';
import type { MethodTexts } from './method-texts';

/** Vietnamese words of the check of owners. */
export const ownershipErrorVi: MethodTexts = {
  title: 'Vụ việc thuộc phường nào, chắc đến đâu',
  question: 'Với sai số của vị trí, bao nhiêu vụ sát ranh có thể thật ra thuộc phường bên kia?',
  reading: 'Chấm là vụ mà xác suất thuộc đúng phường đang ghi dưới 95%. Với những vụ này, nên xác minh vị trí trước khi giao chủ trì. Số giao nhầm chờ đợi cho biết bao nhiêu vụ có lẽ đang đứng tên sai phường.',
  source: 'Sai số vị trí phân bố chuẩn theo mỗi tọa độ (B-20): cách ranh thẳng 10 m với sai số 10 m thì chắc 84%.',
  parameters: { sigmaMetres: { label: 'Sai số khi không rõ', help: 'Sai số vị trí (một độ lệch chuẩn, mét) dùng cho vụ không ghi sai số.' } },
  told: {
    ...borderCommonVi,
    proposed_sigma: (v, say) => `Sai số trung vị của ${say.count(v.count)} vụ có ghi là ${say.in('metres', v.metres)}.`,
    found: (v, say) => `${say.count(v.count)} vụ (${say.in('share', v.share)}) không chắc thuộc phường nào; có lẽ khoảng ${say.number(v.misassigned, 0)} vụ đang đứng tên sai phường. Nhiều nhất ở ranh giới ${say.pair(v.pair)}: ${say.count(v.onPair)} vụ.`,
    none: (v, say) => `Cả ${say.count(v.count)} vụ đều chắc từ 95% trở lên về phường của mình.`,
    dot: (v, say) => `Ghi cho ${say.ward(v.ward)}, chắc ${say.in('share', v.probability)}; có thể thuộc ${say.ward(v.other)}. Cách ranh ${say.in('metres', v.metres)}, sai số ${say.in('metres', v.sigma)}.`,
    legend_doubtful: () => 'Chắc dưới 75%', legend_ambiguous: () => 'Chắc từ 75 đến dưới 95%',
    many_unknown: (v, say) => `${say.in('share', v.share)} số vụ không ghi sai số vị trí; đã giả định ${say.in('metres', v.metres)}.`,
    outer_line: () => 'Chỉ xét ranh giới giữa các phường trong phạm vi; sát mép ngoài của phạm vi thì độ chắc bị tính cao hơn thực tế.',
    about_sigma: () => 'Giả định sai số như nhau theo mọi hướng và đúng như đã ghi; vị trí bị kéo về giữa phường hoặc về đầu đường thì không theo quy luật này.',
  },
  facts: {
    ambiguous: { label: 'Vụ không chắc', help: 'Xác suất thuộc đúng phường dưới 95%.' }, share: { label: 'Phần không chắc', help: 'Trong tất cả vụ đã xét.' }, misassigned: { label: 'Giao nhầm chờ đợi', help: 'Tổng xác suất thuộc phường khác của mọi vụ, kèm khoảng 95%.' },
    median: { label: 'Sai số trung vị', help: 'Một nửa số vụ có sai số không quá chừng này.' }, unknown: { label: 'Không ghi sai số', help: 'Phần số vụ phải dùng sai số giả định.' }, certain: { label: 'Chắc từ cách ranh', help: 'Với sai số trung vị, vụ cách ranh thẳng từ chừng này trở lên thì chắc 95%.' },
  },
  tables: {
    borders: { title: 'Theo ranh giới', columns: { border: 'Ranh giới', near: 'Vụ ở gần', ambiguous: 'Không chắc', misassigned: 'Giao nhầm chờ đợi', fromA: 'Trong đó ghi cho bên thứ nhất', fromB: 'Trong đó ghi cho bên thứ hai' } },
    incidents: { title: 'Vụ ít chắc nhất', columns: { incident: 'Vụ việc', ward: 'Ghi cho', other: 'Có thể thuộc', distance: 'Cách ranh', sigma: 'Sai số', probability: 'Chắc', otherProbability: 'Khả năng bên kia' } },
  },
  charts: {
    distance: { title: 'Độ chắc theo khoảng cách đến ranh thẳng', x: 'Mét tính từ ranh giới', y: 'Xác suất đúng phường', series: { good: 'Vị trí tốt (phần tư dưới của sai số)', middle: 'Sai số trung vị', poor: 'Vị trí kém (phần tư trên)' }, marks: { certain: '95%' } },
    borders: { title: 'Giao nhầm theo ranh giới', x: 'Ranh giới', y: 'Số vụ', series: { misassigned: 'Giao nhầm chờ đợi', ambiguous: 'Không chắc' } },
  },
  classes: {},
};
