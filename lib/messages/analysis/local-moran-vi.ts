import { cellParametersVi, cellToldVi } from './cell-words';
import { lackVi } from './lack-words';
import type { MethodTexts } from './method-texts';
import { placeVi } from './place-words';

/** Vietnamese texts of local Moran's I. */
export const localMoranVi: MethodTexts = {
  title: 'Cụm và điểm khác biệt (Moran cục bộ)',
  question: 'Nơi nhiều vụ nào nằm giữa những nơi cũng nhiều vụ, và nơi nào nhiều vụ một mình giữa vùng yên?',
  reading: 'Đỏ đậm: nhiều vụ, chung quanh cũng nhiều (cụm). Đỏ nhạt: nhiều vụ giữa vùng ít (điểm riêng lẻ). Xanh nhạt: ít vụ bên cạnh nơi nhiều. Xanh đậm: ít vụ giữa vùng ít. p tính bằng cách xáo số vụ giữa các nơi.',
  source: 'Anselin (1995), hoán vị có điều kiện, p = (M + 1)/(R + 1) một phía; tỷ lệ theo phường chuẩn hóa Bayes thực nghiệm, Assunção & Reis (1999); hai vòng xáo theo Besag & Clifford (1991); hiệu chỉnh Benjamini – Hochberg.',
  parameters: {
    unit: { label: 'So sánh giữa', help: 'Các ô lưới trên toàn địa bàn (không bị ranh giới cắt), hoặc các phường, xã theo số vụ trên km².', choices: { grid: 'Ô lưới', ward: 'Phường, xã' } },
    ...cellParametersVi,
    against: { label: 'Mức bình thường của ô', help: 'Với ô lưới: trung bình cả địa bàn, hay trung bình vùng chung quanh 2 km; không dùng khi so sánh phường.', choices: { area: 'Cả địa bàn', surroundings: 'Vùng chung quanh' } },
    permutations: { label: 'Số lần xáo', help: 'Vòng đầu xáo 199 lần cho mọi nơi; nơi nào còn ngờ thì xáo bấy nhiêu lần. p nhỏ nhất có thể là 1 chia cho số lần xáo cộng một.' },
    alpha: { label: 'Ngưỡng p', help: 'Nơi có p (sau hiệu chỉnh nếu có) không quá ngưỡng này mới được tô màu.' },
    correction: { label: 'Hiệu chỉnh', help: 'Xét nhiều nơi cùng lúc thì luôn có nơi trông đáng kể; hiệu chỉnh giữ tỷ lệ báo sai ở mức ngưỡng.', choices: { fdr: 'Giữ tỷ lệ báo sai (FDR)', none: 'Không hiệu chỉnh' } },
  },
  told: {
    ...lackVi, ...cellToldVi,
    few_wards: ({ cells, least }, p) => `Phạm vi chỉ có ${p.count(cells)} phường, xã, cần ít nhất ${p.count(least)} để so sánh với nhau; hãy dùng ô lưới.`,
    against_area: () => 'Địa bàn nhỏ (dưới 50 km²): một mức trung bình chung là đủ.',
    against_surroundings: ({ areaKm2 }, p) => `Địa bàn ${p.in('km2', areaKm2)} gồm cả nơi đông lẫn nơi thưa: so với cả địa bàn thì mọi khu đông dân đều thành cụm.`,
    headline_grid: (v, p) => `${p.count(v.groups)} chỗ nhiều vụ hơn mức ngẫu nhiên. Rõ nhất: ${placeVi(v, p)} – ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}, bình thường ${p.number(v.expected, 1)}; ${p.p(v.p)} (${p.count(v.permutations)} lần xáo, đã hiệu chỉnh vì xét ${p.count(v.places)} ô).`,
    headline_grid_uncorrected: (v, p) => `${p.count(v.groups)} chỗ trông nhiều vụ hơn mức ngẫu nhiên. Rõ nhất: ${placeVi(v, p)} – ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}, bình thường ${p.number(v.expected, 1)}; ${p.p(v.p)} (${p.count(v.permutations)} lần xáo, chưa hiệu chỉnh dù xét ${p.count(v.places)} ô).`,
    headline_ward: (v, p) => `${p.count(v.groups)} phường, xã có mật độ cao khác hẳn. Rõ nhất: ${placeVi(v, p)} – ${p.count(v.count)} vụ, nếu rải đều theo diện tích thì ${p.number(v.expected, 1)}; ${p.p(v.p)} (${p.count(v.permutations)} lần xáo, đã hiệu chỉnh vì xét ${p.count(v.places)} phường, xã).`,
    headline_ward_uncorrected: (v, p) => `${p.count(v.groups)} phường, xã trông có mật độ cao khác hẳn. Rõ nhất: ${placeVi(v, p)} – ${p.count(v.count)} vụ, nếu rải đều theo diện tích thì ${p.number(v.expected, 1)}; ${p.p(v.p)} (${p.count(v.permutations)} lần xáo, chưa hiệu chỉnh dù xét ${p.count(v.places)} phường, xã).`,
    none_grid: ({ places, permutations }, p) => `Không chỗ nào trong ${p.count(places)} ô nhiều vụ hơn mức ngẫu nhiên (${p.count(permutations)} lần xáo).`,
    none_ward: ({ places, permutations }, p) => `Không phường, xã nào trong ${p.count(places)} có mật độ cao khác hẳn các nơi khác (${p.count(permutations)} lần xáo).`,
    group: (v, p) => `${placeVi(v, p)}: ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}, bình thường ${p.number(v.expected, 1)}; ${p.p(v.p)}`,
    group_alone: (v, p) => `${placeVi(v, p)}, một mình giữa vùng ít vụ: ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}, bình thường ${p.number(v.expected, 1)}; ${p.p(v.p)}`,
    high_high: ({ places }, p) => `Nhiều vụ, chung quanh cũng nhiều (${p.count(places)})`,
    high_low: ({ places }, p) => `Nhiều vụ giữa vùng ít vụ (${p.count(places)})`,
    low_high: ({ places }, p) => `Ít vụ bên cạnh nơi nhiều vụ (${p.count(places)})`,
    low_low: ({ places }, p) => `Ít vụ, chung quanh cũng ít (${p.count(places)})`,
    legend_group: () => 'Chỗ nhiều vụ, có thể lập thành vùng',
    more_permutations: ({ permutations, floor }, p) => `Với ${p.count(permutations)} lần xáo, p nhỏ nhất có thể là ${p.number(floor, 4)}, chưa đủ nhỏ để vượt qua hiệu chỉnh: hãy tăng số lần xáo hoặc dùng ô lớn hơn.`,
    uncorrected: ({ places }, p) => `Chưa hiệu chỉnh: xét ${p.count(places)} nơi thì một số nơi có màu chỉ do ngẫu nhiên.`,
    wards_hide: () => 'So sánh theo phường không thấy được điểm nóng nằm vắt qua ranh giới; hãy đối chiếu với kết quả theo ô lưới.',
  },
  facts: {
    highHigh: { label: 'Nhiều giữa nhiều', help: 'Số nơi nhiều vụ mà chung quanh cũng nhiều, đạt ngưỡng p.' },
    highLow: { label: 'Nhiều giữa ít', help: 'Số nơi nhiều vụ một mình giữa vùng ít vụ.' },
    lowHigh: { label: 'Ít giữa nhiều', help: 'Số nơi ít vụ bên cạnh nơi nhiều vụ.' },
    lowLow: { label: 'Ít giữa ít', help: 'Số nơi ít vụ mà chung quanh cũng ít.' },
    places: { label: 'Số nơi được xét', help: 'Số ô, hoặc số phường, xã.' },
    globalMoran: { label: 'Moran chung (I)', help: 'Trung bình các trị số cục bộ: trên 0 là nơi nhiều vụ nằm cạnh nhau, gần 0 là xen kẽ ngẫu nhiên.' },
  },
  tables: {
    groups: { title: 'Chỗ nhiều vụ', columns: { rank: 'Thứ tự', ward: 'Phường, xã nhiều vụ nhất', otherWard: 'Phường, xã thứ hai', count: 'Số vụ', expected: 'Bình thường', areaKm2: 'Diện tích', p: 'p' } },
    places: { title: 'Từng nơi', columns: { class: 'Loại', ward: 'Phường, xã', count: 'Số vụ', expected: 'Bình thường', statistic: 'I cục bộ', p: 'p', adjusted: 'p dùng để xét' } },
  },
  charts: { classes: { title: 'Số nơi theo loại', x: 'Loại', y: 'Số nơi', series: { places: 'Số nơi' } } },
  classes: { high_high: 'Nhiều giữa nhiều', high_low: 'Nhiều giữa ít', low_high: 'Ít giữa nhiều', low_low: 'Ít giữa ít', none: 'Không đáng kể' },
};
