import type { Values } from '../../../domain/analysis-result';
import type { Phrases } from '../../../messages/analysis/method-texts';
import type { SlideTexts } from '../slide-texts';
import { when } from './pin-words';

const METHODS: Readonly<Record<string, string>> = { years: 'Beside the same season of four years (Farrington–Noufaily)', cusum: 'Cumulative sum by week (CUSUM)', events: 'Time between incidents' };
const placeOf = (v: Values, s: Phrases): string => (typeof v.cluster === 'string' ? s.cluster(v.cluster) : s.pair(v.pair));
const kindOf = (v: Values, s: Phrases): string => (v.category === null ? 'all kinds' : s.category(v.category).toLocaleLowerCase('en'));

/** Words of an alarm's control chart. */
export const alarmEn: SlideTexts = {
  title: 'Alarm',
  told: {
    alarm_on: (v, s) => `${placeOf(v, s)}, ${kindOf(v, s)}: ${s.count(v.count)} incidents in ${s.count(v.days)} days, usually ${s.number(v.expected, 1)}; since ${s.day(v.since)}.`,
    alarm_quiet: (v, s) => `${placeOf(v, s)}, ${kindOf(v, s)}: ${s.count(v.count)} incidents in ${s.count(v.days)} days up to ${s.day(v.to)}; the chart was within its limit at the instant of the figures.`,
    about_chart: (v, s) => `${METHODS[String(v.method)] ?? ''}. Where nothing changes, this chart alarms falsely no oftener than once in ${s.count(v.runLength)} weeks; ${v.recurrence === null ? 'so clear a signal hardly ever comes by chance' : `so clear a signal comes by chance once in ${s.count(v.recurrence)} weeks`}. ${s.count(v.charts)} charts together: at most ${s.number(v.perMonth, 1)} false alarms a month.`,
    about_change: (v, s) => `Last ${s.count(v.days)} days beside the baseline: z = ${s.number(v.z, 1)} (${s.count(v.count)} incidents, baseline ${s.count(v.before)} in ${s.count(v.beforeDays)} days); 3 and more is notable.`,
    about_ewma: (v) => (v.over === 'over' ? 'The smoothed level (EWMA) is over its limit too.' : 'The smoothed level (EWMA) is not over its limit.'),
    about_quiet: (v, s) => `Against the weeks before: ${s.count(v.before)} incidents${when(v.z, () => `, z = ${s.number(v.z, 1)}`)}; |z| below 3 is not beyond chance.`,
  },
  facts: { count: { label: 'Incidents' }, expected: { label: 'Usually' }, per_week: { label: 'Baseline a week' }, z: { label: 'z of the change' } },
  tables: { weeks: { title: 'Week by week, newest first', columns: { week: 'Week of', count: 'Incidents', expected: 'Usually', statistic: 'Statistic', limit: 'Limit', over: 'Against the limit' } } },
  charts: {
    weeks: { title: 'Incidents a week', x: 'Week of', y: 'Incidents', series: { count: 'Incidents', expected: 'Usually', limit: 'Threshold' } },
    cusum: { title: 'Cumulative sum and limit', x: 'Week of', y: 'Cumulative sum', series: { statistic: 'Cumulative sum', limit: 'Limit' } },
    events: { title: 'Surprise −log₁₀ p and limit', x: 'Week of', y: '−log₁₀ p', series: { statistic: 'Surprise', limit: 'Limit' } },
  },
  classes: { over: 'Over', within: 'Within' },
};
