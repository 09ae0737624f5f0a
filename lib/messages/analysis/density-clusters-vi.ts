import type { MethodTexts } from './method-texts';
import { pointClustersVi } from './point-clusters-words';

/** Vietnamese texts of DBSCAN. */
export const densityClustersVi: MethodTexts = {
  ...pointClustersVi,
  title: 'Ổ vụ việc (DBSCAN)',
  question: 'Những vụ nào nằm sát nhau thành từng ổ, và ổ nào vắt qua ranh giới phường?',
  reading: 'Mỗi mảng là một ổ: các vụ nối tiếp nhau trong tầm bán kính. Mảng nổi bật là ổ vắt qua ranh giới, từng phường chỉ thấy một phần. Phương pháp chỉ gom nhóm, không cho biết có phải ngẫu nhiên không; muốn kiểm định hãy dùng Gi* hoặc quét không gian – thời gian.',
  source: 'Ester và cộng sự (1996); bán kính theo khuỷu đường khoảng cách đến vụ thứ k.',
  parameters: {
    radiusMetres: { label: 'Bán kính', help: 'Hai vụ cách nhau không quá khoảng này được coi là sát nhau; nhỏ thì ổ chặt, lớn thì các ổ dính vào nhau.' },
    minPoints: { label: 'Ít nhất mấy vụ', help: 'Một vụ là lõi của ổ khi trong bán kính có ít nhất bấy nhiêu vụ, kể cả chính nó.' },
  },
  told: {
    ...pointClustersVi.told,
    radius_from_knee: ({ radius, neighbours }, p) => `${p.in('metres', radius)}: khuỷu của đường khoảng cách đến vụ thứ ${p.count(neighbours)}, xét trên nửa số vụ nằm dày hơn.`,
  },
  facts: {
    ...pointClustersVi.facts,
    coreShare: { label: 'Phần số vụ là lõi', help: 'Phần số vụ có đủ số vụ quanh mình trong bán kính.' },
    radius: { label: 'Bán kính đã dùng', help: 'Độ vững được thử với 0,8 và 1,25 lần bán kính này.' },
  },
  charts: {
    ...pointClustersVi.charts,
    distances: { title: 'Khoảng cách đến vụ thứ k', x: 'Phần số vụ, từ nơi dày nhất', y: 'Khoảng cách', series: { distance: 'Khoảng cách' }, marks: { radius: 'Bán kính đã dùng' } },
  },
};
