import { releaseAlarmWatch, writeAlarmWatch, type WrittenCharts } from '../../db/alarm-watch';
import type { DatabaseClient } from '../../db/clients';
import type { Json } from '../../db/database.types';
import type { RuleBook } from '../../rules/rule-book';
import { drawCharts } from './draw-charts';

/** One drawing of all charts that was claimed. */
export interface WatchTask {
  readonly claim: string;
  readonly mark: Json;
}

/** Draws and writes what was found; null: there was nothing to draw, or the claim is another's. The claim is the caller's to give back when this throws. */
export async function runWatchPass(service: DatabaseClient, rules: RuleBook, { claim, mark }: WatchTask, now: string): Promise<WrittenCharts> {
  const drawn = await drawCharts(service, rules, now);
  if (drawn !== null) return writeAlarmWatch(service, claim, mark, drawn);
  await releaseAlarmWatch(service, claim);
  return null;
}
