import { lackVi } from './lack-words';
import type { MethodTexts } from './method-texts';
import { placeVi } from './place-words';

const street = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : 'đoạn đường chưa rõ tên');

/** Vietnamese texts of hot street segments. */
export const hotSegmentsVi: MethodTexts = {
  title: 'Đoạn đường nóng',
  question: 'Đoạn đường nào có nhiều vụ hơn hẳn mức chung trên mỗi trăm mét, chắc đến đâu?',
  reading: 'Mỗi đường được cắt thành đoạn ngắn, mỗi vụ tính cho đoạn gần nhất. Đoạn ít dữ liệu được kéo về mức chung nên không đứng đầu chỉ vì may rủi; độ chắc là xác suất mức thật cao hơn số lần đã chọn so với đoạn đường trung bình. Mức chung lấy theo chiều dài đường, không theo lượng người đi lại.',
  source: 'Co rút Gamma – Poisson, Clayton & Kaldor (1987), Marshall (1991); xếp hạng theo P(θ > ngưỡng).',
  parameters: {
    segmentMetres: { label: 'Đoạn dài nhất', help: 'Đường được chia thành các đoạn bằng nhau không dài hơn mức này.' },
    snapMetres: { label: 'Khoảng cách gắn vào đường', help: 'Vụ việc cách mọi con đường đã biết xa hơn mức này thì không tính cho đoạn nào.' },
    times: { label: 'Gấp mấy lần', help: 'Đoạn nóng là đoạn có mức thật cao hơn bấy nhiêu lần mức chung.' },
    sureness: { label: 'Độ chắc', help: 'Chỉ nêu đoạn mà xác suất cao hơn như vậy ít nhất bằng mức này.' },
  },
  told: {
    ...lackVi,
    snap_from_accuracy: ({ snap, median }, p) => `${p.in('metres', snap)}: hai lần độ chính xác định vị thường gặp (${p.in('metres', median)}), giữ trong khoảng 30 – 80 m.`,
    no_streets: () => 'Không có dữ liệu đường phố trong phạm vi này nên không thể tính theo đoạn đường; hãy dùng mật độ hoặc ô nóng.',
    none_near: ({ count, snap }, p) => `Không vụ nào trong ${p.count(count)} vụ cách một con đường đã biết dưới ${p.in('metres', snap)}.`,
    headline: (v, p) => `${p.count(v.stretches)} đoạn đường nóng. Nổi nhất: ${street(v.street)} (${placeVi(v, p)}) – ${p.count(v.count)} vụ trên ${p.in('metres', v.lengthMetres)}, mức chung chỉ ${p.number(v.expected, 1)}; xác suất thật sự cao hơn ${p.number(v.times)} lần: ${p.in('share', v.sureness)}. ${p.in('share', v.unsnapped)} số vụ không ở gần con đường nào đã biết nên không tính.`,
    none: (v, p) => `Không đoạn nào trong ${p.count(v.segments)} đoạn đường chắc đến ${p.in('share', v.asked)} là cao hơn ${p.number(v.times)} lần mức chung. ${p.in('share', v.unsnapped)} số vụ không ở gần con đường nào đã biết nên không tính.`,
    stretch: (v, p) => `${street(v.street)} (${placeVi(v, p)}): ${p.count(v.count)} vụ trên ${p.in('metres', v.lengthMetres)}, mức chung ${p.number(v.expected, 1)}; đoạn đông nhất gấp khoảng ${p.number(v.relative, 1)} lần, độ chắc ${p.in('share', v.sureness)}`,
    hot90: ({ segments }, p) => `Đoạn nóng, độ chắc từ 90% (hoặc từ mức đã chọn): ${p.count(segments)} đoạn`,
    hot95: ({ segments }, p) => `Đoạn nóng, độ chắc từ 95%: ${p.count(segments)} đoạn`,
    hot99: ({ segments }, p) => `Đoạn nóng, độ chắc từ 99%: ${p.count(segments)} đoạn`,
    legend_stretch: ({ times, sureness }, p) => `Các đoạn nối nhau, cao hơn ${p.number(times)} lần với độ chắc từ ${p.in('share', sureness)}; có thể lập thành vùng`,
    many_unsnapped: ({ share, snap }, p) => `${p.in('share', share)} số vụ cách mọi con đường đã biết hơn ${p.in('metres', snap)}: bản đồ đường thiếu, hoặc vụ việc xảy ra trong ngõ, khu nhà. Kết quả chỉ nói về phần còn lại.`,
    even: ({ times }, p) => `Số vụ trên các đoạn không khác nhau hơn mức ngẫu nhiên: không đoạn nào có thể coi là cao hơn ${p.number(times)} lần.`,
  },
  facts: {
    topRelative: { label: 'Đoạn chắc nhất, gấp mấy lần', help: 'Mức của đoạn đứng đầu so với mức chung, đã co rút, kèm khoảng tin cậy 95%.' },
    hotSegments: { label: 'Số đoạn nóng', help: 'Số đoạn đạt độ chắc đã chọn.' },
    hotLengthShare: { label: 'Phần chiều dài đường nóng', help: 'Chiều dài các đoạn nóng chia cho tổng chiều dài đường trong phạm vi.' },
    hotCountShare: { label: 'Phần số vụ trên đoạn nóng', help: 'Trong các vụ đã gắn vào đường.' },
    unsnappedShare: { label: 'Vụ không gắn được', help: 'Phần số vụ cách mọi con đường đã biết xa hơn khoảng cách cho phép.' },
    segments: { label: 'Số đoạn', help: 'Số đoạn đường trong phạm vi.' },
    lengthKm: { label: 'Tổng chiều dài', help: 'Chiều dài các đường đã biết trong phạm vi.' },
  },
  tables: {
    segments: {
      title: 'Các đoạn đường theo độ chắc',
      columns: { rank: 'Thứ tự', street: 'Đường', ward: 'Phường, xã', length: 'Chiều dài', count: 'Số vụ', expected: 'Mức chung', per100: 'Vụ trên 100 m', relative: 'Gấp mấy lần (co rút)', low: 'Từ', high: 'Đến', sureness: 'Độ chắc' },
    },
  },
  charts: { top: { title: 'Các đoạn đứng đầu', x: 'Đoạn đường', y: 'Gấp mấy lần mức chung', series: { relative: 'Gấp mấy lần, khoảng 95%' }, marks: { times: 'Ngưỡng đã chọn' } } },
  classes: {},
};
