import type { Values } from '../../domain/analysis-result';
import { borderCommonVi } from './border-common-vi';
import type { MethodTexts, Phrases } from './method-texts';

const where = (v: Values, say: Phrases): string => (v.pair === null ? 'Dọc các ranh giới' : `Dọc ranh giới ${say.pair(v.pair)}`);
const times = (v: Values, say: Phrases): string => `gấp ${say.number(v.ratio)} lần phần còn lại (khoảng 95%: ${say.number(v.low)} – ${say.number(v.high)})`;
const zone = (v: Values, say: Phrases): string => (v.proposed === null ? '' : ` Nguy cơ cao kéo đến ${say.in('metres', v.proposed)}: nên lấy vùng giáp ranh rộng chừng đó.`);

/** Vietnamese words of the distance-to-border test. */
export const borderDistanceVi: MethodTexts = {
  title: 'Khoảng cách đến ranh giới',
  question: 'Vụ việc có dồn về gần ranh giới hơn mức mà đường phố hay đất đai ở đó cho phép chờ đợi không, và ảnh hưởng vươn xa đến đâu?',
  reading: 'Đường cong bằng 1 là như mọi nơi; trên 1 là nhiều hơn, dải mờ là khoảng 95%. Gần ranh giới thường cũng là gần đường lớn: hãy so theo đường phố trước khi kết luận ranh giới làm tăng nguy cơ.',
  source: 'Berman (1986), Z₁ và Z₂; tỷ số nhân theo Baddeley và cộng sự (2012); mức tập trung với khoảng chính xác Clopper – Pearson.',
  parameters: {
    border: { label: 'Ranh giới', help: 'Một ranh giới để xem riêng hai bên; bỏ trống là xét tất cả ranh giới trong phạm vi.' },
    exposure: { label: 'So với', help: 'Vụ việc được so với chiều dài đường phố đã biết, hay với diện tích đất.', choices: { streets: 'Đường phố', area: 'Diện tích' } },
    strata: { label: 'So trong', help: 'So trong từng phường (chỉ xét vụ nằm ở đâu trong phường mình), hay trong cả phạm vi một lượt.', choices: { wards: 'Từng phường', area: 'Cả phạm vi' } },
    widthMetres: { label: 'Bề rộng vùng giáp ranh', help: 'Vùng trong chừng này mét mỗi bên được so với phần còn lại.' },
    reachMetres: { label: 'Vẽ đến', help: 'Đường cong được vẽ đến chừng này mét tính từ ranh giới.' },
    bandwidthMetres: { label: 'Độ trơn', help: 'Bề rộng làm trơn của đường cong, tính bằng mét; 0 là lấy theo dữ liệu.' },
  },
  told: {
    ...borderCommonVi,
    unknown_border: (v, say) => `Trong phạm vi không có ranh giới ${say.pair(v.pair)}.`,
    no_streets: () => 'Không có dữ liệu đường phố trong phạm vi; hãy so theo diện tích.',
    no_spread: (v, say) => `Cả ${say.count(v.count)} vụ cách ranh giới như nhau hoặc đều ở quá xa, nên không có gì để so.`,
    near: (v, say) => `${where(v, say)}, số vụ trong ${say.in('metres', v.metres)} ${times(v, say)}; ${say.p(v.p)}.${zone(v, say)}`,
    far: (v, say) => `${where(v, say)}, số vụ trong ${say.in('metres', v.metres)} ít hơn: ${times(v, say)}; ${say.p(v.p)}.`,
    even: (v, say) => `${where(v, say)}, chưa thấy nguy cơ khác phần còn lại: số vụ trong ${say.in('metres', v.metres)} ${times(v, say)}; ${say.p(v.p)}.${zone(v, say)}`,
    no_core: (v, say) => `${where(v, say)}, mọi nơi đều trong ${say.in('metres', v.metres)} nên không có phần còn lại để so.`,
    proposed_zone: (v, say) => `Vùng giáp ranh ${say.pair(v.pair)} theo dữ liệu: ${say.in('metres', v.metres)} mỗi bên, ${say.count(v.count)} vụ.`,
    proposed_streets: (v, say) => `${say.in('share', v.share)} số vụ nằm trên đường phố đã biết, nên so theo đường phố.`,
    proposed_area: (v, say) => `Chỉ ${say.in('share', v.share)} số vụ nằm trên đường phố đã biết, nên so theo diện tích.`,
    about_streets: () => 'Chỉ tính đường phố có trong dữ liệu nền. Nơi ranh giới chạy giữa đường, đường ấy nằm ở khoảng cách 0.',
    about_area: () => 'So theo diện tích thì "gần ranh giới" có thể chỉ là "gần đường lớn", vì nhiều ranh giới chạy theo đường.',
    about_strata: () => 'So cả phạm vi một lượt: phường nhỏ và đông có nhiều ranh giới hơn, điều đó dễ bị hiểu nhầm là ảnh hưởng của ranh giới.',
    left_out: (v, say) => `${say.count(v.count)} vụ ở phường không có đường phố đã biết nên không được so.`,
    legend_zone: () => 'Vùng giáp ranh theo dữ liệu', legend_border: () => 'Ranh giới được xét',
  },
  facts: {
    concentration: { label: 'Mức tập trung', help: 'Số vụ trên mỗi phần đường (đất) trong vùng giáp ranh, chia cho phần còn lại.' }, p: { label: 'p', help: 'Kiểm định chính xác: nếu vùng giáp ranh như phần còn lại, khả năng lệch ít nhất như vậy.' },
    inZone: { label: 'Số vụ trong vùng', help: 'Vụ việc trong bề rộng vùng giáp ranh.' }, incidents: { label: 'Số vụ đã so', help: 'Vụ việc có nơi để so.' },
    z1: { label: 'Z₁ của Berman', help: 'Âm là gần ranh giới hơn chờ đợi, dương là xa hơn.' }, p1: { label: 'p của Z₁', help: 'Hai phía.' }, z2: { label: 'Z₂ của Berman', help: 'Như Z₁ nhưng theo thứ hạng khoảng cách.' }, p2: { label: 'p của Z₂', help: 'Hai phía.' },
    proposed: { label: 'Bề rộng nên lấy', help: 'Nguy cơ chắc chắn cao hơn mức chung liên tục từ ranh giới đến chừng này; trống là không có.' },
    reachA: { label: 'Vươn xa, bên thứ nhất', help: 'Như trên, phía phường thứ nhất.' }, reachB: { label: 'Vươn xa, bên thứ hai', help: 'Như trên, phía phường thứ hai.' }, bandwidth: { label: 'Độ trơn đã dùng', help: 'Bề rộng làm trơn của đường cong.' },
  },
  tables: {
    bands: { title: 'Theo khoảng cách', columns: { from: 'Từ', to: 'Đến', count: 'Số vụ', expected: 'Chờ đợi', ratio: 'Gấp', low: 'Thấp nhất', high: 'Cao nhất' } },
    profile: { title: 'Đường cong', columns: { metres: 'Cách ranh giới', ratio: 'Gấp', low: 'Thấp nhất', high: 'Cao nhất' } },
  },
  charts: { profile: { title: 'Nguy cơ theo khoảng cách đến ranh giới', x: 'Mét tính từ ranh giới (+ bên thứ nhất, − bên thứ hai khi xét một ranh giới)', y: 'Gấp mức chung', series: { ratio: 'Tỷ số, khoảng 95%' }, marks: { average: 'Như mọi nơi', width: 'Bề rộng đang dùng', proposed: 'Bề rộng nên lấy' } } },
  classes: {},
};
