import type { DatabaseClient } from '../../db/clients';
import { readKnownIncidents } from '../../db/analysis-incidents';
import { countCategories, readFalseAlarmsPerMonth } from '../../db/alarm-watch';
import { loadArcs } from '../../db/editions';
import { dayOf, type Day } from '../../domain/instant';
import { locateWard } from '../../geo/locate-ward';
import { findBorderZone } from '../../rules/border-zone';
import { findDayRules, type DayRules, type RuleBook } from '../../rules/rule-book';
import { farringtonReach, FARRINGTON } from '../../stats/farrington';
import type { SubjectSeries, Watch } from '../../trends/find-alarms';
import { buildSubjectSeries, type PlacedIncident } from '../../trends/subject-series';
import { firstDayOfWeek, WEEK_DAYS, weekOfDay } from '../../trends/weekly-counts';
import { addDays, dayNumberOf, dayOfNumber } from '../../view/day-arithmetic';

/** Weeks that are read: four years with their seasons, and a year of chart to show. */
const READ_WEEKS = farringtonReach(FARRINGTON) + 52;
/** Time zones move their midnight by quarters of an hour, so one answer holds for one. */
const BLOCK_SECONDS = 900;

/** What all charts are drawn from. */
export interface WatchInput {
  readonly editionId: string;
  readonly watchedTo: Day;
  readonly series: readonly SubjectSeries[];
  readonly watch: Watch;
}

/** Local day number of instants in seconds. */
function makeDayNumber(timeZone: string): (seconds: number) => number {
  const known = new Map<number, number>();
  return (seconds) => {
    const block = Math.floor(seconds / BLOCK_SECONDS);
    let day = known.get(block);
    if (day === undefined) known.set(block, day = dayNumberOf(dayOf(new Date(block * BLOCK_SECONDS * 1_000).toISOString(), timeZone)));
    return day;
  };
}

/** Where incidents lie by the borders and agreements of one day, whatever they were when they occurred. */
function* placeIncidents(incidents: Awaited<ReturnType<typeof readKnownIncidents>>['incidents'], day: DayRules, rules: RuleBook): Generator<PlacedIncident> {
  const dayNumber = makeDayNumber(rules.timeZone);
  for (const { longitude, latitude, occurredAt, category } of incidents) {
    const location = locateWard(day.book.index, [longitude, latitude], day.searchWidthMetres);
    const zone = findBorderZone(location, day.agreements, null, rules.defaultWidthMetres);
    yield { category, day: dayNumber(occurredAt), wardCode: location.ownerCode, neighbourCode: zone.neighbours[0]?.code ?? null };
  }
}

/**
 * What the charts are drawn from at an instant, up to the last week that is over and in which records go on; null when there is nothing.
 *
 * All incidents are placed anew by the borders of that day, so that a new edition moves no incident from one chart to another at a date.
 * Where no incident at all was recorded any more, the watch stands still: silence of the records is not calm. `knownVersion`: only what
 * was recorded up to it and reported by the instant.
 */
export async function readWatch(service: DatabaseClient, rules: RuleBook, at: string, knownVersion: number | null = null): Promise<WatchInput | null> {
  const today = dayOf(at, rules.timeZone);
  const day = findDayRules(rules, at);
  if (day === null) return null;
  const editionId = day.book.edition.id;
  const days = { from: addDays(today, -READ_WEEKS * WEEK_DAYS), to: today, categories: [] };
  const { incidents } = await readKnownIncidents(service, days, knownVersion, knownVersion === null ? undefined : at);
  const placed = [...placeIncidents(incidents, day, rules)];
  if (placed.length === 0) return null;
  let [firstDay, lastDay] = [Infinity, -Infinity];
  for (const { day: one } of placed) [firstDay, lastDay] = [Math.min(firstDay, one), Math.max(lastDay, one)];
  const lastWeek = Math.min(weekOfDay(dayNumberOf(today)) - 1, weekOfDay(lastDay));
  const clusters = day.agreements.map(({ cluster, memberCodes }) => ({ id: cluster.id, wardCodes: [...memberCodes].sort() }));
  const series = buildSubjectSeries(placed, editionId, clusters);
  const [arcs, kinds, falseAlarmsPerMonth] = await Promise.all([loadArcs(service, editionId), countCategories(service), readFalseAlarmsPerMonth(service)]);
  const arcSubjects = new Set(series.filter(({ subject }) => subject.kind === 'arc').map(({ subject }) => subject.codes.join('|')));
  const subjects = day.book.index.wards.length + Math.max(arcs.length, arcSubjects.size) + clusters.length;
  return {
    editionId, watchedTo: dayOfNumber(firstDayOfWeek(lastWeek + 1) - 1), series,
    watch: { subjects, kinds, falseAlarmsPerMonth, firstWeek: weekOfDay(firstDay + WEEK_DAYS - 1), lastWeek },
  };
}
