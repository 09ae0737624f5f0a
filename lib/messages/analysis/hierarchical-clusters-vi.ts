import type { MethodTexts } from './method-texts';
import { pointClustersVi } from './point-clusters-words';

/** Vietnamese texts of HDBSCAN*. */
export const hierarchicalClustersVi: MethodTexts = {
  ...pointClustersVi,
  title: 'Ổ nhiều mật độ (HDBSCAN)',
  question: 'Có những ổ nào, cả ổ rất chặt trong phố lẫn ổ thưa hơn ở ven, và vụ nào nằm tách biệt?',
  reading: 'Không cần bán kính: mỗi ổ được giữ ở mật độ mà nó bền nhất. Mảng nổi bật là ổ vắt qua ranh giới; chấm là vụ nằm tách biệt. Phương pháp chỉ gom nhóm, không kiểm định.',
  source: 'Campello, Moulavi & Sander (2013); điểm tách biệt GLOSH, Campello và cộng sự (2015).',
  parameters: {
    minPoints: { label: 'Ổ nhỏ nhất', help: 'Từ bấy nhiêu vụ trở lên mới là một ổ; lớn hơn thì ít ổ hơn và các ổ rộng hơn.' },
    outlierScore: { label: 'Ngưỡng tách biệt', help: 'Vụ không thuộc ổ nào và có điểm tách biệt từ mức này (0,5 đến 1) được vẽ thành chấm.' },
  },
  told: {
    ...pointClustersVi.told,
    none: ({ incidents }, p) => `Không tách được thành từng ổ: ${p.count(incidents)} vụ hoặc nằm rải rác, hoặc chỉ thành một khối duy nhất.`,
    too_many: ({ count, most }, p) => `${p.count(count)} vụ là quá nhiều cho phương pháp này (nhiều nhất ${p.count(most)}): hãy rút ngắn thời gian, thu hẹp địa bàn, hoặc dùng DBSCAN.`,
    outliers: ({ score }, p) => `Vụ nằm tách biệt (điểm từ ${p.number(score)})`,
    more_outliers: ({ outliers, told }, p) => `Có ${p.count(outliers)} vụ tách biệt; chỉ vẽ và liệt kê ${p.count(told)} vụ rõ nhất.`,
  },
  facts: {
    ...pointClustersVi.facts,
    outliers: { label: 'Vụ tách biệt', help: 'Số vụ không thuộc ổ nào và có điểm tách biệt từ ngưỡng.' },
    minPoints: { label: 'Ổ nhỏ nhất đã dùng', help: 'Độ vững được thử với 1,5 lần số này.' },
  },
  tables: {
    ...pointClustersVi.tables,
    outliers: { title: 'Vụ tách biệt', columns: { ward: 'Phường, xã', category: 'Loại việc', day: 'Ngày', score: 'Điểm tách biệt' } },
  },
};
