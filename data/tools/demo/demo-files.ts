import { formatCoordination, type DemoCluster } from './coordination';
import type { Demo } from './generate';
import { describeGroundTruth } from './ground-truth';
import { formatGroundTruth } from './ground-truth-text';
import { formatLateReport, LATE_COLUMNS } from './patterns/late-reports';
import type { Ground } from './places';
import { COLUMNS, formatRecord } from './record';

const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** Texts of the files in `data/demo`, by name. */
export function formatDemoFiles(ground: Ground, seed: number, demo: Demo, clusters: readonly DemoCluster[]): Readonly<Record<string, string>> {
  const truth = describeGroundTruth(ground, seed, demo);
  return {
    'incidents.csv': lines([COLUMNS, ...demo.incidents.map(formatRecord)]),
    'late-reports.csv': lines([LATE_COLUMNS, ...demo.lateReports.map(formatLateReport)]),
    'ground-truth.json': `${JSON.stringify(truth, null, 1)}\n`,
    'GROUND_TRUTH.md': formatGroundTruth(truth),
    'coordination.json': formatCoordination(ground, seed, clusters),
  };
}
