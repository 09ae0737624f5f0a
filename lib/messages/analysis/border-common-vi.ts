import type { MethodTexts } from './method-texts';
import { timesCommonVi } from './times-common-vi';

/** Sentences that the methods of borders share, in Vietnamese. */
export const borderCommonVi: MethodTexts['told'] = {
  ...timesCommonVi,
  no_border: () => 'Trong phạm vi không có hai phường nào chung ranh giới, nên không có vùng giáp ranh để xét.',
  calm_too_short: (v, say) => `Thời gian chọn chỉ có ${say.count(v.days)} ngày, không đủ dài để biết mức bình thường bên cạnh ${say.count(v.recent)} ngày đang xét.`,
  proposed_width: (v, say) => `Phần lớn ranh giới trong phạm vi có vùng giáp ranh rộng ${say.in('metres', v.metres)} mỗi bên.`,
  proposed_days: (v, say) => `Lấy ${say.count(v.days)} ngày, tức một phần tư thời gian chọn, để còn đủ thời gian bình thường mà so sánh.`,
};
