import type { Values } from '../../domain/analysis-result';
import { borderLeagueEn } from '../../messages/analysis/border-league-en';
import { crossBorderRepeatEn } from '../../messages/analysis/cross-border-repeat-en';
import { displacementEn } from '../../messages/analysis/displacement-en';
import { hiddenHotspotsEn } from '../../messages/analysis/hidden-hotspots-en';
import type { MethodTexts, Phrases } from '../../messages/analysis/method-texts';
import { placeEn } from '../../messages/analysis/place-words';
import { alarmEn } from './pins/alarm-en';
import { clusterEn } from './pins/cluster-en';
import { disputesEn } from './pins/disputes-en';
import { coverageEn, patrolPinEn } from './pins/patrols-en';
import { pinEn } from './pins/points-en';
import { drugFreeEn, programmeEn, reviewEn } from './pins/programmes-en';
import { rulesEn } from './pins/rules-en';
import { scoresEn, wardScoreEn } from './pins/scores-en';
import { trendEn } from './pins/trend-en';
import type { BriefingTexts, SlideTexts } from './slide-texts';

type Told = MethodTexts['told'];

const lackingEn = { not_computable: () => 'The figures of this period do not suffice to compute it.' };
const commonEn: Told = {
  ...lackingEn,
  no_border: () => 'No two wards of the area share a border, so there is no border zone to look at.',
  more_rows: (v, s) => `The table holds ${s.count(v.shown)} of ${s.count(v.count)} rows.`,
  legend_incident: () => 'Incident',
};
/** A withheld count (`<5`) is some. */
const some = (value: Values[string] | undefined): boolean => typeof value === 'string' || Number(value) > 0;

const whereEn = (v: Values, s: Phrases): string => (typeof v.focus === 'string' ? s.text(v.focus) : `${v.street === null ? '' : `${s.text(v.street)}, `}border of ${placeEn(v, s)}`);
const kindsEn = (v: Values, s: Phrases): string => (typeof v.kinds === 'string' && v.kinds !== '' ? ` (${v.kinds.split(',').map((code) => s.category(code).toLocaleLowerCase('en')).join(', ')})` : '');
const whatEn = (v: Values, s: Phrases): string => `${s.count(v.count)} incidents${kindsEn(v, s)} in ${s.count(v.days)} days, usually ${s.number(v.expected, 1)}`;

const named = (texts: Told, prefix: Told[string]): Told => Object.fromEntries(Object.entries(texts).map(([code, sentence]) => [code, /^headline_|^period_outside$|^no_(facing|incident|control|footprint)$/.test(code) ? (v: Values, s: Phrases) => prefix(v, s) + sentence(v, s) : sentence]));

const coverEn: SlideTexts = {
  title: 'The situation',
  told: {
    ...commonEn,
    cover_empty: (v, s) => `No incident was recorded in the ${s.count(v.days)} days of the period.`,
    cover_first: (v, s) => `${s.count(v.near)} incidents at the borders in ${s.count(v.days)} days, of ${s.count(v.count)} in the area; ${s.count(v.before)} at the borders in the ${s.count(v.days)} days before. This is the first briefing of this area.`,
    cover_same: (v, s) => `${s.count(v.near)} incidents at the borders in ${s.count(v.days)} days (${s.count(v.before)} before); nothing new, gone or changed since ${s.text(v.number)}.`,
    cover_changed: (v, s) => `${s.count(v.near)} incidents at the borders in ${s.count(v.days)} days (${s.count(v.before)} before); since ${s.text(v.number)}: ${s.count(v.fresh)} new, ${s.count(v.gone)} gone, ${s.count(v.changed)} changed.`,
    about_before: (v, s) => `Against the ${s.count(v.days)} days before: ${s.count(v.before)} → ${s.count(v.near)} incidents at the borders, z = ${s.number(v.z, 1)}, ${s.p(v.p)}${Number(v.p) < 0.05 ? '.' : ': not beyond chance.'}`,
  },
  facts: { incidents: { label: 'Incidents in the period' }, near: { label: 'At the borders' }, before: { label: 'At the borders before' }, hidden: { label: 'Hidden hotspots' }, above: { label: 'Borders above the limit' }, overdue: { label: 'Overdue items' } },
  tables: { differences: { title: 'Different from the briefing before', columns: { what: 'Change', about: 'Of', place: 'Place', before: 'Before', now: 'Now' } } },
  charts: {},
  classes: { new: 'New', gone: 'Gone', changed: 'Changed', hidden: 'Hidden hotspot', above: 'Border above the limit', rise: 'Border surely rising', fall: 'Border surely falling', watch: 'Strip to watch', overdue: 'Overdue items' },
};

const lastDayEn: SlideTexts = {
  title: 'Last 24 hours at the borders',
  told: {
    ...commonEn,
    last_day_none: (v, s) => (some(v.all) ? `No incident at the borders in the last 24 hours; ${s.count(v.all)} inside the wards.` : 'No incident was recorded in the area in the last 24 hours.'),
    last_day_found: (v, s) => `${s.count(v.count)} of ${s.count(v.all)} incidents of the last 24 hours lie at the borders; ${some(v.open) ? `${s.count(v.open)} without a confirmed lead` : 'every one has a confirmed lead'}.`,
    last_day_pair: (v, s) => `${s.count(v.count)} of ${s.count(v.all)} incidents of the last 24 hours lie at the borders, ${typeof v.most === 'number' && v.most === v.count ? `all at ${s.pair(v.pair)}` : `most at ${s.pair(v.pair)} (${s.count(v.most)})`}; ${some(v.open) ? `${s.count(v.open)} without a confirmed lead` : 'every one has a confirmed lead'}.`,
    about_usual: (v, s) => `${s.number(v.usual, 1)} a day on average over the ${s.count(v.days)} days before; so many or more in a day has ${s.p(v.p)}${Number(v.p) < 0.05 ? '.' : ', as on any day.'}`,
  },
  facts: { near: { label: 'At the borders' }, all: { label: 'In the area' }, usual: { label: 'Usual at the borders' }, unconfirmed: { label: 'Lead not confirmed' }, assisted: { label: 'With assists' }, junction: { label: 'At junctions' } },
  tables: { incidents: { title: 'Incidents at the borders', columns: { at: 'At', category: 'Category', place: 'Border', lead: 'Lead', reason: 'Because', confirmed: 'Confirmed', assists: 'Assists', incident: 'Id' } } },
  charts: {},
  classes: {
    confirmed: 'Confirmed', unconfirmed: 'Not yet', owner: 'Owner', first_detector: 'Detected first', no_member_detected: 'No member detected it', no_agreement: 'No agreement', decision: 'Commander decided', outside: 'Outside every ward',
    regulation_owner: 'Regulation: owner', standing_unit: 'Regulation: standing unit', handed_over: 'Handed over',
  },
};

const hiddenEn: SlideTexts = {
  ...hiddenHotspotsEn,
  told: {
    ...hiddenHotspotsEn.told, ...lackingEn,
    about_groups: (v, s) => `${s.count(v.groups)} groups of kinds were looked at everywhere along the borders${v.p === null ? '' : `; ${s.p(v.p)}`}: were there nothing, the chance of even one false call is at most ${s.in('share', v.level)}.`,
    found: (v, s) => `${whereEn(v, s)}: ${whatEn(v, s)}; no ward saw more than ${s.count(v.most)}.${some(v.others) ? ` ${s.count(v.others)} more hidden hotspots.` : ''}`,
    none: (v, s) => `No place along a border rose beyond chance; strongest is ${whereEn(v, s)}: ${whatEn(v, s)} (${s.p(v.p)}).`,
  },
};

const leagueEn: SlideTexts = {
  ...borderLeagueEn,
  told: {
    ...borderLeagueEn.told, ...lackingEn,
    legend_below: () => 'Below the limits', about_span: (v, s) => `${s.count(v.borders)} borders by their incidents from ${s.day(v.from)} to ${s.day(v.to)}; "recent" is the period of the briefing. Rates are shrunk: a short border with few incidents does not jump to the top.`,
  },
};

const change = (v: Values, s: Phrases): string => `${s.count(v.before)} → ${s.count(v.after)} incidents against the ${s.count(v.days)} days before (z = ${s.number(v.z, 1)}, ${s.p(v.p)})`;
const othersEn = (v: Values, s: Phrases, shown: 'rises' | 'falls'): string => {
  const [rises, falls] = [Number(v.rises) - Number(shown === 'rises'), Number(v.falls) - Number(shown === 'falls')];
  return rises + falls <= 0 ? '' : ` Besides, ${s.count(rises)} surely rose and ${s.count(falls)} surely fell.`;
};
const changeEn: SlideTexts = {
  title: 'Change at the borders',
  told: {
    ...commonEn,
    change_empty: (v, s) => `No incident at the borders in the ${s.count(v.days)} days of the period, nor in the ${s.count(v.days)} before.`,
    change_none: (v, s) => `None of ${s.count(v.borders)} borders changed beyond chance (${s.count(v.before)} → ${s.count(v.after)} incidents at the borders)${some(v.maybe) ? `; ${s.count(v.maybe)} to keep an eye on` : ''}.`,
    change_rise: (v, s) => `${s.pair(v.pair)} surely rose: ${change(v, s)}.${othersEn(v, s, 'rises')}`,
    change_fall: (v, s) => `${s.pair(v.pair)} surely fell: ${change(v, s)}.${othersEn(v, s, 'falls')}`,
    border: (v, s) => `${s.pair(v.pair)}: ${s.count(v.before)} → ${s.count(v.after)} incidents, z = ${s.number(v.z, 1)}.`,
    about_change: (v, s) => `"Surely" is beyond chance although ${s.count(v.borders)} borders were looked at together (false discovery rate ${s.in('share', v.level)}); z = 2(√after − √before), above 3 is notable. Counts are small, so no percentages.`,
    legend_rise_sure: () => 'Surely rising', legend_rise_maybe: () => 'Perhaps rising', legend_steady: () => 'As before', legend_fall_maybe: () => 'Perhaps falling', legend_fall_sure: () => 'Surely falling',
  },
  facts: { before: { label: 'At the borders before' }, after: { label: 'At the borders now' }, z: { label: 'z overall' }, p: { label: 'p overall' }, rises: { label: 'Borders surely rising' }, falls: { label: 'Borders surely falling' } },
  tables: { changes: { title: 'Borders that changed most', columns: { border: 'Border', before: 'Before', after: 'Now', z: 'z', p: 'p', adjusted: 'p adjusted', kind: 'Reading' } } },
  charts: { changes: { title: 'Before and in the period', x: 'Border', y: 'Incidents', series: { before: 'Before', after: 'Now' } } },
  classes: { rise_sure: 'Surely rising', rise_maybe: 'Perhaps rising', steady: 'As before', fall_maybe: 'Perhaps falling', fall_sure: 'Surely falling' },
};

const watchEn: SlideTexts = {
  ...crossBorderRepeatEn,
  title: 'Watch list for tonight',
  told: {
    ...crossBorderRepeatEn.told, ...lackingEn,
    watch_none: () => 'No recent incident near a border, so no strip needs a watch of its own tonight.',
    watch_found: (v, s) => `Watch the side of ${s.ward(v.to)} next to ${s.ward(v.from)}: ${s.count(v.count)} recent across the border, the last on ${s.day(v.last)}; repeats go this way ${s.number(v.factor, 1)} times as often as by chance.${Number(v.zones) > 1 ? ` ${s.count(v.zones)} strips in all.` : ''}`,
    about_repeats: (v, s) => `In ${s.in('days', v.days)}: ${s.count(v.observed)} near repeats across borders, ${s.number(v.expected, 1)} by chance (${s.p(v.p)}).`,
    about_step_over: (v, s) => `Step-over ratio ${s.number(v.ratio, 2)} (${s.number(v.low, 2)} – ${s.number(v.high, 2)}): 1 means the border holds nothing back, below 1 that it does.`,
    about_step_over_alone: (v, s) => `Step-over ratio ${s.number(v.ratio, 2)}; too few incidents for an interval.`,
  },
};

const patrolEn: SlideTexts = {
  ...displacementEn,
  title: 'Did the patrol work',
  told: {
    ...named(displacementEn.told, (v, s) => `${s.text(v.name)} (${s.day(v.day)}): `), ...lackingEn,
    patrol_none: () => 'No patrol that was done in this area is there to be evaluated.',
    patrol_unknown: () => 'The patrol that was chosen is not of this area and time, or was not done.',
    patrol_about: (v, s) => `The patrol looked at: ${s.text(v.name)}, begun on ${s.day(v.day)}.`,
  },
};

const openEn: SlideTexts = {
  title: 'Open coordination items',
  told: {
    ...commonEn,
    open_none: () => 'No coordination item is open.',
    open_timely: (v, s) => `${s.count(v.open)} items open at ${s.count(v.incidents)} incidents, none overdue.`,
    open_overdue: (v, s) => `${s.count(v.overdue)} of ${s.count(v.open)} open items are overdue; the longest: ${v.ward === null ? 'no unit named' : s.ward(v.ward)}, by ${s.minutes(v.late)}.`,
    about_open: () => 'As of the instant of the figures, by the deadlines of each cluster; what has no deadline can not be overdue.',
    legend_open: () => 'Incident with open items',
  },
  facts: { open: { label: 'Open items' }, overdue: { label: 'Overdue' }, incidents: { label: 'Incidents' }, border: { label: 'At the borders' } },
  tables: {
    steps: { title: 'Overdue first, then by deadline', columns: { kind: 'Item', ward: 'Who has to act', lead: 'Lead', category: 'Category', since: 'Since', due: 'Due', late: 'Late by', incident: 'Id' } },
    wards: { title: 'By unit', columns: { ward: 'Unit', open: 'Open', overdue: 'Overdue' } },
  },
  charts: { wards: { title: 'Open items by unit', x: 'Unit', y: 'Items', series: { overdue: 'Overdue', timely: 'In time' } } },
  classes: { confirm_lead: 'Confirm the lead', acknowledge_assist: 'Answer an assist', hand_over: 'Accept a hand-over', resolve: 'Resolve', return_outcome: 'Return the outcome', finish_assist: 'Finish an assist' },
};

/** English words of briefings. */
export const briefingEn: BriefingTexts = {
  slides: {
    cover: coverEn, last_day: lastDayEn, hidden_hotspots: hiddenEn, border_league: leagueEn, change_map: changeEn, watch_list: watchEn, patrol: patrolEn, open_items: openEn, pin: pinEn, pin_trend: trendEn, pin_alarm: alarmEn, pin_coverage: coverageEn, pin_patrol: patrolPinEn, pin_review: reviewEn, pin_drug_free: drugFreeEn, pin_programme: programmeEn,
    pin_scores: scoresEn, pin_ward_score: wardScoreEn, pin_disputes: disputesEn, pin_cluster: clusterEn(openEn), pin_rules: rulesEn,
  },
  classifications: { open: 'Open', internal: 'Internal', secret: 'Secret', top_secret: 'Top secret' },
  periods: { days: null, last_28_days: '28 days', week: 'week', reporting_month: 'reporting month', reporting_year: 'reporting year' },
  asOf: (instant) => `Figures up to ${instant}`,
  masked: 'For outside the building: places moved, small counts withheld',
  title: (area) => `Briefing ${area}`,
  wards: (count, first) => (count === 1 ? first : `${first} and ${String(count - 1)} more`),
};
