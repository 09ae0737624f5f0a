import type { SlideTexts } from '../slide-texts';
import { isBeyond, nameGroup, when } from './pin-words';

const classes = {
  none: 'In no group', border: 'Border zone', interior: 'Interior', all: 'All', reported: 'Reported', in_progress: 'In progress', resolved: 'Resolved', closed: 'Closed', owner: 'Owning ward', first_detector: 'First detector',
  no_member_detected: 'No member detected', no_agreement: 'No agreement', decision: 'Decided', outside: 'Outside', regulation_owner: 'Regulation: owner', standing_unit: 'Regulation: standing unit', handed_over: 'Handed over',
};
const beyond = (isClear: boolean): string => (isClear ? 'beyond chance' : 'not beyond chance');

/** Words of a chart of the trends page. */
export const trendEn: SlideTexts = {
  title: 'Trends',
  told: {
    more_rows: (v, s) => `The table shows ${s.count(v.shown)} of ${s.count(v.count)} rows.`,
    trend_empty: (v, s) => `No incident from ${s.day(v.from)} to ${s.day(v.to)}.`,
    trend_series: (v, s) => `${s.count(v.count)} incidents from ${s.day(v.from)} to ${s.day(v.to)}${v.has === 'year' ? `; in the periods with a year before: ${s.count(v.before)} → ${s.count(v.now)}` : ''}.`,
    trend_groups: (v, s) => `${s.count(v.count)} incidents from ${s.day(v.from)} to ${s.day(v.to)}, most of them: ${nameGroup(v, s, classes)} (${s.count(v.most)}).`,
    trend_wards: (v, s) => `${s.count(v.count)} incidents in ${s.count(v.wards)} wards from ${s.day(v.from)} to ${s.day(v.to)}: clearly more in ${s.count(v.rises)}, clearly fewer in ${s.count(v.falls)} than the year before.`,
    trend_hours: (v, s) => `${s.count(v.count)} incidents from ${s.day(v.from)} to ${s.day(v.to)}, most in the hour of ${s.text(v.hour)} (${s.count(v.most)}).`,
    about_year: (v, s) => `The year before: ${s.count(v.before)} → ${s.count(v.now)} incidents, z = ${s.number(v.z, 1)}: ${beyond(isBeyond(v.z))}.`,
    about_year_rates: (v, s) => `The year before is of another length: ${s.count(v.before)} → ${s.count(v.now)} incidents${when(v.ratio, () => `, ${s.number(v.ratio, 2)} times the rate`)}${when(v.low, () => ` (interval ${s.number(v.low, 2)}${when(v.high, () => ` – ${s.number(v.high, 2)}`)})`)}, ${s.p(v.p)}: ${beyond(isBeyond(null, v.p))}.`,
    about_wards: () => 'Clearly is |z| above 3 against the year before; with many wards looked at, some pass it by chance.',
    about_hours: (v, s) => `Were all hours alike, the busiest would hold as many with ${s.p(v.p)}, all 24 hours considered: ${beyond(isBeyond(null, v.p))}.`,
    about_spans: (v, s) => `Of ${s.count(v.uncertain)} incidents only a span is known; they are spread over its hours.`,
    records_end: (v, s) => `Records end on ${s.day(v.day)}; what came later is unknown, not none.`,
  },
  facts: { count: { label: 'Incidents' }, year_before: { label: 'Year before' } },
  tables: {
    periods: { title: 'By period', columns: { from: 'From', now: 'Incidents', year_before: 'Year before' } },
    groups: { title: 'By group', columns: { group: 'Group', now: 'Incidents', year_before: 'Year before' } },
    wards: { title: 'By ward', columns: { ward: 'Ward', now: 'Incidents', year_before: 'Year before', z: 'z', most: 'Busiest period' } },
    hours: { title: 'By hour and weekday', columns: { hour: 'Hour', mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' } },
  },
  charts: {
    periods: { title: 'Incidents by period', x: 'First day', y: 'Incidents', series: { now: 'Now', year_before: 'Year before' } },
    groups: { title: 'Incidents by period and group', x: 'First day', y: 'Incidents', series: { rest: 'All other groups' } },
    wards: { title: 'Now and a year before, large changes first', x: 'Ward', y: 'Incidents', series: { now: 'Now', year_before: 'Year before' } },
    hours: { title: 'By hour of the day', x: 'Hour', y: 'Incidents', series: { all: 'All weekdays' } },
  },
  classes,
};
