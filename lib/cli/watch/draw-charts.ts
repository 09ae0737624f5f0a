import type { DrawnCharts } from '../../db/alarm-watch';
import type { DatabaseClient } from '../../db/clients';
import type { RuleBook } from '../../rules/rule-book';
import { planFamily } from '../../trends/alarm-family';
import { findAlarms } from '../../trends/find-alarms';
import { readWatch } from './read-watch';

/** Draws every chart up to the last week that is over and in which records go on; null when there is nothing to draw. */
export async function drawCharts(service: DatabaseClient, rules: RuleBook, now: string): Promise<DrawnCharts | null> {
  const input = await readWatch(service, rules, now);
  if (input === null) return null;
  const { editionId, watchedTo, series, watch } = input;
  const { subjects, kinds, falseAlarmsPerMonth } = watch;
  return { editionId, watchedTo, charts: planFamily(subjects, kinds, falseAlarmsPerMonth).charts, falseAlarmsPerMonth, alarms: [...findAlarms(series, watch)].flat() };
}
