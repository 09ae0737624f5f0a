import { MOST_FINDING_INCIDENTS, type AnalysisOutcome, type Fact, type Finding, type LegendEntry, type ResultChart, type ResultFeature, type ResultTable, type Told, type Tone, type Values } from '../../domain/analysis-result';
import { pairOf } from './border-conditions';
import { drawBorder } from './border-lines';
import { toFindingShape } from '../plane/finding-shapes';
import type { LeagueClass, LeagueRow } from './league-rows';
import { bufferLines } from '../plane/line-buffer';
import type { AnalysisInput } from '../method';
import { rounded } from '../rounded';

const MOST_BARS = 15;
const MOST_FINDINGS = 10;
const TONES: Readonly<Record<LeagueClass, Tone>> = { above_action: 'hot99', above_warning: 'hot95', usual: 'calm', below_warning: 'cold95', below_action: 'cold99' };
const DRAWING_ORDER: readonly LeagueClass[] = ['usual', 'below_warning', 'below_action', 'above_warning', 'above_action'];

const idOf = ({ arc }: LeagueRow): string => `border-${String(arc + 1)}`;
const isAgreed = ({ border }: LeagueRow): boolean => border.clusterId !== null;

const valuesOf = (input: AnalysisInput, row: LeagueRow): Values => ({
  pair: pairOf(input, row.border), count: row.members.length, metres: row.widthMetres, expected: rounded(row.expected), ratio: rounded(row.relative), low: rounded(row.low), high: rounded(row.high),
  sure: rounded(row.exceedance), cluster: row.border.clusterId, recent: row.recent, changeZ: rounded(row.changeZ), km: rounded(row.exposureKm),
});
const tell = (input: AnalysisInput, row: LeagueRow): Told => ({ code: isAgreed(row) ? 'border' : 'border_unagreed', values: valuesOf(input, row) });

function listTable(input: AnalysisInput, rows: readonly LeagueRow[], found: ReadonlySet<string>): ResultTable {
  return {
    id: 'league',
    columns: [
      { id: 'rank', kind: 'count' }, { id: 'border', kind: 'pair' }, { id: 'agreement', kind: 'code' }, { id: 'cluster', kind: 'cluster' }, { id: 'length', kind: 'km' }, { id: 'exposure', kind: 'km' }, { id: 'width', kind: 'metres' },
      { id: 'count', kind: 'count' }, { id: 'inA', kind: 'count' }, { id: 'inB', kind: 'count' }, { id: 'expected', kind: 'number' }, { id: 'relative', kind: 'ratio' }, { id: 'low', kind: 'ratio' }, { id: 'high', kind: 'ratio' }, { id: 'exceedance', kind: 'share' },
      { id: 'standing', kind: 'code' }, { id: 'recent', kind: 'count' }, { id: 'change', kind: 'ratio' }, { id: 'changeZ', kind: 'z' }, { id: 'changeP', kind: 'p' },
    ],
    rows: rows.map((row, k) => ({
      ...(found.has(idOf(row)) ? { findingId: idOf(row) } : {}),
      cells: [
        k + 1, pairOf(input, row.border), isAgreed(row) ? 'agreed' : 'unagreed', row.border.clusterId, rounded(row.border.lengthMetres / 1000), rounded(row.exposureKm), row.widthMetres,
        row.members.length, row.inA, row.inB, rounded(row.expected), rounded(row.relative), rounded(row.low), rounded(row.high), rounded(row.exceedance), row.standing,
        row.recent, rounded(row.change.ratio), rounded(row.changeZ), rounded(row.change.p),
      ],
    })),
  };
}

function listCharts(input: AnalysisInput, rows: readonly LeagueRow[], threshold: number): ResultChart[] {
  const top = rows.slice(0, MOST_BARS);
  const xs = top.map(({ border }) => pairOf(input, border));
  const rate = (value: number): number | null => rounded(value);
  return [
    {
      id: 'league', kind: 'intervals', x: 'pair', y: 'ratio', xs, series: [{ id: 'relative', values: top.map(({ relative }) => rounded(relative)), low: top.map(({ low }) => rounded(low)), high: top.map(({ high }) => rounded(high)) }],
      marks: [{ id: 'mean', axis: 'y', at: 1 }, { id: 'threshold', axis: 'y', at: threshold }],
    },
    {
      id: 'limits', kind: 'intervals', x: 'pair', y: 'perKm', xs, series: [
        { id: 'observed', values: top.map(({ members, exposureKm }) => rate(members.length / exposureKm)) },
        { id: 'usual', values: top.map(({ expected, exposureKm }) => rate(expected / exposureKm)), low: top.map(({ limits }) => rate(limits.action[0])), high: top.map(({ limits }) => rate(limits.action[1])) },
      ],
    },
  ];
}

function listFindings(input: AnalysisInput, rows: readonly LeagueRow[]): Finding[] {
  return rows.filter(({ standing }) => standing === 'above_action').slice(0, MOST_FINDINGS).flatMap((row): Omit<Finding, 'rank'>[] => {
    const geometry = toFindingShape(input.plane, bufferLines(row.border.lines, row.widthMetres));
    return geometry === null ? [] : [{ id: idOf(row), geometry, incidents: row.members.slice(0, MOST_FINDING_INCIDENTS).map((i) => input.points.ids[i]!), count: row.members.length, expected: rounded(row.expected), p: null, told: tell(input, row) }];
  }).map((finding, k) => ({ ...finding, rank: k + 1 }));
}

function listFeatures(input: AnalysisInput, rows: readonly LeagueRow[], ids: ReadonlySet<string>): ResultFeature[] {
  return DRAWING_ORDER.flatMap((standing) => [...rows].reverse().filter((row) => row.standing === standing)).flatMap((row): ResultFeature[] => {
    const geometry = drawBorder(input.plane, row.border.lines);
    return geometry === null ? [] : [{ geometry, tone: TONES[row.standing], drawn: isAgreed(row) ? 'line' : 'dashed', ...(ids.has(idOf(row)) ? { findingId: idOf(row) } : {}), told: tell(input, row) }];
  });
}

function listLegend(features: readonly ResultFeature[]): LegendEntry[] {
  return (['line', 'dashed'] as const).flatMap((drawn) => (Object.entries(TONES) as [LeagueClass, Tone][]).filter(([, tone]) => features.some((one) => one.tone === tone && one.drawn === drawn))
    .map(([standing, tone]): LegendEntry => ({ tone, drawn, told: { code: drawn === 'line' ? `legend_${standing}` : `legend_${standing}_unagreed`, values: {} } })));
}

function tellHeadline(input: AnalysisInput, rows: readonly LeagueRow[]): Told {
  const above = rows.filter(({ standing }) => standing === 'above_action');
  const [first] = above;
  if (first === undefined) return { code: 'none', values: { borders: rows.length } };
  const unagreed = above.filter((row) => !isAgreed(row));
  if (!isAgreed(first)) return { code: 'found_unagreed', values: { ...valuesOf(input, first), others: unagreed.length - 1 } };
  return { code: 'found', values: { ...valuesOf(input, first), unagreed: unagreed.length, unagreedPair: unagreed[0] === undefined ? null : pairOf(input, unagreed[0].border) } };
}

/** The outcome of the border league; rows in its order. */
export function tellLeague(input: AnalysisInput, rows: readonly LeagueRow[], threshold: number, warnings: readonly Told[]): AnalysisOutcome {
  const findings = listFindings(input, rows);
  const ids = new Set(findings.map(({ id }) => id));
  const features = listFeatures(input, rows, ids);
  const total = (pick: (row: LeagueRow) => number): number => rows.reduce((sum, row) => sum + pick(row), 0);
  const facts: Fact[] = [
    { id: 'borders', unit: 'count', value: rows.length }, { id: 'above', unit: 'count', value: rows.filter(({ standing }) => standing === 'above_action').length },
    { id: 'unagreed', unit: 'count', value: rows.filter((row) => !isAgreed(row)).length }, { id: 'unagreedAbove', unit: 'count', value: rows.filter((row) => !isAgreed(row) && row.standing === 'above_action').length },
    { id: 'rate', unit: 'perKm', value: rounded(total(({ members }) => members.length) / total(({ exposureKm }) => exposureKm)) },
    { id: 'changed', unit: 'count', value: rows.filter(({ changeZ }) => Math.abs(changeZ) > 3).length },
  ];
  return { kind: 'found', headline: tellHeadline(input, rows), facts, tables: [listTable(input, rows, ids)], charts: listCharts(input, rows, threshold), features, legend: listLegend(features), findings, warnings };
}
