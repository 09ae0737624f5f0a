import { cellParametersVi, cellToldVi } from './cell-words';
import { lackVi } from './lack-words';
import type { MethodTexts } from './method-texts';
import { placeVi } from './place-words';

/** Vietnamese texts of Getis–Ord Gi*. */
export const getisOrdVi: MethodTexts = {
  title: 'Ô nóng, ô lạnh (Gi*)',
  question: 'Những chỗ nào nhiều vụ đến mức khó là ngẫu nhiên, tính cả các ô bên cạnh?',
  reading: 'Ô nóng là ô mà chính nó cùng các ô kề có nhiều vụ hơn hẳn mức bình thường; ô lạnh thì ngược lại. Mức bình thường là trung bình của cả địa bàn hoặc của vùng chung quanh, tùy lựa chọn. Độ tin cậy đã hiệu chỉnh vì xét rất nhiều ô cùng lúc.',
  source: 'Getis & Ord (1992), Ord & Getis (1995); hiệu chỉnh tỷ lệ phát hiện sai Benjamini – Hochberg theo Caldas de Castro & Singer (2006).',
  parameters: {
    ...cellParametersVi,
    against: { label: 'So với', help: 'Số vụ của mỗi ô được so với trung bình cả địa bàn, hay với các ô chung quanh trong vòng 2 km (để khu đông dân không nóng chỉ vì đông).', choices: { area: 'Cả địa bàn', surroundings: 'Vùng chung quanh' } },
    confidence: { label: 'Độ tin cậy của cụm', help: 'Ô đạt độ tin cậy này trở lên và nằm kề nhau được gộp thành một cụm nóng.', choices: { 90: '90%', 95: '95%', 99: '99%' } },
  },
  told: {
    ...lackVi, ...cellToldVi,
    against_area: () => 'Địa bàn nhỏ (dưới 50 km²): một mức trung bình chung là đủ.',
    against_surroundings: ({ areaKm2 }, p) => `Địa bàn ${p.in('km2', areaKm2)} gồm cả nơi đông lẫn nơi thưa: so với cả địa bàn thì mọi khu đông dân đều nóng.`,
    headline: (v, p) => `${p.count(v.groups)} cụm ô nóng. Mạnh nhất: ${placeVi(v, p)} – ${p.count(v.count)} vụ trên ${p.in('km2', v.areaKm2)}, bình thường ${v.around === null ? 'theo cả địa bàn' : `so với chung quanh ${p.in('metres', v.around)}`} chỉ ${p.number(v.expected, 1)} vụ; ${p.p(v.p)} (xấp xỉ chuẩn, đã hiệu chỉnh vì xét ${p.count(v.cells)} ô).`,
    none: ({ cells, confidence }, p) => `Không ô nào trong ${p.count(cells)} ô nóng với độ tin cậy ${p.in('share', confidence)} sau hiệu chỉnh: vụ việc không dồn lại quá mức ngẫu nhiên ở cỡ ô này.`,
    group: (v, p) => `${placeVi(v, p)}: ${p.count(v.count)} vụ trong ${p.count(v.cells)} ô (${p.in('km2', v.areaKm2)}), bình thường ${p.number(v.expected, 1)} vụ; z đến ${p.number(v.z, 1)}, ${p.p(v.p)}`,
    hot99: ({ cells }, p) => `Nóng, tin cậy 99% (${p.count(cells)} ô)`,
    hot95: ({ cells }, p) => `Nóng, tin cậy 95% (${p.count(cells)} ô)`,
    hot90: ({ cells }, p) => `Nóng, tin cậy 90% (${p.count(cells)} ô)`,
    cold99: ({ cells }, p) => `Lạnh, tin cậy 99% (${p.count(cells)} ô)`,
    cold95: ({ cells }, p) => `Lạnh, tin cậy 95% (${p.count(cells)} ô)`,
    cold90: ({ cells }, p) => `Lạnh, tin cậy 90% (${p.count(cells)} ô)`,
    legend_group: ({ confidence }, p) => `Cụm ô nóng từ ${p.in('share', confidence)} trở lên, có thể lập thành vùng`,
    rough_p: ({ expected }, p) => `Mỗi ô cùng các ô kề trung bình chỉ có ${p.number(expected)} vụ: độ tin cậy chỉ gần đúng, một vài vụ gần nhau cũng có thể làm ô thành nóng. Ô lớn hơn thì chắc hơn.`,
  },
  facts: {
    groups: { label: 'Số cụm nóng', help: 'Số nhóm ô nóng nằm kề nhau, từ độ tin cậy đã chọn.' },
    hotCells: { label: 'Ô nóng', help: 'Số ô nóng từ độ tin cậy 90% trở lên.' },
    hotAreaShare: { label: 'Phần diện tích nóng', help: 'Số ô nóng chia cho số ô của địa bàn.' },
    coldCells: { label: 'Ô lạnh', help: 'Số ô lạnh từ độ tin cậy 90% trở lên.' },
    cells: { label: 'Số ô', help: 'Số ô có tâm nằm trong địa bàn; đều được xét cùng lúc.' },
    mean: { label: 'Vụ mỗi ô, trung bình', help: 'Trung bình trên mọi ô của địa bàn.' },
  },
  tables: {
    groups: { title: 'Cụm ô nóng', columns: { rank: 'Thứ tự', ward: 'Phường, xã nhiều vụ nhất', otherWard: 'Phường, xã thứ hai', wards: 'Số phường, xã', cells: 'Số ô', areaKm2: 'Diện tích', count: 'Số vụ', expected: 'Bình thường', z: 'z cao nhất', p: 'p đã hiệu chỉnh' } },
    cells: { title: 'Các ô đáng kể', columns: { class: 'Loại', ward: 'Phường, xã', count: 'Số vụ', z: 'z', p: 'p', adjusted: 'p đã hiệu chỉnh' } },
  },
  charts: { classes: { title: 'Số ô theo loại', x: 'Loại', y: 'Số ô', series: { cells: 'Số ô' } } },
  classes: { hot99: 'Nóng 99%', hot95: 'Nóng 95%', hot90: 'Nóng 90%', cold99: 'Lạnh 99%', cold95: 'Lạnh 95%', cold90: 'Lạnh 90%' },
};
