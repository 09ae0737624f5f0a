import type { TrafficCounts } from './run-traffic';

/** The value below which a share (0–1) of the values lies, by nearest rank; null without values. */
export function quantileOf(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** One line about a run: sent, recorded, refused, walks over borders, median and 95th percentile of the answer times. */
export function formatSummary({ sent, recorded, refused, walkIns, answersMs }: TrafficCounts): string {
  const [median, p95] = [quantileOf(answersMs, 0.5), quantileOf(answersMs, 0.95)];
  const times = median === null || p95 === null ? 'no answers' : `answer median ${median.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
  return `${String(sent)} sent, ${String(recorded)} recorded (${String(walkIns)} after a walk over a border), ${String(refused)} refused; ${times}`;
}
