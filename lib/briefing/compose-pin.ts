import { computeOutcome, prepareAnalysis } from '../analysis/run-analysis';
import { rounded } from '../analysis/rounded';
import type { ResultChart, ResultTable, Told } from '../domain/analysis-result';
import type { Slide } from '../domain/briefing';
import { countChangeZ } from '../stats/count-tails';
import type { Progress } from '../stats/progress';
import { countSpanDays, listPeriods } from '../trends/reporting-periods';
import { addDays, dayStartSeconds } from '../view/day-arithmetic';
import type { AnalysisEvidence, PinEvidence, PinPoint, PointsEvidence } from './pin-evidence';
import { boxAround, cutChart, positionsOf, say } from './slide-parts';

/** Most points a slide's map keeps; more can not be told apart on it. */
const MOST_POINTS = 2_000;
const MOST_ROWS = 12;

const slideOf = ({ id, kind, title, path }: PinEvidence, words: Slide['words'], claim: Told, parts: Partial<Slide> = {}): Slide => ({
  id: `pin-${id}`, kind, words, title, claim, uncertainty: [], facts: [], tables: [], charts: [], map: null, link: path, ...parts,
});

const within = (points: readonly PinPoint[], from: number, until: number): PinPoint[] => points.filter(({ at }) => at >= from && at < until);

/** How many of each, most first. */
function countBy(points: readonly PinPoint[], keyOf: (point: PinPoint) => string | null): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const point of points) { const key = keyOf(point); if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1); }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_ROWS);
}

const tableOf = (id: 'categories' | 'wards', kind: 'category' | 'ward', counted: readonly (readonly [string, number])[]): ResultTable => ({
  id, columns: [{ id: 'name', kind }, { id: 'count', kind: 'count' }], rows: counted.map((cells) => ({ cells: [...cells] })),
});

/** Counts of each period of the view's calendar, and of the same period of the year before where it was read. */
function drawPeriods({ points, from, to, calendar }: PointsEvidence): { chart: ResultChart; table: ResultTable } {
  const periods = listPeriods(calendar, { from, to }, dayStartSeconds(addDays(to, 1)));
  const now = periods.map(({ fromSeconds, untilSeconds }) => within(points, fromSeconds, untilSeconds).length);
  const before = periods.map(({ yearBefore }) => (yearBefore === null ? null : within(points, yearBefore.fromSeconds, yearBefore.untilSeconds).length));
  const xs = periods.map((period) => period.from);
  return {
    chart: { id: 'periods', kind: 'lines', x: 'day', y: 'count', xs, series: [{ id: 'now', values: now }, { id: 'year_before', values: before }] },
    table: { id: 'periods', columns: [{ id: 'from', kind: 'day' }, { id: 'now', kind: 'count' }, { id: 'year_before', kind: 'count' }], rows: xs.map((day, place) => ({ cells: [day, now[place]!, before[place]!] })) },
  };
}

function composePoints(pin: PinEvidence, evidence: PointsEvidence): Slide {
  const { points, from, to, zone, leavesOut, editionId, day } = evidence;
  const days = countSpanDays({ from, to });
  const [first, until] = [dayStartSeconds(from), dayStartSeconds(addDays(to, 1))];
  const shown = within(points, first, until);
  const before = within(points, dayStartSeconds(addDays(from, -days)), first).length;
  const near = shown.filter(({ borderZone }) => borderZone).length;
  const z = rounded(countChangeZ(before, shown.length));
  const drawn = pin.kind === 'chart' ? drawPeriods(evidence) : null;
  const categories = tableOf('categories', 'category', countBy(shown, ({ category }) => category));
  const outline = zone === null ? [] : [{ geometry: zone.geometry, tone: 'accent' as const, drawn: 'outline' as const, told: say('zone', { name: zone.name }) }];
  return slideOf(pin, 'pin', shown.length === 0 ? say('pin_empty', { from, to }) : say(`pin_${pin.kind}`, { count: shown.length, before, near, from, to, days, z }), {
    uncertainty: [...(shown.length + before === 0 ? [] : [say('about_pin', { before, count: shown.length, days, z })]), ...(leavesOut ? [say('about_status')] : []), ...(shown.length > MOST_POINTS ? [say('more_points', { shown: MOST_POINTS, count: shown.length })] : [])],
    facts: [{ id: 'count', unit: 'count', value: shown.length }, { id: 'before', unit: 'count', value: before }, { id: 'near', unit: 'count', value: near }, { id: 'z', unit: 'z', value: z }],
    tables: [...(drawn === null ? [] : [drawn.table]), ...(shown.length === 0 ? [] : [categories, tableOf('wards', 'ward', countBy(shown, ({ owner }) => owner))])],
    charts: drawn === null ? [] : [drawn.chart],
    map: pin.kind === 'chart' ? null : {
      bbox: evidence.bbox ?? boxAround([...positionsOf(outline), ...shown.map(({ position }) => position)]) ?? [104.99, 15.99, 105.01, 16.01], editionId, day, borderZone: true, features: outline,
      legend: [...(zone === null ? [] : [{ tone: 'accent' as const, drawn: 'outline' as const, told: say('zone', { name: zone.name }) }]), ...(shown.length === 0 ? [] : [{ tone: 'alarm' as const, drawn: 'dot' as const, told: say('legend_incident') }])],
      points: shown.slice(-MOST_POINTS).map(({ id, position, category, borderZone }) => ({ id, position, category, borderZone, resolved: false })),
    },
  });
}

function composeAnalysis(pin: PinEvidence, { method, raw, parameters, seed, bbox, day }: AnalysisEvidence, progress: Progress): Slide | null {
  const prepared = prepareAnalysis(raw, { method, parameters, seed });
  if (prepared.kind === 'bad_parameters') return slideOf(pin, 'pin', say('pin_gone'));
  const outcome = computeOutcome(prepared, progress);
  if (outcome === null) return null;
  if (outcome.kind === 'nothing') return slideOf(pin, method.id, outcome.reason);
  const { headline, warnings, facts, tables, charts, features, legend } = outcome;
  return slideOf(pin, method.id, headline, {
    uncertainty: warnings, facts, charts: charts.map((chart) => (chart.kind === 'lines' ? chart : cutChart(chart, MOST_ROWS))),
    tables: tables.map(({ id, columns, rows }) => ({ id, columns, rows: rows.slice(0, MOST_ROWS).map(({ cells }) => ({ cells })) })),
    map: { bbox: bbox ?? boxAround(positionsOf(features)) ?? [104.99, 15.99, 105.01, 16.01], editionId: raw.scope.editionId, day, borderZone: true, features, legend, points: [] },
  });
}

/** The slide of something brought from elsewhere, from its evidence as of the briefing's instant; null when stopped. */
export function composePin(pin: PinEvidence, progress: Progress): Slide | null {
  const { data } = pin;
  switch (data.kind) {
    case 'points': return composePoints(pin, data);
    case 'analysis': return composeAnalysis(pin, data, progress);
    case 'gone': return slideOf(pin, 'pin', say('pin_gone'));
    default: return data satisfies never;
  }
}
