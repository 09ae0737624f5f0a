import type { MethodTexts } from './method-texts';

/** Vietnamese words for the reasons and warnings of `lib/analysis/lack-of-spread.ts`, to be spread into a method's `told`. */
export const lackVi: MethodTexts['told'] = {
  no_area: () => 'Phạm vi đã chọn không có phường, xã nào trong phiên bản ranh giới này nên không có gì để tính.',
  no_incident: () => 'Không có vụ việc nào trong phạm vi và thời gian đã chọn.',
  one_incident: () => 'Chỉ có một vụ việc: chưa thể nói vụ việc dồn vào đâu.',
  one_place: ({ count }, p) => `Cả ${p.count(count)} vụ đều ghi tại cùng một vị trí: không có gì để so sánh giữa các nơi.`,
  few_incidents: ({ count, few }, p) => `Chỉ có ${p.count(count)} vụ (dưới ${p.count(few)}): thêm bớt vài vụ là kết quả có thể khác.`,
  rough_locations: ({ share, scale }, p) => `${p.in('share', share)} số vụ có ghi độ chính xác được định vị kém hơn ${p.in('metres', scale)}: các vụ này có thể nằm lệch sang chỗ bên cạnh.`,
};

/** The same in English. */
export const lackEn: MethodTexts['told'] = {
  no_area: () => 'The chosen area has no ward in this boundary edition, so there is nothing to compute.',
  no_incident: () => 'There is no incident in the chosen area and period.',
  one_incident: () => 'There is only one incident: where incidents gather can not be said.',
  one_place: ({ count }, p) => `All ${p.count(count)} incidents are recorded at one place: there is nothing to compare.`,
  few_incidents: ({ count, few }, p) => `Only ${p.count(count)} incidents (fewer than ${p.count(few)}): a few more or less may change the result.`,
  rough_locations: ({ share, scale }, p) => `${p.in('share', share)} of the incidents with a known accuracy are located less exactly than ${p.in('metres', scale)}: they may lie next to where they are drawn.`,
};
