import type { Values } from '../../domain/analysis-result';
import { borderCommonVi } from './border-common-vi';
import type { MethodTexts, Phrases } from './method-texts';

const jump = (v: Values, say: Phrases): string => `${say.pair(v.pair)}: ngay tại ranh giới mật độ phía ${say.ward(v.denser)} là ${say.in('perKm2', v.denserRate)}, phía ${say.ward(v.sparser)} là ${say.in('perKm2', v.sparserRate)} (${say.p(v.p)})`;
const heap = (v: Values, say: Phrases): string => `${say.pair(v.pair)}: ${say.count(v.heapCount)} vụ dồn vào ${say.in('metres', v.binMetres)} sát ranh phía ${say.ward(v.heapWard)}, nhiều hơn hẳn phía bên kia (${say.p(v.heapP)})`;

/** Vietnamese words of the check for discontinuities. */
export const discontinuityVi: MethodTexts = {
  title: 'Đứt gãy tại ranh giới',
  question: 'Mật độ vụ việc có nhảy bậc hoặc dồn cục ngay tại ranh giới không, dấu hiệu của cách ghi nhận hay định vị khác nhau giữa hai phường?',
  reading: 'Tội phạm hiếm khi dừng đúng vạch ranh giới. Nhảy bậc thường do hai phường ghi nhận khác nhau; dồn cục một bên thường do vị trí bị kéo về trong phường. Kiểm tra cách ghi nhận trước, rồi mới nói đến an ninh trật tự.',
  source: 'Hồi quy tuyến tính cục bộ hai phía (McCrary, 2008; Imbens và Lemieux, 2008); đường biên khác biệt Womble (1951), Lu và Carlin (2005); chỉnh nhiều phép so theo Benjamini – Hochberg.',
  parameters: {
    binMetres: { label: 'Bề rộng mỗi nấc', help: 'Vụ việc được đếm theo từng nấc rộng chừng này mét tính từ ranh giới ra mỗi bên.' },
    bins: { label: 'Số nấc mỗi bên', help: 'Càng nhiều nấc càng nhìn xa, nhưng đường thẳng càng khó khớp.' },
    leastEvents: { label: 'Ít nhất mấy vụ', help: 'Ranh giới có ít vụ ở gần hơn số này thì không xét.' },
    level: { label: 'Ngưỡng p', help: 'Ranh giới được nêu khi p đã chỉnh cho việc so nhiều ranh giới dưới ngưỡng này.' },
  },
  told: {
    ...borderCommonVi,
    too_few_near: (v, say) => `Không ranh giới nào có từ ${say.count(v.least)} vụ trở lên trong ${say.in('metres', v.metres)} mỗi bên.`,
    found_snapped: (v, say) => `${heap(v, say)}: nên kiểm tra cách định vị.${Number(v.others) > 0 ? ` Còn ${say.count(v.others)} ranh giới khác đáng kiểm tra.` : ''}`,
    found_jump: (v, say) => `${jump(v, say)}: nên kiểm tra cách ghi nhận của hai phường.${Number(v.others) > 0 ? ` Còn ${say.count(v.others)} ranh giới khác đáng kiểm tra.` : ''}`,
    none: (v, say) => `Không thấy nhảy bậc hay dồn cục một bên ở ranh giới nào trong ${say.count(v.borders)} ranh giới đủ vụ để xét.`,
    snapped: (v, say) => `${heap(v, say)}.`, jump: (v, say) => `${jump(v, say)}.`,
    along: (v, say) => `${say.pair(v.pair)}: vụ việc dồn sát ranh mà hai bên không khác nhau, như khi ranh giới chạy theo đường phố.`,
    even: (v, say) => `${say.pair(v.pair)}: không thấy nhảy bậc (${say.p(v.p)}).`,
    legend_snapped: () => 'Dồn cục một bên ranh giới', legend_jump: () => 'Nhảy bậc tại ranh giới', legend_along: () => 'Dồn sát ranh, hai bên như nhau', legend_even: () => 'Không thấy đứt gãy',
    about_cause: () => 'Phép này không biết nguyên nhân: đất ở một bên và hồ, công viên bên kia cũng gây nhảy bậc.',
    about_borders: (v, say) => `Đã xét ${say.count(v.borders)} trong ${say.count(v.all)} ranh giới (những ranh giới nhiều vụ nhất, từ ${say.count(v.least)} vụ); p đã chỉnh, tỷ lệ báo nhầm trong các ranh giới được nêu không quá ${say.in('share', v.level)}.`,
    proposed_bin: (v, say) => `Nấc rộng ${say.in('metres', v.metres)} vì một nửa số vị trí có sai số từ chừng đó trở lên.`,
  },
  facts: {
    tested: { label: 'Ranh giới đã xét', help: 'Ranh giới có đủ vụ ở gần.' }, snapped: { label: 'Dồn cục một bên', help: 'Sát ranh có một cục vụ việc ở một bên nhiều hơn bên kia.' }, jump: { label: 'Nhảy bậc', help: 'Mật độ hai bên gặp nhau ở hai mức khác hẳn.' },
    along: { label: 'Dồn hai bên', help: 'Dồn sát ranh nhưng hai bên như nhau: thường là đường phố.' }, even: { label: 'Không đứt gãy', help: 'Không thấy gì khác thường.' }, contrast: { label: 'Khác biệt lớn nhất giữa hai phường', help: 'Chênh lệch mật độ (đã co) giữa hai phường giáp nhau.' },
  },
  tables: {
    jumps: { title: 'Từng ranh giới', columns: { border: 'Ranh giới', kind: 'Kết luận', countA: 'Số vụ bên thứ nhất', countB: 'Số vụ bên thứ hai', rateA: 'Mật độ tại ranh, bên thứ nhất', rateB: 'Mật độ tại ranh, bên thứ hai', jump: 'Bậc', low: 'Từ', high: 'Đến', p: 'p đã chỉnh', innerA: 'Sát ranh, bên thứ nhất', innerB: 'Sát ranh, bên thứ hai', heapA: 'p dồn, bên thứ nhất', heapB: 'p dồn, bên thứ hai' } },
    contrasts: { title: 'Khác biệt giữa hai phường', columns: { rank: 'Hạng', border: 'Ranh giới', rateA: 'Phường thứ nhất', rateB: 'Phường thứ hai', difference: 'Chênh lệch' } },
  },
  charts: {
    sides: { title: 'Mật độ hai bên của ranh giới đứng đầu', x: 'Mét tính từ ranh giới (+ phường thứ nhất, − phường thứ hai)', y: 'Vụ/km²', series: { density: 'Mật độ' }, marks: { border: 'Ranh giới' } },
    jumps: { title: 'Bậc tại ranh giới', x: 'Ranh giới', y: 'Chênh lệch, vụ/km²', series: { jump: 'Bậc, khoảng 95%' }, marks: { none: 'Không nhảy bậc' } },
  },
  classes: { snapped: 'Dồn cục một bên', jump: 'Nhảy bậc', along: 'Dồn hai bên', even: 'Không đứt gãy' },
};
