import type { Values } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';
import { timesCommonVi } from './times-common-vi';

const AXES: Readonly<Record<string, string>> = {
  size: 'bán kính hoặc cỡ ô lục giác', cell: 'cỡ ô tính mật độ', origin: 'gốc của lưới', significance: 'mức ý nghĩa', leastPoints: 'số vụ ít nhất của một cụm', zoneWidth: 'bề rộng vùng giáp ranh',
};
const GRADES = { steady: 'Vững', fair: 'Khá vững', shaky: 'Chưa vững', fragile: 'Mong manh' };
const place = (v: Values, say: Phrases): string => (v.ward === null ? '' : ` (${say.ward(v.ward)}${Number(v.wards) > 1 ? ' và phường bên' : ''})`);
const share = (v: Values, say: Phrases): string => `còn thấy ở ${say.in('share', v.share)} của ${say.count(v.settings)} cách đặt khác`;

/** Vietnamese words of the sensitivity panel. */
export const sensitivityVi: MethodTexts = {
  title: 'Độ vững của điểm nóng',
  question: 'Điểm nóng này còn đó không nếu chọn bán kính, cỡ ô, gốc lưới hay ngưỡng khác đi?',
  reading: 'Cùng các vụ việc được tính lại nhiều lần, mỗi lần đổi một vài lựa chọn của người phân tích. Điểm nóng nào gần như lần nào cũng gặp lại thì vững; điểm nóng chỉ hiện ra ở một cách đặt thì chưa nên dựa vào.',
  source: 'Bài toán đơn vị diện tích (MAUP): Openshaw (1984). Mật độ: Silverman (1986); Gi*: Getis và Ord (1992); DBSCAN: Ester và cộng sự (1996).',
  parameters: {
    method: { label: 'Điểm nóng theo', help: 'Phương pháp tìm ra các điểm nóng được đem thử.', choices: { kernel_density: 'Mật độ (dải dày nhất)', getis_ord: 'Gi* trên lưới lục giác', density_clusters: 'Cụm DBSCAN' } },
    incidents: { label: 'Vụ việc được xét', help: 'Mọi vụ, hay chỉ các vụ trong vùng giáp ranh; khi đó bề rộng vùng giáp ranh cũng được thay đổi.', choices: { all: 'Mọi vụ', border_zone: 'Chỉ vùng giáp ranh' } },
    sizeMetres: { label: 'Cỡ gốc', help: 'Bán kính mật độ, cỡ ô lục giác, hoặc bán kính DBSCAN đang dùng, tính bằng mét; các cách đặt khác lớn hơn và nhỏ hơn cỡ này.' },
    range: { label: 'Đổi đến mấy lần', help: 'Cỡ được thử từ cỡ gốc chia cho số này đến cỡ gốc nhân với số này.' },
    topShare: { label: 'Dải dày nhất', help: 'Chỉ cho mật độ: điểm nóng là nơi dày nhất chứa phần này của tất cả.' },
    significance: { label: 'Mức ý nghĩa', help: 'Chỉ cho Gi*: tỷ lệ phát hiện sai chấp nhận được; một phần năm và gấp đôi cũng được thử.' },
    leastPoints: { label: 'Ít nhất mấy vụ', help: 'Chỉ cho DBSCAN: số vụ trong bán kính, kể cả chính nó; từ bớt 3 đến thêm 4 cũng được thử.' },
  },
  told: {
    ...timesCommonVi,
    ...Object.fromEntries(Object.entries(GRADES).map(([grade, words]) => [`hotspot_${grade}`, (v: Values, say: Phrases) => `${words}${place(v, say)}: ${say.count(v.count)} vụ, ${share(v, say)}`])),
    size_of_method: () => 'Cỡ mà chính phương pháp đó tự đề xuất cho dữ liệu này.',
    size_raised: () => 'Cỡ mà phương pháp đó đề xuất, nâng lên để lưới ở cỡ nhỏ nhất được thử không có quá nhiều ô.',
    share_of_method: () => 'Phần mà chính phương pháp mật độ tự đề xuất cho dữ liệu này.',
    points_of_method: () => 'Số vụ mà chính phương pháp DBSCAN tự đề xuất cho dữ liệu này.',
    no_border: () => 'Phạm vi không có ranh giới chung nào giữa hai phường, nên không có vùng giáp ranh.',
    size_too_small: (v, say) => `Ô ${say.in('metres', v.metres)} quá nhỏ cho phạm vi này; cỡ gốc nhỏ nhất tính được là ${say.in('metres', v.least)}.`,
    no_hotspot: () => 'Ở cách đặt gốc không có điểm nóng nào, nên không có gì để thử.',
    headline: (v, say) => `Điểm nóng nhiều vụ nhất${place(v, say)}, ${say.count(v.count)} vụ, ${share(v, say)}; nó phụ thuộc nhất vào ${AXES[String(v.axis)] ?? '–'} (${say.in('share', v.least)} – ${say.in('share', v.most)}). ${say.count(v.steady)} trong ${say.count(v.hotspots)} điểm nóng còn thấy ở ít nhất 90% các cách đặt.`,
    headline_untouched: (v, say) => `Điểm nóng nhiều vụ nhất${place(v, say)}, ${say.count(v.count)} vụ, ${share(v, say)}, không lựa chọn nào làm thay đổi. ${say.count(v.steady)} trong ${say.count(v.hotspots)} điểm nóng còn thấy ở ít nhất 90% các cách đặt.`,
    legend_steady: () => 'Vững: gặp lại từ 90% các cách đặt', legend_fair: () => 'Khá vững: từ 75%', legend_shaky: () => 'Chưa vững: từ 50%', legend_fragile: () => 'Mong manh: dưới 50%',
    fragile_hotspots: (v, say) => `${say.count(v.fragile)} trong ${say.count(v.all)} điểm nóng không gặp lại ở quá nửa các cách đặt: đừng dựa riêng vào chúng.`,
    widths_and_wards_do_not_matter: () => 'Tính trên cả phạm vi gộp lại nên bề rộng vùng giáp ranh và ranh giới giữa các phường không ảnh hưởng gì; hai lựa chọn đó không được thử. Ranh ngoài của phạm vi thì có.',
    boundary_edition_not_varied: () => 'Bề rộng vùng giáp ranh được thử, bản địa giới thì không: muốn biết, hãy chạy lại với bản địa giới khác.',
    same_means: (v, say) => `Gặp lại nghĩa là một điểm nóng của cách đặt kia chứa ít nhất một nửa số vụ và không lớn quá ${say.count(v.growth)} lần.`,
  },
  facts: {
    first: { label: 'Điểm nóng nhiều vụ nhất', help: 'Phần các cách đặt khác mà ở đó nó được gặp lại.' },
    mean: { label: 'Trung bình mọi điểm nóng', help: 'Phần các cách đặt khác mà ở đó một điểm nóng được gặp lại, tính trung bình.' },
    steady: { label: 'Điểm nóng vững', help: 'Số điểm nóng gặp lại ở ít nhất 90% các cách đặt.' },
    hotspots: { label: 'Điểm nóng được thử', help: 'Nhiều nhất 20 điểm nóng nhiều vụ nhất của cách đặt gốc.' },
    settings: { label: 'Cách đặt khác', help: 'Mọi tổ hợp của các lựa chọn, không kể cách đặt gốc.' },
  },
  tables: {
    hotspots: { title: 'Từng điểm nóng', columns: { rank: 'Thứ', ward: 'Phường nhiều nhất', wards: 'Số phường', count: 'Số vụ', survived: 'Gặp lại', settings: 'Cách đặt', share: 'Phần', class: 'Độ vững', axis: 'Phụ thuộc nhất' } },
    axes: { title: 'Theo từng lựa chọn', columns: { rank: 'Điểm nóng', axis: 'Lựa chọn', value: 'Giá trị', survived: 'Gặp lại', settings: 'Cách đặt', share: 'Phần' } },
  },
  charts: {
    survival: { title: 'Phần các cách đặt gặp lại từng điểm nóng', x: 'Điểm nóng', y: 'Phần', series: { share: 'Gặp lại' }, marks: { steady: '90%' } },
    size: { title: 'Gặp lại theo bán kính hoặc cỡ ô', x: 'Mét', y: 'Phần', series: { all: 'Mọi điểm nóng', first: 'Điểm nóng 1' } },
  },
  classes: { ...GRADES, ...AXES },
};
