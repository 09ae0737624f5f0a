import { findAlarmSubject } from '../../../db/briefing-pins';
import { findAlarmOf } from '../../../trends/find-alarms';
import { countWeeks, firstDayOfWeek } from '../../../trends/weekly-counts';
import { dayOfNumber } from '../../../view/day-arithmetic';
import { GONE, type PinReader } from './pin-context';

const SHOWN_WEEKS = 104;

/** The chart that an alarm is about, drawn anew among all charts from what was known then; whether it alarmed then is for it to say. */
export const readAlarmPin: PinReader = async ({ service, watch }, { id }) => {
  const about = id === null ? null : await findAlarmSubject(service, id);
  const input = about === null ? null : await watch();
  if (about === null || input === null || about.subject.editionId !== input.editionId) return GONE;
  const { subject, category } = about;
  const isSame = (codes: readonly string[]): boolean => codes.join('|') === [...subject.codes].sort().join('|');
  const one = input.series.find((series) => series.subject.kind === subject.kind && series.category === category && (subject.kind === 'cluster' ? series.subject.clusterId === subject.clusterId : isSame(series.subject.codes)));
  const { firstWeek, lastWeek } = input.watch;
  const first = Math.max(firstWeek, lastWeek - SHOWN_WEEKS + 1);
  const weeks = Array.from(countWeeks(one?.days ?? new Int32Array(), first, lastWeek), (count, place) => ({ start: dayOfNumber(firstDayOfWeek(first + place)), count }));
  return { kind: 'alarm', subject: one?.subject ?? subject, category, found: one === undefined ? null : findAlarmOf(input.series, input.watch, one), weeks, watchedTo: input.watchedTo };
};
