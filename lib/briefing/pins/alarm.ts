import { rounded } from '../../analysis/rounded';
import type { Values } from '../../domain/analysis-result';
import type { AlarmMethod, AlarmSubject, AlarmWeek, FoundAlarm } from '../../domain/alarm';
import type { Slide } from '../../domain/briefing';
import type { Day } from '../../domain/instant';
import { countChangeScaledZ } from '../../stats/count-change';
import { say } from '../slide-pieces';
import { makePinSlide, type Pinned } from './pin-slide';

/** The control chart that an alarm speaks of, drawn anew from what was known at the briefing's instant. */
export interface AlarmEvidence {
  readonly kind: 'alarm';
  readonly subject: AlarmSubject;
  readonly category: string | null;
  /** Null: the chart was not over its limit then. */
  readonly found: FoundAlarm | null;
  /** Without an alarm: the weeks' counts, the oldest first. */
  readonly weeks: readonly { readonly start: Day; readonly count: number }[];
  /** Last day of the last week that was over. */
  readonly watchedTo: Day;
}

const SHOWN_WEEKS = 52;
const RECENT_WEEKS = 4;
const fixed = (value: number | null): number | null => rounded(value);

/** What the chart is about: two wards as a pair, a ward alone, a cluster; a category or all of them. */
const aboutOf = ({ subject, category }: Pick<AlarmEvidence, 'subject' | 'category'>): Values => ({
  cluster: subject.kind === 'cluster' ? subject.clusterId : null, pair: subject.kind === 'cluster' ? null : subject.codes.join('/'), category,
});

function drawWeeks(weeks: readonly AlarmWeek[], method: AlarmMethod): Pick<Slide, 'charts' | 'tables'> {
  const xs = weeks.map(({ start }) => start);
  const own = method === 'years' ? [{ id: 'limit', values: weeks.map(({ limit }) => fixed(limit)) }] : [];
  return {
    charts: [
      { id: 'weeks', kind: 'lines', x: 'day', y: 'count', xs, series: [{ id: 'count', values: weeks.map(({ count }) => count) }, { id: 'expected', values: weeks.map(({ expected }) => fixed(expected)) }, ...own] },
      ...(method === 'years' ? [] : [{ id: method, kind: 'lines' as const, x: 'day' as const, y: 'number' as const, xs, series: [{ id: 'statistic', values: weeks.map(({ statistic }) => fixed(statistic)) }, { id: 'limit', values: weeks.map(({ limit }) => fixed(limit)) }] }]),
    ],
    tables: [{
      id: 'weeks', columns: [{ id: 'week', kind: 'day' }, { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' }, { id: 'statistic', kind: 'number' }, { id: 'limit', kind: 'number' }, { id: 'over', kind: 'code' }],
      rows: weeks.map(({ start, count, expected, statistic, limit, isOver }) => ({ cells: [start, count, fixed(expected), fixed(statistic), fixed(limit), isOver ? 'over' : 'within'] })).reverse(),
    }],
  };
}

function composeQuiet(pin: Pinned, evidence: AlarmEvidence): Slide {
  const { weeks, watchedTo } = evidence;
  const recent = weeks.slice(-RECENT_WEEKS).reduce((sum, { count }) => sum + count, 0);
  const earlier = weeks.slice(0, -RECENT_WEEKS).reduce((sum, { count }) => sum + count, 0);
  const spans = [Math.max(1, weeks.length - RECENT_WEEKS) * 7, RECENT_WEEKS * 7] as const;
  const values: Values = { ...aboutOf(evidence), count: recent, days: spans[1], before: earlier, to: watchedTo, z: weeks.length > RECENT_WEEKS ? fixed(countChangeScaledZ(earlier, spans[0], recent, spans[1])) : null };
  const shown = weeks.slice(-SHOWN_WEEKS);
  return makePinSlide(pin, 'pin_alarm', say('alarm_quiet', values), {
    uncertainty: weeks.length > RECENT_WEEKS ? [say('about_quiet', values)] : [], facts: [{ id: 'count', unit: 'count', value: recent }],
    tables: [{ id: 'weeks', columns: [{ id: 'week', kind: 'day' }, { id: 'count', kind: 'count' }], rows: shown.map(({ start, count }) => ({ cells: [start, count] })).reverse() }],
    charts: [{ id: 'weeks', kind: 'lines', x: 'day', y: 'count', xs: shown.map(({ start }) => start), series: [{ id: 'count', values: shown.map(({ count }) => count) }] }],
  });
}

/** An alarm's chart: what was over its limit, since when, and how often chance alone would do that. */
export function composeAlarm(pin: Pinned, evidence: AlarmEvidence): Slide {
  const { found } = evidence;
  if (found === null) return composeQuiet(pin, evidence);
  const { method, sinceDay, watchedTo, evidence: { since, baseline, runLengthWeeks, recurrenceWeeks, countChange, weeks, family, ewma } } = found;
  return makePinSlide(pin, 'pin_alarm', say('alarm_on', { ...aboutOf(evidence), count: since.count, days: since.days, expected: fixed(since.expected), since: sinceDay, to: watchedTo }), {
    uncertainty: [
      say('about_chart', { method, runLength: Math.floor(runLengthWeeks), recurrence: recurrenceWeeks === null ? null : Math.floor(recurrenceWeeks), charts: family.charts, perMonth: fixed(family.falseAlarmsPerMonth) }),
      say('about_change', { z: fixed(countChange.z), count: countChange.after, days: countChange.afterDays, before: countChange.before, beforeDays: countChange.beforeDays }),
      ...(ewma === null ? [] : [say('about_ewma', { over: ewma.isOver ? 'over' : 'within' })]),
    ],
    facts: [
      { id: 'count', unit: 'count', value: since.count }, { id: 'expected', unit: 'number', value: fixed(since.expected) }, { id: 'per_week', unit: 'number', value: fixed(baseline.meanPerWeek) }, { id: 'z', unit: 'z', value: fixed(countChange.z) },
    ],
    ...drawWeeks(weeks.slice(-SHOWN_WEEKS), method),
  });
}
