import type { ResultChart } from '../../domain/analysis-result';
import type { JudgedCandidate } from './hidden-candidates';
import { dayOfNumber, type AnalysisInput } from '../method';
import { rounded } from '../rounded';

/** Most stretches of time that a chart of the history shows. */
const MOST_STRETCHES = 24;

/** Incidents at a place by stretches of equal length that end on the last day of the candidate, whole ones within the scope only. */
export function chartHistory({ points, firstDay, lastDay }: AnalysisInput, { placeEvents, toDay, days, expected }: Pick<JudgedCandidate, 'placeEvents' | 'toDay' | 'days' | 'expected'>): ResultChart {
  const length = Math.min(days, Math.max(1, Math.ceil((lastDay - firstDay + 1) / MOST_STRETCHES)));
  const [before, after] = [Math.floor((toDay - firstDay + 1) / length), Math.floor((lastDay - toDay) / length)];
  const counts = new Array<number>(before + after).fill(0);
  for (const event of placeEvents) {
    const stretch = before + Math.ceil((points.days[event]! - toDay) / length) - 1;
    if (stretch >= 0 && stretch < counts.length) counts[stretch]!++;
  }
  return {
    id: 'history', kind: 'lines', x: 'day', y: 'count', xs: counts.map((_, k) => dayOfNumber(toDay + (k - before) * length + 1)),
    series: [{ id: 'cluster', values: counts }], marks: [{ id: 'normal', axis: 'y', at: rounded((expected * length) / days) ?? 0 }],
  };
}

/** Each touched ward: what happened, what is usual, what of it lies in the cluster. */
const chartWards = ({ wards }: AnalysisInput, candidate: JudgedCandidate): ResultChart => ({
  id: 'wards', kind: 'bars', x: 'ward', y: 'count', xs: candidate.wards.map(({ ward }) => wards[ward]!.code),
  series: [
    { id: 'count', values: candidate.wards.map(({ count }) => count) }, { id: 'expected', values: candidate.wards.map(({ expected }) => rounded(expected)) },
    { id: 'inCluster', values: candidate.wards.map(({ inCluster }) => inCluster) },
  ],
});

/** The charts of the first candidate: its history, and its wards. */
export const listHiddenCharts = (input: AnalysisInput, candidate: JudgedCandidate): readonly ResultChart[] => [chartHistory(input, candidate), ...(candidate.wards.length === 0 ? [] : [chartWards(input, candidate)])];
