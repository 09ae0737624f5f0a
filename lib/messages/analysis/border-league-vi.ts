import type { Values } from '../../domain/analysis-result';
import { borderCommonVi } from './border-common-vi';
import type { MethodTexts, Phrases } from './method-texts';

const what = (v: Values, say: Phrases): string => `${say.count(v.count)} vụ trong ${say.in('metres', v.metres)} mỗi bên, mức chung là ${say.number(v.expected, 1)}`;

/** Vietnamese words of the border league. */
export const borderLeagueVi: MethodTexts = {
  title: 'Bảng xếp hạng ranh giới',
  question: 'Ranh giới nào có nhiều vụ giáp ranh nhất so với độ dài của nó, ranh giới nào đang đổi khác, và ranh giới nào nóng mà chưa có quy chế phối hợp?',
  reading: 'Xếp theo độ chắc chắn rằng ranh giới gấp nhiều lần mức chung, không theo số vụ thô: ranh giới ngắn có vài vụ được kéo về mức chung. Nét đứt là ranh giới chưa có quy chế phối hợp; màu đậm là ngoài giới hạn kiểm soát.',
  source: 'Co gamma – Poisson (Clayton và Kaldor, 1987; Marshall, 1991); giới hạn phễu chính xác (Spiegelhalter, 2005); thay đổi: kiểm định có điều kiện và căn bậc hai (Wheeler, 2016).',
  parameters: {
    widths: { label: 'Bề rộng vùng giáp ranh', help: 'Lấy bề rộng đã thỏa thuận của từng ranh giới, hay cùng một bề rộng cho mọi ranh giới.', choices: { agreed: 'Theo quy chế từng ranh giới', fixed: 'Một bề rộng chung' } },
    widthMetres: { label: 'Bề rộng chung', help: 'Dùng khi chọn một bề rộng chung, tính bằng mét mỗi bên.' },
    exposure: { label: 'So theo', help: 'Số vụ được so với chiều dài ranh giới, hay với chiều dài đường phố trong vùng giáp ranh (nơi có dữ liệu đường).', choices: { length: 'Chiều dài ranh giới', streets: 'Chiều dài đường phố' } },
    recentDays: { label: 'Số ngày gần đây', help: 'Những ngày cuối được so với thời gian trước đó để thấy thay đổi.' },
    threshold: { label: 'Gấp mấy lần', help: 'Bảng xếp theo xác suất ranh giới thật sự gấp hơn chừng này lần mức chung.' },
  },
  told: {
    ...borderCommonVi,
    too_few_borders: (v, say) => `Chỉ có ${say.count(v.borders)} ranh giới chung; cần ít nhất ${say.count(v.least)} để so sánh.`,
    none_near: (v, say) => `Không vụ nào trong ${say.count(v.count)} vụ nằm trong vùng giáp ranh.`,
    no_streets: () => 'Không đủ ranh giới có dữ liệu đường phố để so sánh; hãy so theo chiều dài ranh giới.',
    found: (v, say) => `${say.pair(v.pair)}: ${what(v, say)}, chắc chắn gấp từ ${say.number(v.low, 1)} đến ${say.number(v.high, 1)} lần.${Number(v.unagreed) > 0 ? ` Có ${say.count(v.unagreed)} ranh giới vượt giới hạn mà chưa có quy chế phối hợp, đứng đầu là ${say.pair(v.unagreedPair)}.` : ''}`,
    found_unagreed: (v, say) => `${say.pair(v.pair)} chưa có quy chế phối hợp mà đứng đầu: ${what(v, say)}, gấp từ ${say.number(v.low, 1)} đến ${say.number(v.high, 1)} lần.${Number(v.others) > 0 ? ` Còn ${say.count(v.others)} ranh giới khác vượt giới hạn mà chưa có quy chế.` : ''}`,
    none: (v, say) => `Không ranh giới nào trong ${say.count(v.borders)} ranh giới vượt giới hạn hành động: khác nhau chỉ như ngẫu nhiên.`,
    border: (v, say) => `${say.pair(v.pair)}: ${what(v, say)}, gấp ${say.number(v.ratio, 1)} lần sau khi co; ${say.cluster(v.cluster)}; ${say.count(v.recent)} vụ gần đây (z = ${say.number(v.changeZ, 1)}).`,
    border_unagreed: (v, say) => `${say.pair(v.pair)}: ${what(v, say)}, gấp ${say.number(v.ratio, 1)} lần sau khi co; chưa có quy chế phối hợp; ${say.count(v.recent)} vụ gần đây (z = ${say.number(v.changeZ, 1)}).`,
    legend_above_action: () => 'Trên giới hạn hành động', legend_above_warning: () => 'Trên giới hạn cảnh báo', legend_usual: () => 'Như mức chung', legend_below_warning: () => 'Dưới giới hạn cảnh báo', legend_below_action: () => 'Dưới giới hạn hành động',
    legend_above_action_unagreed: () => 'Trên giới hạn hành động, chưa có quy chế', legend_above_warning_unagreed: () => 'Trên giới hạn cảnh báo, chưa có quy chế', legend_usual_unagreed: () => 'Như mức chung, chưa có quy chế',
    legend_below_warning_unagreed: () => 'Dưới giới hạn cảnh báo, chưa có quy chế', legend_below_action_unagreed: () => 'Dưới giới hạn hành động, chưa có quy chế',
    left_out: (v, say) => `${say.count(v.borders)} ranh giới có dưới ${say.in('metres', v.metres)} đường phố đã biết trong vùng giáp ranh nên không xếp hạng.`,
    about_length: () => 'Mức chung tính theo chiều dài ranh giới của cả phạm vi: nội thành đông đúc đương nhiên đứng trên ngoại thành. Muốn công bằng hơn, hãy so theo đường phố hoặc thu hẹp phạm vi. Vụ gần nơi ba phường gặp nhau được tính cho từng ranh giới ở gần.',
    about_streets: () => 'Chỉ tính đường phố có trong dữ liệu nền; ngõ nhỏ chưa có. Vụ gần nơi ba phường gặp nhau được tính cho từng ranh giới ở gần.',
    no_agreement_known: () => 'Bản địa giới này không có cụm liên kết nào còn hiệu lực vào ngày cuối, nên mọi ranh giới đều hiện là chưa có quy chế.',
    overdispersed: () => 'Hơn một phần mười ranh giới nằm ngoài giới hạn hành động: các ranh giới khác nhau hơn mức ngẫu nhiên, nên hãy tin thứ hạng và khoảng của từng ranh giới hơn là giới hạn.',
  },
  facts: {
    borders: { label: 'Số ranh giới xếp hạng', help: 'Ranh giới chung giữa hai phường trong phạm vi.' }, above: { label: 'Trên giới hạn hành động', help: 'Ngẫu nhiên quanh mức chung chỉ vượt giới hạn này một lần trong nghìn.' },
    unagreed: { label: 'Chưa có quy chế phối hợp', help: 'Ranh giới mà không cụm liên kết nào còn hiệu lực bao gồm cả hai phường.' }, unagreedAbove: { label: 'Nóng mà chưa có quy chế', help: 'Vừa trên giới hạn hành động vừa chưa có quy chế phối hợp.' },
    rate: { label: 'Mức chung', help: 'Số vụ trên một kilômét của cả phạm vi.' }, changed: { label: 'Đang đổi khác', help: 'Ranh giới có thay đổi gần đây với |z| > 3.' },
  },
  tables: {
    league: {
      title: 'Xếp hạng ranh giới',
      columns: {
        rank: 'Hạng', border: 'Ranh giới', agreement: 'Quy chế', cluster: 'Cụm liên kết', length: 'Dài', exposure: 'So theo', width: 'Rộng mỗi bên', count: 'Số vụ', inA: 'Bên thứ nhất', inB: 'Bên thứ hai', expected: 'Mức chung', relative: 'Gấp (đã co)', low: 'Từ', high: 'Đến',
        exceedance: 'Xác suất vượt ngưỡng', standing: 'Vị trí', recent: 'Gần đây', change: 'Thay đổi (lần)', changeZ: 'z thay đổi', changeP: 'p thay đổi',
      },
    },
  },
  charts: {
    league: { title: 'Gấp mấy lần mức chung', x: 'Ranh giới', y: 'Gấp (lần)', series: { relative: 'Sau khi co, khoảng 95%' }, marks: { mean: 'Mức chung', threshold: 'Ngưỡng' } },
    limits: { title: 'Số vụ trên kilômét và giới hạn kiểm soát', x: 'Ranh giới', y: 'Vụ/km', series: { observed: 'Thực tế', usual: 'Mức chung và giới hạn 99,8%' } },
  },
  classes: { agreed: 'Có quy chế', unagreed: 'Chưa có quy chế', above_action: 'Trên giới hạn hành động', above_warning: 'Trên giới hạn cảnh báo', usual: 'Như mức chung', below_warning: 'Dưới giới hạn cảnh báo', below_action: 'Dưới giới hạn hành động' },
};
