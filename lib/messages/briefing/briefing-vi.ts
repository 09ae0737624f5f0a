import type { Values } from '../../domain/analysis-result';
import { borderLeagueVi } from '../../messages/analysis/border-league-vi';
import { crossBorderRepeatVi } from '../../messages/analysis/cross-border-repeat-vi';
import { displacementVi } from '../../messages/analysis/displacement-vi';
import { hiddenHotspotsVi } from '../../messages/analysis/hidden-hotspots-vi';
import type { MethodTexts, Phrases } from '../../messages/analysis/method-texts';
import { placeVi } from '../../messages/analysis/place-words';
import { alarmVi } from './pins/alarm-vi';
import { clusterVi } from './pins/cluster-vi';
import { disputesVi } from './pins/disputes-vi';
import { coverageVi, patrolPinVi } from './pins/patrols-vi';
import { pinVi } from './pins/points-vi';
import { drugFreeVi, programmeVi, reviewVi } from './pins/programmes-vi';
import { rulesVi } from './pins/rules-vi';
import { scoresVi, wardScoreVi } from './pins/scores-vi';
import { trendVi } from './pins/trend-vi';
import type { BriefingTexts, SlideTexts } from './slide-texts';

type Told = MethodTexts['told'];

const lackingVi = { not_computable: () => 'Số liệu của kỳ này không đủ để tính.' };
const commonVi: Told = {
  ...lackingVi,
  no_border: () => 'Địa bàn không có hai phường nào chung ranh giới, nên không có vùng giáp ranh để xét.',
  more_rows: (v, s) => `Bảng chỉ nêu ${s.count(v.shown)} trong ${s.count(v.count)} dòng.`,
  legend_incident: () => 'Vụ việc',
};
/** A withheld count (`<5`) is some. */
const some = (value: Values[string] | undefined): boolean => typeof value === 'string' || Number(value) > 0;

const whereVi = (v: Values, s: Phrases): string => (typeof v.focus === 'string' ? s.text(v.focus) : `${v.street === null ? '' : `${s.text(v.street)}, `}giáp ranh ${placeVi(v, s)}`);
const kindsVi = (v: Values, s: Phrases): string => (typeof v.kinds === 'string' && v.kinds !== '' ? ` (${v.kinds.split(',').map((code) => s.category(code).toLocaleLowerCase('vi')).join(', ')})` : '');
const whatVi = (v: Values, s: Phrases): string => `${s.count(v.count)} vụ${kindsVi(v, s)} trong ${s.count(v.days)} ngày, bình thường ${s.number(v.expected, 1)}`;

const named = (texts: Told, prefix: Told[string]): Told => Object.fromEntries(Object.entries(texts).map(([code, sentence]) => [code, /^headline_|^period_outside$|^no_(facing|incident|control|footprint)$/.test(code) ? (v: Values, s: Phrases) => prefix(v, s) + sentence(v, s) : sentence]));

const coverVi: SlideTexts = {
  title: 'Tình hình chung',
  told: {
    ...commonVi,
    cover_empty: (v, s) => `Không ghi nhận vụ nào trong ${s.count(v.days)} ngày của kỳ.`,
    cover_first: (v, s) => `${s.count(v.near)} vụ ở giáp ranh trong ${s.count(v.days)} ngày, trên tổng số ${s.count(v.count)} vụ của địa bàn; ${s.count(v.days)} ngày trước đó ${s.count(v.before)} vụ giáp ranh. Đây là bản giao ban đầu tiên của địa bàn này.`,
    cover_same: (v, s) => `${s.count(v.near)} vụ ở giáp ranh trong ${s.count(v.days)} ngày (trước đó ${s.count(v.before)}); so với ${s.text(v.number)} không có điểm nào mới, mất đi hay thay đổi.`,
    cover_changed: (v, s) => `${s.count(v.near)} vụ ở giáp ranh trong ${s.count(v.days)} ngày (trước đó ${s.count(v.before)}); so với ${s.text(v.number)}: ${s.count(v.fresh)} điểm mới, ${s.count(v.gone)} không còn, ${s.count(v.changed)} thay đổi.`,
    about_before: (v, s) => `So với ${s.count(v.days)} ngày trước đó: ${s.count(v.before)} → ${s.count(v.near)} vụ giáp ranh, z = ${s.number(v.z, 1)}, ${s.p(v.p)}${Number(v.p) < 0.05 ? '.' : ': chưa vượt mức ngẫu nhiên.'}`,
  },
  facts: { incidents: { label: 'Vụ trong kỳ' }, near: { label: 'Ở giáp ranh' }, before: { label: 'Kỳ trước, giáp ranh' }, hidden: { label: 'Điểm nóng bị che khuất' }, above: { label: 'Ranh giới vượt giới hạn' }, overdue: { label: 'Việc quá hạn' } },
  tables: { differences: { title: 'Khác với bản trước', columns: { what: 'Thay đổi', about: 'Về', place: 'Nơi', before: 'Bản trước', now: 'Bản này' } } },
  charts: {},
  classes: { new: 'Mới', gone: 'Không còn', changed: 'Thay đổi', hidden: 'Điểm nóng bị che khuất', above: 'Ranh giới vượt giới hạn', rise: 'Ranh giới tăng rõ', fall: 'Ranh giới giảm rõ', watch: 'Dải cần để mắt', overdue: 'Việc quá hạn' },
};

const lastDayVi: SlideTexts = {
  title: '24 giờ qua ở giáp ranh',
  told: {
    ...commonVi,
    last_day_none: (v, s) => (some(v.all) ? `24 giờ qua không có vụ nào ở giáp ranh; ${s.count(v.all)} vụ khác nằm trong lòng các phường.` : '24 giờ qua không ghi nhận vụ nào trong địa bàn.'),
    last_day_found: (v, s) => `24 giờ qua có ${s.count(v.count)} vụ ở giáp ranh trên tổng số ${s.count(v.all)}; ${some(v.open) ? `${s.count(v.open)} vụ chưa xác nhận chủ trì` : 'vụ nào cũng đã có đơn vị nhận chủ trì'}.`,
    last_day_pair: (v, s) => `24 giờ qua có ${s.count(v.count)} vụ ở giáp ranh trên tổng số ${s.count(v.all)}, ${v.most === 1 && v.count === 1 ? `ở ${s.pair(v.pair)}` : typeof v.most === 'number' && v.most === v.count ? `đều ở ${s.pair(v.pair)}` : `nhiều nhất ở ${s.pair(v.pair)} (${s.count(v.most)})`}; ${some(v.open) ? `${s.count(v.open)} vụ chưa xác nhận chủ trì` : 'vụ nào cũng đã có đơn vị nhận chủ trì'}.`,
    about_usual: (v, s) => `Trung bình ${s.count(v.days)} ngày trước là ${s.number(v.usual, 1)} vụ mỗi ngày; từng ấy vụ trở lên trong một ngày có ${s.p(v.p)}${Number(v.p) < 0.05 ? '.' : ', như ngày thường.'}`,
  },
  facts: { near: { label: 'Ở giáp ranh' }, all: { label: 'Cả địa bàn' }, usual: { label: 'Ngày thường, giáp ranh' }, unconfirmed: { label: 'Chưa xác nhận chủ trì' }, assisted: { label: 'Có đơn vị phối hợp' }, junction: { label: 'Ở ngã ba địa giới' } },
  tables: { incidents: { title: 'Các vụ ở giáp ranh', columns: { at: 'Lúc', category: 'Loại', place: 'Giáp ranh', lead: 'Chủ trì', reason: 'Vì', confirmed: 'Xác nhận', assists: 'Phối hợp', incident: 'Mã' } } },
  charts: {},
  classes: {
    confirmed: 'Đã nhận', unconfirmed: 'Chưa nhận', owner: 'Phường sở tại', first_detector: 'Phát hiện trước', no_member_detected: 'Không thành viên nào phát hiện', no_agreement: 'Chưa có quy chế', decision: 'Chỉ huy quyết định', outside: 'Ngoài địa giới',
    regulation_owner: 'Quy chế: sở tại', standing_unit: 'Quy chế: cụm trưởng', handed_over: 'Nhận bàn giao',
  },
};

const hiddenVi: SlideTexts = {
  ...hiddenHotspotsVi,
  title: 'Điểm nóng bị ranh giới che khuất',
  told: {
    ...hiddenHotspotsVi.told, ...lackingVi,
    about_groups: (v, s) => `Đã xét ${s.count(v.groups)} nhóm loại vụ việc ở mọi nơi dọc ranh giới${v.p === null ? '' : `; ${s.p(v.p)}`}: nếu không có gì, khả năng báo nhầm dù chỉ một nơi không quá ${s.in('share', v.level)}.`,
    found: (v, s) => `${whereVi(v, s)}: ${whatVi(v, s)}; không phường nào thấy quá ${s.count(v.most)}.${some(v.others) ? ` Còn ${s.count(v.others)} điểm nóng bị che khuất khác.` : ''}`,
    none: (v, s) => `Không có nơi nào dọc ranh giới tăng vượt mức ngẫu nhiên; mạnh nhất là ${whereVi(v, s)}: ${whatVi(v, s)} (${s.p(v.p)}).`,
  },
};

const leagueVi: SlideTexts = {
  ...borderLeagueVi,
  told: {
    ...borderLeagueVi.told, ...lackingVi,
    legend_below: () => 'Dưới giới hạn', about_span: (v, s) => `Xếp ${s.count(v.borders)} ranh giới theo số vụ từ ${s.day(v.from)} đến ${s.day(v.to)}; cột "Gần đây" là kỳ giao ban. Số đã được co về mức chung: ranh giới ngắn, ít vụ không tự nhảy lên đầu.`,
  },
};

const change = (v: Values, s: Phrases): string => `${s.count(v.before)} → ${s.count(v.after)} vụ so với ${s.count(v.days)} ngày trước (z = ${s.number(v.z, 1)}, ${s.p(v.p)})`;
const othersVi = (v: Values, s: Phrases, shown: 'rises' | 'falls'): string => {
  const [rises, falls] = [Number(v.rises) - Number(shown === 'rises'), Number(v.falls) - Number(shown === 'falls')];
  return rises + falls <= 0 ? '' : ` Ngoài ra ${s.count(rises)} ranh giới tăng rõ, ${s.count(falls)} giảm rõ.`;
};
const changeVi: SlideTexts = {
  title: 'Thay đổi ở các ranh giới',
  told: {
    ...commonVi,
    change_empty: (v, s) => `Không vụ nào ở giáp ranh trong ${s.count(v.days)} ngày của kỳ và ${s.count(v.days)} ngày trước đó.`,
    change_none: (v, s) => `Không ranh giới nào trong ${s.count(v.borders)} thay đổi vượt mức ngẫu nhiên (${s.count(v.before)} → ${s.count(v.after)} vụ giáp ranh)${some(v.maybe) ? `; ${s.count(v.maybe)} nơi cần theo dõi thêm` : ''}.`,
    change_rise: (v, s) => `${s.pair(v.pair)} tăng rõ: ${change(v, s)}.${othersVi(v, s, 'rises')}`,
    change_fall: (v, s) => `${s.pair(v.pair)} giảm rõ: ${change(v, s)}.${othersVi(v, s, 'falls')}`,
    border: (v, s) => `${s.pair(v.pair)}: ${s.count(v.before)} → ${s.count(v.after)} vụ, z = ${s.number(v.z, 1)}.`,
    about_change: (v, s) => `"Rõ" là vượt mức ngẫu nhiên sau khi đã tính đến việc xét ${s.count(v.borders)} ranh giới cùng lúc (tỷ lệ báo nhầm ${s.in('share', v.level)}); z = 2(√sau − √trước), trên 3 là đáng kể. Số vụ ít nên không dùng phần trăm.`,
    legend_rise_sure: () => 'Tăng rõ', legend_rise_maybe: () => 'Có thể tăng', legend_steady: () => 'Như trước', legend_fall_maybe: () => 'Có thể giảm', legend_fall_sure: () => 'Giảm rõ',
  },
  facts: { before: { label: 'Kỳ trước, giáp ranh' }, after: { label: 'Kỳ này, giáp ranh' }, z: { label: 'z chung' }, p: { label: 'p chung' }, rises: { label: 'Ranh giới tăng rõ' }, falls: { label: 'Ranh giới giảm rõ' } },
  tables: { changes: { title: 'Ranh giới thay đổi nhiều nhất', columns: { border: 'Ranh giới', before: 'Trước', after: 'Kỳ này', z: 'z', p: 'p', adjusted: 'p hiệu chỉnh', kind: 'Kết luận' } } },
  charts: { changes: { title: 'Trước và trong kỳ', x: 'Ranh giới', y: 'Số vụ', series: { before: 'Trước', after: 'Kỳ này' } } },
  classes: { rise_sure: 'Tăng rõ', rise_maybe: 'Có thể tăng', steady: 'Như trước', fall_maybe: 'Có thể giảm', fall_sure: 'Giảm rõ' },
};

const watchVi: SlideTexts = {
  ...crossBorderRepeatVi,
  title: 'Để mắt đêm nay',
  told: {
    ...crossBorderRepeatVi.told, ...lackingVi,
    watch_none: () => 'Không có vụ nào mới gần ranh giới, nên đêm nay không có dải nào cần để mắt riêng.',
    watch_found: (v, s) => `Để mắt bên ${s.ward(v.to)}, sát ${s.ward(v.from)}: ${s.count(v.count)} vụ mới bên kia, gần nhất ngày ${s.day(v.last)}; chiều này lặp lại gấp ${s.number(v.factor, 1)} lần ngẫu nhiên.${Number(v.zones) > 1 ? ` Cả thảy ${s.count(v.zones)} dải.` : ''}`,
    about_repeats: (v, s) => `${s.in('days', v.days)} qua: ${s.count(v.observed)} lần lặp lại qua ranh giới, ngẫu nhiên ${s.number(v.expected, 1)} (${s.p(v.p)}).`,
    about_step_over: (v, s) => `Tỷ số bước qua ranh giới ${s.number(v.ratio, 2)} (khoảng ${s.number(v.low, 2)} – ${s.number(v.high, 2)}): 1 là ranh giới không cản, dưới 1 là ranh giới giữ lại.`,
    about_step_over_alone: (v, s) => `Tỷ số bước qua ranh giới ${s.number(v.ratio, 2)}, không đủ vụ để có khoảng tin cậy.`,
  },
};

const patrolVi: SlideTexts = {
  ...displacementVi,
  title: 'Tuần tra có tác dụng không',
  told: {
    ...named(displacementVi.told, (v, s) => `${s.text(v.name)} (${s.day(v.day)}): `), ...lackingVi,
    patrol_none: () => 'Chưa có ca tuần tra nào đã thực hiện trong địa bàn để đánh giá.',
    patrol_unknown: () => 'Ca tuần tra được chọn không thuộc địa bàn và thời gian này, hoặc chưa được thực hiện.',
    patrol_about: (v, s) => `Ca đang xét: ${s.text(v.name)}, bắt đầu ngày ${s.day(v.day)}.`,
  },
};

const openVi: SlideTexts = {
  title: 'Việc phối hợp còn mở',
  told: {
    ...commonVi,
    open_none: () => 'Không còn việc phối hợp nào mở.',
    open_timely: (v, s) => `${s.count(v.open)} việc còn mở ở ${s.count(v.incidents)} vụ, chưa việc nào quá hạn.`,
    open_overdue: (v, s) => `${s.count(v.overdue)} trong ${s.count(v.open)} việc còn mở đã quá hạn; lâu nhất: ${v.ward === null ? 'chưa rõ đơn vị' : s.ward(v.ward)}, quá ${s.minutes(v.late)}.`,
    about_open: () => 'Tính đến thời điểm số liệu, theo thời hạn của quy chế từng cụm; việc không có thời hạn thì không thể quá hạn.',
    legend_open: () => 'Vụ còn việc mở',
  },
  facts: { open: { label: 'Việc còn mở' }, overdue: { label: 'Quá hạn' }, incidents: { label: 'Vụ' }, border: { label: 'Vụ ở giáp ranh' } },
  tables: {
    steps: { title: 'Quá hạn trước, rồi theo hạn', columns: { kind: 'Việc', ward: 'Ai phải làm', lead: 'Chủ trì', category: 'Loại', since: 'Từ lúc', due: 'Hạn', late: 'Quá', incident: 'Mã' } },
    wards: { title: 'Theo đơn vị', columns: { ward: 'Đơn vị', open: 'Còn mở', overdue: 'Quá hạn' } },
  },
  charts: { wards: { title: 'Việc còn mở theo đơn vị', x: 'Đơn vị', y: 'Số việc', series: { overdue: 'Quá hạn', timely: 'Trong hạn' } } },
  classes: { confirm_lead: 'Xác nhận chủ trì', acknowledge_assist: 'Trả lời phối hợp', hand_over: 'Nhận bàn giao', resolve: 'Giải quyết', return_outcome: 'Báo lại kết quả', finish_assist: 'Kết thúc phối hợp' },
};

/** Vietnamese words of briefings. */
export const briefingVi: BriefingTexts = {
  slides: {
    cover: coverVi, last_day: lastDayVi, hidden_hotspots: hiddenVi, border_league: leagueVi, change_map: changeVi, watch_list: watchVi, patrol: patrolVi, open_items: openVi, pin: pinVi, pin_trend: trendVi, pin_alarm: alarmVi, pin_coverage: coverageVi, pin_patrol: patrolPinVi, pin_review: reviewVi, pin_drug_free: drugFreeVi, pin_programme: programmeVi,
    pin_scores: scoresVi, pin_ward_score: wardScoreVi, pin_disputes: disputesVi, pin_cluster: clusterVi(openVi), pin_rules: rulesVi,
  },
  classifications: { open: 'Công khai', internal: 'Lưu hành nội bộ', secret: 'Mật', top_secret: 'Tối mật' },
  periods: { days: null, last_28_days: '28 ngày', week: 'tuần', reporting_month: 'kỳ báo cáo tháng', reporting_year: 'kỳ báo cáo năm' },
  asOf: (instant) => `Số liệu đến ${instant}`,
  masked: 'Bản cho bên ngoài: vị trí đã dịch chuyển, số nhỏ đã che',
  title: (area) => `Giao ban ${area}`,
  wards: (count, first) => (count === 1 ? first : `${first} và ${String(count - 1)} phường, xã khác`),
};
