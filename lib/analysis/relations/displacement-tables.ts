import type { ResultChart, ResultTable } from '../../domain/analysis-result';
import type { BeforeAfter } from '../../stats/displacement';
import { mainEvaluation, type DisplacementFound, type Evaluation } from './displacement-evaluation';
import { dayNumber, dayOfNumber } from '../method';
import { pairCode } from './near-repeats';

/** Tables of an evaluation: what was counted, every measure by buffer, every control, every placebo date. */
export function displacementTables(found: DisplacementFound): ResultTable[] {
  return [countsTable(found), measuresTable(found), controlsTable(found), placebosTable(found)];
}

function countsTable(found: DisplacementFound): ResultTable {
  const { evaluations } = found;
  const { counts } = mainEvaluation(found);
  const rows: [string, BeforeAfter | undefined][] = [
    ['target', counts.target],
    ...evaluations.map(({ buffer, counts: of }): [string, BeforeAfter] => [buffer, of.buffer]),
    ['control', counts.control],
    ...evaluations.map(({ buffer, counts: of }): [string, BeforeAfter | undefined] => [`control_${buffer}`, of.bufferControl]),
  ];
  return {
    id: 'counts',
    columns: [{ id: 'area', kind: 'code' }, { id: 'before', kind: 'count' }, { id: 'during', kind: 'count' }, { id: 'change', kind: 'number' }],
    rows: rows.flatMap(([area, count]) => (count === undefined ? [] : [{ cells: [area, count.before, count.after, count.after - count.before] }])),
  };
}

function measuresTable({ evaluations }: DisplacementFound): ResultTable {
  return {
    id: 'measures',
    columns: [
      { id: 'buffer', kind: 'code' }, { id: 'wdd', kind: 'number' }, { id: 'low', kind: 'number' }, { id: 'high', kind: 'number' }, { id: 'p', kind: 'p' }, { id: 'rank', kind: 'share' },
      { id: 'wdq', kind: 'number' }, { id: 'reading', kind: 'code' }, { id: 'tne', kind: 'number' }, { id: 'gross', kind: 'number' }, { id: 'net', kind: 'number' },
    ],
    rows: evaluations.map(({ buffer, difference, quotients, rank }) => ({
      cells: [
        buffer, difference.estimate, difference.interval[0], difference.interval[1], difference.p, rank,
        quotients.quotient, `reading_${quotients.reading}`, quotients.totalNetEffect, quotients.grossEffect, quotients.netEffect,
      ],
    })),
  };
}

function controlsTable({ input, byControl }: DisplacementFound): ResultTable {
  return {
    id: 'controls',
    columns: [
      { id: 'rank', kind: 'count' }, { id: 'pair', kind: 'pair' }, { id: 'distance', kind: 'number' }, { id: 'before', kind: 'count' }, { id: 'during', kind: 'count' },
      { id: 'wdd', kind: 'number' }, { id: 'low', kind: 'number' }, { id: 'high', kind: 'number' },
    ],
    rows: byControl.map(({ control, counts, difference }, k) => ({
      cells: [k + 1, control.ward < 0 ? null : pairCode(input, control.ward, control.across), control.ward < 0 ? null : control.distance, counts.control.before, counts.control.after, difference.estimate, ...difference.interval],
    })),
  };
}

function placebosTable(found: DisplacementFound): ResultTable {
  return {
    id: 'placebos',
    columns: [{ id: 'day', kind: 'day' }, { id: 'wdd', kind: 'number' }, { id: 'low', kind: 'number' }, { id: 'high', kind: 'number' }],
    rows: mainEvaluation(found).placebos.map(({ day, estimate, interval }) => ({ cells: [dayOfNumber(day), estimate, ...interval] })),
  };
}

/** Charts of an evaluation: the difference by buffer and control, the weeks around the date, the placebo dates. */
export function displacementCharts(found: DisplacementFound): ResultChart[] {
  const { evaluations, byControl } = found;
  const others = byControl.slice(1);
  const all: readonly (readonly [string, Evaluation])[] = [...evaluations.map((one) => [one.buffer, one] as const), ...others.map((one, k) => [`other_control_${String(k + 2)}`, one] as const)];
  const { placebos, difference } = mainEvaluation(found);
  const interval = (low: 0 | 1): number[] => all.map(([, one]) => one.difference.interval[low]);
  return [
    { id: 'estimates', kind: 'intervals', x: 'code', y: 'number', xs: all.map(([id]) => id), series: [{ id: 'wdd', values: all.map(([, one]) => one.difference.estimate), low: interval(0), high: interval(1) }], marks: [{ id: 'none', axis: 'y', at: 0 }] },
    weeklyChart(found),
    ...(placebos.length === 0 ? [] : [{
      id: 'placebos', kind: 'lines' as const, x: 'day' as const, y: 'number' as const, xs: placebos.map(({ day }) => dayOfNumber(day)),
      series: [{ id: 'wdd', values: placebos.map(({ estimate }) => estimate), low: placebos.map(({ interval: [low] }) => low), high: placebos.map(({ interval: [, high] }) => high) }],
      marks: [{ id: 'real', axis: 'y' as const, at: difference.estimate }],
    }]),
  ];
}

/** Counts by whole weeks around the date: week 0 begins on it. */
function weeklyChart(found: DisplacementFound): ResultChart {
  const { days, parameters, controls } = found;
  const weeks = Math.floor(parameters.periodDays / 7);
  const date = dayNumber(parameters.date);
  const xs = Array.from({ length: 2 * weeks }, (_, k) => k - weeks);
  const count = (all: readonly number[]): number[] => xs.map((week) => all.filter((day) => Math.floor((day - date) / 7) === week).length);
  return {
    id: 'weekly', kind: 'lines', x: 'number', y: 'count', xs,
    series: [{ id: 'target', values: count(days.target) }, { id: 'buffer', values: count(days[parameters.buffer]) }, { id: 'control', values: count(controls[0]!.days.target) }],
    marks: [{ id: 'start', axis: 'x', at: 0 }],
  };
}
