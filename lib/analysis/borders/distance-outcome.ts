import type { AnalysisOutcome, Fact, Finding, ResultChart, ResultFeature, ResultTable, Told } from '../../domain/analysis-result';
import { MOST_FINDING_INCIDENTS } from '../../domain/analysis-result';
import type { ArcIndex } from '../plane/arc-index';
import { pairOf } from './border-conditions';
import { drawBorder } from './border-lines';
import type { BorderProfile, DistanceBand } from './border-profile';
import { toFindingShape } from '../plane/finding-shapes';
import { bufferLines } from '../plane/line-buffer';
import type { AnalysisInput } from '../method';
import { placeOnArcs } from '../plane/place-on-arcs';
import { rounded } from '../rounded';

/** What the outcome of the distance test is made of; `arc` is the one border looked at, null for all. */
export interface DistanceFindings {
  readonly index: ArcIndex;
  readonly arc: number | null;
  readonly widthMetres: number;
  readonly incidents: number;
  readonly result: BorderProfile;
  readonly bands: readonly DistanceBand[];
  readonly warnings: readonly Told[];
}

/** The width that the data propose: the farther of the two reaches; null where the risk at the line is not surely raised. */
const proposedWidth = ({ reach }: BorderProfile): number | null => (Math.max(reach.positive, reach.negative) > 0 ? Math.max(reach.positive, reach.negative) : null);

function listFacts({ result, incidents, arc }: DistanceFindings): Fact[] {
  const { berman, concentration, reach, profile } = result;
  const tests: Fact[] = berman.kind !== 'tested' ? [] : [
    { id: 'z1', unit: 'z', value: rounded(berman.z1.z) }, { id: 'p1', unit: 'p', value: rounded(berman.z1.p) }, { id: 'z2', unit: 'z', value: rounded(berman.z2.z) }, { id: 'p2', unit: 'p', value: rounded(berman.z2.p) },
  ];
  return [
    { id: 'concentration', unit: 'ratio', value: rounded(concentration?.quotient), low: rounded(concentration?.interval[0]), high: rounded(concentration?.interval[1]) },
    { id: 'p', unit: 'p', value: rounded(concentration?.p) }, { id: 'inZone', unit: 'count', value: result.inZone }, { id: 'incidents', unit: 'count', value: incidents }, ...tests,
    { id: 'proposed', unit: 'metres', value: rounded(proposedWidth(result)) },
    ...(arc === null ? [] : [{ id: 'reachA', unit: 'metres' as const, value: rounded(reach.positive) }, { id: 'reachB', unit: 'metres' as const, value: rounded(reach.negative) }]),
    { id: 'bandwidth', unit: 'metres', value: rounded(profile.bandwidthMetres) },
  ];
}

function listTables(bands: readonly DistanceBand[], { profile }: BorderProfile): ResultTable[] {
  return [
    {
      id: 'bands', columns: [{ id: 'from', kind: 'metres' }, { id: 'to', kind: 'metres' }, { id: 'count', kind: 'count' }, { id: 'expected', kind: 'number' }, { id: 'ratio', kind: 'ratio' }, { id: 'low', kind: 'ratio' }, { id: 'high', kind: 'ratio' }],
      rows: bands.map(({ from, to, count, expected, ratio, low, high }) => ({ cells: [from, to, count, rounded(expected), rounded(ratio), rounded(low), rounded(high)] })),
    },
    {
      id: 'profile', columns: [{ id: 'metres', kind: 'metres' }, { id: 'ratio', kind: 'ratio' }, { id: 'low', kind: 'ratio' }, { id: 'high', kind: 'ratio' }],
      rows: profile.points.map(({ metres, ratio, interval }) => ({ cells: [rounded(metres), rounded(ratio), rounded(interval?.[0]), rounded(interval?.[1])] })),
    },
  ];
}

function chartProfile({ result: { profile }, result, widthMetres, arc }: DistanceFindings): ResultChart {
  const proposed = proposedWidth(result);
  const at = (id: string, metres: number): { id: string; axis: 'x'; at: number }[] => (arc === null ? [{ id, axis: 'x', at: metres }] : [{ id, axis: 'x', at: metres }, { id, axis: 'x', at: -metres }]);
  return {
    id: 'profile', kind: 'lines', x: 'metres', y: 'ratio', xs: profile.points.map(({ metres }) => rounded(metres) ?? 0),
    series: [{ id: 'ratio', values: profile.points.map(({ ratio }) => rounded(ratio)), low: profile.points.map(({ interval }) => rounded(interval?.[0])), high: profile.points.map(({ interval }) => rounded(interval?.[1])) }],
    marks: [{ id: 'average', axis: 'y', at: 1 }, ...at('width', widthMetres), ...(proposed === null ? [] : at('proposed', rounded(proposed) ?? 0))],
  };
}

/** The zone that the data propose for one border. */
function listFindings(input: AnalysisInput, { index, arc, result, incidents: all }: DistanceFindings): Finding[] {
  const width = proposedWidth(result);
  if (arc === null || width === null || all === 0) return [];
  const border = index.arcs[arc]!;
  const geometry = toFindingShape(input.plane, bufferLines(border.lines, width));
  const { arcs, signed } = placeOnArcs(index, input.points, width);
  const members = Array.from(arcs.keys()).filter((i) => arcs[i] === arc && Math.abs(signed[i]!) <= width);
  if (geometry === null) return [];
  const incidents = members.slice(0, MOST_FINDING_INCIDENTS).map((i) => input.points.ids[i]!);
  return [{ id: 'proposed-zone', rank: 1, geometry, incidents, count: members.length, expected: null, p: rounded(result.concentration?.p), told: { code: 'proposed_zone', values: { pair: pairOf(input, border), metres: rounded(width), count: members.length } } }];
}

function tellHeadline(input: AnalysisInput, { index, arc, result, widthMetres }: DistanceFindings): Told {
  const { concentration } = result;
  const [low, high] = concentration?.interval ?? [0, null];
  const values = {
    pair: arc === null ? null : pairOf(input, index.arcs[arc]!), metres: widthMetres, ratio: rounded(concentration?.quotient), low: rounded(low), high: rounded(high), p: rounded(concentration?.p),
    proposed: rounded(proposedWidth(result)), inZone: result.inZone,
  };
  if (concentration === null) return { code: 'no_core', values };
  return { code: low > 1 ? 'near' : high !== null && high < 1 ? 'far' : 'even', values };
}

/** The outcome of the distance-to-border test. */
export function tellDistances(input: AnalysisInput, found: DistanceFindings): AnalysisOutcome {
  const { index, arc } = found;
  const findings = listFindings(input, found);
  const zones = findings.map(({ id, geometry, told }): ResultFeature => ({ geometry, tone: 'accent', drawn: 'fill', findingId: id, told }));
  const lines = index.arcs.filter((_, k) => arc === null || arc === k).flatMap((border): ResultFeature[] => {
    const geometry = drawBorder(input.plane, border.lines);
    return geometry === null ? [] : [{ geometry, tone: 'calm', drawn: 'line' }];
  });
  const features = [...zones, ...lines];
  const legend = ([['accent', 'fill', 'legend_zone'], ['calm', 'line', 'legend_border']] as const).filter(([tone]) => features.some((one) => one.tone === tone)).map(([tone, drawn, code]) => ({ tone, drawn, told: { code, values: {} } }));
  return { kind: 'found', headline: tellHeadline(input, found), facts: listFacts(found), tables: listTables(found.bands, found.result), charts: [chartProfile(found)], features, legend, findings, warnings: found.warnings };
}
