import type { AnalysisResult, Fact, ResultChart, ResultTable, Told } from '../../domain/analysis-result';
import { NAIVE_METHOD, type BackTest, type PredictionMethod } from '../../stats/back-test';
import { predictionAccuracyIndex } from '../../stats/prediction-accuracy';
import { findWinner, type ScoreInterval } from './back-test-intervals';
import type { BackTestParameters } from './back-test-parameters';
import { dayOfNumber, type AnalysisInput } from '../method';
import { listNextWeek } from './next-week';
import type { PredictionGrid } from './prediction-grid';
import { countCells, scoreZones } from './prediction-methods';
import { listConditions } from '../times-conditions';

/** Most zones that are scored one by one. */
const MOST_ZONES = 30;
/** Lines that a chart can show and still be read. */
const MOST_LINES = 4;
/** Incidents a week below which weekly figures jump about. */
const FEW_A_WEEK = 10;

function buildMethodTable({ methods }: BackTest, scores: readonly ScoreInterval[]): ResultTable {
  return {
    id: 'methods',
    columns: [
      { id: 'method', kind: 'code' }, { id: 'area_share', kind: 'share' }, { id: 'hit_share', kind: 'share' }, { id: 'pai', kind: 'ratio' }, { id: 'low', kind: 'ratio' }, { id: 'high', kind: 'ratio' },
      { id: 'pei', kind: 'share' }, { id: 'recapture', kind: 'ratio' }, { id: 'lead', kind: 'number' }, { id: 'lead_low', kind: 'number' }, { id: 'lead_high', kind: 'number' },
      { id: 'better', kind: 'count' }, { id: 'worse', kind: 'count' }, { id: 'p', kind: 'p' },
    ],
    rows: scores.map((score, k) => {
      const { peiStar, weeksBetter, weeksWorse, p } = methods[k]!;
      const isNaive = score.methodId === NAIVE_METHOD;
      const own = <T>(value: T): T | null => (isNaive ? null : value);
      return { cells: [score.methodId, score.areaShare, score.hitShare, score.pai, score.low, score.high, peiStar, score.recapture, own(score.lead), own(score.leadLow), own(score.leadHigh), own(weeksBetter), own(weeksWorse), own(p)] };
    }),
  };
}

function buildWeekTable({ weeks }: BackTest, scores: readonly ScoreInterval[]): ResultTable {
  const days = [...new Set(weeks.map(({ day }) => day))];
  return {
    id: 'weeks',
    columns: [{ id: 'week', kind: 'day' }, { id: 'incidents', kind: 'count' }, ...scores.map(({ methodId }) => ({ id: methodId, kind: 'ratio' as const }))],
    rows: days.map((day) => {
      const own = weeks.filter((week) => week.day === day);
      return { cells: [dayOfNumber(day), own[0]!.incidents, ...scores.map(({ methodId }) => own.find((week) => week.methodId === methodId)!.pai)] };
    }),
  };
}

/** Each saved zone by itself, as it is. */
function buildZoneTable({ zones, points, lastDay }: AnalysisInput, grid: PredictionGrid, testDays: number): ResultTable {
  const tested = Array.from({ length: points.count }, (_, i) => i).filter((i) => points.days[i]! > lastDay - testDays && grid.cellOf[i]! >= 0);
  return {
    id: 'zones',
    columns: [{ id: 'zone', kind: 'text' }, { id: 'area_share', kind: 'share' }, { id: 'hits', kind: 'count' }, { id: 'pai', kind: 'ratio' }],
    rows: zones.slice(0, MOST_ZONES).map((zone) => {
      const inside = scoreZones(grid, [zone]);
      const cells = inside.reduce((sum, one) => sum + one, 0);
      const hits = tested.filter((i) => inside[grid.cellOf[i]!] === 1).length;
      return { cells: [zone.name, cells / grid.cells.count, hits, predictionAccuracyIndex(hits, tested.length, cells, grid.cells.count)] };
    }),
  };
}

function listCharts({ weeks }: BackTest, scores: readonly ScoreInterval[]): ResultChart[] {
  const [naive, ...others] = scores;
  const shown = [naive!, ...others.filter(({ pai }) => pai !== null).sort((a, b) => b.pai! - a.pai!).slice(0, MOST_LINES - 1)];
  const days = [...new Set(weeks.map(({ day }) => day))];
  const values = (methodId: string): (number | null)[] => days.map((day) => weeks.find((week) => week.day === day && week.methodId === methodId)!.pai);
  return [
    { id: 'pai', kind: 'intervals', x: 'code', y: 'ratio', xs: scores.map(({ methodId }) => methodId), series: [{ id: 'pai', values: scores.map(({ pai }) => pai), low: scores.map(({ low }) => low), high: scores.map(({ high }) => high) }], marks: naive!.pai === null ? [] : [{ id: 'naive', axis: 'y', at: naive!.pai }] },
    { id: 'weeks', kind: 'lines', x: 'day', y: 'ratio', xs: days.map((day) => dayOfNumber(day)), series: shown.map(({ methodId }) => ({ id: methodId, values: values(methodId) })), marks: [{ id: 'chance', axis: 'y', at: 1 }] },
  ];
}

function listFacts(test: BackTest, { areaShare, testWeeks }: BackTestParameters, input: AnalysisInput, naive: ScoreInterval, best: ScoreInterval): Fact[] {
  const summary = test.methods.find(({ methodId }) => methodId === best.methodId)!;
  return [
    { id: 'best_pai', unit: 'ratio', value: best.pai, low: best.low, high: best.high },
    { id: 'naive_pai', unit: 'ratio', value: naive.pai, low: naive.low, high: naive.high },
    ...(best === naive ? [] : [{ id: 'lead', unit: 'number' as const, value: best.lead, low: best.leadLow, high: best.leadHigh }]),
    { id: 'best_pei', unit: 'share', value: summary.peiStar },
    { id: 'best_hit_share', unit: 'share', value: best.hitShare },
    { id: 'area', unit: 'km2', value: (areaShare * input.areaSquareMetres) / 1e6 },
    { id: 'weeks', unit: 'count', value: testWeeks },
    { id: 'incidents', unit: 'count', value: test.methods[0]!.incidents },
  ];
}

function listWarnings(input: AnalysisInput, { cellMetres, testWeeks }: BackTestParameters, grid: PredictionGrid, incidents: number): Told[] {
  const leftOut = grid.cellOf.filter((cell) => cell < 0).length;
  return [
    ...listConditions(input, cellMetres),
    ...(incidents / testWeeks < FEW_A_WEEK ? [{ code: 'few_a_week', values: { perWeek: incidents / testWeeks } }] : []),
    ...(leftOut > 0 ? [{ code: 'in_no_cell', values: { count: leftOut } }] : []),
    ...(input.zones.length > 0 ? [{ code: 'zones_with_hindsight', values: {} }] : []),
    ...(input.zones.length > MOST_ZONES ? [{ code: 'more_zones', values: { told: MOST_ZONES, all: input.zones.length } }] : []),
    { code: 'smaller_areas', values: {} },
  ];
}

/** What a back-test says, as an outcome; the map shows what the best method chooses for the week after the scope. */
export function describeBackTest(input: AnalysisInput, parameters: BackTestParameters, grid: PredictionGrid, methods: readonly PredictionMethod[], test: BackTest, scores: readonly ScoreInterval[]): AnalysisResult {
  const naive = scores[0]!;
  const winner = findWinner(scores);
  const best = winner ?? naive;
  const method = methods.find(({ id }) => id === best.methodId) ?? { id: NAIVE_METHOD, score: (history: readonly number[]) => countCells(grid, history) };
  const findings = listNextWeek(input, grid, method, parameters.historyWeeks * 7, parameters.areaShare);
  const values = {
    method: best.methodId, pai: best.pai, low: best.low, high: best.high, naive: naive.pai, leadLow: best.leadLow, leadHigh: best.leadHigh, hitShare: best.hitShare,
    areaShare: parameters.areaShare, weeks: parameters.testWeeks, incidents: test.methods[0]!.incidents, methods: scores.length - 1,
  };
  return {
    kind: 'found',
    headline: { code: winner === null ? 'no_winner' : 'winner', values },
    facts: listFacts(test, parameters, input, naive, best),
    tables: [buildMethodTable(test, scores), ...(input.zones.length > 0 ? [buildZoneTable(input, grid, parameters.testWeeks * 7)] : []), buildWeekTable(test, scores)],
    charts: listCharts(test, scores),
    features: findings.map(({ geometry, id, told }) => ({ geometry, tone: 'accent', drawn: 'fill', findingId: id, told })),
    legend: findings.length === 0 ? [] : [{ tone: 'accent', drawn: 'fill', told: { code: 'legend_next_week', values: { method: best.methodId } } }],
    findings,
    warnings: listWarnings(input, parameters, grid, test.methods[0]!.incidents),
  };
}
