import { MOST_FINDING_INCIDENTS, type AnalysisOutcome, type Fact, type Finding, type ResultChart, type ResultFeature, type ResultTable, type Told, type Tone, type Values } from '../../domain/analysis-result';
import { pairOf } from './border-conditions';
import { JUMP_KINDS, type BorderJump, type JumpKind, type WardContrast } from './border-jumps';
import { drawBorder } from './border-lines';
import { toFindingShape } from '../plane/finding-shapes';
import { bufferLines } from '../plane/line-buffer';
import type { AnalysisInput } from '../method';
import type { PlacedOnArcs } from '../plane/place-on-arcs';
import { rounded } from '../rounded';

const MOST_BARS = 15;
const TONES: Readonly<Record<JumpKind, Tone>> = { snapped: 'alarm', jump: 'accent', along: 'series1', even: 'calm' };
const idOf = ({ arc }: BorderJump): string => `border-${String(arc + 1)}`;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function valuesOf(input: AnalysisInput, { arc, bins, test, adjustedP, heapA, heapB }: BorderJump): Values {
  const border = input.arcs[arc]!;
  const heapInA = heapA <= heapB;
  return {
    pair: pairOf(input, border), jump: rounded(test.jump), low: rounded(test.interval[0]), high: rounded(test.interval[1]), p: rounded(adjustedP),
    denser: input.wards[test.jump >= 0 ? border.wardA : border.wardB]!.code, sparser: input.wards[test.jump >= 0 ? border.wardB : border.wardA]!.code,
    denserRate: rounded(Math.max(0, test.right, test.left)), sparserRate: rounded(Math.max(0, Math.min(test.right, test.left))),
    heapWard: input.wards[heapInA ? border.wardA : border.wardB]!.code, heapP: rounded(Math.min(heapA, heapB)), heapCount: (heapInA ? bins.positive : bins.negative).counts[0] ?? 0, binMetres: bins.binMetres,
  };
}

function listTables(input: AnalysisInput, jumps: readonly BorderJump[], contrasts: readonly WardContrast[], found: ReadonlySet<string>): ResultTable[] {
  return [
    {
      id: 'jumps',
      columns: [
        { id: 'border', kind: 'pair' }, { id: 'kind', kind: 'code' }, { id: 'countA', kind: 'count' }, { id: 'countB', kind: 'count' }, { id: 'rateA', kind: 'perKm2' }, { id: 'rateB', kind: 'perKm2' }, { id: 'jump', kind: 'perKm2' }, { id: 'low', kind: 'perKm2' }, { id: 'high', kind: 'perKm2' },
        { id: 'p', kind: 'p' }, { id: 'innerA', kind: 'count' }, { id: 'innerB', kind: 'count' }, { id: 'heapA', kind: 'p' }, { id: 'heapB', kind: 'p' },
      ],
      rows: jumps.map((one) => ({
        ...(found.has(idOf(one)) ? { findingId: idOf(one) } : {}),
        cells: [
          pairOf(input, input.arcs[one.arc]!), one.kind, sum(one.bins.positive.counts), sum(one.bins.negative.counts), rounded(one.test.right), rounded(one.test.left), rounded(one.test.jump), rounded(one.test.interval[0]), rounded(one.test.interval[1]),
          rounded(one.adjustedP), one.bins.positive.counts[0] ?? 0, one.bins.negative.counts[0] ?? 0, rounded(one.heapA), rounded(one.heapB),
        ],
      })),
    },
    {
      id: 'contrasts', columns: [{ id: 'rank', kind: 'count' }, { id: 'border', kind: 'pair' }, { id: 'rateA', kind: 'perKm2' }, { id: 'rateB', kind: 'perKm2' }, { id: 'difference', kind: 'perKm2' }],
      rows: contrasts.map(({ arc, rank, rateA, rateB, difference }) => ({ cells: [rank, pairOf(input, input.arcs[arc]!), rounded(rateA), rounded(rateB), rounded(difference)] })),
    },
  ];
}

/** Density by signed distance beside the first border, and the jumps of the surest ones. */
function listCharts(input: AnalysisInput, jumps: readonly BorderJump[]): ResultChart[] {
  const [first] = jumps;
  if (first === undefined) return [];
  const { binMetres, positive, negative } = first.bins;
  const density = ({ counts, exposures }: typeof positive): (number | null)[] => counts.map((count, k) => (exposures[k]! > 0 ? rounded(count / exposures[k]!) : null));
  const top = jumps.slice(0, MOST_BARS);
  return [
    {
      id: 'sides', kind: 'lines', x: 'metres', y: 'perKm2', xs: [...negative.counts.map((_, k) => -(k + 0.5) * binMetres).reverse(), ...positive.counts.map((_, k) => (k + 0.5) * binMetres)],
      series: [{ id: 'density', values: [...density(negative).reverse(), ...density(positive)] }], marks: [{ id: 'border', axis: 'x', at: 0 }],
    },
    { id: 'jumps', kind: 'intervals', x: 'pair', y: 'perKm2', xs: top.map(({ arc }) => pairOf(input, input.arcs[arc]!)), series: [{ id: 'jump', values: top.map(({ test }) => rounded(test.jump)), low: top.map(({ test }) => rounded(test.interval[0])), high: top.map(({ test }) => rounded(test.interval[1])) }], marks: [{ id: 'none', axis: 'y', at: 0 }] },
  ];
}

function listFindings(input: AnalysisInput, jumps: readonly BorderJump[], placed: PlacedOnArcs): Finding[] {
  return jumps.filter(({ kind }) => kind === 'snapped' || kind === 'jump').flatMap((one): Omit<Finding, 'rank'>[] => {
    const width = 2 * one.bins.binMetres;
    const geometry = toFindingShape(input.plane, bufferLines(input.arcs[one.arc]!.lines, width));
    const members = Array.from(placed.arcs.keys()).filter((i) => placed.arcs[i] === one.arc && Math.abs(placed.signed[i]!) <= width);
    return geometry === null ? [] : [{ id: idOf(one), geometry, incidents: members.slice(0, MOST_FINDING_INCIDENTS).map((i) => input.points.ids[i]!), count: members.length, expected: null, p: rounded(one.kind === 'jump' ? one.adjustedP : Math.min(one.heapA, one.heapB)), told: { code: one.kind, values: valuesOf(input, one) } }];
  }).map((finding, k) => ({ ...finding, rank: k + 1 }));
}

/** The outcome of the check for discontinuities; jumps in the order of their kinds, surest first. */
export function tellJumps(input: AnalysisInput, jumps: readonly BorderJump[], contrasts: readonly WardContrast[], placed: PlacedOnArcs, warnings: readonly Told[]): AnalysisOutcome {
  const findings = listFindings(input, jumps, placed);
  const ids = new Set(findings.map(({ id }) => id));
  const features = [...jumps].reverse().flatMap((one): ResultFeature[] => {
    const geometry = drawBorder(input.plane, input.arcs[one.arc]!.lines);
    return geometry === null ? [] : [{ geometry, tone: TONES[one.kind], drawn: 'line', ...(ids.has(idOf(one)) ? { findingId: idOf(one) } : {}), told: { code: one.kind, values: valuesOf(input, one) } }];
  });
  const legend = JUMP_KINDS.filter((kind) => features.some(({ tone }) => tone === TONES[kind])).map((kind) => ({ tone: TONES[kind], drawn: 'line' as const, told: { code: `legend_${kind}`, values: {} } }));
  const count = (kind: JumpKind): number => jumps.filter((one) => one.kind === kind).length;
  const facts: Fact[] = [{ id: 'tested', unit: 'count', value: jumps.length }, ...JUMP_KINDS.map((kind): Fact => ({ id: kind, unit: 'count', value: count(kind) }))];
  const [first] = jumps;
  const [contrast] = contrasts;
  if (contrast !== undefined) facts.push({ id: 'contrast', unit: 'perKm2', value: rounded(contrast.difference) });
  const headline: Told = first === undefined || first.kind === 'even' || first.kind === 'along'
    ? { code: 'none', values: { borders: jumps.length } }
    : { code: `found_${first.kind}`, values: { ...valuesOf(input, first), others: count('snapped') + count('jump') - 1 } };
  return { kind: 'found', headline, facts, tables: listTables(input, jumps, contrasts, ids), charts: listCharts(input, jumps), features, legend, findings, warnings };
}
