import type { MethodTexts } from './method-texts';

/** Sentences that the methods of time and place share, in Vietnamese. */
export const timesCommonVi: MethodTexts['told'] = {
  no_area: () => 'Phạm vi không có phường nào trong bản địa giới này, nên không có gì để tính.',
  no_incident: () => 'Không có vụ nào trong phạm vi và thời gian đã chọn.',
  too_few: (v, say) => `Chỉ có ${say.count(v.count)} vụ; phương pháp này cần ít nhất ${say.count(v.least)} vụ.`,
  too_short: (v, say) => `Thời gian chỉ có ${say.count(v.days)} ngày; phương pháp này cần ít nhất ${say.count(v.least)} ngày.`,
  one_place: (v, say) => `Cả ${say.count(v.count)} vụ đều ở cùng một điểm, nên không so sánh được nơi này với nơi khác.`,
  one_day: (v, say) => `Cả ${say.count(v.count)} vụ đều xảy ra trong một ngày, nên không so sánh được lúc này với lúc khác.`,
  few_incidents: (v, say) => `Chỉ có ${say.count(v.count)} vụ: kết quả có thể đổi nhiều khi thêm hoặc bớt vài vụ.`,
  inexact_locations: (v, say) => `Một phần tư số vụ có vị trí sai lệch từ ${say.in('metres', v.metres)} trở lên, lớn so với cỡ đang xét (${say.in('metres', v.size)}): ranh của điểm nóng chỉ là gần đúng.`,
};
