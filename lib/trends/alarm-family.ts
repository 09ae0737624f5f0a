/** How many charts are drawn at once, and how many false alarms they may give together. */
export interface AlarmFamily {
  readonly charts: number;
  readonly falseAlarmsPerMonth: number;
  /** False alarms a week that a chart of all kinds together may give. */
  readonly shareOfTotals: number;
  /** False alarms a week that a chart of one kind may give. */
  readonly shareOfKinds: number;
}

const WEEKS_A_MONTH = 365.2425 / 12 / 7;

/**
 * Shares the false alarms that all charts together may give: half among the charts of all kinds together, half among those of one
 * kind; every chart that could be drawn has its share, whether or not anything happened there.
 *
 * The expectation of a sum is the sum of the expectations, however the charts hang together: no independence is needed.
 * @throws RangeError for no subject or a number that is not above 0
 */
export function planFamily(subjects: number, kinds: number, falseAlarmsPerMonth: number): AlarmFamily {
  if (!(subjects >= 1) || !(falseAlarmsPerMonth > 0)) throw new RangeError(`a family needs subjects and a number of false alarms above 0, got ${String(subjects)} and ${String(falseAlarmsPerMonth)}`);
  const half = falseAlarmsPerMonth / WEEKS_A_MONTH / 2;
  return { charts: subjects * (1 + kinds), falseAlarmsPerMonth, shareOfTotals: half / subjects, shareOfKinds: half / (subjects * Math.max(1, kinds)) };
}
