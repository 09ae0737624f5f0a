import type { Values } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';

const wards = (v: Values, s: Phrases): string => [v['wardA'], v['wardB'], v['wardC']].flatMap((code) => (code === null ? [] : [s.ward(code)])).join(' – ');
const place = (v: Values, s: Phrases): string => (v['kind'] === 'tri_point' ? `Ngã ba ranh giới ${wards(v, s)}` : v['street'] === null ? `Đường cắt ranh giới ${wards(v, s)}` : `${s.text(v['street'])} qua ranh giới ${wards(v, s)}`);

/** Vietnamese texts of the method `junction_ranking`. */
export const junctionRankingVi: MethodTexts = {
  title: 'Xếp hạng nút giáp ranh',
  question: 'Nút nào, nơi ba phường gặp nhau hoặc đường cắt ranh giới, chắc chắn nhiều vụ hơn mức chung?',
  reading: 'Nguy cơ đã được kéo về mức chung tùy theo nút có ít hay nhiều vụ, nên một nút nhỏ may rủi không nhảy lên đầu. Xếp theo xác suất nguy cơ thật vượt ngưỡng, chắc nhất đứng trước.',
  source: 'Co rút gamma–Poisson (Clayton & Kaldor 1987; Marshall 1991), xếp theo P(θ > ngưỡng).',
  parameters: {
    reachMetres: { label: 'Bán kính nút', help: 'Vụ cách nút không quá mức này, và gần nút này nhất, thì tính cho nút.' },
    mergeMetres: { label: 'Gộp nút', help: 'Hai chỗ cắt gần nhau hơn mức này được coi là một nút.' },
    exposure: { label: 'So theo', help: 'Số vụ chờ đợi ở mỗi nút chia theo diện tích quanh nút, hay theo chiều dài đường đã biết.', choices: { area: 'Diện tích quanh nút', streets: 'Chiều dài đường' } },
    threshold: { label: 'Ngưỡng', help: 'Xếp theo xác suất nguy cơ thật gấp hơn bấy nhiêu lần mức chung.' },
  },
  told: {
    headline: (v, s) => `${place(v, s)}: ${s.count(v['count'])} vụ trong ${s.in('metres', v['reach'])}, nguy cơ gấp ${s.number(v['relative'], 1)} lần mức chung của các nút (95%: ${s.number(v['low'], 1)}–${s.number(v['high'], 1)}); xác suất trên gấp ${s.number(v['threshold'], 1)} là ${s.in('share', v['chance'])}.`,
    headline_none: (v, s) => `Không nút nào trong ${s.count(v['places'])} nút có khả năng trên một nửa là gấp hơn ${s.number(v['threshold'], 1)} lần mức chung.`,
    no_incident: () => 'Không có vụ nào trong kỳ và địa bàn này.',
    no_place: () => 'Địa bàn không có nút nào: không có ba phường gặp nhau, cũng không biết đường nào cắt ranh giới.',
    one_place: (v, s) => `Chỉ có một nút, với ${s.count(v['incidents'])} vụ; không có gì để xếp hạng.`,
    none_near: (v, s) => `Không có vụ nào trong ${s.in('metres', v['reach'])} quanh ${s.count(v['places'])} nút.`,
    reach_from_accuracy: (v, s) => `Gấp đôi độ chính xác vị trí của chín phần mười số vụ (${s.in('metres', v['accuracy'])}).`,
    place: (v, s) => `${place(v, s)}: ${s.count(v['count'])} vụ, chờ đợi ${s.number(v['expected'], 1)}; nguy cơ gấp ${s.number(v['relative'], 1)} (${s.number(v['low'], 1)}–${s.number(v['high'], 1)}), xác suất vượt ngưỡng ${s.in('share', v['chance'])}.`,
    legend_sure: (v, s) => `Chắc (95%) gấp hơn ${s.number(v['threshold'], 1)} lần`,
    legend_likely: (v, s) => `Có thể gấp hơn ${s.number(v['threshold'], 1)} lần`,
    legend_other: () => 'Nút khác có vụ',
    no_isochrones: () => 'Chưa tính vùng tới được bằng đường trong một số phút: bán kính là đường chim bay, không phải lối thoát thật.',
    unsnapped: (v, s) => `${s.in('share', v['share'])} số vụ không gần nút nào trong ${s.in('metres', v['reach'])} và không có trong bảng này.`,
    even: () => 'Các nút khác nhau không hơn mức ngẫu nhiên: thứ hạng không nói lên điều gì.',
    few_incidents: (v, s) => `Chỉ có ${s.count(v['incidents'])} vụ trên ${s.count(v['places'])} nút; thứ hạng còn lung lay.`,
    no_streets: () => 'Không biết đường nào cắt ranh giới ở đây: chỉ xếp hạng các ngã ba ranh giới.',
  },
  facts: {
    tri_points: { label: 'Ngã ba ranh giới', help: 'Nơi ba phường trở lên gặp nhau.' },
    crossings: { label: 'Đường cắt ranh giới', help: 'Chỗ một con đường đã biết đi qua ranh giới, sau khi gộp.' },
    snapped: { label: 'Vụ quanh nút', help: 'Số vụ được tính cho một nút.' },
    unsnapped_share: { label: 'Vụ không quanh nút nào', help: 'Tỷ lệ vụ nằm ngoài bán kính của mọi nút.' },
    sure: { label: 'Nút chắc vượt ngưỡng', help: 'Xác suất vượt ngưỡng từ 95% trở lên.' },
    likely: { label: 'Nút có thể vượt ngưỡng', help: 'Xác suất vượt ngưỡng từ một nửa trở lên.' },
  },
  tables: {
    ranking: {
      title: 'Xếp hạng nút',
      columns: { kind: 'Loại', street: 'Đường', ward_a: 'Phường', ward_b: 'Phường', ward_c: 'Phường', count: 'Vụ', expected: 'Chờ đợi', relative: 'Gấp mức chung', low: 'Từ', high: 'Đến', chance: 'Xác suất vượt ngưỡng' },
    },
  },
  charts: { risk: { title: 'Nguy cơ của các nút đứng đầu', x: 'Hạng', y: 'Gấp mức chung', series: { relative: 'Đã co rút, 95%' }, marks: { mean: 'Mức chung', threshold: 'Ngưỡng' } } },
  classes: { tri_point: 'Ngã ba ranh giới', crossing: 'Đường cắt ranh giới' },
};
