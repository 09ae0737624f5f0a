import type { AnalysisResult, Fact, Finding, LegendEntry, ResultFeature, ResultTable, Told, Tone } from '../../domain/analysis-result';
import { MOST_FINDING_INCIDENTS } from '../../domain/analysis-result';
import type { ClusterDesign } from '../../stats/cluster-design';
import { toFindingShape } from '../plane/finding-shapes';
import { bufferLines } from '../plane/line-buffer';
import type { AnalysisInput } from '../method';
import type { ClusterDesignParameters } from './cluster-parameters';
import { pairCode } from './near-repeats';
import type { PairLink } from './pair-links';

/** All that the design of clusters found. `standing` and `busy` go with `links`. */
export interface ClusterDesignFound {
  readonly input: AnalysisInput;
  readonly parameters: ClusterDesignParameters;
  readonly links: readonly PairLink[];
  readonly standing: readonly boolean[];
  /** More incidents in the border zone than an even spread along all borders would bring. */
  readonly busy: readonly boolean[];
  readonly present: readonly { readonly id: string; readonly wards: readonly number[] }[];
  readonly design: ClusterDesign;
}

const MOST_ROWS = 60;
const MOST_FINDINGS = 10;
const GROUP_TONES = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6'] as const satisfies readonly Tone[];
const told = (code: string, values: Told['values'] = {}): Told => ({ code, values });

const isCovered = ({ present }: ClusterDesignFound, { wardA, wardB }: PairLink): boolean => present.some(({ wards }) => wards.includes(wardA) && wards.includes(wardB));

/** Links that no agreement covers and that are busy or linked, with most incidents in the border zone first. */
function listUncovered(found: ClusterDesignFound): { link: PairLink; place: number }[] {
  return found.links
    .map((link, place) => ({ link, place }))
    .filter(({ link, place }) => (found.standing[place]! || found.busy[place]!) && !isCovered(found, link))
    .sort((a, b) => b.link.borderIncidents.length - a.link.borderIncidents.length || b.link.repeats - a.link.repeats);
}

/** Groups of the graph with what they are beside the present agreements, the largest first. */
function listGroups({ design, present }: ClusterDesignFound): { wards: readonly number[]; verdict: 'held' | 'partly' | 'new' }[] {
  return [...design.proposed].sort((a, b) => b.length - a.length).map((wards) => {
    const shared = present.map((cluster) => wards.filter((ward) => cluster.wards.includes(ward)).length);
    return { wards, verdict: shared.some((count) => count === wards.length) ? 'held' : shared.some((count) => count > 1) ? 'partly' : 'new' };
  });
}

/** Brings a design into a result: the strongest pair without an agreement first. */
export function tellClusterDesign(found: ClusterDesignFound): AnalysisResult {
  const { input, links, parameters } = found;
  const uncovered = listUncovered(found);
  const findings = uncovered.slice(0, MOST_FINDINGS).flatMap(({ link }) => describe(found, link)).map((finding, k) => ({ ...finding, rank: k + 1 }));
  const rowOf = (link: PairLink): (string | number | null)[] => [
    pairCode(input, link.wardA, link.wardB), link.borderIncidents.length, link.lengthMetres > 0 ? (link.borderIncidents.length / link.lengthMetres) * 1000 : null,
    link.borderExpected, link.repeats, link.repeatsExpected,
  ];
  const tables: ResultTable[] = [
    {
      id: 'uncovered',
      columns: [{ id: 'pair', kind: 'pair' }, { id: 'incidents', kind: 'count' }, { id: 'per_km', kind: 'perKm' }, { id: 'even', kind: 'number' }, { id: 'repeats', kind: 'count' }, { id: 'chance', kind: 'number' }],
      rows: uncovered.slice(0, MOST_ROWS).map(({ link }) => {
        const finding = findings.find(({ id }) => id === idOf(input, link));
        return { cells: rowOf(link), ...(finding === undefined ? {} : { findingId: finding.id }) };
      }),
    },
    presentTable(found), groupsTable(found),
  ];
  const shown = uncovered.slice(0, 12);
  return {
    kind: 'found', headline: headlineOf(found, uncovered), facts: listFacts(found, uncovered.length), tables,
    charts: [
      { id: 'uncovered', kind: 'bars', x: 'pair', y: 'count', xs: shown.map(({ link }) => pairCode(input, link.wardA, link.wardB)), series: [{ id: 'incidents', values: shown.map(({ link }) => link.borderIncidents.length) }, { id: 'repeats', values: shown.map(({ link }) => link.repeats) }] },
    ],
    ...draw(found, findings), findings,
    warnings: listWarnings(found, parameters, links),
  };
}

function headlineOf(found: ClusterDesignFound, uncovered: readonly { link: PairLink }[]): Told {
  const idle = found.design.present.filter((cluster) => cluster.idle).length;
  const [first] = uncovered;
  if (first === undefined) return told('headline_covered', { agreements: found.present.length, idle });
  const { wardA, wardB, borderIncidents, repeats, borderExpected } = first.link;
  return told('headline_uncovered', { pair: pairCode(found.input, wardA, wardB), incidents: borderIncidents.length, even: borderExpected, repeats, width: found.parameters.widthMetres, pairs: uncovered.length, idle });
}

function listFacts({ design, present, standing }: ClusterDesignFound, uncovered: number): Fact[] {
  const linked = standing.filter(Boolean).length;
  const held = design.present.reduce((sum, { inside }) => sum + inside, 0);
  const free = design.uncovered.reduce((sum, { excess }) => sum + excess, 0);
  return [
    { id: 'uncovered', unit: 'count', value: uncovered },
    { id: 'linked', unit: 'count', value: linked },
    { id: 'groups', unit: 'count', value: design.proposed.length },
    { id: 'modularity', unit: 'number', value: linked === 0 ? null : design.modularity },
    { id: 'agreements', unit: 'count', value: present.length },
    { id: 'idle', unit: 'count', value: design.present.filter((cluster) => cluster.idle).length },
    { id: 'held', unit: 'share', value: held + free === 0 ? null : held / (held + free) },
  ];
}

function presentTable({ design, present }: ClusterDesignFound): ResultTable {
  return {
    id: 'present',
    columns: [{ id: 'cluster', kind: 'cluster' }, { id: 'members', kind: 'count' }, { id: 'inside', kind: 'number' }, { id: 'leaving', kind: 'number' }, { id: 'held', kind: 'share' }, { id: 'verdict', kind: 'code' }],
    rows: design.present
      .map((score, k) => ({ score, members: present[k]!.wards.length }))
      .sort((a, b) => b.score.inside - a.score.inside || (a.score.id < b.score.id ? -1 : 1))
      .map(({ score, members }) => ({ cells: [score.id, members, score.inside, score.leaving, score.heldShare, score.idle ? 'idle' : score.heldShare !== null && score.heldShare < 0.5 ? 'leaking' : 'holding'] })),
  };
}

function groupsTable(found: ClusterDesignFound): ResultTable {
  return {
    id: 'groups',
    columns: [{ id: 'group', kind: 'count' }, { id: 'ward', kind: 'ward' }, { id: 'verdict', kind: 'code' }],
    rows: listGroups(found).flatMap(({ wards, verdict }, k) => wards.map((ward) => ({ cells: [k + 1, found.input.wards[ward]!.code, verdict] }))),
  };
}

const idOf = ({ wards }: AnalysisInput, { wardA, wardB }: PairLink): string => `pair-${wards[wardA]!.code}-${wards[wardB]!.code}`;

function describe({ input, parameters }: ClusterDesignFound, link: PairLink): Finding[] {
  const { wardA, wardB, borderIncidents, borderExpected, repeats } = link;
  const arc = input.arcs.find((one) => Math.min(one.wardA, one.wardB) === wardA && Math.max(one.wardA, one.wardB) === wardB);
  const geometry = arc === undefined ? null : toFindingShape(input.plane, bufferLines(arc.lines, parameters.widthMetres));
  return geometry === null ? [] : [{
    id: idOf(input, link), rank: 0, geometry, incidents: borderIncidents.slice(0, MOST_FINDING_INCIDENTS).map((i) => input.points.ids[i]!), count: borderIncidents.length, expected: null, p: null,
    told: told('pair', { pair: pairCode(input, wardA, wardB), incidents: borderIncidents.length, even: borderExpected, repeats }),
  }];
}

/** Wards by the group that the graph puts them in, and the border zones without an agreement on top. */
function draw(found: ClusterDesignFound, findings: readonly Finding[]): { features: ResultFeature[]; legend: LegendEntry[] } {
  const { input } = found;
  const groups = listGroups(found);
  const tones = groups.map((_, k) => GROUP_TONES[k % GROUP_TONES.length]!);
  const wards = groups.flatMap((group, k) => group.wards.flatMap((ward): ResultFeature[] => {
    const geometry = toFindingShape(input.plane, input.wards[ward]!.polygons, 200);
    return geometry === null ? [] : [{ geometry, tone: tones[k]!, drawn: 'fill', told: told('group', { group: k + 1, ward: input.wards[ward]!.code, members: group.wards.length }) }];
  }));
  const pairs = findings.map(({ geometry, id, told: words }): ResultFeature => ({ geometry, tone: 'alarm', drawn: 'fill', findingId: id, told: words }));
  return {
    features: [...wards, ...pairs],
    legend: [
      ...[...new Set(tones)].map((tone): LegendEntry => ({ tone, drawn: 'fill', told: told('legend_group', { groups: groups.flatMap((_, k) => (tones[k] === tone ? [String(k + 1)] : [])).join(', ') }) })),
      ...(pairs.length === 0 ? [] : [{ tone: 'alarm' as const, drawn: 'fill' as const, told: told('legend_uncovered') }]),
    ],
  };
}

function listWarnings({ input, standing, present }: ClusterDesignFound, { graph }: ClusterDesignParameters, links: readonly PairLink[]): Told[] {
  const warnings: Told[] = [];
  const repeats = links.reduce((sum, link) => sum + link.repeats, 0);
  if (graph === 'near_repeats' && repeats < 30) warnings.push(told('few_repeats', { repeats }));
  if (!standing.some(Boolean)) warnings.push(told('no_link'));
  const outside = input.clusters.length - present.length;
  if (outside > 0) warnings.push(told('clusters_outside', { clusters: outside }));
  if (input.lastDay - input.firstDay > 400 && graph === 'near_repeats') warnings.push(told('long_period', { period: input.lastDay - input.firstDay + 1 }));
  warnings.push(told('roads_and_people'));
  return warnings;
}
