import { MOST_FINDING_INCIDENTS, type AnalysisOutcome, type Fact, type Finding, type LegendEntry, type ResultChart, type ResultFeature, type ResultTable, type Told } from '../../domain/analysis-result';
import { recurrenceIntervalDays, type ScanCluster } from '../../stats/space-time-scan';
import type { ArcIndex } from '../plane/arc-index';
import { pairOf } from './border-conditions';
import { shapeOfWindow } from './border-window-shape';
import type { BorderPlace } from './border-windows';
import { toFindingShape, toPosition } from '../plane/finding-shapes';
import { chartHistory } from './hidden-charts';
import { dayOfNumber, type AnalysisInput } from '../method';
import { namePlace } from '../name-place';
import { findStreetName } from './nearest-street';
import { rounded } from '../rounded';

/** A window of the corridor scan with what it is a window of. */
export interface CorridorCluster extends ScanCluster {
  readonly place: BorderPlace;
  /** Places in the input's points of the incidents of all days in it. */
  readonly placeEvents: readonly number[];
  readonly sure: boolean;
  readonly recurrenceDays: number;
}

/** How many of those that chance may have made are drawn, to be seen beside the sure ones. */
const MOST_WEAK = 5;
const STREET_METRES = 60;
/** A recurrence interval beyond this says no more than this, in days. */
const LONGEST_RECURRENCE = 36_525;

/** Days between chance clusters as strong, by the fitted tail where the permutations can not resolve it; at most a hundred years. */
export const recurrenceOf = ({ p, gumbelP }: Pick<ScanCluster, 'p' | 'gumbelP'>, everyDays: number): number =>
  Math.min(LONGEST_RECURRENCE, recurrenceIntervalDays(Math.max(Number.MIN_VALUE, Math.min(p, gumbelP)), everyDays));

const idOf = (k: number): string => `corridor-${String(k + 1)}`;

function tell(input: AnalysisInput, { events, count, expected, durationDays, p, recurrenceDays, place, fromMetres, toMetres }: CorridorCluster, code: string): Told {
  const { points, streets } = input;
  const [x, y] = [points.xs, points.ys].map((values) => events.reduce((sum, event) => sum + values[event]!, 0) / events.length) as [number, number];
  return {
    code,
    values: {
      ...namePlace(input, events), street: findStreetName(streets, x, y, STREET_METRES), shape: place.kind === 'run' ? 'stretch' : 'junction',
      metres: rounded(toMetres - fromMetres), count, expected: rounded(expected), days: durationDays, p, recurrence: rounded(recurrenceDays),
    },
  };
}

function listTable(input: AnalysisInput, index: ArcIndex, clusters: readonly CorridorCluster[], found: ReadonlySet<string>): ResultTable {
  return {
    id: 'clusters',
    columns: [
      { id: 'rank', kind: 'count' }, { id: 'sure', kind: 'code' }, { id: 'shape', kind: 'code' }, { id: 'border', kind: 'pair' }, { id: 'from', kind: 'metres' }, { id: 'to', kind: 'metres' }, { id: 'since', kind: 'day' }, { id: 'days', kind: 'days' },
      { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' }, { id: 'ratio', kind: 'ratio' }, { id: 'likelihood', kind: 'number' }, { id: 'p', kind: 'p' }, { id: 'recurrence', kind: 'days' },
    ],
    rows: clusters.map((one, k) => ({
      ...(found.has(idOf(k)) ? { findingId: idOf(k) } : {}),
      cells: [
        k + 1, one.sure ? 'sure' : 'weak', one.place.kind === 'run' ? 'stretch' : 'junction', one.place.kind === 'run' ? pairOf(input, index.arcs[one.place.arc]!) : (namePlace(input, one.events).pair),
        rounded(one.fromMetres), rounded(one.toMetres), dayOfNumber(input.lastDay - one.durationDays + 1), one.durationDays, one.count, rounded(one.expected), rounded(one.count / one.expected),
        rounded(one.logLikelihoodRatio), one.p, rounded(one.recurrenceDays),
      ],
    })),
  };
}

function listFacts(first: CorridorCluster | undefined, sure: number, families: number, borderMetres: number): Fact[] {
  const about: Fact[] = first === undefined ? [] : [
    { id: 'count', unit: 'count', value: first.count }, { id: 'expected', unit: 'number', value: rounded(first.expected) }, { id: 'p', unit: 'p', value: first.p },
    { id: 'gumbelP', unit: 'p', value: rounded(first.gumbelP) }, { id: 'recurrence', unit: 'days', value: rounded(first.recurrenceDays) }, { id: 'likelihood', unit: 'number', value: rounded(first.logLikelihoodRatio) },
  ];
  return [...about, { id: 'sure', unit: 'count', value: sure }, { id: 'families', unit: 'count', value: families }, { id: 'scanned', unit: 'km', value: rounded(borderMetres / 1000) }];
}

/** Share of the incidents near the first cluster's border by place along it: recent ones and those of all days scaled to as many days. */
function chartAlong({ points, lastDay, firstDay }: AnalysisInput, family: { readonly events: Uint32Array; readonly positions: Float64Array }, { fromMetres, toMetres, durationDays }: CorridorCluster): ResultChart {
  const step = Math.max(25, Math.ceil((toMetres - fromMetres) / 8 / 25) * 25);
  const [from, to] = [Math.max(0, Math.floor(fromMetres / step) - 6), Math.floor(toMetres / step) + 6];
  const last = Math.min(to, Math.floor((family.positions.at(-1) ?? 0) / step));
  const xs = Array.from({ length: last - from + 1 }, (_, k) => (from + k + 0.5) * step);
  const [recent, usual] = [xs.map(() => 0), xs.map(() => 0)];
  family.events.forEach((event, at) => {
    const k = Math.floor(family.positions[at]! / step) - from;
    if (k < 0 || k >= xs.length) return;
    if (points.days[event]! > lastDay - durationDays) recent[k]!++;
    usual[k]! += durationDays / (lastDay - firstDay + 1);
  });
  return { id: 'along', kind: 'lines', x: 'metres', y: 'count', xs, series: [{ id: 'recent', values: recent }, { id: 'usual', values: usual.map(rounded) }], marks: [{ id: 'from', axis: 'x', at: rounded(fromMetres) ?? 0 }, { id: 'to', axis: 'x', at: rounded(toMetres) ?? 0 }] };
}

/** The outcome of the corridor scan; clusters strongest first, `families[k]` the family of cluster k. */
export function tellCorridors(input: AnalysisInput, index: ArcIndex, clusters: readonly CorridorCluster[], firstFamily: { readonly events: Uint32Array; readonly positions: Float64Array } | null, more: { readonly families: number; readonly level: number; readonly warnings: readonly Told[] }): AnalysisOutcome {
  const { points, plane } = input;
  const shaped = clusters.map((one, k) => ({ one, id: idOf(k), geometry: one.sure || k < MOST_WEAK ? toFindingShape(plane, shapeOfWindow(index, points, one.place, one)) : null }));
  const findings = shaped.flatMap(({ one, id, geometry }, k): Finding[] => (geometry === null || !one.sure ? [] : [{
    id, rank: k + 1, geometry, incidents: one.events.slice(0, MOST_FINDING_INCIDENTS).map((event) => points.ids[event]!), count: one.count, expected: rounded(one.expected), p: one.p, told: tell(input, one, 'cluster'),
  }]));
  const ids = new Set(findings.map(({ id }) => id));
  const features = [...shaped].reverse().flatMap(({ one, id, geometry }): ResultFeature[] => {
    if (geometry === null) return [];
    if (!ids.has(id)) return [{ geometry, tone: 'calm', drawn: 'outline', told: tell(input, one, 'weak_cluster') }];
    const dots = one.events.map((event): ResultFeature => ({ geometry: { type: 'Point', coordinates: toPosition(plane, points.xs[event]!, points.ys[event]!) }, tone: 'alarm', drawn: 'dot', findingId: id }));
    return [{ geometry, tone: 'alarm', drawn: 'fill', findingId: id, told: tell(input, one, 'cluster') }, ...dots];
  });
  const legend: LegendEntry[] = ([['alarm', 'fill', 'legend_sure'], ['alarm', 'dot', 'legend_incident'], ['calm', 'outline', 'legend_weak']] as const)
    .filter(([tone, drawn]) => features.some((feature) => feature.tone === tone && feature.drawn === drawn)).map(([tone, drawn, code]) => ({ tone, drawn, told: { code, values: {} } }));
  const [first] = clusters;
  const sure = clusters.filter((one) => one.sure).length;
  const said = first === undefined ? { code: 'none_at_all', values: {} } : tell(input, first, first.sure ? 'found' : 'none');
  const history = first === undefined ? [] : [chartHistory(input, { placeEvents: first.placeEvents, toDay: input.lastDay, days: first.durationDays, expected: first.expected })];
  return {
    kind: 'found', headline: { ...said, values: { ...said.values, others: Math.max(0, sure - 1), level: more.level } },
    facts: listFacts(first, sure, more.families, index.arcs.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0)),
    tables: first === undefined ? [] : [listTable(input, index, clusters, ids)],
    charts: [...history, ...(first?.place.kind === 'run' && firstFamily !== null ? [chartAlong(input, firstFamily, first)] : [])],
    features, legend, findings, warnings: more.warnings,
  };
}
