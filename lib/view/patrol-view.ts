import { daySchema, type Day } from '../domain/instant';
import { addDays } from './day-arithmetic';
import { startOfWeek } from './week';

/** What the address of the patrol page restores. */
export interface PatrolView {
  readonly tab: 'week' | 'coverage';
  /** Monday of the week shown. */
  readonly week: Day;
  readonly cluster: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly gapsOnly: boolean;
}

const DEFAULT_PERIOD_DAYS = 28;

const readDay = (text: string | null, fallback: Day): Day => {
  const parsed = daySchema.safeParse(text);
  return parsed.success ? parsed.data : fallback;
};

/** The view an address names; what does not parse has its default: this week, the last 28 days. */
export function readPatrolView(params: URLSearchParams, today: Day): PatrolView {
  const cluster = params.get('cluster');
  const [from, to] = [readDay(params.get('from'), addDays(today, 1 - DEFAULT_PERIOD_DAYS)), readDay(params.get('to'), today)];
  return {
    tab: params.get('tab') === 'coverage' ? 'coverage' : 'week', week: startOfWeek(readDay(params.get('week'), today)),
    cluster: cluster !== null && /^[A-Za-z0-9._-]{1,60}$/.test(cluster) ? cluster : null,
    from: from <= to ? from : to, to: from <= to ? to : from, gapsOnly: params.get('gaps') === '1',
  };
}

/** The search string that `readPatrolView` reads back. */
export function writePatrolView({ tab, week, cluster, from, to, gapsOnly }: PatrolView): string {
  const fields = tab === 'week' ? { week } : { tab, from, to, ...(gapsOnly ? { gaps: '1' } : {}) };
  return new URLSearchParams({ ...fields, ...(cluster === null ? {} : { cluster }) }).toString();
}
