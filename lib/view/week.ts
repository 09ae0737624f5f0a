import { dayOf, type Day } from '../domain/instant';
import type { Patrol } from '../domain/patrol';
import { addDays, dayNumberOf } from './day-arithmetic';

/** The Monday of a day's week. */
export function startOfWeek(day: Day): Day {
  // 1970-01-01 was a Thursday, three days after a Monday.
  return addDays(day, -((((dayNumberOf(day) + 3) % 7) + 7) % 7));
}

/** Patrols by the day they begin on, for each of the seven days from a Monday on; earliest first within a day. */
export function groupByDay(patrols: readonly Patrol[], monday: Day): readonly { readonly day: Day; readonly patrols: readonly Patrol[] }[] {
  const sorted = [...patrols].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  return Array.from({ length: 7 }, (_, place) => {
    const day = addDays(monday, place);
    return { day, patrols: sorted.filter(({ from }) => dayOf(from) === day) };
  });
}
