import type { Day } from '../domain/instant';
import type { IndicatorDirection, ProgrammeProgress, TaskState } from '../domain/programme';
import { countDays } from '../domain/zone-bins';

/** Where a task stands on a day; the due day itself is in time. */
export function taskState({ progress, due }: { readonly progress: number; readonly due: Day }, today: Day): TaskState {
  if (progress >= 100) return 'done';
  if (due < today) return 'late';
  return progress > 0 ? 'in_progress' : 'not_started';
}

/** How far a programme is on a day; every task weighs the same. Limits: without tasks the share is null, not 0. */
export function programmeProgress({ from, to }: { readonly from: Day; readonly to: Day }, tasks: readonly { readonly progress: number; readonly due: Day }[], today: Day): ProgrammeProgress {
  const states = tasks.map((task) => taskState(task, today));
  return {
    tasks: tasks.length,
    done: states.filter((state) => state === 'done').length,
    late: states.filter((state) => state === 'late').length,
    share: tasks.length === 0 ? null : tasks.reduce((sum, { progress }) => sum + progress, 0) / tasks.length / 100,
    timeShare: today < from ? 0 : today >= to ? 1 : countDays(from, today) / countDays(from, to),
  };
}

/** Whether a value meets a target: at least for `up`, at most for `down`, exactly for `keep`; null when one is missing. */
export function meetsTarget(value: number | null, target: number | null, direction: IndicatorDirection): boolean | null {
  if (value === null || target === null) return null;
  return direction === 'up' ? value >= target : direction === 'down' ? value <= target : value === target;
}

/** Value of an indicator from what was entered and not corrected: the sum, or that of the latest period; null when nothing was entered. */
export function enteredValue(entries: readonly { readonly to: Day; readonly value: number; readonly isCurrent: boolean }[], addsUp: boolean): number | null {
  const current = entries.filter(({ isCurrent }) => isCurrent);
  if (current.length === 0) return null;
  if (addsUp) return current.reduce((sum, { value }) => sum + value, 0);
  return current.reduce((latest, one) => (one.to > latest.to ? one : latest)).value;
}
