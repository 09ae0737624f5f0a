import type { AnalysisOutcome, Fact, Finding, LegendEntry, ResultFeature, ResultTable, Told, Values } from '../../domain/analysis-result';
import { MOST_FINDING_INCIDENTS } from '../../domain/analysis-result';
import type { ArcIndex } from '../plane/arc-index';
import { shapeOfWindow } from './border-window-shape';
import { toFindingShape, toPosition } from '../plane/finding-shapes';
import type { CandidateKind, JudgedCandidate } from './hidden-candidates';
import { listHiddenCharts } from './hidden-charts';
import { dayOfNumber, type AnalysisInput } from '../method';
import { namePlace } from '../name-place';
import { findStreetName } from './nearest-street';
import { rounded } from '../rounded';

/** A street farther away than this does not name a place, in metres. */
const STREET_METRES = 60;

const TONES: Readonly<Record<Exclude<CandidateKind, 'weak'>, ResultFeature['tone']>> = { hidden: 'alarm', seen: 'accent', one_ward: 'calm' };

/** What a sentence about a candidate is made of. */
function tellCandidate(input: AnalysisInput, { kind, events, days, expected, wards, p, fromDay, toDay }: JudgedCandidate): Told {
  const { points, streets } = input;
  const [x, y] = [points.xs, points.ys].map((values) => events.reduce((sum, event) => sum + values[event]!, 0) / events.length) as [number, number];
  const values: Values = {
    ...namePlace(input, events), street: findStreetName(streets, x, y, STREET_METRES),
    count: events.length, days, expected: rounded(expected), from: dayOfNumber(fromDay), to: dayOfNumber(toDay), p,
    wards: wards.length, most: Math.max(0, ...wards.map(({ count }) => count)), wardP: rounded(Math.min(1, ...wards.map((ward) => ward.p))),
  };
  return { code: kind, values };
}

const idOf = (k: number): string => `candidate-${String(k + 1)}`;

function listTables(input: AnalysisInput, judged: readonly JudgedCandidate[], found: ReadonlySet<JudgedCandidate>): ResultTable[] {
  const refer = (one: JudgedCandidate, k: number): { findingId?: string } => (found.has(one) ? { findingId: idOf(k) } : {});
  const codes = (one: JudgedCandidate): string => one.wards.map(({ ward }) => input.wards[ward]!.name).join(', ');
  return [
    {
      id: 'candidates',
      columns: [
        { id: 'rank', kind: 'count' }, { id: 'kind', kind: 'code' }, { id: 'wards', kind: 'text' }, { id: 'from', kind: 'day' }, { id: 'to', kind: 'day' }, { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' },
        { id: 'p', kind: 'p' }, { id: 'wardMost', kind: 'count' }, { id: 'wardP', kind: 'p' }, { id: 'concealment', kind: 'number' }, { id: 'evenness', kind: 'share' },
      ],
      rows: judged.map((one, k) => ({
        ...refer(one, k),
        cells: [
          k + 1, one.kind, codes(one), dayOfNumber(one.fromDay), dayOfNumber(one.toDay), one.events.length, rounded(one.expected), one.p,
          Math.max(0, ...one.wards.map(({ count }) => count)), rounded(Math.min(1, ...one.wards.map(({ p }) => p))), rounded(one.concealment), rounded(one.evenness),
        ],
      })),
    },
    {
      id: 'wards',
      columns: [{ id: 'rank', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'inCluster', kind: 'count' }, { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' }, { id: 'p', kind: 'p' }],
      rows: judged.flatMap((one, k) => one.wards.map((ward) => ({ ...refer(one, k), cells: [k + 1, input.wards[ward.ward]!.code, ward.inCluster, ward.count, rounded(ward.expected), rounded(ward.p)] }))),
    },
  ];
}

function listFindings(input: AnalysisInput, index: ArcIndex, judged: readonly JudgedCandidate[]): { finding: Finding; one: JudgedCandidate }[] {
  return judged.flatMap((one, k): { finding: Finding; one: JudgedCandidate }[] => {
    const geometry = one.kind === 'weak' ? null : toFindingShape(input.plane, shapeOfWindow(index, input.points, one.place, one));
    if (geometry === null) return [];
    const incidents = one.events.slice(0, MOST_FINDING_INCIDENTS).map((event) => input.points.ids[event]!);
    return [{ one, finding: { id: idOf(k), rank: k + 1, geometry, incidents, count: one.events.length, expected: rounded(one.expected), p: one.p, told: tellCandidate(input, one) } }];
  });
}

function listFeatures({ points, plane }: AnalysisInput, found: readonly { finding: Finding; one: JudgedCandidate }[]): ResultFeature[] {
  return [...found].reverse().flatMap(({ finding: { id, geometry, told }, one: { kind, events } }): ResultFeature[] => {
    if (kind === 'weak') return [];
    const dots = kind === 'hidden' ? events.map((event): ResultFeature => ({ geometry: { type: 'Point', coordinates: toPosition(plane, points.xs[event]!, points.ys[event]!) }, tone: 'alarm', drawn: 'dot', findingId: id })) : [];
    return [{ geometry, tone: TONES[kind], drawn: 'fill', findingId: id, told }, ...dots];
  });
}

function listLegend(features: readonly ResultFeature[]): LegendEntry[] {
  const entries: LegendEntry[] = [
    { tone: 'alarm', drawn: 'fill', told: { code: 'legend_hidden', values: {} } }, { tone: 'alarm', drawn: 'dot', told: { code: 'legend_incident', values: {} } },
    { tone: 'accent', drawn: 'fill', told: { code: 'legend_seen', values: {} } }, { tone: 'calm', drawn: 'fill', told: { code: 'legend_one_ward', values: {} } },
  ];
  return entries.filter(({ tone, drawn }) => features.some((feature) => feature.tone === tone && feature.drawn === drawn));
}

function tellHeadline(input: AnalysisInput, judged: readonly JudgedCandidate[], level: number): Told {
  const [first] = judged;
  if (first === undefined) return { code: 'none_at_all', values: {} };
  const count = (kind: CandidateKind): number => judged.filter((one) => one.kind === kind).length;
  if (first.kind === 'hidden') return { code: 'found', values: { ...tellCandidate(input, first).values, others: count('hidden') - 1 } };
  if (first.kind === 'weak') return { code: 'none', values: { ...tellCandidate(input, first).values, level } };
  return { code: 'none_hidden', values: { sure: count('seen') + count('one_ward') } };
}

function listFacts(judged: readonly JudgedCandidate[], windows: number, dispersion: number): Fact[] {
  const [first] = judged;
  const facts: Fact[] = [
    { id: 'hidden', unit: 'count', value: judged.filter(({ kind }) => kind === 'hidden').length },
    { id: 'seen', unit: 'count', value: judged.filter(({ kind }) => kind === 'seen').length },
    { id: 'families', unit: 'count', value: windows },
    { id: 'dispersion', unit: 'number', value: rounded(dispersion) },
  ];
  if (first === undefined) return facts;
  return [
    { id: 'count', unit: 'count', value: first.events.length }, { id: 'expected', unit: 'number', value: rounded(first.expected) }, { id: 'p', unit: 'p', value: first.p },
    { id: 'wardP', unit: 'p', value: rounded(Math.min(1, ...first.wards.map(({ p }) => p))) },
    { id: 'concealment', unit: 'number', value: rounded(first.concealment) }, { id: 'evenness', unit: 'share', value: rounded(Math.min(1, Math.max(0, first.evenness))) },
    ...facts,
  ];
}

/** The outcome of the hidden-hotspot detector; candidates in the order given, hidden ones first. */
export function tellHidden(input: AnalysisInput, index: ArcIndex, judged: readonly JudgedCandidate[], more: { readonly families: number; readonly dispersion: number; readonly level: number; readonly warnings: readonly Told[] }): AnalysisOutcome {
  const found = listFindings(input, index, judged);
  const features = listFeatures(input, found);
  return {
    kind: 'found', headline: tellHeadline(input, judged, more.level), facts: listFacts(judged, more.families, more.dispersion),
    tables: judged.length === 0 ? [] : listTables(input, judged, new Set(found.map(({ one }) => one))),
    charts: judged[0] === undefined ? [] : listHiddenCharts(input, judged[0]),
    features, legend: listLegend(features), findings: found.map(({ finding }) => finding), warnings: more.warnings,
  };
}
