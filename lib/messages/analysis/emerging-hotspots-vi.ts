import type { Values } from '../../domain/analysis-result';
import type { MethodTexts, Phrases } from './method-texts';
import { timesCommonVi } from './times-common-vi';

const HOT = {
  new: 'Mới nổi (chỉ nóng ở kỳ cuối)', consecutive: 'Liên tiếp (nóng mấy kỳ cuối liền, trước đó chưa từng)', intensifying: 'Nóng thường xuyên và đang tăng', persistent: 'Nóng thường xuyên, không tăng không giảm',
  diminishing: 'Nóng thường xuyên nhưng đang giảm', sporadic: 'Nóng từng lúc, kỳ cuối đang nóng', oscillating: 'Đang nóng, trước đó từng lạnh', historical: 'Từng nóng thường xuyên, kỳ cuối không còn', faded: 'Từng nóng phần lớn thời gian, giảm dần và nay đã tắt',
};
const COLD = {
  new: 'Mới lạnh (chỉ lạnh ở kỳ cuối)', consecutive: 'Lạnh mấy kỳ cuối liền, trước đó chưa từng', intensifying: 'Lạnh thường xuyên và ngày càng lạnh', persistent: 'Lạnh thường xuyên',
  diminishing: 'Lạnh thường xuyên nhưng đang bớt lạnh', sporadic: 'Lạnh từng lúc, kỳ cuối đang lạnh', oscillating: 'Đang lạnh, trước đó từng nóng', historical: 'Từng lạnh thường xuyên, kỳ cuối không còn',
};
const NAMES: Readonly<Record<string, string>> = Object.fromEntries([...Object.entries(HOT).map(([name, words]) => [`hot_${name}`, words]), ...Object.entries(COLD).map(([name, words]) => [`cold_${name}`, words])]);

const place = (v: Values, say: Phrases): string => (v.ward === null ? '' : ` (${say.ward(v.ward)})`);
const course = (v: Values, say: Phrases): string => `${say.count(v.last)} vụ trong ${say.count(v.days)} ngày cuối, trước đó trung bình ${say.number(v.before, 1)} vụ mỗi kỳ`;
const level = (v: Values, say: Phrases): string => `${say.p(v.p)} sau khi hiệu chỉnh tỷ lệ phát hiện sai`;

/** Vietnamese words of the emerging hot spot analysis. */
export const emergingHotspotsVi: MethodTexts = {
  title: 'Điểm nóng mới nổi và đang tắt',
  question: 'Nơi nào đang nóng lên, nơi nào nóng dai dẳng, nơi nào đang nguội đi?',
  reading: 'Thời gian được cắt thành các kỳ dài bằng nhau. Một ô "nóng" ở một kỳ khi ô đó cùng các ô kề, trong kỳ đó và kỳ liền trước, có nhiều vụ hơn hẳn mức chung. Màu nói diễn biến qua các kỳ: đang lên, dai dẳng, lúc có lúc không, hay đang tắt.',
  source: 'Gi* không gian – thời gian (Getis và Ord, 1992; hiệu chỉnh Benjamini–Hochberg, 1995), xu thế Mann–Kendall (1945), tên lớp theo tài liệu công bố của Esri; thêm một lớp riêng: nóng quá nửa số kỳ trước, có xu thế giảm, kỳ cuối không còn nóng.',
  parameters: {
    slice: { label: 'Độ dài một kỳ', help: 'Các kỳ dài bằng nhau, đếm lùi từ ngày cuối, để kỳ nào cũng so được với kỳ nào.', choices: { week: '7 ngày', four_weeks: '28 ngày', twelve_weeks: '84 ngày' } },
    cellMetres: { label: 'Cỡ ô lục giác', help: 'Khoảng cách giữa hai cạnh đối của ô, tính bằng mét; ô nhỏ thì rõ nơi nhưng ít vụ.' },
    stepsBack: { label: 'Xét thêm mấy kỳ trước', help: 'Số kỳ liền trước được tính chung khi xét một kỳ; 0 là chỉ kỳ đó.' },
    significance: { label: 'Mức ý nghĩa', help: 'Tỷ lệ phát hiện sai chấp nhận được trong tất cả các ô và kỳ được gọi là nóng hay lạnh.' },
    cells: { label: 'Các ô được xét', help: 'Chỉ những ô từng có vụ việc, hay mọi ô của phạm vi; nếu tính cả đồng ruộng, sông hồ thì ô nào trong phố cũng dễ thành nóng.', choices: { with_incidents: 'Ô từng có vụ việc', all: 'Mọi ô' } },
  },
  told: {
    ...timesCommonVi,
    ...Object.fromEntries(Object.entries(HOT).map(([name, words]) => [`hot_${name}`, (v: Values, say: Phrases) => `${words}${place(v, say)}: ${course(v, say)}; ${say.count(v.cells)} ô, ${level(v, say)}`])),
    ...Object.fromEntries(Object.entries(NAMES).map(([name, words]) => [`cell_${name}`, (v: Values, say: Phrases) => `${words}: ${say.count(v.marked)} trong ${say.count(v.slices)} kỳ, cả thời gian ${say.count(v.count)} vụ`])),
    slice_from_period: (v, say) => `Kỳ ngắn nhất cho từ 10 đến 40 kỳ: ${say.count(v.slices)} kỳ, mỗi kỳ ${say.count(v.days)} ngày.`,
    cell_from_neighbours: (v, say) => `Một vụ điển hình có ${say.count(v.neighbours)} vụ khác trong vòng khoảng ${say.in('metres', v.metres)}.`,
    cells_too_small: (v, say) => `Ô ${say.in('metres', v.metres)} quá nhỏ cho phạm vi này; ô nhỏ nhất tính được là ${say.in('metres', v.least)}.`,
    cells_too_large: (v, say) => `Ô ${say.in('metres', v.metres)} quá lớn: không ô nào có tâm nằm trong phạm vi.`,
    cube_too_large: (v, say) => `${say.count(v.cells)} ô với ${say.count(v.slices)} kỳ là quá nhiều; hãy chọn ô lớn hơn, kỳ dài hơn, hoặc chỉ những ô từng có vụ việc.`,
    too_few_cells: (v, say) => `Mọi vụ chỉ rơi vào ${say.count(v.cells)} ô ${say.in('metres', v.metres)}, nên không so được ô này với ô khác; hãy chọn ô nhỏ hơn.`,
    none: (v, say) => `Không nơi nào nóng hơn mức chung trong ${say.count(v.slices)} kỳ ${say.count(v.days)} ngày (tỷ lệ phát hiện sai ${say.in('share', v.significance)}).`,
    headline_rising: (v, say) => `${say.count(v.rising)} nơi đang nóng lên. Rõ nhất${place(v, say)}: ${course(v, say)}; ${level(v, say)}.`,
    headline_persistent: (v, say) => `Không nơi nào mới nóng lên; có nơi nóng dai dẳng. Nhiều nhất${place(v, say)}: ${course(v, say)}; ${level(v, say)}.`,
    headline_irregular: (v, say) => `Không nơi nào mới nóng lên hay nóng dai dẳng; có nơi nóng từng lúc. Nhiều nhất${place(v, say)}: ${course(v, say)}; ${level(v, say)}.`,
    headline_fading: (v, say) => `Không nơi nào đang nóng lên; có nơi đang tắt. Rõ nhất${place(v, say)}: ${course(v, say)}; ${level(v, say)}.`,
    legend_hot_rising: () => 'Nóng, đang lên (mới nổi, liên tiếp, tăng dần)',
    legend_hot_persistent: () => 'Nóng dai dẳng',
    legend_hot_irregular: () => 'Nóng từng lúc',
    legend_fading: () => 'Đang tắt (đang giảm, hoặc chỉ trước kia)',
    legend_cold_rising: () => 'Lạnh, ngày càng lạnh',
    legend_cold_persistent: () => 'Lạnh dai dẳng',
    legend_cold_irregular: () => 'Lạnh từng lúc',
    few_slices: (v, say) => `Chỉ có ${say.count(v.slices)} kỳ: tên lớp dựa trên ít kỳ, kiểm định xu thế yếu.`,
    days_left_out: (v, say) => `${say.count(v.days)} ngày đầu không đủ một kỳ nên không tính; kỳ đầu bắt đầu ngày ${say.day(v.from)}.`,
    cold_not_seen: (v, say) => `Trung bình mỗi ô mỗi kỳ chỉ ${say.number(v.mean)} vụ: ít đến mức không thể nói ô nào là "lạnh".`,
    more_places: (v, say) => `Có ${say.count(v.all)} nơi nóng; chỉ ${say.count(v.told)} nơi đứng đầu được liệt kê, bản đồ vẽ tất cả các ô.`,
  },
  facts: {
    rising: { label: 'Ô đang nóng lên', help: 'Số ô mới nổi, liên tiếp hoặc tăng dần.' },
    persistent: { label: 'Ô nóng dai dẳng', help: 'Số ô nóng từ chín phần mười số kỳ trở lên, không tăng không giảm.' },
    irregular: { label: 'Ô nóng từng lúc', help: 'Số ô kỳ cuối đang nóng, trước đó lúc nóng lúc không.' },
    fading: { label: 'Ô đang tắt', help: 'Số ô nóng thường xuyên nhưng đang giảm, hoặc kỳ cuối không còn nóng.' },
    cold: { label: 'Ô lạnh', help: 'Số ô thuộc một lớp lạnh.' },
    trend_z: { label: 'Xu thế chung (z)', help: 'Mann–Kendall trên tổng số vụ mỗi kỳ: dương là tăng, âm là giảm.' },
    trend_p: { label: 'p của xu thế chung', help: 'Xác suất thấy xu thế như vậy khi thực ra không có xu thế.' },
    slices: { label: 'Số kỳ', help: 'Số kỳ dài bằng nhau đã xét.' },
    slice_days: { label: 'Độ dài một kỳ', help: 'Số ngày của một kỳ.' },
    cells: { label: 'Số ô đã xét', help: 'Ô lục giác tham gia phép tính.' },
    cell: { label: 'Cỡ ô', help: 'Khoảng cách giữa hai cạnh đối của ô.' },
  },
  tables: {
    places: { title: 'Các nơi nóng', columns: { class: 'Diễn biến', ward: 'Phường nhiều nhất', cells: 'Số ô', incidents: 'Số vụ', last: 'Kỳ cuối', before: 'Trung bình kỳ trước', trend_z: 'Xu thế (z)', trend_p: 'p của xu thế', p: 'p hiệu chỉnh' } },
    classes: { title: 'Số ô theo diễn biến', columns: { class: 'Diễn biến', cells: 'Số ô', incidents: 'Số vụ', share: 'Phần của mọi vụ' } },
  },
  charts: {
    places: { title: 'Số vụ mỗi kỳ ở các nơi đứng đầu', x: 'Ngày đầu kỳ', y: 'Số vụ', series: { first: 'Nơi 1', second: 'Nơi 2', third: 'Nơi 3', fourth: 'Nơi 4' } },
    cells: { title: 'Số ô nóng và lạnh mỗi kỳ', x: 'Ngày đầu kỳ', y: 'Số ô', series: { hot: 'Ô nóng', cold: 'Ô lạnh' } },
  },
  classes: NAMES,
};
