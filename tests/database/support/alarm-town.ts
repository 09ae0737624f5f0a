import { randomUUID } from 'node:crypto';
import { GET as getAlarm } from '../../../app/api/alarms/[id]/route';
import { POST as acknowledgeRoute } from '../../../app/api/alarms/[id]/acknowledge/route';
import { POST as reopenRoute } from '../../../app/api/alarms/[id]/reopen/route';
import { POST as snoozeRoute } from '../../../app/api/alarms/[id]/snooze/route';
import { GET as listRoute } from '../../../app/api/alarms/route';
import { runWatchPass } from '../../../lib/cli/watch/watch-pass';
import { claimAlarmWatch, type WrittenCharts } from '../../../lib/db/alarm-watch';
import { loadRuleBook } from '../../../lib/db/rule-book';
import type { Alarm, AlarmList, AlarmPage } from '../../../lib/domain/alarm';
import { callAs } from './patrol-town';
import type { TestDatabase } from './test-database';
import { importIncidents, uuid } from './town';

const DAY_MS = 86_400_000;
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** An incident at so many thousandths of a degree from the town's south-west corner; its stored owner is of the edition of its day. */
export const incidentAt = (number: number, day: string, x: number, owner: { readonly edition: string; readonly code: string }) => ({
  id: uuid(number), category: 'theft', occurred_at: `${day}T05:00:00Z`, lon: 105.8 + x / 1000, lat: 21.005, edition_id: owner.edition, ownership_status: 'inside', owner_code: owner.code,
  candidate_codes: [owner.code], neighbours: [], border_zone: false, junction: false, width_metres: 100, lead_code: owner.code, lead_reason: 'owner', assist_codes: [], on_request_codes: [], lead_trace: [], summary: null,
});

/** Adds incidents so many days apart from a day, at one place. */
export async function addEvery(town: TestDatabase, first: number, from: string, stepDays: number, count: number, x: number, owner: { readonly edition: string; readonly code: string }): Promise<void> {
  await importIncidents(town.service, Array.from({ length: count }, (_, i) => incidentAt(first + i, dayAfter(from, Math.floor(i * stepDays)), x, owner)));
}

/** Draws the charts as the analysing process does on a day; null when the database says there is nothing new. */
export async function drawOn(town: TestDatabase, day: string): Promise<WrittenCharts | 'nothing'> {
  const claim = randomUUID();
  const mark = await claimAlarmWatch(town.service, claim);
  return mark === null ? 'nothing' : runWatchPass(town.service, await loadRuleBook(town.service), { claim, mark }, `${day}T03:00:00Z`);
}

/** Lets the next drawing happen although nothing was recorded: the day of the database is the machine's. */
export const forgetMark = async (town: TestDatabase): Promise<void> => { await town.database.owner`update alarm_watch set mark = null`; };

/** The routes of alarms, called as accounts of a town. */
export const alarmCalls = (town: () => TestDatabase) => {
  const act = (route: unknown) => (email: string, id: string, body: unknown) => callAs(town(), email, route, { method: 'POST', body, params: { id } });
  return {
    list: (email: string, query = '') => callAs(town(), email, listRoute, { path: `/?${query}` }),
    read: (email: string, id: string) => callAs(town(), email, getAlarm, { params: { id } }),
    acknowledge: act(acknowledgeRoute), snooze: act(snoozeRoute), reopen: act(reopenRoute),
  };
};
export const alarmsOf = (answer: { body: unknown }): readonly Alarm[] => (answer.body as AlarmList).alarms;
export const pageOf = (answer: { body: unknown }) => answer.body as AlarmPage;
