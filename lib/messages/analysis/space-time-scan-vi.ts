import type { MethodTexts } from './method-texts';
import { timesCommonVi } from './times-common-vi';

/** Vietnamese words of the space-time scan. */
export const spaceTimeScanVi: MethodTexts = {
  title: 'Quét không gian – thời gian',
  question: 'Ở đâu và trong những ngày nào số vụ dồn lại nhiều hơn mức mà riêng nơi đó và riêng những ngày đó cho phép chờ đợi?',
  reading: 'Mỗi vòng tròn là một chùm: một nơi trong một khoảng ngày. Số "bình thường" tính từ chính dữ liệu: phần của nơi đó nhân phần của những ngày đó. Nơi lúc nào cũng nhiều vụ không phải là chùm; chỉ khi nhiều lên hẳn mới là chùm.',
  source: 'Kulldorff và cộng sự (2005), mô hình hoán vị không gian – thời gian; p theo thứ hạng, thêm p theo phân bố Gumbel (Abrams và cộng sự, 2010).',
  parameters: {
    ending: { label: 'Chùm kết thúc', help: 'Tìm mọi chùm trong thời gian đã chọn, hay chỉ những chùm còn kéo dài đến ngày cuối.', choices: { any: 'Bất cứ lúc nào', last: 'Đang diễn ra (đến ngày cuối)' } },
    radiusMetres: { label: 'Bán kính lớn nhất', help: 'Vòng tròn rộng nhất được xét, tính bằng mét; mọi vòng nhỏ hơn cũng được xét.' },
    durationDays: { label: 'Kéo dài nhiều nhất', help: 'Số ngày dài nhất của một chùm; mọi khoảng ngắn hơn cũng được xét.' },
    leastEvents: { label: 'Ít nhất mấy vụ', help: 'Chùm có ít vụ hơn số này thì bỏ qua.' },
    centres: { label: 'Tâm vòng tròn', help: 'Đặt tâm tại nơi có vụ việc (đã tỉa thưa), hoặc trên một lưới ô vuông.', choices: { incidents: 'Nơi có vụ việc', raster: 'Lưới ô vuông' } },
    permutations: { label: 'Số lần xáo ngày', help: 'Ngày của các vụ được xáo lại bấy nhiêu lần để biết ngẫu nhiên có thể tạo ra chùm mạnh đến đâu; càng nhiều càng chính xác, càng lâu.' },
    significance: { label: 'Ngưỡng p', help: 'Chùm có p không quá ngưỡng này mới được coi là vượt mức ngẫu nhiên.' },
    mostClusters: { label: 'Nhiều nhất mấy chùm', help: 'Chỉ nêu bấy nhiêu chùm mạnh nhất, không chồng lên nhau.' },
  },
  told: {
    ...timesCommonVi,
    radius_from_neighbours: (v, say) => `Một vụ điển hình có ${say.count(v.neighbours)} vụ khác trong vòng khoảng ${say.in('metres', v.metres)}.`,
    duration_from_period: (v, say) => `Không quá một phần tư của ${say.count(v.period)} ngày đang xét và không quá 90 ngày.`,
    permutations_from_count: (v, say) => `Có ${say.count(v.count)} vụ: ${say.count(v.permutations)} lần đủ cho p = 0,002 mà vẫn tính xong trong chưa đầy một phút.`,
    no_window: (v, say) => `Không nơi nào có từ ${say.count(v.least)} vụ trở lên trong bán kính ${say.in('metres', v.radius)} và ${say.count(v.days)} ngày mà vượt mức chờ đợi.`,
    found: (v, say) => `Chùm mạnh nhất: ${say.count(v.count)} vụ trong bán kính ${say.in('metres', v.radius)}${v.ward === null ? '' : ` (${say.ward(v.ward)}${Number(v.wards) > 1 ? ' và phường bên' : ''})`}, từ ${say.day(v.from)} đến ${say.day(v.to)}; bình thường khoảng ${say.number(v.expected, 1)}. ${say.p(v.p)} theo ${say.count(v.permutations)} lần xáo ngày. Có ${say.count(v.significant)} chùm vượt mức ngẫu nhiên.`,
    none: (v, say) => `Không có chùm nào vượt mức ngẫu nhiên. Mạnh nhất là ${say.count(v.count)} vụ trong bán kính ${say.in('metres', v.radius)}, từ ${say.day(v.from)} đến ${say.day(v.to)}, bình thường khoảng ${say.number(v.expected, 1)}: ${say.p(v.p)} theo ${say.count(v.permutations)} lần xáo ngày.`,
    cluster: (v, say) => `${say.count(v.count)} vụ trong ${say.count(v.days)} ngày (${say.day(v.from)} – ${say.day(v.to)}), bán kính ${say.in('metres', v.radius)}; bình thường khoảng ${say.number(v.expected, 1)}; ${say.p(v.p)}`,
    legend_significant: (v, say) => `Chùm vượt mức ngẫu nhiên (p ≤ ${say.number(v.significance, 3)})`,
    legend_chance: () => 'Chùm mạnh nhưng ngẫu nhiên cũng tạo ra được',
    over_edge: (v, say) => `${say.count(v.count)} chùm vươn ra ngoài phạm vi: phần bên ngoài không được đếm.`,
    kinds_together: (v, say) => `${say.count(v.kinds)} loại việc được xáo ngày chung: nếu các loại tăng giảm theo mùa khác nhau, chùm có thể chỉ do cơ cấu loại việc thay đổi. Nên xem lại từng loại.`,
    least_p: (v, say) => `${say.p(v.p)} là nhỏ nhất mà ${say.count(v.permutations)} lần xáo ngày cho biết được; p thật có thể nhỏ hơn, xem p theo Gumbel.`,
    secondary_conservative: () => 'Từ chùm thứ hai trở đi được so với chùm mạnh nhất của mỗi lần xáo, nên p của chúng chỉ có thể quá lớn, không quá nhỏ.',
  },
  facts: {
    significant: { label: 'Chùm vượt mức ngẫu nhiên', help: 'Số chùm có p không quá ngưỡng.' },
    strongest_ratio: { label: 'Gấp mấy lần bình thường', help: 'Số vụ của chùm mạnh nhất chia cho số chờ đợi.' },
    strongest_p: { label: 'p của chùm mạnh nhất', help: 'Thứ hạng trong các chùm mạnh nhất của những lần xáo ngày.' },
    gumbel_p: { label: 'p theo Gumbel', help: 'Kéo dài thứ hạng bằng một phân bố Gumbel khớp với các lần xáo, cho p nhỏ hơn mức thứ hạng cho biết được.' },
    recurrence: { label: 'Chu kỳ lặp do ngẫu nhiên', help: 'Nếu ngày nào cũng quét, ngẫu nhiên tạo ra chùm mạnh như vậy trung bình sau chừng này ngày; không nói quá 100 năm.' },
    incidents: { label: 'Số vụ đã xét', help: 'Vụ việc trong phạm vi và thời gian đã chọn.' },
    discs: { label: 'Số tâm đã xét', help: 'Quanh mỗi tâm, mọi bán kính chạm tới một vụ đều được xét.' },
    spacing: { label: 'Khoảng cách giữa các tâm', help: 'Cạnh ô vuông dùng để tỉa thưa tâm; tăng lên khi có quá nhiều vòng tròn phải xét.' },
  },
  tables: {
    clusters: {
      title: 'Các chùm',
      columns: {
        from: 'Từ ngày', to: 'Đến ngày', radius: 'Bán kính', count: 'Số vụ', expected: 'Bình thường', ratio: 'Gấp', place_count: 'Số vụ của nơi đó, cả kỳ', main_ward: 'Phường nhiều nhất', wards: 'Số phường',
        strength: 'Độ mạnh (log hợp lý)', p: 'p', gumbel_p: 'p Gumbel',
      },
    },
  },
  charts: { strongest: { title: 'Số vụ trong vòng tròn của chùm mạnh nhất', x: 'Ngày đầu kỳ (7 ngày; hơn hai năm thì 28 ngày)', y: 'Số vụ', series: { other: 'Ngoài chùm', cluster: 'Trong chùm' } } },
  classes: {},
};
