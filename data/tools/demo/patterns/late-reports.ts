import { DAY_SECONDS, dayNumber, formatClock, type ClockSeconds } from '../calendar';
import { locateAt, type Ground } from '../places';
import { createRandom } from '../prng';
import type { DemoIncident } from '../record';

/** A second ward reports, days later, that it had detected an incident first. */
export interface LateReport {
  readonly incidentId: string;
  readonly detectedBy: string;
  readonly detectedAt: ClockSeconds;
  readonly reportedAt: ClockSeconds;
}

/** Sixty of them, in border zones since the cluster term of 2023, so that some change who leads. */
export const LATE_REPORTS = { id: 'late-reports', count: 60, from: '2023-05-01' } as const;
const FROM: ClockSeconds = dayNumber(LATE_REPORTS.from) * DAY_SECONDS;
const LEAST_LAG_SECONDS = 600;

/** Later reports of earlier detections by a neighbour of the ward that is known to have detected the incident. */
export function drawLateReports(ground: Ground, seed: number, incidents: readonly DemoIncident[]): LateReport[] {
  const random = createRandom(seed, LATE_REPORTS.id);
  const candidates = incidents.filter(
    ({ detectedAt, occurredAt }) => detectedAt !== null && occurredAt >= FROM && detectedAt - occurredAt >= LEAST_LAG_SECONDS,
  );
  const reports = new Map<string, LateReport>();
  for (let i = 0; i < 100_000 && reports.size < LATE_REPORTS.count; i++) {
    const incident = random.pick(candidates);
    const { ownerCode, neighbours } = locateAt(ground, incident.position, incident.occurredAt);
    const others = [ownerCode, ...neighbours.map(({ code }) => code)].filter((code) => code !== null && code !== incident.detectedBy);
    const detectedBy = others[0];
    if (neighbours.length === 0 || typeof detectedBy !== 'string' || incident.detectedAt === null) continue;
    const lag = incident.detectedAt - incident.occurredAt;
    reports.set(incident.id, {
      incidentId: incident.id,
      detectedBy,
      detectedAt: incident.occurredAt + random.below(lag - 60),
      reportedAt: incident.reportedAt + DAY_SECONDS + random.below(5 * DAY_SECONDS),
    });
  }
  return [...reports.values()].sort((a, b) => a.reportedAt - b.reportedAt || (a.incidentId < b.incidentId ? -1 : 1));
}

/** Columns of `late-reports.csv`. */
export const LATE_COLUMNS = 'id,detectedBy,detectedAt,reportedAt';

/** One line of `late-reports.csv`. */
export const formatLateReport = (report: LateReport): string =>
  [report.incidentId, report.detectedBy, formatClock(report.detectedAt), formatClock(report.reportedAt)].join(',');
